"""Signals: how much two sentences have in common, one named matrix for each way of looking."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from readcompare.engine.assignment import Matrix
from readcompare.engine.features import Record

_HASHED = 4096
_PRIME = 1_000_003
_BLANK = ord(" ")
_MASS = 4.0
_SPECIFIC = 0.6 / _MASS


def signals(a: Sequence[Record], b: Sequence[Record], *, one_language: bool) -> dict[str, Matrix]:
    """For each signal a matrix of shape (sentences of A, sentences of B), most of them 0..1.

    Swapping the sides transposes every matrix.
    """
    keys = _index(key for record in (*a, *b) for key in record.terms)
    weights_a, weights_b = _terms(a, keys), _terms(b, keys)
    shared = np.minimum(weights_a.max(0, initial=0), weights_b.max(0, initial=0))
    common = ((weights_a > 0) * shared) @ (weights_b > 0).T.astype(np.float32)
    total_a, total_b = weights_a.sum(1)[:, None], weights_b.sum(1)[None, :]
    strong_keys = [number for key, number in keys.items() if not key.startswith(("word:", "bridge:"))]
    nothing: Matrix = np.zeros((len(a), len(b)), np.float32)
    result = {
        "concepts": 2 * common / np.maximum(total_a + total_b, 1e-6),
        "coverage": common / np.maximum(np.minimum(total_a, total_b), 0.6),
        "mass": np.minimum(common / _MASS, 1),
        "names": _dice(weights_a[:, strong_keys], weights_b[:, strong_keys]),
        "topics": _bags(a, b, lambda record: record.topics),
        "parents": _bags(a, b, lambda record: record.parents),
        "characters": _cosine(_ngrams(a), _ngrams(b)),
        "words": _words(a, b) if one_language else nothing,
        "fuzzy": _fuzzy(a, b) if one_language else nothing,
    }
    result |= _acts(a, b) | _places(len(a), len(b))
    return {name: matrix.astype(np.float32) for name, matrix in result.items()}


def related(signals: Mapping[str, Matrix]) -> NDArray[np.bool_]:
    """For each pair whether it speaks of one thing at all: a topic of substance or a specific term is shared."""
    return (signals["topics"] > 0) | (signals["mass"] >= _SPECIFIC)


def identical(a: Sequence[Record], b: Sequence[Record]) -> NDArray[np.bool_]:
    """For each pair whether both sentences are the same words in the same order."""
    numbers = {identity: number for number, identity in enumerate({record.identity for record in (*a, *b)})}
    first, second = (np.array([numbers[record.identity] for record in side], dtype=np.intp) for side in (a, b))
    return np.equal(first[:, None], second[None, :])


def _acts(a: Sequence[Record], b: Sequence[Record]) -> dict[str, Matrix]:
    opening_a, opening_b = _column(a, lambda r: r.act.opening), _column(b, lambda r: r.act.opening)
    closing_a, closing_b = _column(a, lambda r: r.act.closing), _column(b, lambda r: r.act.closing)
    topical_a, topical_b = _column(a, lambda r: r.act.names_topics), _column(b, lambda r: r.act.names_topics)
    force_a, force_b = _column(a, lambda r: r.act.force), _column(b, lambda r: r.act.force)
    actors = _index(actor for record in (*a, *b) for actor in record.act.actors)
    acting_a, acting_b = (_flags(side, actors, lambda r: r.act.actors) for side in (a, b))
    known = (acting_a.sum(1)[:, None] > 0) & (acting_b.sum(1)[None, :] > 0)
    together = acting_a @ acting_b.T
    return {
        "verbs": _bags(a, b, lambda record: record.act.verbs),
        "opening": opening_a[:, None] * opening_b[None, :],
        "half opening": np.abs(opening_a[:, None] - opening_b[None, :]),
        "closing": closing_a[:, None] * closing_b[None, :],
        "half closing": np.abs(closing_a[:, None] - closing_b[None, :]),
        "topics named": topical_a[:, None] * topical_b[None, :],
        "topics half named": np.abs(topical_a[:, None] - topical_b[None, :]),
        "force": np.abs(force_a[:, None] - force_b[None, :]) / 10,
        "same actor": (known & (together > 0)).astype(np.float32),
        "other actor": (known & (together == 0)).astype(np.float32),
    }


def _places(rows: int, columns: int) -> dict[str, Matrix]:
    """How far apart two sentences stand in their texts, 0..1."""
    place_a, place_b = (np.arange(count) / max(count - 1, 1) for count in (rows, columns))
    return {"distance": np.abs(place_a[:, None] - place_b[None, :])}


def _words(a: Sequence[Record], b: Sequence[Record]) -> Matrix:
    index = _index(stem for record in (*a, *b) for stem in record.stems)
    return _cosine(_flags(a, index, lambda record: record.stems), _flags(b, index, lambda record: record.stems))


def _fuzzy(a: Sequence[Record], b: Sequence[Record]) -> Matrix:
    # Only texts in one language need it, and its import costs as much as reading both.
    from rapidfuzz import fuzz, process

    texts_a, texts_b = ([" ".join(record.stems) for record in side] for side in (a, b))
    ratios = process.cdist(texts_a, texts_b, scorer=fuzz.token_sort_ratio, workers=-1)
    return (ratios / 100).astype(np.float32)


def _ngrams(side: Sequence[Record]) -> Matrix:
    """Counts of the character 3-, 4- and 5-grams inside the folded content words, hashed into `_HASHED` columns."""
    # Each word stands between blanks; a gram that holds the end of one word and the start of another does not count.
    lines = [f" {'  '.join(record.words)} ".encode("ascii") for record in side]
    letters = np.frombuffer(b"".join(lines), dtype=np.uint8).astype(np.int64)
    row = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
    matrix = np.zeros(len(side) * _HASHED)
    for size in (3, 4, 5):
        count = len(letters) - size + 1
        if count < 1:
            continue
        parts = [letters[at : at + count] for at in range(size)]
        inside = row[:count] == row[size - 1 :]
        for one, other in pairwise(parts):
            inside &= (one != _BLANK) | (other != _BLANK)
        codes = np.zeros(count, np.int64)
        for part in parts:
            codes = codes * _PRIME + part
        columns = row[:count] * _HASHED + codes % _HASHED
        matrix += np.bincount(columns[inside], minlength=len(matrix))
    return matrix.reshape(len(side), _HASHED).astype(np.float32)


def _terms(side: Sequence[Record], keys: Mapping[str, int]) -> Matrix:
    matrix = np.zeros((len(side), len(keys)), np.float32)
    for row, record in enumerate(side):
        for term in record.terms.values():
            matrix[row, keys[term.key]] = term.weight
    return matrix


def _bags(a: Sequence[Record], b: Sequence[Record], members: Callable[[Record], Iterable[str]]) -> Matrix:
    index = _index(member for record in (*a, *b) for member in members(record))
    return _dice(_flags(a, index, members), _flags(b, index, members))


def _flags(side: Sequence[Record], index: Mapping[str, int], members: Callable[[Record], Iterable[str]]) -> Matrix:
    matrix = np.zeros((len(side), len(index)), np.float32)
    for row, record in enumerate(side):
        for member in members(record):
            matrix[row, index[member]] = 1
    return matrix


def _dice(a: Matrix, b: Matrix) -> Matrix:
    """Twice the common weight over the sum of the weights (Dice 1945); 0 where both are empty.

    A key has one weight wherever it stands, so the weight of what is common can be read from either side.
    """
    common = a @ (b > 0).T.astype(np.float32)
    total = a.sum(1)[:, None] + b.sum(1)[None, :]
    return np.asarray(2 * common / np.maximum(total, 1e-6), np.float32)


def _cosine(a: Matrix, b: Matrix) -> Matrix:
    """Cosines of the rows; 0 for an empty row."""
    unit_a, unit_b = (m / np.maximum(np.linalg.norm(m, axis=1, keepdims=True), 1e-6) for m in (a, b))
    return np.asarray(unit_a @ unit_b.T, np.float32)


def _column(side: Sequence[Record], value: Callable[[Record], float]) -> np.ndarray:
    return np.array([value(record) for record in side], dtype=np.float32)


def _index(values: Iterable[str]) -> dict[str, int]:
    return {value: number for number, value in enumerate(sorted(set(values)))}
