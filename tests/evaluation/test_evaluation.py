"""The scorer must be right, or every other figure is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from readcompare import compare
from readcompare.engine.decide import NOT_SHOWN
from readcompare.errors import InputError
from readcompare.evaluation.baselines import BASELINES, answer
from readcompare.evaluation.corpus import predicted, read_corpus
from readcompare.evaluation.scoring import Answer, Counts, score
from readcompare.evaluation.table import STEPS, evaluation_table, fitted
from readcompare.sources.weights import shipped_weights, weights_of, weights_text


def test_counts() -> None:
    counts = Counts(right=3, false=1, missed=2)
    assert (counts.precision, counts.recall) == (0.75, 0.6)
    assert counts.f1 == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))
    assert Counts().f1 == 1.0
    assert Counts(0, 0, 2).f1 == 0.0


def test_what_touches_an_ignored_sentence_does_not_count() -> None:
    gold = Answer(
        links=frozenset({(1, 1), (2, 2)}),
        competing=frozenset({(3, 3)}),
        one_sided=frozenset({"A3", "B3", "B4"}),
        ignored=frozenset({"A2"}),
    )
    given = Answer(links=frozenset({(1, 1), (2, 4), (3, 4)}), competing=frozenset(), one_sided=frozenset({"A2", "B3"}))
    result = score(given, gold)
    assert result.links == Counts(right=1, false=1, missed=0)
    assert result.one_sided == Counts(right=1, false=0, missed=2)
    assert result.competing == Counts(right=0, false=0, missed=1)


def test_the_corpus_is_whole_and_every_annotation_scores_full_against_itself(root: Path) -> None:
    cases = read_corpus(str(root / "readouts"))
    assert len(cases) == 32
    for case in cases:
        result = score(case.answer, case.answer)
        assert (result.links.f1, result.one_sided.f1, result.competing.f1) == (1, 1, 1)
    assert len(read_corpus(str(root / "readouts"), every_language=True)) > 80


def test_predicted_sentences_are_mapped_to_annotated_lines(root: Path) -> None:
    case = next(case for case in read_corpus(str(root / "readouts")) if case.call == "2021-11-10-de-ru")
    found = predicted(compare(case.path), case)
    assert (1, 1) in found.links
    assert "B5" in found.one_sided
    named = {f"A{a}" for a, _ in found.links} | {f"B{b}" for _, b in found.links} | found.one_sided
    assert {"A1", "A2", "A3", "B1", "B2", "B3", "B4", "B5"} == named


def test_a_baseline_links_one_to_one_from_its_threshold_on() -> None:
    found = answer(np.array([[0.9, 0.8], [0.7, 0.1]], dtype=np.float32), 0.75)
    assert found.links == {(1, 2)}
    assert found.one_sided == {"A2", "B1"}


@pytest.mark.parametrize("name", BASELINES)
def test_each_baseline_knows_the_same_sentence(name: str) -> None:
    sentences = ["The leaders discussed Syria.", "A call took place."]
    scores = BASELINES[name](sentences, sentences)
    assert scores.shape == (2, 2)
    assert scores.diagonal() == pytest.approx([1, 1])
    assert scores[0, 1] < 0.9


def test_the_aligner_beats_every_baseline_on_calls_that_its_weights_have_not_seen(root: Path) -> None:
    table = evaluation_table(str(root / "readouts"), every_language=False, cross_validate=True, baselines=True)
    overall = table.split("Overall")[1].split("Reliability")[0].splitlines()[3:]
    figures = {
        line[:32].strip(): [float(cell.replace("-", "nan")) for cell in line[32:].split()]
        for line in overall
        if line.strip()
    }
    links = {name: cells[2] for name, cells in figures.items()}
    one_sided = {name: cells[5] for name, cells in figures.items()}
    assert set(links) == {"readcompare", "without debatable pairs", *BASELINES}
    del links["without debatable pairs"], one_sided["without debatable pairs"]
    assert max(links, key=links.__getitem__) == max(one_sided, key=one_sided.__getitem__) == "readcompare"


def test_weights_are_learned_again_to_the_same_numbers(root: Path, tmp_path: Path) -> None:
    for name in ("2021-11-10-de-ru", "2021-12-07-us-ru", "2022-05-13-de-ru"):
        shutil.copytree(root / "readouts" / name, tmp_path / name)
    one, other = fitted(str(tmp_path)), fitted(str(tmp_path))
    assert one == other
    assert one.link_from > NOT_SHOWN
    shipped = shipped_weights().models
    assert one.models.second.coefficients.keys() == shipped.second.coefficients.keys()
    assert one.models.link.coefficients.keys() == shipped.link.coefficients.keys()


def test_each_signal_of_the_shipped_weights_belongs_to_one_step() -> None:
    models = shipped_weights().models
    names = {name for one in (models.first, models.second, models.competing, models.link) for name in one.coefficients}
    steps = [name for step in STEPS.values() for name in step]
    assert sorted(steps) == sorted(names - {"odds", "link"})


def test_the_shipped_weights_read_back(root: Path) -> None:
    text = (root / "src/readcompare/engine/weights.json").read_text(encoding="utf-8")
    assert weights_text(shipped_weights()) == text
    with pytest.raises(KeyError):
        weights_of({"link_from": 1})


def test_too_few_calls_to_learn_from_are_told(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "readouts" / "2021-11-10-de-ru", tmp_path / "2021-11-10-de-ru")
    with pytest.raises(InputError, match="at least 2 different days"):
        fitted(str(tmp_path))
    with pytest.raises(InputError, match="at least 3 different days"):
        evaluation_table(str(tmp_path), every_language=False, cross_validate=True, baselines=False)


def test_a_folder_without_annotated_calls_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gold\.yaml"):
        read_corpus(str(tmp_path))
