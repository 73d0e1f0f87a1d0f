"""From probabilities to rows: which sentences stand side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import product

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from readcompare.engine.arrange import in_reading_order, stars
from readcompare.engine.hand import FixedRow, Hand
from readcompare.engine.pairs import NOTHING, Pairs, Vector
from readcompare.engine.score import Signals
from readcompare.model.alignment import Certainty, Origin, RowKind
from readcompare.model.weights import Logistic, Weights

ROUNDING = 4
"""Digits to which probabilities are kept: beyond them the order of a sum would decide."""
_SUREST = 9.2
"""Log-odds beyond which a model is not believed: with the digits kept, a probability is never 0 or 1."""
_LIKELIEST = 1 - 1e-9
"""A probability just below 1, which has a logarithm on its other side."""
_NEARER = 0.01
"""What the whole length of a text is worth beside a probability: it tells apart what is as good as equally probable."""


class Group(Struct, frozen=True):
    """A row before it is told: sentences by index."""

    kind: RowKind
    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float
    certainty: Certainty
    nearest: int | None = None
    """In a one-sided group the closest sentence of the other side."""
    origin: Origin = Origin.AUTO
    is_kind_set: bool = False
    """True when a person gave the kind."""


class Sentences(Struct, frozen=True):
    """What is known of each sentence of one text by itself."""

    generic: Sequence[bool]
    """Whether it says nothing in particular."""
    alone: Vector
    """How probably its side alone says it, 0..1."""


class Chances(Struct, frozen=True):
    """What is probable of each pair, 0..1."""

    pairs: Pairs
    link: Vector
    """That its sentences answer each other."""
    rival: Vector
    """That they speak of one thing differently."""


def probability(model: Logistic, signals: Signals) -> Vector:
    """The model's probability for every pair, rounded to `ROUNDING` digits; KeyError for a signal it was not given."""
    total: NDArray[np.float64] = np.full(len(next(iter(signals.values()))), model.intercept)
    for name, coefficient in model.coefficients.items():
        total += coefficient * signals[name]
    chances: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(total, -_SUREST, _SUREST)))
    return np.asarray(chances.round(ROUNDING), np.float32)


def links(chances: Chances, threshold: float) -> NDArray[np.bool_]:
    """For each pair whether its sentences answer each other: it reaches `threshold` and is the best of one of them.

    So a sentence may answer several, and several may answer it, and none whose best partner is likely enough is left
    without one.
    """
    return (chances.link >= threshold) & _best_of_one(chances.pairs, _told_apart(chances.link, chances.pairs))


def competing(chances: Chances, linked: NDArray[np.bool_], threshold: float) -> NDArray[np.bool_]:
    """For each pair whether it is unlinked and speaks of one thing differently: the best of one of its sentences."""
    values = _told_apart(chances.rival, chances.pairs)
    return (chances.rival >= threshold) & _best_of_one(chances.pairs, values) & ~linked


def answered(chances: Chances, axis: int) -> Vector:
    """For each sentence of A (axis 0) or B (axis 1) the probability that any sentence of the other text answers it.

    One minus the product of all pairs' counter-probabilities, as if the pairs were independent: several faint answers
    are together as good a reason to look twice as one that is less faint.
    """
    doubts = np.zeros(chances.pairs.shape[axis], np.float64)
    np.add.at(doubts, chances.pairs.lines(axis), np.log1p(-np.minimum(chances.link.astype(np.float64), _LIKELIEST)))
    return np.asarray((1 - np.exp(doubts)).round(ROUNDING), np.float32)


def _told_apart(chances: Vector, pairs: Pairs) -> Vector:
    """Of equally probable pairs the one that stands nearer comes first."""
    return np.asarray(chances - _NEARER * pairs.distance, np.float32)


def _best_of_one(pairs: Pairs, values: Vector) -> NDArray[np.bool_]:
    best = [values >= pairs.best(values, axis)[pairs.lines(axis)] for axis in (0, 1)]
    return best[0] | best[1]


