"""Text that is measured once and can then be broken into lines of any width, cheaply."""

from __future__ import annotations

import re
from bisect import bisect_right

from rich.cells import cell_len

# Chinese, Japanese and Korean letters: a line may end after each of them.
_WIDE = "\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
# What belongs to the letter before it: closing marks, which begin no line, and combining signs.
_CLOSING = "、。，．：；！？）」』】》〉］｝"
_COMBINING = "\u0300-\u036f\u200d\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
_PIECE = re.compile(rf"[{_WIDE}][{_CLOSING}{_COMBINING}]*|[^\s{_WIDE}]+")
_WORD = re.compile(r"\S+")


class Paragraph:
    """Display text with the places where a line may end, in characters and in cells.

    A layout bisects the ends of the words, so that its cost grows with the lines and not with the words.
    """

    __slots__ = ("_cells_from", "_cells_to", "_from", "_simple", "_to", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        """Display text, without control characters and line ends."""
        # A joined emoji holds a character of no cells, so here only texts remain whose characters are all one cell.
        self._simple = all(cell_len(character) == 1 for character in set(text))
        pieces = [piece.span() for piece in (_WORD if self._simple else _PIECE).finditer(text)]
        self._from = tuple(start for start, _ in pieces)
        self._to = tuple(end for _, end in pieces)
        self._cells_from, self._cells_to = self._from, self._to
        if not self._simple:
            self._cells_from, self._cells_to = _measure(text, pieces)

    def lines(self, width: int) -> list[tuple[int, int]]:
        """Lines as (start, end) in characters, each at most `width` cells; blanks between lines are left out.

        A word wider than a line is broken. A text without visible characters has one empty line. ValueError for a
        width under two cells, in which a wide character has no place.
        """
        if width < 2:
            raise ValueError(f"a line needs at least two cells, not {width}")
        if not self._from:
            return [(0, 0)]
        lines: list[tuple[int, int]] = []
        piece, start, cell = 0, self._from[0], self._cells_from[0]
        while True:
            after = bisect_right(self._cells_to, cell + width, piece)
            if after == piece:
                cut = self._cut(start, width)
                lines.append((start, cut))
                # The rest is measured anew: a joined emoji is not as wide as its parts.
                start, cell = cut, self._cells_to[piece] - cell_len(self.text[cut : self._to[piece]])
                continue
            lines.append((start, self._to[after - 1]))
            if after == len(self._from):
                return lines
            piece, start, cell = after, self._from[after], self._cells_from[after]

    def _cut(self, start: int, width: int) -> int:
        """Where a word that begins at `start` and is wider than `width` cells is broken."""
        if self._simple:
            return start + width
        end = start + 1
        while cell_len(self.text[start : end + 1]) <= width:
            end += 1
        return end


def _measure(text: str, pieces: list[tuple[int, int]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The cells at which each piece of `text` begins and ends, counted from the beginning of the text."""
    starts, ends = [], []
    position = cell = 0
    for start, end in pieces:
        cell += start - position
        starts.append(cell)
        cell += cell_len(text[start:end])
        ends.append(cell)
        position = end
    return tuple(starts), tuple(ends)
