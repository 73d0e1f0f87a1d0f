"""Words selected with the mouse: where the selection runs, and what is copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.command import CommandList
from textual.events import MouseDown
from textual.pilot import Pilot
from tui_pilot import cell_of, columns_of, cursor_of, drag, screen_text
from tui_samples import HOSTILE, MIXED, WIDE

from readcompare.tui.app import ReadcompareApp
from readcompare.tui.surroundings import Surroundings
from readcompare.tui.widgets.columns import TwoColumns
from readcompare.tui.widgets.why import WhyPanel

FILE = "quotations.txt"


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReadcompareApp:
    """The screen in surroundings without any clipboard, so that a file takes what is copied."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TERM_PROGRAM", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("sys.platform", "linux")
    return ReadcompareApp(MIXED, Surroundings(folder=str(tmp_path)))


def text(pilot: Pilot[None]) -> str | None:
    selected = columns_of(pilot).selected
    return selected.text if selected else None


def told(pilot: Pilot[None]) -> list[str]:
    return [one.message for one in pilot.app._notifications]


def right(cell: tuple[int, int], cells: int) -> tuple[int, int]:
    return cell[0] + cells, cell[1]


async def test_a_drag_selects_and_ctrl_c_copies_the_words_of_the_source(app: ReadcompareApp, tmp_path: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        start = cell_of(pilot, "two leaders")
        await drag(pilot, start, right(start, 5), right(start, 10))
        assert text(pilot) == "two leaders"
        assert told(pilot) == ["2 words of A1 selected: ctrl+c copies, y with the source."]
        await pilot.press("ctrl+c")
        assert told(pilot) == [f"No clipboard can be reached; added to {tmp_path / FILE}"]
        await pilot.press("y")
    assert (tmp_path / FILE).read_text(
        "utf-8"
    ) == "two leaders\n\n“two leaders” (Berlin [x], sentence A1, language en)\n\n"


async def test_a_drag_backwards_selects_the_same(app: ReadcompareApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        start = cell_of(pilot, "two leaders")
        await drag(pilot, right(start, 10), right(start, 3), start)
        assert text(pilot) == "two leaders"


@pytest.mark.parametrize("size", [(120, 40), (80, 40)])
async def test_a_selection_stays_on_its_side_and_runs_across_rows(app: ReadcompareApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        start, end = cell_of(pilot, "spoke today"), cell_of(pilot, "migrants and")
        await drag(pilot, start, right(end, 30), right(end, 7))
        assert text(pilot) == "spoke today.\nThe Chancellor condemned the use of migrants"
        over_there = cell_of(pilot, "exchanged views")
        await drag(pilot, start, over_there)
        assert (text(pilot) or "").startswith("spoke today.\nThe Chancellor condemned")
        assert "exchanged" not in (text(pilot) or "")


async def test_hostile_and_wide_words_are_copied_as_they_stand(app: ReadcompareApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click(offset=cell_of(pilot, "[sic]"), times=3)
        await pilot.pause()
        assert text(pilot) == HOSTILE
        start = cell_of(pilot, "双方")
        await drag(pilot, start, right(start, 3))  # the right half of a wide sign is that sign
        assert text(pilot) == "双方"
        await pilot.click(offset=start, times=3)
        await pilot.pause()
        assert text(pilot) == WIDE
        start = cell_of(pilot, "👍")
        await drag(pilot, start, right(start, 2))
        assert text(pilot) == "👍🏽 "
        await drag(pilot, right(start, 2), start)
        assert text(pilot) == "👍🏽 "


async def test_two_clicks_take_a_word_and_the_first_one_the_row(app: ReadcompareApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click(offset=right(cell_of(pilot, "condemned"), 3), times=2)
        await pilot.pause()
        assert (text(pilot), cursor_of(pilot)) == ("condemned", 1)


async def test_a_click_and_escape_take_the_selection_away(app: ReadcompareApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        start = cell_of(pilot, "two leaders")
        await drag(pilot, start, right(start, 10))
        assert cursor_of(pilot) == 0
        await pilot.press("2", "escape")  # rows that go take the selection with them
        assert text(pilot) is None
        await drag(pilot, start, right(start, 10))
        await pilot.press("escape")
        assert text(pilot) is None
        await drag(pilot, start, right(start, 10))
        await pilot.click(offset=cell_of(pilot, "Other topics"))
        assert (text(pilot), cursor_of(pilot)) == (None, 3)
        await pilot.press("ctrl+c")
        assert told(pilot) == ["Select words with the mouse first; y copies the whole row."]


async def test_what_is_selected_is_seen(app: ReadcompareApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        start = cell_of(pilot, "two leaders")

        def ground() -> set[object]:
            strip = pilot.app.screen._compositor.render_strips()[start[1]].crop(start[0], start[0] + 11)
            return {segment.style.bgcolor for segment in strip if segment.style}

        before = ground()
        await drag(pilot, start, right(start, 10))
        assert len(ground()) == 1
        assert ground() != before


async def test_held_below_the_texts_the_mouse_scrolls_them_on(app: ReadcompareApp) -> None:
    async with app.run_test(size=(120, 12)) as pilot:
        columns = columns_of(pilot)
        start = cell_of(pilot, "two leaders")
        await drag(pilot, start, right(start, 4))
        columns.on_mouse_down(_at(columns, start))
        columns._pull = (start[0], columns.size.height + 3)
        for _ in range(40):
            columns._pull_on()
        columns._let_go()
        assert columns.scroll_offset.y == columns.max_scroll_y
        assert (text(pilot) or "").endswith("The call was long.")


def _at(columns: TwoColumns, cell: tuple[int, int]) -> MouseDown:
    x, y = cell[0] - columns.region.x, cell[1] - columns.region.y
    return MouseDown(columns, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False)


async def listed(pilot: Pilot[None], more_than: int = 0) -> CommandList:
    """The commands that are offered, as soon as there are more than so many."""
    for _ in range(50):
        found = pilot.app.screen.query(CommandList)
        if found and found.first().option_count > more_than:
            return found.first()
        await pilot.pause()
    raise AssertionError("no commands are offered")


async def test_the_right_button_copies_or_lists_what_can_be_done_with_the_row(
    app: ReadcompareApp, tmp_path: Path
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        start = cell_of(pilot, "two leaders")
        await drag(pilot, start, right(start, 2))
        await pilot.click(offset=start, button=3)
        assert (tmp_path / FILE).read_text(encoding="utf-8") == "two\n\n"
        await pilot.press("escape")
        here = cell_of(pilot, "Other topics")
        await pilot.click(offset=here, button=3)
        told = [str(option.prompt).strip() for option in (await listed(pilot)).options]
        assert told == ["Why (w)", "Copy as a quotation (y)", "Find a command (ctrl+p)"]
        await pilot.click(offset=cell_of(pilot, "Find a command"))
        await listed(pilot, more_than=len(told))
        await pilot.press("escape")
        await pilot.click(offset=here, button=3)
        await listed(pilot)
        await pilot.click(offset=cell_of(pilot, "Why (w)"))
        await pilot.pause()
        assert cursor_of(pilot) == 3
        assert pilot.app.screen.query_one(WhyPanel).display
        assert "Other topics" in screen_text(pilot)
