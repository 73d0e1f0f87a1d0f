"""Who acts in a sentence: both, one who is named, whoever spoke before, or the writer who says "I"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from readcompare.engine.normalize import is_content
from readcompare.engine.subjects import (
    Candidate,
    first_person,
    first_person_plural,
    follows_preposition,
    goes_on,
    is_and,
    is_of_country,
    is_plural_sie,
    is_together_word,
    may_be_subject,
    named_as_source,
    plural_pronoun,
    single_pronoun,
    subject_of,
)
from readcompare.lexicon.tokens import Token

_REACH = 8
"""Tokens from the start within which a joint subject is looked for."""
_START = 5
"""Tokens from the start within which a bare "both" or "they" is a subject."""
_BESIDE = 2
"""Tokens between a verb and a "both", a pronoun or a country that is its subject."""
_PAIR = 5
"""Tokens between two participants whom "and" joins to one subject."""
_AGENT = {"en": "by", "fr": "par"}
"""What stands between a passive verb and the one who acts."""
_SHOULD = frozenset("should must need ought sollten müssten müssen должны следует doivent devraient".split())
_DONE = re.compile(r"[а-я]+(?:(?:ен|ан)[оаы]?|(?:ят|нут)[оаы])")
"""A Russian participle of the passive in its short form."""
_INSTRUMENTAL = ("ом", "ем", "ым", "им")
_PASSIVE = frozenset("was were been is are été est sont".split())
"""What stands before such a verb; without it the verb belongs to a noun: "the plan put forward by X"."""


def beside_verbs(verbs: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The places at which a "both" or a pronoun is the subject of one of `verbs`, which are first token and end."""
    return frozenset(place for start, end in verbs for place in range(start - _BESIDE, end + 1))


class Earlier(Struct, frozen=True):
    """Who acted in a sentence before."""

    actors: frozenset[str]
    is_opening: bool
    """True when it reports that the call took place."""


