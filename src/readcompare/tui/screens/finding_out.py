"""Finding out: the pages of answers and the list of findings, and where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import on

from readcompare.tui.memory import MARKING, remember
from readcompare.tui.messages import FindingPointed, FindingsClosed
from readcompare.tui.screens.narrowing import NarrowingRows
from readcompare.views.findings import nothing_found
from readcompare.views.narrowing import Choice, Narrowing

if TYPE_CHECKING:
    from readcompare.tui.screens.answers import Panel
    from readcompare.views.answers import Target


class FindingOut(NarrowingRows):
    """The part of the reading screen that answers questions."""

    def action_answers(self, page: int) -> None:
        """Open a page of answers, the one at a glance being number 0."""
        # Imported when it is asked for: the first screen comes up the sooner.
        from readcompare.tui.screens.answers import AnswersScreen

        self.app.push_screen(AnswersScreen(self.shown, page, self.surroundings.user_keys), self.follow)

    async def action_findings(self) -> None:
        """Open the list of findings, or put it away."""
        if self.findings and self.findings.display:
            self.findings.leave()
        else:
            await self._list_findings()

    async def _list_findings(self) -> None:
        if self.shown.comparison.findings:
            await self.open_findings()
        else:
            self.say(nothing_found(self.shown.comparison))

    def action_next_marks(self) -> None:
        """Mark other words."""
        marking = self.shown.marking.next
        self.show(replace(self.shown, marking=marking))
        self.say(f"Marked: {marking.value}.")
        remember(self.surroundings.folder, MARKING, marking.name)

    def action_kind_of_findings(self, direction: int) -> None:
        """List the next kind of findings, or the one before."""
        if self.findings and self.findings.display:
            self.findings.turn(direction)

    def action_close_findings(self) -> None:
        """Leave the list of findings."""
        if self.findings and self.findings.display:
            self.findings.leave()

    async def follow(self, target: Target | Panel | None) -> None:
        """Go where a page of answers leads: to a panel beside the texts, or to what a line speaks of."""
        from readcompare.tui.screens.answers import Panel  # there is a page, so it is loaded

        match target:
            case None:
                return
            case Panel.WHY:
                self.open_why()
            case Panel.FINDINGS:
                await self._list_findings()
            case _:
                await self._follow_line(target)

    async def _follow_line(self, target: Target) -> None:
        """Go to a list of findings, to some rows, or to the beginning."""
        if target.findings is not None:
            await self.open_findings(target.findings)
            return
        if not target.rows:
            self.show(replace(self.shown, evidence=target.evidence).narrowed(Narrowing()), 0)
            return
        choice = Narrowing(choice=Choice(target.words, frozenset(target.rows)))
        self.show(replace(self.shown, evidence=target.evidence).narrowed(choice), self.shown.row_named(target.rows[0]))

    @on(FindingPointed)
    def point_at_finding(self, message: FindingPointed) -> None:
        """Bring the evidence of a finding into sight and mark it; a narrowing that hides its row is lifted."""
        message.stop()
        finding = message.finding
        named = self.shown.row_named(finding.rows[0]) if finding.rows else None
        row = self.shown.row_of(finding.evidence[0].sentence) if named is None else named
        shown = replace(self.shown, evidence=finding.evidence)
        if row is not None and shown.position(row) is None:
            shown = shown.narrowed(Narrowing())
        self.show(shown, row)

    @on(FindingsClosed)
    def close_findings(self, message: FindingsClosed) -> None:
        """Give the keys back to the texts, and take the marks away."""
        message.stop()
        self.set_focus(None)
        self.share_room()
        self.show(replace(self.shown, evidence=()))
