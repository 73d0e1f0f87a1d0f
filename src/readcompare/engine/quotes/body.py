"""What of a report is its running text: the rest is blanked, so that every place stays what it is."""

from __future__ import annotations

import re

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t\r]*\n)[^\n]+)*")
_HEADING = re.compile(r"[ \t]*(?:#{1,6}[ \t]|={3,}|-{3,}|\*{3,}|!\[)")
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][)\]\"'”“’‘»«›_*]*\s*$|[”“»\"][.,]?\s*$")
_ENDS_HEADLINE = re.compile(r"[.!?…:;,][)\]\"'”“’‘»«›_*]*\s*$|[”“»\"’]\.\s*$")
_BOLD = re.compile(r"\s*(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_]).{1,300}(?P=mark)\s*", re.DOTALL)
"""A paragraph that is set off as a whole: a subheading, or what stands under the headline."""
_QUOTE_SIGN = re.compile(r"^[ \t]*>+[ \t]?", re.MULTILINE)
_DATELINE = re.compile(r"\s*(?=[^\n]{0,20}(?:\b[^\W\d_a-zа-яё]{3,}|[(/]))[^\n“”„«»\"]{2,60}?\s[-–—]{1,2}\s+")
_PLACE = re.compile(r"\s*[^\W\d_a-zа-яё]{2,}(?:[ /-][^\W\d_a-zа-яё]+){0,3}[.:]\s+")
"""A dateline that is a place in capital letters alone: "NEW DELHI: "."""
_HEADLINE = re.compile(r"[^\n]{1,160}[?!]\s*")
_MARKS = '„“”"»«›‹‘’'
_LONGEST_HEADING = 160
_CAPITALS = re.compile(r"\s*[^\W\d_][^\s,.]*")


def body(text: str, begin: int) -> str:
    """`text` with its front matter, which ends at `begin`, its headings and its dateline blanked."""
    blanked = _blank(text[:begin]) + _QUOTE_SIGN.sub(lambda match: _blank(match.group()), text[begin:])
    paragraphs = list(_PARAGRAPH.finditer(blanked, begin))
    parts, end = [blanked[:begin]], begin
    for number, paragraph in enumerate(paragraphs):
        parts.append(blanked[end : paragraph.start()])
        is_heading = (number == 0 and _HEADLINE.fullmatch(paragraph.group())) or _is_repeated(paragraph.group(), text)
        parts.append(_blank(paragraph.group()) if is_heading else _running(paragraph.group(), is_first=number < 3))
        end = paragraph.end()
    return "".join([*parts, blanked[end:]])


def _is_repeated(paragraph: str, text: str) -> bool:
    """True for a quotation alone that stands in the report again: as a subheading, or pulled out beside it."""
    words = paragraph.strip().strip(_MARKS)
    is_quotation = paragraph.strip()[:1] in _MARKS and len(words) <= _LONGEST_HEADING
    return is_quotation and bool(words) and text.count(words) > 1


def _running(paragraph: str, *, is_first: bool) -> str:
    is_line = "\n" not in paragraph.strip() and len(paragraph) <= _LONGEST_HEADING
    ends = _ENDS_SENTENCE if not is_first else _ENDS_HEADLINE
    if _HEADING.match(paragraph) or _BOLD.fullmatch(paragraph) or (is_line and not ends.search(paragraph)):
        return _blank(paragraph)
    dateline = (_DATELINE.match(paragraph) or _PLACE.match(paragraph)) if is_first else None
    if dateline:
        return _blank(dateline.group()) + paragraph[dateline.end() :]
    return paragraph


def _blank(text: str) -> str:
    return re.sub(r"\S", " ", text)
