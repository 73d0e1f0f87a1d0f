"""`readcompare evaluate`: the figures as a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from readcompare.engine.assignment import Matrix
from readcompare.engine.attitude import ATTITUDE_SIGNALS
from readcompare.engine.decide import chances, models_for
from readcompare.engine.score import MEANING
from readcompare.engine.second_look import LEAD_SIGNALS, VOICE_SIGNALS
from readcompare.engine.shape import SHAPE_SIGNALS
from readcompare.engine.third_look import LAST_SIGNALS
from readcompare.errors import InputError, Problem
from readcompare.evaluation.baselines import BASELINES, answer
from readcompare.evaluation.corpus import Case, predicted, read_corpus
from readcompare.evaluation.findings import on_annotated_rows
from readcompare.evaluation.findings_table import findings_table
from readcompare.evaluation.newsworthiness import Learned, choices, learn_newsworthiness
from readcompare.evaluation.scoring import Answer, Counts, Score, score
from readcompare.evaluation.training import Example, example, learn
from readcompare.intake import Inputs, Wishes, read_file
from readcompare.model.recipe import OwnFile
from readcompare.model.weights import Weights
from readcompare.runner import run, run_prepared, weights_for
from readcompare.views.passages import visible

_HEAD = f"{'':32}{'links':^17} {'one-sided':^17} {'competing':^17}  rows\n{'':32}" + (
    " ".join(f"{'P':>5} {'R':>5} {'F1':>5}" for _ in range(3)) + " right"
)
_LEARNED = "weights learned from the other calls (leave one call out)"
_OWN = "weights of your own; on calls that they were learned from the figures say little"
_SHIPPED = "shipped weights; they were learned from the calls in readouts/, so see --cv for figures on unseen calls"
_THRESHOLDS = np.linspace(0.02, 0.98, 49)
_BINS = np.linspace(0, 1, 11)
_LEAST = 0.05
"""Probability below which a pair is left out of the reliability table: nearly all pairs are, and are right."""

STEPS: dict[str, tuple[str, ...]] = {
    "characters and words": ("characters", "words", "fuzzy"),
    "+ concepts of the lexicons": ("concepts", "coverage", "mass"),
    "+ names, numbers, topics": ("names", "topics", "parents"),
    "+ clauses": ("clause", "clause mass"),
    "+ acts, actors, openings": (
        "verbs", "opening", "half opening", "closing", "half closing", "topics named", "topics half named", "force",
        "same actor", "other actor",
    ),
    "+ place in the text": ("distance",),
    "+ their paragraphs": ("setting", "paragraph"),
    "+ rivals and neighbours": ("leads", "least lead", "best of one", "best of both", "neighbours"),
    "+ whose voices": tuple(VOICE_SIGNALS),
    "+ leads of single signals": LEAD_SIGNALS,
    "+ what the sentences are like": SHAPE_SIGNALS,
    "+ how they stand to it": ATTITUDE_SIGNALS,
    "+ what else answers them": LAST_SIGNALS,
}  # fmt: skip
"""The signals of the aligner in the order in which `steps_table` adds them."""
_ENCODER_STEP = {"+ the sentence encoder": (MEANING,)}
"""The last step of the semantic matcher."""


class _Judged(Struct, frozen=True):
    """One case with what was found in it."""

    case: Case
    answer: Answer
    chances: NDArray[np.float32]
    """Probability of a link of every pair that counts, and below it ..."""
    truth: NDArray[np.bool_]
    """... whether it is one."""

    def score(self, *, with_debatable: bool = True) -> Score:
        return score(self.answer, self.case.answer, with_debatable=with_debatable)


def evaluation_table(
    folder: str,
    *,
    every_language: bool,
    cross_validate: bool,
    baselines: bool,
    more: Sequence[str] = (),
    wishes: Wishes | None = None,
) -> str:
    """Precision, recall and F1 of links, one-sided sentences and competing pairs: per call, per language pair, overall.

    With `cross_validate` each call is judged by weights that were learned from the other calls, and from those in the
    folders `more`. With `baselines` the plain measures stand below, each with the threshold that was best on all
    other calls. `wishes` tell the matcher, its model and its weights. Raises ReadcompareError when a folder or a file
    in it cannot be read.
    """
    wishes = wishes or Wishes()
    cases = read_corpus(folder, every_language=every_language)
    judged = (
        _cross_validated(cases, folder, _examples([folder, *more], wishes), wishes)
        if cross_validate
        else [_judge(case, None, wishes) for case in cases]
    )
    how = _LEARNED if cross_validate else _OWN if wishes.weights else _SHIPPED
    overall = {
        "readcompare": _total(one.score() for one in judged),
        "without debatable pairs": _total(one.score(with_debatable=False) for one in judged),
    }
    blocks = [
        f"{len({case.call for case in cases})} annotated calls, {len(cases)} text pairs; {how}",
        _block("Per call", _grouped(judged, lambda case: visible(f"{case.call} {case.languages}"))),
        _block("Per language pair", _grouped(judged, lambda case: case.languages)),
        _block("Overall", overall | (_baselines(cases) if baselines else {})),
        _reliability(judged),
        _certainty(overall["readcompare"], sum(len(case.a.lines) + len(case.b.lines) for case in cases)),
    ]
    return "\n\n".join(blocks) + "\n"


def findings_evaluation(
    folder: str,
    *,
    every_language: bool,
    cross_validate: bool,
    more: Sequence[str] = (),
    wishes: Wishes | None = None,
) -> str:
    """The figures of the findings and acts on the annotated calls; see `findings_table`."""
    wishes = wishes or Wishes()
    cases = read_corpus(folder, every_language=every_language)
    learned: dict[str, Weights] = {}
    how = "shipped weights"
    if cross_validate:
        examples = _examples([folder, *more], wishes)
        days = sorted({case.day for case in cases})
        _refuse_too_few(days, 3, folder)
        learned = {day: learn([one for one in examples if one.case.day != day]) for day in days}
        how = "rows found with weights learned from the other calls (leave one call out)"
    inputs = {id(case): _inputs(case, wishes) for case in cases}
    prepared = [(case, run_prepared(inputs[id(case)])) for case in cases]
    title = f"{len({case.call for case in cases})} annotated calls, {len(cases)} text pairs; {how}"
    return findings_table(title, prepared, lambda case: learned.get(case.day) or weights_for(inputs[id(case)]))


def fitted(folder: str, more: Sequence[str] = (), wishes: Wishes | None = None) -> Weights:
    """Weights learned from all annotated calls below the folders, in every pair of their languages.

    `wishes` tell the matcher and its model.
    """
    wishes = wishes or Wishes()
    examples = _examples([folder, *more], wishes)
    _refuse_too_few({one.case.day for one in examples}, 2, folder)
    return learn(examples, model=_model(examples, wishes))


def newsworthiness_fitted(folder: str, more: Sequence[str] = ()) -> Learned:
    """What makes a one-sided sentence worth reporting, learned from the annotated rows of all calls below."""
    cases = [case for one in (folder, *more) for case in read_corpus(one)]
    _refuse_too_few({case.day for case in cases}, 2, folder)
    placed = (on_annotated_rows(case, run_prepared(_inputs(case, Wishes()))) for case in cases)
    return learn_newsworthiness([choice for one in placed for choice in choices(one)])


def _judge(case: Case, weights: Weights | None, wishes: Wishes) -> _Judged:
    inputs = _inputs(case, wishes)
    found = run_prepared(inputs)
    one = example(case, found)
    probable = chances(found, models_for(found, weights or weights_for(inputs))).link
    return _Judged(case, predicted(run(inputs, weights), case), probable[one.counted], one.link[one.counted])


def steps_table(folder: str, more: Sequence[str] = (), wishes: Wishes | None = None) -> str:
    """What each kind of signal adds to those above it, leave one call out, over the native-language pairs.

    `wishes` tell the matcher and its model; of the semantic one the encoder is the last step.
    """
    wishes = wishes or Wishes()
    cases = read_corpus(folder, every_language=False)
    examples = _examples([folder, *more], wishes)
    steps = STEPS | (_ENCODER_STEP if _model(examples, wishes) else {})
    left = [name for names in steps.values() for name in names]
    rows: dict[str, Score] = {}
    for step, names in steps.items():
        left = [name for name in left if name not in names]
        rows[step] = _total(one.score() for one in _cross_validated(cases, folder, examples, wishes, without=left))
    return _block("What each step adds", rows) + "\n"


def _cross_validated(
    cases: Sequence[Case], folder: str, examples: Sequence[Example], wishes: Wishes, *, without: Collection[str] = ()
) -> list[_Judged]:
    days = sorted({case.day for case in cases})
    _refuse_too_few(days, 3, folder)
    model = _model(examples, wishes)
    learned = {
        day: learn([one for one in examples if one.case.day != day], without=without, model=model) for day in days
    }
    return [_judge(case, learned[case.day], wishes) for case in cases]


def _refuse_too_few(days: Collection[str], needed: int, folder: str) -> None:
    """Thresholds are set on days that are left out of the learning, so there must be others."""
    if len(days) < needed:
        message = f"learning needs annotated calls of at least {needed} different days; here are {len(days)}"
        raise InputError(Problem(message=message, path=folder))


def _model(examples: Sequence[Example], wishes: Wishes) -> OwnFile | None:
    """The sentence encoder that all examples were prepared with."""
    return _inputs(examples[0].case, wishes).recipe.model if examples else None


def _examples(folders: Sequence[str], wishes: Wishes) -> list[Example]:
    return [
        example(case, run_prepared(_inputs(case, wishes)))
        for folder in folders
        for case in read_corpus(folder, every_language=True)
    ]


def _inputs(case: Case, wishes: Wishes) -> Inputs:
    return read_file(case.path, replace(wishes, languages=(case.a.language, case.b.language)))


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


def _total(scores: Iterable[Score]) -> Score:
    return sum(scores, Score())


def _grouped(judged: Sequence[_Judged], name: Callable[[Case], str]) -> dict[str, Score]:
    groups: dict[str, Score] = defaultdict(Score)
    for one in judged:
        groups[name(one.case)] += one.score()
    return dict(sorted(groups.items()))


def _reliability(judged: Sequence[_Judged]) -> str:
    """How often pairs of a given probability are links, and the expected calibration error (Naeini et al. 2015)."""
    given = np.concatenate([one.chances for one in judged])
    truth = np.concatenate([one.truth for one in judged])[given >= _LEAST]
    given = given[given >= _LEAST]
    bins = np.clip(np.digitize(given, _BINS) - 1, 0, len(_BINS) - 2)
    lines = [f"Reliability of the {len(given)} pairs with a probability of at least {_LEAST}"]
    lines.append(f"{'probability':>12} {'pairs':>6} {'mean':>6} {'links':>6}")
    error = 0.0
    for number in range(len(_BINS) - 1):
        inside = bins == number
        if inside.any():
            mean, share = float(given[inside].mean()), float(truth[inside].mean())
            error += abs(mean - share) * int(inside.sum()) / len(given)
            name = f"{_BINS[number]:.1f}-{_BINS[number + 1]:.1f}"
            lines.append(f"{name:>12} {int(inside.sum()):6} {mean:6.2f} {share:6.2f}")
    return "\n".join([*lines, f"expected calibration error {error:.3f}"])


def _certainty(total: Score, sentences: int) -> str:
    links, one_sided = total.sure_links, total.sure_one_sided
    counted = [(links, "links"), (one_sided, "one-sided sentences")]
    told = [f"{count.right} of {count.right + count.false} {name} called sure are right" for count, name in counted]
    share = 100 * total.sure_sentences // max(sentences, 1)
    otherwise = f"of the matter of {total.otherwise} of them the other text speaks otherwise"
    return f"Certainty\n{'; '.join(told)} ({otherwise}); {share} of 100 sentences are sure"


def _block(title: str, rows: Mapping[str, Score]) -> str:
    return "\n".join([title, _HEAD, *(f"{name:32}{_cells(result)}" for name, result in rows.items())])


def _cells(result: Score) -> str:
    counts = (result.links, result.one_sided, result.competing)
    figures = " ".join(f"{_precision(count)} {count.recall:5.2f} {count.f1:5.2f}" for count in counts)
    return f"{figures} {_precision(result.rows)}"


def _precision(count: Counts) -> str:
    """A dash where nothing was answered: no answer is not a right one."""
    return f"{count.precision:5.2f}" if count.right + count.false else "    -"
