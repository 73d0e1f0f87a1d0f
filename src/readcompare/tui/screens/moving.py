"""Moving through the rows: step by step, by difference, by kind, to a sentence by its id."""

from __future__ import annotations

import re
from collections.abc import Callable

from textual import on

from readcompare.tui.messages import RowPointed, SignPointed, WindowMoved
from readcompare.tui.screens.reader import Reader
from readcompare.tui.widgets.why import WhyPanel
from readcompare.views.narrowing import Narrowing
from readcompare.views.rows import RowView

JUMP = "jump"
"""Purpose of the prompt that asks for a sentence."""
_ID = re.compile(r"\s*([A-IR])\s*0*([1-9]\d*)\s*", re.IGNORECASE)


class Moving(Reader):
    """The part of the reading screen that goes from row to row."""

    @on(RowPointed)
    def point(self, message: RowPointed) -> None:
        """Make the row the current one."""
        message.stop()
        self.cursor = message.row

    @on(SignPointed)
    def point_at_sign(self, message: SignPointed) -> None:
        """Make the row the current one and say why it stands as it does; a second time puts the answer away."""
        message.stop()
        panel = self.query_one(WhyPanel)
        if panel.display and self.cursor == message.row:
            self.close_why()
            return
        self.cursor = message.row
        self.open_why()

    @on(WindowMoved)
    def see(self, message: WindowMoved) -> None:
        """Remember which rows are in sight."""
        message.stop()
        self.sight = (message.first, message.last)

    def action_step(self, direction: int) -> None:
        """Go to the next row, or to the one before, when the current one is read."""
        position = self.shown.position(self.cursor)
        if self.columns.read_on(direction) or position is None:
            return
        target = max(0, min(position + direction, len(self.shown.places) - 1))
        self.go(self.shown.places[target])

    def action_page(self, direction: int) -> None:
        """Go on or back by one window."""
        self.cursor = self.columns.page_down() if direction > 0 else self.columns.page_up()

    def action_first(self) -> None:
        """Go to the first row."""
        self.go(0)

    def action_last(self) -> None:
        """Go to the last row."""
        self.go(len(self.shown.rows) - 1)

    def action_difference(self, direction: int) -> None:
        """Go to the next row that differs, or say that there is none."""
        self._seek(direction, lambda row: row.differs, "difference")

    def action_doubt(self, direction: int) -> None:
        """Go to the next row that is to be checked, or say that there is none."""
        self._seek(direction, lambda row: not row.sure, "row to check")

    def action_alike(self, direction: int) -> None:
        """Go to the next row of the kind of the current one, or say that there is none."""
        if self.shown.rows:
            here = self.shown.rows[self.cursor]
            self._seek(direction, lambda row: row.kind is here.kind, f"row with {here.glyph}")

    async def action_jump(self) -> None:
        """Ask for a sentence or a row."""
        (await self.prompt()).ask(JUMP, "Go to sentence (A3, B7) or row (R2):")

    def action_why(self) -> None:
        """Show or hide why the current row stands as it does."""
        panel = self.query_one(WhyPanel)
        if panel.display:
            self.close_why()
        else:
            self.open_why()

    def jump_to(self, name: str) -> bool:
        """Go to the sentence or row called `name`; a narrowing that hides it is lifted. False when there is none."""
        written = _ID.fullmatch(name)
        known = f"{written[1].upper()}{written[2]}" if written else ""
        row = self.shown.row_named(known) if known.startswith("R") else self.shown.row_of(known)
        if row is None:
            return False
        if self.shown.position(row) is None:
            self.show(self.shown.narrowed(Narrowing()), row)
        else:
            self.go(row)
        return True

    def _seek(self, direction: int, wanted: Callable[[RowView], bool], words: str) -> None:
        places = self.shown.places if direction > 0 else reversed(self.shown.places)
        beyond = (place for place in places if (place - self.cursor) * direction > 0)
        found = next((place for place in beyond if wanted(self.shown.rows[place])), None)
        if found is not None:
            self.go(found)
            return
        way = "further" if direction > 0 else "earlier"
        self.say(f"There is no {way} {words}.")
