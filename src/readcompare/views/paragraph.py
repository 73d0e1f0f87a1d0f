"""Text that is measured once and can then be broken into lines of any width, cheaply."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache

Measure = Callable[[str], int]
"""The width of a text in terminal cells: a face brings its own, since the views know no terminal."""

# Characters that are one cell wide and combine with none, so that cells count as characters do: most texts hold
# nothing else, and need not be measured.
NARROW = frozenset(
    chr(number)
    for first, last in ((0x20, 0x7E), (0xA1, 0xAC), (0xAE, 0x2FF), (0x370, 0x482), (0x2010, 0x2027))
    for number in range(first, last + 1)
)
# Chinese, Japanese and Korean letters: a line may end after each of them.
_WIDE = "\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
# What belongs to the letter before it: closing marks, which begin no line, and combining signs.
_CLOSING = "、。，．：；！？）」』】》〉］｝"
_COMBINING = "\u0300-\u036f\u200d\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"

Line = tuple[int, int]
"""The first character of a line and one past its last."""


# Longer runs are cut here at the latest, so that measuring the rest of one after each line stays cheap.
_LONGEST = 400


@cache
def _piece(wide: str) -> re.Pattern[str]:
    """What a line is not ended in; compiling the ranges of `wide` letters is slow, which most texts need not."""
    letters = rf"[{wide}][{_CLOSING}{_COMBINING}]*|" if wide else ""
    return re.compile(rf"{letters}[^\s{wide}]{{1,{_LONGEST}}}")


class Paragraph:
    """Display text that is asked for its lines at many widths; the cost grows with the lines, not with the words."""

    __slots__ = ("_pieces", "text")

    def __init__(self, text: str, measure: Measure) -> None:
        self.text = text
        """Display text, without control characters and line ends."""
        self._pieces = None if NARROW.issuperset(text) else _Pieces(text, measure)

    def lines(self, width: int) -> list[Line]:
        """The lines, each at most `width` cells; the blanks between them are left out.

        A word wider than a line is broken. A text without visible characters has one empty line. ValueError for a
        width under two cells, in which a wide character has no place.
        """
        if width < 2:
            raise ValueError(f"a line needs at least two cells, not {width}")
        return self._pieces.lines(width) if self._pieces else _narrow_lines(self.text, width)


def _narrow_lines(text: str, width: int) -> list[Line]:
    """The lines of a text whose characters are all one cell wide."""
    lines: list[Line] = []
    start, last = len(text) - len(text.lstrip()), len(text.rstrip())
    if start >= last:
        return [(0, 0)]
    while last - start > width:
        blank = text.rfind(" ", start, start + width + 1)
        end = after = blank if blank > 0 else start + width
        while text[after] == " ":
            after += 1
        while text[end - 1] == " ":
            end -= 1
        lines.append((start, end))
        start = after
    lines.append((start, last))
    return lines


class _Pieces:
    """A text with the places where a line may end, in characters and in cells from its beginning."""

    __slots__ = ("_cells_from", "_cells_to", "_from", "_measure", "_text", "_to")

    def __init__(self, text: str, measure: Measure) -> None:
        self._text = text
        self._measure = measure
        self._from: list[int] = []
        self._to: list[int] = []
        self._cells_from: list[int] = []
        self._cells_to: list[int] = []
        position = cell = 0
        for piece in _piece(_WIDE if max(text, default="") >= _WIDE[0] else "").finditer(text):
            start, end = piece.span()
            cell += start - position  # the blanks between two pieces
            self._from.append(start)
            self._cells_from.append(cell)
            cell += measure(piece.group())
            self._to.append(end)
            self._cells_to.append(cell)
            position = end

    def lines(self, width: int) -> list[Line]:
        """The lines, found by bisecting the ends of the pieces."""
        if not self._from:
            return [(0, 0)]
        lines: list[Line] = []
        piece, start, cell = 0, self._from[0], self._cells_from[0]
        while True:
            after = bisect_right(self._cells_to, cell + width, piece)
            if after == piece:
                cut = self._cut(start, width)
                lines.append((start, cut))
                # The rest is measured anew: a joined emoji is not as wide as its parts.
                start, cell = cut, self._cells_to[piece] - self._measure(self._text[cut : self._to[piece]])
                continue
            lines.append((start, self._to[after - 1]))
            if after == len(self._from):
                return lines
            piece, start, cell = after, self._from[after], self._cells_from[after]

    def _cut(self, start: int, width: int) -> int:
        """Where a piece that begins at `start` and is wider than `width` cells is broken."""
        end = start + 1
        while self._measure(self._text[start : end + 1]) <= width:
            end += 1
        return end
