"""The fragments of a report: each statement goes to the source that its sentence names, or to the last one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from readcompare.engine.quotes.attributions import Finder
from readcompare.engine.quotes.clauses import Clauses
from readcompare.engine.quotes.content import has_long, names_something, reported
from readcompare.engine.quotes.cues import Attribution, Place, outermost
from readcompare.engine.quotes.extent import Extents
from readcompare.engine.quotes.following import Following
from readcompare.engine.quotes.marks import Quotation
from readcompare.engine.quotes.memory import Speaker
from readcompare.engine.quotes.phrases import Source
from readcompare.engine.quotes.reading import Reading, reading_of
from readcompare.engine.quotes.report import Report, Statement
from readcompare.engine.quotes.sources import Cast
from readcompare.engine.quotes.speakers import Speakers
from readcompare.model.fragments import Fragment, FragmentKind
from readcompare.model.text import Span


class Drawn(Struct, frozen=True):
    """One fragment with whose it is."""

    home: str
    fragment: Fragment
    source: Source
    """Office or leader."""
    parts: frozenset[str]
    """What the report calls the source, as `Phrase.parts`."""


def draw(report: Report, cast: Cast) -> tuple[Drawn, ...]:
    """All fragments of the sides of `cast`, in the order of the report."""
    return tuple(sorted(_Drawing(reading_of(report, cast)).all(), key=lambda drawn: drawn.fragment))


_DIVIDES = re.compile(r"[,;:.!?]")


def _is_conduit(attribution: Attribution) -> bool:
    """True for media, which pass on what others say."""
    phrase = attribution.phrase
    return phrase is not None and "media" in phrase.parts and phrase.source is Source.OTHER


class _Drawing:
    """Goes through a report from its first statement to its last."""

    def __init__(self, reading: Reading) -> None:
        self.report = reading.report
        self.cast = reading.cast
        self.places = reading.places
        self.finder = Finder(reading)
        self.clauses = Clauses(reading, self.finder)
        self.extents = Extents(reading, self.finder)
        self.speakers = Speakers(reading, self.finder.subjects)
        self.following = Following(reading, self.finder.subjects, self.speakers.memory)
        self._unattributed_before: Statement | None = None

    def all(self) -> Iterator[Drawn]:
        """Every fragment."""
        for statement in self.report.statements:
            for clause in self.clauses.of(statement):
                yield from self._drawn(clause)

    def _drawn(self, clause: Statement) -> Iterator[Drawn]:
        attribution = self._chosen(clause)
        is_more = attribution is not None and attribution.source is Source.LEADER and self.following.is_more(clause)
        if attribution and ((is_more and not attribution.says) or self.following.is_indirect(clause, attribution)):
            attribution = None  # "Macron also called on ...": more of what his office says
        unattributed, self._unattributed_before = self._unattributed_before, None
        if attribution is None:
            self._unattributed_before = clause
            goes_on = self.following.goes_on(clause)
            yield from self._unattributed(clause)
            if not goes_on:
                self.speakers.note_subject(clause)
            if self._is_about_silence(clause):
                self.speakers.note_account(clause)
            return
        if attribution.source is Source.BEFORE:
            self.speakers.note_subject(clause, before=attribution.first)
        speaker = self.speakers.of(attribution, clause)
        self.speakers.introduce(attribution, speaker)
        self.speakers.memory.hear(speaker, clause.paragraph)
        if not self.cast.has(speaker.home) or self.following.is_elsewhen(clause, attribution, speaker.source):
            return
        is_of_before = clause.first in self.places["this"] and self._is_bare(attribution, clause)
        if unattributed and is_of_before and attribution.says:
            # "Das teilte der Kreml mit": what is meant is the sentence before.
            yield from self._reported(speaker, [unattributed.span], self._quoted(unattributed))
            return
        own = self._quoted(clause)
        if attribution.says and (own or is_more or speaker.source is not Source.LEADER):
            yield from self._reported(speaker, self.extents.of(clause, attribution), own)
        else:
            yield from self._reported(speaker, [], own)

    def _reported(self, speaker: Speaker, parts: Iterable[Span], own: Sequence[Quotation]) -> Iterator[Drawn]:
        """The quotations, and what the parts report beside them."""
        for one in own:
            yield self._made(speaker, one.span, FragmentKind.QUOTED)
        is_long = has_long(self.report.text, own)
        for part in parts:
            for span in reported(self.report.text, part, own, beside_long=is_long):
                yield self._made(speaker, span, FragmentKind.REPORTED)

    def _quoted(self, clause: Statement) -> list[Quotation]:
        """The quotations that begin in a clause, names and scare quotes left out."""
        inside = (one for one in self.report.quotations if clause.span.start <= one.span.start < clause.span.end)
        return [one for one in inside if not self._names(one)]

    def _is_bare(self, attribution: Attribution, clause: Statement) -> bool:
        """Whether a verb of saying stands at once behind "this", and no noun that it belongs to."""
        phrase = attribution.phrase
        return attribution.first <= clause.first + 2 and (phrase is None or phrase.first >= clause.first + 2)

    def _chosen(self, clause: Statement) -> Attribution | None:
        found = [one for one in self.finder.attributions(clause.first, clause.end) if not self._is_denied(one, clause)]
        direct = [one for one in found if not _is_conduit(one)]
        ordered = list(outermost(direct or found))
        says = [one for one in ordered if one.source is not Source.LEADER and one.says]
        tells = [one for one in ordered if one.source is not Source.LEADER and not one.says]
        leaders = [one for one in ordered if one.source is Source.LEADER]
        if says and tells and tells[0].first < says[0].first and says[0].place is Place.LEADING:
            return tells[0]
        return next(iter((*says, *tells, *leaders)), None)

    def _is_denied(self, attribution: Attribution, clause: Statement) -> bool:
        # A participle behind a comma, as in "declined to comment, noting that", says something all the same.
        is_apart = "," in self.finder.words.between(attribution.first, attribution.first)
        begin = attribution.first if is_apart else max(clause.first, attribution.first - 2)
        near = range(begin, min(clause.end, attribution.end + 3))
        if any(place in self.places["deny"] for place in near):
            return True
        return attribution.first > 0 and self.report.tokens[attribution.end - 2].norm in ("not", "nicht", "не", "n't")

    def _is_about_silence(self, clause: Statement) -> bool:
        return any(place in self.places["deny"] for place in range(clause.first, clause.end))

    def _names(self, quotation: Quotation) -> bool:
        place = bisect_left(self.report.tokens, quotation.span.start, key=lambda token: token.span.start)
        is_known = any(
            m.span.start <= quotation.span.start and m.span.end >= quotation.span.end - 1 for m in self.report.entities
        )
        near = self.report.text[: quotation.outer.start]
        before = [
            n for n in range(max(0, place - 2), place) if not _DIVIDES.search(near, self.report.tokens[n].span.end)
        ]
        return is_known or names_something(
            quotation.span.of(self.report.text),
            is_named=any(one in self.places["naming"] for one in before),
            starts=self._starts(quotation),
            language=self.report.kit.language,
        )

    def _starts(self, quotation: Quotation) -> bool:
        """Whether a quotation begins a statement: at the start of a sentence or after a colon."""
        before = self.report.text[max(0, quotation.outer.start - 40) : quotation.outer.start].rstrip()
        return not before or before[-1] in ":.!?…—–"

    def _unattributed(self, clause: Statement) -> Iterator[Drawn]:
        """What a statement without a verb of saying gives: quotations of its subject, or more of the account before."""
        if self._is_about_silence(clause):
            return
        own = self._quoted(clause)
        announced = self.following.announced(clause, own)
        if announced and self.cast.has(announced[0].home):
            self.speakers.memory.hear(announced[0], clause.paragraph)
            yield from self._reported(announced[0], [announced[1]], own)
            return
        speaker = self.following.implied(clause, own)
        if speaker is None or not self.cast.has(speaker.home):
            return
        goes_on = speaker.source is Source.OFFICE and self.following.goes_on(clause)
        yield from self._reported(speaker, [clause.span] if goes_on else [], own)

    def _made(self, speaker: Speaker, span: Span, kind: FragmentKind) -> Drawn:
        source = speaker.source
        fragment = Fragment(span, kind, speaker.attribution)
        return Drawn(speaker.home or "", fragment, source, speaker.parts)
