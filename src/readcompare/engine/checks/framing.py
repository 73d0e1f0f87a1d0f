"""Do the two sides speak of one topic and state different things about it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readcompare.engine.acts import TITLES
from readcompare.engine.checks.interface import Pairing, RowSide
from readcompare.model.alignment import RowKind
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt, Span

_SEVERITY = 0.7
_CONFIDENCE = 0.5
_SHOWN = 4
_BETWEEN = re.compile(r"\s+(?:\w{1,6}\s+){0,2}")
_OFFICES = frozenset(f"bridge:{title}" for title in TITLES)


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each competing row in which each side sets something of its own beside the common topic.

    That the two state different things is what makes a row a competing one, whoever speaks. Told are the terms that
    each of the two has for itself.
    """
    for row in pairing.rows:
        if row.kind is not RowKind.COMPETING:
            continue
        a, b = pairing.sides(row)
        terms = [_own_terms(side, other) for side, other in ((a, b), (b, a))]
        if not all(terms):
            continue
        told = " · ".join(f"{side.name}: {side.words(own)}" for side, own in zip((a, b), terms, strict=True))
        yield Finding(
            kind=FindingKind.FRAMING,
            severity=_SEVERITY,
            confidence=pairing.confidence(row, _CONFIDENCE),
            summary=f"Both speak of this and set other things beside it. {told}.",
            rows=(row.id,),
            evidence=(*terms[0], *terms[1]),
        )


def _own_terms(side: RowSide, other: RowSide) -> list[Excerpt]:
    """The weightiest terms of `side` that `other` has not, in the order of the text; neighbours are told as one.

    How it was said ("joined", "pointed to") and by whom is left out: what was said is told.
    """
    known = {key for record in other.records for key in record.named}
    reported = [(sentence, mention.span) for sentence, mention in side.mentions("verbs")]
    found = [
        (term.weight, Excerpt(sentence, term.span))
        for sentence, record in zip(side.sentences, side.records, strict=True)
        for key, term in record.named.items()
        if key not in known and key not in _OFFICES and not key.startswith("word:")
        if not any(at == sentence and term.span.overlap(span) for at, span in reported)
    ]
    found.sort(key=lambda one: (-one[0], one[1].span))
    return _joined(side, sorted((place for _, place in found[:_SHOWN]), key=lambda place: place.span))


def _joined(side: RowSide, places: list[Excerpt]) -> list[Excerpt]:
    """Places with nothing but a short word or two between them as one: "sovereignty and territorial integrity"."""
    joined: list[Excerpt] = []
    for place in places:
        last = joined[-1] if joined else None
        if (
            last
            and last.sentence == place.sentence
            and (
                place.span.start <= last.span.end
                or _BETWEEN.fullmatch(side.document.readout.text, last.span.end, place.span.start)
            )
        ):
            joined[-1] = Excerpt(last.sentence, Span(last.span.start, max(last.span.end, place.span.end)))
        else:
            joined.append(place)
    return joined
