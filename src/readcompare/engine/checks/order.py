"""Which topics come early in one text and late in the other?"""

from __future__ import annotations

from collections.abc import Iterator

from readcompare.engine.checks.interface import Pairing
from readcompare.model.findings import Finding, FindingKind

_SENTENCES = 3
"""Sentences of substance that both texts must have: an order of two tells nothing."""
_STEP = 0.34
"""Difference of the places, 0..1, from which it is told."""
_ROOM = 0.06
"""Share of both texts from which a topic has a place of its own."""
_EARLY = 0.1
"""Place up to which a topic stands at the beginning; in so short a tail, at the end."""
_CONFIDENCE = 0.6


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each topic of both texts that is taken up a third of the text or more apart.

    Of topics that are taken up in the same two sentences the first is told.
    """
    a, b = pairing.topics
    if min(a.sentences, b.sentences) < _SENTENCES:
        return
    names = [document.readout.name for document in pairing.documents]
    told_of: set[tuple[str, str]] = set()
    for topic, first in a.uses.items():
        second = b.uses.get(topic)
        if second is None or abs(first.place - second.place) < _STEP or min(first.share, second.share) < _ROOM:
            continue
        pair = (first.taken_up.sentence, second.taken_up.sentence)
        if pair in told_of:
            continue
        told_of.add(pair)
        leads = 0.2 if min(first.place, second.place) <= _EARLY else 0.0
        places = (first.taken_up, second.taken_up)
        told = " · ".join(
            f"{name} {place.sentence} ({_where(use.place)})"
            for name, place, use in zip(names, places, (first, second), strict=True)
        )
        yield Finding(
            kind=FindingKind.ORDER,
            severity=round(0.6 * abs(first.place - second.place) + leads, 4),
            confidence=_CONFIDENCE,
            summary=f"Place of {first.label}: {told}.",
            rows=(),
            evidence=places,
        )


def _where(place: float) -> str:
    if place <= _EARLY:
        return "at the beginning"
    return "at the end" if place >= 1 - _EARLY else f"after {place:.0%} of the text"
