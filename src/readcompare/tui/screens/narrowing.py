"""Narrowing the rows: by words, by kind, and back to all of them."""

from __future__ import annotations

from msgspec.structs import replace
from textual import on

from readcompare.model.alignment import RowKind
from readcompare.tui.messages import KindPointed, PromptChanged, PromptEnded
from readcompare.tui.screens.moving import JUMP, Moving
from readcompare.views.narrowing import KINDS, Narrowing, Query, read_query

FILTER = "filter"
"""Purpose of the prompt that asks for words."""


class NarrowingRows(Moving):
    """The part of the reading screen that leaves rows out."""

    _before = Query(), 0

    async def action_filter(self) -> None:
        """Ask for words; the rows follow while they are written."""
        self._before = self.shown.narrowing.query, self.cursor
        (await self.prompt()).ask(FILTER, "/", self._before[0].text)

    def action_toggle_kind(self, number: int) -> None:
        """Hide or show the kind with this number, from 1."""
        self._toggle(KINDS[number - 1])

    def action_all_rows(self) -> None:
        """Show all rows, without marks of a finding; what is selected goes first."""
        if self.columns.select_nothing():
            return
        self.show(replace(self.shown, evidence=()).narrowed(Narrowing()))

    @on(KindPointed)
    def point_at_kind(self, message: KindPointed) -> None:
        """Hide or show the kind."""
        message.stop()
        self._toggle(message.kind)

    @on(PromptChanged)
    def follow_prompt(self, message: PromptChanged) -> None:
        """Let the rows follow the words."""
        message.stop()
        if message.purpose == FILTER:
            self._look_for(read_query(message.text))

    @on(PromptEnded)
    async def end_prompt(self, message: PromptEnded) -> None:
        """Do what was asked for; a filter that was given up leaves the one before."""
        message.stop()
        if message.purpose == FILTER:
            if message.text is not None:
                self._look_for(read_query(message.text))
                return
            query, cursor = self._before
            self._look_for(query)
            self.go(cursor)
        elif message.purpose == JUMP and message.text and not self.jump_to(message.text):
            self.say(f"There is no {message.text.strip()}; sentences are called A1, B1 and so on, rows R1.")
        else:
            await self.end_other_prompt(message)

    async def end_other_prompt(self, message: PromptEnded) -> None:
        """Do what another part of the screen asked for."""

    def _look_for(self, query: Query) -> None:
        if query != self.shown.narrowing.query:
            self.show(self.shown.narrowed(replace(self.shown.narrowing, query=query)))

    def _toggle(self, kind: RowKind) -> None:
        narrowing = self.shown.narrowing
        self.show(self.shown.narrowed(replace(narrowing, hidden=narrowing.hidden ^ {kind})))
