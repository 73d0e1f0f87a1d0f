"""Rows: which sentences of two accounts stand side by side, and why."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from readcompare.model.text import Excerpt


class RowKind(StrEnum):
    """What a row says about its two sides."""

    SAME = "same"
    """Both report the same proposition."""
    PARTIAL = "partial"
    """They share a proposition, and one side has more."""
    COMPETING = "competing"
    """One topic, different or opposing statements: not a match."""
    ONLY_A = "only_a"
    ONLY_B = "only_b"
    FRAME = "frame"
    """A generic sentence that neither matches nor is missing."""

    @property
    def is_match(self) -> bool:
        """True when the two sides of the row answer each other."""
        return self in (RowKind.SAME, RowKind.PARTIAL)


class Certainty(StrEnum):
    """How far a row can be relied on without a second look."""

    SURE = "sure"
    CHECK = "check"


class Origin(StrEnum):
    """Who set a row."""

    AUTO = "auto"
    CONFIRMED = "confirmed"
    MANUAL = "manual"


class EditKind(StrEnum):
    """How a run of words relates to the other side of its row."""

    EQUAL = "equal"
    MOVED = "moved"
    """On both sides, in another place: no difference in what is said."""
    REPLACE = "replace"
    DELETE = "delete"
    """On side A only."""
    INSERT = "insert"
    """On side B only."""


class Edit(Struct, frozen=True):
    """One step of the word difference from side A of a row to side B."""

    kind: EditKind
    a: tuple[Excerpt, ...]
    """Words on side A; empty for `insert`."""
    b: tuple[Excerpt, ...]
    """Words on side B; empty for `delete`."""


class Row(Struct, frozen=True, kw_only=True):
    """Sentences that stand side by side; a one-sided row has one empty side."""

    id: str
    """`R1`, `R2`, … in reading order."""
    kind: RowKind
    a: tuple[str, ...]
    """Sentence ids of side A, in reading order."""
    b: tuple[str, ...]
    """Sentence ids of side B, in reading order."""
    score: float
    """Probability 0..1 that the row's sentences answer each other; in a competing row that they speak of one thing
    differently; in a one-sided row that the nearest sentence answers it. What was set by hand does not change it."""
    certainty: Certainty
    origin: Origin = Origin.AUTO
    moved: bool = False
    """True when it is out of order: some longest run of matched rows that both texts have in one order omits it."""
    nearest: str | None = None
    """In a one-sided row the closest sentence of the other side, which is no counterpart; None when there is none."""
    reasons: tuple[str, ...] = ()
    """Why the row stands as it does, one short sentence each."""
    note: str | None = None
    """A person's note."""
    labels: tuple[str, ...] = ()
    """A person's labels."""
    edits: tuple[Edit, ...] = ()
    """Word differences; empty unless the row has two sides."""
