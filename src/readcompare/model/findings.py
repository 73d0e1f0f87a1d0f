"""Findings: one observation about the two texts, with its evidence."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from readcompare.model.text import Excerpt


class FindingKind(StrEnum):
    """What kind of difference a finding observes."""

    OMISSION = "omission"
    """A sentence that only one side has."""
    MISSING_PHRASE = "missing_phrase"
    """Words inside a match that only one side has."""
    FORCE = "force"
    """A stronger verb for the same point."""
    FRAMING = "framing"
    """One topic, set beside other things."""
    TERM = "term"
    """A thing that each names differently."""
    AGENCY = "agency"
    """Another one who acts."""
    EVALUATIVE = "evaluative"
    """A judging word on one side only."""
    HEDGE = "hedge"
    """Less certain on one side."""
    INTENSIFIER = "intensifier"
    """More emphatic on one side."""
    AGREEMENT_CLAIM = "agreement_claim"
    """An agreement or a promise that only one side reports."""
    INITIATOR = "initiator"
    """Different sides are said to have asked for the call."""
    CONTRADICTION = "contradiction"
    """A number, a date, a scope or a polarity that differs."""
    TOPIC = "topic"
    """A topic that only one side has."""
    ORDER = "order"
    """A topic that comes early in one text and late in the other."""
    SPACE = "space"
    """A topic to which one side gives more room."""
    QUOTATION = "quotation"
    """Quotation marks that one side sets and the other does not."""


class Finding(Struct, frozen=True, kw_only=True):
    """One difference between the texts, told in neutral words."""

    kind: FindingKind
    severity: float
    """How big, 0..1."""
    confidence: float
    """How sure, 0..1."""
    summary: str
    """One sentence in the tool's voice: what the readouts state, never what anybody meant."""
    rows: tuple[str, ...]
    """Ids of the rows it is about."""
    evidence: tuple[Excerpt, ...]
    """Where it can be read; never empty."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences that its evidence stands in."""
        return tuple(excerpt.sentence for excerpt in self.evidence)
