"""Bags: what sentences hold, with a weight for each member, and how much of it two sentences share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from readcompare.engine.pairs import Pairs, Vector

Bag = Mapping[str, float]
"""Members with their weights, greater than 0."""

_AT_ONCE = 4_000_000
"""Members looked up at a time when pairs are few: bounds the memory."""
_BLOCK = 1_024
"""Rows multiplied at a time when not all products are wanted."""


def shared(a: Sequence[Bag], b: Sequence[Bag], pairs: Pairs) -> Vector:
    """For each pair the weight of the members that both bags hold: the mean, where it is another one in each."""
    index = _index(a, b)
    if pairs.is_every:
        one, other = _dense(a, index), _dense(b, index)
        product = one @ _held(other).T + _held(one) @ other.T
        return np.asarray(product[pairs.rows, pairs.columns] / 2, np.float32)
    there = _looked_up(a, b, pairs, index)
    return np.asarray((there + _looked_up(b, a, pairs.mirrored, index)) / 2, np.float32)


def held(a: Sequence[Bag], b: Sequence[Bag], pairs: Pairs) -> Vector:
    """For each pair the weight, in the bag of `a`, of the members that both bags hold."""
    index = _index(a, b)
    if pairs.is_every:
        product = _dense(a, index) @ _held(_dense(b, index)).T
        return np.asarray(product[pairs.rows, pairs.columns], np.float32)
    return _looked_up(a, b, pairs, index)


def totals(side: Sequence[Bag]) -> Vector:
    """The weight of each bag."""
    return np.array([sum(bag.values()) for bag in side], np.float32)


def dice(a: Sequence[Bag], b: Sequence[Bag], pairs: Pairs) -> Vector:
    """Twice the shared weight over the sum of the weights (Dice 1945); 0 where both are empty."""
    total = totals(a)[pairs.rows] + totals(b)[pairs.columns]
    return np.asarray(2 * shared(a, b, pairs) / np.maximum(total, 1e-6), np.float32)


def cosine(a: NDArray[np.float32], b: NDArray[np.float32], pairs: Pairs) -> Vector:
    """For each pair the cosine of a row of `a` and a row of `b`; 0 for an empty row."""
    unit_a, unit_b = (m / np.maximum(np.linalg.norm(m, axis=1, keepdims=True), 1e-6) for m in (a, b))
    if pairs.is_every:
        return np.asarray(unit_a @ unit_b.T, np.float32).ravel()
    result = np.zeros(len(pairs), np.float32)
    edges = np.searchsorted(pairs.rows, np.arange(0, pairs.shape[0] + _BLOCK, _BLOCK))
    for number, (start, stop) in enumerate(pairwise(edges)):
        block = unit_a[number * _BLOCK : (number + 1) * _BLOCK] @ unit_b.T
        result[start:stop] = block[pairs.rows[start:stop] - number * _BLOCK, pairs.columns[start:stop]]
    return result


def _index(a: Sequence[Bag], b: Sequence[Bag]) -> Mapping[str, int]:
    return {member: number for number, member in enumerate(sorted(set(chain(*a, *b))))}


def _held(bags: NDArray[np.float32]) -> NDArray[np.float32]:
    return (bags > 0).astype(np.float32)


def _dense(side: Sequence[Bag], index: Mapping[str, int]) -> NDArray[np.float32]:
    matrix = np.zeros((len(side), len(index)), np.float32)
    for row, bag in enumerate(side):
        for member, weight in bag.items():
            matrix[row, index[member]] = weight
    return matrix


def _looked_up(a: Sequence[Bag], b: Sequence[Bag], pairs: Pairs, index: Mapping[str, int]) -> Vector:
    """Each member of the bag of A is looked for among those of its partner: never a full matrix."""
    sizes = np.array([len(bag) for bag in a])
    starts = np.cumsum(sizes) - sizes
    members = np.fromiter((index[member] for bag in a for member in bag), np.intp, int(sizes.sum()))
    weights = np.fromiter((weight for bag in a for weight in bag.values()), np.float32, len(members))
    width = max(len(index), 1)
    there = np.fromiter((row * width + index[member] for row, bag in enumerate(b) for member in bag), np.intp)
    result = np.zeros(len(pairs), np.float32)
    if not len(there) or not len(members):
        return result
    ends = np.cumsum(sizes[pairs.rows])
    start = 0
    while start < len(pairs):
        # As many pairs as bring `_AT_ONCE` members, and at least one.
        done = int(ends[start - 1]) if start else 0
        stop = max(int(np.searchsorted(ends, done + _AT_ONCE)), start + 1)
        counts = sizes[pairs.rows[start:stop]]
        owner = np.repeat(np.arange(stop - start), counts)
        inside = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
        places = starts[pairs.rows[start:stop]][owner] + inside
        wanted = pairs.columns[start:stop][owner] * width + members[places]
        found = np.isin(wanted, there)
        result[start:stop] = np.bincount(owner[found], weights[places[found]], minlength=stop - start)
        start = stop
    return result
