"""The comparison as a unified diff by sentence, for tools that read diffs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from readcompare.model.comparison import Comparison
from readcompare.model.text import Document
from readcompare.reports.interface import Layout
from readcompare.reports.page import Style
from readcompare.views.outline import outline
from readcompare.views.passages import visible
from readcompare.views.rows import RowView, differ, row_views

_Heads = tuple[dict[int, list[str]], dict[int, list[str]]]
"""For each sentence of A and of B, by its place, the rows it stands in: their ids, signs and sentences."""


def render(comparison: Comparison, layout: Layout) -> str:
    """A diff of two files that hold a sentence a line, so that line 3 of the first is sentence A3.

    Behind the line numbers of each hunk stand the rows it is about. Sentences of one row whose words are alike are
    one line, as A words them; a moved sentence is taken away in one place and added in another, as a diff must, and its
    row says so. Nothing at all when nothing differs. The width does not matter: a line is a sentence.
    """
    rows = row_views(comparison)
    if not differ(rows):
        return ""
    told = outline(comparison)
    texts = tuple(_texts(document) for document in comparison.documents)
    lines = [f"--- {told.sides[0].letter} {told.sides[0].name}", f"+++ {told.sides[1].letter} {told.sides[1].name}"]
    one_language = told.sides[0].language == told.sides[1].language
    for hunk in _hunks(rows, (texts[0], texts[1]), one_language=one_language):
        lines += hunk.lines()
    return "".join(f"{_painted(line) if layout.color else line}\n" for line in lines)


class _Hunk(Struct):
    """Lines of a diff that stand together."""

    a: int
    """Lines of A before it."""
    b: int
    heads: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)

    @property
    def size_a(self) -> int:
        return sum(line[0] in " -" for line in self.body)

    @property
    def size_b(self) -> int:
        return sum(line[0] in " +" for line in self.body)

    @property
    def is_change(self) -> bool:
        return any(line[0] != " " for line in self.body)

    def lines(self) -> Iterator[str]:
        a, b = _range(self.a, self.size_a), _range(self.b, self.size_b)
        heading = "; ".join(dict.fromkeys(self.heads))
        yield f"@@ -{a} +{b} @@ {heading}".rstrip()
        yield from self.body


def _range(before: int, size: int) -> str:
    """Line numbers as a diff tells them: an empty range stands behind a line, any other begins with one."""
    return f"{before + 1 if size else before},{size}"


def _hunks(
    rows: Sequence[RowView], texts: tuple[Sequence[str], Sequence[str]], *, one_language: bool
) -> Iterator[_Hunk]:
    """The whole of both texts, once: alike sentences stand as context before what differs, the last ones behind it."""
    heads = _heads(rows)
    hunk = _Hunk(0, 0)
    a = b = 0
    for row in _in_step(rows):
        to_a, to_b = _number(row.a[0].id), _number(row.b[0].id)
        if to_a > a or to_b > b:
            _change(hunk, heads, texts, (a, to_a), (b, to_b))
            yield hunk
            hunk = _Hunk(to_a, to_b)
        a, b = to_a + len(row.a), to_b + len(row.b)
        if row.is_alike and one_language and len(row.a) == len(row.b) == 1:
            hunk.heads += heads[0][to_a]
            hunk.body.append(f" {texts[0][to_a]}")
        else:
            _change(hunk, heads, texts, (to_a, a), (to_b, b))
            yield hunk
            hunk = _Hunk(a, b)
    _change(hunk, heads, texts, (a, len(texts[0])), (b, len(texts[1])))
    if hunk.body:
        yield hunk


def _change(
    hunk: _Hunk,
    heads: _Heads,
    texts: tuple[Sequence[str], Sequence[str]],
    a: tuple[int, int],
    b: tuple[int, int],
) -> None:
    """Take the lines of A away and add those of B."""
    for sign, side, lines, (start, end) in (("-", 0, texts[0], a), ("+", 1, texts[1], b)):
        for index in range(start, end):
            hunk.heads += heads[side].get(index, ())
            hunk.body.append(f"{sign}{lines[index]}")


def _in_step(rows: Sequence[RowView]) -> Iterator[RowView]:
    """The matched rows that stand in one order in both texts and whose sentences stand together, each sentence once."""
    a = b = 0
    matched = [row for row in rows if row.a and row.b and row.kind.is_match and not row.moved]
    for row in sorted(matched, key=lambda row: _number(row.a[0].id)):
        numbers = [[_number(sentence.id) for sentence in side] for side in (row.a, row.b)]
        together = all(side == list(range(side[0], side[0] + len(side))) for side in numbers)
        if together and numbers[0][0] >= a and numbers[1][0] >= b:
            yield row
            a, b = numbers[0][-1] + 1, numbers[1][-1] + 1


def _heads(rows: Sequence[RowView]) -> _Heads:
    """The heads of both texts."""
    heads: _Heads = ({}, {})
    for row in rows:
        told = row.ids if row.a and row.b else f"{row.ids} {row.gutter}"
        for side, sentences in enumerate((row.a, row.b)):
            for sentence in sentences:
                heads[side].setdefault(_number(sentence.id), []).append(f"{row.id} {told}")
    return heads


def _number(sentence: str) -> int:
    """The place of a sentence in its text, from 0."""
    return int(sentence[1:]) - 1


def _texts(document: Document) -> tuple[str, ...]:
    return tuple(visible(document.text_of(sentence)) for sentence in document.sentences)


def _painted(line: str) -> str:
    style = {"-": Style.SIDE_A, "+": Style.SIDE_B, "@": Style.QUIET}.get(line[:1])
    return f"\x1b[{style}m{line}\x1b[0m" if style else line
