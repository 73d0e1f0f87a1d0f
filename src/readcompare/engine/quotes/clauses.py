"""Where in a sentence one source ends and another begins to speak."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from readcompare.engine.quotes.attributions import Finder
from readcompare.engine.quotes.cues import Attribution, Place
from readcompare.engine.quotes.phrases import Source
from readcompare.engine.quotes.reading import Reading
from readcompare.engine.quotes.report import Statement
from readcompare.model.text import Span


class Clauses:
    """Divides one statement after another."""

    def __init__(self, reading: Reading, finder: Finder) -> None:
        self.report = reading.report
        self.words = reading.words
        self.places = reading.places
        self.finder = finder

    def of(self, statement: Statement) -> Iterator[Statement]:
        """The statement, divided where another source begins to speak."""
        found = [
            one for one in self.finder.attributions(statement.first, statement.end) if one.source is not Source.LEADER
        ]
        begin = statement.first
        for one, other in pairwise(found):
            cut = self._next_quotation(one, other) or self._cut(statement.first, one.end, other.first)
            if cut is not None and cut > begin:
                yield self._clause(statement, begin, cut)
                begin = cut
        yield self._clause(statement, begin, statement.end)

    def _next_quotation(self, one: Attribution, other: Attribution) -> int | None:
        """Where the quotation begins that the second of two attributions goes with: "...", said A, "...", said B."""
        if one.place is not Place.TRAILING or other.place is not Place.TRAILING or self._are_one(one, other):
            return None
        tokens = self.report.tokens
        ends = {quotation.outer.end: quotation for quotation in self.report.quotations}
        before = self.report.text[: tokens[other.first].span.start].rstrip(" ,—–-")
        own = ends.get(len(before))
        if own is None or own.outer.start < tokens[one.end - 1].span.end:
            return None
        return bisect_left(tokens, own.span.start, key=lambda token: token.span.start)

    def _are_one(self, one: Attribution, other: Attribution) -> bool:
        homes = [each.phrase.home if each.phrase else None for each in (one, other)]
        return homes[0] == homes[1]

    def _cut(self, first: int, begin: int, end: int) -> int | None:
        contrast = self.places["contrast"]
        comma = None
        for place in range(end, begin - 1, -1):
            if place >= len(self.report.tokens) or self._is_inside_quotation(place):
                continue
            before = self.words.between(place, place)
            if place in contrast or ";" in before:
                return place
            if "," in before and place in self.places["joining"]:
                return place
            if "," in before and comma is None:
                comma = place
        return comma if first in contrast else None

    def _is_inside_quotation(self, place: int) -> bool:
        """True for a quoted token that does not begin its quotation."""
        if not self.report.quoted[place]:
            return False
        start = self.report.tokens[place].span.start
        return not any(one.span.start == start for one in self.report.quotations)

    def _clause(self, statement: Statement, first: int, end: int) -> Statement:
        start = statement.span.start if first == statement.first else self.report.tokens[first].span.start
        stop = statement.span.end if end == statement.end else self.report.tokens[end].span.start
        # An opening mark before the first word of the next clause belongs to that clause.
        for one in self.report.quotations:
            if one.outer.start < stop <= one.span.start:
                stop = one.outer.start
            if one.outer.start < start <= one.span.start:
                start = one.outer.start
        return replace(statement, first=first, end=end, span=Span(start, max(start, stop)))
