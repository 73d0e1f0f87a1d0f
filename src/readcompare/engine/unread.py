"""Sentences that cannot be read: in a language without a lexicon, or in another language than their text."""

from __future__ import annotations

from collections.abc import Sequence

from readcompare.engine.features import Record
from readcompare.engine.language import recognise
from readcompare.engine.normalize import FUNCTION_WORDS
from readcompare.lexicon.matcher import Matcher
from readcompare.model.text import UNKNOWN_LANGUAGE, Document

_WORDS = 4
"""Words of a sentence from which its language is asked for; fewer may be a name."""
_SHARE = 0.12
"""Share of its language's commonest words from which a sentence is in it; others have "in", "war" or "die" at most."""
_SILENT = 0.1
"""Share of such words below which a sentence is suspect, when no lexicon knows any of its words either."""


def named(sentences: Sequence[str], most: int) -> str:
    """The first `most` of sentences by their ids, and how many more there are."""
    more = f" and {len(sentences) - most} more" if len(sentences) > most else ""
    return ", ".join(sentences[:most]) + more


def unread(document: Document, records: Sequence[Record], matcher: Matcher) -> frozenset[int]:
    """The places of the sentences of which nothing can be said: what they have in common with others is not known.

    Names tell nothing: "Ursula von der Leyen" is no German, "SWIFT" no English.
    """
    if not matcher.knows_language:
        return frozenset(range(len(records)))
    language = document.readout.language
    own = FUNCTION_WORDS.get(language)
    if own is None:  # a lexicon of the user's own
        return frozenset()
    return frozenset(place for place, record in enumerate(records) if _is_foreign(record, own, language))


def _is_foreign(record: Record, own: frozenset[str], language: str) -> bool:
    """True for words that are recognised as another language, and for words of which none is known at all."""
    words = sum(token.raw[0].isalpha() for token in record.tokens)
    known = sum(token.norm in own for token in record.tokens)
    if words < _WORDS or known >= _SHARE * words:
        return False  # as nearly every sentence
    named = [mention.span for mention in record.mentions if mention.layer == "entities" and len(mention.tokens) > 1]
    small = [
        token.norm
        for token in record.tokens
        if token.raw[0].isalpha() and not token.raw[0].isupper() and not any(map(token.span.overlap, named))
    ]
    if len(small) >= _WORDS and recognise(" ".join(small)) not in (language, UNKNOWN_LANGUAGE):
        return True
    return bool(small) and known < _SILENT * words and not record.mentions