def groups(
    chances: Chances,
    weights: Weights,
    threshold: float,
    sentences: tuple[Sentences, Sentences],
    hand: Hand = Hand(),  # noqa: B008 - it is frozen and empty
) -> tuple[Group, ...]:
    """All rows in reading order: matches, competing pairs, generic sentences, and what only one side says.

    What `hand` has set stands as it is, and the other sentences are aligned around it.
    """
    result = _fixed_rows(hand, chances)
    chances = around(chances, hand)
    linked = links(chances, threshold)
    rivals = competing(chances, linked, weights.competing_from)
    confirmed = _confirmed(chances.pairs, hand)
    linked, rivals = linked & ~confirmed, rivals & ~confirmed
    table = _Table(chances)
    rivalry = _rivalry(chances)
    result += [_match(a, b, table, weights) for a, b in stars(_indices(chances.pairs, linked))]
    result += [
        Group(kind=RowKind.COMPETING, a=a, b=b, score=rivalry.mean(a, b), certainty=Certainty.CHECK)
        for a, b in stars(_indices(chances.pairs, rivals))
    ]
    placed = {index for group in result for index in group.a}, {index for group in result for index in group.b}
    for side, kind in enumerate((RowKind.ONLY_A, RowKind.ONLY_B)):
        for number in range(chances.pairs.shape[side]):
            if number not in placed[side]:
                certainty = _certainty(_rounded(sentences[side].alone[number]) >= weights.sure_one_sided)
                result.append(_alone(kind, number, table, certainty, is_generic=sentences[side].generic[number]))
    return in_reading_order(result)


def doubted(found: Iterable[Group], chances: Chances, alone: Sequence[Vector], weights: Weights) -> tuple[Group, ...]:
    """The groups, of which only those stay sure that are sure by these other `chances` and `alone` too."""
    table = _Table(chances)

    def is_sure(group: Group) -> bool:
        if group.a and group.b:
            return table.weakest(group.a, group.b) >= weights.sure_link
        side, number = (0, group.a[0]) if group.a else (1, group.b[0])
        return _rounded(alone[side][number]) >= weights.sure_one_sided

    return tuple(group if group.origin is not Origin.AUTO or is_sure(group) else _unsure(group) for group in found)


def with_doubts(found: Iterable[Group], unread: tuple[frozenset[int], frozenset[int]]) -> tuple[Group, ...]:
    """The groups, of which those with an `unread` sentence are not sure, but for the same words on both sides.

    Nor is a one-sided group where the other side has any.
    """

    def is_doubtful(group: Group) -> bool:
        sides = tuple(zip((group.a, group.b), unread, strict=True))
        held = any(not places.isdisjoint(side) for side, places in sides)
        if group.a and group.b:
            return held and group.score < 1
        return held or any(places for side, places in sides if not side)

    return tuple(_unsure(group) if group.origin is Origin.AUTO and is_doubtful(group) else group for group in found)


def _unsure(group: Group) -> Group:
    return replace(group, certainty=Certainty.CHECK)


def around(chances: Chances, hand: Hand) -> Chances:
    """The chances of what was not set by hand: the sentences of linked rows and the forbidden pairs have none."""
    if not (hand.rows or hand.forbidden):
        return chances
    pairs = chances.pairs
    taken = [np.zeros(count, bool) for count in pairs.shape]
    for row in hand.rows:
        if row.origin is Origin.CONFIRMED and row.a and row.b:
            continue  # that it is right says nothing about the other rows in which its sentences stand
        taken[0][list(row.a)] = True
        taken[1][list(row.b)] = True
    shut = taken[0][pairs.rows] | taken[1][pairs.columns] | _among(pairs, hand.forbidden)
    return Chances(pairs, np.where(shut, 0, chances.link), np.where(shut, 0, chances.rival))


def _confirmed(pairs: Pairs, hand: Hand) -> NDArray[np.bool_]:
    """For each pair whether it stands in a confirmed row."""
    rows = [row for row in hand.rows if row.origin is Origin.CONFIRMED]
    return _among(pairs, [pair for row in rows for pair in product(row.a, row.b)])


def _among(pairs: Pairs, wanted: Collection[tuple[int, int]]) -> NDArray[np.bool_]:
    if not wanted:
        return np.zeros(len(pairs), bool)
    codes = np.array([a * pairs.shape[1] + b for a, b in wanted], np.intp)
    return np.isin(pairs.codes, codes)


def _fixed_rows(hand: Hand, chances: Chances) -> list[Group]:
    """What was set by hand, with the probability that the models alone give it."""
    if not hand.rows:
        return []
    table, rivalry = _Table(chances), _rivalry(chances)
    return [_fixed(row, table, rivalry) for row in hand.rows]


