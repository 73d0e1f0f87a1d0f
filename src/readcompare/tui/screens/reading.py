"""The first screen: both texts, with one current row."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from readcompare.tui.command import Command
from readcompare.tui.commands import EVERYWHERE, FINDINGS, READING
from readcompare.tui.keys import bindings
from readcompare.tui.screens.correcting import Correcting
from readcompare.tui.widgets.footer import Keys
from readcompare.tui.widgets.heading import Heading
from readcompare.tui.widgets.overview import Overview
from readcompare.tui.widgets.selectable import SelectableColumns
from readcompare.tui.widgets.why import WhyPanel


class ReadingScreen(Correcting):
    """Reads one comparison; its parts bring one family of commands each."""

    BINDINGS = bindings(READING)

    beside: ClassVar[tuple[Command, ...]] = ()
    """Commands that only some of these screens have."""

    @property
    def family(self) -> tuple[Command, ...]:
        """The commands of this screen, for the palette; those of the list of findings while it is open."""
        findings = FINDINGS if self.findings and self.findings.display else ()
        return (*self.beside, *READING, *findings)

    def compose(self) -> ComposeResult:
        """The heading, the columns with their overview, the panel that says why, and the keys."""
        yield Heading(self.shown)
        with Horizontal(id="texts"):
            yield SelectableColumns(self.shown).data_bind(ReadingScreen.cursor)
            yield Overview(self.shown).data_bind(ReadingScreen.cursor, ReadingScreen.sight)
        yield WhyPanel(self.shown, self.session).data_bind(ReadingScreen.cursor)
        yield Keys((*self.beside, *READING, *EVERYWHERE), self.surroundings.user_keys)
