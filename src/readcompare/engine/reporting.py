"""Which acts each sentence reports: who does what to whom, verb by verb."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from msgspec import Struct

from readcompare.engine.acts import Cast, candidates_of, country_of
from readcompare.engine.features import Record
from readcompare.engine.homes import home_of
from readcompare.engine.said import PRONOUNS, Saying, marks
from readcompare.engine.subjects import Candidate, is_preposition, is_together_word, subject_of, subjunctive_at
from readcompare.lexicon.entries import Mention
from readcompare.model.acts import ActType, ReportedAct, Stance
from readcompare.model.text import Document, Excerpt, Span

_SPEECH = frozenset([ActType.STRESS, ActType.INFORM, ActType.TOPIC])
_AND = frozenset("and und sowie и а et".split())
_UNMARKED = 3.0
"""Force of an act that no verb of the lexicon names."""
_FORCES = {ActType.DEMAND: 7.0, ActType.COMMIT: 5.0}
_GOING_ON = "continue_contact"
_INSTRUCT = "instruct_own"
"""What leaders have their own people do together they agree on."""
_MUTUAL = ("einig", "einvernehm", "übereinstimm", "gemeinsam", "beider", "mutual", "commun", "обоюдн", "взаимн", "общ")
"""Beginnings of words by which an agreement is everybody's."""
SPEAKING_OF = frozenset(["manner", "matter"])
"""Roles of verbs that tell how something is said or what of, where another verb says it."""
_LAST = 4
"""Tokens that may follow a verb at whose end what is said has gone before: ", announced the Chancellor"."""
_JOINED = 4
"""Tokens between "and" and a verb that it joins to the one before."""
_PARTIES = frozenset(["country", "person", "role"])
_PARTICIPLE = re.compile(r"(?:нн|ут|ят|ыт)(?:ый|ая|ое|ые|ого|ой|ому|ую|ым|ыми|ом|ых)$").search


def reported_acts(document: Document, records: Sequence[Record], cast: Cast) -> tuple[tuple[ReportedAct, ...], ...]:
    """The acts of each sentence of one side, in the order of the text; a sentence may report none."""
    found: list[tuple[ReportedAct, ...]] = []
    first = 0
    last: ReportedAct | None = None
    for sentence, record in zip(document.sentences, records, strict=True):
        acts = tuple(_Reader(document, sentence.id, record, first, cast, last).acts())
        found.append(acts)
        first += len(record.tokens)
        last = acts[-1] if acts else None
    return tuple(found)


