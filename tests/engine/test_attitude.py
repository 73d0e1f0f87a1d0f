"""How two sentences stand to what they speak of."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from readcompare.engine.attitude import ATTITUDE_SIGNALS
from readcompare.engine.prepare import Prepared
from readcompare.intake import Wishes, read_texts
from readcompare.runner import run_prepared


def prepared(folder: Path, a: tuple[str, str], b: tuple[str, str]) -> Prepared:
    paths = (folder / "a.txt", folder / "b.txt")
    for path, (_, text) in zip(paths, (a, b), strict=True):
        path.write_text(text, encoding="utf-8")
    wishes = Wishes(languages=(a[0], b[0]))
    return run_prepared(read_texts(tuple(map(str, paths)), wishes).inputs((0, 1)))


@pytest.mark.parametrize(
    ("a", "b", "signal", "value"),
    [
        (
            ("en", "The Chancellor condemned the attack on the power plant near the city."),
            ("ru", "Президент поддержал договорённость об электростанции у города."),
            "critical and cooperative",
            1,
        ),
        (
            ("de", "Die Bundeskanzlerin verurteilte die Angriffe auf die Stadt."),
            ("en", "The Chancellor condemned the attacks on the city."),
            "critical, both",
            1,
        ),
        (
            ("en", "The President said that Russia had attacked the convoy in the north."),
            ("en", "The President said that Russia had not attacked the convoy in the north."),
            "denial, one",
            1,
        ),
        (
            ("de", "Der Bundeskanzler verurteilte den russischen Angriffskrieg gegen die Ukraine."),
            ("ru", "Владимир Путин разъяснил ход специальной военной операции на Украине."),
            "rival names",
            1,
        ),
    ],
)
def test_two_sentences_meet_or_part_in_attitude(
    tmp_path: Path, a: tuple[str, str], b: tuple[str, str], signal: str, value: float
) -> None:
    there, back = prepared(tmp_path, a, b).attitudes, prepared(tmp_path, b, a).attitudes
    assert there[signal].tolist() == [value]
    assert set(there) == set(ATTITUDE_SIGNALS)
    assert all(np.array_equal(there[name], back[name]) for name in there)
