"""The start screen: what was read last, what is found here, opening by a path, pasting."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea
from tui_pilot import bare, screen_text

from readcompare.errors import ReadcompareError
from readcompare.intake import Wishes
from readcompare.session import Session, keep_place, start
from readcompare.tui.app import ReadcompareApp
from readcompare.tui.keys import key_names
from readcompare.tui.screens.opening import OpeningScreen
from readcompare.tui.screens.pasting import PastingScreen
from readcompare.tui.screens.reading import ReadingScreen
from readcompare.tui.screens.start import StartScreen
from readcompare.tui.start_commands import OPENING, PASTING, START
from readcompare.tui.surroundings import Surroundings

CALLS = ("2021-11-10-de-ru", "2014-03-06-us-ru", "2022-08-19-fr-ru")


def opened(files: tuple[str, ...]) -> Session:
    return start(files, Wishes())


@pytest.fixture
def folder(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with three calls in `readouts` and two texts."""
    here = tmp_path / "here"
    for call in CALLS:
        shutil.copytree(root / "readouts" / call, here / "readouts" / call)
    (here / "berlin.txt").write_text("They spoke of [sic] Syria. They agreed to meet.", encoding="utf-8")
    (here / "moscow.txt").write_text("They spoke of Syria.", encoding="utf-8")
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def app(folder: Path) -> ReadcompareApp:
    return ReadcompareApp(None, Surroundings(folder=str(folder.parent / "state"), open=opened))


async def settled(pilot: Pilot[None], *keys: str) -> str:
    """What the screen shows after some keys, when all that they began is done."""
    await pilot.press(*keys)
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return screen_text(pilot)


def told(pilot: Pilot[None]) -> list[str]:
    return [notification.message for notification in pilot.app._notifications]


def name_of(pilot: Pilot[None]) -> str:
    return type(pilot.app.screen).__name__