class _Reader(Struct, frozen=True):
    """One sentence and where it stands."""

    document: Document
    sentence: str
    record: Record
    first: int
    """Index of its first token among all tokens of the text."""
    cast: Cast
    before: ReportedAct | None
    """The last act of the sentence before."""

    def acts(self) -> list[ReportedAct]:
        """The acts in the order of the text."""
        candidates = candidates_of(self.record.mentions, self.first, self.cast, self.document.letter)
        heads = self._heads(candidates)
        if not heads:
            marker = next((mention for mention in self.record.mentions if marks(mention)), None)
            if marker:
                return [self._bare(marks(marker) or ActType.INFORM, marker.span)]
            place = subjunctive_at(self.record.tokens, self.document.readout.language)
            return [] if place is None else [self._bare(ActType.STRESS, self.record.tokens[place].span)]
        acts: list[ReportedAct] = []
        ends = [head.first for head in heads[1:]] + [self.first + len(self.record.tokens)]
        begin = self.first
        for mention, end in zip(heads, ends, strict=True):
            acts.append(self._act(mention, self._about(mention, begin, end), candidates, acts[-1] if acts else None))
            begin = mention.end
        return acts

    def _heads(self, candidates: Sequence[Candidate]) -> list[Mention]:
        """The verbs that report: the first one with a subject beside it, or the first of all, and those joined to it.

        "In the discussion of" and "in detail" report nothing where the sentence has another verb.
        """
        found = [one for one in self.record.mentions if one.layer == "verbs" and not self._is_attribute(one)]
        verbs = [mention for mention in found if not self._is_aside(mention)] or found
        if not verbs:
            return []
        main = next((one for one in verbs if self._has_subject(one, candidates)), verbs[0])
        ends = sorted(one.end for one in found if not self._is_aside(one))
        later = [one for one in verbs if one.first >= main.end and self._is_joined(one, ends)]
        if self._own_subjects(main, candidates):
            # "They discussed Syria, and the President warned" reports two acts of different people.
            return [*[one for one in found[:1] if one.end <= main.first and not self._is_noun(one)], main, *later]
        return [main, *later]

    def _is_attribute(self, verb: Mention) -> bool:
        """True for a Russian participle in its long form: "the amendments approved by parliament" report nothing."""
        token = self.record.tokens[verb.first - self.first]
        return self.document.readout.language == "ru" and len(verb.tokens) == 1 and bool(_PARTICIPLE(token.norm))

    def _is_aside(self, verb: Mention) -> bool:
        return self._is_noun(verb) or verb.entry.text("role") in SPEAKING_OF

    def _is_noun(self, verb: Mention) -> bool:
        """True behind a preposition: "in the discussion of"."""
        place = verb.first - self.first
        return bool(place) and is_preposition(self.record.tokens[place - 1].norm, self.document.readout.language)

    def _has_subject(self, verb: Mention, candidates: Sequence[Candidate]) -> bool:
        """True when a participant or a pronoun for one is its subject."""
        place, end = verb.first - self.first, verb.end - self.first
        beside = self.record.tokens[max(0, place - 1) : end + 1]
        return bool(self._subject(verb, candidates)) or any(token.norm in PRONOUNS for token in beside)

    def _about(self, verb: Mention, begin: int, end: int) -> list[Mention]:
        """The mentions in what is said: after the verb and inside its bracket, also before a verb that stands last."""
        is_last = end - verb.end < _LAST and end == self.first + len(self.record.tokens)
        start = begin if is_last else verb.first
        about = self.record.mentions[self._mention_from(start) : self._mention_from(end)]
        return [mention for mention in about if mention is not verb]

    def _mention_from(self, token: int) -> int:
        return bisect_left(self.record.mentions, token, key=attrgetter("first"))

    def _is_joined(self, verb: Mention, ends: Sequence[int]) -> bool:
        """True when "and" stands shortly before it and no verb that `ends` there: "and voiced concern" has one verb."""
        before = bisect_right(ends, verb.first)
        start = max([verb.first - _JOINED, self.first, *ends[before - 1 : before]]) - self.first
        return any(token.norm in _AND for token in self.record.tokens[start : verb.first - self.first])

    def _subject(self, verb: Mention, candidates: Sequence[Candidate]) -> str | None:
        language = self.document.readout.language
        subject = subject_of(self.record.tokens, candidates, [verb.first - self.first], language)
        return subject.person if subject else None

    def _act(
        self,
        verb: Mention,
        about: Sequence[Mention],
        candidates: Sequence[Candidate],
        earlier: ReportedAct | None,
    ) -> ReportedAct:
        persons = self._actors(verb, candidates, earlier)
        kind = ActType(verb.entry.text("type"))
        if verb.id == _GOING_ON and not self.record.act.closing:
            kind = ActType.TOPIC
        elif verb.id == _INSTRUCT and len(persons) != 1:
            kind = ActType.AGREE
        elif kind in _SPEECH:
            kind = self._saying(verb, kind, about, persons).meaning()
        if kind is ActType.AGREE and self._is_mutual(verb) and (not persons or self._is_inherited(persons, candidates)):
            persons = frozenset(self.cast.persons)
        return ReportedAct(
            type=kind,
            verb=Excerpt(self.sentence, verb.span),
            actors=tuple(sorted(self.cast.names[person] for person in persons)),
            is_joint=self._is_joint(persons),
            inherited=self._is_inherited(persons, candidates),
            addressee=self._addressee(persons, candidates),
            force=max(verb.entry.number("force", _UNMARKED), _FORCES.get(kind, 0.0)),
            stance=Stance(verb.entry.text("stance", "neutral")),
        )

    def _is_mutual(self, verb: Mention) -> bool:
        """True for words that say by themselves that all agree: "Einigkeit", "обоюдный", "Условились"."""
        words = [token.norm for token in self.record.tokens[verb.first - self.first : verb.end - self.first]]
        return any(word.startswith(_MUTUAL) or word.endswith("лись") for word in words)

    def _saying(self, verb: Mention, kind: ActType, about: Sequence[Mention], persons: frozenset[str]) -> Saying:
        return Saying(
            verb=verb,
            kind=kind,
            is_joint=self._is_joint(persons),
            tokens=self.record.tokens,
            first=self.first,
            about=about,
            around=self.record.mentions,
            is_party=_is_party,
            is_other=lambda mention: self._is_other(mention, persons),
        )

    def _is_other(self, mention: Mention, persons: frozenset[str]) -> bool:
        """True for a country or somebody of it for whom none of `persons` speaks."""
        if not _is_party(mention):
            return False
        own = self.cast.homes.get(self.document.letter, "")
        homes = {self.cast.persons[person] for person in persons} or {own}
        return self.cast.person_of(mention.entry) not in persons and country_of(mention) not in homes

    def _actors(self, verb: Mention, candidates: Sequence[Candidate], earlier: ReportedAct | None) -> frozenset[str]:
        """Those of the sentence; a later verb may have a subject of its own."""
        tokens, place = self.record.tokens, verb.first - self.first
        if earlier:
            after = bisect_left(tokens, earlier.verb.span.end, key=lambda token: token.span.start)
            near = [
                one
                for one in candidates
                if after <= one.start and one.end <= place and not self._holds_and(one.end, place)
            ]
            if not near and (home := self._country_before(verb)):
                leader = self.cast.leader(home)
                return frozenset([leader] if leader else [])
        else:
            near = self._own_subjects(verb, candidates)
        person = self._subject(verb, near) if near else None
        return frozenset([person]) if person else self.record.act.actors

    def _country_before(self, verb: Mention) -> str | None:
        """The country between "and" and a later verb: in "X proposed a ceasefire, and Ukraine accepted" it acts."""
        for one in self.record.mentions:
            place = one.first - self.first
            is_joined = place > 0 and self.record.tokens[place - 1].norm in _AND
            if is_joined and one.end == verb.first and _is_party(one):
                return home_of(one.entry)
        return None

    def _own_subjects(self, verb: Mention, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Who stands right before a verb and begins a clause with it."""
        place = verb.first - self.first
        return [one for one in candidates if one.end <= place <= one.end + 1 and self._begins_anew(one, place)]

    def _begins_anew(self, subject: Candidate, verb: int) -> bool:
        """True for a subject between two verbs of which only the later one can be its own: "They met, and she said"."""
        before = any(one.end <= subject.start + self.first for one in self.record.mentions if one.layer == "verbs")
        counted = self.record.tokens[max(0, subject.start - 1) : subject.start]
        is_one_of_several = any(is_together_word(token.norm) for token in counted)
        return before and not is_one_of_several and not self._holds_and(subject.end, verb)

    def _holds_and(self, start: int, end: int) -> bool:
        """True when "and" stands among these tokens: then a verb after them has the subject of the one before."""
        return any(token.norm in _AND for token in self.record.tokens[start:end])

    def _is_joint(self, persons: frozenset[str]) -> bool:
        return len(persons) > 1 and persons == frozenset(self.cast.persons)

    def _is_inherited(self, persons: frozenset[str], candidates: Sequence[Candidate]) -> bool:
        return len(persons) == 1 and all(candidate.person not in persons for candidate in candidates)

    def _addressee(self, actors: frozenset[str], candidates: Sequence[Candidate]) -> str | None:
        others = [one.person for one in candidates if one.person not in actors]
        return self.cast.names[others[0]] if others and len(actors) == 1 else None

    def _bare(self, kind: ActType, verb: Span) -> ReportedAct:
        """Reported speech without a verb of saying: what must be done is demanded, what will be done is promised."""
        persons = self.record.act.actors
        return ReportedAct(
            type=kind,
            verb=Excerpt(self.sentence, verb),
            actors=tuple(sorted(self.cast.names[person] for person in persons)),
            is_joint=self._is_joint(persons),
            inherited=self._is_inherited(persons, ()),
            addressee=None,
            force=_FORCES.get(kind, _UNMARKED),
            stance=Stance.NEUTRAL,
        )


def _is_party(mention: Mention) -> bool:
    """True for a mention of a country, a capital that stands for it, or somebody from it."""
    entry = mention.entry
    return mention.layer == "entities" and (entry.text("kind") in _PARTIES or bool(entry.text("metonym_of")))
