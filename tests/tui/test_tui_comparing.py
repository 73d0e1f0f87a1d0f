"""While two texts are compared they stand on the screen already."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path

import pytest
from textual.command import CommandList
from textual.worker import WorkerCancelled
from tui_pilot import screen_text

from readcompare.engine.progress import Progress, silent
from readcompare.errors import InputError
from readcompare.model.wishes import Wishes
from readcompare.session import Reading, Session, read
from readcompare.tui.app import ReadcompareApp
from readcompare.tui.screens import comparing
from readcompare.tui.screens.comparing import ComparingScreen
from readcompare.tui.screens.reading import ReadingScreen
from readcompare.tui.surroundings import Surroundings


@pytest.fixture
def texts(tmp_path: Path) -> tuple[str, str]:
    berlin, moscow = tmp_path / "berlin.txt", tmp_path / "moscow.txt"
    berlin.write_text("They spoke of [b]Syria[/b].\x1b[2J They agreed to meet.", encoding="utf-8")
    moscow.write_text("They spoke of Syria.", encoding="utf-8")
    return str(berlin), str(moscow)


def opening(texts: tuple[str, str]) -> ReadcompareApp:
    return ReadcompareApp(None, Surroundings(reading=read(texts, Wishes())))


def lengthened(texts: tuple[str, str]) -> None:
    """So much more text that comparing takes longer than a look at the screen."""
    for path in map(Path, texts):
        path.write_text(path.read_text(encoding="utf-8") + "\n\nThey spoke of grain." * 4_000, encoding="utf-8")


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
async def test_both_texts_stand_there_before_they_are_compared(texts: tuple[str, str], size: tuple[int, int]) -> None:
    lengthened(texts)
    app = opening(texts)
    async with app.run_test(size=size) as pilot:
        assert isinstance(app.screen, ComparingScreen)
        shown = screen_text(pilot)
        assert "Comparing" in shown
        assert "berlin.txt" in shown
        assert "They spoke of Syria." in shown
        assert "[b]Syria[/b]" in shown
        assert "\x1b" not in shown


async def test_the_comparison_takes_their_place(texts: tuple[str, str]) -> None:
    app = opening(texts)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.session is not None
        assert app.screen.session.files == texts
        await pilot.press("plus")
        await app.workers.wait_for_complete()
        assert isinstance(app.screen, ReadingScreen)


async def test_a_step_that_tells_nothing_but_that_it_begins_is_named(
    texts: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Silent(Reading):
        def compared(self, progress: Progress = silent) -> Session:
            progress(0.5, "encoding sentences")
            done.wait(60)
            return super().compared()

    done = threading.Event()
    monkeypatch.setattr(comparing, "_PATIENCE", 0.0)
    app = ReadcompareApp(None, Surroundings(reading=Silent(*read(texts, Wishes()))))
    try:
        async with app.run_test(size=(40, 12)) as pilot:
            for _ in range(1_000):
                await pilot.pause()
                if "encoding" in screen_text(pilot):
                    break
            assert "Comparing … 48%, encoding sentences" in screen_text(pilot)
            done.set()
    finally:
        done.set()


class Held(Reading):
    """Is compared when the test lets it be."""

    free = threading.Event()

    def compared(self, progress: Progress = silent) -> Session:
        self.free.wait(60)
        return super().compared(progress)


@pytest.mark.parametrize(("key", "over"), [("question_mark", "HelpScreen"), ("ctrl+p", "CommandPalette")])
async def test_what_is_opened_meanwhile_stays_until_it_is_left(texts: tuple[str, str], key: str, over: str) -> None:
    Held.free.clear()
    app = ReadcompareApp(None, Surroundings(reading=Held(*read(texts, Wishes()))))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        Held.free.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert type(app.screen).__name__ == over
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        await pilot.press("question_mark", "escape")
        assert isinstance(app.screen, ReadingScreen)


async def test_help_that_is_chosen_in_the_palette_meanwhile_stays_too(texts: tuple[str, str]) -> None:
    Held.free.clear()
    app = ReadcompareApp(None, Surroundings(reading=Held(*read(texts, Wishes()))))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        Held.free.set()
        await pilot.press(*"help")
        found = app.screen.query_one(CommandList)
        while not any("Help" in str(found.get_option_at_index(place).prompt) for place in range(found.option_count)):
            await pilot.pause()
        await pilot.press("down", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert type(app.screen).__name__ == "HelpScreen"
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)


async def test_what_cannot_be_compared_ends_the_screen_and_is_told(texts: tuple[str, str]) -> None:
    Path(texts[0]).write_text("Ja.\n\n" * 20_001, encoding="utf-8")
    app = opening(texts)
    async with app.run_test(size=(120, 40)):
        # The screen goes as soon as it is told, and may take along the worker that told it.
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete()
    assert isinstance(app.failure, InputError)
    assert "20,001 sentences" in str(app.failure)


async def test_who_leaves_does_not_wait(texts: tuple[str, str]) -> None:
    class Noted(Reading):
        def compared(self, progress: Progress = silent) -> Session:
            session = super().compared(progress)
            finished.append(session)
            return session

    finished: list[Session] = []
    lengthened(texts)
    app = ReadcompareApp(None, Surroundings(reading=Noted(*read(texts, Wishes()))))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("q")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ComparingScreen)
    assert not finished
