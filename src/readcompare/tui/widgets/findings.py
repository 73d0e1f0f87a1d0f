"""The list of findings, of all kinds or of one; the row of the marked one is shown above it, its evidence marked."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readcompare.tui.commands import FINDINGS
from readcompare.tui.keys import bindings
from readcompare.tui.messages import FindingPointed, FindingsClosed
from readcompare.tui.shown import Shown
from readcompare.tui.widgets.listing import Listing
from readcompare.views.answers import finding_kinds, kind_words, sides_of
from readcompare.views.findings import kind_told
from readcompare.views.passages import visible

_EDGES = 2
"""Cells of the padding."""


class FindingsPanel(Vertical):
    """Hidden until it is asked for; goes through the findings, kind by kind."""

    BINDINGS = bindings(FINDINGS)

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        self._kind: str | None = None
        self._told = ""
        """Which findings are listed, and how many."""
        self._title = Static(markup=False)
        self._list = Listing()

    def compose(self) -> ComposeResult:
        """What is listed, and the list."""
        yield self._title
        yield self._list

    def show(self, shown: Shown) -> None:
        """List the findings of another comparison."""
        if shown.comparison is self._shown.comparison:
            return
        self._shown = shown
        if self._kind not in dict(finding_kinds(shown.comparison)):
            self._kind = None
        if self.display:
            self._fill()

    def open(self, kind: str | None = None) -> None:
        """List the findings of `kind`, or all of them, and take the keys."""
        self._kind = kind
        self.display = True
        self._fill()
        self._list.focus()

    def close(self) -> None:
        """Go out of sight."""
        self.display = False

    def turn(self, direction: int) -> None:
        """List the next kind of findings, or all of them."""
        kinds = [None, *(kind for kind, _ in finding_kinds(self._shown.comparison))]
        place = kinds.index(self._kind) if self._kind in kinds else 0
        self._kind = kinds[(place + direction) % len(kinds)]
        self._fill()

    def leave(self) -> None:
        """Go out of sight, and say so."""
        self.close()
        self.post_message(FindingsClosed())

    def on_resize(self) -> None:
        """Say as much as has room."""
        self._tell()

    def on_click(self, event: events.Click) -> None:
        """A click on the line over the list goes to the next kind."""
        if event.widget is self._title:
            event.stop()
            self.turn(1)

    @on(OptionList.OptionHighlighted)
    @on(OptionList.OptionSelected)
    def _point(self, event: OptionList.OptionHighlighted | OptionList.OptionSelected) -> None:
        event.stop()
        number = event.option.id
        if number is not None and self.display:
            self.post_message(FindingPointed(self._shown.comparison.findings[int(number)]))

    def _fill(self) -> None:
        findings = self._shown.comparison.findings
        listed = [(number, one) for number, one in enumerate(findings) if self._kind in (None, one.kind)]
        told = "all kinds" if self._kind is None else kind_words(self._kind)
        self._told = f"{told}, {len(listed)} of {len(findings)}"
        self._tell()
        self._list.clear_options()
        self._list.add_options(
            Option(
                Text.assemble((f"{sides_of(finding)}  ", "bold"), f"{kind_told(finding)}: {visible(finding.summary)}"),
                id=str(number),
            )
            for number, finding in listed
        )
        if listed:
            self._list.highlighted = 0

    def _tell(self) -> None:
        """What is listed, on one line: in a small window every line is for the findings."""
        whole = f"Findings: {self._told}  ← → kind  Esc close"
        self._title.update(whole if cell_len(whole) <= self.app.size.width - _EDGES else f"← → {self._told}")
