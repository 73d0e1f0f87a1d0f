"""Does one side judge what the other only reports?"""

from __future__ import annotations

from collections.abc import Iterator

from readcompare.engine.checks.interface import Pairing, RowSide, excerpt
from readcompare.lexicon.entries import Mention
from readcompare.model.alignment import RowKind
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt

_LOADED = 2.0
"""Intensity (1..3) from which a word blames."""
_LAVISH = 3.0
"""Intensity from which it praises: "constructive", "friendly" and "mutually beneficial" are words of protocol."""
_APPRAISAL = "express_satisfaction"
"""Verbs and phrases that tell how somebody finds what is spoken of; to praise and to welcome are acts."""
_APPRAISED = 2.0
"""Intensity of such a verb."""
_FULL = 10.0
"""Sum of intensities beyond which more judging words add nothing."""
_CONFIDENCE = 0.4


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each match in which one side judges and the other has no judging word at all.

    Where the two compete, one in which both judge: each of them otherwise, or they would not compete.
    """
    yield from _against_each_other(pairing)
    for row, side, other, words in pairing.lone(_judgements):
        weight = sum(mention.entry.number("intensity", _APPRAISED) for mention, _ in words)
        yield Finding(
            kind=FindingKind.EVALUATIVE,
            severity=round(min(1.0, 0.2 + weight / _FULL), 4),
            confidence=pairing.confidence(row, _CONFIDENCE),
            summary=f"{side.name} has words of judgement here ({side.words(place for _, place in words)}); "
            f"{other.name} has none on this point.",
            rows=(row.id,),
            evidence=tuple(place for _, place in words),
        )


def _against_each_other(pairing: Pairing) -> Iterator[Finding]:
    for row in pairing.rows:
        if row.kind is not RowKind.COMPETING or not all(map(pairing.is_read, (*row.a, *row.b))):
            continue
        a, b = pairing.sides(row)
        words = [_judgements(side) for side in (a, b)]
        if not all(words):
            continue
        weight = max(mention.entry.number("intensity", _APPRAISED) for own in words for mention, _ in own)
        told = " · ".join(
            f"{side.name}: {side.words(place for _, place in own)}" for side, own in zip((a, b), words, strict=True)
        )
        yield Finding(
            kind=FindingKind.EVALUATIVE,
            severity=round(min(1.0, 0.2 + weight / _FULL), 4),
            confidence=pairing.confidence(row, _CONFIDENCE),
            summary=f"Both have words of judgement here. {told}.",
            rows=(row.id,),
            evidence=tuple(place for own in words for _, place in own),
        )


def _judgements(side: RowSide) -> list[tuple[Mention, Excerpt]]:
    """What judges on one side: loaded words, and verbs such as "noted with satisfaction"."""
    return [
        (mention, excerpt(sentence, mention))
        for layer, judges in (("evaluatives", _is_loaded), ("verbs", _is_appraisal))
        for sentence, mention in side.mentions(layer)
        if judges(mention)
    ]


def _is_loaded(mention: Mention) -> bool:
    least = _LAVISH if mention.entry.number("polarity") > 0 else _LOADED
    return mention.entry.number("intensity") >= least and not mention.entry.is_set("names")


def _is_appraisal(mention: Mention) -> bool:
    return mention.id == _APPRAISAL
