"""The progress bar: only at a terminal, only when it takes long, never in what a command writes."""

from __future__ import annotations

import io
import subprocess
import sys
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pytest

from readcompare.cli import main
from readcompare.cli import progress as bar
from readcompare.runner import run_texts

GERMAN = "Bundeskanzlerin Merkel hat mit Präsident Putin telefoniert. Thema war die Grenze zu Belarus."
RUSSIAN = "Владимир Путин провёл телефонный разговор с Ангелой Меркель. Обсуждалась ситуация на границе Белоруссии."


class Terminal(io.StringIO):
    """Standard error as a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def texts(tmp_path: Path) -> tuple[str, str]:
    """Two texts that are long enough to be told about more than once, and short enough for a test."""
    names = str(tmp_path / "berlin.txt"), str(tmp_path / "moscow.txt")
    for name, text in zip(names, (GERMAN, RUSSIAN), strict=True):
        Path(name).write_text("\n\n".join(f"{text} {number}." for number in range(150)), encoding="utf-8")
    return names


def told(texts: tuple[str, str], stderr: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the command writes to `stderr` while it compares."""
    monkeypatch.setattr(sys, "stderr", stderr)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert main(["report", *texts]) == 0
    return stderr.getvalue()


def test_a_long_comparison_tells_at_a_terminal_how_far_it_has_come(
    texts: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bar, "PATIENCE", 0.0)
    shown = told(texts, Terminal(), monkeypatch)
    assert "comparing" in shown
    assert "%" in shown
    at_terminal = capsys.readouterr().out
    assert told(texts, io.StringIO(), monkeypatch) == ""
    assert capsys.readouterr().out == at_terminal != ""


def test_a_dumb_terminal_and_a_quick_comparison_see_no_bar(
    texts: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bar, "PATIENCE", 3600.0)
    assert told(texts, Terminal(), monkeypatch) == ""
    monkeypatch.setattr(bar, "PATIENCE", 0.0)
    monkeypatch.setattr(sys, "stderr", stderr := Terminal())
    monkeypatch.setenv("TERM", "dumb")
    assert main(["report", *texts]) == 0
    assert stderr.getvalue() == ""


def test_the_bar_is_loaded_only_when_it_is_shown(texts: tuple[str, str]) -> None:
    script = (
        "import sys\nfrom readcompare.cli import main\nmain(sys.argv[1:])\nassert 'rich.progress' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script, "report", *texts], check=True, capture_output=True, timeout=60)


def test_the_share_that_is_done_grows_from_nothing_to_all(texts: tuple[str, str]) -> None:
    told: list[tuple[float, str]] = []
    run_texts(texts, progress=lambda share, step: told.append((share, step)))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert len(set(shares)) > 5
    assert 0 == shares[0] < shares[-1] == 1
    # Each step has a name, and is told once as it begins.
    steps = [step for step, _ in groupby(told, key=itemgetter(1))]
    assert len(steps) == len(set(steps)) > 8
    assert all(steps)
