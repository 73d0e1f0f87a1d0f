"""The fragments of a report: each statement goes to the source that its sentence names, or to the last one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from readcompare.engine.quotes.attributions import Attribution, Finder, Place, cues_of, outermost, spans_of
from readcompare.engine.quotes.content import has_long, names_something, reported, without_lead
from readcompare.engine.quotes.marks import Quotation, quotations, without
from readcompare.engine.quotes.memory import Memory, Speaker
from readcompare.engine.quotes.phrases import Cast, Mark, Phrase, Source, Words, marks_of, phrases_of
from readcompare.engine.segment import segment
from readcompare.lexicon.matcher import Matcher, Mention
from readcompare.lexicon.tokens import Token, tokenise
from readcompare.model.fragments import Fragment, FragmentKind
from readcompare.model.text import Readout, Span

_INSERT = re.compile(r"[,!?…]\s*[—–-]\s+(?P<said>[^—–«»]{3,160}?)[.,]\s*[—–-]\s+")
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


@dataclass(frozen=True, slots=True)
class Kit:
    """What reading a report needs."""

    language: str
    entities: Matcher
    attribution: Matcher


@dataclass(frozen=True, slots=True)
class Statement:
    """Sentences that one quotation holds together, or one sentence; or a clause of it."""

    first: int
    """Index of its first token."""
    end: int
    span: Span
    paragraph: int


class Report:
    """One report, taken apart once; its fragments can be drawn for one cast after another."""

    def __init__(self, text: str, kit: Kit) -> None:
        """`text` is the report with everything blanked that is not running text."""
        self.text = text
        self.kit = kit
        self.tokens: tuple[Token, ...] = tokenise(text)
        self.entities = tuple(m for m in kit.entities.mentions(self.tokens) if m.layer == "entities")
        self.verbs = tuple(m for m in kit.entities.mentions(self.tokens) if m.layer == "verbs")
        self.attribution: tuple[Mention, ...] = kit.attribution.mentions(self.tokens)
        whole = quotations(text)
        self.quotations = tuple(part for one in whole for part in self._parts(one))
        self.quoted = _covered(self.tokens, [one.span for one in self.quotations])
        self.statements = self._statements(whole)

    def places(self, *parts: str) -> frozenset[int]:
        """Indices of the tokens of the attribution lexicon's entries of these parts, quotations left out."""
        return frozenset(
            place
            for mention in self.attribution
            if mention.entry.text("part") in parts
            for place in mention.tokens
            if not self.quoted[place]
        )

    def _parts(self, quotation: Quotation) -> tuple[Quotation, ...]:
        """The quotation without the words of the report inside its marks."""
        says = [m.span for m in self.attribution if m.entry.text("part") in ("say", "tell", "impersonal")]
        inserts = []
        for match in _INSERT.finditer(self.text, quotation.span.start, quotation.span.end):
            said = Span(*match.span("said"))
            if any(said.overlap(span) for span in says):
                inserts.append(Span(match.start() + 1, match.end()))
        return without(quotation, inserts) if inserts else (quotation,)

    def _statements(self, whole: Sequence[Quotation]) -> tuple[Statement, ...]:
        readout = Readout(id="report", name="report", text=self.text, language=self.kit.language, sha256="")
        sentences = segment(readout, "R").sentences
        joined: list[tuple[Span, int]] = []
        at = 0
        for sentence in sentences:
            while at < len(whole) and whole[at].outer.end <= sentence.span.start:
                at += 1
            if joined and at < len(whole) and whole[at].outer.start < joined[-1][0].end:
                joined[-1] = (Span(joined[-1][0].start, sentence.span.end), joined[-1][1])
            else:
                joined.append((sentence.span, sentence.paragraph))
        found, place = [], 0
        for span, paragraph in joined:
            first = place
            while place < len(self.tokens) and self.tokens[place].span.start < span.end:
                place += 1
            if place > first:
                found.append(Statement(first, place, span, paragraph))
        return tuple(found)


def draw(report: Report, cast: Cast) -> tuple[Drawn, ...]:
    """All fragments of the sides of `cast`, in the order of the report."""
    return tuple(sorted(_Drawing(report, cast).all(), key=lambda drawn: drawn.fragment))


