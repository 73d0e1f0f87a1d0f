"""What a careful reader would not see as a difference makes none."""

from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path

import yaml

from readcompare import compare
from readcompare.model.alignment import RowKind
from readcompare.model.comparison import Comparison

A = (
    "President Biden spoke by telephone with President Putin on 9 August.",
    "The two presidents discussed the ceasefire in Syria and the grain exports from Odesa.",
    "President Biden condemned the missile strikes on Kharkiv.",
    "He announced new sanctions against Russian banks.",
    "The two presidents agreed to extend the New START treaty.",
)
B = (
    "Vladimir Putin had a telephone conversation with Joseph Biden on August 9.",
    "They agreed on the prolongation of the New START Treaty.",
    "The situation with the ceasefire in Syria and with the export of grain from Odesa was considered.",
    "Vladimir Putin drew attention to the fertiliser in European ports.",
)


def text(*sentences: str) -> str:
    return "\n\n".join(sentences)


def matched(comparison: Comparison) -> set[tuple[str, str]]:
    """The linked sentences by their words."""
    words = {s.id: d.text_of(s) for d in comparison.documents for s in d.sentences}
    return {(words[a], words[b]) for row in comparison.rows if row.kind.is_match for a in row.a for b in row.b}


def test_the_clear_rows_are_found() -> None:
    assert matched(compare(text(*A), text(*B))) == {(A[0], B[0]), (A[1], B[2]), (A[4], B[1])}


def test_shuffling_a_side_changes_no_clear_row() -> None:
    for seed in range(5):
        body = list(B[1:])
        random.Random(seed).shuffle(body)  # noqa: S311 - no secret
        found = matched(compare(text(*A), text(B[0], *body)))
        assert {(A[0], B[0]), (A[1], B[2]), (A[4], B[1])} <= found


def test_a_sentence_in_two_answers_the_whole_and_two_in_one_are_answered_by_it() -> None:
    halves = (
        "The situation with the ceasefire in Syria was considered.",
        "The export of grain from Odesa was considered as well.",
    )
    in_two = text(*B[:2], *halves, B[3])
    assert {(A[1], halves[0]), (A[1], halves[1])} <= matched(compare(text(*A), in_two))
    assert {(halves[0], A[1]), (halves[1], A[1])} <= matched(compare(in_two, text(*A)))


def test_differences_in_quotes_spaces_dashes_and_case_are_none() -> None:
    one = text('The leaders discussed the "grain deal" - and more.', "The President condemned the war.")
    other = text("The  leaders discussed the «Grain Deal» — and more.", "THE PRESIDENT condemned the war.")
    assert {row.kind for row in compare(one, other).rows} == {RowKind.SAME}


def test_a_text_and_its_translation_answer_each_other_sentence_by_sentence(root: Path) -> None:
    linked = alone = total = 0
    for path in sorted(root.glob("readouts/*/comparison.yaml")):
        for side in yaml.safe_load(path.read_text(encoding="utf-8"))["sides"]:
            for (one, file), (other, translation) in combinations(side["texts"].items(), 2):
                texts = [
                    [line for line in path.with_name(name).read_text(encoding="utf-8").splitlines() if line.strip()]
                    for name in (file, translation)
                ]
                found = compare(text(*texts[0]), text(*texts[1]), languages=(one, other))
                linked += len(set(zip(*texts, strict=True)) & matched(found))
                alone += sum(row.kind in (RowKind.ONLY_A, RowKind.ONLY_B) for row in found.rows)
                total += len(texts[0])
    assert linked >= 0.95 * total
    assert alone <= 0.01 * 2 * total


def test_two_unrelated_calls_share_the_frame_alone() -> None:
    other = text(
        "Chancellor Scholz spoke with Prime Minister Modi today.",
        "They discussed vaccines, solar power and the visas of Indian nurses.",
        "The Chancellor praised the film festival in Goa.",
    )
    rows = compare(text(*A), other).rows
    assert all(row.a == ("A1",) and row.b == ("B1",) for row in rows if row.kind.is_match)
