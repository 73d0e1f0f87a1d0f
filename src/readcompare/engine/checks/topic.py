"""Which topics does only one side bring up?"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from readcompare.engine.checks.interface import Pairing
from readcompare.engine.features import PRINCIPAL
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt

_SHARE = 0.04
"""Share of a text from which a topic counts as brought up."""
_SUBTOPIC = 0.6
"""What is left of the severity when the other text has another topic of the same field."""
_CONFIDENCE, _ONE_WORD = 0.7, 0.5
"""Confidence, and what it is where one place alone speaks of the topic: a single word may mean another thing."""
_TOO_WIDE = frozenset(["bilateral"])
"""Of their relations two countries that speak with each other always speak."""


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each topic of a complete text that has room in the other one and is nowhere here.

    A topic whose sentences all have a match is no finding: the other side speaks of it in other words. Nor is one whose
    words mean what the other text names too, under another topic, or one of whose kindred the other text speaks: gas is
    energy. Of topics that rest on the same words the first is told.
    """
    answered = {name for row, _, _ in pairing.matched() for name in (*row.a, *row.b)}
    spoken_of = [frozenset(topic for record in records for topic in record.topics) for records in pairing.records]
    named = [frozenset(key for record in records for key in record.terms) for records in pairing.records]
    for number, document in enumerate(pairing.documents):
        other = pairing.documents[1 - number]
        here, there = pairing.topics[number], pairing.topics[1 - number]
        if not other.readout.complete or not other.sentences or not pairing.is_read_whole(other):
            continue
        parents = {use.parent for use in there.uses.values()}
        told: set[Excerpt] = set()
        for topic, use in here.uses.items():
            lone = [
                mention
                for mention in use.mentions
                if mention.sentence not in answered and not _is_named(pairing, mention, named[1 - number])
            ]
            is_there = not spoken_of[1 - number].isdisjoint({topic, *use.kindred})
            if is_there or topic in _TOO_WIDE or use.share < _SHARE or all(_is_in(told, mention) for mention in lone):
                continue
            told.update(lone)
            severity = min(1.0, 0.2 + 1.5 * use.share) * (_SUBTOPIC if use.parent in parents else 1.0)
            yield Finding(
                kind=FindingKind.TOPIC,
                severity=round(severity, 4),
                confidence=_CONFIDENCE if len(use.mentions) > 1 else _ONE_WORD,
                summary=f"Only {document.readout.name} brings up {use.label} "
                f"({use.share:.0%} of its words on topics); no word for it was found in the other readout.",
                rows=pairing.rows_with(mention.sentence for mention in lone),
                evidence=tuple(lone),
            )


def _is_in(told: Collection[Excerpt], mention: Excerpt) -> bool:
    """True when words of which another topic was told hold some of these."""
    return any(one.sentence == mention.sentence and one.span.overlap(mention.span) for one in told)


def _is_named(pairing: Pairing, mention: Excerpt, named: Collection[str]) -> bool:
    """True when all that the words of a topic speak of is named in the other text, under whatever topic."""
    terms = pairing.record(mention.sentence).named
    keys = [key for key, one in terms.items() if one.weight > PRINCIPAL and one.span.overlap(mention.span)]
    return bool(keys) and all(key in named for key in keys)
