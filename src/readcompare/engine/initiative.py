"""Who asked for the call, according to one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readcompare.engine.acts import Cast, country_of
from readcompare.engine.features import Record, beginning, footings_of
from readcompare.engine.subjects import is_called
from readcompare.lexicon.entries import Mention
from readcompare.model.text import Document

_OPENING = 3
"""Sentences in which a text says so; later "at the request of" is about a subject, not about the call."""
_CLOSING, _BRIEF = 2, 14
"""Sentences at the end that may say so too, and how many words they then have at most."""
_COUNTRIES = {"de": "germany", "ru": "russia"}
_BEFORE, _AFTER, _OWN = "before", "after", "own"
_NEAR = 4
"""Words after "at the invitation of" within which the one who invited is named."""


def initiator(document: Document, records: Sequence[Record], cast: Cast) -> tuple[str, int, Mention] | None:
    """The letter of the side that asked, the sentence's index and the words that say so; None when not stated."""
    for index, record in _telling(records):
        for mention in record.mentions:
            if mention.layer == "modality" and mention.entry.text("class") == "initiator":
                is_first = index == 0 or records[index - 1].is_heading
                is_told = record.act.opening or is_first or not _points(mention)
                if mention.entry.text("side") == _OWN:
                    return document.letter, index, mention
                country = _credited(mention, record, cast, document.readout.language) if is_told else None
                letter = next((letter for letter, home in cast.homes.items() if home == country), None)
                if letter:
                    return letter, index, mention
    return None


def _telling(records: Sequence[Record]) -> Iterator[tuple[int, Record]]:
    """The first sentences, and at the end one that speaks of the call alone: "The call was at the Turkish request"."""
    first = beginning(records, _OPENING)
    yield from enumerate(first)
    end = len(records) - footings_of(records)
    for index in range(max(len(first), end - _CLOSING), end):
        of_the_call = any(mention.id == "conversation" for mention in records[index].mentions)
        if of_the_call and len(records[index].tokens) <= _BRIEF:
            yield index, records[index]


def _points(mention: Mention) -> bool:
    """True for a phrase that credits whoever is named beside it: sure only in the sentence that reports the call."""
    return mention.entry.text("side") in (_BEFORE, _AFTER)


def _credited(mention: Mention, record: Record, cast: Cast, language: str) -> str | None:
    """The country whose side the phrase credits."""
    side = mention.entry.text("side")
    if not _points(mention):
        return _COUNTRIES.get(side) or _named(mention, record)
    named = [
        (other, country)
        for other in record.mentions
        if other.layer == "entities" and (country := _country(other, cast))
    ]
    if side == _AFTER:
        return next((country for other, country in named if 0 <= other.first - mention.end < _NEAR), None)
    before = [(other, country) for other, country in named if other.end <= mention.first]
    behind = next((country for other, country in named if other.first >= mention.end), None)
    if before:
        other, country = before[-1]
        words = [token for token in record.tokens if other.span.start <= token.span.start < other.span.end]
        return behind if language == "ru" and is_called(words) else country
    # "The Prime Minister telephoned President Putin": whoever it is, it is not the one who is telephoned.
    return next((home for home in cast.homes.values() if home != behind), None) if behind else None


def _country(mention: Mention, cast: Cast) -> str | None:
    """The country of a participant, or of an office or a side that speaks for one."""
    person = cast.person_of(mention.entry)
    return cast.persons[person] if person else country_of(mention) if cast.is_principal(mention.entry) else None


def _named(mention: Mention, record: Record) -> str | None:
    """The country that stands inside the phrase."""
    for other in record.mentions:
        if other.layer == "entities" and mention.span.overlap(other.span):
            return country_of(other)
    return None
