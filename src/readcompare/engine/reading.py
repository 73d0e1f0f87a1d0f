"""A text read with the lexicons once: its words and what they mention, for all who ask."""

from __future__ import annotations

from bisect import bisect_left

from msgspec import Struct
from msgspec.structs import replace

from readcompare.engine.headings import footings, headings
from readcompare.engine.telephoning import telephoned
from readcompare.lexicon.entries import Mention, apply_requires
from readcompare.lexicon.matcher import Matcher
from readcompare.lexicon.tokens import Token, tokenise
from readcompare.model.text import Document, Sentence


class Reading(Struct, frozen=True):
    """A document with its tokens and mentions, in the order of the text."""

    document: Document
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    headings: int = 0
    """How many sentences at the beginning are lines above the text."""
    footings: int = 0
    """How many at the end are lines below it."""

    def mentions_of(self, sentence: Sentence) -> tuple[Mention, ...]:
        """What `sentence` mentions."""
        first, after = (
            bisect_left(self.mentions, place, key=lambda mention: mention.span.start)
            for place in (sentence.span.start, sentence.span.end)
        )
        return self.mentions[first:after]


def read(document: Document, matcher: Matcher) -> Reading:
    """Read `document` with lexicons compiled for its language."""
    tokens = tokenise(document.readout.text)
    reading = Reading(document, tokens, telephoned(apply_requires(matcher.mentions(tokens)), tokens))
    above = headings(document, reading.mentions_of)
    return replace(reading, headings=above, footings=footings(document, above))
