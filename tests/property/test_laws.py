"""Laws that hold for any two texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readcompare import compare
from readcompare.model.alignment import EditKind, RowKind
from readcompare.model.comparison import Comparison
from readcompare.reports import plain, records
from readcompare.reports.interface import Layout

SENTENCES = (
    "Bundeskanzlerin Merkel hat heute mit Präsident Putin telefoniert.",
    "Thema war die Lage an der Grenze zwischen Belarus und Polen.",
    "Die Kanzlerin forderte den Abzug der Truppen.",
    "Владимир Путин провёл телефонный разговор с Ангелой Меркель.",
    "Обсуждалась ситуация на границе Белоруссии.",
    "The leaders agreed to resume the talks.",
    "The leaders agreed not to resume the talks.",
    "Putin called the accusations groundless on 9 August 2021.",
    "He [sic] said [/foo] | <b>no</b> =1+1.",
    "They exchanged views.",
    "双方讨论了乌克兰局势。",
    "Minsk \u202e\x1b\x07 agreements were discussed.",
)
readouts = st.lists(st.sampled_from(SENTENCES), max_size=6).map(" ".join)
any_text = st.one_of(readouts, st.text(max_size=120))
laws = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def rows(comparison: Comparison, *, swapped: bool = False) -> set[tuple[object, ...]]:
    """The rows without their ids and order, as the other side would see them when `swapped`."""
    steps = {EditKind.DELETE: EditKind.INSERT, EditKind.INSERT: EditKind.DELETE}
    mirror = {RowKind.ONLY_A: RowKind.ONLY_B, RowKind.ONLY_B: RowKind.ONLY_A}
    result: set[tuple[object, ...]] = set()
    for row in comparison.rows:
        a, b = tuple(s[1:] for s in row.a), tuple(s[1:] for s in row.b)
        kind = mirror.get(row.kind, row.kind) if swapped else row.kind
        told = []
        for edit in row.edits:
            x, y = ([(e.sentence[1:], e.span.start, e.span.end) for e in side] for side in (edit.a, edit.b))
            told.append((steps.get(edit.kind, edit.kind), y, x) if swapped else (edit.kind, x, y))
        rest = (row.score, row.certainty, row.moved, row.nearest and row.nearest[1:], str(told))
        result.add((kind, b, a, *rest) if swapped else (kind, a, b, *rest))
    return result


@laws
@given(any_text, any_text)
def test_each_sentence_of_both_sides_stands_in_a_row(a: str, b: str) -> None:
    comparison = compare(a, b)
    standing = {sentence for row in comparison.rows for sentence in (*row.a, *row.b)}
    assert standing == {sentence.id for document in comparison.documents for sentence in document.sentences}


@laws
@given(any_text, any_text)
def test_spans_slice_back_to_the_text(a: str, b: str) -> None:
    record = records.record(compare(a, b))
    for side, text in zip(record["sides"], (a, b), strict=True):
        assert side["text"] == text
        assert all(text[s["start"] : s["end"]] == s["text"] for s in side["sentences"])
        told = "".join(s["text"] for s in side["sentences"])
        assert "".join(told.split()) == "".join(text.split())
    for finding in record["findings"]:
        for evidence in finding["evidence"]:
            text = a if evidence["sentence"].startswith("A") else b
            assert text[evidence["start"] : evidence["end"]] == evidence["text"]


@laws
@given(any_text, any_text)
def test_swapping_the_sides_mirrors_the_result(a: str, b: str) -> None:
    one, other = compare(a, b), compare(b, a)
    assert rows(one) == rows(other, swapped=True)
    assert {(f.kind, round(f.severity, 6)) for f in one.findings} == {
        (f.kind, round(f.severity, 6)) for f in other.findings
    }


@pytest.mark.parametrize(
    "call",
    [
        "readouts/2021-11-10-de-ru",
        "readouts/2022-05-28-de-ru",
        "readouts/2024-04-02-us-cn",
        "readouts/2025-03-18-us-ru",
        "readouts/2021-04-13-us-ru",
        "benchmarks/calls/2019-12-29-de-ru",
        "benchmarks/calls/2025-06-14-us-ru",  # more than one person of a country is named
        "benchmarks/calls/2025-10-16-us-ru",
    ],
)
def test_swapping_the_sides_of_a_call_mirrors_the_result(root: Path, call: str) -> None:
    paths = sorted((root / call).glob("*.txt"))
    a, b = paths[0].read_text(encoding="utf-8"), paths[-1].read_text(encoding="utf-8")
    assert rows(compare(a, b)) == rows(compare(b, a), swapped=True)


@laws
@given(any_text, any_text)
def test_the_same_input_gives_the_same_bytes(a: str, b: str) -> None:
    one, other = compare(a, b), compare(a, b)
    assert records.render(one, Layout()) == records.render(other, Layout())
    assert plain.render(one, Layout()) == plain.render(other, Layout())


@laws
@given(st.lists(st.sampled_from(SENTENCES), max_size=8, unique=True).map(" ".join))
def test_a_text_against_itself_is_all_same(text: str) -> None:
    comparison = compare(text, text)
    assert {row.kind for row in comparison.rows} <= {RowKind.SAME}
    assert all(row.a[0][1:] == row.b[0][1:] for row in comparison.rows)
    assert not comparison.findings


@laws
@given(any_text, any_text, st.sampled_from([40, 57, 80, 300]))
def test_no_line_of_the_report_is_too_wide_and_no_control_character_gets_out(a: str, b: str, width: int) -> None:
    from rich.cells import cell_len

    report = plain.render(compare(a, b), Layout(width=width))
    assert max(map(cell_len, report.splitlines())) <= width
    assert all(character.isprintable() or character in "\n\u200c\u200d" for character in report)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The leaders agreed to resume the talks.", "The leaders agreed not to resume the talks."),
        ("Russia criticised Ukraine.", "Ukraine criticised Russia."),
        ("They discussed trade.", "They discussed trade, energy, the border, migration and the war in Syria."),
    ],
)
def test_negation_swapped_roles_and_a_longer_list_are_linked_yet_never_the_same(a: str, b: str) -> None:
    assert [row.kind for row in compare(a, b).rows] == [RowKind.PARTIAL]


def test_the_record_is_json_that_reads_back() -> None:
    text = records.render(compare("[sic] \ud800 <b>", "=1+1\t|"), Layout(ascii_only=True))
    assert json.loads(text)["sides"][0]["text"] == "[sic] \ud800 <b>"
