"""Precision, recall and F1 of an alignment against an annotated one."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import product
from typing import TypeVar

from msgspec import Struct, field

from readcompare.model.alignment import RowKind

T = TypeVar("T")

Pair = tuple[int, int]
"""Sentence numbers of A and B, from 1, in the lines of the annotated texts."""


class Counts(Struct, frozen=True):
    """Right, false and missed answers; they add up over calls."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.false + other.false, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Share of the answers that are right, 0..1; 1 when nothing was answered."""
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        """Share of the annotated that was found, 0..1; 1 when there is nothing to find."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0..1; 1 when there is nothing to find and nothing was answered."""
        total = 2 * self.right + self.false + self.missed
        return 2 * self.right / total if total else 1.0


class AnsweredRow(Struct, frozen=True):
    """One predicted row in the lines of the annotated texts."""

    kind: RowKind
    a: frozenset[int]
    b: frozenset[int]
    is_sure: bool = False


class Answer(Struct, frozen=True, kw_only=True):
    """An alignment as sets, predicted or annotated."""

    links: frozenset[Pair]
    competing: frozenset[Pair]
    one_sided: frozenset[str]
    """Sentences without a counterpart, such as `A3`."""
    ignored: frozenset[str] = field(default=frozenset())
    """Sentences that are left out of scoring."""
    debatable: frozenset[Pair] = field(default=frozenset())
    """Pairs on which two careful readers differed."""
    frame: frozenset[str] = field(default=frozenset())
    """Sentences too general to match or to be missing."""
    rows: tuple[AnsweredRow, ...] = ()
    """The predicted rows; an annotation has none."""
    sure_links: frozenset[Pair] = field(default=frozenset())
    """The links that need no second look."""
    sure_one_sided: frozenset[str] = field(default=frozenset())
    """The one-sided sentences that need no second look."""


class Score(Struct, frozen=True):
    """The counts of one call or of many."""

    links: Counts = Counts()
    one_sided: Counts = Counts()
    competing: Counts = Counts()
    sure_links: Counts = Counts()
    """Only of the links that are called sure; what they miss is no mistake."""
    sure_one_sided: Counts = Counts()
    rows: Counts = Counts()
    """Predicted rows that are right as a whole, and those that are not."""
    sure_sentences: int = 0
    """Sentences of which every row is sure."""
    otherwise: int = 0
    """Rightly sure one-sided sentences of whose matter the other text speaks otherwise: they compete with one there."""

    def __add__(self, other: Score) -> Score:
        return Score(
            self.links + other.links,
            self.one_sided + other.one_sided,
            self.competing + other.competing,
            self.sure_links + other.sure_links,
            self.sure_one_sided + other.sure_one_sided,
            self.rows + other.rows,
            self.sure_sentences + other.sure_sentences,
            self.otherwise + other.otherwise,
        )


def score(predicted: Answer, gold: Answer, *, with_debatable: bool = True) -> Score:
    """Count `predicted` against `gold`; what touches an ignored sentence counts for neither side.

    Without the debatable pairs these, and the one-sidedness of their sentences, count for neither side either.
    """
    ignored = gold.ignored
    open_pairs = frozenset() if with_debatable else gold.debatable
    unclear = ignored | _sentences(open_pairs)

    def kept(pairs: Iterable[Pair]) -> set[Pair]:
        return {(a, b) for a, b in set(pairs) - open_pairs if f"A{a}" not in ignored and f"B{b}" not in ignored}

    rows = [_is_right(row, gold) for row in predicted.rows if unclear.isdisjoint(_sentences(product(row.a, row.b)))]
    return Score(
        _counts(kept(predicted.links), kept(gold.links)),
        _counts(predicted.one_sided - unclear, gold.one_sided - unclear),
        _counts(kept(predicted.competing), kept(gold.competing)),
        _counts(kept(predicted.sure_links), kept(gold.links)),
        _counts(predicted.sure_one_sided - unclear, gold.one_sided - unclear),
        Counts(sum(rows), len(rows) - sum(rows)),
        len(_certain(predicted.rows)),
        len((predicted.sure_one_sided & gold.one_sided & _sentences(gold.competing)) - unclear),
    )


def _sentences(pairs: Iterable[Pair]) -> frozenset[str]:
    return frozenset(name for a, b in pairs for name in (f"A{a}", f"B{b}"))


def _certain(rows: Iterable[AnsweredRow]) -> set[str]:
    """The sentences all of whose rows are sure."""
    names: dict[bool, set[str]] = {True: set(), False: set()}
    for row in rows:
        names[row.is_sure] |= {f"A{a}" for a in row.a} | {f"B{b}" for b in row.b}
    return names[True] - names[False]


def _is_right(row: AnsweredRow, gold: Answer) -> bool:
    pairs = set(product(row.a, row.b))
    if row.kind.is_match:
        return pairs <= gold.links
    if row.kind is RowKind.COMPETING:
        return pairs <= gold.competing
    names = {f"A{a}" for a in row.a} | {f"B{b}" for b in row.b}
    return names <= (gold.frame if row.kind is RowKind.FRAME else gold.one_sided)


def _counts(predicted: AbstractSet[T], gold: AbstractSet[T]) -> Counts:
    return Counts(len(predicted & gold), len(predicted - gold), len(gold - predicted))
