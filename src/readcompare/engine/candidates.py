"""Which pairs of two long texts are worth a look: those that share words, concepts or their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from readcompare.engine.bags import Bag
from readcompare.engine.features import Record, footings_of, headings_of
from readcompare.engine.ngrams import ngrams
from readcompare.engine.pairs import Indices, Pairs
from readcompare.engine.progress import Share, silent
from readcompare.engine.score import repeated

MOST_EVERY = 300_000
"""Pairs up to which all are looked at."""
PARTNERS = 48
"""Sentences of the other text that are looked at for each sentence beyond that."""
_TERMS, _KINDS = 1_024, 128
"""Columns into which terms, and topics and verbs, are hashed: what falls together by chance costs a look at a pair, and
fewer columns make all of it quicker."""
_BLOCK = 512
"""Sentences of A whose likeness to all of B is computed at a time."""

Vectors = NDArray[np.float32]


def pairs_of(
    a: Sequence[Record],
    b: Sequence[Record],
    meanings: tuple[Vectors, Vectors] | None = None,
    progress: Share = silent,
) -> Pairs:
    """All pairs of two readouts; of two long texts, for each sentence its `PARTNERS` likest ones and its neighbours.

    `meanings` are the vectors of a sentence encoder, where there is one.
    """
    shape = (len(a), len(b))
    above, below = (headings_of(a), headings_of(b)), (footings_of(a), footings_of(b))
    stamps = tuple(np.flatnonzero([record.is_stamp for record in side]) for side in (a, b))
    if shape[0] * shape[1] <= MOST_EVERY:
        if not any((*above, *below)):
            return Pairs.every(shape)
        return Pairs.chosen(shape, np.arange(shape[0] * shape[1]), above, below, stamps=stamps, kept=repeated(a, b))
    sides = [_vectors(a), _vectors(b)]
    if meanings:
        sides = [np.concatenate([side, 2.0 * more], axis=1) for side, more in zip(sides, meanings, strict=True)]
    same = repeated(a, b)
    codes = [_likest(sides[0], sides[1], progress), _diagonal(shape), same]
    return Pairs.chosen(shape, np.concatenate(codes), above, below, stamps=stamps, kept=same)


def _vectors(side: Sequence[Record]) -> Vectors:
    """One vector a sentence; the products of two are near what the first look makes of the pair."""
    parts = [
        2.0 * _unit(_hashed([{key: term.weight for key, term in r.terms.items()} for r in side], _TERMS)),
        0.5 * _hashed([{key: term.weight**0.5 for key, term in r.terms.items()} for r in side], _TERMS),
        1.5 * _unit(ngrams(side)),
        1.0 * _unit(_hashed([dict.fromkeys((*r.topics, *r.parents), 1.0) for r in side], _KINDS)),
        0.8 * _unit(_hashed([dict.fromkeys(r.act.verbs, 1.0) for r in side], _KINDS)),
        2.0 * np.array([[r.act.opening, r.act.closing, r.act.names_topics] for r in side], np.float32),
    ]
    return np.concatenate(parts, axis=1, dtype=np.float32)


def _hashed(side: Sequence[Bag], columns: int) -> Vectors:
    places = {member: _place(member, columns) for member in dict.fromkeys(chain.from_iterable(side))}
    codes = [row * columns + places[member] for row, bag in enumerate(side) for member in bag]
    weights = [weight for bag in side for weight in bag.values()]
    vectors = np.zeros(len(side) * columns, np.float32)
    np.add.at(vectors, np.array(codes, np.intp), np.array(weights, np.float32))
    return vectors.reshape(len(side), columns)


def _place(member: str, columns: int) -> int:
    return crc32(member.encode("utf-8", "surrogatepass")) % columns


def _unit(vectors: Vectors) -> Vectors:
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    return vectors


def _likest(a: Vectors, b: Vectors, progress: Share) -> Indices:
    """Codes of the pairs that are among the likest of their sentence of A or of B."""
    found = []
    best = np.full((PARTNERS, len(b)), -np.inf, np.float32)
    holder = np.zeros((PARTNERS, len(b)), np.intp)
    for start, likeness in _blocks(a, b):
        places = np.argpartition(likeness, -min(PARTNERS, len(b)), axis=1)[:, -PARTNERS:]
        rows = np.arange(start, start + len(likeness))
        found.append((rows[:, None] * len(b) + places).ravel())
        # The best of B so far and those of this block, and of these again the best.
        both = np.concatenate([best, likeness])
        who = np.concatenate([holder, np.broadcast_to(rows[:, None], likeness.shape)])
        kept = np.argpartition(both, -PARTNERS, axis=0)[-PARTNERS:]
        best, holder = np.take_along_axis(both, kept, 0), np.take_along_axis(who, kept, 0)
        progress((start + len(likeness)) / len(a))
    columns = np.broadcast_to(np.arange(len(b)), best.shape)
    is_found = best > -np.inf
    found.append(holder[is_found] * len(b) + columns[is_found])
    return np.concatenate(found)


def _blocks(a: Vectors, b: Vectors) -> Iterator[tuple[int, Vectors]]:
    for start in range(0, len(a), _BLOCK):
        yield start, a[start : start + _BLOCK] @ b.T


def _diagonal(shape: tuple[int, int]) -> Indices:
    """Codes of the pairs that stand at the same place in both texts, and next to it."""
    rows = np.arange(shape[0])
    place = np.round(rows * (max(shape[1] - 1, 0) / max(shape[0] - 1, 1))).astype(np.intp)
    columns = np.clip(place[:, None] + np.arange(-1, 2), 0, shape[1] - 1)
    return np.asarray((rows[:, None] * shape[1] + columns).ravel(), np.intp)
