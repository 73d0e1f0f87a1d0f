"""What the signals mean."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from readcompare.engine.score import MEANING
from readcompare.engine.shape import SHAPE_SIGNALS
from readcompare.sources.weights import shipped_weights
from readcompare.views.signals import meaning_of


def told_signals() -> set[str]:
    """The signals that a reader can be told: those of the weights, but for what a sentence is like by itself."""
    models = shipped_weights().models
    names = {name for model in (models.first, models.second, models.link) for name in model.coefficients}
    return {*names, MEANING} - {*SHAPE_SIGNALS, "odds"}


def test_each_signal_that_is_told_has_a_meaning_of_its_own() -> None:
    meanings = {name: meaning_of(name) for name in told_signals()}
    assert all(meanings.values())
    assert len(set(meanings.values())) == len(meanings)


def test_what_no_matcher_has_has_no_meaning() -> None:
    with pytest.raises(KeyError):
        meaning_of("no such signal")


def test_the_page_about_matchers_tells_what_the_signals_mean(root: Path) -> None:
    page = (root / "docs" / "matchers.md").read_text(encoding="utf-8").partition("## What the signals mean")[2]
    listed = dict(re.findall(r"^\| `([^`]+)` \| (.+) \|$", page, re.MULTILINE))
    assert listed == {name: meaning_of(name) for name in listed}
    assert {name for name in told_signals() if " + " not in name and not name.endswith(" lead")} <= {*listed, "leads"}
