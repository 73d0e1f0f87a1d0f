"""What a news report quotes of each side: fragments, as places in the report."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from readcompare.model.text import Span


class FragmentKind(StrEnum):
    """How the report tells what a side said."""

    QUOTED = "quoted"
    """In quotation marks: the side's own words."""
    REPORTED = "reported"
    """In the words of the report."""


class Fragment(Struct, frozen=True, order=True):
    """One piece of what a side said."""

    span: Span
    """Place in the report, without the quotation marks around it."""
    kind: FragmentKind
    attribution: Span
    """The words of the report that say whose account it is; they may stand in an earlier sentence."""


class QuotedSide(Struct, frozen=True, kw_only=True):
    """One side with everything that the report gives of its account."""

    id: str
    """Short lower-case name, such as `germany`."""
    name: str
    """Name for people."""
    fragments: tuple[Fragment, ...]
    """In the order of the report."""


class Excerpts(Struct, frozen=True, kw_only=True):
    """What a report gives of both sides' accounts."""

    text: str
    """The report as it was read, with its front matter; every span points into it."""
    language: str
    """BCP 47 primary subtag."""
    title: str | None
    date: str | None
    """ISO 8601 date of the conversation, as the report's front matter gives it."""
    participants: tuple[str, ...]
    sides: tuple[QuotedSide, ...]
    """In the order of the front matter, or of the report."""
    notes: tuple[str, ...] = ()
    """What a reader must know about how the report was read."""
