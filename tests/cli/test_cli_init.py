"""`init` as a user meets it, with and without a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from readcompare.sources.comparison_file import ComparisonFile, read_comparison_file
from readcompare.sources.schema import comparison_schema


def readcompare(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "readcompare", *arguments],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        timeout=60,
        check=False,
    )


def put(folder: Path, *names: str) -> None:
    german = "Bundeskanzlerin Merkel hat mit dem Präsidenten gesprochen. Thema war die Lage an der Grenze."
    russian = "Президент провёл телефонный разговор с канцлером. Обсуждалась ситуация на границе."
    for name in names:
        (folder / name).write_text(russian if "moscow" in name else german, encoding="utf-8")


def written(folder: Path, name: str) -> ComparisonFile:
    """The comparison file, which is read, and held against the schema beside it, which it names."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=readcompare.schema.json\n")
    assert (folder / "readcompare.schema.json").read_text(encoding="utf-8") == comparison_schema()
    done = readcompare("validate", name, cwd=folder)
    assert done.returncode == 0, done.stderr
    return read_comparison_file(str(path))


def test_in_an_empty_folder_there_is_something_to_fill_in(tmp_path: Path) -> None:
    done = readcompare("init", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    described = written(tmp_path, "comparison.yaml")
    assert described.title == tmp_path.name
    assert [side.id for side in described.sides] == ["side-a", "side-b"]
    assert "put the text of the account into it" in done.stderr
    assert "Put the text" in (tmp_path / "side-a.txt").read_text(encoding="utf-8")


def test_texts_of_the_folder_become_sides_by_their_names(tmp_path: Path) -> None:
    put(tmp_path, "berlin.de.txt", "berlin.en.txt", "moscow.en.txt", "moscow.ru.txt")
    assert readcompare("init", "call.yaml", "--yes", cwd=tmp_path).returncode == 0
    described = written(tmp_path, "call.yaml")
    assert [(side.id, side.name, side.compare) for side in described.sides] == [
        ("berlin", "Berlin", "de"),
        ("moscow", "Moscow", "ru"),
    ]
    assert [text.language for text in described.sides[0].texts] == ["de", "en"]


def test_named_texts_are_taken_whatever_else_lies_there(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.txt", "c.txt", "true.txt", "moscow.txt")
    assert readcompare("init", "call.yaml", "true.txt", "moscow.txt", cwd=tmp_path).returncode == 0
    assert [side.id for side in written(tmp_path, "call.yaml").sides] == ["true", "moscow"]


@pytest.mark.parametrize(
    ("arguments", "gist"),
    [
        (["call.yaml"], "two sides are needed, and 3 are named by their texts: a.txt, b.txt, c.txt"),
        (["old.yaml", "a.txt", "b.txt"], "this file is there already; --force writes over it"),
        (["call.txt", "a.txt", "b.txt"], "ends in .yaml"),
        (["calls/"], "calls/: there is no folder of this name; make it and put the texts into it"),
        (["calls"], "which ends in .yaml, such as calls.yaml"),
        (["a.txt/"], "there is no folder of this name"),
        (["call.yaml", "aa.txt", "b.txt"], "no such file; did you mean 'a.txt'?"),
        (["call.yaml", "a.txt", "../out.txt"], "lies outside the folder of this file"),
        (["no/call.yaml"], "there is no folder 'no'"),
    ],
)
def test_nothing_is_written_when_something_is_wrong(tmp_path: Path, arguments: list[str], gist: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    put(folder, "a.txt", "b.txt", "c.txt")
    put(tmp_path, "out.txt")
    (folder / "old.yaml").write_text("mine\n", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = readcompare("init", *arguments, cwd=folder)
    assert done.returncode == 2
    assert gist in done.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_force_writes_over(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "moscow.txt")
    (tmp_path / "call.yaml").write_text("mine\n", encoding="utf-8")
    assert readcompare("init", "call.yaml", "--force", cwd=tmp_path).returncode == 0
    assert written(tmp_path, "call.yaml").sides[1].id == "moscow"


def test_the_examples_in_the_remarks_are_valid_when_they_count(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "moscow.txt")
    readcompare("init", "call.yaml", cwd=tmp_path)
    text = (tmp_path / "call.yaml").read_text(encoding="utf-8")
    counted = text
    for key in ("date:", "participants:", "align:", "report:", "annotations:", "wording:", "complete:", "published:"):
        assert f"# {key}" in counted
        counted = counted.replace(f"# {key}", key)
    (tmp_path / "call.yaml").write_text(counted, encoding="utf-8")
    done = readcompare("validate", "call.yaml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_a_schema_of_ones_own_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "readcompare.schema.json").write_text("{}", encoding="utf-8")
    assert readcompare("init", cwd=tmp_path).returncode == 0
    assert json.loads((tmp_path / "readcompare.schema.json").read_text(encoding="utf-8")) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal on Windows")
def test_on_a_terminal_it_asks_until_the_answers_are_right(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "moscow.txt", "other.txt")
    answers = ["Merkel: a call", "10.11.2021", "2021-11-10", "", "Berlin!", "berlin", "nowhere.txt", "other.txt", "de"]
    answers += ["Кремль", "berlin", "kremlin", "", "russian", ""]
    done, told = at_a_terminal(tmp_path, answers, "init", "call.yaml", "a.txt", "moscow.txt")
    assert done == 0, told
    described = written(tmp_path, "call.yaml")
    assert (described.title, described.date) == ("Merkel: a call", "2021-11-10")
    berlin, kremlin = described.sides
    assert (berlin.id, berlin.name, berlin.texts[0].written, berlin.compare) == ("berlin", "A", "other.txt", "de")
    assert (kremlin.id, kremlin.name, kremlin.compare) == ("kremlin", "Кремль", "ru")
    for complaint in ("no day such as", "small letters", "no such file", "is the other side", "two or three letters"):
        assert complaint in told


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal on Windows")
def test_leaving_the_questions_writes_nothing(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "moscow.txt")
    done, _ = at_a_terminal(tmp_path, ["A title", "\x04"], "init", "call.yaml")
    assert done == 130
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "moscow.txt"]


def at_a_terminal(folder: Path, answers: list[str], *arguments: str) -> tuple[int, str]:
    """Run the command at a pseudo-terminal, typing `answers`; exit code, and what was shown."""
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "readcompare", *arguments], cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.write(ours, "".join(answer if answer == "\x04" else f"{answer}\n" for answer in answers).encode())
    code = process.wait(timeout=60)
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:  # the end, on Linux
        pass
    os.close(ours)
    return code, shown.decode()


def test_the_schema_that_is_written_is_one(tmp_path: Path) -> None:
    readcompare("init", cwd=tmp_path)
    Draft7Validator.check_schema(json.loads((tmp_path / "readcompare.schema.json").read_text(encoding="utf-8")))
