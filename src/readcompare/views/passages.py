"""A sentence as runs of display text, each with the role it plays in its row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from readcompare.model.alignment import EditKind, Row
from readcompare.model.text import Document, Sentence, Span


class Role(StrEnum):
    """What a run of words is, beside its row's other side."""

    PLAIN = "plain"
    CHANGED = "changed"
    """Other words stand in its place on the other side."""
    ONLY_HERE = "only_here"
    """Nothing stands in its place on the other side."""


class Passage(Struct, frozen=True):
    """A run of display text: no control characters, no line ends, never markup."""

    text: str
    role: Role


class SentenceView(Struct, frozen=True):
    """A sentence as it is shown."""

    id: str
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """The whole sentence as display text."""
        if len(self.passages) == 1:
            return self.passages[0].text
        return "".join(passage.text for passage in self.passages)


_ROLES = {EditKind.REPLACE: Role.CHANGED, EditKind.DELETE: Role.ONLY_HERE, EditKind.INSERT: Role.ONLY_HERE}
# Zero-width space, word joiner, byte order mark and soft hyphen say nothing to a reader.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_WHITE = re.compile(r"\s+")
_SHOWN_AS_ONE = re.compile(r"\s+|\S")
# Joiners are not printable, but they shape the letters and signs beside them.
_JOINERS = "\u200c\u200d"


def visible(text: str) -> str:
    """`text` for display: white space folded to single blanks, invisible characters dropped, the others named.

    Bidirectional controls could show a sentence in another order than it stands in, other controls could drive a
    terminal, and lone surrogates cannot be written out: each is shown as its code point, such as `<U+202E>`.
    """
    if text.isprintable() and "  " not in text:
        return text  # as nearly all texts are: the only white space that counts as printable is the blank
    folded = _WHITE.sub(" ", text).translate(_INVISIBLE)
    if folded.isprintable():
        return folded
    return "".join(
        character if character.isprintable() or character in _JOINERS else f"<U+{ord(character):04X}>"
        for character in folded
    )


def sentence_view(document: Document, sentence: Sentence, row: Row | None = None) -> SentenceView:
    """The sentence in runs; with `row`, words that differ from the row's other side have their own role."""
    text = document.readout.text
    if not (row and row.edits):
        whole = visible(sentence.span.of(text))
        return SentenceView(sentence.id, (Passage(whole, Role.PLAIN),) if whole else ())
    passages = (Passage(visible(span.of(text)), role) for span, role in _runs(document, sentence, row))
    return SentenceView(sentence.id, tuple(passage for passage in passages if passage.text))


def places(document: Document, sentence: Sentence, row: Row | None = None) -> tuple[Span, ...]:
    """For each character of the sentence as it is shown, the characters of the verbatim text that it stands for."""
    text = document.readout.text
    return tuple(place for span, _ in _runs(document, sentence, row) for place in _places(text, span))


def _places(text: str, span: Span) -> Iterator[Span]:
    """The verbatim characters behind each character of what `visible` makes of `span`."""
    for match in _SHOWN_AS_ONE.finditer(text, span.start, span.end):
        yield from (Span(*match.span()) for _ in visible(match.group()))


def _runs(document: Document, sentence: Sentence, row: Row | None) -> Iterator[tuple[Span, Role]]:
    """The sentence from its beginning to its end, cut where a role begins or ends."""
    position = sentence.span.start
    for span, role in _joined(document.readout.text, _marks(sentence, row) if row and row.edits else ()):
        yield Span(position, span.start), Role.PLAIN
        yield span, role
        position = span.end
    yield Span(position, sentence.span.end), Role.PLAIN


def _joined(text: str, marks: Iterable[tuple[Span, Role]]) -> list[tuple[Span, Role]]:
    """The marks, those of one role with nothing but white space between them as one."""
    joined: list[tuple[Span, Role]] = []
    for span, role in marks:
        if joined and joined[-1][1] is role and not text[joined[-1][0].end : span.start].strip():
            joined[-1] = Span(joined[-1][0].start, span.end), role
        else:
            joined.append((span, role))
    return joined


def _marks(sentence: Sentence, row: Row) -> list[tuple[Span, Role]]:
    marks = []
    for edit in row.edits:
        role = _ROLES.get(edit.kind)
        if role:
            excerpts = (*edit.a, *edit.b)
            marks += [(excerpt.span, role) for excerpt in excerpts if excerpt.sentence == sentence.id]
    return sorted(marks)
