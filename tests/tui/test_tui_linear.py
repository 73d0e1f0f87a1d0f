"""Reading line by line, without a screen."""

from __future__ import annotations

import subprocess
import sys

import pytest
from tui_samples import MIXED, make_comparison

from readcompare.tui.linear import LinearReader


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ([""], "Row 2 of 8: both speak of this, one states more, to be checked."),
        (["n", "n"], "in another order in the two texts."),
        (["p"], "There is no earlier row."),
        (["d", "d", "d"], "Row 5 of 8: A only, not mentioned in B."),
        (["u", "u", "u"], "Row 6 of 8: B only, not mentioned in A, to be checked."),
        (["a6"], "A6: They agreed to stay in touch."),
        (["R4"], "B5: Other issues were touched upon."),
        (["A99"], "There is no A99; h tells what you can do."),
        (["/agreed !migrants"], "1 of 8 rows.\nRow 7 of 8"),
        (["/agreed", "n", "n"], "There is no further row."),
        (["/zzz"], "0 of 8 rows."),
        (["a6", "c"], "Only in A: stay\nOnly in B: keep"),
        (["w"], "Probability 0.61, sure."),
        (["g"], "Asked for the call: A not stated; B not stated."),
        (["f"], "Nothing was found to report."),
        (["h"], "Enter or n: next row."),
    ],
)
def test_a_command_is_answered_in_words(commands: list[str], words: str) -> None:
    reader = LinearReader(MIXED)
    assert words in [reader.answer(command) for command in commands][-1]


def test_no_control_character_reaches_the_terminal() -> None:
    told: list[str] = []
    LinearReader(MIXED).read(["\n"] * 9 + ["c", "w", "g"], told.append)
    assert not {"\x1b", "\u202e", "\t"} & set("".join(told))
    assert "<U+001B>[31mred" in "".join(told)


def test_two_empty_texts_are_told_too() -> None:
    told: list[str] = []
    LinearReader(make_comparison([])).read(["n", "p", "d", "c", "w", "g", "f", "A1"], told.append)
    assert "Neither text has a sentence." in told


def test_the_program_reads_commands_and_draws_nothing(sample: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "readcompare", "open", "--linear", sample],
        input="n\nq\nnever answered\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert "Row 1 of 4: both state this." in done.stdout
    assert "Row 2 of 4" in done.stdout
    assert "never" not in done.stdout
    assert "\x1b" not in done.stdout
    assert "textual" not in done.stderr
