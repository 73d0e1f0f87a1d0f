"""Work by hand is kept exactly, found again after an edit, and never lost unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from readcompare import compare
from readcompare.engine.hand import ALIKE
from readcompare.errors import ConfigurationError
from readcompare.model.alignment import Origin, RowKind
from readcompare.model.annotations import Anchor, Annotations, Judgement, Verdict
from readcompare.model.comparison import Comparison
from readcompare.sources.annotations import annotations_text, read_annotations, write_annotations

A = "Merkel spoke with Putin by telephone.\n\nShe demanded the withdrawal of troops.\n\nThe grain harvest was large."
B = "Putin spoke with Merkel by telephone.\n\nHe explained the gas prices.\n\nThe wheat harvest was discussed."


def anchors(comparison: Comparison, *names: str) -> tuple[Anchor, ...]:
    """The sentences as the screen names them; the digest is left to the words."""
    found = []
    for name in names:
        document, sentence = comparison.sentence(name)
        found.append(Anchor(sentence=name, digest="0" * 12, text=document.text_of(sentence)))
    return tuple(found)


def judged(comparison: Comparison, verdict: Verdict, a: str, b: str, note: str | None = None) -> Judgement:
    sides = [anchors(comparison, *names.split()) for names in (a, b)]
    return Judgement(verdict=verdict, a=sides[0], b=sides[1], note=note)


def kinds(comparison: Comparison) -> dict[tuple[str, str], tuple[RowKind, Origin]]:
    return {(" ".join(row.a), " ".join(row.b)): (row.kind, row.origin) for row in comparison.rows}


def test_added_forbidden_and_confirmed_rows_are_kept_exactly_and_the_rest_is_aligned_around_them() -> None:
    plain = compare(A, B)
    assert ("A1", "B1") in kinds(plain)
    by_hand = Annotations(
        (
            judged(plain, Verdict.UNLINKED, "A1", "B1"),
            judged(plain, Verdict.LINKED, "A2", "B2 B3", "they answer each other"),
            judged(plain, Verdict.CONFIRMED, "A3", ""),
        )
    )
    found = compare(A, B, annotations=by_hand)
    assert kinds(found)["A2", "B2 B3"] == (RowKind.PARTIAL, Origin.MANUAL)
    assert kinds(found)["A3", ""] == (RowKind.ONLY_A, Origin.CONFIRMED)
    assert not any("A1" in row.a and "B1" in row.b for row in found.rows)
    assert next(row.note for row in found.rows if row.origin is Origin.MANUAL) == "they answer each other"


def test_of_two_judgements_about_one_sentence_the_later_one_counts() -> None:
    plain = compare(A, B)
    first, second = judged(plain, Verdict.LINKED, "A2", "B2"), judged(plain, Verdict.LINKED, "A2", "B3")
    assert kinds(compare(A, B, annotations=Annotations((first, second))))["A2", "B3"][1] is Origin.MANUAL
    undone = judged(plain, Verdict.UNLINKED, "A2", "B2")
    rows = compare(A, B, annotations=Annotations((first, undone))).rows
    assert not any("A2" in row.a and "B2" in row.b for row in rows)


def test_links_by_hand_survive_an_edit_of_the_text() -> None:
    by_hand = Annotations((judged(compare(A, B), Verdict.LINKED, "A2", "B2"),))
    edited = f"A new first sentence stands here.\n\n{A.replace('demanded', 'has demanded')}"
    assert kinds(compare(edited, B, annotations=by_hand))["A3", "B2"][1] is Origin.MANUAL


def test_a_judgement_whose_sentence_is_gone_is_told() -> None:
    by_hand = Annotations((judged(compare(A, B), Verdict.LINKED, "A2", "B2"),))
    found = compare("Merkel spoke with Putin by telephone.", B, annotations=by_hand)
    assert all(row.origin is Origin.AUTO for row in found.rows)
    assert any("A2, B2" in note for note in found.notes)
    assert ALIKE > 50


def test_annotations_read_back_as_they_were_written(tmp_path: Path) -> None:
    hostile = 'He "said" [/foo] \\ : # - {x} \u202e \x07 \u2028 = 双方'
    written = Annotations(
        (
            Judgement(
                verdict=Verdict.LINKED,
                a=(Anchor(sentence="A3", digest="0123456789ab", text=hostile),),
                b=(Anchor(sentence="B1", digest="0123456789ab", text="no"),),
                kind=RowKind.COMPETING,
                note=hostile,
                labels=("to be quoted", "yes"),
            ),
            Judgement(verdict=Verdict.CONFIRMED, a=(), b=(Anchor(sentence="B2", digest="f" * 12, text="x"),)),
        )
    )
    path = tmp_path / "call.notes.yaml"
    write_annotations(str(path), written)
    assert read_annotations(str(path)) == written
    write_annotations(str(path), Annotations())
    assert read_annotations(str(path)) == Annotations()
    assert annotations_text(written) == annotations_text(written)


def test_a_comparison_file_names_its_annotations(root: Path, tmp_path: Path) -> None:
    folder = root / "readouts" / "2021-11-10-de-ru"
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    file = tmp_path / "comparison.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "annotations: call.notes.yaml\n", encoding="utf-8")
    plain = compare(file)  # the annotations file is not there yet
    write_annotations(str(tmp_path / "call.notes.yaml"), Annotations((judged(plain, Verdict.LINKED, "A3", "B3 B4"),)))
    assert kinds(compare(file))["A3", "B3 B4"][1] is Origin.MANUAL


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rows: []", "format is missing"),
        ("format: readcompare-annotations/9\n", "is not known"),
        ("format: readcompare-annotations/1\nrows:\n- verdict: conformed\n", "did you mean 'confirmed'"),
        ("format: readcompare-annotations/1\nrows:\n- verdict: linked\n", "names no sentence"),
        ("format: readcompare-annotations/1\nrows:\n- verdict: linked\n  a: [{sentence: B1}]\n", "digest is missing"),
        (
            "format: readcompare-annotations/1\nrows:\n- verdict: linked\n  a: [{sentence: B1, digest: x}]\n",
            "named as A3",
        ),
        ("format: readcompare-annotations/1\nrows: [1]\n", "a row must be a mapping"),
    ],
)
def test_a_faulty_annotations_file_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "call.notes.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as error:
        read_annotations(str(path))
    assert told in str(error.value)
    assert f"{path}:" in str(error.value)
