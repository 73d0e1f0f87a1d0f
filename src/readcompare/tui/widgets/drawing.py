"""From items to strips: every strip is exactly as wide as the plan says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from readcompare.tui.widgets.contents import Cell, Contents, Entry, Ink, Item, Run
from readcompare.tui.widgets.plan import GUTTER, MARGIN, Geometry

_ALONE = (Ink.FOUND_VERB, Ink.FOUND_TERM, Ink.FOUND_PHRASE)

Line = list[Segment]
Mark = tuple[int, int, Ink]
"""First character of an item's text, one past the last, and the ink that is laid over them."""
Marker = Callable[[Item], Sequence[Mark]]


def unmarked(item: Item) -> Sequence[Mark]:  # noqa: ARG001 - a marker is asked about an item
    """No mark at all."""
    return ()


def on_top(layers: Sequence[Mark]) -> Sequence[Mark]:
    """Marks that do not overlap, in the order of the text; of several on one character the first of `layers` counts."""
    if len(layers) < 2:
        return layers
    inks: list[Ink | None] = [None] * max(end for _, end, _ in layers)
    for start, end, ink in reversed(layers):
        inks[start:end] = [ink] * (end - start)
    places = ((place, ink) for place, ink in enumerate(inks) if ink)
    marks: list[Mark] = []
    for place, ink in places:
        if marks and marks[-1][1:] == (place, ink):
            marks[-1] = marks[-1][0], place + 1, ink
        else:
            marks.append((place, place + 1, ink))
    return marks


class Strips:
    """The lines of one row, each drawn when it is seen first: a row can be longer than many windows."""

    def __init__(self, count: int, draw: Callable[[int], Strip]) -> None:
        self._drawn: list[Strip | None] = [None] * count
        self._draw = draw

    def __len__(self) -> int:
        return len(self._drawn)

    def __getitem__(self, line: int) -> Strip:
        strip = self._drawn[line]
        if strip is None:
            strip = self._drawn[line] = self._draw(line)
        return strip


class _Stretch(NamedTuple):
    """What stands in one line of a column."""

    item: Item
    start: int
    """The first character of the item's text."""
    end: int
    """One past the last one."""
    is_first: bool
    """True for the line that has the label."""


class _Marks:
    """The marks of the items of one row: finding them takes longer than drawing a line."""

    def __init__(self, marker: Marker) -> None:
        self._marker = marker
        self._known: dict[int, Sequence[Mark]] = {}

    def of(self, item: Item) -> Sequence[Mark]:
        """The marks of `item`, which lives as long as its row is drawn."""
        known = self._known.get(id(item))
        if known is None:
            known = self._known[id(item)] = self._marker(item)
        return known


class Pen:
    """Draws contents at one geometry in one set of styles."""

    def __init__(self, geometry: Geometry, styles: Mapping[Ink, Style], marker: Marker = unmarked) -> None:
        self._geometry = geometry
        self._styles = styles
        self._marker = marker

    def names(self, contents: Contents) -> Strips:
        """The two sides' names over their columns."""
        a, b = contents.names
        return self._beside(a, b, "")

    def preface(self, cell: Cell) -> Strips:
        """What stands before the first row, across the whole width."""
        return self._column(cell, self._geometry.page)

    def entry(self, entry: Entry) -> Strips:
        """One row, without the margin's mark and without the blank line behind it."""
        if not self._geometry.stacked:
            return self._beside(entry.a, entry.b, entry.gutter)
        # The signs of the gutter stand where the ids of the sentences below them stand.
        label = tuple(Item(Run(entry.gutter, Ink.GUTTER), item.runs, item.paragraph) for item in entry.label)
        return self._column(label + entry.sides, self._geometry.text)

    def _column(self, cell: Cell, width: int) -> Strips:
        lines, marks = _stretches(cell, width), _Marks(self._marker)
        return Strips(len(lines), lambda line: self._strip(self._line(lines[line], width, marks)))

    def _beside(self, a: Cell, b: Cell, gutter: str) -> Strips:
        width = self._geometry.text
        left, right, marks = _stretches(a, width), _stretches(b, width), _Marks(self._marker)
        empty = [Segment(" " * self._geometry.column)]

        def draw(line: int) -> Strip:
            signs = Segment(f" {'' if line else gutter}".ljust(GUTTER), self._styles[Ink.GUTTER])
            sides = (self._line(lines[line], width, marks) if line < len(lines) else empty for lines in (left, right))
            first, second = sides
            return self._strip([*first, signs, *second])

        return Strips(max(len(left), len(right)), draw)

    def _strip(self, line: Line) -> Strip:
        return Strip(line).adjust_cell_length(self._geometry.width - MARGIN)

    def _line(self, stretch: _Stretch, width: int, marks: _Marks) -> Line:
        """One line with its label, `width` cells wide without it."""
        item = stretch.item
        label = (item.label.text if stretch.is_first else "").ljust(self._geometry.label)
        text = self._runs(item, stretch.start, stretch.end, marks.of(item))
        rest = width - sum(cell_len(segment.text) for segment in text)
        return [Segment(label, self._styles[item.label.ink]), *text, Segment(" " * rest)]

    def _runs(self, item: Item, start: int, end: int, marks: Sequence[Mark]) -> Line:
        """The runs of `item` between two characters of its text, with the marks laid over them."""
        line: Line = []
        position = 0
        for run in item.runs:
            first, last = max(start, position), min(end, position + len(run.text))
            for cut, until, ink in _cuts(first, last, marks):
                # What a finding points at is told by its own style alone; other marks lie over what is there.
                style = self._styles[Ink.PLAIN if ink in _ALONE else run.ink]
                piece = run.text[cut - position : until - position]
                line.append(Segment(piece, style + self._styles[ink] if ink else style))
            position += len(run.text)
        return line


def _stretches(cell: Cell, width: int) -> list[_Stretch]:
    return [
        _Stretch(item, start, end, number == 0)
        for item in cell
        for number, (start, end) in enumerate(item.paragraph.lines(width))
    ]


def _cuts(first: int, last: int, marks: Sequence[Mark]) -> Iterator[tuple[int, int, Ink | None]]:
    """The stretch from `first` to `last`, cut where a mark begins or ends."""
    for start, end, ink in marks:
        begins, ends = max(start, first), min(end, last)
        if begins >= ends:
            continue
        if first < begins:
            yield first, begins, None
        yield begins, ends, ink
        first = ends
    if first < last:
        yield first, last, None
