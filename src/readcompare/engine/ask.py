"""What stands behind one row: the pair that carries it, the signals that weighed most, and the runner-up."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from readcompare.engine.align import probability
from readcompare.engine.decide import last_chances, second_chances, seen_again, seen_at_last
from readcompare.engine.pairs import Vector
from readcompare.engine.prepare import Prepared
from readcompare.engine.score import Signals
from readcompare.engine.shape import SHAPE_SIGNALS
from readcompare.model.alignment import Row
from readcompare.model.weights import Models

_MOST = 6
_LEAST = 0.05
"""Log-odds under which a signal is not worth a word."""


class Signal(Struct, frozen=True, kw_only=True):
    """One thing that two sentences have, or have not, in common."""

    name: str
    value: float
    weight: float
    """Log-odds that it adds to the probability of a link, or takes from it, through all three looks."""


class Pair(Struct, frozen=True, kw_only=True):
    """A sentence of A and one of B."""

    a: str
    b: str
    chance: float
    """Probability 0..1 that the two answer each other."""


class Behind(Struct, frozen=True, kw_only=True):
    """What stands behind a row."""

    pair: Pair | None
    """The likest pair of the row; of a one-sided row the likest pair of its sentence. None when none was looked at."""
    signals: tuple[Signal, ...]
    """Of that pair, the weightiest first."""
    runner_up: Pair | None
    """The likest pair of its sentences with others; None when there is none."""


def ask(prepared: Prepared, models: Models, row: Row) -> Behind:
    """What stands behind `row` of the comparison that `prepared` led to."""
    seen = seen_again(prepared, probability(models.first, prepared.signals))
    twice = second_chances(prepared, models.second, models.competing, seen)
    seen_last = seen_at_last(prepared, twice)
    pairs, link = prepared.pairs, last_chances(prepared, models.link, twice, seen_last).link
    in_a, in_b = _chosen(row.a, pairs.shape[0])[pairs.rows], _chosen(row.b, pairs.shape[1])[pairs.columns]
    touched = in_a | in_b
    own = in_a & in_b if row.a and row.b else touched
    best = _best(link, own)
    others = touched & ~own if row.a and row.b else touched
    if best is not None:
        others[best] = False
    second = _best(link, others)

    def pair(at: int | None) -> Pair | None:
        if at is None:
            return None
        letter_a, letter_b = (document.letter for document in prepared.documents)
        a, b = f"{letter_a}{pairs.rows[at] + 1}", f"{letter_b}{pairs.columns[at] + 1}"
        return Pair(a=a, b=b, chance=float(link[at]))

    told = () if best is None else _signals(seen, seen_last, models, best)
    return Behind(pair=pair(best), signals=told, runner_up=pair(second))


def _chosen(sentences: Sequence[str], count: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    chosen = np.zeros(count, np.bool_)
    chosen[[int(sentence[1:]) - 1 for sentence in sentences]] = True
    return chosen


def _best(link: Vector, among: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> int | None:
    places = np.flatnonzero(among)
    return int(places[np.argmax(link[places])]) if len(places) else None


def _signals(seen: Signals, seen_last: Signals, models: Models, at: int) -> tuple[Signal, ...]:
    """The weightiest signals of the pair: what the last look sees, and through its odds what the others saw."""
    first, second, last = (model.coefficients for model in (models.first, models.second, models.link))
    passed_on = last.get("odds", 0.0)
    weighed = {name: (seen_last[name], weight) for name, weight in last.items()}
    for name in dict.fromkeys((*first, *second)):
        # What a sentence is like by itself is nothing that two have in common.
        if name not in SHAPE_SIGNALS:
            weight = second.get(name, 0.0) + second.get("odds", 0.0) * first.get(name, 0.0)
            weighed[name] = seen[name], passed_on * weight
    # The odds are told by their signals.
    weighed.pop("odds", None)
    found = [
        Signal(name=name, value=float(values[at]), weight=weight * float(values[at]))
        for name, (values, weight) in weighed.items()
    ]
    told = sorted(found, key=lambda signal: (-abs(signal.weight), signal.name))[:_MOST]
    return tuple(signal for signal in told if abs(signal.weight) >= _LEAST)
