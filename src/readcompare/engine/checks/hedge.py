"""Does one side make a statement less certain?"""

from __future__ import annotations

from collections.abc import Iterator

from readcompare.engine.checks.interface import Pairing, RowSide, excerpt
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt

_STRONG = 0.6
"""Strength (0..1) from which a hedge takes back what is said."""
_OTHER = frozenset(["vague"])
"""Types of words that leave open what was talked about, and not whether it is so."""
_WEIGHT = 0.6
"""Severity of a hedge that takes back all."""
_CONFIDENCE = 0.5


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each match in which one side has strong hedges and the other has none."""
    for row, side, other, hedges in pairing.lone(_hedges):
        yield Finding(
            kind=FindingKind.HEDGE,
            severity=round(_WEIGHT * max(strength for strength, _ in hedges), 4),
            confidence=pairing.by_small_words(row, _CONFIDENCE),
            summary=f"{side.name} puts this less certainly ({side.words(place for _, place in hedges)}); "
            f"{other.name} has no such word here.",
            rows=(row.id,),
            evidence=tuple(place for _, place in hedges),
        )


def _hedges(side: RowSide) -> list[tuple[float, Excerpt]]:
    """The strong hedges but for words such as "possible" in "as soon as possible"."""
    stronger = [(sentence, mention.span) for sentence, mention in side.mentions("boosters")]
    return [
        (mention.entry.number("strength"), excerpt(sentence, mention))
        for sentence, mention in side.mentions("hedges")
        if mention.entry.number("strength") >= _STRONG
        and mention.entry.text("type") not in _OTHER
        and not any(name == sentence and span.overlap(mention.span) for name, span in stronger)
    ]
