"""Learning the weights from annotated calls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from readcompare.engine.align import Chances, competing, links, probability
from readcompare.engine.alone import seen_alone
from readcompare.engine.decide import last_chances, second_chances, seen_again, seen_at_last
from readcompare.engine.kinds import is_generic
from readcompare.engine.prepare import Prepared
from readcompare.engine.score import Signals
from readcompare.engine.second_look import log_odds
from readcompare.evaluation.corpus import Case, line_of
from readcompare.evaluation.scoring import Counts
from readcompare.model.recipe import OwnFile
from readcompare.model.weights import Logistic, Models, Weights

Flags = NDArray[np.bool_]
"""True or false for each pair."""
_RIDGES = {"first": 10.0, "second": 10.0, "competing": 30.0, "link": 10.0, "alone": 10.0}
_LINK_THRESHOLDS = [number / 100 for number in range(14, 51, 2)]
_COMPETING_THRESHOLDS = [number / 100 for number in range(6, 41, 2)]
_FOLDS = 6
_SURE = 0.96
"""Share of the answers called sure that are right where the limit is chosen: one in 100 more than is promised, as a
limit that was chosen among many does a little worse on other calls."""
_SURE_ALONE = 0.98
"""The same of what is called not said: to be wrong there is worst, and on subjects that the lexicons do not know
it is wrong more often than on these calls."""
_DIGITS = 4
_SHIPPED_BY = "readcompare evaluate readouts/ --more benchmarks/calls --fit src/readcompare/engine/weights.json"
_ENCODER_BY = "readcompare evaluate DIR --matcher semantic --model MODEL --fit FILE"


class Example(Struct, frozen=True):
    """One annotated pair of texts with what the engine knows and the right answer for every pair that is looked at."""

    case: Case
    prepared: Prepared
    link: Flags
    competing: Flags
    counted: Flags
    """False for the pairs of a sentence that the annotation leaves open."""
    one_sided: tuple[Flags, Flags]
    """For each sentence of A and of B whether it is annotated as said by one side alone."""


def example(case: Case, prepared: Prepared) -> Example:
    """The example that a case gives; predicted sentences take the answers of the annotated line they stand in."""
    lines_a = [line_of(sentence, case.a.lines) for sentence in prepared.documents[0].sentences]
    lines_b = [line_of(sentence, case.b.lines) for sentence in prepared.documents[1].sentences]
    answer = case.answer

    def flags(holds: Callable[[int, int], bool]) -> Flags:
        pairs = prepared.pairs
        looked_at = zip(pairs.rows.tolist(), pairs.columns.tolist(), strict=True)
        return np.array([holds(lines_a[row], lines_b[column]) for row, column in looked_at], bool)

    return Example(
        case=case,
        prepared=prepared,
        link=flags(lambda a, b: (a, b) in answer.links),
        competing=flags(lambda a, b: (a, b) in answer.competing),
        counted=flags(lambda a, b: f"A{a}" not in answer.ignored and f"B{b}" not in answer.ignored),
        one_sided=(
            np.array([f"A{line}" in answer.one_sided for line in lines_a], bool),
            np.array([f"B{line}" in answer.one_sided for line in lines_b], bool),
        ),
    )


def learn(examples: Sequence[Example], *, without: Collection[str] = (), model: OwnFile | None = None) -> Weights:
    """Weights from `examples`; what builds on an answer is learned from answers for calls that were left out.

    The signals named in `without` are not used: for measuring what each is worth. `model` is the sentence encoder that
    the examples were prepared with.
    """
    folds = _folds(examples)
    first_looks = _first_looks(folds, without)
    second_looks: SecondLooks = {
        id(one): _seen_twice(one, first_looks[id(one)], *models)
        for inside, outside in folds
        for models in [_second(inside, first_looks, without)]
        for one in outside
    }
    held_out = [
        _HeldOut(one, last_chances(one.prepared, model, *second_looks[id(one)]))
        for inside, outside in folds
        for model in [_last(inside, second_looks, without)]
        for one in outside
    ]
    # A calibrated probability makes the best F1 at half of that F1 (Lipton, Elkan and Narayanaswamy 2014): the limit
    # that happens to be best on these calls would be another one on every other set.
    best = max(_link_counts(held_out, limit).f1 for limit in _LINK_THRESHOLDS)
    link_from = max(_LINK_THRESHOLDS[0], round(best / 2, _DIGITS))
    linked = [(one, links(one.chances, link_from)) for one in held_out]
    competing_from = max(_COMPETING_THRESHOLDS, key=lambda t: (_competing_counts(linked, t).f1, -t))
    lone = {id(one.example): _told_alone(one, found, competing_from) for one, found in linked}
    return Weights(
        models=Models(
            _first(examples, without),
            *_second(examples, first_looks, without),
            link=_last(examples, second_looks, without),
            alone=_alone(examples, lone),
        ),
        link_from=link_from,
        competing_from=competing_from,
        sure_link=_sure_link(linked),
        sure_one_sided=_sure_one_sided(folds, lone),
        made=(
            f"logistic regressions with ridges {', '.join(f'{ridge:g}' for ridge in _RIDGES.values())} on "
            f"{len(examples)} text pairs of {len({one.case.call for one in examples})} annotated calls; thresholds on "
            f"calls left out of the fitting; made by: {_ENCODER_BY if model else _SHIPPED_BY}"
        ),
        model=model,
    )


class _HeldOut(Struct, frozen=True):
    """An example with the probabilities that models gave which did not see its call."""

    example: Example
    chances: Chances


Linked = Sequence[tuple[_HeldOut, Flags]]
"""Left-out examples with the links that were found in them."""
FirstLooks = Mapping[int, NDArray[np.float32]]
"""First-look probabilities by the identity of the example, from models that did not see its call."""
SecondLooks = Mapping[int, tuple[Chances, Signals]]
"""In the same way the chances after the second look, and what the third one sees of them."""


def _folds(examples: Sequence[Example]) -> list[tuple[list[Example], list[Example]]]:
    """The examples in and out of the fitting, `_FOLDS` times; the calls of one day stay together."""
    days = sorted({one.case.day for one in examples})
    parts = [set(days[start::_FOLDS]) for start in range(min(_FOLDS, len(days)))]
    return [
        ([one for one in examples if one.case.day not in part], [one for one in examples if one.case.day in part])
        for part in parts
    ]


def _first_looks(folds: Iterable[tuple[Sequence[Example], Sequence[Example]]], without: Collection[str]) -> FirstLooks:
    return {
        id(one): probability(model, one.prepared.signals)
        for inside, outside in folds
        for model in [_first(inside, without)]
        for one in outside
    }


def _first(examples: Sequence[Example], without: Collection[str]) -> Logistic:
    seen = [one.prepared.signals for one in examples]
    return _logistic(examples, _of_pairs(examples, seen, [one.link for one in examples]), "first", without)


def _second(
    examples: Sequence[Example], first_looks: FirstLooks, without: Collection[str]
) -> tuple[Logistic, Logistic]:
    """The models of the second look and of competing, which learn from first looks at calls that were left out."""
    seen = [seen_again(one.prepared, first_looks[id(one)]) for one in examples]
    second = _logistic(examples, _of_pairs(examples, seen, [one.link for one in examples]), "second", without)
    with_link = [signals | {"link": log_odds(probability(second, signals))} for signals in seen]
    lessons = _of_pairs(examples, with_link, [one.competing for one in examples])
    competing = _logistic(examples, lessons, "competing", without)
    return second, competing


def _seen_twice(
    one: Example, first: NDArray[np.float32], second: Logistic, competing: Logistic
) -> tuple[Chances, Signals]:
    """The chances after the second look, and what the third one sees of them; `first` are those of the first."""
    seen = seen_again(one.prepared, first)
    found = second_chances(one.prepared, second, competing, seen)
    return found, seen_at_last(one.prepared, found)


def _last(examples: Sequence[Example], second_looks: SecondLooks, without: Collection[str]) -> Logistic:
    """The model of the third look, which learns from second looks at calls that were left out."""
    seen = [second_looks[id(one)][1] for one in examples]
    return _logistic(examples, _of_pairs(examples, seen, [one.link for one in examples]), "link", without)


def _told_alone(one: _HeldOut, found: Flags, competing_from: float) -> _Lesson:
    """The sentences that are told as said by one side alone, and which are; `found` are the links of both texts.

    What competes, and what is general, is told as that.
    """
    pairs = one.chances.pairs
    partners = found | competing(one.chances, found, competing_from)
    seen: list[Signals] = []
    right: list[Flags] = []
    for axis, records in enumerate(one.example.prepared.records):
        partnered, counted = (pairs.best(values.astype(np.float32), axis) for values in (partners, one.example.counted))
        generic = np.array([is_generic(record) for record in records], bool)
        wanted = (partnered < 1) & (counted > 0) & ~generic
        seen.append({name: values[wanted] for name, values in seen_alone(one.chances, axis, records).items()})
        right.append(one.example.one_sided[axis][wanted])
    return _Lesson({name: np.concatenate([side[name] for side in seen]) for name in seen[0]}, np.concatenate(right))


def _alone(examples: Sequence[Example], lone: Mapping[int, _Lesson]) -> Logistic:
    """The model of what stands alone, which learns from chances for calls that were left out."""
    return _logistic(examples, [lone[id(one)] for one in examples], "alone")


class _Lesson(Struct, frozen=True):
    """What is learned from one example."""

    signals: Signals
    right: Flags


def _of_pairs(examples: Sequence[Example], signals: Iterable[Signals], truth: Iterable[Flags]) -> list[_Lesson]:
    """The lessons of the pairs that are counted."""
    return [
        _Lesson({name: values[one.counted] for name, values in seen.items()}, right[one.counted])
        for one, seen, right in zip(examples, signals, truth, strict=True)
    ]


def _logistic(
    examples: Sequence[Example], lessons: Sequence[_Lesson], model: str, without: Collection[str] = ()
) -> Logistic:
    """Ridge logistic regression on standardised signals by Newton's method (iteratively reweighted least squares).

    The language versions of a call share the weight of one.
    """
    names = [name for name in lessons[0].signals if name not in without]
    versions = Counter(one.case.call for one in examples)
    answers = np.concatenate([one.right for one in lessons])
    if not len(answers):
        return Logistic(0.0, {})
    inputs = np.concatenate([np.stack([one.signals[name] for name in names], axis=1) for one in lessons]).astype(
        np.float64
    )
    weights = np.concatenate(
        [np.full(len(told.right), 1 / versions[one.case.call]) for told, one in zip(lessons, examples, strict=True)]
    )
    mean, spread = inputs.mean(0), np.maximum(inputs.std(0), 1e-6)
    design = np.c_[(inputs - mean) / spread, np.ones(len(inputs))]
    # Single precision for the curvature takes half the time; where the steps end is told by the slope alone.
    light = design.astype(np.float32)
    ridge = np.diag([_RIDGES[model]] * len(names) + [1e-6])
    found = np.zeros(len(names) + 1)
    for _ in range(50):
        given = 1 / (1 + np.exp(-np.clip(design @ found, -30, 30)))
        slope = design.T @ (weights * (given - answers)) + ridge @ found
        root = light * np.sqrt(weights * given * (1 - given)).astype(np.float32)[:, None]
        curve = (root.T @ root).astype(np.float64) + ridge
        step = np.linalg.solve(curve, slope)
        found = found - step
        if np.abs(step).max() < 1e-6:
            break
    coefficients = found[:-1] / spread
    intercept = float(found[-1] - coefficients @ mean)
    rounded = {name: round(float(value), _DIGITS) for name, value in zip(names, coefficients, strict=True)}
    return Logistic(round(intercept, _DIGITS), rounded)


def _link_counts(held_out: Iterable[_HeldOut], threshold: float) -> Counts:
    return sum(
        (_counts(links(one.chances, threshold), one.example.link, one.example.counted) for one in held_out), Counts()
    )


def _competing_counts(linked: Linked, threshold: float) -> Counts:
    return sum(
        (
            _counts(competing(one.chances, found, threshold), one.example.competing, one.example.counted)
            for one, found in linked
        ),
        Counts(),
    )


def _counts(predicted: Flags, truth: Flags, counted: Flags) -> Counts:
    return Counts(
        int((predicted & truth & counted).sum()),
        int((predicted & ~truth & counted).sum()),
        int((~predicted & truth & counted).sum()),
    )


def _sure_link(linked: Linked) -> float:
    judged = [
        (float(chance), bool(right))
        for one, found in linked
        for chance, right in zip(
            one.chances.link[found & one.example.counted], one.example.link[found & one.example.counted], strict=True
        )
    ]
    return _lowest_sure(judged, _SURE)


def _sure_one_sided(folds: Iterable[tuple[list[Example], list[Example]]], lone: Mapping[int, _Lesson]) -> float:
    judged: list[tuple[float, bool]] = []
    for inside, outside in folds:
        model = _alone(inside, lone)
        for told in (lone[id(one)] for one in outside):
            chances = probability(model, told.signals)
            judged += [(float(chance), bool(right)) for chance, right in zip(chances, told.right, strict=True)]
    return _lowest_sure(judged, _SURE_ALONE)


def _lowest_sure(judged: Iterable[tuple[float, bool]], share: float) -> float:
    """The lowest score from which on at least this `share` of the answers is right; 1 when there is none."""
    lowest, right = 1.0, 0
    for count, (value, is_right) in enumerate(sorted(judged, key=lambda one: -one[0]), start=1):
        right += is_right
        if right >= share * count:
            lowest = value
    return round(lowest, _DIGITS)
