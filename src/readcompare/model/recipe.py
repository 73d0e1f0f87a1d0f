"""Every setting that changes a result, so that a result can be made again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a comparison is made; two equal recipes give the same result from the same texts."""

    matcher: str = "lexical"
    """Name of the matcher that scores sentence pairs."""
    threshold: float | None = None
    """Probability 0..1 from which a pair is linked; None takes the matcher's own."""
