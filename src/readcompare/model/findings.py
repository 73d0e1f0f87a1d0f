"""Findings: one observation about the two texts, with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from readcompare.model.text import Excerpt


class FindingKind(StrEnum):
    """What kind of difference a finding observes."""

    OMISSION = "omission"
    INITIATOR = "initiator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
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
