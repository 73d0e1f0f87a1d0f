"""Correcting by hand: linking, unlinking and confirming rows, notes, undo; every edit is saved at once."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from msgspec.structs import replace

from readcompare.errors import ReadcompareError
from readcompare.session import Session
from readcompare.tui.messages import PromptEnded
from readcompare.tui.screens.taking import TakingAlong
from readcompare.tui.troubles import sentence, told
from readcompare.tui.widgets.one_line import on_one_line
from readcompare.views.passages import visible

if TYPE_CHECKING:
    from readcompare.editing.desk import Desk
    from readcompare.model.alignment import Row
    from readcompare.model.comparison import Comparison

NOTE, LABELS, LINK, COPY = "note", "labels", "link", "copy"
"""Purposes of the prompts of this part."""
_SENTENCE = re.compile(r"[A-I][1-9][0-9]*")


class Correcting(TakingAlong):
    """The part of the reading screen that changes what the rows say."""

    desk: Desk | None = None
    """What was set by hand; None until it is needed, and where nothing can be corrected."""
    _asked: Row | None = None
    """The row that the prompt asks about."""
    _asked_in: Comparison | None = None
    """The comparison from which the reader took what the prompt asks about."""
    _was_warned = False
    _told_of: tuple[int, list[str]] | None = None
    """The current row and the hidden sentences marked for it of which the reader was told last."""

    def on_mount(self) -> None:
        """Look for work of an earlier reading that could not be saved, when the texts are up."""
        if self.session:
            self.call_after_refresh(self._look_for_copies)

    def adopt(self, session: Session) -> Session:
        """Bring the work by hand over to a session that was made anew."""
        if self.desk is None:
            return session
        try:
            self.desk = self.desk.taking(session)
        except ReadcompareError as error:
            self._complain(told(error))
            return session.with_annotations(self.desk.annotations)
        return self.desk.session

    def warnings(self) -> Iterator[str]:
        """That work by hand is not where it belongs, until it is."""
        yield from super().warnings()
        if self.desk and not self.desk.is_safe:
            yield "WORK BY HAND IS NOT SAVED: ctrl+k writes it elsewhere"
        elif self.desk and self.desk.keeping and self.desk.keeping.copy:
            yield f"WORK BY HAND IS IN A COPY: {visible(PurePath(self.desk.keeping.copy).name)}"

    def leave_for(self, session: Session) -> None:
        """Work by hand that is in no file goes first."""
        if self.may_leave():
            super().leave_for(session)

    def may_leave(self) -> bool:
        """Whether all work is safe, or the reader was told that it is not."""
        if self.desk is None or self.desk.is_safe or self._was_warned:
            return True
        self._was_warned = True
        self._complain("Your work by hand is in no file. ctrl+k writes it to one; to leave without it, leave again.")
        return False

    def action_mark(self) -> None:
        """Mark the sentences of the current row for a link, or take the mark away."""
        if self._ready() is None:
            return
        row = self.shown.rows[self.cursor]
        ids = frozenset(sentence.id for sentence in (*row.a, *row.b))
        marked = self.shown.marked - ids if ids <= self.shown.marked else self.shown.marked | ids
        self.show(replace(self.shown, marked=marked))

    async def action_link(self) -> None:
        """Make one row of the marked sentences and the current row."""
        row = self._row()
        if row is None:
            return
        if self.shown.marked <= {*row.a, *row.b}:
            self.say("Mark other rows with space first; l links them with the current one.")
            return
        hidden = [sentence for sentence in _in_order(self.shown.marked) if not self.shown.has_in_sight(sentence)]
        if hidden and self._told_of != (self.cursor, hidden):
            self._told_of = self.cursor, hidden
            here = " ".join((*row.a, *row.b))
            self.say(f"Marked, but hidden: {' '.join(hidden)}. l again links that with {here}; Esc shows all rows.")
            return
        self._told_of = None
        await self._link((*self.shown.marked, *row.a, *row.b))

    async def action_link_ids(self) -> None:
        """Ask which sentences make the row."""
        row = self._row()
        if row is not None:
            self._asked_in = self.shown.comparison
            text = " ".join((*row.a, *row.b))
            (await self.prompt()).ask_anew(LINK, "These sentences are one row:", text)

    async def action_unlink(self) -> None:
        """Say that the two sides of the row do not answer each other."""
        row = self._row()
        if row is not None:
            await self._edit(lambda desk: desk.unlink(row), (*row.a, *row.b))

    async def action_confirm(self) -> None:
        """Say that the row is right; from a row to check the reader goes on to the next one."""
        row = self._row()
        if row is None:
            return
        was_unsure = not self.shown.rows[self.cursor].sure
        if await self._edit(lambda desk: desk.confirm(row), (*row.a, *row.b)) and was_unsure:
            self._to_next_unsure()

    async def action_kind(self) -> None:
        """Set the row to the next kind it can be of."""
        row = self._row()
        if row is not None:
            await self._edit(lambda desk: desk.next_kind(row), (*row.a, *row.b))

    async def action_release(self) -> None:
        """Leave the row to the matcher again."""
        row = self._row()
        if row is not None:
            await self._edit(lambda desk: desk.release(row), (*row.a, *row.b))

    async def action_note(self) -> None:
        """Ask for a note on the row."""
        self._asked = self._row()
        if self._asked is not None:
            self._asked_in = self.shown.comparison
            (await self.prompt()).ask(NOTE, "Note:", on_one_line(self._asked.note or ""))

    async def action_labels(self) -> None:
        """Ask for labels on the row."""
        self._asked = self._row()
        if self._asked is not None:
            self._asked_in = self.shown.comparison
            (await self.prompt()).ask_anew(LABELS, "Labels, with commas between:", ", ".join(self._asked.labels))

    async def action_undo(self) -> None:
        """Take back the last edit."""
        if self._ready() is not None:
            await self._edit(lambda desk: desk.undo())

    async def action_redo(self) -> None:
        """Do again what was undone last."""
        if self._ready() is not None:
            await self._edit(lambda desk: desk.redo())

    async def action_save_copy(self) -> None:
        """Ask for a file that takes all work by hand."""
        desk = self._ready()
        if desk is not None:
            (await self.prompt()).ask(COPY, "Write all work by hand to:")

    async def end_other_prompt(self, message: PromptEnded) -> None:
        """Do what was asked for in a prompt of this part."""
        text, row = message.text, self._asked
        if message.purpose == COPY and text and text.strip():
            path = text.strip()
            await self._edit(lambda desk: desk.save_copy(path))
        elif message.purpose == LINK and text is not None:
            await self._link(text.upper().replace(",", " ").split())
        elif message.purpose == NOTE and text is not None and row:
            # A note whose file has it in several lines keeps them, unless it was changed.
            note = row.note if row.note and text == on_one_line(row.note) else text
            await self._edit(lambda desk: desk.note(row, note), (*row.a, *row.b))
        elif message.purpose == LABELS and text is not None and row:
            await self._edit(lambda desk: desk.label(row, text.split(",")), (*row.a, *row.b))
        else:
            self._asked_in = None
            await super().end_other_prompt(message)

    async def _link(self, ids: Iterable[str]) -> None:
        wanted = _in_order(set(ids))
        letters = [document.letter for document in self.shown.comparison.documents]
        strange = [name for name in wanted if not _SENTENCE.fullmatch(name) or name[0] not in letters]
        if strange:
            self.say(f"{visible(', '.join(strange))}: sentences are called {letters[0]}1, {letters[1]}1 and so on.")
            return
        sides = [[name for name in wanted if name.startswith(letter)] for letter in letters]
        if await self._edit(lambda desk: desk.link(*sides), wanted):
            self.show(replace(self.shown, marked=frozenset()))

    async def _edit(self, edit: Callable[[Desk], Desk], ids: Iterable[str] = ()) -> bool:
        """Carry out an edit beside the screen and show what came of it, at the row with the sentences `ids`.

        What else is asked for meanwhile waits for its turn, so no edit is made on rows that are no longer there.
        """
        seen = self._asked_in or self.shown.comparison
        self._asked_in = None
        async with self.changing:
            desk = self._ready()
            if desk is None:
                return False
            if desk.session.comparison.a != seen.a or desk.session.comparison.b != seen.b:
                self.say("The texts have changed meanwhile; look at the row again.")
                return False
            here = list(ids) or [sentence for sentence in [self._sentence_here()] if sentence]
            try:
                after = await asyncio.to_thread(edit, desk)
            except ReadcompareError as error:
                self.say(told(error))
                return False
            self.desk, self.session = after, after.session
        self._show_edited(after, here)
        return True

    def _show_edited(self, desk: Desk, here: list[str]) -> None:
        """Show the rows as they are now, and say what was done and what became of it."""
        before = self.shown.rows
        shown = self.shown.of(desk.session.comparison)
        self.show(shown, shown.row_with(here))
        self._was_warned = False
        if not desk.is_safe or (desk.keeping and desk.keeping.copy):
            self._complain(visible(sentence(desk.words)))
            return
        was_last = not all(row.sure for row in before) and all(row.sure for row in shown.rows)
        self.say(visible(sentence(desk.words + (". No row is left to check." if was_last else ""))))

    def _to_next_unsure(self) -> None:
        later = [place for place in self.shown.places if place > self.cursor and not self.shown.rows[place].sure]
        if later:
            self.go(later[0])

    def _row(self) -> Row | None:
        """The current row, when it can be corrected."""
        if self._ready() is None or not self.shown.rows:
            return None
        return self.shown.comparison.rows[self.cursor]

    def _ready(self) -> Desk | None:
        """The desk, opened when it is needed first; None when nothing can be corrected, which is said."""
        if self.session is None:
            self._say_fixed()
            return None
        if self.desk is None:
            from readcompare.editing.desk import open_desk  # most readings correct nothing

            try:
                self.desk = open_desk(self.session, self.surroundings.folder)
            except ReadcompareError as error:
                self._complain(told(error))
                return None
        return self.desk

    def _look_for_copies(self) -> None:
        path = self.session.annotations_path if self.session else None
        if path is None:
            return
        from readcompare.editing.keeping import copies_of

        copies = copies_of(path, self.surroundings.folder)
        if copies:
            self._complain(visible(f"Work by hand that could not be saved earlier is in {', '.join(copies)}"))

    def _complain(self, words: str) -> None:
        self.app.clear_notifications()
        self.notify(words, severity="error", timeout=12, markup=False)


def _in_order(ids: Iterable[str]) -> list[str]:
    """Ids side by side, those of a side by their numbers."""
    return sorted(ids, key=lambda name: (name[:1], len(name), name))
