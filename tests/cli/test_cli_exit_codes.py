"""What each way of calling the program gives back: exit code, data, narration."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

TALK = "The leaders discussed Ukraine. The President demanded a ceasefire in Syria."
SIDE = "  - {{id: {0}, file: {1}, language: en, name: Office {0}}}\n"


def call(*arguments: str, cwd: Path, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    return subprocess.run(
        [sys.executable, "-m", "readcompare", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env=plain | {"PYTHONUTF8": "1"} | environment,
        timeout=60,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {
        "a.txt": TALK,
        "same.txt": TALK,
        "quotes.txt": TALK.replace(" ", "\n", 3).replace("The President", "The  president"),
        "other.txt": "The leaders discussed Ukraine.",
        "turned.txt": " ".join(reversed([s + "." for s in TALK.removesuffix(".").split(". ")])),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "call.yaml").write_text("sides:\n" + SIDE.format("x", "a.txt") + SIDE.format("y", "other.txt"))
    (tmp_path / "broken.yaml").write_text("sides: [\n", encoding="utf-8")
    (tmp_path / "missing.yaml").write_text("sides:\n" + SIDE.format("x", "a.txt") + SIDE.format("y", "gone.txt"))
    for number in (1, 2):
        inner = tmp_path / "calls" / f"call-{number}"
        inner.mkdir(parents=True)
        for name in ("a.txt", "other.txt"):
            (inner / name).write_text(texts[name], encoding="utf-8")
        (inner / "comparison.yaml").write_text((tmp_path / "call.yaml").read_text())
    (tmp_path / "empty").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code", "out", "err"),
    [
        ("diff a.txt same.txt", 0, "", ""),
        ("diff a.txt quotes.txt", 0, "", ""),  # spaces and case are no difference
        ("diff a.txt other.txt", 1, "-The President demanded", ""),
        ("diff a.txt turned.txt", 1, "R1 A1 =↕ B2", ""),  # another order is one
        ("diff a.txt other.txt --quiet", 1, "", ""),
        ("diff a.txt same.txt --quiet", 0, "", ""),
        ("diff a.txt same.txt --verbose", 0, "", "nothing differs"),
        ("diff a.txt other.txt --verbose", 1, "@@", "the accounts differ"),
        ("diff call.yaml", 1, "--- A Office x", ""),
        ("diff a.txt other.txt -f md", 1, "| Point |", ""),
        ("diff a.txt gone.txt", 2, "", "gone.txt"),
        ("diff a.txt", 2, "", "one text; a comparison needs two"),
        ("diff broken.yaml", 2, "", "broken.yaml:1:"),
        ("diff calls", 2, "", "2 comparisons"),
        ("diff a.txt - < other.txt", 1, "-The President demanded", ""),
        ("report a.txt other.txt", 0, "SAID BY ONE SIDE ONLY", ""),
        ("report - a.txt -f csv < other.txt", 0, "row,kind", ""),
        ("report a.txt other.txt -f md --only omissions", 0, "| Point |", ""),
        ("report a.txt other.txt -f json --only omissions", 2, "", "--only is for text, md, csv, html, docx"),
        ("report a.txt other.txt --quiet --verbose", 2, "", "not allowed"),
        ("report a.txt other.txt --layout rows", 2, "", "columns"),
        ("report a.txt other.txt --color sometimes", 2, "", "always"),
        ("report call.yaml -o other.txt", 2, "", "overwrite"),  # a text that the comparison file names
        ("report calls", 2, "", "name a folder for their reports"),
        ("report calls -o reports.txt", 2, "", "name a folder for their reports"),
        ("report calls -o out/", 0, "", "2 of 2 reports written to out/"),
        ("report calls -o out/ --quiet", 0, "", ""),
        ("report calls/call-1", 0, "AT A GLANCE", ""),
        ("report calls/call-1 -o empty -f csv", 0, "", "1 of 1 reports"),
        ("report calls/*/comparison.yaml -o out/ -f md --verbose", 0, "", "out/call-1.md: 2 and 1 sentences"),
        ("report call.yaml broken.yaml missing.yaml -o out/", 2, "", "1 of 3 reports written to out/"),
        ("report call.yaml a.txt -o out/", 2, "", "given alone"),
        ("report call.yaml -o a.txt/", 2, "", "a.txt/: this folder cannot be made"),
        ("report no*.yaml -o out/", 2, "", "no file fits this pattern"),
        ("report empty -o out/", 2, "", "no comparison file in this folder"),
        ("open calls", 2, "", "open one at a time"),
        ("view call.yaml", 2, "", "this is no JSON"),
        ("view gone.json", 2, "", "gone.json"),
        ("view a.json -f pdf", 2, "", "pdf"),
        ("--version", 0, "readcompare ", ""),
    ],
)  # fmt: skip
def test_exit_code_data_and_narration(folder: Path, arguments: str, code: int, out: str, err: str) -> None:
    words, _, given = arguments.partition(" < ")
    stdin = (folder / given).read_text(encoding="utf-8") if given else ""
    done = call(*words.split(), cwd=folder, stdin=stdin, PYTHONIOENCODING="utf-8")
    assert done.returncode == code, done.stderr
    assert out in done.stdout if out else done.stdout == ""
    assert err in done.stderr if err else done.stderr == ""
    assert "Traceback" not in done.stderr


def test_a_batch_goes_on_past_what_is_broken_and_tells_all_of_it_at_the_end(folder: Path) -> None:
    done = call("report", "broken.yaml", "missing.yaml", "call.yaml", "calls", "-o", "out/", "-f", "json", cwd=folder)
    assert done.returncode == 2
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["call-1.json", "call-2.json", "call.json"]
    told = done.stderr.splitlines()
    assert told[0] == "readcompare: 3 of 5 reports written to out/"
    assert any(line.startswith("readcompare: broken.yaml:1:") for line in told)
    assert any(line.startswith("readcompare: ") and "gone.txt" in line for line in told)


def test_two_comparisons_of_one_name_get_files_of_their_own(folder: Path) -> None:
    (folder / "calls" / "call.yaml").write_text((folder / "call.yaml").read_text().replace("file: ", "file: call-1/"))
    done = call("report", "call.yaml", "calls/call.yaml", "-o", "out/", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["call-2.txt", "call.txt"]


def test_a_batch_writes_over_none_of_the_texts_it_reads(folder: Path) -> None:
    (folder / "calls" / "call-1" / "comparison.yaml").rename(folder / "calls" / "call-1" / "a.yaml")
    done = call("report", "calls/call-1/a.yaml", "-o", "calls/call-1/", cwd=folder)
    assert done.returncode == 2
    assert "overwrite" in done.stderr
    assert (folder / "calls" / "call-1" / "a.txt").read_text(encoding="utf-8") == TALK


def test_a_record_is_viewed_as_what_it_was_and_written_byte_for_byte(folder: Path) -> None:
    for form in ("json", "text", "md", "csv", "diff"):
        assert call("report", "call.yaml", "-f", form, "-o", f"first.{form}", cwd=folder).returncode == 0
        assert call("view", "first.json", "-f", form, "-o", f"again.{form}", cwd=folder).returncode == 0
        assert (folder / f"again.{form}").read_bytes() == (folder / f"first.{form}").read_bytes()
    piped = call("view", "-", "-f", "text", cwd=folder, stdin=(folder / "first.json").read_text(encoding="utf-8"))
    assert piped.stdout == call("report", "call.yaml", cwd=folder).stdout


def test_a_spreadsheet_file_says_that_it_is_utf_8_and_standard_output_does_not(folder: Path) -> None:
    assert call("report", "call.yaml", "-o", "call.csv", cwd=folder).returncode == 0
    written = (folder / "call.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfrow,kind")
    assert call("report", "call.yaml", "-f", "csv", cwd=folder).stdout == written.decode("utf-8-sig")


@pytest.mark.parametrize(
    ("words", "environment", "coloured"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        ([], {"FORCE_COLOR": ""}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        (["-f", "diff", "--color", "always"], {}, True),
        (["-f", "md", "--color", "always"], {}, False),
        (["-o", "out.txt"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_an_option_before_it_is_the_environment(
    folder: Path,
    words: list[str],
    environment: dict[str, str],
    coloured: bool,  # noqa: FBT001 - a table
) -> None:
    done = call("report", "call.yaml", *words, cwd=folder, **environment)
    report = (folder / "out.txt").read_text(encoding="utf-8") if "-o" in words else done.stdout
    assert ("\x1b[" in report) == coloured


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals on Windows")
@pytest.mark.parametrize(("words", "shown"), [([], True), (["--quiet"], False), (["--verbose"], False)])
def test_progress_is_told_on_a_terminal_alone(folder: Path, words: list[str], shown: bool) -> None:  # noqa: FBT001 - a table
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "readcompare", "report", "calls", "-o", "out/", *words]
    done = subprocess.run(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=theirs, env=os.environ | {"TERM": "xterm"}, check=False
    )
    os.close(theirs)
    told = b""
    while chunk := _read(ours):
        told += chunk
    os.close(ours)
    assert done.returncode == 0
    assert (b"comparing" in told) == shown
    assert done.stdout == b""


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux tells so that the other end is closed
        return b""


def test_the_json_of_a_batch_is_that_of_a_single_report(folder: Path) -> None:
    call("report", "calls", "-o", "out/", "-f", "json", cwd=folder)
    alone = json.loads(call("report", "calls/call-1", "-f", "json", cwd=folder).stdout)
    assert json.loads((folder / "out" / "call-1.json").read_text(encoding="utf-8")) == alone
