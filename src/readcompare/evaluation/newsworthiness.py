"""Learning from annotated calls which one-sided sentence a careful reader reports first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readcompare.engine.checks.omission import one_sided
from readcompare.engine.examine import pair
from readcompare.engine.newsworthy import FEATURES
from readcompare.evaluation.findings import FIRST, Placed
from readcompare.model.weights import Logistic

Numbers = NDArray[np.float64]
_RIDGE = 5.0
_LATER = 0.5
"""What the second choice of a reader counts against the first, the third against the second, and so on."""
_FOLDS = 12
_STEPS = 30
_DIGITS = 3
_COMMAND = (
    "readcompare evaluate readouts/ --more benchmarks/calls "
    "--fit-newsworthiness src/readcompare/engine/newsworthiness.json"
)


class Choice(NamedTuple):
    """The one-sided sentences of one text, and which of them its reader named, the first first."""

    day: str
    features: Numbers
    """A row for each sentence, a column for each feature."""
    lines: tuple[int, ...]
    """The annotated line that each sentence stands in."""
    named: tuple[int, ...]
    """The lines that the reader named."""


class Learned(NamedTuple):
    """Weights with the words that say how they were made."""

    model: Logistic
    made: str


def choices(placed: Placed) -> list[Choice]:
    """What the readers of one call chose from; nothing for a text whose most salient omission is not annotated."""
    pairing = pair(placed.prepared, placed.rows)
    found: list[Choice] = []
    for letter, named in zip("AB", placed.case.gold.salience, strict=True):
        lone = [one for one in one_sided(pairing) if one.sentence.startswith(letter)]
        if named and lone:
            features = np.array([[float(feature(one)) for feature in FEATURES.values()] for one in lone])
            lines = tuple(placed.line(one.sentence) for one in lone)
            found.append(Choice(placed.case.day, features, lines, tuple(named)))
    return found


def learn_newsworthiness(found: Sequence[Choice]) -> Learned:
    """Weights from all choices; how often they are right is counted on calls that were left out of the learning."""
    days = sorted({one.day for one in found})
    right = 0
    for start in range(min(_FOLDS, len(days))):
        left_out = set(days[start::_FOLDS])
        model = _ordering([one for one in found if one.day not in left_out])
        right += sum(_is_right(one, model) for one in found if one.day in left_out)
    model = _ordering(found)
    scale, intercept = _calibration(found, model)
    weights = {name: round(float(one * scale), _DIGITS) for name, one in zip(FEATURES, model, strict=True)}
    return Learned(
        Logistic(round(intercept, _DIGITS), weights),
        f"ordered choice (Plackett-Luce) with ridge {_RIDGE:g} on the one-sided sentences of {len(found)} texts, then "
        f"scaled to the probability that a reader names the sentence; on calls left out of the fitting what the reader "
        f"named first is among the first {FIRST} in {right} texts; made by: {_COMMAND}",
    )


def _is_right(one: Choice, model: Numbers) -> bool:
    order = np.argsort(-(one.features @ model), kind="stable")
    return one.named[0] in [one.lines[place] for place in order[:FIRST]]


def _ordering(found: Sequence[Choice]) -> Numbers:
    """Coefficients by which the sentences are chosen one after another, each from those that are left.

    Newton's method on standardised features; the coefficients are told for the features as they are.
    """
    whole = np.concatenate([one.features for one in found])
    spread = np.maximum(whole.std(0), 1e-6)
    stages = [stage for one in found for stage in _stages(one, spread)]
    model = np.zeros(whole.shape[1])
    for _ in range(_STEPS):
        slope, curve = _RIDGE * model, _RIDGE * np.eye(len(model))
        for rest, place, weight in stages:
            given = np.exp(rest @ model - (rest @ model).max())
            given /= given.sum()
            mean = given @ rest
            slope = slope - weight * (rest[place] - mean)
            curve = curve + weight * ((rest * given[:, None]).T @ rest - np.outer(mean, mean))
        step = np.linalg.solve(curve, slope)
        model = model - step
        if np.abs(step).max() < 1e-6:
            break
    return np.asarray(model / spread, np.float64)


def _stages(one: Choice, spread: Numbers) -> Iterable[tuple[Numbers, int, float]]:
    """For each choice of a reader the sentences that were left, the one that was chosen, and what it counts."""
    left = list(range(len(one.lines)))
    for rank, line in enumerate(one.named):
        chosen = next((place for place in left if one.lines[place] == line), None)
        if chosen is not None:
            if len(left) > 1:
                yield one.features[left] / spread, left.index(chosen), _LATER**rank
            left.remove(chosen)


def _calibration(found: Sequence[Choice], model: Numbers) -> tuple[float, float]:
    """Scale and intercept that make of the order the probability that a sentence is named at all."""
    score = np.concatenate([one.features @ model for one in found])
    named = np.concatenate([[line in one.named for line in one.lines] for one in found])
    design, fit = np.c_[score, np.ones(len(score))], np.zeros(2)
    for _ in range(_STEPS):
        given = 1 / (1 + np.exp(-design @ fit))
        curve = (design * (given * (1 - given))[:, None]).T @ design + 1e-6 * np.eye(2)
        fit = fit - np.linalg.solve(curve, design.T @ (given - named))
    return float(fit[0]), float(fit[1])