def title_of(pilot: Pilot[None]) -> str:
    assert isinstance(pilot.app.screen, ReadingScreen)
    return pilot.app.screen.shown.comparison.title


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_enter_opens_the_first_comparison_found_here(app: ReadcompareApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        text = await settled(pilot)
        assert "Macron–Putin call" in text
        assert "…" not in text
        await settled(pilot, "enter")
        assert title_of(pilot) == "Macron–Putin call, 19 August 2022"


async def test_what_was_read_last_stands_first_and_is_left_out_below(app: ReadcompareApp, folder: Path) -> None:
    keep_place(str(folder.parent / "state"), str(folder / "readouts" / CALLS[0] / "comparison.yaml"), "A3")
    async with app.run_test(size=(120, 40)) as pilot:
        text = await settled(pilot)
        assert text.index("Read last") < text.index("Merkel–Putin") < text.index("Macron–Putin")
        assert text.count("Merkel–Putin") == 1
        assert f"readouts/{CALLS[0]}/ · at A3" in text
        await settled(pilot, "enter")
        row = pilot.app.screen.shown.rows[pilot.app.screen.cursor]  # type: ignore[attr-defined]
        assert row.a[0].id == "A3"


@pytest.mark.parametrize("width", [*range(36, 46), 60, 89, 100])
async def test_nothing_in_the_list_is_cut_when_it_can_be_scrolled(
    app: ReadcompareApp, folder: Path, width: int
) -> None:
    keep_place(str(folder.parent / "state"), str(folder / "readouts" / CALLS[0] / "comparison.yaml"), "A3")
    async with app.run_test(size=(width, 10)) as pilot:
        text = bare(await settled(pilot))
        assert "Merkel–Putincall,10November2021" in text
        assert f"readouts/{CALLS[0]}/·atA3" in text


async def test_a_narrow_list_tells_the_day_once(app: ReadcompareApp) -> None:
    async with app.run_test(size=(60, 30)) as pilot:
        text = await settled(pilot)
        assert "Merkel–Putin call, 10 November 2021" in text
        assert "2021-11-10  " not in text


async def test_another_comparison_takes_the_place_of_the_open_one(app: ReadcompareApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await settled(pilot, "enter")
        first = pilot.app.screen
        await settled(pilot, "j", "ctrl+o")
        assert isinstance(pilot.app.screen, StartScreen)
        await settled(pilot, "escape")
        assert pilot.app.screen is first
        text = await settled(pilot, "ctrl+o", "j", "enter")
        assert "Macron" not in text
        assert title_of(pilot) != "Macron–Putin call, 19 August 2022"
        assert not first.is_attached
        # The place in the first one was kept when it went.
        assert "Macron–Putin call" in (await settled(pilot, "ctrl+o")).split("Read last")[1].split("In ")[0]


async def test_the_filter_lists_what_fits_and_escape_lists_all_again(app: ReadcompareApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        text = await settled(pilot, "slash", *"us-ru")
        assert "Obama–Putin" in text
        assert "Macron" not in text
        assert "Macron" in await settled(pilot, "enter", "escape")
        await settled(pilot, "slash", *"obama", "enter", "enter")
        assert title_of(pilot) == "Obama–Putin call, 6 March 2014"


async def test_a_path_is_completed_and_opened(app: ReadcompareApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await settled(pilot, "o", *"re", "tab", *"2021", "enter")
        assert pilot.app.screen.query_one(Input).value == f"readouts/{CALLS[0]}/"
        await settled(pilot, *"comp", "enter")
        assert title_of(pilot) == "Merkel–Putin call, 10 November 2021"


async def test_two_texts_are_opened_one_after_the_other(app: ReadcompareApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        text = await settled(pilot, "o", *"ber", "enter")
        assert "A: berlin.txt" in text
        text = await settled(pilot, *"mos", "enter")
        assert title_of(pilot) == "berlin.txt and moscow.txt"
        assert "[sic]" in text


async def test_a_path_that_leads_nowhere_is_told_and_escape_leaves(app: ReadcompareApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await settled(pilot, "o", *"zz", "enter")
        assert told(pilot) == ["There is no file whose path begins with zz."]
        assert name_of(pilot) == "OpeningScreen"
        await settled(pilot, "escape")
        assert name_of(pilot) == "StartScreen"


async def test_a_comparison_that_cannot_be_read_is_told_with_its_line(app: ReadcompareApp, folder: Path) -> None:
    (folder / "broken.yaml").write_text("title: Broken\nsides: 3\n", encoding="utf-8")
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await settled(pilot, "o", *"brok", "enter")
        (words,) = told(pilot)
        assert "broken.yaml:2:8: " in words
        # The path stays to be corrected, and the next comparison opens as if nothing had been.
        assert pilot.app.screen.query_one(Input).value == "broken.yaml"
        await settled(pilot, "escape")
        assert name_of(pilot) == "StartScreen"
        await settled(pilot, "enter")
        assert name_of(pilot) == "ReadingScreen"


async def test_an_empty_text_is_told_and_its_path_stays_to_be_corrected(app: ReadcompareApp, folder: Path) -> None:
    (folder / "empty.txt").touch()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        text = await settled(pilot, "o", *"ber", "enter", *"empty.", "enter")
        assert told(pilot) == ["empty.txt: there is no text in it"]
        assert "A: berlin.txt" in text
        assert pilot.app.screen.query_one(Input).value == "empty.txt"
        await settled(pilot, "ctrl+u", *"mos", "enter")
        assert title_of(pilot) == "berlin.txt and moscow.txt"


async def test_a_first_text_that_is_empty_is_asked_for_again(app: ReadcompareApp, folder: Path) -> None:
    (folder / "empty.txt").touch()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        text = await settled(pilot, "o", *"empty.", "enter", *"mos", "enter")
        assert told(pilot) == ["empty.txt: there is no text in it"]
        assert "the first of two texts" in text
        assert pilot.app.screen.query_one(Input).value == "empty.txt"


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_what_is_wrong_in_a_file_is_told_in_a_line_for_each_problem(
    app: ReadcompareApp, folder: Path, size: tuple[int, int]
) -> None:
    unknown = "".join(f"key{number}: 1\n" for number in range(8))
    (folder / "broken.yaml").write_text(f"title: Broken\n{unknown}", encoding="utf-8")
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        text = await settled(pilot, "o", *"brok", "enter")
        (words,) = told(pilot)
        lines = words.splitlines()
        assert len(lines) > 3
        assert all(line.startswith("broken.yaml:") for line in lines[:-1])
        assert lines[-1].startswith("and ")
        assert all(line[:30] in text for line in lines)


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
async def test_pasted_texts_are_compared_and_stay_until_then(app: ReadcompareApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await settled(pilot, "p")
        assert isinstance(pilot.app.screen, PastingScreen)
        a, b = pilot.app.screen.query(TextArea)
        assert a.has_focus
        assert min(a.size.height, b.size.height) > 0
        a.text = "They spoke of [/b] Syria.\nThey agreed to meet."
        await settled(pilot, "ctrl+s")
        assert told(pilot) == ["There is no text B yet; paste it."]
        assert b.has_focus
        await settled(pilot, "escape", "p")
        a, b = pilot.app.screen.query(TextArea)
        assert a.text.startswith("They spoke")
        b.text = "They spoke of Syria."
        pilot.app.screen.query_one("#name-b", Input).value = "Press office"
        await settled(pilot, "ctrl+s")
        assert title_of(pilot).startswith("Text A and Press office, pasted ")
        assert "[/b]" in await settled(pilot, *["down"] * 3)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_the_key_after_a_text_leads_to_the_other_text_and_then_to_the_names(
    app: ReadcompareApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await settled(pilot, "p")
        seen = []
        for _ in range(4):
            assert app.focused is not None
            seen.append(app.focused.id)
            await settled(pilot, "tab")
        assert seen == ["text-a", "text-b", "name-a", "name-b"]
        await settled(pilot, "shift+tab")
        assert app.focused is not None
        assert app.focused.id == "name-b"


async def test_a_text_that_is_pasted_into_the_line_for_a_name_is_the_text(app: ReadcompareApp) -> None:
    pasted = "They spoke of Syria.\n\nThey agreed to meet."
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await settled(pilot, "p", "tab", "tab", "tab")
        assert app.focused is not None
        app.focused.post_message(Paste("Press office\n"))
        await settled(pilot)
        app.focused.post_message(Paste(pasted))
        await settled(pilot, "tab", "tab", "tab", "tab")
        assert app.focused.id == "text-b"
        await settled(pilot, "shift+tab", "shift+tab")
        app.focused.post_message(Paste("A third line.\nA fourth one."))
        await settled(pilot)
        assert pilot.app.screen.query_one("#name-b", Input).value == "Press office"
        a, b = pilot.app.screen.query(TextArea)
        assert (a.text, b.text) == ("", f"{pasted}\n\nA third line.\nA fourth one.")
        assert b.has_focus
        assert told(pilot) == ["Several lines are a text; they stand in text B now."]


async def test_help_and_palette_know_the_commands_of_the_start_screen(app: ReadcompareApp) -> None:
    async with app.run_test(size=(100, 80)) as pilot:
        await settled(pilot)
        titles = [command.title for command in app.get_system_commands(app.screen)]
        assert {command.title for command in START} <= set(titles)
        text = bare(await settled(pilot, "question_mark"))
        for command in (*START, *OPENING, *PASTING):
            assert bare(", ".join(key_names(command, {})) + command.help)[:25] in text
        await settled(pilot, "escape")
        assert isinstance(pilot.app.screen, StartScreen)


@pytest.mark.parametrize(("key", "screen"), [("o", OpeningScreen), ("p", PastingScreen)])
async def test_while_writing_letters_are_letters_and_f1_is_help(
    app: ReadcompareApp, key: str, screen: type[Screen[object]]
) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        theme = app.theme
        text = await settled(pilot, key, "d", "question_mark")
        assert app.theme == theme
        assert isinstance(pilot.app.screen, screen)
        assert "d?" in text
        assert "What can be read" in await settled(pilot, "f1")
        await settled(pilot, "escape")
        assert isinstance(pilot.app.screen, screen)


async def test_what_came_from_elsewhere_opens_nothing_else(sample: str) -> None:
    async with ReadcompareApp(opened((sample,)).comparison).run_test(size=(100, 30)) as pilot:
        await settled(pilot, "ctrl+o")
        assert told(pilot) == ["No other comparison can be opened from here."]


async def test_a_file_that_went_away_is_told(folder: Path) -> None:
    tried = []

    def refuse(files: tuple[str, ...]) -> Session:
        tried.append(files)
        return opened(("gone.yaml",))

    with pytest.raises(ReadcompareError):
        refuse(())
    app = ReadcompareApp(None, Surroundings(open=refuse))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await settled(pilot, "enter")
        assert tried[1:] == [(str(Path("readouts") / CALLS[2] / "comparison.yaml"),)]
        assert any("gone.yaml" in words for words in told(pilot))
    assert folder.exists()
