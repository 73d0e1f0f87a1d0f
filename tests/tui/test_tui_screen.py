"""The screen as a user works with it: keys, mouse, palette, help and the panel that says why."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Static
from tui_pilot import bare, columns_of, cursor_of, screen_text
from tui_samples import FOUND, MIXED, Pair, make_comparison

from readcompare.model.alignment import RowKind
from readcompare.tui.app import ReadcompareApp, run
from readcompare.tui.commands import COMMANDS, FINDINGS
from readcompare.tui.keys import key_names
from readcompare.tui.screens.answers import AnswersScreen
from readcompare.tui.screens.reading import ReadingScreen
from readcompare.tui.widgets.columns import TwoColumns
from readcompare.tui.widgets.contents import Entry
from readcompare.tui.widgets.drawing import Pen, Strips
from readcompare.tui.widgets.footer import Keys
from readcompare.tui.widgets.why import WhyPanel
from readcompare.views.rows import row_views

DIFFERENCES = [1, 2, 4, 5, 6]
TO_CHECK = [1, 2, 5]


def _wheel(columns: TwoColumns) -> MouseScrollDown:
    return MouseScrollDown(columns, x=5, y=5, delta_x=0, delta_y=1, button=0, shift=False, meta=False, ctrl=False)


def notifications(pilot: Pilot[None]) -> list[str]:
    return [notification.message for notification in pilot.app._notifications]


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (["down"], 1),
        (["j", "j"], 2),
        (["j", "j", "k"], 1),
        (["down", "up", "up"], 0),
        (["end"], 7),
        (["G", "down"], 7),
        (["G", "home"], 0),
        (["G", "g"], 0),
        (["pagedown"], 7),
        (["pagedown", "pageup"], 0),
        (["s"], 1),
        (["s", "s", "s"], 5),
        (["G", "S"], 5),
    ],
)
async def test_keys_move_the_cursor(keys: list[str], row: int) -> None:
    async with ReadcompareApp(MIXED).run_test(size=(120, 50)) as pilot:
        await pilot.press(*keys)
        assert cursor_of(pilot) == row
        marked = [line for line in screen_text(pilot).splitlines() if line.startswith("▌")]
        sentence = (row_views(MIXED)[row].a or row_views(MIXED)[row].b)[0]
        assert sentence.id in marked[0]


@pytest.mark.parametrize(
    ("key", "start", "visited", "message"),
    [
        ("n", "home", DIFFERENCES, "There is no further difference."),
        ("N", "end", DIFFERENCES[::-1], "There is no earlier difference."),
        ("s", "home", TO_CHECK, "There is no further row to check."),
        ("S", "end", TO_CHECK[::-1], "There is no earlier row to check."),
    ],
)
async def test_each_row_looked_for_is_visited_once(key: str, start: str, visited: list[int], message: str) -> None:
    async with ReadcompareApp(MIXED).run_test(size=(100, 20)) as pilot:
        await pilot.press(start)
        seen = []
        while not notifications(pilot):
            await pilot.press(key)
            seen.append(cursor_of(pilot))
        assert seen == [*visited, visited[-1]]
        await pilot.press(key)
        assert notifications(pilot) == [message]


async def test_help_shows_every_command_with_its_keys() -> None:
    async with ReadcompareApp(MIXED).run_test(size=(100, 180)) as pilot:
        await pilot.press("question_mark")
        text = bare(screen_text(pilot))
        for command in COMMANDS:
            assert bare(", ".join(key_names(command, {}))) + bare(command.help)[:20] in text
        await pilot.click(Keys, offset=(2, 0))  # esc Close
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_side_by_side_a_competing_row_says_what_it_is() -> None:
    async with ReadcompareApp(MIXED).run_test(size=(120, 40)) as pilot:
        assert screen_text(pilot).count("both may speak of this, differently") == 1
    async with ReadcompareApp(MIXED).run_test(size=(80, 60)) as pilot:
        assert screen_text(pilot).count("both may speak of this, differently") == 1


async def test_the_palette_offers_every_command_of_its_screen() -> None:
    app = ReadcompareApp(MIXED)
    async with app.run_test() as pilot:
        reading = {command.title: command.callback for command in app.get_system_commands(app.screen)}
        await reading["Last row"]()
        assert cursor_of(pilot) == 7
        await reading["Help"]()
        titles = [command.title for command in app.get_system_commands(app.screen)]
        assert "Close help" in titles
        assert "Last row" not in titles
        await pilot.press("escape", "a")
        answers = [command.title for command in app.get_system_commands(app.screen)]
        # The list of findings has its keys only while it is open.
        assert {*reading, *titles, *answers} == {command.title for command in COMMANDS if command not in FINDINGS}
    app = ReadcompareApp(FOUND)
    async with app.run_test() as pilot:
        await pilot.press("f")
        findings = {command.title: command.callback for command in app.get_system_commands(app.screen)}
        await findings["Next kind of findings"]()
        await pilot.pause()
        assert "Findings: omission" in screen_text(pilot)
        await findings["Close findings"]()
        await pilot.pause()
        assert "Findings:" not in screen_text(pilot)


async def test_help_begins_with_what_it_was_asked_on() -> None:
    async with ReadcompareApp(FOUND).run_test(size=(100, 30)) as pilot:
        await pilot.press("a", "question_mark")
        await pilot.pause()
        assert "The pages of answers" in screen_text(pilot).splitlines()[0]
        await pilot.press("escape", "d")  # colours change on these pages too
        await pilot.pause()
        assert isinstance(pilot.app.screen, AnswersScreen)
        assert pilot.app.theme == "readcompare-light"
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert isinstance(pilot.app.screen, CommandPalette)


async def test_why_tells_the_probability_the_reasons_and_the_nearest_sentence() -> None:
    async with ReadcompareApp(MIXED).run_test(size=(100, 40)) as pilot:
        panel = pilot.app.screen.query_one(WhyPanel)
        assert not panel.display
        await pilot.press("s", "w")
        told = str(panel.query_one(Static).content)
        for words in (
            "R2: A2 ~? B2 B3",
            "in part the same",
            "0.61",
            "to be checked",
            "- Shared terms: migrants [sic].",
        ):
            assert words in told
        await pilot.press("n", "n")
        told = str(panel.query_one(Static).content)
        assert "R5: A5 <  A only, not said in B" in told
        assert "B3 “They agreed to go on" in told
        await pilot.press("w")
        assert not panel.display


async def test_a_click_selects_the_row_and_the_wheel_scrolls() -> None:
    async with ReadcompareApp(MIXED).run_test(size=(100, 16)) as pilot:
        columns = columns_of(pilot)
        line = columns._plan.top(1) + columns._plan.header
        await pilot.click(TwoColumns, offset=(60, line))
        assert cursor_of(pilot) == 1
        await pilot.click(TwoColumns, offset=(10, 0))  # the names of the sides are no row
        assert cursor_of(pilot) == 1
        columns.post_message(_wheel(columns))
        await pilot.pause()
        assert columns.scroll_offset.y > 0
        assert cursor_of(pilot) == 1
        line = columns._plan.top(2) + columns._plan.header - columns.scroll_offset.y
        await pilot.click(TwoColumns, offset=(10, line))
        assert cursor_of(pilot) == 2


async def test_a_row_taller_than_the_window_is_read_before_it_is_left() -> None:
    long = " ".join(f"word{number}" for number in range(120))
    comparison = make_comparison([Pair(kind=RowKind.ONLY_A, a=(long,)), Pair(kind=RowKind.ONLY_B, b=("The end.",))])
    for key in ("down", "pagedown"):
        async with ReadcompareApp(comparison).run_test(size=(40, 12)) as pilot:
            seen = screen_text(pilot)
            while cursor_of(pilot) == 0:
                await pilot.press(key)
                await pilot.pause()
                seen += screen_text(pilot)
            assert [number for number in range(120) if f"word{number}" not in seen] == []


async def test_of_a_row_longer_than_the_window_only_the_lines_that_are_seen_are_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: set[int] = set()
    draw = Strips.__getitem__

    def draw_and_count(strips: Strips, line: int) -> Strip:
        drawn.add(line)
        return draw(strips, line)

    monkeypatch.setattr(Strips, "__getitem__", draw_and_count)
    long = " ".join(f"word{number}" for number in range(5000))
    comparison = make_comparison([Pair(kind=RowKind.SAME, a=(long,), b=("The same.",))])
    async with ReadcompareApp(comparison).run_test(size=(120, 40)) as pilot:
        assert "word50 " in screen_text(pilot)
        await pilot.press("end")
        await pilot.pause()
        assert 20 < len(drawn) < 200


async def test_only_what_is_seen_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Entry] = []
    draw = Pen.entry

    def draw_and_count(pen: Pen, entry: Entry) -> Strips:
        drawn.append(entry)
        return draw(pen, entry)

    monkeypatch.setattr(Pen, "entry", draw_and_count)
    pairs = [Pair(kind=RowKind.SAME, a=(f"Sentence {number}.",), b=("The same.",)) for number in range(2000)]
    async with ReadcompareApp(make_comparison(pairs)).run_test(size=(120, 40)) as pilot:
        await pilot.press("end")
        await pilot.pause()
        assert "A2000 Sentence 1999." in screen_text(pilot)
        assert cursor_of(pilot) == 1999
        assert len(drawn) < 80


async def test_two_empty_texts_are_a_comparison_too() -> None:
    async with ReadcompareApp(make_comparison([])).run_test(size=(100, 20)) as pilot:
        await pilot.press("j", "k", "n", "N", "s", "pagedown", "pageup", "G", "g", "w")
        assert "Neither text has a sentence." in screen_text(pilot)


async def test_q_leaves() -> None:
    app = ReadcompareApp(MIXED)
    async with app.run_test() as pilot:
        await pilot.press("q")
    assert app.return_code == 0


@pytest.mark.parametrize(("value", "colourless"), [("", False), ("1", True)])
def test_an_empty_no_color_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch, value: str, *, colourless: bool) -> None:
    seen = []
    monkeypatch.setenv("NO_COLOR", value)
    monkeypatch.setattr(ReadcompareApp, "run", lambda app: seen.append(app.no_color))
    assert run(MIXED) == 0
    assert seen == [colourless]
