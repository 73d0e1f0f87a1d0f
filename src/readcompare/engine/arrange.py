"""Arranging rows: pairs that hang together become rows, rows come into reading order, moved ones are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Protocol, TypeVar

Pair = tuple[int, int]
"""Indices of a sentence of A and of a sentence of B, from 0."""
Sides = tuple[tuple[int, ...], tuple[int, ...]]
"""The sentences of A and of B in one row."""


class _Sided(Protocol):
    @property
    def a(self) -> tuple[int, ...]: ...
    @property
    def b(self) -> tuple[int, ...]: ...


R = TypeVar("R", bound=_Sided)


def stars(pairs: Iterable[Pair]) -> list[Sides]:
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


def in_reading_order(rows: Sequence[R]) -> tuple[R, ...]:
    """By place in A; a row without A follows the row that holds the sentence of B before it."""
    with_a = sorted((row for row in rows if row.a), key=lambda row: (row.a, row.b))
    holder = {b: at for at, row in reversed(list(enumerate(with_a))) for b in row.b}
    followers: dict[int, list[R]] = defaultdict(list)
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
