"""Filters: what a reader writes, which rows are left, where the words stand."""

from __future__ import annotations

import pytest

from readcompare.api import compare
from readcompare.model.alignment import RowKind
from readcompare.views.narrowing import Choice, Narrowing, read_query
from readcompare.views.rows import row_views

COMPARISON = compare(
    "They spoke on Monday. The use of migrants is inhuman. Gas was raised.",
    "They spoke on Monday. He proposed talks with Minsk [sic].",
    languages=("en", "en"),
)
ROWS = row_views(COMPARISON)


@pytest.mark.parametrize(
    ("written", "wanted", "unwanted"),
    [
        ("gas !minsk", ("gas",), ("minsk",)),
        ('"use of" migrants', ("use of", "migrants"), ()),
        ('!"use of', (), ("use of",)),
        ("!", (), ()),
        ("  ", (), ()),
        ("[sic]", ("[sic]",), ()),
    ],
)
def test_a_query_is_read_as_it_is_written(written: str, wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> None:
    query = read_query(written)
    assert (query.wanted, query.unwanted) == (wanted, unwanted)


@pytest.mark.parametrize(
    ("written", "left"),
    [("MIGRANTS", {"A2"}), ("[SIC]", {"B2"}), ("spoke !gas", {"A1", "B1"}), ("spoke migrants", set()), ("", None)],
)
def test_rows_are_taken_by_the_words_of_both_sides(written: str, left: set[str] | None) -> None:
    taken = [row for row in ROWS if Narrowing(read_query(written)).takes(row)]
    ids = {sentence.id for row in taken for sentence in (*row.a, *row.b)}
    assert ids == (left if left is not None else {"A1", "A2", "A3", "B1", "B2"})


def test_hits_are_counted_by_side_and_joined_where_they_overlap() -> None:
    assert read_query("spoke").count(ROWS) == (1, 1)
    assert read_query("ana nan").hits("Banana") == ((1, 5),)


def test_kinds_and_choices_leave_rows_out() -> None:
    kinds = {row.kind for row in ROWS if Narrowing(hidden=frozenset({RowKind.SAME})).takes(row)}
    assert RowKind.SAME not in kinds
    assert kinds
    chosen = Narrowing(choice=Choice("one", frozenset({ROWS[0].id})))
    assert [row.id for row in ROWS if chosen.takes(row)] == [ROWS[0].id]
