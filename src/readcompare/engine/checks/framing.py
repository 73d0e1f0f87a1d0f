"""Do the two sides speak of one topic and state different things about it?"""

from __future__ import annotations

from collections.abc import Iterator

from readcompare.engine.checks.interface import Pairing, RowSide
from readcompare.model.alignment import RowKind
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt

_SEVERITY = 0.7
_CONFIDENCE = 0.5
_SHOWN = 3


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each competing row in which each side reports statements of its own leader.

    It says what only each of the two sets beside the common topic: the terms of its own.
    """
    for row in pairing.rows:
        if row.kind is not RowKind.COMPETING:
            continue
        a, b = pairing.sides(row)
        if not (_speaks(pairing, a) and _speaks(pairing, b)):
            continue
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


def _speaks(pairing: Pairing, side: RowSide) -> bool:
    home = pairing.cast.homes.get(side.document.letter)
    leader = pairing.cast.leader(home) if home else None
    return leader is not None and any(act.actors == (pairing.cast.names[leader],) for act in side.acts)


def _own_terms(side: RowSide, other: RowSide) -> list[Excerpt]:
    """The weightiest terms of `side` that `other` has not, in the order of the text."""
    known = {key for record in other.records for key in record.terms}
    found = [
        (term.weight, Excerpt(sentence, term.span))
        for sentence, record in zip(side.sentences, side.records, strict=True)
        for key, term in record.terms.items()
        if key not in known and not key.startswith("word:")
    ]
    found.sort(key=lambda one: (-one[0], one[1].span))
    return sorted((place for _, place in found[:_SHOWN]), key=lambda place: place.span)
