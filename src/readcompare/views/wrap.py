"""Breaking display text into lines of a width in cells."""

from __future__ import annotations

import re
from collections.abc import Callable

Measure = Callable[[str], int]
"""The width of a text in terminal cells: a face brings its own, since the views know no terminal."""

# A blank ends a word, and so does a hyphen between letters; a wide character may stand alone.
_PIECE = re.compile(r"[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+\s*|\S\s*|\s+")


def wrap(text: str, width: int, measure: Measure) -> tuple[tuple[int, int], ...]:
    """Lines of `text` as (start, end) in characters, each at most `width` cells; the blanks between lines are left out.

    A word wider than a line is broken. A text without visible characters gives one empty line. ValueError for a
    width under two cells, in which a wide character has no place.
    """
    if width < 2:
        raise ValueError(f"a line needs at least two cells, not {width}")
    lines: list[tuple[int, int]] = []
    start = end = used = 0
    for piece in _PIECE.finditer(text):
        word = piece.group().rstrip()
        cells = measure(word)
        blank = piece.start() - end
        if used and used + blank + cells > width:
            lines.append((start, end))
            used = 0
        if not used:
            start, blank = piece.start(), 0
        end, used = piece.start() + len(word), used + blank + cells
        while used > width:
            cut = _cut(text, start, width, measure)
            lines.append((start, cut))
            start, used = cut, measure(text[cut:end])
    lines.append((start, end))
    return tuple(lines)


def _cut(text: str, start: int, width: int, measure: Measure) -> int:
    """Where a word that begins at `start` and is wider than `width` is broken."""
    cells, position = 0, start
    while cells + measure(text[position]) <= width:
        cells += measure(text[position])
        position += 1
    return position
