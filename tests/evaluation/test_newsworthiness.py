"""Which omissions are told first is learned from annotated calls, and what was learned holds what readers expect."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from readcompare.engine.newsworthy import FEATURES
from readcompare.errors import InputError
from readcompare.evaluation.table import newsworthiness_fitted
from readcompare.sources.weights import newsworthiness_text, shipped_newsworthiness


def test_the_shipped_weights_know_every_feature_and_say_how_they_were_made(root: Path) -> None:
    text = (root / "src/readcompare/engine/newsworthiness.json").read_text(encoding="utf-8")
    assert shipped_newsworthiness().coefficients.keys() == FEATURES.keys()
    assert "--fit-newsworthiness" in text


def test_the_weights_agree_with_a_journalist() -> None:
    weights = shipped_newsworthiness().coefficients
    less = {"only names subjects", "opening or closing", "relations of the two", "near the end"}
    assert {name for name, weight in weights.items() if weight < 0} == less


def test_the_same_calls_give_the_same_weights(root: Path, tmp_path: Path) -> None:
    for name in ("2021-11-10-de-ru", "2021-12-07-us-ru", "2022-05-13-de-ru"):
        shutil.copytree(root / "readouts" / name, tmp_path / name)
    one, other = newsworthiness_fitted(str(tmp_path)), newsworthiness_fitted(str(tmp_path))
    assert newsworthiness_text(*one) == newsworthiness_text(*other)
    assert one.model.coefficients.keys() == FEATURES.keys()


def test_one_call_is_too_few(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "readouts" / "2021-11-10-de-ru", tmp_path / "2021-11-10-de-ru")
    with pytest.raises(InputError, match="at least 2 different days"):
        newsworthiness_fitted(str(tmp_path))
