"""Where everything stands at one width: which lines a row takes, and which row a line belongs to."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from msgspec import Struct

from readcompare.tui.widgets.contents import Cell, Contents

OVERVIEW = 1
"""Cells of the overview beside the columns, which are a part of the window."""
MARGIN = 1
"""Cells at either edge: the left one for the mark of the cursor's row, the right one between text and scroll bar."""
SIGNS = 3
"""The most signs that a row has in the gutter, each one cell wide."""
GUTTER = SIGNS + 2
"""Cells between the columns: the signs between two blanks."""

_MOST_FIXED = 3
"""Lines that the names may take from the rows for good; where the sides are stacked every line is precious."""


class Geometry(Struct, frozen=True):
    """The widths in cells at which texts are laid out."""

    width: int
    """All that is drawn."""
    stacked: bool
    label: int
    """What stands before a text, with the blank behind it."""

    @property
    def column(self) -> int:
        """One column with its labels; when the sides are stacked there is only one."""
        room = self.width - 2 * MARGIN
        return room if self.stacked else (room - GUTTER) // 2

    @property
    def text(self) -> int:
        """The text of one column; never under two cells, in which a wide character has its place."""
        return max(2, self.column - self.label)

    @property
    def page(self) -> int:
        """A text that runs across the whole width."""
        return max(2, self.width - 2 * MARGIN - self.label)


class Plan:
    """The layout of `contents` at one width, with lines counted from 0 at the first line that scrolls."""

    def __init__(self, contents: Contents, width: int, *, stacked: bool) -> None:
        # When the sides are stacked, the signs of the gutter stand where the ids stand.
        label = max(contents.label_width, SIGNS) if stacked else contents.label_width
        self.geometry = Geometry(width, stacked, label + 1)
        tallest = max(self._cell(name) for name in contents.names)
        fixed = not stacked and tallest <= _MOST_FIXED
        self.header = tallest if fixed else 0
        """Lines above the scrolling ones, for the names of the sides; 0 when the names scroll with the rest."""
        self.preface: Cell = contents.notes if fixed else (*contents.names[0], *contents.names[1], *contents.notes)
        """What stands before the first row, across the whole width."""
        preface = sum(len(item.paragraph.lines(self.geometry.page)) for item in self.preface)
        set_out = contents.entries.heights_stacked if stacked else contents.entries.heights_beside
        # A blank line follows the preface and each row.
        self._tops = tuple(
            accumulate((height + 1 for height in set_out(self.geometry.text)), initial=preface + 1 if preface else 0)
        )

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self._tops) - 1

    @property
    def lines(self) -> int:
        """Number of lines that scroll."""
        return self._tops[-1]

    def top(self, row: int) -> int:
        """First line of `row`."""
        return self._tops[row]

    def bottom(self, row: int) -> int:
        """One past the last line of `row`, without the blank line behind it."""
        return self._tops[row + 1] - 1

    def row_at(self, line: int) -> int | None:
        """The row that `line` belongs to, or the blank line behind it; None before the first and after the last."""
        row = bisect_right(self._tops, line) - 1
        return row if 0 <= row < self.rows else None

    def _cell(self, cell: Cell) -> int:
        return sum(len(item.paragraph.lines(self.geometry.text)) for item in cell)
