"""Several accounts as CSV for a spreadsheet: one line a row of the table, four columns a side."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from readcompare.model.synopsis import Synopsis
from readcompare.reports.interface import Layout
from readcompare.reports.spreadsheet import guarded
from readcompare.views.several_outline import PairFinding, SeveralOutline, several_outline
from readcompare.views.synopsis import CellView, SynopsisRowView


def render(synopsis: Synopsis, layout: Layout) -> str:
    """The rows of the table in its order, then a line for each finding that stands in no row, its kind second.

    For each side its sentences, their text, how they stand to the row's own sentences, and `sure` or `check`. What is
    said of cells and of files beside `reports.spreadsheet` holds here too.
    """
    told = several_outline(synopsis, layout.only)
    letters = [side.letter.lower() for side in told.sides]
    of_sides = [f"{letter}_{what}" for letter in letters for what in ("ids", "text", "links", "certainty")]
    columns = ["row", "standing", "label", "certainty", *of_sides, "reasons", "findings", "by_hand"]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([guarded(cell) for cell in _row(told, row)] for row in told.rows)
    for found in told.loose:
        cells = dict.fromkeys(columns, "") | dict(_loose(found, letters))
        writer.writerow([guarded(cell) for cell in cells.values()])
    return text.getvalue()


def _row(told: SeveralOutline, row: SynopsisRowView) -> Iterator[str]:
    yield from (row.id, row.standing, row.label, _certainty(is_sure=row.sure))
    for cell in row.cells:
        yield " ".join(sentence.id for sentence in cell.sentences)
        yield " ".join(sentence.text for sentence in cell.sentences) or cell.absent
        yield "; ".join(cell.told)
        yield _cell_certainty(cell)
    yield "; ".join(f"{link.id} {link.why}" for link in row.links if link.why)
    yield " ".join(_finding(found) for found in told.inside(row))
    yield "; ".join(row.by_hand)


def _cell_certainty(cell: CellView) -> str:
    """Empty for the cell of the row's own sentences, which nothing links."""
    return _certainty(is_sure=all(link.view.sure for link in cell.links)) if cell.links else ""


def _certainty(*, is_sure: bool) -> str:
    return "sure" if is_sure else "check"


def _loose(found: PairFinding, letters: list[str]) -> Iterator[tuple[str, str]]:
    yield "standing", found.view.kind
    yield "label", found.view.label
    yield "certainty", _certainty(is_sure=found.view.sure)
    for letter in letters:
        quotes = [quote for quote in found.view.quotes if quote.sentence[0].lower() == letter]
        yield f"{letter}_ids", " ".join(dict.fromkeys(quote.sentence for quote in quotes))
        yield f"{letter}_text", " ".join(quote.text for quote in quotes)
    yield "findings", _finding(found)


def _finding(found: PairFinding) -> str:
    return f"{found.id} {found.told}" + (f" ({found.view.evidence})" if found.view.evidence else "")
