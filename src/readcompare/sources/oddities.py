"""Characters that are not what they look like: hidden ones, those that turn the order, and look-alike letters."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

_SHOWN = 5
_HIDDEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0\U000e0000-\U000e007f]"
)
_BIDIRECTIONAL = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufff9-\ufffb]")
_REPLACED = re.compile("\ufffd")
_WORD = re.compile(r"[^\W\d_]+")
# Right-to-left scripts need these marks for their own sake.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")

_LATIN_LOOKS = "aceopxysijhkABCEHIJKMOPTXYS"
_CYRILLIC_LOOKS = "асеорхуѕіјһкАВСЕНІЈКМОРТХУЅ"
_TWINS = frozenset(_LATIN_LOOKS + _CYRILLIC_LOOKS)


def oddities(text: str) -> tuple[str, ...]:
    """A note for each kind of odd character in `text`, with the places (line:column from 1) of the first ones."""
    kinds = (
        (_HIDDEN, "hidden characters"),
        (_BIDIRECTIONAL, "characters that change the direction of writing"),
        (_CONTROL, "control characters"),
        (_REPLACED, "characters that were lost when the text was saved"),
    )
    places = _Places(text)
    notes = []
    for pattern, what in kinds:
        if pattern is _BIDIRECTIONAL and _RIGHT_TO_LEFT.search(text):
            continue
        found = [(match.start(), _named(match.group())) for match in pattern.finditer(text)]
        notes += _told(found, what, places)
    return (*notes, *_told(_mixed(text), "words that mix Latin and Cyrillic letters of the same look", places))


class _Places:
    """Line and column of characters."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]

    def of(self, position: int) -> str:
        line = bisect_right(self._starts, position)
        return f"{line}:{position - self._starts[line - 1] + 1}"


def _told(found: list[tuple[int, str]], what: str, places: _Places) -> list[str]:
    if not found:
        return []
    shown = ", ".join(f"{name} at {places.of(position)}" for position, name in found[:_SHOWN])
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return [f"{what} ({len(found)}): {shown}{more}"]


def _named(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, 'CONTROL').lower()}"


def _mixed(text: str) -> list[tuple[int, str]]:
    """Words with letters of both alphabets where those of the rarer one look like letters of the other."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isascii():
            continue
        latin = [c for c in word if c.isascii()]
        cyrillic = [c for c in word if "\u0400" <= c <= "\u04ff"]
        if not latin or not cyrillic:
            continue
        strangers, alphabet = (latin, "Latin") if len(latin) <= len(cyrillic) else (cyrillic, "Cyrillic")
        if _TWINS.issuperset(strangers):
            named = ", ".join(dict.fromkeys(strangers))
            found.append((match.start(), f"“{word}” ({alphabet} {named})"))
    return found
