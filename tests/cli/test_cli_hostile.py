"""What a hostile user or a broken machine hands over ends in plain lines and in the right exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_cli import readcompare

TEXT = "The President spoke with the Chancellor by telephone. They agreed to meet again soon.\n"


def shell(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run `command` of a shell, in which `RC` is the program."""
    command = command.replace("RC", f"'{sys.executable}' -m readcompare")
    return subprocess.run(
        ["bash", "-c", command], cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt", "\x1b[31m\n\u202ec.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "dangling.txt").symlink_to("gone")
    long = "n" * 300
    (tmp_path / "long.yaml").write_text(
        f"sides:\n- {{id: a, file: a.txt}}\n- {{id: b, file: b.txt}}\ndictionaries: [{long}]\nlexicons: [{long}]\n"
        f"annotations: {long}\n"
    )
    return tmp_path


@pytest.mark.parametrize("form", ["text", "md", "csv", "diff"])
def test_a_name_with_control_characters_drives_no_terminal(folder: Path, form: str) -> None:
    done = readcompare("report", "\x1b[31m\n\u202ec.txt", "b.txt", "-f", form, cwd=folder)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout.decode()
    assert "\u202e" not in done.stdout.decode()


@pytest.mark.parametrize(
    ("words", "gist"),
    [
        ("report " + "n" * 300 + " b.txt", "file name too long"),
        ("report a.txt " + "d/" * 3_000, "file name too long"),
        ("report a.txt b.txt --dictionary " + "n" * 300, "file name too long"),
        ("report a.txt b.txt --lexicon loop", "symbolic links"),
        ("report a.txt b.txt --matcher semantic --model loop", "there is no such folder"),
        ("report long.yaml", "file name too long"),
        ("validate " + "n" * 300, "file name too long"),
        ("report dangling.txt b.txt", "this link leads to nothing"),
        ("init " + "n" * 300 + ".yaml --yes a.txt b.txt", "unrecognized arguments"),
        ("init " + "n" * 300 + "/x.yaml --yes", "there is no folder"),
        ("evaluate " + "n" * 300, "there is no such folder"),
    ],
)
def test_what_cannot_be_a_file_is_told_in_plain_lines(folder: Path, words: str, gist: str) -> None:
    done = readcompare(*words.split(), cwd=folder)
    told = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b"")
    assert gist in told.lower()
    assert "Traceback" not in told


@pytest.mark.parametrize("words", [("init", ""), ("quotes", "a.txt", "-o", "")])
def test_an_empty_name_is_not_the_working_folder(folder: Path, words: tuple[str, ...]) -> None:
    before = sorted(folder.iterdir())
    done = readcompare(*words, cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"no name" in done.stderr
    assert sorted(folder.iterdir()) == before


def test_trouble_is_no_difference_when_standard_error_is_full(folder: Path) -> None:
    assert shell("RC diff a.txt gone.txt 2> /dev/full", folder).returncode == 2
    assert shell("RC diff a.txt b.txt --bogus 2> /dev/full", folder).returncode == 2


def test_nothing_is_told_among_the_data_when_standard_error_is_closed(folder: Path) -> None:
    done = shell("RC report a.txt gone.txt 2>&-", folder)
    assert (done.returncode, done.stdout) == (2, "")


def test_a_folder_that_was_not_meant_is_not_read_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from readcompare.errors import InputError
    from readcompare.sources import text_folder

    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(text_folder, "MAX_TEXTS", 2)
    with pytest.raises(InputError, match="more than 2 texts are in it"):
        text_folder.texts_below(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_folder_that_may_not_be_written_to_stays_as_it_is(tmp_path: Path) -> None:
    for side in ("germany", "kremlin"):
        (tmp_path / f"2021-11-10-{side}.txt").write_text(TEXT, encoding="utf-8")
    tmp_path.chmod(0o500)
    # The superuser may write everywhere, but not without the privileges of one.
    plain = "setpriv --bounding-set=-all --inh-caps=-all " if os.geteuid() == 0 else ""
    done = shell(f"{plain}RC init .", tmp_path)
    tmp_path.chmod(0o700)
    assert done.returncode == 2
    assert "permission denied" in done.stderr.lower()
    assert len(list(tmp_path.iterdir())) == 2
