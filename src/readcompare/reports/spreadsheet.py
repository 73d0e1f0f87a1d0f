"""The comparison as CSV for a spreadsheet: one line a row, and no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from readcompare.model.comparison import Comparison
from readcompare.reports.interface import Layout
from readcompare.views.findings import FindingView
from readcompare.views.outline import outline
from readcompare.views.passages import SentenceView
from readcompare.views.rows import RowView

COLUMNS = (
    "row", "kind", "label", "certainty", "score", "moved", "origin", "a_ids", "a_text", "b_ids", "b_text",
    "reasons", "findings", "by_hand",
)  # fmt: skip
"""The first line. `score` is a probability 0..1; several sentences or findings in a cell stand behind each other."""

# A cell that begins so is a formula to one spreadsheet or another. A spreadsheet that expects semicolons between
# cells, as in German, begins one behind each of them too.
_FORMULA = re.compile(r"(^|;)(\s*)([=+\-@\t\r＝＋－＠])")


def render(comparison: Comparison, layout: Layout) -> str:
    """The rows in reading order, then a line for each finding that stands in no row, its kind in the second cell.

    Cells are separated by commas, lines end in a line feed. A file begins with a byte order mark, without which
    spreadsheets take UTF-8 for the code page of the country; standard output, which programs read, does not.
    """
    told = outline(comparison, layout.only)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) for cell in _row(row)] for row in told.rows)
    letters = [side.letter for side in told.sides]
    writer.writerows([guarded(cell) for cell in _loose(finding, letters)] for finding in told.loose)
    return text.getvalue()


def guarded(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would take for the beginning of a formula."""
    return _FORMULA.sub(r"\1\2'\3", cell)


def _row(row: RowView) -> Iterator[str]:
    yield from (row.id, row.kind, row.label, "sure" if row.sure else "check", f"{row.score:.4f}")
    yield from ("moved" if row.moved else "", row.origin)
    for side in (row.a, row.b):
        yield " ".join(sentence.id for sentence in side)
        yield _text(side) or row.absent
    yield "; ".join((*row.reasons, row.near.why) if row.near else row.reasons)
    yield " ".join(_finding(finding) for finding in row.findings)
    yield "; ".join(row.by_hand)


def _text(side: Sequence[SentenceView]) -> str:
    return " ".join(sentence.text for sentence in side)


def _loose(finding: FindingView, letters: Sequence[str]) -> list[str]:
    cells = dict.fromkeys(COLUMNS, "")
    cells |= {"kind": finding.kind, "label": finding.label, "certainty": "sure" if finding.sure else "check"}
    for column, letter in zip("ab", letters, strict=True):
        quotes = [quote for quote in finding.quotes if quote.sentence.startswith(letter)]
        cells[f"{column}_ids"] = " ".join(dict.fromkeys(quote.sentence for quote in quotes))
        cells[f"{column}_text"] = " ".join(quote.text for quote in quotes)
    cells["findings"] = _finding(finding)
    return list(cells.values())


def _finding(finding: FindingView) -> str:
    return f"{finding.told} ({finding.evidence})" if finding.evidence else finding.told
