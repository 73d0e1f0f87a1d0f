"""The fragments of a report: each statement goes to the source that its sentence names, or to the last one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from readcompare.engine.quotes.attributions import Finder
from readcompare.engine.quotes.content import has_long, names_something, reported
from readcompare.engine.quotes.cues import Attribution, Place, cues_of, outermost, spans_of
from readcompare.engine.quotes.extent import Extents
from readcompare.engine.quotes.marks import Quotation
from readcompare.engine.quotes.memory import Memory, Speaker
from readcompare.engine.quotes.phrases import Phrase, Source, Words, phrases_of
from readcompare.engine.quotes.report import Report, Statement
from readcompare.engine.quotes.sources import Cast, Mark, marks_of
from readcompare.model.fragments import Fragment, FragmentKind
from readcompare.model.text import Span

_NAMES = 3
"""Names that may follow an office: spokeswoman Anna Maria Roe."""
_CHAIN = 8
"""Tokens from the start within which a sentence shows that it goes on with the account before it."""
_HIS = frozenset("his sein seine seinem seiner seines его son".split())
_HER = frozenset("her ihr ihre ihrem ihrer ihres ее".split())
_HEADS = frozenset(["office", "official", "voice", "other", "minister", "title", "person"])


@dataclass(frozen=True, slots=True)
class Drawn:
    """One fragment with whose it is."""

    home: str
    fragment: Fragment
    source: Source
    """Office or leader."""
    parts: frozenset[str]
    """What the report calls the source, as `Phrase.parts`."""


def draw(report: Report, cast: Cast) -> tuple[Drawn, ...]:
    """All fragments of the sides of `cast`, in the order of the report."""
    return tuple(sorted(_Drawing(report, cast).all(), key=lambda drawn: drawn.fragment))


class _Drawing:
    """Goes through a report from its first statement to its last."""

    def __init__(self, report: Report, cast: Cast) -> None:
        self.report = report
        self.cast = cast
        self.words = Words(
            report.text,
            report.tokens,
            report.quoted,
            report.places("say", "tell", "impersonal", "according", "zufolge", "own_words"),
            report.places("woman"),
        )
        marks = marks_of((*report.entities, *report.attribution), cast, report.tokens)
        self.phrases = self._named(marks)
        self.finder = Finder(
            self.words,
            self.phrases,
            cues_of(report.attribution, report.quoted),
            fillers=report.places("filler") | frozenset(n for n, t in enumerate(report.tokens) if t.norm[0].isdigit()),
            papers=report.places("paper"),
            language=report.kit.language,
        )
        self.places = {
            part: report.places(part)
            for part in (
                "deny",
                "background",
                "contrast",
                "joining",
                "also",
                "both",
                "subjunctive",
                "naming",
                "that",
                "pronoun",
            )
        }
        self.extents = Extents(report, self.words, self.finder)
        self.memory = Memory()

    def all(self) -> Iterator[Drawn]:
        """Every fragment."""
        for statement in self.report.statements:
            for clause in self._clauses(statement):
                yield from self._drawn(clause)

    def _named(self, marks: list[Mark]) -> tuple[Phrase, ...]:
        """The phrases, with names that follow an office; who was introduced so is known by the name alone later."""
        phrases = [self._with_name(phrase) for phrase in phrases_of(marks, self.words, self.cast)]
        known: dict[str, str] = {}
        for phrase in phrases:
            if phrase.source is Source.OFFICE and phrase.home and phrase.parts & {"office", "official"}:
                last = self.report.tokens[phrase.end - 1]
                is_name = "person" in phrase.parts or not self._is_marked(marks, phrase.end - 1)
                if is_name and last.raw[:1].isupper() and len(last.norm) > 3:
                    known[last.norm] = phrase.home
        extra = [
            Mark(place, place + 1, "voice", known[token.norm])
            for place, token in enumerate(self.report.tokens)
            if token.norm in known
        ]
        if not extra:
            return tuple(phrases)
        taken = {mark.first for mark in extra}
        rest = [mark for mark in marks if not (mark.part == "person" and mark.end - 1 in taken)]
        merged = sorted([*rest, *extra], key=lambda mark: (mark.first, mark.end))
        return tuple(self._with_name(phrase) for phrase in phrases_of(merged, self.words, self.cast))

    def _is_marked(self, marks: Sequence[Mark], place: int) -> bool:
        return any(mark.first <= place < mark.end for mark in marks)

    def _with_name(self, phrase: Phrase) -> Phrase:
        end = phrase.end
        if not phrase.parts & _HEADS:
            return phrase
        while end < len(self.report.tokens) and end - phrase.end < _NAMES:
            token = self.report.tokens[end]
            between = self.words.between(end, end).strip(" .")
            is_name = token.raw[:1].isupper() or (between == "-" and end > phrase.end)
            if between not in ("", "-") or not is_name or self.report.quoted[end] or end in self.words.verbs:
                break
            if "\n" in self.words.between(end, end) or token.before.value == "clause":
                break
            end += 1
        if end > phrase.end and phrase.parts == {"title"}:
            # A president with a name that nobody knows here is another one.
            return replace(phrase, end=end, source=Source.OTHER, home=None)
        return replace(phrase, end=end)

    def _clauses(self, statement: Statement) -> Iterator[Statement]:
        """The statement, divided where another source begins to speak."""
        found = [
            one for one in self.finder.attributions(statement.first, statement.end) if one.source is not Source.LEADER
        ]
        begin = statement.first
        for one, other in pairwise(found):
            cut = self._cut(statement.first, one.end, other.first)
            if cut is not None and cut > begin:
                yield self._clause(statement, begin, cut)
                begin = cut
        yield self._clause(statement, begin, statement.end)

    def _cut(self, first: int, begin: int, end: int) -> int | None:
        contrast = self.places["contrast"]
        comma = None
        for place in range(end, begin - 1, -1):
            if place >= len(self.report.tokens) or self.report.quoted[place]:
                continue
            before = self.words.between(place, place)
            if place in contrast or ";" in before:
                return place
            if "," in before and place in self.places["joining"]:
                return place
            if "," in before and comma is None:
                comma = place
        return comma if first in contrast else None

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

    def _drawn(self, clause: Statement) -> Iterator[Drawn]:
        attribution = self._chosen(clause)
        quoted = [one for one in self.report.quotations if clause.span.start <= one.span.start < clause.span.end]
        if attribution is None:
            yield from self._unattributed(clause, quoted)
            self._note_subject(clause)
            return
        if attribution.source is Source.BEFORE:
            self._note_subject(clause, before=attribution.first)
        speaker = self._speaker(attribution, clause)
        self._introduce(attribution, speaker)
        self.memory.hear(speaker, clause.paragraph)
        if speaker.home is None or not self.cast.has(speaker.home):
            return
        own = [one for one in quoted if not self._names(one)]
        quotes_only = not attribution.says or (attribution.source is Source.LEADER and not own)
        if speaker.source is Source.LEADER and self._is_background(clause):
            return
        for one in own:
            yield self._made(speaker, one.span, FragmentKind.QUOTED)
        if quotes_only:
            return
        for part in self.extents.of(clause, attribution):
            for span in reported(self.report.text, part, own, beside_long=has_long(self.report.text, own)):
                yield self._made(speaker, span, FragmentKind.REPORTED)

    def _chosen(self, clause: Statement) -> Attribution | None:
        found = [one for one in self.finder.attributions(clause.first, clause.end) if not self._is_denied(one, clause)]
        ordered = list(outermost(found))
        says = [one for one in ordered if one.source is not Source.LEADER and one.says]
        tells = [one for one in ordered if one.source is not Source.LEADER and not one.says]
        leaders = [one for one in ordered if one.source is Source.LEADER]
        if says and tells and tells[0].first < says[0].first and says[0].place is Place.LEADING:
            return tells[0]
        return next(iter((*says, *tells, *leaders)), None)

    def _is_denied(self, attribution: Attribution, clause: Statement) -> bool:
        near = range(max(clause.first, attribution.first - 2), min(clause.end, attribution.end + 3))
        if any(place in self.places["deny"] for place in near):
            return True
        return attribution.first > 0 and self.report.tokens[attribution.end - 2].norm in ("not", "nicht", "не", "n't")

    def _is_background(self, clause: Statement) -> bool:
        return any(place in self.places["background"] for place in range(clause.first, clause.end))

    def _names(self, quotation: Quotation) -> bool:
        place = bisect_left(self.report.tokens, quotation.span.start, key=lambda token: token.span.start)
        is_known = any(
            m.span.start <= quotation.span.start and m.span.end >= quotation.span.end - 1 for m in self.report.entities
        )
        before = range(max(0, place - 2), place)
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

    def _speaker(self, attribution: Attribution, clause: Statement) -> Speaker:
        span = spans_of(attribution, self.words)
        phrase = attribution.phrase
        parts = phrase.parts if phrase else frozenset()
        if attribution.source is Source.BEFORE:
            if "possessive" in parts and parts & {"office", "official"}:
                home = self._owner(phrase.first if phrase else attribution.first, clause)
                if home:
                    return Speaker(home, Source.OFFICE, span, parts)
            return replace(self.memory.resolve(parts), attribution=span)
        if phrase is None and attribution.source is Source.OTHER:
            return self._by_name(attribution, span)
        home = phrase.home if phrase and attribution.source is not Source.OTHER else None
        return Speaker(home, attribution.source, span, parts)

    def _by_name(self, attribution: Attribution, span: Span) -> Speaker:
        """Whoever was introduced with the name beside a verb of saying; else a stranger."""
        beside = [n for n in (attribution.first - 1, attribution.end) if 0 <= n < len(self.report.tokens)]
        known = (self.memory.by_name.get(self.report.tokens[place].norm) for place in beside)
        speaker = next((one for one in known if one), None)
        return replace(speaker, attribution=span) if speaker else Speaker(None, Source.OTHER, span)

    def _introduce(self, attribution: Attribution, speaker: Speaker) -> None:
        """Keep the names with which a spokesperson is introduced."""
        phrase = attribution.phrase
        if phrase and phrase.parts & {"office", "official"}:
            for token in self.report.tokens[phrase.first : phrase.end]:
                if token.raw[:1].isupper() and len(token.norm) > 2:
                    self.memory.by_name[token.norm] = speaker

    def _owner(self, place: int, clause: Statement) -> str | None:
        """The side whose leader "his" means in "his office": the subject of the sentence, else the last one."""
        leaders = [p for p in self.phrases if p.source is Source.LEADER and p.first < place][-4:]
        word = self.report.tokens[place].norm
        if word in _HIS or word in _HER:
            named = [p for p in self.phrases if p.source is Source.LEADER]
            women = {p.home for p in named if self.words.women & set(range(p.first, p.end))}
            leaders = [p for p in leaders if (p.home in women) is (word in _HER)]
        subjects = [p for p in leaders if p.first >= clause.first and not self.finder.is_object(p)]
        if subjects:
            return subjects[0].home
        if leaders and (word in _HIS or word in _HER):
            return leaders[-1].home
        return self.memory.last.home if self.memory.last else None

    def _unattributed(self, clause: Statement, quoted: Sequence[Quotation]) -> Iterator[Drawn]:
        """What a statement without a verb of saying gives: quotations of its subject, or more of the account before."""
        if any(place in self.places["deny"] for place in range(clause.first, clause.end)):
            return
        own = [one for one in quoted if not self._names(one)]
        speaker = self._implied(clause, own)
        if speaker is None or not self.cast.has(speaker.home):
            return
        for one in own:
            yield self._made(speaker, one.span, FragmentKind.QUOTED)
        if speaker.source is Source.OFFICE and self._goes_on(clause):
            for span in reported(self.report.text, clause.span, own, beside_long=has_long(self.report.text, own)):
                yield self._made(speaker, span, FragmentKind.REPORTED)

    def _implied(self, clause: Statement, own: Sequence[Quotation]) -> Speaker | None:
        last = self.memory.last if self.memory.paragraph == clause.paragraph else None
        outside = [
            n for n in range(clause.first, clause.end) if not self.report.quoted[n] and n not in self.finder.fillers
        ]
        goes_on = self._goes_on(clause)
        if own and len(outside) <= 1:
            return last or (self.memory.last if self._follows_colon(clause) else None)
        if last and goes_on and last.source is Source.OFFICE:
            return last
        subject = self._subject(clause, own)
        if not own or subject is None or subject.source in (Source.OTHER, Source.BEFORE):
            return None
        span = Span(self.report.tokens[subject.first].span.start, self.report.tokens[subject.end - 1].span.end)
        return Speaker(subject.home, subject.source, span, subject.parts)

    def _follows_colon(self, clause: Statement) -> bool:
        return self.report.text[: clause.span.start].rstrip().endswith(":")

    def _subject(self, clause: Statement, own: Sequence[Quotation]) -> Phrase | None:
        """The source named before the first quotation; somebody else, when somebody else is named after it."""
        limit = own[0].outer.start if own else clause.span.end
        named = [p for p in self.phrases if clause.first <= p.first < clause.end]
        named = [p for p in named if self.report.tokens[p.first].span.start < limit]
        other = next(
            (p for p in named if p.source is Source.OTHER and p.parts & {"other", "minister", "person", "ministry"}),
            None,
        )
        if other:
            return other
        return next((p for p in named if not self.finder.is_object(p)), None)

    def _goes_on(self, clause: Statement) -> bool:
        """True when a statement goes on with the account that the one before it gave."""
        if self._is_background(clause) or self.memory.paragraph != clause.paragraph:
            return False
        start = range(clause.first, min(clause.first + _CHAIN, clause.end))
        inside = range(clause.first, clause.end)
        named = [p for p in self.phrases if p.first in inside]
        if any(p.source is Source.OTHER and p.parts & {"other", "minister", "organisation"} for p in named[:1]):
            return False
        if any(place in self.places["subjunctive"] and not self.report.quoted[place] for place in inside):
            return True
        if not any(verb.first in inside and verb.entry.number("force") >= 2 for verb in self.report.verbs):
            return False
        is_both = any(place in self.places["both"] for place in start)
        is_also = any(place in self.places["also"] for place in start)
        leads = any(p.source is Source.LEADER and p.first in start for p in named[:1])
        pronoun = any(place in self.places["pronoun"] for place in start[:3])
        return is_both or (is_also and (leads or pronoun)) or (pronoun and is_also)

    def _note_subject(self, clause: Statement, before: int | None = None) -> None:
        """Who a statement without a report is about is whom "it" means next."""
        for phrase in self.phrases:
            if before is not None and (phrase.end > before or phrase.parts <= {"country", "city", "leader"}):
                continue
            if clause.first <= phrase.first < min(clause.end, clause.first + 6):
                if self.finder.is_object(phrase) and not self.finder.is_where(phrase):
                    continue
                span = Span(self.report.tokens[phrase.first].span.start, self.report.tokens[phrase.end - 1].span.end)
                if phrase.source is Source.OFFICE:
                    self.memory.mention(Speaker(phrase.home, phrase.source, span, phrase.parts))
                elif phrase.source is Source.OTHER:
                    self.memory.mention(Speaker(None, phrase.source, span, phrase.parts))
                return

    def _made(self, speaker: Speaker, span: Span, kind: FragmentKind) -> Drawn:
        source = speaker.source
        fragment = Fragment(span, kind, speaker.attribution)
        return Drawn(speaker.home or "", fragment, source, speaker.parts)
