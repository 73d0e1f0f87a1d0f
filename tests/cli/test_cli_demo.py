"""The sample that is shipped: it is one of the annotated calls, and trying things on it changes nothing shipped."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import readcompare.sources


def demo(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "readcompare", "demo", *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1", "XDG_STATE_HOME": str(cwd / "state")},
        timeout=60,
        check=False,
    )


def test_the_sample_is_the_annotated_call(root: Path) -> None:
    shipped = Path(readcompare.sources.__file__).parent / "sample"
    assert len(list(shipped.iterdir())) == 5
    for path in shipped.iterdir():
        assert path.read_bytes() == (root / "readouts" / "2021-11-10-de-ru" / path.name).read_bytes()


def test_without_a_terminal_the_report_on_the_sample_is_printed(tmp_path: Path) -> None:
    done = demo("calls/sample", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Merkel–Putin call, 10 November 2021\n")
    assert sorted(path.name for path in (tmp_path / "calls" / "sample").iterdir()) == [
        "comparison.yaml", "germany.de.txt", "germany.en.txt", "kremlin.en.txt", "kremlin.ru.txt",
    ]  # fmt: skip


def test_it_is_kept_where_the_program_keeps_its_state_and_what_was_changed_stays(tmp_path: Path) -> None:
    assert demo(cwd=tmp_path).returncode == 0
    (text,) = (tmp_path / "state").rglob("germany.de.txt")
    text.write_text("Die Kanzlerin hat mit Präsident Putin telefoniert.", encoding="utf-8")
    assert "language de, 7 words" in demo(cwd=tmp_path).stdout


def test_another_comparison_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "comparison.yaml").write_text("title: mine\n", encoding="utf-8")
    done = demo(".", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "readcompare: comparison.yaml: this is another comparison; name another folder\n"
    (tmp_path / "file").write_text("x")
    done = demo("file/below", cwd=tmp_path)
    assert done.returncode == 2
    assert "this folder cannot be made" in done.stderr
