"""Which rows a reader wants to see: words that must or must not stand in them, kinds left out, a choice of rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from readcompare.model.alignment import RowKind
from readcompare.views.rows import RowView

KINDS = (RowKind.SAME, RowKind.PARTIAL, RowKind.COMPETING, RowKind.ONLY_A, RowKind.ONLY_B, RowKind.FRAME)
"""The kinds in the order in which every face counts them."""

_TERM = re.compile(r'(!?)(?:"([^"]+)"?|(\S+))')


class Query(Struct, frozen=True):
    """Words to look for in the sentences of both sides; capital and small letters are one."""

    text: str = ""
    """As the reader wrote it."""
    wanted: tuple[str, ...] = ()
    """Each must stand in the row, in whichever text."""
    unwanted: tuple[str, ...] = ()
    """None of them may stand in it."""

    def takes(self, row: RowView) -> bool:
        """True for a row in which all wanted words stand and no unwanted one."""
        if not (self.wanted or self.unwanted):
            return True
        return self.fits([sentence.text for sentence in (*row.a, *row.b)])

    def fits(self, texts: Sequence[str]) -> bool:
        """True when all wanted words stand in `texts`, in whichever of them, and no unwanted one."""
        return all(_stands(word, texts) for word in self.wanted) and not any(
            _stands(word, texts) for word in self.unwanted
        )

    def hits(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where wanted words stand in `text`, in characters; hits that overlap are joined."""
        found = sorted(match.span() for word in self.wanted for match in _pattern(word).finditer(text))
        joined: list[tuple[int, int]] = []
        for start, end in found:
            if joined and start <= joined[-1][1]:
                joined[-1] = joined[-1][0], max(end, joined[-1][1])
            else:
                joined.append((start, end))
        return tuple(joined)

    def count(self, rows: Sequence[RowView]) -> tuple[int, int]:
        """How many hits stand on side A and on side B; a sentence in two rows counts once."""
        sides = (
            {sentence.id: sentence.text for row in rows for sentence in row.a},
            {sentence.id: sentence.text for row in rows for sentence in row.b},
        )
        a, b = (sum(len(self.hits(text)) for text in side.values()) for side in sides)
        return a, b


class Choice(Struct, frozen=True):
    """Some rows that belong together, by their ids."""

    words: str
    """What they have in common, for the reader."""
    rows: frozenset[str]


class Narrowing(Struct, frozen=True):
    """Which rows are shown."""

    query: Query = Query()
    hidden: frozenset[RowKind] = frozenset()
    choice: Choice | None = None
    """None for all rows."""

    def __bool__(self) -> bool:
        return bool(self.query.wanted or self.query.unwanted or self.hidden or self.choice)

    def takes(self, row: RowView) -> bool:
        """True for a row that is shown."""
        if row.kind in self.hidden or (self.choice and row.id not in self.choice.rows):
            return False
        return self.query.takes(row)


def read_query(text: str) -> Query:
    """The query that a reader wrote: words, `!word` for one that must not stand there, `"two words"` together."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for match in _TERM.finditer(text):
        word = match[2] or match[3]
        if word == "!":
            continue  # the reader is about to write the word
        (unwanted if match[1] else wanted).append(word)
    return Query(text, tuple(wanted), tuple(unwanted))


def _stands(word: str, texts: Sequence[str]) -> bool:
    return any(_pattern(word).search(text) for text in texts)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(re.escape(word), re.IGNORECASE)
