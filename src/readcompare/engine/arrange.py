"""Arranging rows: pairs that hang together become rows, rows come into reading order, moved ones are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

Pair = tuple[int, int]
"""Indices of a sentence of A and of a sentence of B, from 0."""
Sides = tuple[tuple[int, ...], tuple[int, ...]]
"""The sentences of A and of B in one row."""
Places = NDArray[np.intp]


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
    """The stars of pairs that hang together: the sentence with the most partners first, its pairs used up.

    Between a sentence of A and one of B with equally many partners the one that stands earlier comes first; where
    nothing tells them apart every pair left is a row of its own, so that swapping the sides changes nothing.
    """
    partners: dict[tuple[int, int], list[int]] = defaultdict(list)
    for a, b in sorted(component):
        partners[0, a].append(b)
        partners[1, b].append(a)
    waiting = [_rank(partners, *hub) for hub in partners]
    heapify(waiting)
    while waiting:
        rank = heappop(waiting)
        _, hub, members, side = rank
        if len(members) != len(partners[side, hub]):  # some were used up since
            if partners[side, hub]:
                heappush(waiting, _rank(partners, side, hub))
            continue
        while waiting and waiting[0][:2] == rank[:2] and waiting[0] != _rank(partners, waiting[0][3], waiting[0][1]):
            stale = heappop(waiting)
            if partners[stale[3], stale[1]]:
                heappush(waiting, _rank(partners, stale[3], stale[1]))
        # A sentence whose one partner has the same number is no tie: the row is the same from either side.
        if waiting and waiting[0][:3] == rank[:3] and members != (hub,):
            yield from (((a,), (b,)) for (own, a), others in sorted(partners.items()) if own == 0 for b in others)
            return
        yield ((hub,), members) if side == 0 else (members, (hub,))
        for member in members:
            partners[1 - side, member].remove(hub)
        partners[side, hub] = []


def _rank(
    partners: Mapping[tuple[int, int], Sequence[int]], side: int, hub: int
) -> tuple[int, int, tuple[int, ...], int]:
    members = tuple(partners[side, hub])
    return -len(members), hub, members, side


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
    place_a, place_b = (np.array([row[side][0] for row in rows], np.intp) for side in (0, 1))
    crossings = np.zeros(len(rows), np.intp)
    for at in range(len(rows)):
        crossings[at] = np.count_nonzero(_crossed(at, place_a, place_b))
    flags = [
        bool(crossings[at]) and bool(np.all(crossings[_crossed(at, place_a, place_b)] <= crossings[at]))
        for at in range(len(rows))
    ]
    return tuple(flags)


def _crossed(at: int, place_a: Places, place_b: Places) -> NDArray[np.bool_]:
    """The rows that the row `at` crosses."""
    sides: NDArray[np.intp] = np.sign(place_a - place_a[at]) * np.sign(place_b - place_b[at])
    return sides < 0
