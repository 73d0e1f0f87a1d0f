"""Does one side judge what the other only reports?"""

from __future__ import annotations

from collections.abc import Iterator

from readcompare.engine.checks.interface import Pairing, RowSide, excerpt
from readcompare.lexicon.entries import Mention
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt

_LOADED = 2.0
"""Intensity (1..3) from which a word judges."""
_FULL = 10.0
"""Sum of intensities beyond which more judging words add nothing."""
_CONFIDENCE = 0.4


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each match in which one side judges and the other has no judging word at all."""
    for row, side, other, words in pairing.lone(_judgements):
        weight = sum(mention.entry.number("intensity") for mention, _ in words)
        yield Finding(
            kind=FindingKind.EVALUATIVE,
            severity=round(min(1.0, 0.2 + weight / _FULL), 4),
            confidence=pairing.confidence(row, _CONFIDENCE),
            summary=f"{side.name} judges here ({side.words(place for _, place in words)}); "
            f"{other.name} has no judging word on this point.",
            rows=(row.id,),
            evidence=tuple(place for _, place in words),
        )


def _judgements(side: RowSide) -> list[tuple[Mention, Excerpt]]:
    return [
        (mention, excerpt(sentence, mention))
        for sentence, mention in side.mentions("evaluatives")
        if mention.entry.number("intensity") >= _LOADED
    ]
