"""The screen with three and more sides: two at a time, a key to the next two, a title that says which."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot
from tui_pilot import cursor_of, screen_text

from readcompare.intake import Wishes
from readcompare.session import Session, start
from readcompare.sources.result_file import Pairs, read_any_result
from readcompare.tui.app import ReadcompareApp
from readcompare.tui.screens.reading import ReadingScreen
from readcompare.tui.screens.several import SeveralScreen
from readcompare.tui.surroundings import Surroundings


@pytest.fixture
def session(root: Path, tmp_path: Path) -> Session:
    folder = shutil.copytree(root / "tests" / "several" / "2014-07-03-de-fr-ru", tmp_path / "call")
    return start((str(folder / "comparison.yaml"),), Wishes())


def app_of(session: Session, folder: Path) -> ReadcompareApp:
    return ReadcompareApp(session.comparison, Surroundings(session=session, folder=str(folder)))


async def until(pilot: Pilot[None], words: str) -> str:
    """The screen, once these words stand in it."""
    for _ in range(600):
        await pilot.pause()
        if words in screen_text(pilot):
            break
        await asyncio.sleep(0.02)
    text = screen_text(pilot)
    assert words in text
    return text


async def test_a_key_goes_from_pair_to_pair_around_the_pivot_first(session: Session, tmp_path: Path) -> None:
    async with app_of(session, tmp_path).run_test(size=(110, 30)) as pilot:
        await until(pilot, "Pair 1 of 3: A and B · Merkel")
        await pilot.press("P")
        text = await until(pilot, "Pair 2 of 3: A and C · Merkel")
        assert "C1 Обсуждение" in text
        await pilot.press("P")
        await until(pilot, "Pair 3 of 3: B and C · Merkel")
        await pilot.press("P")
        await until(pilot, "Pair 1 of 3: A and B · Merkel")
        await pilot.press("B")
        await until(pilot, "Pair 3 of 3: B and C · Merkel")


async def test_the_place_is_kept_and_sentences_of_the_third_side_are_gone_to(session: Session, tmp_path: Path) -> None:
    async with app_of(session, tmp_path).run_test(size=(110, 30)) as pilot:
        screen = cast("SeveralScreen", pilot.app.screen)
        await pilot.press("colon", *"a5", "enter")
        await until(pilot, "A5")
        await pilot.press("P")
        await until(pilot, "Pair 2 of 3")
        assert "A5" in {one.id for one in screen.shown.rows[cursor_of(pilot)].a}
        await pilot.press("colon", *"c3", "enter")
        await pilot.pause()
        assert "C3" in {one.id for one in screen.shown.rows[cursor_of(pilot)].b}


async def test_answers_bear_the_letters_of_the_pair(session: Session, tmp_path: Path) -> None:
    async with app_of(session, tmp_path).run_test(size=(120, 30)) as pilot:
        await pilot.press("P")
        await until(pilot, "Pair 2 of 3")
        await pilot.press("a")
        text = await until(pilot, "[At a glance]")
        assert "A: German Federal Government" in text
        assert "C: Kremlin" in text
        assert "B: " not in text


async def test_work_by_hand_stands_in_the_file_of_its_pair(session: Session, tmp_path: Path) -> None:
    folder = Path(session.files[0]).parent
    async with app_of(session, tmp_path).run_test(size=(110, 30)) as pilot:
        await pilot.press("P")
        await until(pilot, "Pair 2 of 3")
        await pilot.press("c")
        await until(pilot, "=✓  C1")
        written = folder / "comparison.germany-kremlin.notes.yaml"
        assert "sentence: C1" in written.read_text(encoding="utf-8")
        await pilot.press("P")
        await until(pilot, "Pair 3 of 3")
        await pilot.press("c")
        await until(pilot, "=✓  C1")
        assert "sentence: B1" in (folder / "comparison.elysee-kremlin.notes.yaml").read_text(encoding="utf-8")
    assert sorted(path.name for path in folder.glob("*.notes.yaml")) == [
        "comparison.elysee-kremlin.notes.yaml", "comparison.germany-kremlin.notes.yaml",
    ]  # fmt: skip
    again = start(session.files, Wishes(pair=(0, 2)))
    assert again.comparison.rows[0].origin == "confirmed"


async def test_what_was_done_on_a_pair_can_be_undone_when_the_reader_is_back(session: Session, tmp_path: Path) -> None:
    async with app_of(session, tmp_path).run_test(size=(110, 30)) as pilot:
        await pilot.press("c")
        await until(pilot, "=✓  B1")
        for pair in (2, 3, 1):
            await pilot.press("P")
            await until(pilot, f"Pair {pair} of 3")
        assert "=✓  B1" in screen_text(pilot)
        await pilot.press("u")
        await until(pilot, "=   B1")


def set_sides(path: Path, ids: str) -> None:
    """Leave these sides in the comparison file, in this order."""
    head, *sides = path.read_text(encoding="utf-8").split("  - ")
    names = ("germany", "elysee", "kremlin")
    by_id = {next(one for one in names if side.startswith(f"id: {one}")): side for side in sides}
    path.write_text("  - ".join((head, *(by_id[one] for one in ids.split()))), encoding="utf-8")


async def until_told(pilot: Pilot[None], words: str) -> str:
    """What is told with these words in it."""
    for _ in range(600):
        await pilot.pause()
        told = [one.message for one in pilot.app._notifications if words in one.message]
        if told:
            return told[0]
        await asyncio.sleep(0.02)
    raise AssertionError(f"{words!r} is not told")


@pytest.mark.parametrize("ids", ["germany elysee", "elysee germany kremlin"])
async def test_other_sides_in_the_file_are_told_and_what_is_read_stays(
    session: Session, tmp_path: Path, ids: str
) -> None:
    async with app_of(session, tmp_path).run_test(size=(110, 30)) as pilot:
        await pilot.press("P")
        await until(pilot, "Pair 2 of 3")
        set_sides(Path(session.files[0]), ids)
        told = await until_told(pilot, "its sides were germany, elysee, kremlin")
        assert told.endswith("open it again: R")
        assert "Pair 2 of 3: A and C" in screen_text(pilot)


async def test_a_third_side_that_comes_to_an_open_file_is_read_when_the_reader_asks(
    session: Session, tmp_path: Path
) -> None:
    path = Path(session.files[0])
    three = path.read_text(encoding="utf-8")
    set_sides(path, "germany elysee")
    two = start(session.files, Wishes())
    async with app_of(two, tmp_path).run_test(size=(110, 30)) as pilot:
        assert type(pilot.app.screen) is ReadingScreen
        await pilot.press("colon", *"a3", "enter", "c")
        await until(pilot, "✓")
        path.write_text(three, encoding="utf-8")
        await until_told(pilot, "and are now germany, elysee, kremlin; open it again: R")
        assert type(pilot.app.screen) is ReadingScreen
        await pilot.press("R")
        await until(pilot, "Pair 1 of 3: A and B")
        screen = cast("SeveralScreen", pilot.app.screen)
        await pilot.pause()
        assert "A3" in {one.id for one in screen.shown.rows[cursor_of(pilot)].a}
        assert len(pilot.app.screen_stack) == 1
        set_sides(path, "germany elysee")
        await until_told(pilot, "and are now germany, elysee; open it again: R")
        await pilot.press("R")
        for _ in range(600):
            await pilot.pause()
            if type(pilot.app.screen) is ReadingScreen:
                break
            await asyncio.sleep(0.02)
        assert type(pilot.app.screen) is ReadingScreen


async def test_a_language_version_of_the_third_side_is_read(session: Session, tmp_path: Path) -> None:
    async with app_of(session, tmp_path).run_test(size=(110, 30)) as pilot:
        await pilot.press("P")
        await until(pilot, "Pair 2 of 3")
        await pilot.press("T")
        text = await until(pilot, "Discussion of the Ukrainian crisis")
        assert "Pair 2 of 3: A and C" in text


async def test_a_record_is_read_pair_by_pair_too(root: Path, tmp_path: Path) -> None:
    from readcompare.cli import main

    path = str(tmp_path / "r.json")
    assert main(["report", str(root / "tests" / "several" / "2014-07-03-de-fr-ru"), "-o", path]) == 0
    found = read_any_result(path)
    assert isinstance(found, Pairs)
    app = ReadcompareApp(found.comparisons[0], Surroundings(pairs=found.comparisons))
    async with app.run_test(size=(110, 30)) as pilot:
        await until(pilot, "Pair 1 of 3: A and B")
        await pilot.press("B")
        await until(pilot, "Pair 3 of 3: B and C")


async def test_help_tells_of_the_key_only_where_there_is_something_to_go_to(
    session: Session, sample: str, tmp_path: Path
) -> None:
    async with app_of(session, tmp_path).run_test(size=(110, 60)) as pilot:
        await pilot.press("question_mark")
        await until(pilot, "Read the next two of the sides")
    two = start((sample,), Wishes())
    async with app_of(two, tmp_path).run_test(size=(110, 60)) as pilot:
        assert type(pilot.app.screen) is ReadingScreen
        await pilot.press("question_mark")
        await until(pilot, "Signs between the columns")
        assert "two of the sides" not in screen_text(pilot)
