"""What stands behind a row: the pair that carries it, its signals, the runner-up."""

from __future__ import annotations

from pathlib import Path

import pytest

from readcompare.engine.ask import Behind
from readcompare.intake import Wishes
from readcompare.model.alignment import RowKind
from readcompare.session import Session, start


@pytest.fixture(scope="module")
def session(root: Path) -> Session:
    return start((str(root / "readouts/2021-11-10-de-ru/comparison.yaml"),), Wishes())


def behind(session: Session, kind: RowKind) -> Behind:
    return session.behind(next(row for row in session.comparison.rows if row.kind is kind))


def test_a_match_names_its_pair_and_what_weighed_most(session: Session) -> None:
    found = behind(session, RowKind.PARTIAL)
    assert found.pair is not None
    assert (found.pair.a, found.pair.b) == ("A2", "B2")
    assert found.pair.chance == pytest.approx(
        next(row.score for row in session.comparison.rows if row.kind is RowKind.PARTIAL), abs=0.01
    )
    weights = [abs(signal.weight) for signal in found.signals]
    assert weights == sorted(weights, reverse=True)
    assert weights


def test_the_runner_up_shares_a_sentence_with_the_row_and_is_another_pair(session: Session) -> None:
    for row in session.comparison.rows:
        found = session.behind(row)
        second = found.runner_up
        assert second is not None
        assert {second.a, second.b} & {*row.a, *row.b}
        assert second != found.pair
        if row.a and row.b:
            assert not (second.a in row.a and second.b in row.b)


def test_a_one_sided_row_names_its_nearest_pair(session: Session) -> None:
    row = next(row for row in session.comparison.rows if row.kind is RowKind.ONLY_B)
    found = session.behind(row)
    assert found.pair is not None
    assert found.pair.a == row.nearest
    assert found.pair.b in row.b
