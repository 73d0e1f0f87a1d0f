"""The signal of a sentence encoder: how near two sentences are in meaning, on a scale measured for that encoder.

What a cosine means differs from encoder to encoder: 0.82 can be any two sentences of a readout for one of them and a
translation for another. So the encoder is first asked about statements that are known to be the same or different.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from readcompare.engine.pairs import Pairs, Vector
from readcompare.engine.score import MEANING
from readcompare.model.text import Document
from readcompare.model.weights import Models

Vectors = NDArray[np.float32]
"""One a row, of length 1; of length 0 for a sentence of which the encoder knows no word."""
Yardstick = Mapping[str, Sequence[Sequence[str]]]
"""By language the same statements in the same order, each in several wordings."""

_AT_MOST = 2.0
"""How often the signal counts in the second look at most."""
STRONGEST = 5.0
"""Log-odds between two statements and one that the best encoder can be worth."""
NEUTRAL = 0.2
"""Likeness that speaks neither for a link nor against it: sentences that answer each other share a part, seldom all."""
_TEMPER = 0.35
"""What the measured evidence counts: encoder and lexicons see the same words, and readouts are no test sentences."""
_KNOWN = "en"
"""The language whose statements serve for one that has none."""
_AT_A_TIME = 1 << 16
"""Pairs whose vectors are multiplied at a time: in long texts all of them would fill the memory."""


class Encoder(Struct, frozen=True):
    """A sentence encoder and what it is measured with."""

    encode: Callable[[Sequence[str]], Vectors]
    """Gives a vector for each sentence; sends nothing anywhere."""
    yardstick: Yardstick


class Scale(Struct, frozen=True):
    """How an encoder tells one statement told twice from two statements, in the languages of two texts."""

    same: float
    """Mean cosine of one statement in two wordings."""
    other: float
    """Mean cosine of two statements."""
    spread: float
    """Standard deviation of the cosines about these two means."""
    right: float
    """Share 0..1 of the cases in which one statement has the greater cosine: 0.5 is guessing."""
    languages: tuple[str, str]
    """Those of the statements, which stand in for the languages of the texts."""

    @property
    def strength(self) -> float:
        """Log-odds between two statements and one: of two normal distributions the squared distance of the means."""
        if self.same <= self.other:
            return 0.0
        return min(_TEMPER * ((self.same - self.other) / max(self.spread, 1e-6)) ** 2, STRONGEST)

    @property
    def note(self) -> str:
        """What the reader must know about the encoder."""
        languages = " and ".join(dict.fromkeys(self.languages))
        return (
            f"semantic matcher: of test sentences in {languages} the encoder held one statement told twice to be "
            f"nearer than two statements in {self.right:.0%} of the cases, so it adds at most "
            f"{self.strength * (1 - NEUTRAL):.1f} to the log-odds of a pair and takes {self.strength * NEUTRAL:.1f}; "
            "likeness 0 is as far as two statements, 1 as near as one told twice"
        )


class Meaning(Struct, frozen=True):
    """What an encoder says about the pairs of two texts."""

    scale: Scale
    columns: int
    """Number of sentences of B."""
    codes: NDArray[np.intp]
    """Of each pair row times columns plus column, ascending."""
    likeness: Vector
    """For each pair 0 (as far as two statements) to 1 (as near as one told twice); NaN when it knows no word of one."""

    @property
    def odds(self) -> Vector:
        """The signal: for each pair what the encoder adds to the log-odds of a link."""
        return np.nan_to_num(np.asarray(self.scale.strength * (self.likeness - NEUTRAL), np.float32))

    def of(self, a: Sequence[int], b: Sequence[int]) -> float | None:
        """The mean likeness of sentences of A and of B; None when the encoder says nothing about any such pair."""
        wanted = np.array([one * self.columns + other for one, other in product(a, b)], np.intp)
        places = np.searchsorted(self.codes, wanted)
        places = places[np.isin(wanted, self.codes[np.minimum(places, len(self.codes) - 1)])]
        told = self.likeness[places]
        told = told[~np.isnan(told)]
        return float(told.mean()) if len(told) else None


def encoded(encoder: Encoder, documents: tuple[Document, Document]) -> tuple[Vectors, Vectors]:
    """The vectors of all sentences of two texts."""
    a, b = (
        encoder.encode([" ".join(document.text_of(sentence).split()) for sentence in document.sentences])
        for document in documents
    )
    return a, b


def meaning(encoder: Encoder, vectors: tuple[Vectors, Vectors], pairs: Pairs, languages: tuple[str, str]) -> Meaning:
    """What the encoder says about `pairs`; swapping the sides changes no value."""
    scale = measured(encoder, languages)
    known = [np.abs(side).sum(axis=1) > 0 for side in vectors]
    likeness = np.full(len(pairs), np.nan, np.float32)
    reach = scale.same - scale.other
    if reach > 0:
        cosines = np.concatenate([np.empty(0, np.float32), *_cosines(vectors, pairs)])
        seen = known[0][pairs.rows] & known[1][pairs.columns]
        likeness[seen] = np.clip((cosines[seen] - scale.other) / reach, 0, 1)
    codes = pairs.codes
    return Meaning(scale, pairs.shape[1], codes, likeness.round(4))


def measured(encoder: Encoder, languages: tuple[str, str]) -> Scale:
    """Ask the encoder about the statements of the yardstick, each against all in the other language."""
    one, other = (language if language in encoder.yardstick else _KNOWN for language in languages)
    sides = [encoder.yardstick[one], encoder.yardstick[other]]
    flat = [
        [(number, place, text) for number, wordings in enumerate(side) for place, text in enumerate(wordings)]
        for side in sides
    ]
    a, b = (encoder.encode([text for _, _, text in side]) for side in flat)
    cosines = a @ b.T
    found: dict[bool, list[float]] = {True: [], False: []}
    for (row, (number, place, _)), (column, (partner, where, _)) in product(enumerate(flat[0]), enumerate(flat[1])):
        # In one language a wording says nothing about itself, and each two meet once.
        if one != other or place < where:
            found[number == partner].append(float(cosines[row, column]))
    same, different = np.array(found[True]), np.array(found[False])
    off = np.concatenate([same - same.mean(), different - different.mean()])
    right = (same[:, None] > different).mean() + (same[:, None] == different).mean() / 2
    # Rounded, since the order of a sum is another one when the sides are swapped.
    means = round(float(same.mean()), 6), round(float(different.mean()), 6)
    return Scale(*means, round(float(off.std()), 6), round(float(right), 6), (one, other))


def counting(models: Models) -> Models:
    """The models with the encoder's signal as it is, for weights that were learned without the encoder."""
    first, second = models.first, models.second
    # Each look passes on a part of what the one before says. The second one gets as much more of the signal as makes it
    # count once after the last, and twice at most: weights learned from a few calls may pass on next to nothing.
    wanted = 1.0 / max(models.link.coefficients.get("odds", 1.0), 1.0 / _AT_MOST)
    rest = max(0.0, wanted - second.coefficients.get("odds", 0.0))
    return replace(
        models,
        first=replace(first, coefficients={**first.coefficients, MEANING: 1.0}),
        second=replace(second, coefficients={**second.coefficients, MEANING: rest}),
    )


def _cosines(vectors: tuple[Vectors, Vectors], pairs: Pairs) -> Iterator[Vector]:
    for start in range(0, len(pairs), _AT_A_TIME):
        part = slice(start, start + _AT_A_TIME)
        yield np.einsum("ij,ij->i", vectors[0][pairs.rows[part]], vectors[1][pairs.columns[part]])
