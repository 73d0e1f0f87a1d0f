"""The overview: all rows on one strip beside the scroll bar, each place told by the sign that weighs most there."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from readcompare.model.alignment import RowKind
from readcompare.tui.messages import RowPointed
from readcompare.tui.shown import Shown

# Where several rows share a cell, the first of these is shown.
_WEIGHT = (RowKind.COMPETING, RowKind.ONLY_A, RowKind.ONLY_B, RowKind.PARTIAL, RowKind.FRAME, RowKind.SAME)
_STYLES = {
    RowKind.COMPETING: "overview--competing",
    RowKind.ONLY_A: "overview--only-a",
    RowKind.ONLY_B: "overview--only-b",
}


class Overview(Widget):
    """One cell wide; a click or a drag goes to the row at that place."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*_STYLES.values(), "overview--other", "overview--sight", "overview--here"}
    ALLOW_SELECT = False

    cursor: reactive[int] = reactive(0)
    """Place of the current row in reading order."""
    sight: reactive[tuple[int, int]] = reactive((0, 0))
    """Numbers of the first and last row in sight among those shown."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown

    def show(self, shown: Shown) -> None:
        """Draw the rows that are shown now."""
        self._shown = shown
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Cell `y`: a sign on the ground of what is in sight, reversed at the current row."""
        rows = self._rows_at(y)
        style = self.rich_style
        if not rows:
            return Strip([Segment(" ", style)])
        places = [self._shown.places[row] for row in rows]
        heaviest = min((self._shown.rows[place] for place in places), key=lambda row: _WEIGHT.index(row.kind))
        style += self.get_component_rich_style(_STYLES.get(heaviest.kind, "overview--other"), partial=True)
        if rows.start <= self.sight[1] and rows.stop > self.sight[0]:
            style += self.get_component_rich_style("overview--sight", partial=True)
        if self.cursor in places:
            style += self.get_component_rich_style("overview--here", partial=True)
        first = self._first_cell(rows.start) == y
        return Strip([Segment(heaviest.glyph if first else " ", style)])

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go where the user points, and follow the mouse from there."""
        event.stop()
        self.capture_mouse()
        self._point(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the mouse while its button is down."""
        if self.app.mouse_captured is self:
            self._point(event.y)

    def on_mouse_up(self) -> None:
        """Let the mouse go."""
        self.release_mouse()

    def _point(self, y: int) -> None:
        rows = self._rows_at(max(0, min(y, self.size.height - 1)))
        if rows:
            self.post_message(RowPointed(self._shown.places[rows.start]))

    def _rows_at(self, y: int) -> range:
        """Numbers of the rows that cell `y` stands for; in a short text a row has several cells."""
        count, height = len(self._shown.places), max(1, self.size.height)
        if count <= height:
            row = y * count // height
            return range(row, row + 1) if row < count else range(0)
        return range(y * count // height, (y + 1) * count // height)

    def _first_cell(self, row: int) -> int:
        count, height = len(self._shown.places), max(1, self.size.height)
        return -(-row * height // count)
