"""What every reader gives back: the words of a readout, what is known about it, and what was left out."""

from __future__ import annotations

import re

from msgspec import Struct

from readcompare.errors import InputError, Problem

_QUOTED_PIECES = 6
_QUOTED_CHARACTERS = 40
# Compiled when something is counted: these ranges take as long as reading a text does.
_WORD = r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+"


class Extract(Struct, frozen=True):
    """One text, taken out of what it was published in."""

    text: str
    """The words of the office: from here on the verbatim text."""
    title: str | None = None
    published: str | None = None
    """ISO 8601 date or time."""
    language: str | None = None
    """BCP 47 primary subtag."""
    publisher: str | None = None
    """Name of the office, for people."""
    address: str | None = None
    """Web address that the document gives as its own."""
    notes: tuple[str, ...] = ()
    """What a reader must know about how the text was taken out."""


def missing_extra(path: str, what: str, extra: str) -> InputError:
    """The error for a document whose reader is not installed."""
    message = f'{what} needs more libraries; install them with: pip install "readcompare[{extra}]"'
    return InputError(Problem(message=message, path=path))


def unreadable(path: str, message: str) -> InputError:
    """The error for a document that cannot be read."""
    return InputError(Problem(message=message, path=path))


def words_in(text: str) -> int:
    """Number of words; of Chinese and Japanese, whose words are not parted, that of signs."""
    return sum(1 for _ in re.finditer(_WORD, text))


def told_dropped(dropped: list[str]) -> tuple[str, ...]:
    """A note that tells what was left out; none when nothing was."""
    pieces = [" ".join(piece.split()) for piece in dropped]
    pieces = list(dict.fromkeys(piece for piece in pieces if piece))
    if not pieces:
        return ()
    shown = [f"“{_cut(piece)}”" for piece in pieces[:_QUOTED_PIECES]]
    more = f" and {len(pieces) - len(shown)} more" if len(pieces) > len(shown) else ""
    words = sum(words_in(piece) for piece in pieces)
    return (f"left out as no part of the text ({words} words): {', '.join(shown)}{more}",)


def _cut(text: str) -> str:
    return text if len(text) <= _QUOTED_CHARACTERS else text[: _QUOTED_CHARACTERS - 2].rstrip() + " …"
