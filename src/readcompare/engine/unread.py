"""Sentences that cannot be read: in a language without a lexicon, or in another language than their text."""

from __future__ import annotations

from collections.abc import Sequence

from readcompare.engine.features import Record
from readcompare.engine.language import letters_of
from readcompare.engine.normalize import FUNCTION_WORDS
from readcompare.lexicon.matcher import Matcher
from readcompare.model.text import Document

_WORDS = 4
"""Words of a sentence from which its language is asked for; fewer may be a name."""
_SHARE = 0.3
"""Share of the words from which another language's commonest ones tell it: running text has 0.4, titles less."""
_TIMES = 2
"""How many times as many as those of the text's own language they must be: "in", "war" and "die" belong to several."""
_SILENT = 0.1
"""Share of such words below which a sentence is suspect, when no lexicon knows any of its words either."""


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
    others = [words for code, words in FUNCTION_WORDS.items() if code != language]
    return frozenset(place for place, record in enumerate(records) if _is_foreign(record, own, others, language))


def _is_foreign(record: Record, own: frozenset[str], others: Sequence[frozenset[str]], language: str) -> bool:
    """True for another script, for another language that has a lexicon, and for words of which none is known at all."""
    words = len(record.tokens)
    known = sum(token.norm in own for token in record.tokens)
    if words < _WORDS or known >= _SHARE * words:
        return False  # as nearly every sentence
    named = [mention.span for mention in record.mentions if mention.layer == "entities" and len(mention.tokens) > 1]
    small = [
        token.norm
        for token in record.tokens
        if token.raw[0].isalpha() and not token.raw[0].isupper() and not any(map(token.span.overlap, named))
    ]
    if not small:
        return False
    first, last = letters_of(language)
    if 2 * sum(first <= word[0] <= last for word in small) < len(small):
        return True
    theirs = max(sum(word in common for word in small) for common in others)
    if theirs >= _SHARE * words and theirs > _TIMES * known:
        return True
    return known < _SILENT * words and not record.mentions
