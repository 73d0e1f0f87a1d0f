"""The clipboard as a text: real commands on PATH, and a real X server where one is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from readcompare.errors import InputError
from readcompare.sources import clipboard
from readcompare.sources.clipboard import read_clipboard

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the tools of these tests are shell scripts")

REPORT = """Bundeskanzler Olaf Scholz und Präsident Wladimir Putin haben telefoniert.
Scholz habe auf Abzug gedrungen, teilte die Bundesregierung mit.
Der Kreml teilte mit: „Wir haben alles gesagt, was zu sagen war.“
"""


def tool(folder: Path, name: str, script: str) -> dict[str, str]:
    """An environment with an X display in which the command `name` is `script`, and no other tool is there."""
    made = folder / name
    made.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    made.chmod(0o755)
    kept = {key: value for key, value in os.environ.items() if key not in ("WAYLAND_DISPLAY", "WSL_DISTRO_NAME")}
    return kept | {"PATH": str(folder), "DISPLAY": ":77"}


def run(*arguments: str, cwd: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "readcompare", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment | {"PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )


def printing(folder: Path, text: str, name: str = "xclip") -> dict[str, str]:
    """An environment in which the tool `name` prints `text`."""
    copied = folder / "copied"
    copied.write_text(text, encoding="utf-8")
    return tool(folder, name, f"while IFS= read -r line; do printf '%s\\n' \"$line\"; done < '{copied}'")


def test_a_text_is_compared_with_what_was_copied(tmp_path: Path) -> None:
    (tmp_path / "moscow.txt").write_text("They spoke on Monday. They agreed on grain.", encoding="utf-8")
    environment = printing(tmp_path, "They spoke on Monday.\nHe asked for a pause.\n")
    done = run("report", "moscow.txt", "clipboard:", "-f", "text", cwd=tmp_path, environment=environment)
    assert done.returncode == 0, done.stderr
    assert "the clipboard" in done.stdout
    assert "He asked for a pause." in done.stdout


def test_a_copied_report_is_drawn_out(tmp_path: Path) -> None:
    environment = printing(tmp_path, REPORT)
    done = run("quotes", "clipboard:", cwd=tmp_path, environment=environment)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "quotes" / "report.txt").read_text(encoding="utf-8") == REPORT
    assert "the clipboard" in (tmp_path / "quotes" / "comparison.yaml").read_text(encoding="utf-8")


def test_the_first_tool_that_is_there_is_asked(tmp_path: Path) -> None:
    assert read_clipboard(100, printing(tmp_path, "by xsel\n", "xsel")) == b"by xsel\n"
    assert read_clipboard(100, printing(tmp_path, "by xclip\n")) == b"by xclip\n"


def test_where_no_tool_is_the_reader_is_told_what_to_install(tmp_path: Path) -> None:
    done = run("quotes", "clipboard:", cwd=tmp_path, environment=tool(tmp_path, "none", "exit 1"))
    assert done.returncode == 2
    assert done.stderr.startswith("readcompare: the clipboard: no clipboard can be reached here; ")
    assert "as -" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "quotes").exists()


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("exit 1", "there is no text on it"),
        ("exit 0", "there is no text on it"),
        ("printf ' \\n'", "there is no text on it"),
        ("while true; do printf 'aaaaaaaaaaaaaaaaaaaa' || exit; done & sleep 0.2; kill $!", "this is too large"),
        ("exec 2>/dev/null; while :; do :; done", "did not answer within 1 seconds"),
    ],
)
def test_a_clipboard_without_a_usable_text_is_told_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, told: str
) -> None:
    monkeypatch.setattr(clipboard, "SECONDS", 1.0)
    environment = tool(tmp_path, "xclip", script.replace("sleep", f"'{shutil.which('sleep')}'"))
    with pytest.raises(InputError, match=told) as caught:
        read_clipboard(1000, environment)
    assert str(caught.value).startswith("the clipboard: ")


def test_the_clipboard_is_given_once(tmp_path: Path) -> None:
    done = run("clipboard:", "clipboard:", cwd=tmp_path, environment=printing(tmp_path, "Words.\n"))
    assert done.returncode == 2
    assert "only one of the texts can come from the clipboard" in done.stderr


@pytest.fixture
def display(program: Callable[[str], str]) -> Iterator[str]:
    """The display of an X server of the test's own."""
    for needed in ("Xvfb", "xclip"):
        program(needed)
    taken, given = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(given), "-screen", "0", "320x200x8", "-nolisten", "tcp"],
        pass_fds=[given],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(given)
    try:
        with os.fdopen(taken, encoding="ascii") as told:
            number = told.readline().strip()
        if not number:
            pytest.skip("Xvfb cannot start here")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def test_what_another_program_copied_is_read_from_a_real_clipboard(tmp_path: Path, display: str) -> None:
    environment = os.environ | {"DISPLAY": display}
    environment.pop("WAYLAND_DISPLAY", None)
    empty = run("quotes", "clipboard:", cwd=tmp_path, environment=environment)
    assert "there is no text on it" in empty.stderr
    owner = subprocess.Popen(
        ["xclip", "-selection", "clipboard", "-in", "-quiet", "-loops", "0"],
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    assert owner.stdin is not None
    try:
        owner.stdin.write(REPORT.encode())
        owner.stdin.close()
        deadline = time.monotonic() + 10
        done = run("quotes", "clipboard:", "-f", "json", cwd=tmp_path, environment=environment)
        while done.returncode and time.monotonic() < deadline:  # until the other program owns the clipboard
            done = run("quotes", "clipboard:", "-f", "json", cwd=tmp_path, environment=environment)
        assert done.returncode == 0, done.stderr
        assert "Wir haben alles gesagt, was zu sagen war." in done.stdout
    finally:
        owner.terminate()
        owner.wait()
