"""The third look: the pair beside all that is likely to answer its sentences, or to compete with them.

A sentence that competes with another one is seldom answered by a third, and what two sentences have in common counts
for less where a likelier answer has it too ("explaining away", Pearl 1988).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from readcompare.engine.bags import held, shared
from readcompare.engine.features import PRINCIPAL, Record
from readcompare.engine.pairs import Pairs, Vector
from readcompare.engine.score import Signals
from readcompare.engine.second_look import log_odds

_TELLING = 0.05
"""Probability from which an answer accounts for what it has in common with a sentence."""
_LIKELIEST = 0.99
"""As likely as an answer is at most: it leaves something over."""
_LITTLE = 0.3
"""Weight of what two sentences share under which its share left over is told as less."""


def third_look(
    link: Vector, rival: Vector, records: tuple[Sequence[Record], Sequence[Record]], pairs: Pairs
) -> Signals:
    """What the likely answers of a whole pair of texts tell of each pair of sentences.

    `link` and `rival` are the probabilities, after the second look, that two sentences answer each other and that they
    compete. Swapping the sides changes no value.
    """
    rivalry = [pairs.best(rival, axis)[pairs.lines(axis)] for axis in (0, 1)]
    others = [np.maximum(pairs.rivals(link, axis), 0) for axis in (0, 1)]
    common, left = _left_over(link, records, pairs)
    shares = [part / np.maximum(common, _LITTLE) for part in left]
    return {
        "odds": log_odds(link),
        "rivalry, least": np.minimum(*rivalry),
        "rivalry, greatest": np.maximum(*rivalry),
        "other answer, least": np.minimum(*others),
        "other answer, greatest": np.maximum(*others),
        "left over, least": np.minimum(*shares),
        "left over, greatest": np.maximum(*shares),
        "left over mass": np.minimum(*left),
    }


def _left_over(
    link: Vector, records: tuple[Sequence[Record], Sequence[Record]], pairs: Pairs
) -> tuple[Vector, tuple[Vector, Vector]]:
    """The weight of what each two sentences share, and how much of it no other answer of the one and of the other has.

    Each likely answer leaves of a term that it shares as much as it is unlikely, as if answers were independent.
    """
    a, b = (
        [{key: term.weight for key, term in record.terms.items() if term.weight > PRINCIPAL} for record in side]
        for side in records
    )
    left_a, left_b = [dict(bag) for bag in a], [dict(bag) for bag in b]
    doubt = np.ones(len(pairs), np.float32)
    for place in np.flatnonzero(link >= _TELLING).tolist():
        doubt[place] = 1 - min(float(link[place]), _LIKELIEST)
        row, column = pairs.rows[place], pairs.columns[place]
        for key in a[row].keys() & b[column].keys():
            left_a[row][key] *= doubt[place]
            left_b[column][key] *= doubt[place]
    # The pair itself is no other answer.
    return shared(a, b, pairs), (held(left_a, b, pairs) / doubt, held(left_b, a, pairs.mirrored) / doubt)


LAST_SIGNALS = (
    "rivalry, least", "rivalry, greatest", "other answer, least", "other answer, greatest", "left over, least",
    "left over, greatest", "left over mass",
)  # fmt: skip
"""The names of the signals that tell what else answers the two sentences or competes with them."""
