"""Comparing anew: another threshold, another language version, an edited text; the reader stays where he is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

from textual import on, work
from textual.worker import get_current_worker

from readcompare.errors import ReadcompareError
from readcompare.model.comparison import Comparison
from readcompare.session import Session, SidesChangedError, Stamp
from readcompare.tui.keys import key_names
from readcompare.tui.messages import Compared, ComparingFailed
from readcompare.tui.reading_commands import READ_AGAIN
from readcompare.tui.screens.finding_out import FindingOut
from readcompare.tui.shown import Shown
from readcompare.tui.start_messages import Chosen
from readcompare.tui.surroundings import Surroundings
from readcompare.tui.troubles import in_short, told

STEP = 0.05
"""How far one key moves the threshold."""
LOOK_EVERY = 1.0
"""Seconds between two looks whether a file has changed."""


class Living(FindingOut):
    """The part of the reading screen that compares anew."""

    _wanted: float | None = None
    """Where the threshold is on its way to."""
    _is_comparing = False
    _unread: ReadcompareError | None = None
    """Why files that have changed could not be read again; None while what is shown is what they say."""
    _tried: Stamp | None = None
    """The files as they were when they were last read again, with success or without."""

    def __init__(self, comparison: Comparison, surroundings: Surroundings) -> None:
        super().__init__(comparison, surroundings)
        self.changing = asyncio.Lock()
        """Held by whatever gives the screen another session, from its beginning to its end."""

    def on_mount(self) -> None:
        """Watch the files."""
        if self.session:
            self.set_interval(LOOK_EVERY, self.look_for_changes)

    def action_threshold(self, direction: int) -> None:
        """Link more or fewer sentences."""
        session = self.session
        if session is None:
            self._say_fixed()
            return
        here = session.threshold if self._wanted is None else self._wanted
        # On even steps, so that as many keys lead back.
        wanted = round(max(0.0, min(1.0, (round(here / STEP) + direction) * STEP)), 2)
        self._wanted = wanted
        self._compare(
            lambda: session.with_threshold(wanted), f"Linked from a probability of {wanted:.2f}; * takes the usual one."
        )

    def action_usual_threshold(self) -> None:
        """Link from the matcher's own threshold again."""
        session = self.session
        if session is None:
            self._say_fixed()
            return
        self._wanted = None
        self._compare(lambda: session.with_threshold(None), "Linked from the usual probability.")

    def action_version(self, side: int) -> None:
        """Compare the next language version of side 0 or 1."""
        session = self.session
        if session is None:
            self._say_fixed()
            return
        language = session.other_version(side)
        letter = session.comparison.documents[side].letter
        if language is None:
            self.say(f"Side {letter} has no other language version.")
            return
        self._compare(lambda: session.with_version(side, language), f"Side {letter} is read in {language}.")

    def action_read_again(self) -> None:
        """Read the files again."""
        if self.session is None:
            self._say_fixed()
        else:
            session = self.session
            self._compare(lambda: _again(session), "Read again, and aligned anew around what was set by hand.")

    def look_for_changes(self) -> None:
        """Read the files again when one of them has changed."""
        if self.session is None or self._is_comparing or self.changing.locked() or self.is_asking:
            return
        now = self.session.stamp_now
        if self._unread and now == self.session.stamp:
            # They are again as they were when they were read.
            self._unread = None
            self.warn()
        if now not in (self.session.stamp, self._tried):
            self._tried = now
            self._compare(self.session.read_again, "A file has changed; read again.")

    @on(Compared)
    async def take(self, message: Compared) -> None:
        """Show the new comparison where the reader is: at the same sentence."""
        message.stop()
        if self.is_asking:
            # The answer that is being written is about the rows that are there.
            self.set_timer(LOOK_EVERY, lambda: self.post_message(Compared(message.session, message.words)))
            return
        self._is_comparing = False
        self._wanted = None
        if self.session and message.session.has_other_sides(self.session.ids):
            self.leave_for(message.session)
            return
        async with self.changing:
            self.session = self.adopt(message.session)
        self._unread = self._unread if self._is_behind else None
        sentence = self._sentence_here()
        shown = self.shown.of(self.session.comparison)
        self.show(shown, _place_of(shown, sentence))
        self.say(message.words)

    def leave_for(self, session: Session) -> None:
        """Read a comparison with other sides, in the place of this one."""
        self.post_message(Chosen(session))

    def adopt(self, session: Session) -> Session:
        """What another part of the screen makes of a session that was made anew."""
        return session

    @on(ComparingFailed)
    def keep(self, message: ComparingFailed) -> None:
        """Say what is wrong and keep what is shown."""
        message.stop()
        self._is_comparing = False
        self._wanted = None
        self._unread = message.error if self._is_behind else None
        self.warn()
        self.app.clear_notifications()
        self.notify(told(message.error), severity="error", timeout=8, markup=False)

    def warnings(self) -> Iterator[str]:
        """That files could not be read again, until they can."""
        yield from super().warnings()
        if self._unread:
            yield f"NOT READ AGAIN: {in_short(self._unread)}"

    @property
    def _is_behind(self) -> bool:
        """Whether a file is no more as it was when it was read."""
        return self.session is not None and self.session.stamp_now != self.session.stamp

    def _compare(self, make: Callable[[], Session], words: str) -> None:
        self._is_comparing = True
        self._make(make, words)

    @work(thread=True, exclusive=True, group="compare")
    def _make(self, make: Callable[[], Session], words: str) -> None:
        """Compare beside the screen; ends in one message, or in none when something newer was asked for."""
        worker = get_current_worker()
        result: Compared | ComparingFailed
        try:
            result = Compared(make(), words)
        except ReadcompareError as error:
            result = ComparingFailed(self._with_key(error) if isinstance(error, SidesChangedError) else error)
        if not worker.is_cancelled:
            self.post_message(result)

    def _with_key(self, error: SidesChangedError) -> SidesChangedError:
        """With the key that does what must be done."""
        key, *_ = key_names(READ_AGAIN, self.surroundings.user_keys) or (READ_AGAIN.title,)
        return SidesChangedError([one._replace(message=f"{one.message}: {key}") for one in error.problems])

    def _sentence_here(self) -> str | None:
        if not self.shown.rows:
            return None
        row = self.shown.rows[self.cursor]
        return (row.a or row.b)[0].id

    def _say_fixed(self) -> None:
        self.say("This comparison was not made here, so it stays as it is.")


def _again(session: Session) -> Session:
    """Read again; with other sides it is another comparison."""
    try:
        return session.read_again()
    except SidesChangedError:
        return session.opened_anew()


def _place_of(shown: Shown, sentence: str | None) -> int:
    """The row of the sentence, or of the last one before it that is still there."""
    if sentence is None:
        return 0
    numbers = range(int(sentence[1:]), 0, -1)
    return next((row for number in numbers if (row := shown.row_of(f"{sentence[0]}{number}")) is not None), 0)
