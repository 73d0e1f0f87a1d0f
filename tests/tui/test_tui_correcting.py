"""Correcting in the screen: one key an edit, saved at once, undone without limit, never lost in silence."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input, Static
from tui_pilot import cell_of, cursor_of, screen_text

from readcompare.intake import Wishes
from readcompare.model.alignment import Origin, Row, RowKind
from readcompare.model.annotations import Annotations
from readcompare.runner import run_file
from readcompare.session import Session, start
from readcompare.sources.annotations import annotations_text, read_annotations
from readcompare.tui.app import ReadcompareApp
from readcompare.tui.commands import READING
from readcompare.tui.screens.reading import ReadingScreen
from readcompare.tui.surroundings import Surroundings


@pytest.fixture
def session(root: Path, tmp_path: Path) -> Session:
    """A call of 4 and 12 sentences; six of its twelve rows are to be checked."""
    folder = shutil.copytree(root / "readouts" / "2020-12-07-de-ru", tmp_path / "call")
    return start((str(folder / "comparison.yaml"),), Wishes())


@pytest.fixture
def app(session: Session, tmp_path: Path) -> ReadcompareApp:
    return ReadcompareApp(session.comparison, Surroundings(session=session, folder=str(tmp_path / "state")))


def notes_of(session: Session) -> Path:
    assert session.annotations_path is not None
    return Path(session.annotations_path)


def screen_of(pilot: Pilot[None]) -> ReadingScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReadingScreen)
    return screen


def row_here(pilot: Pilot[None]) -> Row:
    return screen_of(pilot).shown.comparison.rows[cursor_of(pilot)]


def told(pilot: Pilot[None]) -> str:
    return " ".join(one.message for one in pilot.app._notifications)


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_marked_rows_are_linked_noted_saved_and_there_again(app: ReadcompareApp, session: Session) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "j", "j", "space")
        assert "+A" in screen_text(pilot) or "+" in screen_text(pilot)
        marked = row_here(pilot)
        await press(pilot, "G")
        other = row_here(pilot)
        await press(pilot, "l")
        row = row_here(pilot)
        assert (row.origin, {*row.a, *row.b}) == (Origin.MANUAL, {*marked.a, *marked.b, *other.a, *other.b})
        assert screen_of(pilot).shown.marked == frozenset()
        await press(pilot, "e", *"an[/b] ask", "enter")
        assert "note: an[/b] ask" in screen_text(pilot)
        await press(pilot, "E", *"quote,ask", "enter")
        assert "labels: quote, ask" in screen_text(pilot)
        assert "✓" in screen_text(pilot)
        shown = screen_of(pilot).shown.comparison
    assert run_file(session.files[0]) == shown
    assert read_annotations(str(notes_of(session))).judgements[0].note == "an[/b] ask"


async def test_a_marked_row_that_is_hidden_is_linked_only_when_that_is_asked_for_again(app: ReadcompareApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "colon", *"b3", "enter", "space", "5", "colon", *"a4", "enter")
        before = screen_of(pilot).shown.comparison
        here = row_here(pilot)
        assert here.a == ("A4",)
        await press(pilot, "l")
        assert told(pilot).startswith("Marked, but hidden: B3. l again links that with A4")
        assert screen_of(pilot).shown.comparison == before
        # What was told of one row is not taken for another one.
        await press(pilot, "g", "l")
        assert "l again links that with A1 B1" in told(pilot)
        assert screen_of(pilot).shown.comparison == before
        await press(pilot, "l")
        assert {*row_here(pilot).a, *row_here(pilot).b} == {"A1", "B1", "B3"}


async def test_a_marked_row_in_sight_is_linked_at_once_while_others_are_hidden(app: ReadcompareApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "colon", *"b3", "enter", "space", "1", "colon", *"a4", "enter", "l")
        assert {*row_here(pilot).a, *row_here(pilot).b} == {"A4", "B3"}


async def test_why_says_first_that_a_row_was_set_by_hand_and_tells_each_thing_once(app: ReadcompareApp) -> None:
    async with app.run_test(size=(120, 60)) as pilot:
        await press(pilot, "j", "j", "space", "G", "l", "w")
        row = row_here(pilot)
        lines = str(screen_of(pilot).query_one("WhyPanel Static", Static).content).splitlines()
        assert lines[1] == "Linked by hand"
        assert lines[2].startswith("Probability by the matcher alone that the sentences answer each other: ")
        assert row.score > 0
        await press(pilot, "c")
        assert "Linked by hand" in screen_text(pilot)
        await press(pilot, "u", "u", "s", "c", "S")
        alone = next(row for row in screen_of(pilot).shown.comparison.rows if row.nearest)
        screen_of(pilot).jump_to((alone.a or alone.b)[0])
        await pilot.pause()
        assert row_here(pilot) == alone
        told = str(screen_of(pilot).query_one("WhyPanel Static", Static).content)
        assert alone.nearest
        text = screen_of(pilot).shown.comparison.a.text_of(screen_of(pilot).shown.comparison.a.sentence(alone.nearest))
        assert told.count(text) == 1
        before = told[: told.index("Runner-up")]
        assert len(re.findall(rf"\b{alone.nearest}\b", before)) == 1


async def test_every_row_to_check_is_confirmed_with_one_key(app: ReadcompareApp, session: Session) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "s")
        unsure = 0
        while not all(row.sure for row in screen_of(pilot).shown.rows):
            assert not screen_of(pilot).shown.rows[cursor_of(pilot)].sure
            await press(pilot, "c")
            unsure += 1
        assert unsure > 2
        assert told(pilot).endswith(" confirmed. No row is left to check.")
        await press(pilot, *["u"] * unsure)
        assert screen_of(pilot).shown.comparison == session.comparison
        await press(pilot, "u")
        assert told(pilot) == "There is nothing to undo"
        await press(pilot, *["ctrl+r"] * unsure)
        assert all(row.sure for row in screen_of(pilot).shown.rows)
    assert len(read_annotations(str(notes_of(session))).judgements) == unsure


async def test_unlinking_kinds_and_leaving_to_the_matcher(app: ReadcompareApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "j")
        before = row_here(pilot)
        await press(pilot, "K")
        assert (row_here(pilot).kind, row_here(pilot).a) == (RowKind.COMPETING, before.a)
        await press(pilot, "X")
        assert row_here(pilot) == before
        await press(pilot, "x")
        assert row_here(pilot).a == before.a
        assert not set(row_here(pilot).b) & set(before.b)
        await press(pilot, "L", "ctrl+u", *"a2 B2,b5", "enter")
        assert (row_here(pilot).a, row_here(pilot).b) == (("A2",), ("B2", "B5"))
        await press(pilot, "L", "ctrl+u", *"a2 b99", "enter")
        assert told(pilot) == "There is no sentence B99"
        await press(pilot, "L", "ctrl+u", *"a2 R3", "enter")
        assert told(pilot) == "R3: sentences are called A1, B1 and so on."


async def test_what_is_typed_takes_the_place_of_the_ids_and_labels_that_stand_there(app: ReadcompareApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "colon", *"a2", "enter", "L", *"a2 b2 b5", "enter")
        assert (row_here(pilot).a, row_here(pilot).b) == (("A2",), ("B2", "B5"))
        await press(pilot, "L", "end", *" b3", "enter")
        assert row_here(pilot).b == ("B2", "B3", "B5")
        await press(pilot, "E", *"ask", "enter", "E", *"quote", "enter")
        assert row_here(pilot).labels == ("quote",)
        await press(pilot, "e", *"one", "enter", "e", *" two", "enter")
        assert row_here(pilot).note == "one two"


async def test_the_right_button_lists_what_corrects_the_row(app: ReadcompareApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click(offset=cell_of(pilot, "A2"), button=3)
        for _ in range(50):
            if "Confirm (c)" in screen_text(pilot):
                break
            await pilot.pause()
        await pilot.click(offset=cell_of(pilot, "Confirm (c)"))
        for _ in range(50):
            if told(pilot):
                break
            await pilot.pause()
        assert told(pilot) == "A2 B2 confirmed"
        assert row_here(pilot).origin is Origin.CONFIRMED


async def test_the_kind_that_is_set_is_called_as_in_the_legend(app: ReadcompareApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        legend = screen_text(pilot).splitlines()[1]
        for name, count in (("B8", 2), ("A3", 3)):
            screen_of(pilot).jump_to(name)
            for _ in range(count):
                await press(pilot, "K")
                words = told(pilot).partition(" set to ")[2]
                assert words in ("same", "partly", "competing", "B only", "general")
                sign = screen_of(pilot).shown.rows[cursor_of(pilot)].glyph
                assert re.search(rf"{re.escape(sign)} \d+ {words}", screen_text(pilot).splitlines()[1])
        assert legend != screen_text(pilot).splitlines()[1]


async def test_somebody_elses_work_comes_into_sight_and_stays_after_undo(app: ReadcompareApp, session: Session) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "c")
        mine = read_annotations(str(notes_of(session)))
        # Another program confirms another row.
        from readcompare.editing.desk import open_desk

        other = open_desk(start(session.files, Wishes()), None)
        other.confirm(next(row for row in other.session.comparison.rows if row.a == ("A4",)))
        screen_of(pilot).look_for_changes()
        await pilot.app.workers.wait_for_complete()
        await press(pilot)
        rows = screen_of(pilot).shown.comparison.rows
        assert next(row for row in rows if row.a == ("A4",)).origin is Origin.CONFIRMED
        await press(pilot, "u")
    left = read_annotations(str(notes_of(session)))
    assert [judgement.a[0].sentence for judgement in left.judgements] == ["A4"]
    assert mine.judgements[0] not in left.judgements


async def test_an_own_edit_is_no_change_of_a_file(app: ReadcompareApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "c")
        session = screen_of(pilot).session
        assert session is not None
        assert session.stamp_now == session.stamp


async def test_an_edit_while_the_texts_are_compared_is_not_lost(app: ReadcompareApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "plus", "plus", "c", "plus", "j", "c")
        await pilot.app.workers.wait_for_complete()
        await press(pilot)
        rows = screen_of(pilot).shown.comparison.rows
        assert sum(row.origin is Origin.CONFIRMED for row in rows) == 2


async def test_a_source_that_is_edited_keeps_what_was_linked(app: ReadcompareApp, session: Session) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "L", "ctrl+u", *"a3 b5", "enter")
        path = Path(str(session.texts[0]))
        path.write_text("Ein neuer Satz.\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
        await press(pilot, "R")
        await pilot.app.workers.wait_for_complete()
        await press(pilot)
        assert any((row.a, row.b) == (("A4",), ("B5",)) for row in screen_of(pilot).shown.comparison.rows)
        await press(pilot, "u")
        assert not any(row.origin is Origin.MANUAL for row in screen_of(pilot).shown.comparison.rows)


async def test_letters_typed_at_once_after_the_key_are_the_note(app: ReadcompareApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        # All at once, as under load: each letter of "xnuj" is the key of a command too.
        for key in ("e", "x", "n", "u", "j"):
            app.post_message(Key(key, key))
        await pilot.pause()
        await pilot.pause()
        assert app.focused is not None
        assert app.screen.query_one(Input).value == "xnuj"


async def test_all_lines_that_are_pasted_into_a_note_are_the_note(app: ReadcompareApp, session: Session) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e", *"see ")
        assert app.focused is not None
        app.focused.post_message(Paste("\r\nthe first  line \r\n\r\n  and the second\n"))
        await press(pilot, "enter")
        assert "note: see the first line and the second" in screen_text(pilot)
    assert read_annotations(str(notes_of(session))).judgements[0].note == "see the first  line and the second"


async def test_a_note_of_several_lines_is_shown_whole_and_kept_as_it_is(app: ReadcompareApp, session: Session) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e", *"xyz", "enter")
        notes = notes_of(session)
        notes.write_text(notes.read_text(encoding="utf-8").replace("xyz", "first\\nsecond"), encoding="utf-8")
        screen_of(pilot).look_for_changes()
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "e")
        assert "Note: first second" in screen_text(pilot)
        await press(pilot, "enter")
        assert read_annotations(str(notes)).judgements[0].note == "first\nsecond"
        await press(pilot, "e", "x", "enter")
        assert read_annotations(str(notes)).judgements[0].note == "first secondx"


async def test_a_note_on_a_text_that_has_changed_meanwhile_is_kept_and_not_put_elsewhere(
    app: ReadcompareApp, session: Session
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "j", "e", *"ask")
        meant = {screen_of(pilot).shown.comparison.a.text_of(session.comparison.a.sentence("A2"))}
        path = Path(str(session.texts[0]))
        path.write_text("Ein neuer Satz.\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
        screen_of(pilot).look_for_changes()
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "enter")
        assert read_annotations(str(notes_of(session))).judgements[0].note == "ask"
        screen_of(pilot).look_for_changes()
        await pilot.app.workers.wait_for_complete()
        await press(pilot)
        now = screen_of(pilot).shown.comparison
        noted = [row for row in now.rows if row.note == "ask"]
        assert [{now.a.text_of(now.a.sentence(name)) for name in row.a} for row in noted] == [meant]
        assert noted[0].a == ("A3",)


async def test_a_note_that_somebody_else_writes_meanwhile_is_not_replaced(
    app: ReadcompareApp, session: Session
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "j", "e", *"mine")
        from readcompare.editing.desk import open_desk

        other = open_desk(start(session.files, Wishes()), None)
        other.note(other.session.comparison.rows[1], "theirs")
        screen_of(pilot).look_for_changes()
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "enter")
        assert "All your work is in" in told(pilot)
        assert "WORK BY HAND IS IN A COPY" in screen_text(pilot)
    assert [one.note for one in read_annotations(str(notes_of(session))).judgements] == ["theirs"]
    (copy,) = notes_of(session).parent.glob("*.copy-1.yaml")
    assert [one.note for one in read_annotations(str(copy)).judgements] == ["mine"]


async def test_a_file_that_cannot_be_written_leads_to_a_copy_and_the_next_reading_tells(
    session: Session, app: ReadcompareApp, tmp_path: Path
) -> None:
    notes = notes_of(session)
    surroundings = Surroundings(session=session, folder=str(tmp_path / "state"))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "c")
        notes.write_text("format: of somebody else\n", encoding="utf-8")
        await press(pilot, "j", "c")
        assert "All your work is in" in told(pilot)
        await press(pilot, "j")
        pilot.app.clear_notifications()
        assert "WORK BY HAND IS IN A COPY: comparison.notes.copy-1.yaml" in screen_text(pilot)
    assert notes.read_text(encoding="utf-8") == "format: of somebody else\n"
    copy = notes.with_name("comparison.notes.copy-1.yaml")
    assert len(read_annotations(str(copy)).judgements) == 2
    async with ReadcompareApp(session.comparison, surroundings).run_test(size=(120, 40)) as pilot:
        await press(pilot)
        assert copy.name in told(pilot)


async def test_unsaved_work_is_told_until_it_is_safe_and_leaving_asks(
    session: Session, app: ReadcompareApp, tmp_path: Path
) -> None:
    notes_of(session).mkdir()  # nothing can be written in its place
    (tmp_path / "state").write_text("no folder", encoding="utf-8")
    for number in range(1, 1_000):
        notes_of(session).with_name(f"comparison.notes.copy-{number}.yaml").mkdir()
    elsewhere = tmp_path / "elsewhere.yaml"
    async with app.run_test(size=(120, 40)) as pilot:
        screen_of(pilot)
        await press(pilot, "c")
        assert "this is a folder" in told(pilot)
        notes_of(session).rmdir()
        await press(pilot, "c")
        notes_of(session).unlink()
        notes_of(session).mkdir()
        await press(pilot, "j", "c")
        assert "WORK BY HAND IS NOT SAVED" in screen_text(pilot)
        await press(pilot, "q")
        assert pilot.app.is_running
        await press(pilot, "ctrl+k", *str(elsewhere), "enter")
        assert "WORK BY HAND" not in screen_text(pilot)
        assert len(read_annotations(str(elsewhere)).judgements) == 2


async def test_random_keys_of_correcting_undone_give_the_same_annotations(
    app: ReadcompareApp, session: Session
) -> None:
    hand = [command for command in READING if command.action.startswith("screen.")]
    keys = [
        key
        for command in hand
        for key in command.keys.split(",")
        if command.id in ("mark", "link", "unlink", "confirm", "kind", "release", "row.next", "row.first", "check.next")
    ]
    chance = random.Random(3)  # noqa: S311 - the same keys each time
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, *(chance.choice(keys) for _ in range(150)))
        desk = screen_of(pilot).desk
        assert desk is not None
        assert len(desk.past.done) > 40
        await press(pilot, *["u"] * len(desk.past.done))
        assert screen_of(pilot).shown.comparison == session.comparison
    assert notes_of(session).read_text(encoding="utf-8") == annotations_text(Annotations())


async def test_texts_from_standard_input_can_be_corrected_and_their_work_written(
    tmp_path: Path, session: Session
) -> None:
    from msgspec.structs import replace

    piped = replace(session, annotations_path=None)
    async with ReadcompareApp(piped.comparison, Surroundings(session=piped)).run_test(size=(120, 40)) as pilot:
        await press(pilot, "c")
        assert "in no file" in told(pilot)
        await press(pilot, "ctrl+k", *str(tmp_path / "kept.yaml"), "enter")
        assert len(read_annotations(str(tmp_path / "kept.yaml")).judgements) == 1
