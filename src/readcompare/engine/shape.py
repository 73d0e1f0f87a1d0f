"""What two sentences are like each by itself: how long, how rich, of what form, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from readcompare.engine.features import Record
from readcompare.engine.pairs import Pairs, Vector
from readcompare.engine.score import Signals

_OF_ONE: Mapping[str, Callable[[Record], float]] = {
    "words": lambda record: len(record.tokens),
    "clauses": lambda record: len(record.clauses),
    "terms": lambda record: len(record.terms),
    "weight of terms": lambda record: record.weight,
    "topics": lambda record: len(record.topics),
    "numbers": lambda record: _count(record, ("n:", "date:")),
    "entities": lambda record: _count(record, ("entities:",)),
    "names topics": lambda record: record.act.names_topics,
    "opening": lambda record: record.act.opening,
    "closing": lambda record: record.act.closing,
    "force": lambda record: record.act.force,
}
_PLACE = "place"


def shapes(a: Sequence[Record], b: Sequence[Record], pairs: Pairs) -> Signals:
    """For each pair and each property the lesser and the greater value of its two sentences."""
    result: Signals = {}
    for name in SHAPES:
        one, other = (_values(name, side, pairs, axis) for axis, side in enumerate((a, b)))
        first, second = one[pairs.rows], other[pairs.columns]
        result[_less(name)], result[_more(name)] = np.minimum(first, second), np.maximum(first, second)
    return result


def _values(name: str, side: Sequence[Record], pairs: Pairs, axis: int) -> Vector:
    if name == _PLACE:
        return pairs.places(axis)
    return np.array([_OF_ONE[name](record) for record in side], np.float32)


def _count(record: Record, prefixes: tuple[str, ...]) -> int:
    return sum(key.startswith(prefixes) for key in record.terms)


def _less(name: str) -> str:
    return f"{name}, lesser"


def _more(name: str) -> str:
    return f"{name}, greater"


SHAPES = (*_OF_ONE, _PLACE)
SHAPE_SIGNALS = tuple(told(name) for name in SHAPES for told in (_less, _more))
"""The names of the signals that tell what two sentences are like each by itself."""
