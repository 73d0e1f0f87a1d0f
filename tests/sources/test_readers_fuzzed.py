"""No mutated document crashes or hangs a reader."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent.parent
COUNT, SECONDS, FEWEST = 3_000, 15, 100


@pytest.mark.parametrize("reader", ["known page", "unknown page", "markdown", "pdf", "docx", "text"])
def test_thousands_of_mutated_documents_end_in_a_text_or_in_one_line(reader: str) -> None:
    source = os.pathsep.join([str(TESTS.parent / "src"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, str(TESTS / "fuzz_readers.py"), reader, "1", str(COUNT), str(SECONDS)],
        capture_output=True, text=True, encoding="utf-8", timeout=SECONDS + 60, check=False,
        env=os.environ | {"PYTHONPATH": source, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    assert int(done.stdout.split()[0]) >= FEWEST
