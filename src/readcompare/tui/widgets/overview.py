"""The overview: all rows on one strip beside the scroll bar, each place told by the sign that weighs most there."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from readcompare.model.alignment import RowKind
from readcompare.tui.messages import RowPointed
from readcompare.tui.shown import Shown
from readcompare.views.rows import GLYPHS

# Where several rows share a cell, the first of these is shown.
_WEIGHT = (RowKind.COMPETING, RowKind.ONLY_A, RowKind.ONLY_B, RowKind.PARTIAL, RowKind.FRAME, RowKind.SAME)
_STYLES = {
    RowKind.COMPETING: "overview--competing",
    RowKind.ONLY_A: "overview--only-a",
    RowKind.ONLY_B: "overview--only-b",
}
_OTHER, _SIGHT, _HERE = "overview--other", "overview--sight", "overview--here"


class Overview(Widget):
    """One cell wide; a click or a drag goes to the row at that place."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*_STYLES.values(), _OTHER, _SIGHT, _HERE}
    ALLOW_SELECT = False

    cursor: reactive[int] = reactive(0)
    """Place of the current row in reading order."""
    sight: reactive[tuple[int, int]] = reactive((0, 0))
    """Numbers of the first and last row in sight among those shown."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        # Textual works a style out anew each time, and a long text has many rows in a cell: both are asked for once.
        self._styles: dict[str, Style] | None = None
        self._kinds: dict[int, RowKind] = {}

    def show(self, shown: Shown) -> None:
        """Draw the rows that are shown now."""
        self._shown = shown
        self._kinds.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Cell `y`: a sign on the ground of what is in sight, reversed at the current row."""
        styles = self._styles = self._styles or self._ask_styles()
        rows = self._rows_at(y)
        if not rows:
            return Strip([Segment(" ", self.rich_style)])
        kind = self._heaviest(y, rows)
        style = self.rich_style + styles[_STYLES.get(kind, _OTHER)]
        if rows.start <= self.sight[1] and rows.stop > self.sight[0]:
            style += styles[_SIGHT]
        if self._shown.places[rows.start] <= self.cursor <= self._shown.places[rows.stop - 1]:
            style += styles[_HERE]
        return Strip([Segment(GLYPHS[kind], style)])

    def notify_style_update(self) -> None:
        """Forget the old colours."""
        super().notify_style_update()
        self._styles = None
        self.refresh()

    def on_resize(self) -> None:
        """Forget which rows share a cell."""
        self._kinds.clear()

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
        last = min(self.size.height, len(self._shown.places)) - 1
        rows = self._rows_at(max(0, min(y, last)))
        if rows:
            self.post_message(RowPointed(self._shown.places[rows.start]))

    def _ask_styles(self) -> dict[str, Style]:
        return {name: self.get_component_rich_style(name, partial=True) for name in self.COMPONENT_CLASSES}

    def _heaviest(self, y: int, rows: range) -> RowKind:
        """The kind of row that weighs most in cell `y`."""
        if y not in self._kinds:
            kinds = {self._shown.rows[self._shown.places[row]].kind for row in rows}
            self._kinds[y] = min(kinds, key=_WEIGHT.index)
        return self._kinds[y]

    def _rows_at(self, y: int) -> range:
        """Numbers of the rows that cell `y` stands for; in a short text each row has one, from the top."""
        count, height = len(self._shown.places), max(1, self.size.height)
        if count <= height:
            return range(y, y + 1) if y < count else range(0)
        return range(y * count // height, (y + 1) * count // height)