def _fixed(row: FixedRow, table: _Table, rivalry: _Table) -> Group:
    if not (row.a and row.b):
        alone = RowKind.ONLY_A if row.a else RowKind.ONLY_B
        number = (row.a or row.b)[0]
        group = _alone(alone, number, table, Certainty.SURE, is_generic=row.kind is RowKind.FRAME)
        group = replace(group, a=row.a, b=row.b)
    else:
        kind = row.kind if row.kind in (RowKind.SAME, RowKind.COMPETING) else RowKind.PARTIAL
        told = rivalry if kind is RowKind.COMPETING else table
        group = Group(kind=kind, a=row.a, b=row.b, score=told.mean(row.a, row.b), certainty=Certainty.SURE)
    return replace(group, certainty=Certainty.SURE, origin=row.origin, is_kind_set=row.kind is not None)


def _match(a: tuple[int, ...], b: tuple[int, ...], table: _Table, weights: Weights) -> Group:
    certainty = _certainty(table.weakest(a, b) >= weights.sure_link)
    return Group(kind=RowKind.PARTIAL, a=a, b=b, score=table.mean(a, b), certainty=certainty)


def _rounded(chance: np.float32) -> float:
    """The chance in the digits that are kept, as limits are written."""
    return round(float(chance), ROUNDING)


def _certainty(is_sure: bool) -> Certainty:  # noqa: FBT001 - it is what the word says
    return Certainty.SURE if is_sure else Certainty.CHECK


def _alone(kind: RowKind, number: int, table: _Table, certainty: Certainty, *, is_generic: bool) -> Group:
    side = 0 if kind is RowKind.ONLY_A else 1
    nearest, score = table.nearest(side, number)
    a, b = ((number,), ()) if kind is RowKind.ONLY_A else ((), (number,))
    if is_generic:
        return Group(kind=RowKind.FRAME, a=a, b=b, score=score, certainty=Certainty.CHECK)
    return Group(kind=kind, a=a, b=b, score=score, certainty=certainty, nearest=nearest if score > 0 else None)


def _rivalry(chances: Chances) -> _Table:
    """The chances of competing pairs, to be looked up."""
    return _Table(Chances(chances.pairs, chances.rival, chances.rival))


class _Table:
    """Looks up chances of single pairs and sentences."""

    def __init__(self, chances: Chances) -> None:
        self._chances = chances
        pairs = chances.pairs
        self._codes = pairs.codes
        self._best = [pairs.best(chances.link, axis) for axis in (0, 1)]
        # The first of the best in the order of the text.
        self._nearest = [np.full(count, -1, np.intp) for count in pairs.shape]
        for axis in (0, 1):
            at_best = np.flatnonzero(chances.link >= self._best[axis][pairs.lines(axis)])[::-1]
            self._nearest[axis][pairs.lines(axis)[at_best]] = pairs.lines(1 - axis)[at_best]

    def link(self, a: int, b: int) -> float:
        """The chance of a link; 0 for a pair that is not looked at."""
        code = a * self._chances.pairs.shape[1] + b
        place = int(np.searchsorted(self._codes, code))
        known = place < len(self._codes) and self._codes[place] == code
        return round(float(self._chances.link[place]), ROUNDING) if known else 0.0

    def mean(self, a: Sequence[int], b: Sequence[int]) -> float:
        """The mean chance of all pairs of a row."""
        return round(float(np.mean([self.link(one, other) for one in sorted(a) for other in sorted(b)])), ROUNDING)

    def weakest(self, a: Sequence[int], b: Sequence[int]) -> float:
        """The least chance of all pairs of a row."""
        return min(self.link(one, other) for one in a for other in b)

    def nearest(self, axis: int, number: int) -> tuple[int | None, float]:
        """The sentence of the other side with the best chance, and that chance."""
        best = float(self._best[axis][number])
        return (int(self._nearest[axis][number]), round(best, ROUNDING)) if best > NOTHING else (None, 0.0)


def _indices(pairs: Pairs, chosen: NDArray[np.bool_]) -> Iterable[tuple[int, int]]:
    return [(int(pairs.rows[at]), int(pairs.columns[at])) for at in np.flatnonzero(chosen)]
