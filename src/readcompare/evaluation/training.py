"""Learning the weights from annotated calls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from readcompare.engine.align import competing, links, log_odds, probability
from readcompare.engine.assignment import Matrix
from readcompare.engine.compare import Prepared, chances
from readcompare.evaluation.corpus import Case, line_of
from readcompare.evaluation.scoring import Counts
from readcompare.model.weights import Logistic, Weights

Vector = NDArray[np.float64]
_RIDGE = 1.0
_LINK_THRESHOLDS = [number / 100 for number in range(20, 61, 5)]
_COMPETING_THRESHOLDS = [number / 100 for number in range(6, 41, 2)]
_SURE = 0.95
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated pair of texts with what the engine knows and the right answers as matrices of 0 and 1."""

    case: Case
    prepared: Prepared
    link: Matrix
    competing: Matrix
    counted: NDArray[np.bool_]
    """False for the pairs of a sentence that the annotation leaves open."""


def example(case: Case, prepared: Prepared) -> Example:
    """The example that a case gives; predicted sentences take the answers of the annotated line they stand in."""
    lines_a = [line_of(sentence, case.a.lines) for sentence in prepared.documents[0].sentences]
    lines_b = [line_of(sentence, case.b.lines) for sentence in prepared.documents[1].sentences]
    answer = case.answer

    def matrix(holds: Callable[[int, int], bool]) -> Matrix:
        flags = [holds(a, b) for a, b in product(lines_a, lines_b)]
        return np.array(flags, dtype=np.float32).reshape(len(lines_a), len(lines_b))

    return Example(
        case=case,
        prepared=prepared,
        link=matrix(lambda a, b: (a, b) in answer.links),
        competing=matrix(lambda a, b: (a, b) in answer.competing),
        counted=matrix(lambda a, b: f"A{a}" not in answer.ignored and f"B{b}" not in answer.ignored) > 0,
    )


def learn(examples: Sequence[Example]) -> Weights:
    """Weights from `examples`; thresholds and certainty are set on predictions for calls left out of the fitting."""
    held_out = _held_out(examples)
    link_from = max(_LINK_THRESHOLDS, key=lambda t: (_link_counts(held_out, t).f1, -t))
    linked = [(one, links(one.link, link_from)) for one in held_out]
    competing_from = max(_COMPETING_THRESHOLDS, key=lambda t: (_competing_counts(linked, t).f1, -t))
    link, rival = _fit(examples)
    return Weights(
        link=link,
        competing=rival,
        link_from=link_from,
        competing_from=competing_from,
        sure_link=_sure_link(linked),
        sure_one_sided=_sure_one_sided(linked),
        made=(
            f"logistic regressions with ridge {_RIDGE:g} on {len(examples)} text pairs of "
            f"{len({one.case.call for one in examples})} annotated calls; thresholds by leaving one call out; "
            "made by: readcompare evaluate readouts/ --fit src/readcompare/engine/weights.json"
        ),
    )


@dataclass(frozen=True, slots=True)
class _HeldOut:
    """An example with the probabilities that a model gave which did not see its call."""

    example: Example
    link: Matrix
    rival: Matrix


Linked = Sequence[tuple[_HeldOut, frozenset[tuple[int, int]]]]
"""Left-out examples with the links that were found in them."""


def _held_out(examples: Sequence[Example]) -> list[_HeldOut]:
    result = []
    for day in sorted({one.case.day for one in examples}):
        models = _fit([one for one in examples if one.case.day != day])
        result += [_HeldOut(one, *chances(one.prepared, *models)) for one in examples if one.case.day == day]
    return result


def _fit(examples: Sequence[Example]) -> tuple[Logistic, Logistic]:
    """The model of links, and on its log-odds the model of competing pairs."""
    link = _logistic([one.prepared.signals for one in examples], [one.link for one in examples], examples)
    with_link = [one.prepared.signals | {"link": log_odds(probability(link, one.prepared.signals))} for one in examples]
    return link, _logistic(with_link, [one.competing for one in examples], examples)


