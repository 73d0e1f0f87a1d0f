"""The facts that a reader asks for first, in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from readcompare.model.alignment import Certainty, RowKind
from readcompare.model.comparison import Comparison

NOT_STATED = "not stated"


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


def counts(comparison: Comparison) -> str:
    """How many rows there are of each kind, in words: `2 same, 1 partly the same, ...`."""
    words = {
        RowKind.SAME: "same",
        RowKind.PARTIAL: "partly the same",
        RowKind.COMPETING: "competing",
        RowKind.ONLY_A: "A only",
        RowKind.ONLY_B: "B only",
        RowKind.FRAME: "general",
    }
    number = Counter(row.kind for row in comparison.rows)
    told = [f"{number[kind]} {word}" for kind, word in words.items() if number[kind]]
    to_check = sum(row.certainty is Certainty.CHECK for row in comparison.rows)
    return ", ".join(told) + (f"; {to_check} to check" if to_check else "")
