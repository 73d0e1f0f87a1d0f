"""Lines and paragraphs of a text: which line breaks were set on purpose, and which only because a line was full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf

from msgspec import Struct

WIDE = "\u2e80"
"""The first wide (Chinese, Japanese, Korean) character; these scripts write without blanks."""

# No heading and no list item ends with one of these.
_JOINING = frozenset(
    "a an and at by for from in of on or that the to with am an auf das dass dem den der des die ein eine einem einen "
    "einer für im in mit oder sowie und vom von zu zum zur в во для за и из или к на о об от по с со что".split()
)

_BULLETS = "•‣◦▪●■□○∙►➢✓*·"
_DASHES = "–—-"  # the hyphen last: within [] it would make a range
_ITEM = re.compile(
    rf"[{_BULLETS}]|[{_DASHES}]\s|(?P<ordinal>\d{{1,2}}\.\s+(?P<word>\w*))|\(?(?:\d{{1,2}}|[^\W\d_])\)\s"
)
_ITEM_ALONE = re.compile(rf"[{_BULLETS}{_DASHES}]+|\(?(?:\d{{1,2}}|[^\W\d_])[.)]")
_CLOSERS = "\"'“”’»«)]*_"


class Line(Struct, frozen=True):
    """A line without the white space around it, as a place in the text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


def paragraphs(text: str) -> Iterator[tuple[Line, ...]]:
    """The paragraphs, each as its lines; one or more blank lines divide them."""
    lines: list[Line] = []
    position = 0
    for raw in text.splitlines(keepends=True):
        content = raw.strip()
        if content:
            start = position + len(raw) - len(raw.lstrip())
            lines.append(Line(start, start + len(content)))
        elif lines:
            yield tuple(lines)
            lines = []
        position += len(raw)
    if lines:
        yield tuple(lines)


class Layout(Struct, frozen=True):
    """How a text sets its lines."""

    text: str
    width: float
    """Length in characters to which lines are filled; infinite in a text that is not wrapped."""

    def is_deliberate(self, line: Line, following: Line) -> bool:
        """True when `line` was not full: the first word of the following line would still have stood in it."""
        last = self.text[max(line.start, line.end - 16) : line.end].rpartition(" ")[2]
        return last not in _JOINING and len(line) + 1 + _first_word(self.text, following) <= self.width

    def is_item(self, line: Line, months: frozenset[str]) -> bool:
        """True when `line` looks like a list item: a bullet, a dash or a marker, but no day before its month."""
        item = _ITEM.match(self.text, line.start, line.end)
        return item is not None and not (item["ordinal"] and item["word"] in months)

    def is_item_after(self, line: Line, following: Line, months: frozenset[str], *, in_list: bool) -> bool:
        """True when `following` begins a list item; `in_list` says that an item stands before it in the paragraph."""
        if not self.is_item(following, months) or _ITEM_ALONE.fullmatch(self.text, line.start, line.end):
            return False
        sign = self.text[following.start]
        introductions = ":;.!?…" if sign in _DASHES else ":;,.!?…"
        introduced = _last(self.text, line) in introductions or len(line) + 2 < self.width
        return in_list or introduced or sign in _BULLETS


def layout_of(text: str, blocks: Iterable[Sequence[Line]]) -> Layout:
    """Measure the text: it is wrapped if line breaks stand before small letters, or else only where lines are full."""
    running = [
        (line, following)
        for block in blocks
        for line, following in pairwise(block)
        if _last(text, line) not in ".:;!?…" and not _ITEM.match(text, following.start, following.end)
    ]
    soft = [len(line) for line, following in running if is_small(text[following.start])]
    if len(soft) * 3 >= len(running) > 0:
        return Layout(text, max(soft))
    longest = Layout(text, max((len(line) for block in blocks for line in block), default=0))
    deliberate = sum(longest.is_deliberate(*lines) for lines in running)
    return longest if deliberate * 2 <= len(running) else Layout(text, inf)


def is_small(character: str) -> bool:
    """True for a small letter of a script that has capitals (Georgian small letters begin sentences)."""
    return character.islower() and character.title() != character


def _last(text: str, line: Line) -> str:
    """The last character of the line, closing quotes and brackets apart."""
    return (text[max(line.start, line.end - 4) : line.end].rstrip(_CLOSERS) or " ")[-1]


def _first_word(text: str, line: Line) -> int:
    """Length of the line's first word, in characters."""
    if text[line.start] >= WIDE:
        return 1
    return len(text[line.start : line.start + 100 if len(line) > 100 else line.end].split(None, 1)[0])
