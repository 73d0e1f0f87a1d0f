"""What else answers two sentences, or competes with them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from readcompare.engine.pairs import Pairs
from readcompare.engine.prepare import Prepared
from readcompare.engine.score import Signals
from readcompare.engine.third_look import LAST_SIGNALS, third_look
from readcompare.intake import Wishes, read_texts
from readcompare.runner import run_prepared

A = ("The Chancellor condemned the strikes on the power plant.", "He called for grain exports through the Black Sea.")
B = ("The strikes on the power plant were discussed.", "The power plant and grain exports were on the agenda.")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    folder = tmp_path_factory.mktemp("call")
    return told(folder, A, B)


def told(folder: Path, *sides: tuple[str, ...]) -> Prepared:
    paths = tuple(str(folder / f"{name}.txt") for name in "ab")
    for path, sentences in zip(paths, sides, strict=True):
        Path(path).write_text("\n".join(sentences), encoding="utf-8")
    return run_prepared(read_texts(paths, Wishes(languages=("en", "en"))).inputs((0, 1)))


def seen(prepared: Prepared, link: list[float], rival: list[float] | None = None) -> Signals:
    """What is seen of the pairs A1 B1, A1 B2, A2 B1, A2 B2 with these probabilities."""
    chances = [np.array(values, np.float32) for values in (link, rival or [0.0] * 4)]
    return third_look(chances[0], chances[1], prepared.records, prepared.pairs)


def test_what_a_likelier_answer_has_too_is_not_left_over(prepared: Prepared) -> None:
    """A1 and B2 have the power plant in common, and so have A1 and B1."""
    without, beside = seen(prepared, [0.0] * 4), seen(prepared, [0.9, 0.0, 0.0, 0.0])
    assert without["left over, least"][1] == 1
    assert beside["left over, least"][1] == pytest.approx(0.1, abs=0.01)
    assert beside["left over mass"][1] < without["left over mass"][1]


def test_an_answer_takes_nothing_from_itself(prepared: Prepared) -> None:
    found = seen(prepared, [0.9, 0.0, 0.0, 0.8])
    assert found["left over, least"][[0, 3]].tolist() == pytest.approx([1, 1])


def test_the_same_words_leave_something_to_others(prepared: Prepared) -> None:
    found = seen(prepared, [1.0, 0.0, 0.0, 0.0])
    assert 0 < found["left over, least"][1] < 0.05
    assert np.isfinite(found["left over mass"]).all()


def test_a_sentence_that_competes_is_known_in_all_its_pairs(prepared: Prepared) -> None:
    found = seen(prepared, [0.0] * 4, [0.0, 0.0, 0.0, 0.7])
    assert found["rivalry, greatest"].tolist() == pytest.approx([0.0, 0.7, 0.7, 0.7])
    assert found["rivalry, least"].tolist() == pytest.approx([0.0, 0.0, 0.0, 0.7])


def test_another_answer_is_one_of_another_sentence(prepared: Prepared) -> None:
    found = seen(prepared, [0.9, 0.2, 0.0, 0.6])
    assert found["other answer, greatest"].tolist() == pytest.approx([0.2, 0.9, 0.9, 0.2])
    assert found["other answer, least"].tolist() == pytest.approx([0.0, 0.6, 0.6, 0.0])


def test_swapping_the_sides_changes_no_value(prepared: Prepared, tmp_path: Path) -> None:
    mirrored = told(tmp_path, B, A)
    one = seen(prepared, [0.9, 0.2, 0.1, 0.6], [0.3, 0.0, 0.5, 0.1])
    other = seen(mirrored, [0.9, 0.1, 0.2, 0.6], [0.3, 0.5, 0.0, 0.1])
    for name in LAST_SIGNALS:
        assert one[name][[0, 2, 1, 3]].tolist() == pytest.approx(other[name].tolist()), name


def test_the_names_of_its_signals_are_known(prepared: Prepared) -> None:
    assert {*LAST_SIGNALS, "odds"} == seen(prepared, [0.0] * 4).keys()


def test_pairs_that_are_not_looked_at_change_nothing(prepared: Prepared) -> None:
    """In long texts only some pairs are looked at; what has no chance counts no more than what is left out."""
    whole = seen(prepared, [0.9, 0.2, 0.0, 0.6], [0.3, 0.0, 0.0, 0.1])
    chosen = Pairs.chosen((2, 2), np.array([0, 1, 3], np.intp))
    link, rival = (np.array(values, np.float32) for values in ([0.9, 0.2, 0.6], [0.3, 0.0, 0.1]))
    some = third_look(link, rival, prepared.records, chosen)
    for name in LAST_SIGNALS:
        assert some[name].tolist() == pytest.approx(whole[name][[0, 1, 3]].tolist()), name
