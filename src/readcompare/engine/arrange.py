"""Arranging rows: pairs that hang together become rows, rows come into reading order, moved ones are told."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
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
    """For each matched row whether it is out of order: some longest run of rows that do not cross goes without it.

    The rows that are not out of order never cross. Of two that change places nobody can say which one moved: both did.
    """
    order = sorted(range(len(rows)), key=lambda at: (rows[at][0][0], rows[at][1][0]))
    places = [rows[at][1][0] for at in order]
    before = _run_lengths(places)
    after = _run_lengths([-place for place in reversed(places)])[::-1]
    longest = max(before, default=0)
    in_some = [first + last - 1 == longest for first, last in zip(before, after, strict=True)]
    # Every longest run has one row at each of its steps; where there is no choice, all of them have the same.
    choices = Counter(step for step, is_in in zip(before, in_some, strict=True) if is_in)
    flags = [False] * len(rows)
    for at, step, is_in in zip(order, before, in_some, strict=True):
        flags[at] = not is_in or choices[step] > 1
    return tuple(flags)


def _run_lengths(places: Iterable[int]) -> list[int]:
    """How long the longest run that never goes back is that ends at each place."""
    lowest_ends: list[int] = []
    lengths = []
    for place in places:
        length = bisect_right(lowest_ends, place)
        lowest_ends[length : length + 1] = [place]
        lengths.append(length + 1)
    return lengths
