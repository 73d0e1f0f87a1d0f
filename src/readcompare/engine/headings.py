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
_SHORTENED = re.compile(r"\b(?:[^\W\d_]\.){2,}\Z")  # "Washington, D.C."
_GOES_ON = (",", ";")
_ITEM = re.compile(r"[^\w\s\"'„“”«»(\[]\s|\(?\w{1,2}[.)]\s")
_BEGINNING = 2
"""Sentences below the lines of which one says that there was a conversation."""


def headings(document: Document, mentions_of: Callable[[Sentence], Sequence[Mention]]) -> int:
    """How many sentences at the beginning of `document` are such lines: none ends as a sentence does.

    They say again what stands below. So the line that alone says that there was a conversation is none, nor are the
    items of a list, nor lines longer than the rest, as in a text whose lines have no full stops.
    """
    sentences = document.sentences
    above = tuple(takewhile(lambda sentence: _is_line(document.text_of(sentence)), sentences[: _MOST + 1]))
    below = sentences[len(above) :]
    if not above or len(above) > _MOST or _words(document, below) <= _words(document, above):
        return 0
    if any(tells_of_talk(mentions_of(sentence)) for sentence in below[:_BEGINNING]):
        return len(above)
    telling = (number for number, sentence in enumerate(above) if tells_of_talk(mentions_of(sentence)))
    return next(telling, len(above))


def _is_line(text: str) -> bool:
    is_ended = _ENDED.search(text) and not _SHORTENED.search(text)
    return not is_ended and not text.endswith(_GOES_ON) and not _ITEM.match(text)


def _words(document: Document, sentences: Sequence[Sentence]) -> int:
    return sum(len(document.text_of(sentence).split()) for sentence in sentences)
