"""Verbs of saying and the attributions they make, as places in a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from msgspec import Struct

from readcompare.engine.quotes.phrases import Phrase, Source, Words
from readcompare.engine.quotes.report import Report
from readcompare.model.text import Span


class Place(Enum):
    """Where an attribution stands in what it attributes."""

    LEADING = "leading"
    TRAILING = "trailing"
    """At the end, or in the middle, set off by a comma or a quotation mark."""


class Cue(Struct, frozen=True):
    """A verb of saying or another word that makes a phrase a source."""

    part: str
    first: int
    """Index of its first token."""
    end: int
    tokens: tuple[int, ...]


class Attribution(Struct, frozen=True, kw_only=True):
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


_ACCORDING = 4
"""Widest "nach ... Angaben" in tokens: an adjective or two stand in it, and no statement."""
_VERB_FORMS = {"de": (("te", "ten"), ","), "ru": (("л", "ла", "ли"), "—–-")}
"""How verbs of saying end in the past, and the signs between a quotation and its verb."""
_CUES = frozenset(["say", "tell", "impersonal", "according", "zufolge", "so", "own_words"])


def cues_of(report: Report) -> tuple[Cue, ...]:
    """The cues outside quotation marks, in order; "who asked not to be named" is none."""
    mentions, quoted = report.attribution, report.quoted
    aside = {place for mention in mentions if mention.entry.text("part") == "aside" for place in mention.tokens}
    found = [
        Cue(mention.entry.text("part"), mention.first, mention.end, mention.tokens)
        for mention in mentions
        if mention.entry.text("part") in _CUES
        and not any(quoted[place] or place in aside for place in mention.tokens)
        and (mention.entry.text("part") != "according" or mention.end - mention.first <= _ACCORDING)
    ]
    found += _behind_quotations(report, {place for cue in found for place in cue.tokens})
    return tuple(sorted(found, key=lambda cue: (cue.first, -cue.end)))


def _behind_quotations(report: Report, known: set[int]) -> Iterator[Cue]:
    """Verbs behind a quotation and a comma or dash, whatever they mean: „...“, spottete er; «...», — вздохнул он."""
    forms, signs = _VERB_FORMS.get(report.kit.language, ((), ""))
    ends = {one.outer.end for one in report.quotations}
    for place in range(1, len(report.tokens)):
        token = report.tokens[place]
        between = report.text[report.tokens[place - 1].span.end : token.span.start]
        if place in known or not token.raw.islower() or not token.norm.endswith(forms) or report.quoted[place]:
            continue
        apart = between.rstrip(" \n")
        if apart[-1:] in signs and any(token.span.start - len(between) <= end < token.span.start for end in ends):
            yield Cue("say", place, place + 1, (place,))


def spans_of(attribution: Attribution, words: Words) -> Span:
    """The characters of an attribution."""
    return Span(words.tokens[attribution.first].span.start, words.tokens[attribution.end - 1].span.end)


def outermost(found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions from the outermost one inwards: what stands last goes for all before it."""
    trailing = [one for one in found if one.place is Place.TRAILING]
    yield from reversed(trailing)
    yield from (one for one in found if one.place is Place.LEADING)
