"""Where in a sentence the statement stands that an attribution belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from readcompare.engine.quotes.attributions import Finder
from readcompare.engine.quotes.content import has_long, without_lead, words_in
from readcompare.engine.quotes.cues import Attribution, Place, spans_of
from readcompare.engine.quotes.reading import Reading
from readcompare.engine.quotes.report import Statement
from readcompare.model.text import Span

_BELONGING = re.compile(r" (?:[^\W\d_A-ZА-ЯЁ][^\W\d_]*[ ]?){1,2}(?=,)")
"""What belongs to the paper named before it, up to the comma: «отмечается в сообщении ведомства, ...»."""
_RELATIVE = frozenset("who which whose der die das dessen deren qui dont".split())
_SENTENCE = 8
"""Words before an attribution that are a sentence of their own, so that what follows only adds to it."""
_JOINS = re.compile(r"(?:and|but|und|aber|sowie|и|а|но|et|mais)\b")
_COMPLEMENT = 12
"""Tokens between a verb of saying and the comma, as German and Russian write it, before what was said."""


class Extents:
    """Finds the statement of one clause after another."""

    def __init__(self, reading: Reading, finder: Finder) -> None:
        self.report = reading.report
        self.words = reading.words
        self.finder = finder
        self._that = reading.places["that"]
        self._subjunctive = reading.places["subjunctive"]
        self._asides = reading.places["aside"]
        self._papers = reading.places["paper"]

    def of(self, clause: Statement, attribution: Attribution) -> Iterator[Span]:
        """Where in the clause the statement stands."""
        said = spans_of(attribution, self.words)
        begin = self._begin(attribution, clause)
        after = without_lead(self.report.text, begin, clause.span.end)
        ends = max(clause.span.start, self._first_trailing(clause, attribution))
        before = Span(self._after_colon(clause, attribution, said.start), ends)
        if attribution.place is Place.LEADING:
            behind = self._place(after.start)
            # „bestätigte das Gespräch, nannte aber keine Einzelheiten“
            is_second = any(cue.first == behind and cue.part in ("say", "tell") for cue in self.finder.cues)
            opens = self.report.kit.language == "en" or self._opens_statement(begin, after.start)
            if opens and not is_second:
                yield after
            return
        belonging = _BELONGING.match(self.report.text, begin, clause.span.end)
        if belonging and self.report.kit.language != "en":
            begin = belonging.end()
            after = without_lead(self.report.text, begin, clause.span.end)
        rest = self.report.text[begin : clause.span.end].lstrip()
        if rest[:1] not in (",", "—", "–") or len(after) < 12:
            yield before
        elif self.report.text[: before.end].rstrip(" ,—–-")[-1:] in '“”"»«’' or self._has_long_quotation(clause):
            yield before
            if not self._is_about_speaker(after):
                yield after
        elif words_in(before.of(self.report.text)) >= _SENTENCE and not _JOINS.match(self.report.text, after.start):
            yield before
        else:
            yield Span(before.start, clause.span.end)

    def _has_long_quotation(self, clause: Statement) -> bool:
        inside = [one for one in self.report.quotations if clause.span.start <= one.span.start < clause.span.end]
        return has_long(self.report.text, inside)

    def _first_trailing(self, clause: Statement, attribution: Attribution) -> int:
        """Where what is said ends: "..., the minister told his guest, according to the office" has two ends."""
        start = spans_of(attribution, self.words).start
        for one in self.finder.attributions(clause.first, clause.end):
            begin = spans_of(one, self.words).start
            before = self.report.text[:begin].rstrip(" ,—–-")
            is_behind = one.phrase is not None and one.phrase.end == one.end and self.report.kit.language != "en"
            if one.place is Place.TRAILING and begin < start and (before[-1:] in '“”"»«' or is_behind):
                return begin
        return start

    def _is_about_speaker(self, span: Span) -> bool:
        """Whether a part behind an attribution tells about who speaks: "..., said Peskov, who was in Sochi"."""
        place = self._place(span.start)
        if place >= len(self.report.tokens):
            return False
        norm = self.report.tokens[place].norm
        return place in self._asides or norm in _RELATIVE or norm.startswith("котор")

    def _opens_statement(self, begin: int, start: int) -> bool:
        """Whether a comma, a colon or "that" divides a verb of saying from what is said, as German and Russian do."""
        return (
            any(sign in self.report.text[begin:start] for sign in ",:—–")
            or self.report.text[:begin].endswith(("что", "dass", "que"))
            or any(one.outer.start == start for one in self.report.quotations)
            or self._according(begin)
        )

    def _after_colon(self, clause: Statement, attribution: Attribution, end: int) -> int:
        """Where a statement begins after "the office denied this:", else where the clause does."""
        colon = self.report.text.rfind(": ", clause.span.start, end)
        if colon < 0 or any(one.outer.start < colon < one.outer.end for one in self.report.quotations):
            return clause.span.start
        cues = [
            cue
            for cue in self.finder.cues
            if cue.first >= clause.first and self.report.tokens[cue.first].span.start < colon
        ]
        tells = [place for place in self._subjunctive if clause.span.start <= self._start(place) < colon]
        begins = any(colon < self._start(place) < colon + 24 for place in self._subjunctive)
        is_led_in = (begins and not tells) or (
            any(one.outer.start == colon + 2 for one in self.report.quotations) and not tells
        )
        is_he = attribution.phrase is not None and "he" in attribution.phrase.parts  # he was named before the colon
        return colon + 2 if cues or is_led_in or is_he else clause.span.start

    def _place(self, start: int) -> int:
        """Index of the first token from the character `start` on."""
        return bisect_left(self.report.tokens, start, key=lambda token: token.span.start)

    def _start(self, place: int) -> int:
        return self.report.tokens[place].span.start

    def _begin(self, attribution: Attribution, clause: Statement) -> int:
        """Where what follows an attribution begins."""
        told = self._behind_listener(attribution, clause)
        if told is not None:
            return told
        language, end = self.report.kit.language, self.report.tokens[attribution.end - 1].span.end
        if attribution.place is Place.LEADING and language in ("de", "ru") and not self._according(end):
            for ahead in range(attribution.end, min(attribution.end + _COMPLEMENT, clause.end)):
                between = self.words.between(ahead, ahead)
                if self.report.quoted[ahead] or between.strip(" ,\n"):
                    break
                if "," in between and (language == "de" or ahead in self._that):
                    return self.report.tokens[ahead - 1].span.end
        return self._after_fillers(attribution, clause)

    def _behind_listener(self, attribution: Attribution, clause: Statement) -> int | None:
        """Where "told reporters on the plane that" has its "that"; None where nobody is told, or no "that" follows."""
        if self.report.tokens[attribution.end - 1].norm not in ("told", "tells", "telling", "reporters", "journalists"):
            return None
        for ahead in range(attribution.end, min(attribution.end + _COMPLEMENT, clause.end)):
            if self.report.quoted[ahead] or ahead in self.words.verbs or self.words.between(ahead, ahead).strip():
                return None
            if ahead in self._that:
                return self.report.tokens[ahead].span.end
        return None

    def _after_fillers(self, attribution: Attribution, clause: Statement) -> int:
        """Where what follows an attribution begins: "on Monday", "in a statement" and "that" are left out."""
        place = attribution.end
        fillers = self.finder.fillers | self._papers
        for ahead in range(place, min(place + 9, clause.end)):
            if self.report.quoted[ahead] or any(sign in self.words.between(ahead, ahead) for sign in ',:“«„"'):
                return self.report.tokens[ahead - 1].span.end
            if ahead in self._that:
                return self.report.tokens[ahead].span.end
            if ahead not in fillers or self.report.tokens[ahead].norm in (
                "the",
                "die",
                "der",
                "das",
                "his",
                "her",
                "had",
                "has",
            ):
                opens = self._opens(ahead, clause, fillers)
                if not opens:
                    break
        return self.report.tokens[place - 1].span.end

    def _opens(self, ahead: int, clause: Statement, fillers: frozenset[int]) -> bool:
        if ahead in fillers:
            following = range(ahead + 1, min(ahead + 3, clause.end))
            return any(place in self._papers for place in following)
        return False

    def _according(self, begin: int) -> bool:
        """Whether an attribution that ends at `begin` has no verb of saying, so that a sentence may follow at once."""
        return any(
            cue.part in ("according", "own_words", "zufolge")
            and 0 <= begin - self.report.tokens[cue.first].span.start < 90
            for cue in self.finder.cues
        )
