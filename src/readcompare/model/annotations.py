"""Work done by hand: input to the alignment, never a change of its output."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from readcompare.model.alignment import RowKind


class Verdict(StrEnum):
    """What a person says of some sentences."""

    CONFIRMED = "confirmed"
    """The row that was found is right."""
    LINKED = "linked"
    """These sentences are one row, whatever was found."""
    UNLINKED = "unlinked"
    """No sentence of A here answers one of B here."""
    NOTED = "noted"
    """Nothing is said of the row but what the note and the labels say."""


class Anchor(Struct, frozen=True):
    """A sentence named so that it is found again when the text around it, or its own wording, was edited."""

    sentence: str
    """Its id when it was marked, such as `A3`: where it is looked for first."""
    digest: str
    """`digest` of its words: equal for sentences that differ in quotes, spaces, dashes or case alone."""
    text: str
    """Its words at that time, for people, and for finding it when it was reworded."""


class Judgement(Struct, frozen=True):
    """One row set by hand."""

    verdict: Verdict
    a: tuple[Anchor, ...]
    b: tuple[Anchor, ...]
    """One side may be empty: then the other one is said to have no counterpart."""
    kind: RowKind | None = None
    """The kind that the person gave; None leaves it to the engine."""
    note: str | None = None
    labels: tuple[str, ...] = ()
    languages: tuple[str, str] | None = None
    """The language versions of both texts that it was made on; None when that is not known."""


class Annotations(Struct, frozen=True):
    """All judgements of one comparison, the earliest first; of two about the same sentences the later one counts."""

    judgements: tuple[Judgement, ...] = ()
