"""Quotation marks of four languages: where each quotation of a text begins and ends."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from readcompare.model.text import Span

# What closes a quotation that the key opened. German and Swedish writers turn the French and the English marks round.
_CLOSERS = {
    "„": '“”"',
    "“": "”",
    "”": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‚": "‘’",
    "‘": "’",
    '"': '"',
    "'": "'",
    "「": "」",
    "『": "』",
}
_SINGLE = "‚‘'"
_CLOSING_ONLY = "’」』"
_ALL = re.compile("[" + re.escape("".join({*"".join(_CLOSERS), *"".join(_CLOSERS.values())})) + "]")
# A line end with what may stand before the next paragraph's mark.
_NEW_LINE = re.compile(r"\n[ \t]*(?:\r?\n[ \t>]*)*")
_BLANK_LINE = re.compile(r"\n[ \t\r>]*\n")
_NESTED_DEEPEST = 4


class Quotation(Struct, frozen=True):
    """One quotation that stands in no other."""

    span: Span
    """What is quoted, without its marks; over several paragraphs it holds what divides them."""
    outer: Span
    """The same with its marks."""
    pieces: tuple[Span, ...]
    """What is quoted, paragraph by paragraph."""


class _Open(Struct):
    mark: str
    at: int
    starts: list[int]
    ends: list[int]


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of `text` in order; a mark that nothing closes is no quotation, nor is an apostrophe."""
    found: list[Quotation] = []
    open_: list[_Open] = []
    for match in _ALL.finditer(text):
        at, mark = match.start(), match.group()
        _leave_paragraphs(text, open_, at)
        if _reopens(text, open_, at, mark):
            open_[0].starts.append(at + 1)
            continue
        depth = _closed_by(text, open_, at, mark)
        if depth is not None:
            closed = open_[depth]
            del open_[depth:]
            found.append(_quotation(text, closed, at))
        elif _opens(text, at, mark) and len(open_) < _NESTED_DEEPEST:
            open_.append(_Open(mark, at, [at + 1], []))
    return _outermost(found)


def _leave_paragraphs(text: str, open_: list[_Open], at: int) -> None:
    """Forget what was opened in an earlier paragraph and does not go on in this one."""
    while open_:
        outer = open_[0]
        last = outer.starts[-1]
        for gap in _BLANK_LINE.finditer(text, last, at):
            following = _NEW_LINE.match(text, gap.start())
            begin = following.end() if following else gap.end()
            if text[begin : begin + 1] == outer.mark and outer.mark not in _SINGLE:
                if begin < at:
                    break
                if len(outer.ends) < len(outer.starts):
                    outer.ends.append(len(text[: gap.start()].rstrip()))
                    del open_[1:]
                return
            del open_[0]
            break
        else:
            return


def _reopens(text: str, open_: list[_Open], at: int, mark: str) -> bool:
    """True for the mark with which each further paragraph of a quotation begins."""
    if not open_ or open_[0].mark != mark:
        return False
    outer = open_[0]
    if len(outer.ends) == len(outer.starts):
        return True
    before = text.rfind("\n", outer.starts[-1], at)
    if before < 0 or text[before + 1 : at].strip(" \t>") or mark in _SINGLE:
        return False
    outer.ends.append(len(text[:before].rstrip()))
    return True


def _closed_by(text: str, open_: list[_Open], at: int, mark: str) -> int | None:
    """How deep the quotation stands that the mark closes; None when it closes none."""
    for depth in range(len(open_) - 1, -1, -1):
        opened = open_[depth]
        if mark not in _CLOSERS[opened.mark] or at == opened.at + 1:
            continue
        if mark in "’'" and not _ends_single(text, opened, at):
            return None
        if mark == "»" and opened.mark == "»" and _opens(text, at, mark):
            return None
        if mark == '"' and text[at + 1 : at + 2].isalnum():
            return None
        return _shared_end(text, open_, depth, at, mark)
    return None


def _shared_end(text: str, open_: list[_Open], depth: int, at: int, mark: str) -> int:
    """The outer quotation when one mark closes both: «the group «North»."""
    outer = next((number for number, opened in enumerate(open_) if opened.mark == open_[depth].mark), depth)
    if outer == depth or mark in _SINGLE + "’":
        return depth
    end = _BLANK_LINE.search(text, at)
    return depth if mark in text[at + 1 : end.start() if end else len(text)] else outer


def _ends_single(text: str, opened: _Open, at: int) -> bool:
    """False for an apostrophe: between letters, or after the s of a plural when a later mark closes."""
    if text[at + 1 : at + 2].isalnum():
        return False
    is_plural = text[at - 1] in "sS" and re.match(r" [a-z]", text[at + 1 : at + 3])
    if not is_plural:
        return True
    end = _BLANK_LINE.search(text, at)
    rest = (
        text[at + 1 : end.start() if end else len(text)].split(opened.mark, maxsplit=1)[0] if opened.mark != "'" else ""
    )
    return not re.search(r"’(?!\w)", rest)


def _opens(text: str, at: int, mark: str) -> bool:
    """Whether a mark can open: it stands at the start of a word, and is followed by one."""
    if mark in _CLOSING_ONLY or mark not in _CLOSERS:
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark in "„‚":
        return bool(after)
    starts = not before or not (before.isalnum() or before in ".,!?…%")
    if mark == "«":
        return starts and bool(after)
    if not starts or not after or after.isspace():
        return False
    if mark == "'":
        return after.isalpha() and _has_end(text, at)
    return not (mark == "”" and before == "“")


def _has_end(text: str, at: int) -> bool:
    """Whether a straight single quotation mark is closed in its own line."""
    end = text.find("\n", at)
    line = text[at + 1 : end if end >= 0 else len(text)]
    return bool(re.search(r"[\w.,!?…]'(?!\w)", line))


def _quotation(text: str, closed: _Open, at: int) -> Quotation:
    ends = [*closed.ends[: len(closed.starts) - 1], at]
    pieces = tuple(_trimmed(text, start, max(start, end)) for start, end in zip(closed.starts, ends, strict=True))
    pieces = tuple(piece for piece in pieces if piece.start < piece.end) or (Span(at, at),)
    return Quotation(Span(pieces[0].start, pieces[-1].end), Span(closed.at, at + 1), pieces)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _outermost(found: list[Quotation]) -> tuple[Quotation, ...]:
    kept: list[Quotation] = []
    for quotation in sorted(found, key=lambda one: (one.outer.start, -one.outer.end)):
        if quotation.span.start == quotation.span.end:
            continue
        if not kept or quotation.outer.start >= kept[-1].outer.end:
            kept.append(quotation)
    return tuple(kept)


def without(quotation: Quotation, inserts: list[Span]) -> tuple[Quotation, ...]:
    """The quotation divided at what stands inside its marks and is not quoted: «…, — said he. — …»."""
    starts = [quotation.span.start, *(insert.end for insert in inserts)]
    ends = [*(insert.start for insert in inserts), quotation.span.end]
    parts = []
    for start, end in zip(starts, ends, strict=True):
        if start < end:
            parts.append(replace(quotation, span=Span(start, end), outer=Span(start, end), pieces=(Span(start, end),)))
    return tuple(parts)
