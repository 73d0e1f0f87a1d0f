"""The first screen: both texts, with one current row."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Footer

from readcompare.model.comparison import Comparison
from readcompare.tui.commands import READING, bindings
from readcompare.tui.messages import RowPointed
from readcompare.tui.widgets.columns import TwoColumns
from readcompare.tui.widgets.heading import Heading
from readcompare.tui.widgets.why import WhyPanel
from readcompare.views.rows import RowView, row_views


class ReadingScreen(Screen[None]):
    """Reads one comparison; owns the place of the current row."""

    BINDINGS = bindings(READING)

    cursor: reactive[int] = reactive(0, repaint=False)
    """Place of the current row in reading order."""

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        self._comparison = comparison
        self._rows = row_views(comparison)

    def compose(self) -> ComposeResult:
        """The heading, the columns, the panel that says why, and the keys."""
        yield Heading(self._comparison, self._rows)
        yield TwoColumns(self._comparison, self._rows).data_bind(ReadingScreen.cursor)
        yield WhyPanel(self._comparison, self._rows).data_bind(ReadingScreen.cursor)
        yield Footer(compact=True, show_command_palette=False)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self._rows) - 1))

    @on(RowPointed)
    def point(self, message: RowPointed) -> None:
        """Make the row the current one."""
        message.stop()
        self.cursor = message.row

    def action_step(self, direction: int) -> None:
        """Go to the next row, or to the one before, when the current one is read."""
        if not self._columns.read_on(direction):
            self._go(self.cursor + direction)

    def action_page(self, direction: int) -> None:
        """Go on or back by one window."""
        self.cursor = self._columns.page_down() if direction > 0 else self._columns.page_up()

    def action_first(self) -> None:
        """Go to the first row."""
        self._go(0)

    def action_last(self) -> None:
        """Go to the last row."""
        self._go(len(self._rows) - 1)

    def action_difference(self, direction: int) -> None:
        """Go to the next row that differs, or say that there is none."""
        self._seek(direction, lambda row: row.differs, "difference")

    def action_doubt(self, direction: int) -> None:
        """Go to the next row that is to be checked, or say that there is none."""
        self._seek(direction, lambda row: not row.sure, "row to check")

    def action_why(self) -> None:
        """Show or hide why the current row stands as it does."""
        panel = self.query_one(WhyPanel)
        panel.display = not panel.display

    @property
    def _columns(self) -> TwoColumns:
        return self.query_one(TwoColumns)

    def _go(self, row: int) -> None:
        self.cursor = row
        # The wheel may have left the current row behind, and then the cursor does not change.
        self._columns.reveal()

    def _seek(self, direction: int, wanted: Callable[[RowView], bool], words: str) -> None:
        places = range(self.cursor + 1, len(self._rows)) if direction > 0 else range(self.cursor - 1, -1, -1)
        found = next((place for place in places if wanted(self._rows[place])), None)
        if found is not None:
            self._go(found)
            return
        self.app.clear_notifications()
        way = "further" if direction > 0 else "earlier"
        self.notify(f"There is no {way} {words}.", timeout=3, markup=False)
