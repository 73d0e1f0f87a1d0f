"""Reading line by line, without a screen."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from tui_samples import MIXED, make_comparison

from readcompare.editing.desk import open_desk
from readcompare.intake import Wishes
from readcompare.session import start
from readcompare.tui.commands import EVERYWHERE, READING
from readcompare.tui.linear import LinearReader
from readcompare.tui.linear_correcting import LinearDesk
from readcompare.tui.several_commands import SEVERAL


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ([""], "Row 2 of 8: both may speak of this, in part the same, to be checked."),
        (["j", "j"], "in another order in the two texts."),
        (["k"], "There is no earlier row."),
        (["j", "j", "k"], "Row 2 of 8"),
        (["n", "n", "n"], "Row 5 of 8: A only, not said in B."),
        (["n", "n", "n", "N"], "Row 3 of 8"),
        (["s", "s", "s"], "Row 6 of 8: B only, no counterpart found in A, to be checked."),
        (["s", "s", "s", "S"], "Row 3 of 8"),
        (["a6"], "A6: They agreed to stay in touch."),
        (["R4"], "B5: Other issues were touched upon."),
        (["A99"], "There is no A99; h tells what you can do."),
        (["/agreed !migrants"], "1 of 8 rows.\nRow 7 of 8"),
        (["/agreed", "j", "j"], "There is no further row."),
        (["/zzz"], "0 of 8 rows."),
        (["a6", "m"], "Only in A: stay\nOnly in B: keep"),
        (["w"], "Probability that the sentences answer each other: 0.61; sure"),
        (["a"], "Asked for the call: A not stated; B not stated."),
        (["f"], "Nothing was found to report."),
        (["h"], "Enter or j: next row."),
        (["?"], "Nothing can be corrected here"),
    ],
)
def test_a_command_is_answered_in_words(commands: list[str], words: str) -> None:
    reader = LinearReader(MIXED)
    assert words in [reader.answer(command) for command in commands][-1]


def test_no_control_character_reaches_the_terminal() -> None:
    told: list[str] = []
    LinearReader(MIXED).read(["\n"] * 9 + ["m", "w", "a"], told.append)
    assert not {"\x1b", "\u202e", "\t"} & set("".join(told))
    assert "<U+001B>[31mred" in "".join(told)


def test_two_empty_texts_are_told_too() -> None:
    told: list[str] = []
    LinearReader(make_comparison([])).read(["j", "k", "n", "s", "m", "w", "a", "f", "A1"], told.append)
    assert "Neither text has a sentence." in told


def test_the_program_reads_commands_and_draws_nothing(sample: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "readcompare", "open", "--linear", sample],
        input="j\nq\nnever answered\n",
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


@pytest.fixture
def file(sample: str, tmp_path: Path) -> str:
    """A call of 4 rows, of which the third is to be checked."""
    return str(shutil.copytree(Path(sample).parent, tmp_path / "call") / "comparison.yaml")


def at_the_desk(file: str) -> LinearDesk:
    return LinearDesk(open_desk(start((file,), Wishes()), None))


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        (["a3", "c"], "A3 B3 B4 confirmed.\nRow 3 of 4: both speak of this, differently.\n"),
        (["a3", "c"], "\nConfirmed by hand."),
        (["a3", "c", "u"], "Row 3 of 4: both may speak of this, differently, to be checked."),
        (["a3", "c", "u", "r"], "Done again: A3 B3 B4 confirmed."),
        (["a3", "c", "X"], "left to the matcher."),
        (["a3", "x"], "A3 B3 B4 unlinked."),
        (["a2", "K"], "A2 B2 set to competing."),
        (["l a2 b2 b3"], "A2 B2 B3 linked.\nRow 2 of"),
        (["l A99 B1"], "There is no sentence A99."),
        (["b5", "e ask \x1b[31mthem", "a1", "b5"], "\nNote: ask <U+001B>[31mthem."),
        (["b5", "e ask", "e"], "B5 without a note."),
        (["u"], "There is nothing to undo."),
        (["h"], "c: the row is right."),
    ],
)
def test_a_row_is_corrected_in_words(file: str, commands: list[str], words: str) -> None:
    reader = at_the_desk(file)
    assert words in [reader.answer(command) for command in commands][-1]


def test_what_was_corrected_is_there_when_it_is_read_again(file: str) -> None:
    at_the_desk(file).answer("l A2 B2 B3")
    assert "B3" in at_the_desk(file).answer("A2")


def test_work_in_no_file_is_told_before_the_reader_leaves(file: str, tmp_path: Path) -> None:
    reader = LinearDesk(replace(open_desk(start((file,), Wishes()), None), keeping=None))
    told: list[str] = []
    reader.read(["c", "q", f"o {tmp_path / 'mine.yaml'}", "c", "q", "never"], told.append)
    assert "Your work by hand is in no file." in told[2]
    assert "verdict: confirmed" in (tmp_path / "mine.yaml").read_text(encoding="utf-8")
    assert len(told) == 5


def test_every_letter_of_the_help_means_what_it_means_on_the_screen(file: str) -> None:
    meanings = {
        "j": "row.next", "k": "row.previous", "n": "difference.next", "N": "difference.previous", "s": "check.next",
        "S": "check.previous", "m": "marks", "w": "why", "a": "answers", "f": "findings", "q": "quit", "c": "confirm",
        "x": "unlink", "K": "kind", "X": "release", "l": "link", "e": "note", "u": "undo", "P": "pair.next",
        "B": "pair.previous",
    }  # fmt: skip
    # Without keys that a line cannot hold: ctrl+r, ctrl+k, and the question mark under its other name.
    of_its_own = {"r", "o", "h"}
    keys = {letter: command.id for command in (*READING, *EVERYWHERE, *SEVERAL) for letter in command.keys.split(",")}
    assert {letter: keys.get(letter) for letter in meanings} == meanings
    told = LinearDesk(*(open_desk(start((file,), Wishes()), None) for _ in range(2))).answer("h")
    letters = re.findall(r"(?<![\w'])([A-Za-z])(?=[,:]| or | alone| words:| file:| A3 B5)", told)
    assert set(letters) == set(meanings) | of_its_own
