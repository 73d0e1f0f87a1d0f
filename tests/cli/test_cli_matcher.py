"""The command line about matchers, in real processes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from test_cli import readcompare

from encoder_files import write_encoder

WORDS = ("report", "a.txt", "b.txt", "--matcher", "semantic")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts and a model, with another that is broken."""
    (tmp_path / "a.txt").write_text("The grumbok was plinted. Nobody came.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("A zanfo trombi. It rained.", encoding="utf-8")
    write_encoder(tmp_path / "tiny", alike={"grumbok": 0, "plinted": 0, "zanfo": 0, "trombi": 0})
    shutil.copytree(tmp_path / "tiny", tmp_path / "broken")
    (tmp_path / "broken" / "model.safetensors").write_bytes(b"not a model")
    return tmp_path


def test_a_report_says_which_model_made_it_and_what_it_is_worth(folder: Path) -> None:
    done = readcompare(*WORDS, "--model", "tiny", cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    told = " ".join(done.stdout.decode().split())
    assert "A1 ~? B1" in told
    assert "likeness in meaning by the encoder: 0.9" in told
    assert "matcher semantic; threshold" in told
    assert "in 100% of the cases" in told


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--model", "nowhere"), "nowhere: there is no such folder; a model of the hub is named hub:OWNER/NAME"),
        (("--model", "a.txt"), "a.txt: this is a file; a model is a folder"),
        (("--model", "."), ".: no model of model2vec is in this folder"),
        (("--model", "broken"), "broken: this is no static model of model2vec, or it is damaged"),
        (("--model", "hub:tiny"), "hub:tiny: a model of the hub is named hub:OWNER/NAME"),
        (("--model", "\x1b[31m"), "<U+001B>[31m: there is no such folder"),
        ((), "the semantic matcher needs a model"),
        (("--matcher", "lexical", "--model", "tiny"), "a model serves the semantic matcher alone"),
        (("--model", "tiny", "--matcher", "semantik"), "did you mean semantic?"),
        (("--model", "tiny", "--weights", "a.txt"), "a.txt:1:1: this is no JSON"),
        (("--model", "tiny", "--weights", "b.txt", "-o", "b.txt"), "overwrite a file that is read"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(folder: Path, words: tuple[str, ...], message: str) -> None:
    done = readcompare(*WORDS, *words, cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert message in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_without_the_packages_one_line_tells_how_to_install_them(folder: Path) -> None:
    # A Python in which they are not installed.
    script = (
        "import sys\nsys.modules['model2vec'] = None\nfrom readcompare.cli import main\nsys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *WORDS, "--model", "tiny"], cwd=folder, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines() == [
        "readcompare: the semantic matcher needs packages that are not installed; run: "
        "pip install 'readcompare[semantic]'"
    ]


def test_weights_are_learned_and_used(root: Path, folder: Path) -> None:
    for name in ("2021-11-10-de-ru", "2021-12-07-us-ru", "2022-05-13-de-ru"):
        shutil.copytree(root / "readouts" / name, folder / "calls" / name)
    learning = readcompare(
        "evaluate", "calls", "--matcher", "semantic", "--model", "tiny", "--fit", "mine.json", cwd=folder
    )
    assert (learning.returncode, learning.stderr) == (0, b"")
    done = readcompare(*WORDS, "--model", "tiny", "--weights", "mine.json", "-f", "json", cwd=folder)
    recipe = json.loads(done.stdout)["comparison"]["recipe"]
    assert (recipe["model"]["name"], recipe["weights"]["name"]) == ("tiny", "mine.json")
    refused = readcompare("evaluate", "calls", "--cv", "--weights", "mine.json", cwd=folder)
    assert refused.returncode == 2
    assert b"leave out --weights" in refused.stderr
