"""From probabilities to rows: which sentences stand side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, product

import numpy as np
from numpy.typing import NDArray

from readcompare.engine.assignment import Matrix
from readcompare.model.alignment import Certainty, RowKind
from readcompare.model.weights import Logistic, Weights

Pair = tuple[int, int]
"""Indices of a sentence of A and of a sentence of B, from 0."""
Sides = tuple[tuple[int, ...], tuple[int, ...]]
"""The sentences of A and of B in one row."""
ROUNDING = 4
"""Digits to which probabilities are kept: beyond them the order of a sum would decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A row before it is told: sentences by index."""

    kind: RowKind
    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float
    certainty: Certainty
    nearest: int | None = None
    """In a one-sided group the closest sentence of the other side."""


def probability(model: Logistic, signals: dict[str, Matrix]) -> Matrix:
    """The model's probability for every pair, rounded to `ROUNDING` digits; KeyError for a signal it was not given."""
    total: NDArray[np.float64] = np.full(next(iter(signals.values())).shape, model.intercept)
    for name, coefficient in model.coefficients.items():
        total += coefficient * signals[name]
    chances: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(total, -30, 30)))
    rounded: Matrix = chances.round(ROUNDING).astype(np.float32)
    return rounded


def log_odds(probabilities: Matrix) -> Matrix:
    """ln(p / (1 - p)), with p kept a hair away from 0 and 1."""
    inside = np.clip(probabilities, 1e-4, 1 - 1e-4)
    odds: Matrix = np.log(inside / (1 - inside)).astype(np.float32)
    return odds


def links(probabilities: Matrix, threshold: float) -> frozenset[Pair]:
    """The pairs that answer each other.

    The most probable pairs come first, one to one; then a sentence that is still alone joins its best partner. So
    every sentence is linked with one sentence, or with several that have no other link.
    """
    of_a: dict[int, set[int]] = defaultdict(set)
    of_b: dict[int, set[int]] = defaultdict(set)
    order = _best_first(probabilities, threshold)
    for a, b in order:
        if not of_a[a] and not of_b[b]:
            of_a[a].add(b)
            of_b[b].add(a)

    def joins(a: int, b: int) -> bool:
        a_joins = not of_a[a] and all(len(of_a[other]) == 1 for other in of_b[b])
        return a_joins or (not of_b[b] and all(len(of_b[other]) == 1 for other in of_a[a]))

    # Pairs that mirror each other are judged together: if both cannot join, neither does, whichever side comes first.
    for _, group in groupby(order, lambda pair: (probabilities[pair], *sorted(pair))):
        able = [pair for pair in group if joins(*pair)]
        joined = []
        for a, b in able:
            if joins(a, b):
                of_a[a].add(b)
                of_b[b].add(a)
                joined.append((a, b))
        if len(joined) < len(able):
            for a, b in joined:
                of_a[a].remove(b)
                of_b[b].remove(a)
    return frozenset((a, b) for a, partners in of_a.items() for b in partners)


def competing(probabilities: Matrix, linked: frozenset[Pair], threshold: float) -> frozenset[Pair]:
    """The unlinked pairs that speak of one thing differently: each the best of one of its sentences."""
    if not probabilities.size:
        return frozenset()
    best_a, best_b = probabilities.max(1, keepdims=True), probabilities.max(0, keepdims=True)
    chosen = (probabilities >= threshold) & ((probabilities >= best_a) | (probabilities >= best_b))
    return frozenset((int(a), int(b)) for a, b in np.argwhere(chosen)) - linked


def groups(
    link: Matrix, rival: Matrix, weights: Weights, threshold: float, generic: tuple[Sequence[bool], Sequence[bool]]
) -> tuple[Group, ...]:
    """All rows in reading order: matches, competing pairs, generic sentences, and what only one side says.

    `link` and `rival` are the probabilities of both kinds of pair, of shape (sentences of A, sentences of B);
    `generic` tells for each sentence of A and of B whether it says nothing in particular.
    """
    linked = links(link, threshold)
    rivals = competing(rival, linked, weights.competing_from)
    result = [_match(a, b, link, weights) for a, b in _stars(linked)]
    placed = {pair[0] for pair in linked | rivals}, {pair[1] for pair in linked | rivals}
    result += [
        Group(kind=RowKind.COMPETING, a=a, b=b, score=_mean(link, a, b), certainty=Certainty.CHECK)
        for a, b in _stars(rivals)
    ]
    for number in range(link.shape[0]):
        if number not in placed[0]:
            result.append(_alone(RowKind.ONLY_A, number, link[number], weights, is_generic=generic[0][number]))
    for number in range(link.shape[1]):
        if number not in placed[1]:
            result.append(_alone(RowKind.ONLY_B, number, link[:, number], weights, is_generic=generic[1][number]))
    return _in_reading_order(result)


