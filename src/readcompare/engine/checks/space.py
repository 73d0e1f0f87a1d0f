"""To which topics does one side give far more room?"""

from __future__ import annotations

from collections.abc import Iterator
from math import log2, sqrt

from readcompare.engine.checks.interface import Pairing
from readcompare.engine.topics import Topics, TopicUse
from readcompare.model.findings import Finding, FindingKind

_DOUBLE = 1.0
"""Logarithm (base 2) of the ratio of the shares from which one is far more than the other."""
_LEAST = 0.08
"""Difference of the shares, 0..1, from which it is told."""
_READ = 0.5
"""Share of the words of a text that must be on topics: what is said of fewer says nothing of the text."""
_Z = 1.64
"""One-sided 5 per cent point of the normal distribution."""
_CONFIDENCE = 0.7


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each topic of both texts whose shares differ by more than the lengths of the texts explain."""
    a, b = pairing.topics
    if any(topics.words < _READ * document.words for topics, document in zip((a, b), pairing.documents, strict=True)):
        return
    names = [document.readout.name for document in pairing.documents]
    for topic, first in a.uses.items():
        second = b.uses.get(topic)
        if second is None or not _differs(first, second, a, b):
            continue
        yield Finding(
            kind=FindingKind.SPACE,
            severity=round(abs(first.share - second.share), 4),
            confidence=_CONFIDENCE,
            summary=f"Room for {first.label}: "
            f"{names[0]} {first.share:.0%} ({first.words:.0f} of {a.words} words on topics) · "
            f"{names[1]} {second.share:.0%} ({second.words:.0f} of {b.words} words on topics).",
            rows=(),
            evidence=(*first.mentions, *second.mentions),
        )


def _differs(first: TopicUse, second: TopicUse, a: Topics, b: Topics) -> bool:
    """The two-proportion z-test on words, beside least differences of the shares."""
    smallest = 1 / min(a.words, b.words)
    ratio = log2((first.share + smallest) / (second.share + smallest))
    pooled = (first.words + second.words) / (a.words + b.words)
    spread = sqrt(pooled * (1 - pooled) * (1 / a.words + 1 / b.words))
    step = abs(first.share - second.share)
    return abs(ratio) >= _DOUBLE and step >= _LEAST and spread > 0 and step / spread >= _Z
