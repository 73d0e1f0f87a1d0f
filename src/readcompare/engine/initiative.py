"""Who asked for the call, according to one text."""

from __future__ import annotations

from collections.abc import Sequence

from readcompare.engine.acts import Cast, country_of
from readcompare.engine.features import Record
from readcompare.lexicon.entries import Mention

_OPENING = 3
"""Sentences in which a text says so; later "at the request of" is about a subject, not about the call."""
_COUNTRIES = {"de": "germany", "ru": "russia"}


def initiator(records: Sequence[Record], cast: Cast) -> tuple[str, int, Mention] | None:
    """The letter of the side that asked, the sentence's index and the words that say so; None when not stated."""
    for index, record in enumerate(records[:_OPENING]):
        for mention in record.mentions:
            if mention.layer == "modality" and mention.entry.text("class") == "initiator":
                country = _COUNTRIES.get(mention.entry.text("side")) or _named(mention, record)
                letter = next((letter for letter, home in cast.homes.items() if home == country), None)
                if letter:
                    return letter, index, mention
    return None


def _named(mention: Mention, record: Record) -> str | None:
    """The country that stands inside the phrase."""
    for other in record.mentions:
        if other.layer == "entities" and mention.span.overlap(other.span):
            return country_of(other)
    return None