def _match(a: tuple[int, ...], b: tuple[int, ...], link: Matrix, weights: Weights) -> Group:
    weakest = min(float(link[one, other]) for one in a for other in b)
    certainty = Certainty.SURE if weakest >= weights.sure_link else Certainty.CHECK
    return Group(kind=RowKind.PARTIAL, a=a, b=b, score=_mean(link, a, b), certainty=certainty)


def _alone(kind: RowKind, number: int, others: Matrix, weights: Weights, *, is_generic: bool) -> Group:
    nearest = int(np.argmax(others)) if others.size else None
    score = float(others[nearest]) if nearest is not None else 0.0
    certainty = Certainty.SURE if score < weights.sure_one_sided else Certainty.CHECK
    a, b = ((number,), ()) if kind is RowKind.ONLY_A else ((), (number,))
    if is_generic:
        return Group(kind=RowKind.FRAME, a=a, b=b, score=score, certainty=Certainty.CHECK)
    return Group(kind=kind, a=a, b=b, score=score, certainty=certainty, nearest=nearest if score > 0 else None)


def _best_first(probabilities: Matrix, threshold: float) -> list[Pair]:
    """Pairs from the most probable down to `threshold`; swapping the sides swaps the pairs and keeps their order."""
    found = [(int(a), int(b)) for a, b in np.argwhere(probabilities >= threshold)]
    return sorted(found, key=lambda pair: (-probabilities[pair], sum(pair), abs(pair[0] - pair[1])))


def _stars(pairs: Iterable[Pair]) -> list[Sides]:
    """The pairs as rows in which each sentence of A goes with each of B: one sentence and all its partners."""
    return [row for component in _components(pairs) for row in _stars_of(component)]


def _stars_of(component: set[Pair]) -> Iterator[Sides]:
    """The stars of pairs that hang together: the sentence with the most partners first, its pairs used up."""
    while component:
        partners: dict[tuple[int, int], list[int]] = defaultdict(list)
        for a, b in sorted(component):
            partners[0, a].append(b)
            partners[1, b].append(a)
        # Between a sentence of A and one of B with equally many partners the one that stands earlier comes first; where
        # nothing tells them apart every pair is a row of its own, so that swapping the sides changes nothing.
        ranked = sorted((-len(members), hub, members, side) for (side, hub), members in partners.items())
        if len(ranked) > 1 and len(component) > 1 and ranked[0][:3] == ranked[1][:3]:
            yield from (((a,), (b,)) for a, b in sorted(component))
            return
        _, hub, members, side = ranked[0]
        row = ((hub,), tuple(members)) if side == 0 else (tuple(members), (hub,))
        yield row
        component = component - set(product(*row))


def _components(pairs: Iterable[Pair]) -> Iterator[set[Pair]]:
    """The pairs in sets that share no sentence with each other."""
    of_a: dict[int, list[Pair]] = defaultdict(list)
    of_b: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        of_a[pair[0]].append(pair)
        of_b[pair[1]].append(pair)
    seen: set[Pair] = set()
    for first in sorted(pair for same_a in of_a.values() for pair in same_a):
        component: set[Pair] = set()
        waiting = [first] if first not in seen else []
        while waiting:
            pair = waiting.pop()
            if pair not in component:
                component.add(pair)
                waiting += of_a[pair[0]] + of_b[pair[1]]
        seen |= component
        if component:
            yield component


def _mean(link: Matrix, a: Sequence[int], b: Sequence[int]) -> float:
    return round(float(np.mean([link[one, other] for one in sorted(a) for other in sorted(b)])), ROUNDING)


def _in_reading_order(rows: Sequence[Group]) -> tuple[Group, ...]:
    """By place in A; a row without A follows the row that holds the sentence of B before it."""
    with_a = sorted((row for row in rows if row.a), key=lambda row: (row.a, row.b))
    holder = {b: at for at, row in reversed(list(enumerate(with_a))) for b in row.b}
    followers: dict[int, list[Group]] = defaultdict(list)
    for row in sorted((row for row in rows if not row.a), key=lambda row: row.b):
        at = holder[row.b[0]] = holder.get(row.b[0] - 1, -1)
        followers[at].append(row)
    return (*followers[-1], *(row for at, held in enumerate(with_a) for row in (held, *followers[at])))


def moved(rows: Sequence[Sides]) -> tuple[bool, ...]:
    """For each matched row whether it is out of order: it crosses other rows, and none of them crosses more."""
    crossings: list[set[int]] = [set() for _ in rows]
    for one, (a, b) in enumerate(rows):
        for other in range(one):
            other_a, other_b = rows[other]
            if (a[0] - other_a[0]) * (b[0] - other_b[0]) < 0:
                crossings[one].add(other)
                crossings[other].add(one)
    return tuple(
        bool(crossed) and all(len(crossings[other]) <= len(crossed) for other in crossed) for crossed in crossings
    )
