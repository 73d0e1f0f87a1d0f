"""Do the two sides speak of one topic and state different things about it?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from readcompare.engine.acts import TITLES
from readcompare.engine.checks.interface import Pairing, RowSide
from readcompare.engine.features import PRINCIPAL, Record
from readcompare.engine.phrases import Phrases
from readcompare.model.alignment import RowKind
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt

_SEVERITY = 0.7
_CONFIDENCE = 0.5
_SHOWN = 3
"""Phrases of each side that are told."""
_OFFICES = frozenset(f"bridge:{title}" for title in TITLES)


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each competing row in which each side sets something of its own beside the common topic.

    That the two state different things is what makes a row a competing one, whoever speaks. Told are what both name
    and phrases that each of the two has for itself.
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
            summary=f"Both speak of {_common(a, b)} and set other things beside it. {told}.",
            rows=(row.id,),
            evidence=(*terms[0], *terms[1]),
        )


def _common(a: RowSide, b: RowSide) -> str:
    """The weightiest thing that both name, in the words of each; "this" where they share no more than a topic."""
    named = [
        {
            key: (term.weight, Excerpt(sentence, term.span))
            for sentence, record in zip(side.sentences, side.records, strict=True)
            for key, term in record.named.items()
            if term.weight > PRINCIPAL and key not in _OFFICES and not key.startswith("word:")
        }
        for side in (a, b)
    ]
    shared = sorted(named[0].keys() & named[1].keys(), key=lambda key: (-named[0][key][0] - named[1][key][0], key))
    words = [side.words([own[shared[0]][1]]) for side, own in zip((a, b), named, strict=True)] if shared else ["this"]
    return " / ".join(dict.fromkeys(words))


def _own_terms(side: RowSide, other: RowSide) -> list[Excerpt]:
    """The phrases of the weightiest terms of `side` that `other` has not, in the order of the text.

    How it was said ("joined", "pointed to") and by whom is left out: what was said is told.
    """
    known = {key for record in other.records for key in record.named}
    reported = [(sentence, mention.span) for sentence, mention in side.mentions("verbs")]
    found = [
        (term.weight, Excerpt(sentence, term.span), record)
        for sentence, record in zip(side.sentences, side.records, strict=True)
        for key, term in record.named.items()
        if key not in known and key not in _OFFICES and not key.startswith("word:")
        if not any(at == sentence and term.span.overlap(span) for at, span in reported)
    ]
    found.sort(key=lambda one: (-one[0], one[1].span))
    phrases: list[Excerpt] = []
    for _, place, record in found:
        whole = _phrase(side, place, record)
        if not any(whole.sentence == one.sentence and whole.span.overlap(one.span) for one in phrases):
            phrases.append(whole)
    return sorted(phrases[:_SHOWN], key=lambda place: place.span)


def _phrase(side: RowSide, place: Excerpt, record: Record) -> Excerpt:
    """The whole phrase in which a term stands."""
    first = bisect_right(record.tokens, place.span.start, key=lambda token: token.span.end)
    last = bisect_left(record.tokens, place.span.end, first, key=lambda token: token.span.start) - 1
    phrases = Phrases(side.document.readout.text, side.language, record.tokens, ())
    return Excerpt(place.sentence, phrases.whole(first, max(first, last)))
