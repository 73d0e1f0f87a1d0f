"""How surely a sentence stands alone: by what may answer it, and by how much of it can be read.

Where a sentence says much in words that the lexicons know and nothing in the other text comes near, nothing answers it.
Where most of its words are unknown, an answer may stand there in other unknown words.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from readcompare.engine.align import Chances, answered, probability
from readcompare.engine.features import PRINCIPAL, Record
from readcompare.engine.pairs import Vector
from readcompare.engine.score import Signals
from readcompare.engine.second_look import log_odds
from readcompare.model.weights import Logistic

_MUCH = 5.0
"""Weight of terms from which a sentence says much."""


def alone(chances: Chances, records: tuple[Sequence[Record], Sequence[Record]], model: Logistic) -> tuple[Vector, ...]:
    """For each sentence of A and of B the probability that one side alone says it; 0 where a title there says it."""
    result: list[Vector] = []
    for axis, side in enumerate(records):
        titles = [record for record in records[1 - axis] if record.is_heading]
        is_titled = np.array([_is_in_one_of(titles, record) for record in side], bool)
        result.append(np.where(is_titled, np.float32(0), probability(model, seen_alone(chances, axis, side))))
    return tuple(result)


def _is_in_one_of(titles: Sequence[Record], record: Record) -> bool:
    """True when a title has half or more of what the sentence says."""
    own = {key: term.weight for key, term in record.terms.items() if term.weight > PRINCIPAL}
    half = sum(own.values()) / 2
    return any(sum(weight for key, weight in own.items() if key in title.terms) >= half > 0 for title in titles)


def seen_alone(chances: Chances, axis: int, records: Sequence[Record]) -> Signals:
    """For each signal one value a sentence of A (axis 0) or of B (axis 1)."""
    known = np.array([record.known_weight for record in records], np.float32)
    return {
        "answered": log_odds(answered(chances, axis)),
        "rivalry": log_odds(np.maximum(chances.pairs.best(chances.rival, axis), 0)),
        "known words": np.minimum(known, np.float32(_MUCH)),
    }
