"""The facts at a glance say what they count."""

from __future__ import annotations

from pathlib import Path

import pytest

from readcompare import compare
from readcompare.model.alignment import RowKind
from readcompare.model.comparison import Comparison
from readcompare.views.glance import ALONE, counts, facts
from readcompare.views.rows import row_views


@pytest.mark.parametrize("call", ["2014-03-06-us-ru", "2020-12-07-de-ru", "2021-11-10-de-ru"])
def test_competing_sentences_are_told_apart_where_what_has_no_counterpart_is_counted(root: Path, call: str) -> None:
    comparison = compare(root / "readouts" / call / "comparison.yaml")
    assert isinstance(comparison, Comparison)
    fact = next(fact for fact in facts(comparison) if fact.question == ALONE)
    number = {count.words: count.number for count in counts(row_views(comparison))}
    matched = {name for row in comparison.rows if row.kind.is_match for name in (*row.a, *row.b)}
    for letter, told in (("A", fact.a), ("B", fact.b)):
        whole, _, competing = told.removesuffix(" competing)").partition(" (")
        rivals = {
            name
            for row in comparison.rows
            if row.kind is RowKind.COMPETING
            for name in (*row.a, *row.b)
            if name.startswith(letter) and name not in matched
        }
        assert int(whole) - int(competing or 0) == number.get(f"{letter} only", 0)
        assert int(competing or 0) == len(rivals)
