"""Which of the named participants is the subject of a sentence, by word order and form."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from readcompare.lexicon.tokens import Token

_AND = frozenset("and und и et sowie".split())
_TOGETHER = frozenset("they both beide beiden они оба обе обоих двух участники each two ils tous deux".split())
_SINGLE_PRONOUNS = {
    "en": frozenset("he she".split()),
    "de": frozenset("er sie".split()),
    "ru": frozenset("он она".split()),
    "fr": frozenset("il elle".split()),
}
_IN_HIS_WORDS = ("по его словам", "по ее словам", "selon lui", "selon elle")
# German reported speech without a verb of saying: the speaker is the one of the sentence before.
_SUBJUNCTIVE = frozenset(
    "sei seien habe müsse müssten solle sollten werde könne dürfe gebe wolle gelte brauche".split()
)
_PREPOSITIONS = {
    "en": frozenset("with to of by from for on between against than about at toward towards".split()),
    "de": frozenset("mit von vom an bei beim zu zum zur für gegenüber zwischen gegen durch des eines über".split()),
    "ru": frozenset("с со от у к ко при для по между о об".split()),
    "fr": frozenset("avec de du à au par pour entre d'".split()),
}
_ARTICLES = frozenset("the der die dem den das le la l' m mme herr herrn frau mr mrs ms".split())
# Endings of Russian names and titles in other cases than the nominative.
_OBLIQUE = ("а", "у", "ом", "ым", "ем", "ой", "ы", "и", "е", "ому", "ого", "ами", "ами")
_FEMININE = frozenset(["ангела", "глава"])
_REACH = 8
"""Tokens from the start within which a joint subject is looked for."""
_NEAR = 5
"""Tokens between a subject and its verb."""


class Candidate(NamedTuple):
    """A participant as the sentence names him or her."""

    person: str
    start: int
    """Index of the first token of the phrase in the sentence."""
    end: int
    """One past the last token."""
    is_title: bool
    """True for a bare title, such as "the President"."""


def is_together(
    tokens: Sequence[Token], collective: Sequence[int], candidates: Sequence[Candidate], verbs: Sequence[int]
) -> bool:
    """True when the participants act jointly: "they", "both sides", "X and Y" as the subject."""
    limit = max(min(verbs, default=0), _REACH)
    if any(place <= limit for place in collective):
        return True
    if any(token.norm in _TOGETHER for token in tokens[:_NEAR]):
        return True
    return any(
        one.person != other.person
        and one.start <= limit
        and any(token.norm in _AND for token in tokens[one.end : other.start])
        and other.start - one.end <= _NEAR
        for one, other in pairwise(candidates)
    )


def subject_of(
    tokens: Sequence[Token], candidates: Sequence[Candidate], verbs: Sequence[int], language: str
) -> str | None:
    """The participant who is the subject; `verbs` are the places of the reporting verbs.

    Whoever stands close before a verb comes first, in German and Russian also close after it; then whoever stands
    before all verbs.
    """
    able = [candidate for candidate in candidates if _may_be_subject(tokens, candidate, language)]
    for candidate in able:
        if any(0 <= verb - candidate.end < _NEAR for verb in verbs):
            return candidate.person
    if language in ("de", "ru"):
        for candidate in able:
            if any(0 < candidate.start - verb <= _NEAR for verb in verbs):
                return candidate.person
    for candidate in able:
        if candidate.start < max(min(verbs, default=_REACH), 2):
            return candidate.person
    return None


def is_preposition(word: str, language: str) -> bool:
    """True for a word, in small letters, that makes what follows it no subject and no verb."""
    return word in _PREPOSITIONS.get(language, ())


def inherits(tokens: Sequence[Token], language: str) -> bool:
    """True when the sentence goes on with the speaker of the one before: a pronoun or reported speech."""
    words = [token.norm for token in tokens]
    if any(word in _SINGLE_PRONOUNS.get(language, ()) for word in words):
        return True
    text = f" {' '.join(words)} "
    if any(f" {phrase} " in text for phrase in _IN_HIS_WORDS):
        return True
    return language == "de" and any(word in _SUBJUNCTIVE for word in words)


def _may_be_subject(tokens: Sequence[Token], candidate: Candidate, language: str) -> bool:
    """False after a preposition, and for a Russian phrase in another case than the nominative."""
    before = candidate.start - 1
    while before >= 0 and tokens[before].norm in _ARTICLES:
        before -= 1
    if before >= 0 and tokens[before].norm in _PREPOSITIONS.get(language, ()):
        return False
    if language == "ru":
        head = tokens[candidate.start].norm
        return head in _FEMININE or not head.endswith(_OBLIQUE)
    return True
