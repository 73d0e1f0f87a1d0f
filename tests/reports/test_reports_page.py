"""The page on reports shows what the program does."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def test_every_example_of_the_page_runs_and_prints_what_it_shows(root: Path, tmp_path: Path) -> None:
    page = (root / "docs" / "reports.md").read_text(encoding="utf-8")
    for year in ("2021-11-10-de-ru", "2021-11-15-de-by", "2022-02-14-us-uk"):
        shutil.copytree(root / "readouts" / year, tmp_path / "readouts" / year)
    blocks = re.findall(r"```console\n(.*?)```", page, re.DOTALL)
    calls = [call for block in blocks for call in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    assert len(calls) > 7
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
        code = re.search(r"^\[exit code (\d)\]$", shown, re.MULTILINE)
        assert done.returncode == (int(code[1]) if code else 0), (command, done.stderr)
        if not code:
            assert_shown(shown, done.stdout, command)


def assert_shown(shown: str, printed: str, command: str) -> None:
    """What the page shows stands in the output in this order; dots stand for what was left out."""
    for part in filter(None, re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)):
        _, found, printed = printed.partition(part)
        assert found == part, f"{command} does not print:\n{part}"


@pytest.mark.parametrize("format_name", ["text", "md", "csv", "json", "diff"])
def test_the_page_tells_of_every_format(root: Path, format_name: str) -> None:
    page = (root / "docs" / "reports.md").read_text(encoding="utf-8")
    assert f"| `{format_name}` |" in page
