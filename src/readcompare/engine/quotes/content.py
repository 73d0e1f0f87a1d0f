"""What of a sentence is the statement itself, and which quotation marks hold no statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readcompare.engine.quotes.marks import Quotation
from readcompare.model.text import Span

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_THAT = re.compile(r"(?:that|что|que)\s+|qu['’]")  # not the German one, whose clause cannot stand without it
_EDGES = " \t\r\n,;:–—-"
_OPENED_BY = {"“": "„", "«": "»", "„": ""}  # what such a mark closes; without that it opens
_LONG_QUOTATION = 5
"""Words from which a quotation stands for itself, so that the words around it are a part of their own."""
_PART = 5
"""Words that a part of a sentence beside such a quotation needs."""
_WHOLE = 4
_AROUND = 3
"""Words of the report that a statement needs which holds a short quotation besides."""
_LONGEST_NAME = 4


def words_in(text: str) -> int:
    """Number of words; hyphenated and apostrophised words count once."""
    return sum(1 for _ in _WORD.finditer(text))


def has_long(text: str, quoted: Sequence[Quotation]) -> bool:
    """Whether one of the quotations stands for itself."""
    return any(words_in(one.span.of(text)) >= _LONG_QUOTATION for one in quoted)


def reported(text: str, part: Span, quoted: Sequence[Quotation], *, beside_long: bool) -> Iterator[Span]:
    """What `part` reports in the words of the report, long quotations left out; short ones belong to their sentence.

    Beside a long quotation of the same sentence, which says the main thing, a few words are no statement.
    """
    inside = [one for one in quoted if part.start <= one.span.start and one.span.end <= part.end]
    long = [one for one in inside if words_in(one.span.of(text)) >= _LONG_QUOTATION]
    starts = [part.start, *(one.outer.end for one in long)]
    ends = [*(one.outer.start for one in long), part.end]
    for start, end in zip(starts, ends, strict=True):
        span = trimmed(text, Span(start, max(start, end)))
        short = [one for one in inside if one not in long and span.start <= one.span.start and one.span.end <= span.end]
        needed = _PART if beside_long else _AROUND if short else _WHOLE
        if words_in(span.of(text)) - sum(words_in(one.span.of(text)) for one in short) >= needed:
            yield span


def trimmed(text: str, span: Span) -> Span:
    """The span without the commas, dashes and stops at its ends."""
    start, end = span.start, span.end
    while start < end and (text[start] in _EDGES or (text[start] in ".!?…”“»\"'’" and text[start] not in "“„«")):
        start += 1
    while end > start and (text[end - 1] in _EDGES or text[end - 1] in ".!?…"):
        end -= 1
    opened = _OPENED_BY.get(text[end - 1]) if end > start else None
    if opened is not None and not any(mark in text[start : end - 1] for mark in opened):
        return trimmed(text, Span(start, end - 1))
    return Span(start, end)


def without_lead(text: str, start: int, end: int) -> Span:
    """From `start` on without the comma or colon with which a statement begins."""
    while start < end and text[start] in _EDGES:
        start += 1
    opened = _THAT.match(text, start, max(start, end))
    return Span(opened.end() if opened else start, max(start, end))


def names_something(quoted: str, *, is_named: bool, starts: bool, language: str) -> bool:
    """Whether quotation marks hold a name, a title or a scare quote, which nobody said."""
    count = words_in(quoted)
    if is_named and count <= 2 * _LONGEST_NAME:
        return True
    if count > _LONGEST_NAME or starts or quoted[-1:] in ",.!?…":
        return False
    words = [match.group() for match in _WORD.finditer(quoted)]
    if language in ("en", "de"):
        capitals = [word for word in words if word[0].isupper() or word[0].isdigit()]
        return len(words) > 1 and len(capitals) == len(words)
    return bool(words) and words[0][0].isupper() and count <= 3