class Scene(Struct, frozen=True):
    """A sentence, as far as it tells who acts."""

    tokens: Sequence[Token]
    language: str
    candidates: Sequence[Candidate]
    """The participants whom it names, in its order."""
    countries: Sequence[Candidate]
    """The countries of participants that it names, in its order."""
    verbs: Sequence[tuple[int, int]]
    """First token and one past the last of each reporting verb."""
    beside: Collection[int]
    """The places at a verb, as `beside_verbs` gives them."""
    collectives: Sequence[int]
    """The places of words such as "both leaders"."""
    everybody: frozenset[str]
    own: str | None
    """The participant whose house writes."""
    before: Sequence[Earlier]
    """The sentences before it, in the order of the text."""
    is_joint_by_nature: bool
    """True when what it reports is done together: "We discussed", "We agreed"."""
    is_first_person: bool
    """True in a text whose writer says "I" or "we" throughout."""
    begins_paragraph: bool
    """True for the first sentence of a paragraph."""

    def actors(self) -> frozenset[str]:
        """The participants who act; none when the sentence does not say."""
        return next(self._readings(), frozenset())

    def _readings(self) -> Iterator[frozenset[str]]:
        source = named_as_source(self.tokens, self.candidates)
        if source:
            yield frozenset([source])
        subject = subject_of(self.tokens, self.candidates, [start for start, _ in self.verbs], self.language)
        named_at = subject.start if subject else len(self.tokens)
        yield from self._agents()
        yield from self._pair()
        joint = self._joint_at()
        pronouns = list(self._pronouns(named_at))
        if joint is not None and (joint <= min((named_at, *pronouns)) or self._is_we(joint - 1)):
            if self._is_told_to(joint):
                yield from self._speaker_alone()
            yield self._all_meant(joint)
        for place in pronouns:
            yield from self._joined_to(place)
            yield from self._meant(place)
        if subject:
            yield frozenset([subject.person])
        if self._is_impersonal():
            return
        if goes_on(self.tokens, self.language):
            yield from self._inherited()
        if self._goes_on_saying():
            yield from (speaker for speaker in self._speaker_alone() if speaker == {self.own})
        yield from self._of_country()
        if self.is_first_person and self.own:
            yield self.everybody if self.is_joint_by_nature else frozenset([self.own])

    def _goes_on_saying(self) -> bool:
        """True for an English sentence that states something within the paragraph of one who speaks.

        "Xi said that the two sides should trust each other. China will keep its door open." Of a passive ("Trade was
        discussed") nobody is named as the speaker. Only the writer's own leader is taken to go on: nobody else is given
        words by a guess.
        """
        is_passive = any(self._is_passive(start) for start, _ in self.verbs)
        return self.language == "en" and not self.begins_paragraph and not is_passive

    def _agents(self) -> Iterator[frozenset[str]]:
        """Whom the first verb names as the ones who act, when it is passive: "It was agreed by X and Y".

        A later passive belongs to another clause: "X criticised the demands that were raised by Y".
        """
        if not (self.verbs and self.candidates):
            return
        start, end = min(self.verbs)
        yield from self._instruments(start, end)
        one, *others = self.candidates
        is_agent = one.start and self.tokens[one.start - 1].norm == _AGENT.get(self.language)
        if is_agent and 0 < one.start - end <= _BESIDE and self._is_passive(start):
            joined = [
                other.person
                for other in others[:1]
                if other.start - one.end <= _PAIR
                and any(is_and(token.norm) for token in self.tokens[one.end : other.start])
            ]
            yield frozenset([one.person, *joined])

    def _instruments(self, start: int, end: int) -> Iterator[frozenset[str]]:
        """Whom a Russian passive names as the one who acts, in the instrumental: "Президентом было указано"."""
        if not any(_DONE.fullmatch(token.norm) for token in self.tokens[start:end]):
            return
        for one in self.candidates:
            gap = start - one.end if one.end <= start else one.start - end
            names = self.tokens[max(0, one.start - 1) : one.start + 1]
            is_instrument = any(token.raw[0].isupper() and token.norm.endswith(_INSTRUMENTAL) for token in names)
            if 0 <= gap < _BESIDE and is_instrument and not follows_preposition(self.tokens, one.start, self.language):
                yield frozenset([one.person])

    def _is_passive(self, verb: int) -> bool:
        return any(token.norm in _PASSIVE for token in self.tokens[max(0, verb - _BESIDE) : verb + 1])

    def _is_impersonal(self) -> bool:
        """True when the sentence begins with what was done, and by whom it does not say: "Отмечено", "It was noted"."""
        start = min((start for start, _ in self.verbs), default=0)
        words = [token.norm for token in self.tokens[: start + 1]]
        if not words or start > _REACH or any(one.start < start for one in self.countries):
            return False
        return bool(_DONE.fullmatch(words[-1])) or words[:2] == ["it", "was"]

    def _pair(self) -> Iterator[frozenset[str]]:
        """Two who are named as one subject: "X and Y", "X and I"."""
        for one, other in pairwise(self.candidates):
            between = [token.norm for token in self.tokens[one.end : other.start]]
            is_subject = one.start <= self._limit and not follows_preposition(self.tokens, one.start, self.language)
            acts = any(one.end <= start < other.start for start, _ in self.verbs)  # "Biden called and Xi rejected"
            is_joined = len(between) <= _PAIR and any(map(is_and, between)) and not acts
            if is_subject and one.person != other.person and is_joined:
                yield frozenset([one.person, other.person])
        for one in self.candidates:
            words = [token.norm for token in self.tokens[one.end : one.end + 2]]
            if self.own and one.person != self.own and words[:1] and is_and(words[0]) and words[1:] == ["i"]:
                yield frozenset([one.person, self.own])

    @property
    def _limit(self) -> int:
        """The last token at which a joint subject may begin: the first verb, or later."""
        return max(min((start for start, _ in self.verbs), default=0), _REACH)

    def _joint_at(self) -> int | None:
        """The place of the words that make both the subject."""
        places = [place for place in self.collectives if place <= self._limit or place in self.beside]
        places += [
            place
            for place, token in enumerate(self.tokens)
            if is_together_word(token.norm) or is_plural_sie(self.tokens, place, self.language)
            if (place < _START or place in self.beside) and not self._is_said_of_others(place)
        ]
        able = [place for place in places if not follows_preposition(self.tokens, place, self.language)]
        return min(able, default=None)

    def _is_told_to(self, place: int) -> bool:
        """True for "the two sides should": somebody says so of them."""
        verb = min((start for start, _ in self.verbs if start > place), default=len(self.tokens))
        return any(token.norm in _SHOULD for token in self.tokens[place + 1 : min(place + _PAIR, verb)])

    def _speaker_alone(self) -> Iterator[frozenset[str]]:
        """Who spoke alone in the sentence before, or before one of which nobody is named."""
        last = next((one for one in reversed(self.before) if one.actors), None)
        if last and not last.is_opening and last.actors != self.everybody:
            yield last.actors

    def _is_said_of_others(self, place: int) -> bool:
        """True for the "both" of "he said both warring parties must": it follows a verb and counts what comes next."""
        starts = [start for start, _ in self.verbs]
        after = self.tokens[place + 1 : place + 2]
        is_counting = bool(after) and place + 1 not in starts and is_content(after[0].norm, self.language)
        return is_counting and min(starts, default=place) < place

    def _all_meant(self, place: int) -> frozenset[str]:
        """Everybody, or the two of three who were named before and are now "they"."""
        last = next((one.actors for one in reversed(self.before) if one.actors), frozenset())
        if plural_pronoun(self.tokens[place].norm, self.language) and len(last) > 1:
            return last
        return self.everybody

    def _pronouns(self, named_at: int) -> Iterator[int]:
        """The places of "he", "I" and "we" as subjects that stand before everybody who is named: "He told the King"."""
        for place, token in enumerate(self.tokens[:named_at]):
            if place < _BESIDE or place in self.beside:
                word = token.norm
                is_single = single_pronoun(word, self.language) and not is_plural_sie(self.tokens, place, self.language)
                is_first = first_person(word, self.language) or first_person_plural(word, self.language)
                if is_single or (is_first and self.own):
                    yield place

    def _is_we(self, place: int) -> bool:
        """True for the "we" of "we both"."""
        return place >= 0 and first_person_plural(self.tokens[place].norm, self.language)

    def _joined_to(self, place: int) -> Iterator[frozenset[str]]:
        """Whom the pronoun at `place` means and who is joined to it: "He and President Xi agreed"."""
        is_joined = any(is_and(token.norm) for token in self.tokens[place + 1 : place + 2])
        other = next((one.person for one in self.candidates if 0 < one.start - place <= _PAIR), None)
        if is_joined and other:
            yield from (meant | {other} for meant in self._meant(place))

    def _meant(self, place: int) -> Iterator[frozenset[str]]:
        """Whom the pronoun at `place` means."""
        word = self.tokens[place].norm
        if single_pronoun(word, self.language):
            yield from self._inherited()
        elif self.own and first_person_plural(word, self.language) and self.is_joint_by_nature:
            yield self.everybody
        elif self.own:
            yield frozenset([self.own])

    def _inherited(self) -> Iterator[frozenset[str]]:
        """The last who acted alone, or the two of three who did; after the opening the writer's own leader."""
        for one in reversed(self.before):
            if one.actors and one.actors != self.everybody:
                yield one.actors
        if self.own and (not self.before or self.before[-1].is_opening or self.is_first_person):
            yield frozenset([self.own])
        if self.before:
            yield self.before[-1].actors

    def _of_country(self) -> Iterator[frozenset[str]]:
        """A country that stands as a subject before a verb means who leads it, two of them mean both."""
        able = [
            one
            for one in self.countries
            if may_be_subject(self.tokens, one, self.language) and not is_of_country(self.tokens, one, self.language)
        ]
        for one, other in pairwise(able):
            is_pair = any(is_and(token.norm) for token in self.tokens[one.end : other.start])
            near = {one.start - 1, other.end, other.end + 1}
            is_near = any(near & set(range(start, end + 1)) for start, end in self.verbs)
            if is_pair and is_near and one.person != other.person and other.start - one.end < _PAIR:
                if self._is_told_to(other.start):
                    yield from self._speaker_alone()
                yield frozenset([one.person, other.person])
        for one in able:
            if any(0 <= start - one.end <= _BESIDE for start, _ in self.verbs):
                yield frozenset([one.person])
