"""The lines above a text: its title, its date line, who announces it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from readcompare.engine.formulas import tells_of_talk
from readcompare.lexicon.entries import Mention
from readcompare.model.text import Document, Sentence

_MOST = 6
"""Lines above a text at most: house, office, release, date, title, "the spokesman announced:"."""
_ENDED = re.compile(r"[.!?…][\s)\]»”“\"']*\Z")
_SHORTENED = re.compile(r"(?:[^\W\d_]\.){2,}")  # "Washington, D.C." is no end, at the end of a short line
_SHORT = 5
"""Words of such a line."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SPOKEN = 3.0
"""Force of the verbs of a title: "speaks with"."""
_MUCH = 2
"""How many times as long as the text the lines above it may be."""
_GOES_ON = (",", ";")
_ITEM = re.compile(r"[^\w\s\"'„“”«»(\[]\s|\(?(?:\d{1,2}(?!\.\s\w+\s\d{4})|[a-zа-я])[.)]\s")  # no date, no initial
_BEGINNING = 2
"""Sentences below the lines of which one says that there was a conversation."""


def headings(document: Document, mentions_of: Callable[[Sentence], Sequence[Mention]]) -> int:
    """How many sentences at the beginning of `document` are such lines: none ends as a sentence does.

    They say again what stands below. So the line that alone says that there was a conversation is none, nor is one that
    tells of another act ("Russia agreed to a ceasefire"), nor are the items of a list, nor lines much longer than the
    rest, as in a text whose lines have no full stops.
    """
    sentences = document.sentences

    def is_above(sentence: Sentence) -> bool:
        text = document.text_of(sentence)
        return _is_line(text) and (text.endswith(":") or not _tells_of_more(mentions_of(sentence)))

    above = tuple(takewhile(is_above, sentences[: _MOST + 1]))
    below = sentences[len(above) :]
    if not above or len(above) > _MOST or _MUCH * _words(document, below) <= _words(document, above):
        return 0
    if any(tells_of_talk(mentions_of(sentence)) for sentence in below[:_BEGINNING]):
        return len(above)
    telling = (number for number, sentence in enumerate(above) if tells_of_talk(mentions_of(sentence)))
    return next(telling, len(above))


def _tells_of_more(mentions: Sequence[Mention]) -> bool:
    """True for a verb of more force than that they spoke, or that somebody says so."""
    return any(one.layer == "verbs" and one.entry.number("force", _SPOKEN) > _SPOKEN for one in mentions)


def _is_line(text: str) -> bool:
    words = text.split(None, _SHORT)
    is_shortened = 1 < len(words) <= _SHORT and _SHORTENED.fullmatch(words[-1])
    is_date = len(words) <= _SHORT and _YEAR.search(text)
    is_ended = _ENDED.search(text) and not is_shortened and not is_date
    return not is_ended and not text.endswith(_GOES_ON) and not _ITEM.match(text)


def _words(document: Document, sentences: Sequence[Sentence]) -> int:
    return sum(len(document.text_of(sentence).split()) for sentence in sentences)
