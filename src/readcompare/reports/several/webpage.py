"""Several accounts as one web page: self-contained, readable without a script, asking nothing of any network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from readcompare.model.sides import LETTERS
from readcompare.model.synopsis import Standing, Synopsis, pair_name
from readcompare.reports import charts
from readcompare.reports.interface import Layout
from readcompare.reports.webpage import Kind, Quoted, finished, framed, reference, rules, shipped
from readcompare.views.evidence import SentenceQuote, evidence
from readcompare.views.several_outline import PairFinding, SeveralOutline, several_outline
from readcompare.views.synopsis import CellView, SynopsisRowView, in_words

_STANDINGS = {
    Standing.ALL: "in all",
    Standing.SOME: "in the pivot and some of the others",
    Standing.PIVOT: "in the pivot alone",
    Standing.SHARED: "not in the pivot, in several others",
    Standing.ONE: "not in the pivot, in one other",
    Standing.GENERAL: "general sentence",
}
_IN_STEP = 4
"""With more sides the table is wider than most screens and moves sideways."""


class _Cell(Struct, frozen=True):
    view: CellView
    sentences: tuple[Quoted, ...]


class _Found(Struct, frozen=True):
    found: PairFinding
    quotes: tuple[SentenceQuote, ...]


class _Line(Struct, frozen=True):
    row: SynopsisRowView
    cells: tuple[_Cell, ...]
    found: tuple[PairFinding, ...]


def render(synopsis: Synopsis, layout: Layout) -> str:
    """A whole HTML document in UTF-8; with `layout.ascii_only` other characters are written as references."""
    told = several_outline(synopsis, layout.only)
    row_kinds, finding_kinds = list(_row_kinds(told.rows)), list(_finding_kinds(told.findings))
    style = shipped("page.css") + shipped("several.css") + "".join(rules(row_kinds, finding_kinds))
    letters = LETTERS[: len(synopsis.documents)]
    return finished(
        "synopsis.html",
        {
            **framed(style),
            "told": told,
            "only": layout.only,
            "ref": reference(
                {row.id for row in told.rows}
                | {one.id for row in told.rows for cell in row.cells for one in cell.sentences}
            ),
            "recipe": synopsis.comparisons[0].recipe,
            "documents": synopsis.documents,
            "place": {letter: letter.lower() for letter in letters},
            "everybody": in_words(letters),
            "lines": list(_lines(told)),
            "row_kinds": row_kinds,
            "unsure": sum(not row.sure for row in told.rows),
            "competing": sum(row.is_competing for row in told.rows),
            "findings": list(_found(synopsis, told.findings)),
            "finding_kinds": finding_kinds,
            "bars": charts.several_bars(synopsis),
            "slopes": None,
            "is_wide": len(letters) > _IN_STEP,
        },
        layout,
    )


def _row_kinds(rows: Sequence[SynopsisRowView]) -> Iterator[Kind]:
    number = Counter(row.standing for row in rows)
    for standing, words in _STANDINGS.items():
        if number[standing]:
            yield Kind(standing.value, words, number[standing])


def _finding_kinds(findings: Sequence[PairFinding]) -> Iterator[Kind]:
    number = Counter(found.view.kind for found in findings)
    for kind, label in {found.view.kind: found.view.label for found in findings}.items():
        yield Kind(kind, label, number[kind])


def _found(synopsis: Synopsis, findings: Sequence[PairFinding]) -> Iterator[_Found]:
    pairs = {pair_name(comparison): comparison for comparison in synopsis.comparisons}
    for found in findings:
        comparison = pairs[found.pair]
        yield _Found(found, evidence(comparison, comparison.findings[found.number]))


def _lines(told: SeveralOutline) -> Iterator[_Line]:
    """The rows in the order of the table; a link to a sentence leads to the first row that holds it."""
    known: set[str] = set()
    for row in told.rows:
        cells = []
        for cell in row.cells:
            cells.append(_Cell(cell, tuple(Quoted(one, one.id not in known) for one in cell.sentences)))
            known.update(one.id for one in cell.sentences)
        yield _Line(row, tuple(cells), told.inside(row))
