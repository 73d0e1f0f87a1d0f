"""Which topics does only one side bring up?"""

from __future__ import annotations

from collections.abc import Iterator

from readcompare.engine.checks.interface import Pairing
from readcompare.model.findings import Finding, FindingKind

_SHARE = 0.04
"""Share of a text from which a topic counts as brought up."""
_SUBTOPIC = 0.6
"""What is left of the severity when the other text has another topic of the same field."""
_CONFIDENCE = 0.7


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each topic of a complete text that has room in the other one and is nowhere here.

    A topic whose sentences all have a match is no finding: the other side speaks of it in other words.
    """
    answered = {name for row, _, _ in pairing.matched() for name in (*row.a, *row.b)}
    for number, document in enumerate(pairing.documents):
        other = pairing.documents[1 - number]
        here, there = pairing.topics[number], pairing.topics[1 - number]
        if not other.readout.complete or not other.sentences:
            continue
        parents = {use.parent for use in there.uses.values()}
        for topic, use in here.uses.items():
            lone = [mention for mention in use.mentions if mention.sentence not in answered]
            if topic in there.uses or use.share < _SHARE or not lone:
                continue
            severity = min(1.0, 0.2 + 1.5 * use.share) * (_SUBTOPIC if use.parent in parents else 1.0)
            yield Finding(
                kind=FindingKind.TOPIC,
                severity=round(severity, 4),
                confidence=_CONFIDENCE,
                summary=f"Only the readout of {document.readout.name} brings up {use.label} "
                f"({use.share:.0%} of its words); that of {other.readout.name} does not mention it.",
                rows=pairing.rows_with(mention.sentence for mention in lone),
                evidence=tuple(lone),
            )
