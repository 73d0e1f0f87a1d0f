"""Undo and redo without limit: every state of the annotations, with the words for what led to it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from readcompare.editing.merging import merged
from readcompare.model.annotations import Annotations


class Step(Struct, frozen=True):
    """One edit, and the annotations on its other side."""

    words: str
    """What was done, for the reader: `linked A3 B5`."""
    state: Annotations
    """Before the edit, in what was done; after it, in what was undone."""
    languages: tuple[str, str] | None = None
    """The language versions of both texts that it was made on; None when that does not matter."""


class Past(Struct, frozen=True):
    """What is, what was done, and what was undone; the newest last. A value."""

    now: Annotations
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    def after(self, words: str, annotations: Annotations, languages: tuple[str, str] | None = None) -> Past:
        """With one more edit; what was undone before cannot be done again."""
        return Past(annotations, (*self.done, Step(words, self.now, languages)))

    def undo(self) -> Past | None:
        """Before the last edit; None when there is none."""
        if not self.done:
            return None
        last = self.done[-1]
        return Past(last.state, self.done[:-1], (*self.undone, replace(last, state=self.now)))

    def redo(self) -> Past | None:
        """After the edit that was undone last; None when there is none."""
        if not self.undone:
            return None
        last = self.undone[-1]
        return Past(last.state, (*self.done, replace(last, state=self.now)), self.undone[:-1])

    def over(self, now: Annotations) -> Past:
        """The same edits upon what somebody else has made of the annotations meanwhile, which no undo takes away.

        Where both worked at one sentence, undo reaches back to that edit and no further.
        """
        if now == self.now:
            return self
        return Past(now, self._over(self.done, now), self._over(self.undone, now))

    def _over(self, steps: Iterable[Step], theirs: Annotations) -> tuple[Step, ...]:
        kept: list[Step] = []
        for step in reversed(tuple(steps)):
            state = merged(self.now, step.state, theirs)
            if state is None:
                break
            kept.append(replace(step, state=state))
        return tuple(reversed(kept))
