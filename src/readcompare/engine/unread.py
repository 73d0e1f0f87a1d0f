"""Sentences that cannot be read: in a language without a lexicon, or in another language than their text."""

from __future__ import annotations

from collections.abc import Sequence

from readcompare.engine.features import Record
from readcompare.engine.language import letters_of
from readcompare.engine.normalize import FUNCTION_WORDS
from readcompare.lexicon.matcher import Matcher
from readcompare.model.text import Document

_WORDS = 4
"""Words of a sentence from which its language is asked for; fewer may be names alone."""
_SHARED = 1
"""Commonest words that a sentence may have of another language too: "in" is one of English, German and French."""


def unread(document: Document, records: Sequence[Record], matcher: Matcher) -> frozenset[int]:
    """The places of the sentences of which nothing can be said: what they have in common with others is not known."""
    if not matcher.knows_language:
        return frozenset(range(len(records)))
    language = document.readout.language
    own = FUNCTION_WORDS.get(language, frozenset())
    others = [words for code, words in FUNCTION_WORDS.items() if code != language]
    first, last = letters_of(language)
    found: set[int] = set()
    for place, record in enumerate(records):
        words = [token.norm for token in record.tokens if token.norm[0].isalpha()]
        # Nearly every sentence has some of the commonest words of its language, and of no other one more.
        known = sum(word in own for word in words)
        if len(words) < _WORDS or known > _SHARED:
            continue
        is_other = max(sum(word in theirs for word in words) for theirs in others) > max(known, _SHARED)
        if is_other or 2 * sum(first <= word[0] <= last for word in words) < len(words):
            found.add(place)
    return frozenset(found)
