"""From items to strips: every strip is exactly as wide as the plan says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest

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


class Pen:
    """Draws contents at one geometry in one set of styles."""

    def __init__(self, geometry: Geometry, styles: Mapping[Ink, Style], marker: Marker = unmarked) -> None:
        self._geometry = geometry
        self._styles = styles
        self._marker = marker

    def names(self, contents: Contents) -> list[Strip]:
        """The two sides' names over their columns."""
        a, b = contents.names
        return self._side_by_side(a, b, "")

    def preface(self, cell: Cell) -> list[Strip]:
        """What stands before the first row, across the whole width."""
        return [self._strip(line) for item in cell for line in self._item(item, self._geometry.page)]

    def entry(self, entry: Entry) -> list[Strip]:
        """One row, without the margin's mark and without the blank line behind it."""
        if not self._geometry.stacked:
            return self._side_by_side(entry.a, entry.b, entry.gutter)
        # The signs of the gutter stand where the ids of the sentences below them stand.
        label = tuple(Item(Run(entry.gutter, Ink.GUTTER), item.runs, item.paragraph) for item in entry.label)
        return [self._strip(line) for line in self._cell(label + entry.sides)]

    def _side_by_side(self, a: Cell, b: Cell, gutter: str) -> list[Strip]:
        empty = [Segment(" " * self._geometry.column)]
        strips = []
        for left, right in zip_longest(self._cell(a), self._cell(b), fillvalue=empty):
            signs = Segment(f" {gutter}".ljust(GUTTER), self._styles[Ink.GUTTER])
            strips.append(self._strip([*left, signs, *right]))
            gutter = ""
        return strips

    def _strip(self, line: Line) -> Strip:
        return Strip(line).adjust_cell_length(self._geometry.width - MARGIN)

    def _cell(self, cell: Cell) -> Iterator[Line]:
        for item in cell:
            yield from self._item(item, self._geometry.text)

    def _item(self, item: Item, width: int) -> Iterator[Line]:
        """The lines of one item, whose text is `width` cells wide."""
        label = item.label.text.ljust(self._geometry.label)
        marks = self._marker(item)
        for start, end in item.paragraph.lines(width):
            text = self._runs(item, start, end, marks)
            rest = width - sum(cell_len(segment.text) for segment in text)
            yield [Segment(label, self._styles[item.label.ink]), *text, Segment(" " * rest)]
            label = " " * self._geometry.label

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
