"""What every part of the reading screen stands on: the state, and the one way to change it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.reactive import reactive
from textual.screen import Screen

from readcompare.model.comparison import Comparison
from readcompare.session import Session
from readcompare.tui.memory import MARKING, remembered
from readcompare.tui.shown import Shown
from readcompare.tui.surroundings import Surroundings
from readcompare.tui.widgets.footer import Keys
from readcompare.tui.widgets.heading import LOW, Heading
from readcompare.tui.widgets.overview import Overview
from readcompare.tui.widgets.selectable import SelectableColumns
from readcompare.tui.widgets.why import WhyPanel
from readcompare.views.marking import Marking

if TYPE_CHECKING:
    from readcompare.tui.widgets.findings import FindingsPanel
    from readcompare.tui.widgets.prompt import Prompt

_TALL = 30
"""Lines of the window from which there is room for both panels and for the texts."""


class Reader(Screen[None]):
    """Owns what is shown and the place of the current row; its widgets are told of both."""

    cursor: reactive[int] = reactive(0, repaint=False)
    """Place of the current row in reading order."""
    sight: reactive[tuple[int, int]] = reactive((0, 0), repaint=False)
    """Numbers of the first and last row in sight among those shown."""

    def __init__(self, comparison: Comparison, surroundings: Surroundings) -> None:
        super().__init__()
        self.surroundings = surroundings
        self.session: Session | None = surroundings.session
        """What the comparison was made from; None when it came from elsewhere and stays as it is."""
        self.findings: FindingsPanel | None = None
        """The list of findings, once it was asked for."""
        self._prompt: Prompt | None = None
        last = remembered(surroundings.folder, MARKING)
        marking = Marking[last] if last and last in Marking.__members__ else Marking.ALL
        self.shown = replace(Shown.whole(comparison), marking=marking)
        """What is shown; changed by `show` alone."""

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row that is shown."""
        return self.shown.nearest(max(0, min(cursor, len(self.shown.rows) - 1)))

    def show(self, shown: Shown, cursor: int | None = None) -> None:
        """Show something else, at the row `cursor`, else where the reader is."""
        place = self.cursor if cursor is None else cursor
        self.shown = shown
        self.warn()
        self.columns.show(shown)
        self.query_one(Overview).show(shown)
        self.query_one(WhyPanel).show(shown, self.session)
        if self.findings:
            self.findings.show(shown)
        self.go(place)

    def warn(self) -> None:
        """Say in the heading what is shown, and what must not be overlooked now."""
        self.shown = replace(self.shown, warning=" · ".join(self.warnings()))
        self.query_one(Heading).show(self.shown)

    def warnings(self) -> Iterator[str]:
        """What the reader must not overlook as long as it is so, as display text."""
        yield from ()

    def go(self, row: int) -> None:
        """Make a row the current one and bring it into sight."""
        self.cursor = row
        # The wheel may have left the current row behind, and then the cursor does not change.
        self.columns.reveal()

    def say(self, words: str) -> None:
        """Tell the reader something in the place of what was told before."""
        self.app.clear_notifications()
        self.notify(words, timeout=3, markup=False)

    @property
    def is_asking(self) -> bool:
        """Whether the user is writing an answer; what it is about must not change under it."""
        return self._prompt is not None and self._prompt.display

    async def prompt(self) -> Prompt:
        """The line in which the user writes; it is made when it is needed first, so that the texts come up sooner."""
        if self._prompt is None:
            from readcompare.tui.widgets.prompt import Prompt

            self._prompt = Prompt()
            await self.mount(self._prompt, before=self.query_one(Keys))
        return self._prompt

    async def open_findings(self, kind: str | None = None) -> None:
        """Open the list of findings of `kind`, or of all kinds; it is made when it is needed first."""
        if self.findings is None:
            from readcompare.tui.widgets.findings import FindingsPanel

            self.findings = FindingsPanel(self.shown)
            await self.mount(self.findings, before=self.query_one(Keys))
        self.findings.open(kind)
        self.share_room()

    def open_why(self) -> None:
        """Say why the current row stands as it does; on a low screen the list of findings makes room for it."""
        if self.findings and self._lists_findings and self.app.size.height < _TALL:
            self.findings.leave()
        self.query_one(WhyPanel).open()
        self.share_room()

    def close_why(self) -> None:
        """Put the answer away."""
        self.query_one(WhyPanel).close()
        self.share_room()

    @property
    def _lists_findings(self) -> bool:
        return bool(self.findings and self.findings.display)

    def on_resize(self) -> None:
        """Leave the texts room when the window has become lower."""
        self.share_room()

    def share_room(self) -> None:
        """On a low screen the list of findings alone, else both panels beside the texts."""
        why = self.query_one(WhyPanel)
        if self._lists_findings and why.display and self.app.size.height < _TALL:
            why.close()
        self.set_class(self._lists_findings and why.display, "two-panels")
        self.set_class(self.app.size.height < LOW, "low")

    @property
    def columns(self) -> SelectableColumns:
        """The widget with both texts."""
        return self.query_one(SelectableColumns)
