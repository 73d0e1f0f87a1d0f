"""Edits by hand: what each does to the rows, and that all of it can be undone."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from desk_samples import NOTES, copied_call, desk_on, random_edit, row_with
from msgspec.structs import replace

from readcompare.editing.desk import Desk, judged, to_check
from readcompare.errors import UsageError
from readcompare.model.alignment import Certainty, Origin, RowKind
from readcompare.runner import run_file
from readcompare.sources.annotations import annotations_text


@pytest.fixture
def desk(root: Path, tmp_path: Path) -> Desk:
    """A call of 4 and 12 sentences, with rows of every kind but competing ones."""
    return desk_on(copied_call(str(root / "readouts" / "2020-12-07-de-ru" / "comparison.yaml"), tmp_path / "call"))


def test_a_linked_row_stands_and_can_be_extended_and_taken_back(desk: Desk) -> None:
    linked = desk.link(("A2",), ("B5",))
    assert row_with(linked, "A2").b == ("B5",)
    assert row_with(linked, "A2").origin is Origin.MANUAL
    extended = linked.note(row_with(linked, "A2"), "both on gas").link(("A2",), ("B5", "B6"))
    row = row_with(extended, "A2")
    assert (row.b, row.note) == (("B5", "B6"), "both on gas")
    assert judged(extended.annotations) == 1
    released = extended.release(row)
    assert row_with(released, "A2").origin is Origin.AUTO
    assert "both on gas" in {row.note for row in released.session.comparison.rows}


def test_an_unlinked_pair_stays_apart_until_it_is_linked_again(desk: Desk) -> None:
    row = next(row for row in desk.session.comparison.rows if row.kind.is_match)
    apart = desk.unlink(row)
    assert not any(set(one.a) & set(row.a) and set(one.b) & set(row.b) for one in apart.session.comparison.rows)
    again = apart.link(row.a, row.b)
    assert row_with(again, row.a[0]).b == row.b
    assert judged(again.annotations) == 1


def test_confirming_rows_one_after_the_other_leaves_nothing_to_check(root: Path, tmp_path: Path) -> None:
    # In this call sentences stand in several rows.
    file = copied_call(str(root / "readouts" / "2022-05-13-de-ru" / "comparison.yaml"), tmp_path / "call")
    desk = desk_on(file)
    before = [(row.kind, row.a, row.b) for row in desk.session.comparison.rows]
    while to_check(desk):
        unsure = next(row for row in desk.session.comparison.rows if row.certainty is Certainty.CHECK)
        desk = desk.confirm(unsure)
    assert [(row.kind, row.a, row.b) for row in desk.session.comparison.rows] == before


@pytest.mark.parametrize("kind", [RowKind.SAME, RowKind.PARTIAL, RowKind.COMPETING])
def test_a_kind_set_by_hand_counts(desk: Desk, kind: RowKind) -> None:
    row = next(row for row in desk.session.comparison.rows if row.kind.is_match)
    found = row_with(desk.set_kind(row, kind), row.a[0])
    assert (found.kind, found.certainty, found.a, found.b) == (kind, Certainty.SURE, row.a, row.b)


def test_the_next_kind_comes_round_to_the_first(desk: Desk) -> None:
    alone = next(row for row in desk.session.comparison.rows if row.kind is RowKind.ONLY_A)
    frame = desk.next_kind(alone)
    assert row_with(frame, alone.a[0]).kind is RowKind.FRAME
    back = frame.next_kind(row_with(frame, alone.a[0]))
    assert row_with(back, alone.a[0]).kind is RowKind.ONLY_A


def test_a_note_confirms_nothing_and_goes_away_when_it_is_empty(desk: Desk) -> None:
    row = next(row for row in desk.session.comparison.rows if row.certainty is Certainty.CHECK)
    noted = desk.note(row, "  ask the office  ").label(row, ("ask", "quote", "ask"))
    found = row_with(noted, (row.a or row.b)[0])
    assert found.note is None  # the row given to `label` had none: what it shows counts
    noted = desk.note(row, "ask the office")
    found = row_with(noted, (row.a or row.b)[0])
    assert (found.note, found.certainty, judged(noted.annotations)) == ("ask the office", Certainty.CHECK, 0)
    labelled = noted.label(found, ("ask", "quote", "ask"))
    found = row_with(labelled, (row.a or row.b)[0])
    assert (found.note, found.labels) == ("ask the office", ("ask", "quote"))
    confirmed = labelled.confirm(found)
    found = row_with(confirmed, (row.a or row.b)[0])
    assert (found.note, found.labels, found.origin) == ("ask the office", ("ask", "quote"), Origin.CONFIRMED)
    bare = labelled.note(row_with(labelled, (row.a or row.b)[0]), "")
    assert row_with(bare, (row.a or row.b)[0]).note is None
    assert desk.note(row, "").annotations == desk.annotations


def test_what_makes_no_sense_is_told_and_changes_nothing(desk: Desk) -> None:
    alone = next(row for row in desk.session.comparison.rows if row.kind is RowKind.ONLY_A)
    edits: tuple[tuple[Callable[[], Desk], str], ...] = (
        (lambda: desk.link((), ()), "needs a sentence"),
        (lambda: desk.link(("A2",), ("B99", "A1")), "no sentence B99, A1"),
        (lambda: desk.unlink(alone), "nothing to unlink"),
        (lambda: desk.set_kind(alone, RowKind.SAME), "cannot be same"),
        (lambda: desk.release(alone), "was set by hand"),
        (lambda: desk.note(alone, "x" * 10_001), "at most"),
        (desk.undo, "nothing to undo"),
        (desk.redo, "nothing to do again"),
    )
    for edit, told in edits:
        with pytest.raises(UsageError, match=told):
            edit()


def test_undo_and_redo_lead_through_every_state(desk: Desk) -> None:
    states = [desk]
    for row in desk.session.comparison.rows[:6]:
        states.append(states[-1].confirm(row))
    back = states[-1]
    for state in states[-2::-1]:
        back = back.undo()
        assert back.session.comparison == state.session.comparison
    assert "undone: " in back.words
    for state in states[1:]:
        back = back.redo()
        assert back.session.comparison == state.session.comparison
    assert not back.undo().confirm(row_with(back, "B1")).past.undone


def test_two_hundred_random_edits_undone_give_the_same_bytes(sample: str, tmp_path: Path) -> None:
    file = copied_call(sample, tmp_path / "call")
    desk = desk_on(file).link(("A2",), ("B5",))
    notes = tmp_path / "call" / NOTES
    notes.write_text("# mine\n" + notes.read_text(encoding="utf-8") + "# the end\n", encoding="utf-8")
    first = notes.read_bytes()
    desk = desk_on(file)
    chance = random.Random(1)  # noqa: S311 - the same edits each time
    texts = [annotations_text(desk.annotations)]
    while len(texts) <= 200:
        after = random_edit(desk, chance)
        if after.past is not desk.past and after.annotations != desk.annotations:
            texts.append(annotations_text(after.annotations))
        desk = after
    assert run_file(file) == desk.session.comparison
    last = notes.read_bytes()
    for text in texts[-2::-1]:
        desk = desk.undo()
        assert annotations_text(desk.annotations) == text
    assert notes.read_bytes() == first
    for _ in range(200):
        desk = replace(desk, past=desk.past.redo() or desk.past)
    desk.save_again()
    assert notes.read_bytes() == last


def test_links_by_hand_survive_an_edit_of_the_source(desk: Desk) -> None:
    linked = desk.link(("A3",), ("B5", "B6"))
    path = Path(str(linked.session.texts[0]))
    text = path.read_text(encoding="utf-8")
    path.write_text("Ein neuer erster Satz steht jetzt hier.\n\n" + text, encoding="utf-8")
    again = linked.taking(linked.session.read_again())
    assert row_with(again, "A4").b == ("B5", "B6")
    assert again.undo().session.comparison.rows != again.session.comparison.rows


def test_a_note_is_told_at_its_own_row_though_a_sentence_stands_in_others(root: Path, tmp_path: Path) -> None:
    desk = desk_on(copied_call(str(root / "readouts" / "2022-05-13-de-ru" / "comparison.yaml"), tmp_path / "call"))
    shared = [row for row in desk.session.comparison.rows if "A3" in row.a]
    assert len(shared) == 2
    noted = desk.note(shared[1], "one")
    assert [row.note for row in noted.session.comparison.rows if "A3" in row.a] == [None, "one"]
    changed = noted.note(shared[0], "two").note(shared[1], "three")
    assert [row.note for row in changed.session.comparison.rows if "A3" in row.a] == ["two", "three"]
    # When its row is no more, a note is told wherever its sentences are.
    apart = changed.unlink(shared[0]).link(("A3",), ("B1",))
    assert any("two" in (row.note or "") for row in apart.session.comparison.rows if "A3" in row.a)


def test_each_language_version_keeps_its_own_work(root: Path, tmp_path: Path) -> None:
    file = copied_call(str(root / "readouts" / "2021-11-10-de-ru" / "comparison.yaml"), tmp_path / "call")
    german = desk_on(file).confirm(row_with(desk_on(file), "A3")).link((), ("B5",))
    english = german.taking(german.session.with_version(0, "en"))
    assert {row.origin for row in english.session.comparison.rows} == {Origin.AUTO}
    assert "kept for the versions in de and ru: 2 rows set by hand" in english.session.comparison.notes
    assert not any("any more" in note for note in english.session.comparison.notes)
    with pytest.raises(UsageError, match=r"that was on the versions in de and ru; compare these"):
        english.undo()
    # What contradicts it in the other version takes nothing away from it.
    english = english.link(("A2",), ("B5",))
    back = english.taking(english.session.with_version(0, "de"))
    for desk in (back, desk_on(file)):
        assert row_with(desk, "A3").origin is Origin.CONFIRMED
        assert (row_with(desk, "B5").a, row_with(desk, "B5").origin) == ((), Origin.MANUAL)
        assert row_with(desk, "A2").origin is Origin.AUTO
    with pytest.raises(UsageError, match=r"A2 B5 linked: that was on the versions in en and ru"):
        back.undo()
    again = back.taking(back.session.with_version(0, "en"))
    assert row_with(again, "A2").b == ("B5",)
    assert row_with(again, "A2").origin is Origin.MANUAL
    undone = again.undo()
    assert row_with(undone, "A2").origin is Origin.AUTO
    assert row_with(undone.taking(undone.session.with_version(0, "de")).undo(), "B5").origin is Origin.AUTO


def test_words_like_those_of_another_version_are_not_taken_for_an_earlier_wording(tmp_path: Path) -> None:
    words = "Merkel, Putin, Macron, Hollande: {} minutes, by telephone, on Monday."
    for name, text in (("a.de", words.format("zehn")), ("a.en", words.format("ten")), ("b", words.format("десять"))):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    file = tmp_path / "comparison.yaml"
    file.write_text(
        "title: Four\nsides:\n- {id: one, name: One, texts: {de: a.de.txt, en: a.en.txt}}\n"
        "- {id: two, name: Two, texts: {ru: b.txt}}\n",
        encoding="utf-8",
    )
    german = desk_on(str(file)).link(("A1",), ("B1",))
    english = german.taking(german.session.with_version(0, "en"))
    assert row_with(english, "A1").origin is Origin.AUTO
