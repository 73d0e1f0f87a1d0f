"""Three and more sides on the command line: exit codes, options that do not fit, batches, what is opened."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SIDE = "  - {{id: {0}, file: {0}.txt, language: en, name: Office {0}}}\n"
TEXTS = {
    "berlin": "The leaders discussed Ukraine. The Chancellor demanded a ceasefire in Syria.",
    "paris": "The leaders discussed Ukraine. They agreed on talks about grain in October.",
    "moscow": "The leaders discussed Ukraine. They agreed on talks about grain in October.",
}


def call(*arguments: str, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "readcompare", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1", "NO_COLOR": "1"},
        timeout=120,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        (tmp_path / f"same-{name}.txt").write_text(TEXTS["berlin"], encoding="utf-8")
    three = "sides:\n" + "".join(map(SIDE.format, TEXTS))
    (tmp_path / "three.yaml").write_text(three, encoding="utf-8")
    (tmp_path / "two.yaml").write_text("sides:\n" + SIDE.format("berlin") + SIDE.format("paris"), encoding="utf-8")
    (tmp_path / "wrong.yaml").write_text(three + "pivot: rome\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code", "out", "err"),
    [
        ("three.yaml", 0, "set against A: ", ""),
        ("report three.yaml", 0, "NOT IN A, BUT IN SEVERAL OTHERS", ""),
        ("report three.yaml --pivot moscow", 0, "set against C: ", ""),
        ("report three.yaml --pivot b --layout columns -W 50", 0, "set against B: ", ""),
        ("report three.yaml -f md --only omissions", 0, "| Point |", ""),
        ("report three.yaml -f html --only alike", 0, "Some rows alone stand here: alike.", ""),
        ("report three.yaml -f json --only alike", 2, "", "--only is for text, md, csv, html, docx"),
        ("report berlin.txt paris.txt moscow.txt", 0, "berlin.txt, paris.txt and moscow.txt", ""),
        ("report berlin.txt - moscow.txt < paris.txt", 0, "standard input", ""),
        ("report berlin.txt - - < paris.txt", 2, "", "only one of the texts can come from standard input"),
        ("report berlin.txt paris.txt berlin.txt", 2, "", "same file twice"),
        ("report two.yaml --pivot A", 2, "", "--pivot is for three and more sides"),
        ("report three.yaml --pivot D", 2, "", "there is no side 'D' to be the pivot"),
        ("report three.yaml --lang-d en", 2, "", "there is no side D; there are 3 sides"),
        ("report two.yaml --lang-c en", 2, "", "there is no side C; there are 2 sides"),
        ("report three.yaml --lang-c de", 2, "", "side moscow has no text in de"),
        ("report three.yaml --annotations a.yaml", 2, "", "--annotations is for two sides"),
        ("report wrong.yaml", 2, "", "wrong.yaml:5:8: there is no side 'rome' to be the pivot"),
        ("report three.yaml -o moscow.txt", 2, "", "overwrite"),
        ("validate three.yaml", 0, "valid, berlin (en), paris (en) and moscow (en)", ""),
        ("validate wrong.yaml", 2, "", "wrong.yaml:5:8:"),
        ("diff three.yaml", 1, "+++ C Office moscow", ""),
        ("diff three.yaml --pivot C --quiet", 1, "", ""),
        ("diff same-berlin.txt same-paris.txt same-moscow.txt", 0, "", ""),
        ("report three.yaml two.yaml -o out/ --verbose", 0, "", "out/three.txt: 2 and 2 and 2 sentences"),
        ("report three.yaml two.yaml -o out/ --pivot C", 2, "", "1 of 2 reports written to out/"),
        ("schema --result", 0, '"synopsis"', ""),
        ("schema", 0, '"pivot"', ""),
    ],
)  # fmt: skip
def test_exit_code_data_and_narration(folder: Path, arguments: str, code: int, out: str, err: str) -> None:
    words, _, given = arguments.partition(" < ")
    stdin = (folder / given).read_text(encoding="utf-8") if given else ""
    done = call(*words.split(), cwd=folder, stdin=stdin)
    assert done.returncode == code, done.stderr
    assert out in done.stdout if out else done.stdout == ""
    assert err in done.stderr if err else done.stderr == ""
    assert "Traceback" not in done.stderr


def test_in_a_batch_the_trouble_with_one_is_told_with_its_name(folder: Path) -> None:
    done = call("report", "three.yaml", "two.yaml", "wrong.yaml", "-o", "out/", "-f", "csv", "--pivot", "C", cwd=folder)
    assert done.returncode == 2
    assert [path.name for path in (folder / "out").iterdir()] == ["three.csv"]
    assert "readcompare: two.yaml: --pivot is for three and more sides" in done.stderr
    assert "readcompare: wrong.yaml:5:8: there is no side 'rome'" in done.stderr


def test_line_by_line_the_pairs_are_read_one_after_the_other(folder: Path) -> None:
    done = call("three.yaml", "--linear", "--pivot", "C", cwd=folder, stdin="P\nP\nP\nh\nB\nc\nq\n")
    assert done.returncode == 0, done.stderr
    told = [line for line in done.stdout.splitlines() if line.startswith("Pair")]
    assert [line.split(".")[0] for line in told] == [
        "Pair 1 of 3: A, Office berlin and C, Office moscow",
        "Pair 2 of 3: B, Office paris and C, Office moscow",
        "Pair 3 of 3: A, Office berlin and B, Office paris",
        "Pair 1 of 3: A, Office berlin and C, Office moscow",
        "Pair 3 of 3: A, Office berlin and B, Office paris",
    ]
    assert "P, B: the next two of the sides" in done.stdout
    assert (folder / "three.berlin-paris.notes.yaml").exists()
    two = call("two.yaml", "--linear", cwd=folder, stdin="P\nh\nq\n")
    assert "There are only these two sides." in two.stdout
    assert "the next two" not in two.stdout


def test_work_by_hand_on_a_pair_is_not_written_over(folder: Path) -> None:
    notes = folder / "three.paris-moscow.notes.yaml"
    notes.write_text("format: readcompare-annotations/1\nrows: []\n", encoding="utf-8")
    done = call("report", "three.yaml", "-o", notes.name, cwd=folder)
    assert done.returncode == 2
    assert "overwrite" in done.stderr
