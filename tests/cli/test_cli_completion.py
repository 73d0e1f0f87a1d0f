"""Completion in the real shells: what is typed, a tab, and what the program is then given."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from readcompare.cli.completing import script

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these shells are not those of Windows")

TYPED = [
    ("readcompare vali\tcal\t", "validate call.yaml"),
    ("readcompare report cal\t--wid\t100", "report call.yaml --width 100"),
    ("readcompare report cal\t-f js\t", "report call.yaml -f json"),
    ("readcompare config sh\t", "config show"),
    ("readcompare lexicon che\tter\t", "lexicon check terms.yaml"),
    ("readcompare completion fi\t", "completion fish"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with files to complete, the three scripts, and a program that tells what it is given."""
    for name in ("call.yaml", "terms.yaml"):
        (tmp_path / name).write_text("", encoding="utf-8")
    programs = tmp_path / "bin"
    programs.mkdir()
    stand_in = programs / "readcompare"
    stand_in.write_text('#!/bin/sh\necho "GIVEN<$*>"\n', encoding="utf-8")
    stand_in.chmod(0o755)
    scripts = tmp_path / "scripts"
    scripts.mkdir()
    for shell, name in (("bash", "readcompare.bash"), ("zsh", "_readcompare"), ("fish", "readcompare.fish")):
        (scripts / name).write_text(script(shell), encoding="utf-8")
    return tmp_path


class Typist:
    """Somebody at an interactive shell."""

    def __init__(self, folder: Path, command: list[str], prepare: str) -> None:
        import pty

        environment = os.environ | {
            "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "HOME": str(folder), "ZDOTDIR": str(folder),
            "TERM": "dumb", "PS1": "", "INPUTRC": "/dev/null",
        }  # fmt: skip
        self._ours, theirs = pty.openpty()
        self._process = subprocess.Popen(
            command, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
        )
        os.close(theirs)
        self.type(prepare + "; echo REA''DY\n")
        self.wait("READY")

    def type(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def wait(self, pattern: str) -> str:
        """What fits `pattern` in what the shell shows next."""
        shown = ""
        while not (found := re.search(pattern, shown)):
            ready, _, _ = select.select([self._ours], [], [], 30)
            assert ready, f"the shell shows nothing more: {shown!r}"
            shown += os.read(self._ours, 65536).decode(errors="replace")
        return found.group(found.re.groups)

    def leave(self) -> None:
        self.type("\x03\nexit\n")
        self._process.wait(timeout=30)
        os.close(self._ours)


@pytest.mark.parametrize(
    ("shell", "command", "prepare"),
    [
        ("bash", ["--norc", "--noprofile", "-i"], "source scripts/readcompare.bash"),
        ("zsh", ["-f", "-i"], "fpath=(scripts $fpath); autoload -Uz compinit; compinit -u -D; unsetopt PROMPT_SP"),
    ],
)
def test_a_tab_completes_commands_options_words_and_files(
    folder: Path, program: Callable[[str], str], shell: str, command: list[str], prepare: str
) -> None:
    typist = Typist(folder, [program(shell), *command], prepare)
    wanted = TYPED + ([("readcompare cal\t", "call.yaml")] if shell == "bash" else [])
    given = []
    for keys, _ in wanted:
        typist.type(keys + "\n")
        given.append(typist.wait(r"GIVEN<(.*?)>").strip())
    typist.leave()
    assert given == [meant for _, meant in wanted]


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("readcompare vali", "validate"),
        ("readcompare validate cal", "call.yaml"),
        ("readcompare cal", "call.yaml"),
        ("readcompare report --wid", "--width"),
        ("readcompare report --layout ", "columns list"),
        ("readcompare config ", "keys path show"),
        ("readcompare lexicon check ter", "terms.yaml"),
    ],
)
def test_fish_proposes(folder: Path, program: Callable[[str], str], typed: str, proposed: str) -> None:
    done = subprocess.run(
        [program("fish"), "--no-config", "-c", f"source scripts/readcompare.fish; complete -C '{typed}'"],
        cwd=folder,
        capture_output=True,
        text=True,
        env=os.environ | {"HOME": str(folder)},
        timeout=60,
        check=True,
    )
    assert done.stderr == ""
    assert sorted(line.partition("\t")[0] for line in done.stdout.splitlines()) == proposed.split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_command_prints_the_script(shell: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "readcompare", "completion", shell], capture_output=True, text=True, check=True
    )
    assert done.stdout == script(shell)
