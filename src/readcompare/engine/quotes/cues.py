"""Verbs of saying and the attributions they make, as places in a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from readcompare.engine.quotes.phrases import Phrase, Source, Words
from readcompare.lexicon.entries import Mention
from readcompare.model.text import Span


class Place(Enum):
    """Where an attribution stands in what it attributes."""

    LEADING = "leading"
    TRAILING = "trailing"
    """At the end, or in the middle, set off by a comma or a quotation mark."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying or another word that makes a phrase a source."""

    part: str
    first: int
    """Index of its first token."""
    end: int
    tokens: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One place that says whose account a clause gives."""

    first: int
    """Index of its first token."""
    end: int
    phrase: Phrase | None
    """The source; None when nobody is named, so that it is whoever spoke before."""
    source: Source
    says: bool
    """False for a verb that goes with quotations only, such as "called"."""
    place: Place


_CUES = frozenset(["say", "tell", "impersonal", "according", "zufolge", "so", "own_words"])


def cues_of(mentions: Sequence[Mention], quoted: Sequence[bool]) -> tuple[Cue, ...]:
    """The cues outside quotation marks, in order; "who asked not to be named" is none."""
    aside = {place for mention in mentions if mention.entry.text("part") == "aside" for place in mention.tokens}
    found = [
        Cue(mention.entry.text("part"), mention.first, mention.end, mention.tokens)
        for mention in mentions
        if mention.entry.text("part") in _CUES and not any(quoted[place] or place in aside for place in mention.tokens)
    ]
    return tuple(sorted(found, key=lambda cue: (cue.first, -cue.end)))


def spans_of(attribution: Attribution, words: Words) -> Span:
    """The characters of an attribution."""
    return Span(words.tokens[attribution.first].span.start, words.tokens[attribution.end - 1].span.end)


def outermost(found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions from the outermost one inwards: what stands last goes for all before it."""
    trailing = [one for one in found if one.place is Place.TRAILING]
    yield from reversed(trailing)
    yield from (one for one in found if one.place is Place.LEADING)
