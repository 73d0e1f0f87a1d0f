"""`readcompare evaluate`: the figures as a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

import numpy as np

from readcompare.engine.assignment import Matrix
from readcompare.errors import InputError, Problem
from readcompare.evaluation.baselines import BASELINES, answer
from readcompare.evaluation.corpus import Case, predicted, read_corpus
from readcompare.evaluation.scoring import Counts, Score, score
from readcompare.evaluation.training import Example, example, learn
from readcompare.model.weights import Weights
from readcompare.runner import Inputs, Wishes, read_file, run, run_prepared
from readcompare.views.passages import visible

Scored = Sequence[tuple[Case, Score]]
_HEAD = f"{'':32}{'links':^17} {'one-sided':^17} {'competing':^17}".rstrip() + (
    f"\n{'':32}" + " ".join(f"{'P':>5} {'R':>5} {'F1':>5}" for _ in range(3))
)
_THRESHOLDS = np.linspace(0.02, 0.98, 49)


def evaluation_table(folder: str, *, every_language: bool, cross_validate: bool, baselines: bool) -> str:
    """Precision, recall and F1 of links, one-sided sentences and competing pairs: per call, per language pair, overall.

    With `cross_validate` each call is judged by weights that were learned from the other calls. With `baselines` the
    plain measures stand below, each with the threshold that was best on all other calls. Raises ReadcompareError
    when the folder or a file in it cannot be read.
    """
    cases = read_corpus(folder, every_language=every_language)
    scored = _cross_validated(cases, folder) if cross_validate else [(case, _aligner(case, None)) for case in cases]
    how = (
        "weights learned from the other calls (leave one call out)"
        if cross_validate
        else "shipped weights; they were learned from the calls in readouts/, so see --cv for figures on unseen calls"
    )
    blocks = [
        f"{len({case.call for case in cases})} annotated calls, {len(cases)} text pairs; {how}",
        _block("Per call", _grouped(scored, lambda case: visible(f"{case.call} {case.languages}"))),
        _block("Per language pair", _grouped(scored, lambda case: case.languages)),
        _block("Overall", {"readcompare": _total(scored)} | (_baselines(cases) if baselines else {})),
        _certainty(_total(scored), sum(len(case.a.lines) + len(case.b.lines) for case in cases)),
    ]
    return "\n\n".join(blocks) + "\n"


def fitted(folder: str) -> Weights:
    """Weights learned from all annotated calls below `folder`, in every pair of their languages."""
    examples = _examples(folder)
    _refuse_too_few({one.case.day for one in examples}, 2, folder)
    return learn(examples)


def _aligner(case: Case, weights: Weights | None) -> Score:
    return score(predicted(run(_inputs(case), weights), case), case.answer)


def _cross_validated(cases: Sequence[Case], folder: str) -> list[tuple[Case, Score]]:
    examples = _examples(folder)
    days = sorted({case.day for case in cases})
    _refuse_too_few(days, 3, folder)
    learned = {day: learn([one for one in examples if one.case.day != day]) for day in days}
    return [(case, _aligner(case, learned[case.day])) for case in cases]


def _refuse_too_few(days: Collection[str], needed: int, folder: str) -> None:
    """Thresholds are set on days that are left out of the learning, so there must be others."""
    if len(days) < needed:
        message = f"learning needs annotated calls of at least {needed} different days; here are {len(days)}"
        raise InputError(Problem(message=message, path=folder))


def _examples(folder: str) -> list[Example]:
    return [_example(case) for case in read_corpus(folder, every_language=True)]


def _example(case: Case) -> Example:
    return example(case, run_prepared(_inputs(case)))


def _inputs(case: Case) -> Inputs:
    return read_file(case.path, Wishes(languages=(case.a.language, case.b.language)))


def _baselines(cases: Sequence[Case]) -> dict[str, Score]:
    return {name: _leave_one_day_out(cases, measure) for name, measure in BASELINES.items()}


def _leave_one_day_out(cases: Sequence[Case], measure: Callable[[Sequence[str], Sequence[str]], Matrix]) -> Score:
    """The score of a baseline whose threshold for each call is the one with the best link F1 on all other calls."""
    by_day: dict[str, list[Score]] = defaultdict(lambda: [Score() for _ in _THRESHOLDS])
    for case in cases:
        scores = measure(case.a.sentences, case.b.sentences)
        of_day = by_day[case.day]
        for number, threshold in enumerate(_THRESHOLDS):
            of_day[number] += score(answer(scores, float(threshold)), case.answer)
    total = [sum((of_day[number] for of_day in by_day.values()), Score()) for number in range(len(_THRESHOLDS))]
    result = Score()
    for of_day in by_day.values():
        rest = [_without(whole.links, part.links).f1 for whole, part in zip(total, of_day, strict=True)]
        result += of_day[int(np.argmax(rest))]
    return result


def _without(whole: Counts, part: Counts) -> Counts:
    return Counts(whole.right - part.right, whole.false - part.false, whole.missed - part.missed)


def _total(scored: Scored) -> Score:
    return sum((result for _, result in scored), Score())


def _grouped(scored: Scored, name: Callable[[Case], str]) -> dict[str, Score]:
    groups: dict[str, Score] = defaultdict(Score)
    for case, result in scored:
        groups[name(case)] += result
    return dict(sorted(groups.items()))


def _certainty(total: Score, sentences: int) -> str:
    links, one_sided = total.sure_links, total.sure_one_sided
    counted = [(links, "links"), (one_sided, "one-sided sentences")]
    told = [f"{count.right} of {count.right + count.false} {name} called sure are right" for count, name in counted]
    share = (links.right + links.false) * 2 + one_sided.right + one_sided.false
    return f"Certainty\n{'; '.join(told)}; about {100 * share // max(sentences, 1)} of 100 sentences are sure"


def _block(title: str, rows: Mapping[str, Score]) -> str:
    return "\n".join([title, _HEAD, *(f"{name:32}{_cells(result)}" for name, result in rows.items())])


def _cells(result: Score) -> str:
    counts = (result.links, result.one_sided, result.competing)
    return " ".join(f"{_precision(count)} {count.recall:5.2f} {count.f1:5.2f}" for count in counts)


def _precision(count: Counts) -> str:
    """A dash where nothing was answered: no answer is not a right one."""
    return f"{count.precision:5.2f}" if count.right + count.false else "    -"
