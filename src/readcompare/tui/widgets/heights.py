"""How many lines each row takes at any width, told without laying the rows out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from readcompare.model.alignment import RowKind
from readcompare.views.line_counts import LineCounts
from readcompare.views.passages import SentenceView
from readcompare.views.rows import RowView

Piece = SentenceView | str
"""What stands in a cell: a sentence, or words of the program."""


class Cells(NamedTuple):
    """What stands where in one row."""

    label: str
    """The row in words, shown where the sides stand one under the other."""
    a: tuple[Piece, ...]
    b: tuple[Piece, ...]
    sides: tuple[Piece, ...]
    """What stands in the one column where the sides stand one under the other, behind the label."""


def cells_of(row: RowView) -> Cells:
    """What stands in the cells of `row`: remarks under A, and in the place of a missing side what is told of it."""
    missing = () if row.a and row.b else (row.absent,)
    # Side by side, two competing sentences look like a match but for a sign: so the row says it.
    told = (row.label,) if row.kind is RowKind.COMPETING else ()
    a = (*(row.a or missing), *told, *row.remarks)
    return Cells(row.label, a, row.b or missing, (*row.a, *row.b, *row.remarks))


class Heights:
    """The rows' texts, measured once."""

    def __init__(self, rows: Sequence[RowView]) -> None:
        # The program's own words come again and again.
        numbers: dict[str, int] = {}

        def numbered(pieces: Iterable[Piece]) -> tuple[int, ...]:
            texts = (piece if isinstance(piece, str) else piece.text for piece in pieces)
            return tuple(numbers.setdefault(text, len(numbers)) for text in texts)

        self._columns = []
        for row in rows:
            cells = cells_of(row)
            self._columns.append((numbered(cells.a), numbered(cells.b), numbered((cells.label, *cells.sides))))
        self._lines = LineCounts(tuple(numbers), cell_len)

    def beside(self, width: int) -> list[int]:
        """Lines of each row with its sides beside each other, each `width` cells wide."""
        lines = self._lines.at(width)
        return [max(sum(lines[n] for n in a), sum(lines[n] for n in b)) for a, b, _ in self._columns]

    def stacked(self, width: int) -> list[int]:
        """Lines of each row with its sides one under the other, `width` cells wide."""
        lines = self._lines.at(width)
        return [sum(lines[n] for n in column) for _, _, column in self._columns]
