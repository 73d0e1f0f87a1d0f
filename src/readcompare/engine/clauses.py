"""Clauses: the parts of a sentence that may each answer a sentence of the other side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readcompare.lexicon.tokens import Token
from readcompare.model.text import Span

_BREAKS = frozenset(",;:–—()")
_AND = frozenset("and und sowie и а et".split())
_ENOUGH = 1.2
"""Weight of the terms that a clause must hold to stand alone; a poorer one goes with the one after it."""

Bag = Mapping[str, float]


def clauses(text: str, tokens: Sequence[Token], terms: Sequence[tuple[str, float, Span]]) -> tuple[Bag, ...]:
    """The terms of each clause with their weights: at least one clause, and each term in at least one.

    `terms` are keys, weights and places in `text`. Commas, dashes, brackets and "and" divide a sentence; it does not
    matter whether what they divide is a clause to a grammarian or an item of a list: both report one thing.
    """
    found: list[dict[str, float]] = []
    rest: dict[str, float] = {}
    # Each part looks at the terms about it alone: what somebody pastes may be one sentence of a thousand clauses.
    coming = sorted(enumerate(terms), key=lambda term: -term[1][2].start)
    here: list[tuple[int, tuple[str, float, Span]]] = []
    for part in _parts(text, tokens):
        here = [term for term in here if term[1][2].end > part.start]
        while coming and coming[-1][1][2].start < part.end:
            here.append(coming.pop())
        rest |= {key: weight for _, (key, weight, span) in sorted(here) if span.end > part.start}
        if sum(rest.values()) >= _ENOUGH:
            found.append(rest)
            rest = {}
    if rest and found:
        found[-1] |= rest
    elif not found:
        found.append(rest)
    return tuple(found)


def _parts(text: str, tokens: Sequence[Token]) -> list[Span]:
    if not tokens:
        return []
    spans: list[Span] = []
    start, end = tokens[0].span.start, tokens[0].span.end
    for token in tokens[1:]:
        begin = token.span.start
        between = text[end:begin]
        if token.norm in _AND or not _BREAKS.isdisjoint(between):
            spans.append(Span(start, end))
            start = begin
        end = token.span.end
    return [*spans, Span(start, end)]
