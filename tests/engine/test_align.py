"""From probabilities to rows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readcompare.engine.align import Chances, Sentences, competing, groups, links, probability
from readcompare.engine.arrange import moved
from readcompare.engine.hand import FixedRow, Hand
from readcompare.engine.pairs import Pairs
from readcompare.model.alignment import Certainty, Origin, RowKind
from readcompare.model.weights import Logistic, Models, Weights

NO_MODEL = Logistic(0, {})
WEIGHTS = Weights(
    models=Models(first=NO_MODEL, second=NO_MODEL, competing=NO_MODEL, link=NO_MODEL, alone=NO_MODEL),
    link_from=0.3,
    competing_from=0.5,
    sure_link=0.9,
    sure_one_sided=0.8,
    made="for a test",
)
Table = list[list[float]]


def chances(link: Table, rival: Table | None = None, *, columns: int = 0) -> Chances:
    pairs = Pairs.every((len(link), len(link[0]) if link else columns))
    one, other = (np.array(values, np.float32).ravel() for values in (link, rival or [[0.0] * len(r) for r in link]))
    return Chances(pairs, one, other)


def sentences(*alone: float) -> Sentences:
    """Sentences that all say something, which one side alone says with these probabilities."""
    return Sentences([False] * len(alone), np.array(alone, np.float32))


def chosen(given: Chances, flags: np.ndarray) -> set[tuple[int, int]]:
    return {(int(given.pairs.rows[at]), int(given.pairs.columns[at])) for at in np.flatnonzero(flags)}


@pytest.mark.parametrize(
    ("probabilities", "expected"),
    [
        ([[0.9, 0.1], [0.1, 0.8]], {(0, 0), (1, 1)}),
        ([[0.1, 0.9], [0.8, 0.1]], {(0, 1), (1, 0)}),  # crossing
        ([[0.9, 0.8], [0.1, 0.1]], {(0, 0), (0, 1)}),  # one to two
        ([[0.9, 0.1], [0.7, 0.1]], {(0, 0), (1, 0)}),  # two to one
        ([[0.2, 0.2]], set()),
        ([[0.9, 0.6], [0.1, 0.8]], {(0, 0), (1, 1)}),  # both its sentences have better partners
        ([[0.9, 0.4], [0.1, 0.2]], {(0, 0), (0, 1)}),  # the best that its sentence of B has
        ([[0.999, 0.998], [0.998, 0.999]], {(0, 0), (1, 1)}),
        ([[0.998, 0.999], [0.999, 0.998]], {(0, 0), (1, 1)}),  # as good as equally likely: what stands nearer
        ([[0.9] * 6], {(0, number) for number in range(6)}),  # none is left without its partner
    ],
)
def test_links(probabilities: Table, expected: set[tuple[int, int]]) -> None:
    given = chances(probabilities)
    assert chosen(given, links(given, 0.3)) == expected


def test_a_competing_pair_is_the_best_of_one_of_its_sentences_and_no_link() -> None:
    given = chances([[0.0, 0.0], [0.0, 0.9]], [[0.9, 0.6], [0.7, 0.8]])
    assert chosen(given, competing(given, links(given, 0.3), 0.5)) == {(0, 0)}


def test_every_sentence_stands_in_a_row_and_says_how_sure_it_is() -> None:
    given = chances([[0.95, 0.02, 0.0], [0.02, 0.2, 0.05]], [[0.0, 0.0, 0.0], [0.0, 0.7, 0.0]])
    rows = groups(given, WEIGHTS, 0.5, (sentences(0.0, 0.0), sentences(0.0, 0.0, 0.9)))
    assert [(row.kind, row.a, row.b, row.certainty) for row in rows] == [
        (RowKind.PARTIAL, (0,), (0,), Certainty.SURE),
        (RowKind.COMPETING, (1,), (1,), Certainty.CHECK),
        (RowKind.ONLY_B, (), (2,), Certainty.SURE),
    ]
    assert rows[2].nearest == 1


def test_what_may_well_be_answered_is_to_be_checked_though_nothing_answers_it() -> None:
    given = chances([[0.2, 0.2]])
    rows = groups(given, WEIGHTS, 0.5, (sentences(0.79), sentences(0.8, 0.1)))
    assert [(row.a, row.b, row.certainty) for row in rows] == [
        ((), (0,), Certainty.SURE),
        ((), (1,), Certainty.CHECK),
        ((0,), (), Certainty.CHECK),
    ]


def test_an_empty_side_leaves_the_other_alone() -> None:
    given = Chances(Pairs.every((2, 0)), np.zeros(0, np.float32), np.zeros(0, np.float32))
    assert [(row.kind, row.a, row.nearest) for row in groups(given, WEIGHTS, 0.5, (sentences(1, 1), sentences()))] == [
        (RowKind.ONLY_A, (0,), None),
        (RowKind.ONLY_A, (1,), None),
    ]


def test_what_was_set_by_hand_stands_and_the_rest_is_aligned_around_it() -> None:
    given = chances([[0.95, 0.1], [0.9, 0.2], [0.1, 0.8]])
    hand = Hand(rows=(FixedRow(a=(1,), b=(0,), kind=None, origin=Origin.MANUAL),), forbidden=frozenset({(2, 1)}))
    rows = groups(given, WEIGHTS, 0.3, (sentences(1, 1, 1), sentences(1, 1)), hand)
    assert {(row.kind, row.a, row.b, row.origin) for row in rows} == {
        (RowKind.ONLY_A, (0,), (), Origin.AUTO),
        (RowKind.PARTIAL, (1,), (0,), Origin.MANUAL),
        (RowKind.ONLY_A, (2,), (), Origin.AUTO),
        (RowKind.ONLY_B, (), (1,), Origin.AUTO),
    }


def test_what_was_set_by_hand_keeps_the_score_and_the_nearest_sentence_of_the_matcher() -> None:
    given = chances([[0.1, 0.7], [0.0, 0.9]])
    hand = Hand(
        rows=(
            FixedRow(a=(0,), b=(0,), kind=None, origin=Origin.MANUAL),
            FixedRow(a=(1,), b=(), kind=None, origin=Origin.MANUAL),
        )
    )
    linked, _, alone = groups(given, WEIGHTS, 0.5, (sentences(0, 0), sentences(0, 0)), hand)
    assert (linked.a, linked.b, linked.score) == ((0,), (0,), 0.1)
    assert (alone.kind, alone.nearest, alone.score, alone.certainty) == (RowKind.ONLY_A, 1, 0.9, Certainty.SURE)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ([0, 1, 2], [False, False, False]),
        ([2, 0, 1], [True, False, False]),  # the sentence that crosses two is the one that moved
        ([1, 0], [True, True]),  # of two that change places nobody can say which one moved
        ([5, 0, 1, 3, 2, 4], [True, False, False, True, True, False]),  # also where another row crosses both
        ([0, 0, 2, 2, 1], [False, False, False, False, True]),  # rows that share a sentence do not cross
        ([], []),
    ],
)
def test_moved(order: list[int], expected: list[bool]) -> None:
    rows = [((place,), (there,)) for place, there in enumerate(order)]
    assert list(moved(rows)) == expected


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=14))
def test_what_is_not_moved_never_crosses_and_the_sides_may_be_swapped(pairs: list[tuple[int, int]]) -> None:
    flags = moved([((a,), (b,)) for a, b in pairs])
    kept = [pair for pair, flag in zip(pairs, flags, strict=True) if not flag]
    assert not any((a - c) * (b - d) < 0 for a, b in kept for c, d in kept)
    assert flags == moved([((b,), (a,)) for a, b in pairs])


def test_probability_is_the_logistic_of_the_weighted_signals() -> None:
    model = Logistic(-1.0, {"one": 2.0})
    assert probability(model, {"one": np.array([0.5, 0.0], np.float32)}) == pytest.approx([0.5, 0.2689])
