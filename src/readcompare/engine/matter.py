"""Whether the two sides of a row say the same of a day or of a sum of money."""

from __future__ import annotations

from collections.abc import Sequence

from readcompare.engine.checks.interface import RowSide
from readcompare.engine.features import PRINCIPAL
from readcompare.model.text import Excerpt, Span

NUMBERS = ("n:", "date:")
"""How the keys of numbers and days begin."""
MEASURES = frozenset(["bridge:money_budget"])
"""In what things are counted, and not what is counted."""
_SHARED = 0.6
"""Share of the other terms (Dice coefficient) that both sides must have to say the same of it."""
_AROUND = 60
"""Characters around a day within which the words say of what it is."""
_TELLING = 2
"""Terms that both sides must have there at least."""
_SPECIFIC = 0.6
"""Weight of a term from which it tells of what a sum of money is."""


def said(side: RowSide, left_out: Sequence[Excerpt]) -> set[str]:
    """What a side speaks of, but for some of its words and the participants."""
    return {
        key
        for sentence, record in zip(side.sentences, side.records, strict=True)
        for key, term in record.terms.items()
        if term.weight > PRINCIPAL
        if not any(place.sentence == sentence and place.span.overlap(term.span) for place in left_out)
    }


def is_of_one_day(a: RowSide, b: RowSide, places: tuple[Excerpt, Excerpt]) -> bool:
    """Whether the two sides say the same of a day: in all they say, or in what stands around it."""
    whole, other = (said(side, [place]) for side, place in zip((a, b), places, strict=True))
    if _is_mostly_shared(whole, other):
        return True
    near, there = (_said_around(side, place) for side, place in zip((a, b), places, strict=True))
    return len(near & there) >= _TELLING and _is_mostly_shared(near, there)


def is_of_one_sum(a: RowSide, b: RowSide) -> bool:
    """Whether the two sides speak of the same things, but for the money in which they count them."""
    one, other = (
        {
            key
            for record in side.records
            for key, term in record.terms.items()
            if term.weight >= _SPECIFIC and key not in MEASURES and not key.startswith(NUMBERS)
        }
        for side in (a, b)
    )
    return _is_mostly_shared(one, other)


def _is_mostly_shared(one: set[str], other: set[str]) -> bool:
    return 2 * len(one & other) >= _SHARED * (len(one) + len(other)) > 0


def _said_around(side: RowSide, place: Excerpt) -> set[str]:
    """What is said within `_AROUND` characters of a place in its sentence."""
    reach = Span(max(0, place.span.start - _AROUND), place.span.end + _AROUND)
    records = (record for name, record in zip(side.sentences, side.records, strict=True) if name == place.sentence)
    return {
        key
        for record in records
        for key, term in record.terms.items()
        if term.weight > PRINCIPAL and not key.startswith(NUMBERS) and reach.overlap(term.span)
    }
