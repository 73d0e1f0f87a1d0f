"""The best one-to-one assignment."""

from __future__ import annotations

from itertools import permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from readcompare.engine.assignment import best_assignment


@given(
    st.integers(1, 5).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(0, 9), min_size=columns, max_size=columns), min_size=1, max_size=5
        )
    )
)
def test_no_other_assignment_is_better(rows: list[list[int]]) -> None:
    scores = np.array(rows, dtype=np.float32)
    chosen = best_assignment(scores)
    tall, wide = sorted(scores.shape)
    table = scores if scores.shape[0] == tall else scores.T
    best = max(sum(table[row, order[row]] for row in range(tall)) for order in permutations(range(wide), tall))
    assert sum(scores[pair] for pair in chosen) == best
    assert len({row for row, _ in chosen}) == len({column for _, column in chosen}) == tall


def test_an_empty_side_gets_nothing() -> None:
    assert best_assignment(np.zeros((0, 4), np.float32)) == ()
    assert best_assignment(np.zeros((4, 0), np.float32)) == ()
