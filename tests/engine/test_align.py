"""From probabilities to rows."""

from __future__ import annotations

import numpy as np
import pytest

from readcompare.engine.align import competing, groups, links, moved, probability
from readcompare.engine.assignment import Matrix
from readcompare.model.alignment import Certainty, RowKind
from readcompare.model.weights import Logistic, Weights

WEIGHTS = Weights(
    link=Logistic(0, {}),
    competing=Logistic(0, {}),
    link_from=0.5,
    competing_from=0.5,
    sure_link=0.9,
    sure_one_sided=0.1,
    made="for a test",
)


def matrix(*rows: list[float]) -> Matrix:
    return np.array(rows, dtype=np.float32)


@pytest.mark.parametrize(
    ("probabilities", "expected"),
    [
        (matrix([0.9, 0.1], [0.1, 0.8]), {(0, 0), (1, 1)}),
        (matrix([0.1, 0.9], [0.8, 0.1]), {(0, 1), (1, 0)}),  # crossing
        (matrix([0.9, 0.8], [0.1, 0.1]), {(0, 0), (0, 1)}),  # one to two
        (matrix([0.9, 0.1], [0.7, 0.1]), {(0, 0), (1, 0)}),  # two to one
        (matrix([0.4, 0.4]), set()),
        # A chain would join sentences of which nobody said that they belong together.
        (matrix([0.9, 0.6, 0.1], [0.1, 0.8, 0.7]), {(0, 0), (1, 1), (1, 2)}),
    ],
)
def test_links(probabilities: Matrix, expected: set[tuple[int, int]]) -> None:
    assert links(probabilities, 0.5) == expected


def test_a_competing_pair_is_the_best_of_one_of_its_sentences_and_no_link() -> None:
    rival = matrix([0.9, 0.6], [0.7, 0.8])
    assert competing(rival, frozenset({(1, 1)}), 0.5) == {(0, 0)}


def test_every_sentence_stands_in_a_row_and_says_how_sure_it_is() -> None:
    link = matrix([0.95, 0.02, 0.0], [0.02, 0.3, 0.05])
    rival = matrix([0.0, 0.0, 0.0], [0.0, 0.7, 0.0])
    rows = groups(link, rival, WEIGHTS, 0.5, ([False, False], [False, False, False]))
    assert [(row.kind, row.a, row.b, row.certainty) for row in rows] == [
        (RowKind.PARTIAL, (0,), (0,), Certainty.SURE),
        (RowKind.COMPETING, (1,), (1,), Certainty.CHECK),
        (RowKind.ONLY_B, (), (2,), Certainty.SURE),
    ]
    assert rows[2].nearest == 1


def test_an_empty_side_leaves_the_other_alone() -> None:
    rows = groups(np.zeros((2, 0), np.float32), np.zeros((2, 0), np.float32), WEIGHTS, 0.5, ([False, False], []))
    assert [(row.kind, row.a, row.nearest) for row in rows] == [
        (RowKind.ONLY_A, (0,), None),
        (RowKind.ONLY_A, (1,), None),
    ]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ([0, 1, 2], [False, False, False]),
        ([2, 0, 1], [True, False, False]),  # the sentence that crosses two is the one that moved
        ([1, 0], [True, True]),  # of two that change places nobody can say which one moved
    ],
)
def test_moved(order: list[int], expected: list[bool]) -> None:
    rows = [((place,), (there,)) for place, there in enumerate(order)]
    assert list(moved(rows)) == expected


def test_probability_is_the_logistic_of_the_weighted_signals() -> None:
    model = Logistic(-1.0, {"one": 2.0})
    assert probability(model, {"one": matrix([0.5, 0.0])}) == pytest.approx(np.array([[0.5, 0.2689]]))
