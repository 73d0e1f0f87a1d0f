"""Does one side make a statement stronger by a word of degree or urgency?"""

from __future__ import annotations

from collections.abc import Iterator

from readcompare.engine.checks.interface import Pairing, RowSide, excerpt
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt

_STRONG = 0.8
"""Strength (0..1) from which a word intensifies what is said."""
_OTHER = frozenset(["scope", "negative_absolute", "urgency"])
"""Types of words that say how far something reaches or how soon it is due, not how strongly it is meant."""
_WEIGHT = 0.5
"""Severity of the strongest word."""
_CONFIDENCE = 0.4


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each match in which one side has strong intensifiers and the other has none."""
    for row, side, other, words in pairing.lone(_intensifiers):
        yield Finding(
            kind=FindingKind.INTENSIFIER,
            severity=round(max(strength for strength, _ in words) * _WEIGHT, 4),
            confidence=pairing.by_small_words(row, _CONFIDENCE),
            summary=f"{side.name} puts this more strongly ({side.words(place for _, place in words)}); "
            f"{other.name} has no such word here.",
            rows=(row.id,),
            evidence=tuple(place for _, place in words),
        )


def _intensifiers(side: RowSide) -> list[tuple[float, Excerpt]]:
    return [
        (mention.entry.number("strength"), excerpt(sentence, mention))
        for sentence, mention in side.mentions("boosters")
        if mention.entry.number("strength") >= _STRONG and mention.entry.text("type") not in _OTHER
    ]
