"""Why a row stands as it does: its label, its probability, its reasons and the nearest sentence."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.reactive import reactive
from textual.widgets import Static

from readcompare.model.alignment import Row
from readcompare.session import Session
from readcompare.tui.shown import Shown
from readcompare.tui.widgets.heading import full_title
from readcompare.views.passages import visible
from readcompare.views.reasons import explanation
from readcompare.views.signals import meaning_of


class WhyPanel(VerticalScroll):
    """Explains the current row, and ends with the notes on the whole comparison."""

    cursor: reactive[int] = reactive(0, repaint=False)
    """Place of the current row in reading order."""

    def __init__(self, shown: Shown, session: Session | None) -> None:
        super().__init__()
        self._shown = shown
        self._session = session
        self._text = Static()

    def compose(self) -> ComposeResult:
        """One text, never read as markup."""
        yield self._text

    def on_mount(self) -> None:
        """Explain the row that is current when the panel comes up."""
        self._tell()

    def watch_cursor(self) -> None:
        """Explain the row that has become the current one, from the beginning."""
        self._tell()
        self.scroll_to(y=0, animate=False)

    def show(self, shown: Shown, session: Session | None) -> None:
        """Explain a row of what is shown now."""
        self._shown, self._session = shown, session
        self._tell()

    def open(self) -> None:
        """Come into sight, with the current row explained."""
        self.display = True
        self._tell()

    def close(self) -> None:
        """Go out of sight."""
        self.display = False

    def _tell(self) -> None:
        if not self.display:
            return  # it is told when it is asked for
        comparison, rows = self._shown.comparison, self._shown.rows
        lines = list(explanation(rows[self.cursor])) if self.cursor < len(rows) else []
        if lines and self._session:
            lines += signals(self._session, comparison.rows[self.cursor])
        lines.append(f"Comparison: {full_title(comparison)}")
        lines += [f"Note: {visible(note)}" for note in comparison.notes]
        text = Text("\n".join(lines))
        if rows:
            text.stylize("bold", 0, len(lines[0]))
        self._text.update(text)


def signals(session: Session, row: Row) -> Iterator[str]:
    """What weighed for and against the row's likest pair, and which pair came next, a line each."""
    behind = session.behind(row)
    if behind.pair:
        told = {behind.pair.a, behind.pair.b} == {*row.a, *row.b, row.nearest} - {None}
        pair = "" if told else f" of {behind.pair.a} and {behind.pair.b}"
        weighed = ":" if behind.signals else ": nothing"
        yield f"What weighs most in the probability{pair}, as log-odds{weighed}"
        yield from (f"  {signal.weight:+.1f}  {signal.name}: {meaning_of(signal.name)}" for signal in behind.signals)
    if behind.runner_up:
        yield f"Runner-up: {behind.runner_up.a} and {behind.runner_up.b}, {behind.runner_up.chance:.2f}"