def _logistic(signals: Sequence[dict[str, Matrix]], truth: Sequence[Matrix], examples: Sequence[Example]) -> Logistic:
    """Ridge logistic regression on standardised signals by Newton's method (iteratively reweighted least squares).

    The language versions of a call share the weight of one.
    """
    names = list(signals[0])
    versions = Counter(one.case.call for one in examples)
    inputs = np.concatenate(
        [
            np.stack([matrices[name][one.counted] for name in names], axis=1)
            for matrices, one in zip(signals, examples, strict=True)
        ]
    ).astype(np.float64)
    answers = np.concatenate([right[one.counted] for right, one in zip(truth, examples, strict=True)])
    weights = np.concatenate([np.full(int(one.counted.sum()), 1 / versions[one.case.call]) for one in examples])
    mean, spread = inputs.mean(0), np.maximum(inputs.std(0), 1e-6)
    design = np.c_[(inputs - mean) / spread, np.ones(len(inputs))]
    ridge = np.diag([_RIDGE] * len(names) + [1e-6])
    found: Vector = np.zeros(len(names) + 1)
    for _ in range(50):
        chances = 1 / (1 + np.exp(-np.clip(design @ found, -30, 30)))
        slope = design.T @ (weights * (chances - answers)) + ridge @ found
        curve = (design * (weights * chances * (1 - chances))[:, None]).T @ design + ridge
        step = np.linalg.solve(curve, slope)
        found = found - step
        if np.abs(step).max() < 1e-8:
            break
    coefficients = found[:-1] / spread
    intercept = float(found[-1] - coefficients @ mean)
    rounded = {name: round(float(value), _DIGITS) for name, value in zip(names, coefficients, strict=True)}
    return Logistic(round(intercept, _DIGITS), rounded)


def _link_counts(held_out: Iterable[_HeldOut], threshold: float) -> Counts:
    return sum((_counts(links(one.link, threshold), one.example.link, one.example) for one in held_out), Counts())


def _competing_counts(linked: Linked, threshold: float) -> Counts:
    return sum(
        (_counts(competing(one.rival, found, threshold), one.example.competing, one.example) for one, found in linked),
        Counts(),
    )


def _counts(found: Iterable[tuple[int, int]], truth: Matrix, one: Example) -> Counts:
    predicted = np.zeros(truth.shape, bool)
    for pair in found:
        predicted[pair] = True
    right = truth > 0
    counted = one.counted
    return Counts(
        int((predicted & right & counted).sum()),
        int((predicted & ~right & counted).sum()),
        int((~predicted & right & counted).sum()),
    )


def _sure_link(linked: Linked) -> float:
    judged = [
        (float(one.link[pair]), bool(one.example.link[pair]))
        for one, found in linked
        for pair in found
        if one.example.counted[pair]
    ]
    return _lowest_sure(judged)


def _sure_one_sided(linked: Linked) -> float:
    judged: list[tuple[float, bool]] = []
    for one, found in linked:
        for axis in (0, 1):
            partnered = {pair[axis] for pair in found}
            views = [matrix if axis == 0 else matrix.T for matrix in (one.link, one.example.link, one.example.counted)]
            judged += [
                (1 - float(chances.max()), not truth.any())
                for number, (chances, truth, counted) in enumerate(zip(*views, strict=True))
                if number not in partnered and counted.any()
            ]
    return round(1 - _lowest_sure(judged), _DIGITS)


def _lowest_sure(judged: Iterable[tuple[float, bool]]) -> float:
    """The lowest score from which on at least `_SURE` of the answers are right; 1 when there is none."""
    lowest, right = 1.0, 0
    for count, (value, is_right) in enumerate(sorted(judged, key=lambda one: -one[0]), start=1):
        right += is_right
        if right >= _SURE * count:
            lowest = value
    return round(lowest, _DIGITS)
