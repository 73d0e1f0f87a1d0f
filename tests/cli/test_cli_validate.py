"""`validate` and `schema` as a user meets them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = """\
sides:
  - {id: germany, file: a.txt, language: de}
  - {id: kremlin, texts: {ru: b.txt}}
"""


def readcompare(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "readcompare", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        timeout=60,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two comparison files, one of them in a folder below, with files that are none."""
    for place in (tmp_path, tmp_path / "below"):
        place.mkdir(exist_ok=True)
        (place / "a.txt").write_text("Die Kanzlerin sprach.\n", encoding="utf-8")
        (place / "b.txt").write_text("Президент говорил.\n", encoding="utf-8")
        (place / "call.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "terms.yaml").write_text("entities: []\n", encoding="utf-8")
    (tmp_path / "defaults.yaml").write_text("sides: {germany: {name: Germany}}\n", encoding="utf-8")
    return tmp_path


def test_a_valid_file_is_told_on_standard_output(folder: Path) -> None:
    done = readcompare("validate", "call.yaml", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "call.yaml: valid, germany (de) and kremlin (ru)\n"


@pytest.mark.parametrize("word", ["*.yaml", "**/call.yaml"])
def test_a_pattern_means_the_files_that_fit(folder: Path, word: str) -> None:
    done = readcompare("validate", word, cwd=folder)
    valid = [line.partition(":")[0] for line in done.stdout.splitlines()]
    assert valid == (["call.yaml"] if word == "*.yaml" else [str(Path("below") / "call.yaml"), "call.yaml"])
    assert done.returncode == (2 if word == "*.yaml" else 0)  # the pattern names the lexicon too


def test_a_folder_means_its_comparison_files_and_no_other_yaml(folder: Path) -> None:
    done = readcompare("validate", str(folder), cwd=folder.parent)
    assert done.returncode == 0, done.stderr
    assert [line.partition(": valid")[0] for line in done.stdout.splitlines()] == [
        str(folder / "call.yaml"),
        str(folder / "below" / "call.yaml"),
    ]


def test_all_problems_of_all_files_are_told_at_once(folder: Path) -> None:
    (folder / "call.yaml").write_text("titel: x\ndate: 10.11.2021\n" + GOOD.replace("a.txt", "aa.txt"), "utf-8")
    (folder / "below" / "call.yaml").write_text("sides: [\n", encoding="utf-8")
    done = readcompare("validate", "call.yaml", "below", "nowhere.yaml", "*.json", cwd=folder)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.splitlines()[:9] == [
        "readcompare: call.yaml:1:1: unknown key 'titel'; did you mean 'title'?",
        "    titel: x",
        "    ^",
        "readcompare: call.yaml:2:7: date must be a day such as 2021-11-10, not '10.11.2021'",
        "    date: 10.11.2021",
        "          ^",
        "readcompare: call.yaml:4:25: the text 'aa.txt': no such file; did you mean 'a.txt'?",
        "    - {id: germany, file: aa.txt, language: de}",
        "                          ^",
    ]
    assert f"readcompare: {Path('below') / 'call.yaml'}:1:9: " in done.stderr
    assert "readcompare: nowhere.yaml: no such file" in done.stderr
    assert "readcompare: *.json: no file fits this pattern" in done.stderr


@pytest.mark.parametrize(
    ("data", "gist"),
    [
        ("Präsident\n".encode("cp1252"), "line 1, column 3: this is not UTF-8: byte 0xe4"),
        (b" \n", "there is no text in it"),
        (b"%PDF-1.7", "this PDF is damaged"),
    ],
)
def test_a_text_that_cannot_be_read_is_told_where_it_is_named(folder: Path, data: bytes, gist: str) -> None:
    (folder / "a.txt").write_bytes(data)
    done = readcompare("validate", "call.yaml", cwd=folder)
    assert done.returncode == 2
    assert done.stderr.startswith("readcompare: call.yaml:2:25: the text 'a.txt': ")
    assert gist in done.stderr
    assert "--encoding" not in done.stderr


def test_a_named_encoding_is_tried(folder: Path) -> None:
    (folder / "b.txt").write_bytes("Президент говорил.\n".encode("cp1251"))
    (folder / "call.yaml").write_text(GOOD.replace("ru: b.txt}", "ru: b.txt}, encoding: cp1251"), encoding="utf-8")
    assert readcompare("validate", "call.yaml", cwd=folder).returncode == 0


def test_broken_notes_are_told_in_their_own_file(folder: Path) -> None:
    (folder / "call.yaml").write_text(GOOD + "annotations: call.notes.yaml\n", encoding="utf-8")
    assert readcompare("validate", "call.yaml", cwd=folder).returncode == 0
    (folder / "call.notes.yaml").write_text("format: readcompare-annotations/1\nrwos: []\n", encoding="utf-8")
    done = readcompare("validate", "call.yaml", cwd=folder)
    assert done.returncode == 2
    assert "call.notes.yaml:2:1: unknown key 'rwos'; did you mean 'rows'?" in done.stderr


def test_what_two_comparisons_share_is_wrong_once(folder: Path) -> None:
    (folder / "defaults.yaml").write_text("algin: {}\n", encoding="utf-8")
    for name in ("one.yaml", "two.yaml"):
        (folder / name).write_text("defaults: defaults.yaml\n" + GOOD, encoding="utf-8")
    done = readcompare("validate", "one.yaml", "two.yaml", cwd=folder)
    assert done.returncode == 2
    assert done.stderr.count("unknown key 'algin'; did you mean 'align'?") == 1


def test_the_schema_is_printed(tmp_path: Path) -> None:
    done = readcompare("schema", cwd=tmp_path)
    assert done.returncode == 0
    assert json.loads(done.stdout)["title"] == "A comparison file of readcompare"


@pytest.mark.parametrize(
    ("content", "place", "gist"),
    [
        (b"\xef\xbb\xbf" + GOOD.encode(), None, ""),
        (GOOD.replace("\n", "\r\n").encode(), None, ""),
        (GOOD.replace("ru: b.txt", "no: b.txt").encode(), None, ""),
        (b"title: 12:30\n" + GOOD.encode(), None, ""),
        (b"title: 2021-11-10\n" + GOOD.encode(), None, ""),
        (b"participants: [no, off, 12:30]\n" + GOOD.encode(), None, ""),
        (b"base: &b {id: x}\n" + GOOD.encode(), "1:1", "unknown key 'base'"),
        (b"align: &a {matcher: lexical}\nreport: {<<: *a}\n" + GOOD.encode(), "2:14", "aliases such as *a"),
        (b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n" + GOOD.encode(), "2:8", "aliases such as *a"),
        (GOOD.encode() + b"sides: []\n", "4:1", "the key 'sides' stands twice; the first is in line 1"),
        (b"align:\n\tthreshold: auto\n" + GOOD.encode(), "2:1", "a tab cannot indent"),
        ("title: Größe\n".encode("cp1252") + GOOD.encode(), "1:10", "not UTF-8"),
    ],
)
def test_traps_of_yaml(folder: Path, content: bytes, place: str | None, gist: str) -> None:
    (folder / "call.yaml").write_bytes(content)
    done = readcompare("validate", "call.yaml", cwd=folder)
    if place is None:
        assert (done.returncode, done.stderr) == (0, "")
    else:
        assert done.returncode == 2
        assert f"call.yaml:{place}: " in done.stderr
        assert gist in done.stderr
