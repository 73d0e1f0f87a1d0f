"""Laws that hold for the table of any several texts."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readcompare import Synopsis, compare
from readcompare.engine.synopsis import join
from readcompare.model.alignment import RowKind
from readcompare.model.sides import LETTERS
from readcompare.model.synopsis import Standing, pair_name
from readcompare.views.several_outline import several_outline

SENTENCES = (
    "Bundeskanzlerin Merkel hat heute mit Präsident Putin telefoniert.",
    "Die Kanzlerin forderte den Abzug der Truppen aus der Ukraine.",
    "Владимир Путин провёл телефонный разговор с Ангелой Меркель.",
    "Обсуждалась ситуация на границе Белоруссии.",
    "The leaders agreed to resume the talks on Syria.",
    "The leaders agreed not to resume the talks on Syria.",
    "Putin called the accusations groundless on 9 August 2021.",
    "The Chancellor demanded that the troops leave Ukraine.",
    "They exchanged views.",
    "双方讨论了乌克兰局势。",
    "The border with Belarus was discussed.",
)
texts = st.one_of(st.lists(st.sampled_from(SENTENCES), max_size=5, unique=True).map(" ".join), st.text(max_size=60))
sides = st.lists(texts, min_size=3, max_size=4)
laws = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def several(given_texts: list[str], pivot: str = "A") -> Synopsis:
    found = compare(given_texts, pivot=pivot)
    assert isinstance(found, Synopsis)
    return found


@laws
@given(sides, st.integers(0, 2))
def test_every_sentence_of_every_side_stands_in_the_table_around_any_pivot(given_texts: list[str], pivot: int) -> None:
    synopsis = several(given_texts, LETTERS[pivot])
    standing = {name for row in synopsis.rows for cell in row.cells for name in cell.sentences}
    assert standing == {sentence.id for document in synopsis.documents for sentence in document.sentences}
    own = [name for row in synopsis.rows for name in row.own]
    assert len(own) == len(set(own))
    of_pivot = [name for name in own if name.startswith(LETTERS[pivot])]
    assert len(of_pivot) == len(synopsis.documents[pivot].sentences)
    assert [row.id for row in synopsis.rows] == [f"T{number}" for number in range(1, len(synopsis.rows) + 1)]


@laws
@given(sides)
def test_every_link_of_the_pivot_stands_in_the_table_and_no_other(given_texts: list[str]) -> None:
    synopsis = several(given_texts)
    for comparison in synopsis.comparisons:
        if comparison.a.letter != "A":
            continue
        told = {place.row for row in synopsis.rows for cell in row.cells for place in cell.rows
                if place.pair == pair_name(comparison)}  # fmt: skip
        both = {row.id for row in comparison.rows if row.a and row.b}
        assert both <= told
    for row in synopsis.rows:
        for document, cell in zip(synopsis.documents, row.cells, strict=True):
            linked = {
                name
                for place in cell.rows
                for one in synopsis.pair(place.pair).rows
                if one.id == place.row
                for name in (*one.a, *one.b)
                if name.startswith(document.letter)
            }
            assert set(cell.sentences) == linked | {name for name in row.own if name.startswith(document.letter)}


@laws
@given(sides)
def test_in_another_order_of_the_other_sides_only_the_columns_change(given_texts: list[str]) -> None:
    synopsis = several(given_texts)
    for order in list(permutations(range(1, len(given_texts))))[1:3]:
        places = (0, *order)
        other = several([given_texts[place] for place in places])
        # Where texts come from a program the letters are their ids, so the rows of the rest may stand otherwise.
        assert _rows(synopsis) == _rows(other, [LETTERS[place] for place in places])


def _rows(synopsis: Synopsis, letters: list[str] | None = None) -> set[object]:
    """The rows as they are told, with the letters that the sides had before."""
    known = letters or [document.letter for document in synopsis.documents]
    before = {document.letter: letter for document, letter in zip(synopsis.documents, known, strict=True)}
    kinds = {
        (pair_name(comparison), row.id): (_neutral(row.kind), row.certainty)
        for comparison in synopsis.comparisons
        for row in comparison.rows
    }
    found: set[object] = set()
    for row in synopsis.rows:
        cells = {
            before[document.letter]: (
                tuple(name[1:] for name in cell.sentences),
                frozenset(kinds[place.pair, place.row] for place in cell.rows),
            )
            for document, cell in zip(synopsis.documents, row.cells, strict=True)
        }
        own = frozenset(before[name[0]] + name[1:] for name in row.own)
        found.add((row.standing, own, tuple(sorted(cells.items(), key=lambda cell: cell[0]))))
    return found


def _neutral(kind: RowKind) -> RowKind:
    return RowKind.ONLY_A if kind is RowKind.ONLY_B else kind


def test_the_rows_keep_their_order_when_the_sides_keep_their_ids(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("call")
    names = ("berlin", "paris", "moscow", "rome")
    for name, part in zip(names, (SENTENCES[:3], SENTENCES[3:6], SENTENCES[2:9], SENTENCES[6:]), strict=True):
        (folder / f"{name}.txt").write_text(" ".join(part), encoding="utf-8")
    tables = []
    for order in permutations(names[1:]):
        lines = [f"  - {{id: {name}, file: {name}.txt}}" for name in ("berlin", *order)]
        (folder / "call.yaml").write_text("\n".join(["sides:", *lines]), encoding="utf-8")
        synopsis = compare(folder / "call.yaml")
        assert isinstance(synopsis, Synopsis)
        ids = {document.letter: document.readout.id for document in synopsis.documents}
        tables.append([
            (row.id, row.standing, {ids[name[0]] + name[1:] for cell in row.cells for name in cell.sentences})
            for row in synopsis.rows
        ])  # fmt: skip
    assert len(tables[0]) > 8
    assert all(table == tables[0] for table in tables)


@laws
@given(sides)
def test_the_comparisons_do_not_depend_on_the_pivot_and_each_is_that_of_its_two(given_texts: list[str]) -> None:
    one, other = several(given_texts), several(given_texts, "C")
    assert one.comparisons == other.comparisons
    assert join(one.comparisons, "C") == other
    alone = compare(given_texts[0], given_texts[1])
    first = one.comparisons[0]
    assert (first.rows, first.findings, first.glance) == (alone.rows, alone.findings, alone.glance)


@laws
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5, unique=True).map(" ".join))
def test_three_times_one_text_is_all_alike(text: str) -> None:
    synopsis = several([text, text, text])
    assert {row.standing for row in synopsis.rows} <= {Standing.ALL}
    assert all(len({name[1:] for cell in row.cells for name in cell.sentences}) == 1 for row in synopsis.rows)
    told = several_outline(synopsis)
    assert not told.findings
    assert all(row.is_alike for row in told.rows)


def test_a_comparison_that_is_missing_is_a_mistake_of_the_program() -> None:
    synopsis = several(["One.", "Two.", "Three."])
    with pytest.raises(ValueError, match="every side is compared with every other"):
        join(synopsis.comparisons[:2], "A")
