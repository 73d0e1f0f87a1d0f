"""The facts that a reader asks for first, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from readcompare.model.alignment import RowKind
from readcompare.model.comparison import Comparison
from readcompare.views.rows import GLYPHS, MOVED, UNSURE, RowView

NOT_STATED = "not stated"
_WORDS = {
    RowKind.SAME: "same",
    RowKind.PARTIAL: "partly",
    RowKind.COMPETING: "competing",
    RowKind.ONLY_A: "A only",
    RowKind.ONLY_B: "B only",
    RowKind.FRAME: "general",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One question with the answer of each side."""

    question: str
    a: str
    b: str


def facts(comparison: Comparison) -> tuple[Fact, ...]:
    """Who asked for the call, how long each text is, and what only one of them has."""
    glance = comparison.glance
    names = {document.readout.id: document.readout.name for document in comparison.documents}
    initiator_a, initiator_b = (names.get(side, side) if side else NOT_STATED for side in glance.initiator)
    published_a, published_b = (document.readout.published or NOT_STATED for document in comparison.documents)
    rows = [
        Fact("Asked for the call", initiator_a, initiator_b),
        Fact("Published", published_a, published_b),
        Fact("Words", *(str(number) for number in glance.words)),
        Fact("Sentences", *(str(number) for number in glance.sentences)),
        Fact("Paragraphs", *(str(number) for number in glance.paragraphs)),
        Fact("Without counterpart", *(str(number) for number in glance.one_sided)),
    ]
    return tuple(fact for fact in rows if fact.question != "Published" or {fact.a, fact.b} != {NOT_STATED})


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows there are of one sort."""

    sign: str
    """The sign that the rows bear in the gutter."""
    number: int
    words: str


def counts(rows: Sequence[RowView]) -> tuple[Count, ...]:
    """How many rows there are of each kind that occurs, and how many are moved or to be checked."""
    number = Counter(row.kind for row in rows)
    told = [Count(GLYPHS[kind], number[kind], words) for kind, words in _WORDS.items()]
    told.append(Count(MOVED, sum(row.moved for row in rows), "moved"))
    told.append(Count(UNSURE, sum(not row.sure for row in rows), "to check"))
    return tuple(count for count in told if count.number)


def counts_in_words(rows: Sequence[RowView]) -> str:
    """The same as one line: `2 same, 1 partly, ...`."""
    return ", ".join(f"{count.number} {count.words}" for count in counts(rows))
