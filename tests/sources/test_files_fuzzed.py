"""No spoilt file crashes or hangs what reads it, nor what uses it then."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent.parent
LONGEST = 60
"""Seconds after which a busy machine tries no more inputs; the counts take a second or two each."""
COUNTS = {
    "comparison": 400, "compared": 60, "text": 30, "encoding": 1_000, "annotations": 1_000, "lexicon": 30,
    "word list": 2_000, "dictd": 2_000, "dictzip": 2_000, "result": 500, "gold": 500,
    "report": 50, "German report": 50, "Russian report": 50,
}  # fmt: skip


@pytest.mark.parametrize("kind", COUNTS)
def test_spoilt_files_are_used_or_end_in_plain_lines(kind: str) -> None:
    source = os.pathsep.join([str(TESTS.parent / "src"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, str(TESTS / "fuzz_files.py"), kind, "1", str(COUNTS[kind]), str(LONGEST)],
        capture_output=True, text=True, encoding="utf-8", timeout=LONGEST + 60, check=False,
        env=os.environ | {"PYTHONPATH": source, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    inputs, used = (int(word) for word in done.stdout.split()[:3:2])
    assert inputs > used > 0
