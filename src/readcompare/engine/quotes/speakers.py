"""Who is meant: from the words of an attribution to a side, with what was read before."""

from __future__ import annotations

from msgspec.structs import replace

from readcompare.engine.quotes.cues import Attribution, Place, spans_of
from readcompare.engine.quotes.memory import Memory, Speaker
from readcompare.engine.quotes.phrases import Phrase, Source
from readcompare.engine.quotes.reading import Reading
from readcompare.engine.quotes.report import Statement
from readcompare.engine.quotes.subjects import Subjects
from readcompare.model.text import Span

_HIS = frozenset("his sein seine seinem seiner seines его son".split())
_NEAR = 8
"""Tokens behind an attribution within which it is told where somebody spoke."""
_PERSONS = frozenset(["leader", "minister", "official", "person", "title", "voice"])
_SUBJECT = 8
"""Tokens from the start of a statement within which its subject is looked for."""
_CLOSE = 6
"""The same in a statement whose source is named behind it."""
_HER = frozenset("her ihr ihre ihrem ihrer ihres ее".split())


class Speakers:
    """Knows who speaks, from the first statement to the last."""

    def __init__(self, reading: Reading, subjects: Subjects) -> None:
        self.report = reading.report
        self.words = reading.words
        self.phrases = reading.phrases
        self.subjects = subjects
        self.memory = Memory()

    def of(self, attribution: Attribution, clause: Statement) -> Speaker:
        """Whose account the clause gives by this attribution."""
        span = spans_of(attribution, self.words)
        phrase = attribution.phrase
        parts = phrase.parts if phrase else frozenset()
        if attribution.source is Source.BEFORE:
            if "possessive" in parts and parts & {"office", "official"}:
                home = self._owner(phrase.first if phrase else attribution.first, clause)
                if home:
                    return Speaker(home, Source.OFFICE, span, parts)
            speaker = (
                self._subject_of(attribution, clause)
                or self._introduced(attribution, clause)
                or self._said_before(phrase)
                or self._first_bearer(parts)
                or self.memory.resolve(parts, clause.paragraph)
            )
            return replace(speaker, attribution=span)
        if attribution.source is Source.OTHER and parts <= {"person"} and self._is_noted(clause):
            return replace(self.memory.noted or self.memory.resolve(parts, clause.paragraph), attribution=span)
        if phrase is None and attribution.source is Source.OTHER:
            return self._by_name(attribution, span)
        home = phrase.home if phrase and attribution.source is not Source.OTHER else None
        return Speaker(home, attribution.source, span, parts)

    def _subject_of(self, attribution: Attribution, clause: Statement) -> Speaker | None:
        """Whom "he" means inside a sentence: "the minister thanked them for what he called", the minister."""
        phrase = attribution.phrase
        if phrase is None or "he" not in phrase.parts or attribution.place is Place.TRAILING:
            return None
        ahead = [p for p in self.phrases if clause.first <= p.first < phrase.first]
        subject = next((p for p in ahead if not self.subjects.is_object(p)), None)
        if subject is None or subject.source is Source.BEFORE or not subject.parts & _PERSONS:
            return None
        home = None if subject.source is Source.OTHER else subject.home
        return Speaker(home, subject.source, self._span(subject), subject.parts)

    def _span(self, phrase: Phrase) -> Span:
        return Span(self.words.tokens[phrase.first].span.start, self.words.tokens[phrase.end - 1].span.end)

    def _introduced(self, attribution: Attribution, clause: Statement) -> Speaker | None:
        """Whose a spokesperson is who is introduced by name alone: of the place where he speaks, or of his leader."""
        phrase = attribution.phrase
        if phrase is None or not phrase.parts & {"office", "official"} or "possessive" in phrase.parts:
            return None
        last = self.words.tokens[phrase.end - 1]
        if not last.raw[:1].isupper() or phrase.end - phrase.first < 2:
            return None
        here = [p for p in self.phrases if clause.first <= p.first < clause.end]
        places = [p for p in here if "city" in p.parts and 0 <= p.first - attribution.end < _NEAR]
        known = next((p for p in places if self.subjects.is_where(p) and p.source is Source.OFFICE), None)
        if known is None and self.memory.current(clause.paragraph) is None:
            is_before = attribution.place is Place.TRAILING
            said = [p for p in here if (p.end <= attribution.first if is_before else p.first >= attribution.end)]
            known = next((p for p in said if p.source is Source.LEADER), None)
        if known is None:
            return None
        return Speaker(known.home, Source.OFFICE, spans_of(attribution, self.words), phrase.parts)

    def _is_noted(self, clause: Statement) -> bool:
        """Whether the statement before was about a spokesperson, who is now called by a name."""
        noted = self.memory.noted
        return (
            noted is not None
            and bool(noted.parts & {"office", "official"})
            and self.memory.current(clause.paragraph) is noted
        )

    def _first_bearer(self, parts: frozenset[str]) -> Speaker | None:
        """Whose "the prime minister's office" is where both have one: of who is named first, if neither spoke yet."""
        if not {"office", "title"} <= parts or "office" in self.memory.by_noun:
            return None
        first = next((p for p in self.phrases if p.source is Source.LEADER), None)
        return Speaker(first.home, Source.OFFICE, self._span(first), parts) if first else None

    def _said_before(self, phrase: Phrase | None) -> Speaker | None:
        """Who was named with the noun of a description: "the directorate" after "the Communications Directorate"."""
        if phrase is None or "description" not in phrase.parts:
            return None
        return self.memory.by_word.get(self.words.tokens[phrase.end - 1].norm)

    def _by_name(self, attribution: Attribution, span: Span) -> Speaker:
        """Whoever was introduced with the name beside a verb of saying; else a stranger."""
        beside = [n for n in (attribution.first - 1, attribution.end) if 0 <= n < len(self.report.tokens)]
        known = (self.memory.by_name.get(self.report.tokens[place].norm) for place in beside)
        speaker = next((one for one in known if one), None)
        return replace(speaker, attribution=span) if speaker else Speaker(None, Source.OTHER, span)

    def introduce(self, attribution: Attribution, speaker: Speaker) -> None:
        """Keep the names with which a spokesperson is introduced."""
        phrase = attribution.phrase
        if phrase and phrase.parts & {"office", "official"}:
            for token in self.report.tokens[phrase.first : phrase.end]:
                self.memory.by_word[token.norm] = speaker
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
        subjects = [p for p in leaders if p.first >= clause.first and not self.subjects.is_object(p)]
        if subjects:
            return subjects[0].home
        if leaders and (word in _HIS or word in _HER):
            return leaders[-1].home
        return self.memory.resolve(frozenset(), clause.paragraph).home

    def _is_speaking(self, phrase: Phrase, clause: Statement) -> bool:
        """False for a country or a city that only stands somewhere in a statement."""
        return phrase.first <= clause.first + 1 or not phrase.parts <= {"country", "city"}

    def note_account(self, clause: Statement) -> None:
        """Whose account is spoken of in a statement about what it does not say is whom "it" means next."""
        for phrase in self.phrases:
            if clause.first <= phrase.first < clause.end and phrase.source is Source.OFFICE:
                span = self._span(phrase)
                self.memory.note(Speaker(phrase.home, phrase.source, span, phrase.parts), clause.paragraph)
                return

    def note_subject(self, clause: Statement, before: int | None = None) -> None:
        """Who a statement without a report is about is whom "it" means next."""
        named = self.memory.by_name.get(self.words.tokens[clause.first].norm)
        if before is None and named:
            self.memory.note(replace(named, attribution=self.words.tokens[clause.first].span), clause.paragraph)
            return
        papers = [p for p in self.phrases if clause.first <= p.first < clause.end and p.source is Source.OFFICE]
        if before is None and any("paper" in p.parts for p in papers):
            self.note_account(clause)
            return
        for phrase in self.phrases:
            if before is not None and (phrase.end > before or phrase.parts <= {"country", "city", "leader"}):
                continue
            if clause.first <= phrase.first < min(clause.end, clause.first + (_SUBJECT if before is None else _CLOSE)):
                if self.subjects.is_object(phrase) and not self.subjects.is_where(phrase):
                    continue
                span = self._span(phrase)
                if phrase.source is Source.OFFICE:
                    self.memory.note(Speaker(phrase.home, phrase.source, span, phrase.parts), clause.paragraph)
                elif phrase.source is Source.LEADER:
                    self.memory.person = Speaker(phrase.home, phrase.source, span, phrase.parts)
                    self.memory.person_in = clause.paragraph
                elif phrase.source is Source.OTHER and before is None and self._is_speaking(phrase, clause):
                    self.memory.mention(Speaker(None, phrase.source, span, phrase.parts))
                elif "possessive" in phrase.parts and phrase.parts & {"office", "official", "paper"}:
                    home = self._owner(phrase.first, clause)
                    if home:
                        self.memory.mention(Speaker(home, Source.OFFICE, span, phrase.parts))
                return
