"""The page on three and more readouts shows what the program does."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from readcompare.sources.comparison_file import read_comparison_file

SAMPLE = Path("tests") / "several" / "2014-07-03-de-fr-ru"


@pytest.fixture
def page(root: Path) -> str:
    return (root / "docs" / "several.md").read_text(encoding="utf-8")


def test_every_command_of_the_page_runs_and_prints_what_it_shows(root: Path, page: str, tmp_path: Path) -> None:
    shutil.copytree(root / SAMPLE, tmp_path / "call")
    blocks = re.findall(r"```console\n(.*?)```", page, re.DOTALL)
    calls = [call for block in blocks for call in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    assert len(calls) == 5
    for call in calls:
        command, _, shown = call.partition("\n")
        done = subprocess.run(
            [sys.executable, "-m", *shlex.split(command)],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            env=os.environ | {"PYTHONUTF8": "1"},
            check=False,
        )
        shown, fails, _ = shown.partition("[exit code 2]")
        assert done.returncode == (2 if fails else 0), (command, done.stderr)
        printed = done.stdout + done.stderr
        for part in filter(None, re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)):
            _, found, printed = printed.partition(part)
            assert found == part, f"{command} does not print:\n{part}"


def test_the_python_example_runs(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    (shown,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    exec(shown, {})  # noqa: S102 - the page's own words
    assert capsys.readouterr().out.splitlines()[0] == "T1 all A1 B1 C1"


def test_the_comparison_file_of_the_page_is_valid(root: Path, page: str, tmp_path: Path) -> None:
    shutil.copytree(root / SAMPLE, tmp_path, dirs_exist_ok=True)
    (shown,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "call.yaml").write_text(shown, encoding="utf-8")
    assert [side.id for side in read_comparison_file(str(tmp_path / "call.yaml")).sides] == [
        "germany",
        "elysee",
        "kremlin",
    ]


def test_the_sample_is_labelled_as_what_it_is(root: Path) -> None:
    described = read_comparison_file(str(root / SAMPLE / "comparison.yaml"))
    assert [str(side.wording) for side in described.sides] == ["reconstruction"] * 3
