"""Help texts: they start with examples, the examples run, and the manual page says the same."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from readcompare.cli import parser
from readcompare.cli.examples import EXAMPLES
from readcompare.cli.parser import Parser

CALLS = ("2021-11-10-de-ru", "2022-02-14-us-uk", "2025-03-18-us-ru")


def commands(command: Parser) -> Iterator[Parser]:
    """The command and all below it."""
    yield command
    for action in command._actions:
        if isinstance(action.choices, dict):
            for below in action.choices.values():
                yield from commands(below)


COMMANDS = {command.prog.removeprefix("readcompare").strip(): command for command in commands(parser())}
SHOWN = sorted({re.split(r" {2,}", line)[0] for examples in EXAMPLES.values() for line in examples.splitlines()})
# No test may need the network, and a server does not end: fetching and serving have tests of their own.
RUN = [command for command in SHOWN if not command.startswith(("readcompare fetch", "readcompare serve"))]
LEXICON = """\
format: readcompare-lexicon/1
name: bridge
entries:
- {id: crayfish, w: 1, en: ['crayfish*'], de: ['flusskrebs*']}
"""


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """A folder with everything that the examples name."""
    shutil.copytree(root / "readouts" / CALLS[0], tmp_path, dirs_exist_ok=True)
    (tmp_path / "comparison.yaml").rename(tmp_path / "call.yaml")
    (tmp_path / "germany.de.txt").rename(tmp_path / "berlin.txt")
    (tmp_path / "kremlin.ru.txt").rename(tmp_path / "moscow.txt")
    described = (tmp_path / "call.yaml").read_text(encoding="utf-8")
    described = described.replace("germany.de.txt", "berlin.txt").replace("kremlin.ru.txt", "moscow.txt")
    (tmp_path / "call.yaml").write_text(described, encoding="utf-8")
    for call in CALLS:
        shutil.copytree(root / "readouts" / call, tmp_path / "readouts" / call)
    shutil.copytree(root / "tests" / "several" / "2014-07-03-de-fr-ru", tmp_path / "several")
    several = (tmp_path / "several" / "comparison.yaml").read_text(encoding="utf-8")
    (tmp_path / "several" / "comparison.yaml").unlink()
    several = re.sub(r"(?<=[{ ])(?=\w+\.\w\w\.txt)", "several/", several)
    (tmp_path / "several.yaml").write_text(several, encoding="utf-8")
    (tmp_path / "my-terms.yaml").write_text(LEXICON, encoding="utf-8")
    shutil.copy(root / "seeds" / "2021-11-10-merkel-putin.md", tmp_path / "report.md")
    (tmp_path / "config.yaml").write_text("width: 90\n", encoding="utf-8")
    shutil.copytree(root / "readouts" / CALLS[1], tmp_path / "calls")
    (tmp_path / "calls" / "comparison.yaml").rename(tmp_path / "calls" / "us-uk.yaml")
    (tmp_path / "calls" / "gold.yaml").unlink()
    for name in ("berlin.txt", "moscow.txt"):
        shutil.copy(tmp_path / name, tmp_path / "calls" / f"2021-11-10-{name}")
    (tmp_path / "bin").mkdir()
    stub = tmp_path / "bin" / "readcompare"
    stub.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m readcompare "$@"\n', encoding="utf-8")
    stub.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_starts_with_examples(name: str) -> None:
    command = COMMANDS[name]
    about, examples, *_ = command.format_help().split("\n\n")
    assert command.description is not None
    assert " ".join(about.split()) == command.description
    head, *lines = examples.splitlines()
    assert head == "examples:"
    assert [line.removeprefix("  ") for line in lines] == EXAMPLES[name].splitlines()
    assert all(re.match(r"  readcompare(?: .*?\S)? {2,}\S", line) for line in lines)


def test_there_are_no_examples_of_commands_that_are_not_there() -> None:
    assert set(EXAMPLES) == set(COMMANDS)


@pytest.mark.skipif(sys.platform == "win32", reason="the examples are written for the shells of Unix")
@pytest.mark.parametrize("command", RUN)
def test_every_example_runs(folder: Path, command: str) -> None:
    if command.startswith("readcompare init"):  # in a folder with the texts of two sides
        for name in ("germany.en.txt", "kremlin.en.txt", "report.md"):
            (folder / name).unlink(missing_ok=True)
    environment = os.environ | {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "PYTHONIOENCODING": "utf-8"}
    environment["READCOMPARE_CONFIG"] = str(folder / "config.yaml")
    if "view" in command:
        record = ["readcompare", "report", "call.yaml", "-o", "call.json"]
        subprocess.run(record, cwd=folder, env=environment, check=True)
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        input=(folder / "moscow.txt").read_text(encoding="utf-8"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == ("diff" in command), done.stderr
    written = re.search(r"(?:-o|>) (\S+)", command)
    is_still = "init" in command or "--quiet" in command
    assert done.stdout or is_still or (written and (folder / written.group(1)).stat().st_size)


def manual(root: Path) -> str:
    return subprocess.run(
        [sys.executable, "tools/manual.py"], cwd=root, capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout


def test_the_manual_page_is_in_step(root: Path) -> None:
    page = (root / "docs" / "readcompare.1").read_text(encoding="utf-8")
    assert page == manual(root), "make it anew: python tools/dev.py manual"


def test_the_manual_page_is_sound_and_names_every_option(root: Path, program: Callable[[str], str]) -> None:
    done = subprocess.run(
        [program("groff"), "-man", "-ww", "-Tutf8", "-P-cbou", "docs/readcompare.1"],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == ""
    for command in COMMANDS.values():
        for action in command._actions:
            if action.help == argparse.SUPPRESS:
                continue  # one of a row of options, of which the first tells
            for option in action.option_strings:
                assert option in done.stdout or option in ("-h", "--help", "--version")
    assert "READCOMPARE_WIDTH" in done.stdout


def test_help_of_the_whole_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    from readcompare.cli import main

    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert all(re.search(rf"^ +{name}\b", told, re.MULTILINE) for name in COMMANDS if name and " " not in name)