def _covered(tokens: Sequence[Token], spans: Sequence[Span]) -> tuple[bool, ...]:
    covered, at = [], 0
    for token in tokens:
        while at < len(spans) and spans[at].end <= token.span.start:
            at += 1
        covered.append(at < len(spans) and spans[at].start <= token.span.start)
    return tuple(covered)


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
            report.places("filler") | frozenset(n for n, t in enumerate(report.tokens) if t.norm[0].isdigit()),
            report.kit.language,
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
                if "person" in phrase.parts or not self._is_marked(marks, phrase.end - 1):
                    if last.raw[:1].isupper() and len(last.norm) > 3:
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
            if between or not token.raw[:1].isupper() or self.report.quoted[end] or end in self.words.verbs:
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
        for one, other in zip(found, found[1:], strict=False):
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
        for part in self._content(clause, attribution):
            for span in reported(self.report.text, part, own, beside_long=has_long(self.report.text, own)):
                yield self._made(speaker, span, FragmentKind.REPORTED)

    def _according(self, begin: int) -> bool:
        """Whether an attribution that ends at `begin` has no verb of saying, so that a sentence may follow at once."""
        return any(
            cue.part in ("according", "own_words", "zufolge")
            and 0 <= begin - self.report.tokens[cue.first].span.start < 90
            for cue in self.finder.cues
        )

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
        place = next((n for n, t in enumerate(self.report.tokens) if t.span.start >= quotation.span.start), 0)
        is_known = any(
            m.span.start <= quotation.span.start and m.span.end >= quotation.span.end - 1 for m in self.report.entities
        )
        before = range(max(0, place - 2), place)
        return is_known or names_something(
            quotation.span.of(self.report.text),
            is_named=any(one in self.places["naming"] for one in before),
            follows=self.report.text[max(0, quotation.outer.start - 2) : quotation.outer.start],
            language=self.report.kit.language,
        )

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
        home = phrase.home if phrase and attribution.source is not Source.OTHER else None
        return Speaker(home, attribution.source, span, parts)

    def _owner(self, place: int, clause: Statement) -> str | None:
        """The side whose leader "his" or "her" means before an office: the subject of the sentence, else the last one."""
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

    def _content(self, clause: Statement, attribution: Attribution) -> Iterator[Span]:
        """Where in the clause the statement stands."""
        said = spans_of(attribution, self.words)
        begin = self._after_fillers(attribution, clause)
        after = without_lead(self.report.text, begin, clause.span.end)
        before = Span(self._after_colon(clause, said.start), max(clause.span.start, said.start))
        if attribution.place is Place.LEADING:
            if self.report.kit.language == "en" or self._opens_statement(begin, after.start):
                yield after
            return
        rest = self.report.text[said.end : clause.span.end].lstrip()
        if rest[:1] not in (",", "—", "–", ";") or len(after) < 12:
            yield before
        elif any(
            one.span.start >= clause.span.start and one.span.end <= clause.span.end and len(one.span) > 30
            for one in self.report.quotations
        ):
            yield before
            yield after
        else:
            yield Span(before.start, clause.span.end)

    def _opens_statement(self, begin: int, start: int) -> bool:
        """Whether a comma, a colon or "that" divides a verb of saying from what is said, as German and Russian do."""
        return (
            any(sign in self.report.text[begin:start] for sign in ",:—–")
            or self.report.text[:begin].endswith(("что", "dass", "que"))
            or any(one.outer.start == start for one in self.report.quotations)
            or self._according(begin)
        )

    def _after_colon(self, clause: Statement, end: int) -> int:
        """Where a statement begins after "the office denied this:", else where the clause does."""
        colon = self.report.text.rfind(": ", clause.span.start, end)
        if colon < 0 or any(one.outer.start < colon < one.outer.end for one in self.report.quotations):
            return clause.span.start
        cues = [
            cue
            for cue in self.finder.cues
            if cue.first >= clause.first and self.report.tokens[cue.first].span.start < colon
        ]
        return colon + 2 if cues else clause.span.start

    def _after_fillers(self, attribution: Attribution, clause: Statement) -> int:
        """Where what follows an attribution begins: "on Monday", "in a statement" and "that" are left out."""
        place = attribution.end
        fillers = self.finder.fillers | self.report.places("paper")
        for ahead in range(place, min(place + 9, clause.end)):
            if self.report.quoted[ahead] or any(sign in self.words.between(ahead, ahead) for sign in ',:“«„"'):
                return self.report.tokens[ahead - 1].span.end
            if ahead in self.places["that"]:
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
            return any(place in self.report.places("paper") for place in following)
        return False

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
