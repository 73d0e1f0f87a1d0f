"""The screen compares anew: threshold, language version, edited files; the reader stays at his sentence."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot
from tui_pilot import bare, cursor_of, screen_text
from tui_samples import MIXED

from readcompare.intake import Wishes
from readcompare.session import Session, start
from readcompare.tui.app import ReadcompareApp
from readcompare.tui.screens.reading import ReadingScreen
from readcompare.tui.surroundings import Surroundings


@pytest.fixture
def session(sample: str, tmp_path: Path) -> Session:
    folder = shutil.copytree(Path(sample).parent, tmp_path / "call")
    return start((str(folder / "comparison.yaml"),), Wishes())


def app_of(session: Session) -> ReadcompareApp:
    return ReadcompareApp(session.comparison, Surroundings(session=session))


async def settled(pilot: Pilot[None]) -> ReadingScreen:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, ReadingScreen)
    return screen


def sentence_here(screen: ReadingScreen) -> str:
    row = screen.shown.rows[screen.cursor]
    return (row.a or row.b)[0].id


async def test_the_threshold_moves_and_the_rows_follow(session: Session) -> None:
    async with app_of(session).run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "j")
        await pilot.press(*["plus"] * 14)
        screen = await settled(pilot)
        assert screen.session is not None
        assert screen.session.threshold == 1.0
        assert screen.shown.comparison == session.with_threshold(1.0).comparison
        assert sentence_here(screen) == "A3"
        await pilot.press("asterisk")
        assert (await settled(pilot)).shown.comparison == session.comparison


@pytest.mark.parametrize("key", ["t", "T"])
async def test_a_key_swaps_the_language_version_and_keeps_the_sentence(session: Session, key: str) -> None:
    async with app_of(session).run_test(size=(120, 40)) as pilot:
        await pilot.press("j")
        await pilot.press(key)
        screen = await settled(pilot)
        side = "tT".index(key)
        assert screen.shown.comparison.documents[side].readout.language == "en"
        assert sentence_here(screen) == "A2"
        assert "· en" in screen_text(pilot)
        await pilot.press(key)
        assert (await settled(pilot)).shown.comparison == session.comparison


async def test_an_edited_text_is_read_again_and_the_filter_stays(session: Session) -> None:
    async with app_of(session).run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "1")
        assert session.texts[1] is not None
        path = Path(session.texts[1])
        path.write_text(path.read_text(encoding="utf-8") + "\n\nНовое предложение.\n", encoding="utf-8")
        (await settled(pilot)).look_for_changes()
        screen = await settled(pilot)
        assert "Новое предложение." in screen_text(pilot)
        assert sentence_here(screen) == "A2"
        assert screen.shown.narrowing.hidden


async def test_a_text_that_went_away_is_told_and_the_old_one_stays(session: Session) -> None:
    async with app_of(session).run_test(size=(120, 40)) as pilot:
        assert session.texts[0] is not None
        Path(session.texts[0]).unlink()
        (await settled(pilot)).look_for_changes()
        screen = await settled(pilot)
        screen.look_for_changes()  # the same trouble is told once
        await settled(pilot)
        (told,) = [one.message for one in pilot.app._notifications]
        assert "germany.de.txt" in told
        assert screen.shown.comparison == session.comparison


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_that_a_text_went_away_stands_in_the_heading_until_it_is_there_again(
    session: Session, size: tuple[int, int]
) -> None:
    async with app_of(session).run_test(size=size) as pilot:
        assert session.texts[0] is not None
        path = Path(session.texts[0])
        path.rename(path.with_name("elsewhere"))
        (await settled(pilot)).look_for_changes()
        await settled(pilot)
        pilot.app.clear_notifications()
        await pilot.press("j", "plus")
        await settled(pilot)
        told = bare(screen_text(pilot))
        assert "NOTREADAGAIN:comparison.yaml:" in told
        assert "germany.de.txt" in told
        path.with_name("elsewhere").rename(path)
        (await settled(pilot)).look_for_changes()
        await settled(pilot)
        assert "NOT READ" not in screen_text(pilot)
        path.write_bytes(b"\xff\x00")
        (await settled(pilot)).look_for_changes()
        await settled(pilot)
        assert "NOT READ AGAIN" in screen_text(pilot)
        path.write_text("Die Kanzlerin sprach mit dem Präsidenten.", encoding="utf-8")
        (await settled(pilot)).look_for_changes()
        await settled(pilot)
        assert "NOT READ" not in screen_text(pilot)


@pytest.mark.parametrize("key", ["plus", "asterisk", "t", "R", "c", "l", "space", "e", "u"])
async def test_a_comparison_from_elsewhere_stays_as_it_is(key: str) -> None:
    async with ReadcompareApp(MIXED).run_test(size=(120, 40)) as pilot:
        await pilot.press(key)
        assert [one.message for one in pilot.app._notifications] == [
            "This comparison was not made here, so it stays as it is."
        ]
        assert cursor_of(pilot) == 0


async def test_why_tells_the_signals_and_the_runner_up(session: Session) -> None:
    async with app_of(session).run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "w")
        await pilot.pause()
        text = screen_text(pilot)
        told = text[text.index("What weighs most in the probability, as log-odds:") :].splitlines()
        weights = [float(line.split()[0]) for line in told if re.match(r" +[+-]\d", line)]
        assert len(weights) > 3
        assert [abs(one) for one in weights] == sorted(map(abs, weights), reverse=True)
        assert "Runner-up: A" in text
        await pilot.press("plus", "plus")
        await settled(pilot)
        assert "What weighs most in the probability, as log-odds:" in screen_text(pilot)
