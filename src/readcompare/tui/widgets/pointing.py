"""Which character of which sentence stands in a cell of the columns."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from readcompare.tui.widgets.contents import Entry, Ink, Item
from readcompare.tui.widgets.plan import GUTTER, MARGIN, Geometry

_IDS = (Ink.ID_A, Ink.ID_B)
_Line = tuple[Item, int, int]
"""An item, and the first character and one past the last of it that stand in one line."""


def side_at(entry: Entry, geometry: Geometry, line: int, x: int) -> int | None:
    """The side, 0 or 1, whose text stands in cell `x` of a row's line; None for neither."""
    if not geometry.stacked:
        return 0 if x < MARGIN + geometry.column else 1 if x >= MARGIN + geometry.column + GUTTER else None
    lines = list(_lines(entry, geometry, 0))
    item = lines[line][0] if 0 <= line < len(lines) else None
    return _IDS.index(item.label.ink) if item and item.label.ink in _IDS else None


def character_at(entry: Entry, geometry: Geometry, line: int, x: int, side: int) -> tuple[int, int]:
    """The sentence of `side` in a row and its character at a cell, both from 0; the nearest one before it elsewhere."""
    left = MARGIN + geometry.label
    if side and not geometry.stacked:
        left += geometry.column + GUTTER
    sentences: list[Item] = []
    found = (0, 0)
    for number, (item, start, end) in enumerate(_lines(entry, geometry, side)):
        if item.label.ink is not _IDS[side]:
            continue
        if number > line:
            break
        if not sentences or sentences[-1] is not item:
            sentences.append(item)
        cell = x - left if number == line else geometry.width
        found = len(sentences) - 1, _character(item.paragraph.text, start, end, cell)
    return found


def _character(text: str, start: int, end: int, cell: int) -> int:
    """The character of a line, from `start` to before `end`, in a cell of it; behind the last one the text's length."""
    behind = len(text) if end == len(text.rstrip()) else max(start, end - 1)
    return next((place for place in range(start, end) if cell_len(text[start : place + 1]) > cell), behind)


def _lines(entry: Entry, geometry: Geometry, side: int) -> Iterator[_Line]:
    """The lines of a row, those of `side` alone where the sides stand beside each other."""
    cell = entry.label + entry.sides if geometry.stacked else (entry.a, entry.b)[side]
    for item in cell:
        for start, end in item.paragraph.lines(geometry.text):
            yield item, start, end
