"""The command line about lexicons and dictionaries, in real processes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_cli import readcompare

LEXICON = """format: readcompare-lexicon/1
name: bridge
entries:
- {id: crayfish, w: 1, en: ['crayfish*'], de: ['flusskrebs*']}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts about a crayfish, a sound lexicon, a faulty one, a list of words."""
    (tmp_path / "berlin.txt").write_text(
        "Der Flusskrebs laicht. Der Schneesturm verwehte das Warenlager.", encoding="utf-8"
    )
    (tmp_path / "london.txt").write_text(
        "The blizzard buried the warehouse. The crayfish is spawning.", encoding="utf-8"
    )
    (tmp_path / "good.yaml").write_text(LEXICON, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(LEXICON + "- {id: all, en: ['a*', the]}\n", encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("name: [", encoding="utf-8")
    (tmp_path / "words.txt").write_text("Warenlager\twarehouse\nSchneesturm\tblizzard\n", encoding="utf-8")
    return tmp_path


def test_a_sound_lexicon_is_said_to_be_fine(folder: Path) -> None:
    done = readcompare("lexicon", "check", "good.yaml", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"good.yaml: 1 entry fine\n", b"")


def test_every_fault_of_every_file_is_told_with_its_place(folder: Path) -> None:
    done = readcompare("lexicon", "check", "good.yaml", "bad.yaml", "broken.yaml", "none.yaml", cwd=folder)
    told = done.stderr.decode()
    assert done.returncode == 2
    assert done.stdout == b"good.yaml: 1 entry fine\nbad.yaml: 1 of 2 entries fine\n"
    for place in ("bad.yaml:5:18: 'a*'", "bad.yaml:5:24: 'the'", "broken.yaml:1:", "none.yaml: no such file"):
        assert f"readcompare: {place}" in told


def test_coverage_for_people_and_for_programs(folder: Path) -> None:
    done = readcompare("lexicon", "coverage", "berlin.txt", "london.txt", "--lexicon", "good.yaml", cwd=folder)
    out = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert out.startswith("berlin.txt (de): ")
    assert "\n    1  warenlager\n" in out
    assert "crayfish" not in out
    done = readcompare("lexicon", "coverage", "-", "--lang", "de", "-f", "json", stdin=b"Flusskrebs Warenlager")
    (record,) = json.loads(done.stdout)
    assert (record["name"], record["language"], record["words"], record["share"]) == ("standard input", "de", 2, 0.0)
    assert record["unknown"] == [{"word": "flusskrebs", "count": 1}, {"word": "warenlager", "count": 1}]
    assert set(record["layers"]) == {"bridge", "entities", "term_families"}


@pytest.mark.parametrize("command", [[], ["report"]])
def test_lexicons_and_dictionaries_of_ones_own_link_what_was_unknown(folder: Path, command: list[str]) -> None:
    texts = ["berlin.txt", "london.txt", "--lang-a", "de", "--lang-b", "en"]
    own = ["--lexicon", "good.yaml", "--dictionary", "words.txt:de-en"]
    without = readcompare(*command, *texts, cwd=folder).stdout.decode()
    done = readcompare(*command, *texts, *own, cwd=folder)
    out = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    for link in ("A1 ~↕ B2", "A2 ~↕ B1"):
        assert link not in without
        assert link in out
    assert "own lexicon good.yaml: 1 entry for bridge" in out


@pytest.mark.parametrize(
    ("arguments", "gist"),
    [
        (["lexicon"], "ACTION"),
        (["lexicon", "chek"], "check"),
        (["lexicon", "coverage", "none.txt"], "none.txt"),
        (["lexicon", "coverage", "berlin.txt", "--lexicon", "bad.yml"], "did you mean 'bad.yaml'?"),
        (["report", "berlin.txt", "london.txt", "--lexicon", "broken.yaml"], "broken.yaml:1:"),
        (["report", "berlin.txt", "london.txt", "--dictionary", "words.txt"], "words.txt:de-en"),
        (["report", "berlin.txt", "london.txt", "--dictionary", "none.index"], "/usr/share/dictd"),
        (["report", "berlin.txt", "london.txt", "--lexicon", "good.yaml", "-o", "good.yaml"], "overwrite"),
    ],
)
def test_bad_input_is_one_clear_line_and_exit_2(folder: Path, arguments: list[str], gist: str) -> None:
    done = readcompare(*arguments, cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert gist in done.stderr.decode()
    assert b"Traceback" not in done.stderr
