"""Two people change one file: both works are kept, or it is said that they cannot be."""

from __future__ import annotations

from readcompare.editing.merging import merged
from readcompare.editing.past import Past
from readcompare.model.annotations import Anchor, Annotations, Judgement, Verdict


def judgement(a: int, b: int, note: str | None = None) -> Judgement:
    anchors = [Anchor(sentence=f"{side}{at}", digest=f"{at:012x}", text="") for side, at in (("A", a), ("B", b))]
    return Judgement(verdict=Verdict.LINKED, a=(anchors[0],), b=(anchors[1],), note=note)


ONE, TWO, THREE, FOUR = (judgement(number, number) for number in range(1, 5))
NOTED = judgement(1, 1, "a note")
OTHERWISE = judgement(1, 7)
BASE = Annotations((ONE, TWO))


def test_what_both_did_at_different_sentences_is_in_the_result() -> None:
    mine, theirs = Annotations((ONE, TWO, THREE)), Annotations((TWO, FOUR))
    assert merged(BASE, mine, theirs) == Annotations((TWO, FOUR, THREE))


def test_an_undone_edit_leaves_the_others_work_as_it_is() -> None:
    theirs = Annotations((FOUR, TWO, ONE))
    assert merged(BASE, BASE, theirs) == theirs


def test_what_both_did_alike_is_done_once() -> None:
    mine, theirs = Annotations((TWO, THREE)), Annotations((TWO, THREE, FOUR))
    assert merged(BASE, mine, theirs) == theirs


def test_one_sentence_judged_in_two_ways_is_no_case_for_a_program() -> None:
    assert merged(BASE, Annotations((TWO, NOTED)), Annotations((TWO, OTHERWISE))) is None
    assert merged(BASE, Annotations((TWO, NOTED)), Annotations((TWO,))) is None
    assert merged(BASE, Annotations((ONE, TWO, judgement(5, 3))), Annotations((ONE, TWO, THREE))) is None


def test_undo_takes_back_the_own_edits_and_never_the_others() -> None:
    past = Past(BASE).after("three", Annotations((ONE, TWO, THREE)))
    upon = past.over(Annotations((ONE, TWO, THREE, FOUR)))
    undone = upon.undo()
    assert undone is not None
    assert undone.now == Annotations((ONE, TWO, FOUR))
    assert undone.redo() is not None
    assert undone.undo() is None


def test_undo_reaches_back_to_where_both_worked_at_one_sentence() -> None:
    past = Past(BASE).after("note", Annotations((TWO, NOTED))).after("three", Annotations((TWO, NOTED, THREE)))
    upon = past.over(Annotations((TWO, OTHERWISE, THREE)))
    assert [step.words for step in upon.done] == ["three"]
