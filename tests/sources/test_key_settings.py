"""Keys of the user's own: how they are written, and what is refused with its place."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from textual.keys import _character_to_key

from readcompare.errors import ConfigurationError
from readcompare.model.keys import Bindable, key_name, writes
from readcompare.sources.configuration import configured_keys

TEXTS, WRITING = frozenset(["texts"]), frozenset(["opening"])
COMMANDS = (
    Bindable(id="next", keys=("n", "down"), title="Next", scopes=TEXTS),
    Bindable(id="unlink", keys=("x",), title="Unlink", scopes=TEXTS),
    Bindable(id="quit", keys=("q",), title="Quit", scopes=frozenset(["texts", "start"])),
    Bindable(id="complete", keys=("tab",), title="Complete", scopes=WRITING, while_writing=True),
)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("x", "x"), ("X", "X"), ("shift+x", "X"), ("Ctrl+N", "ctrl+n"), ("shift+ctrl+F5", "ctrl+shift+f5"),
        ("?", "question_mark"), ("question_mark", "question_mark"), ("ctrl+/", "ctrl+slash"), ("+", "plus"),
        ("ctrl++", "ctrl+plus"), ("Esc", "escape"), ("PgDn", "pagedown"), ("ctrl+i", "tab"), ("ё", "ё"), (" x ", "x"),
        ("shift+tab", "shift+tab"), ("f13", None), ("bogus", None), ("hyper+x", None), ("", None), ("ctrl+", None),
    ],
)  # fmt: skip
def test_a_key_has_one_name(written: str, name: str | None) -> None:
    assert key_name(written) == name


def test_signs_are_called_as_the_screen_calls_them() -> None:
    signs = string.punctuation + string.ascii_letters + string.digits + "äßЖ§"
    assert {sign: key_name(sign) for sign in signs} == {sign: _character_to_key(sign) for sign in signs}
    assert [key_name(_character_to_key(sign)) for sign in signs] == [_character_to_key(sign) for sign in signs]


def test_what_writes_a_letter_is_known() -> None:
    assert [name for name in ("x", "space", "slash", "f5", "ctrl+x", "tab") if writes(name)] == ["x", "space", "slash"]


def keys_of(folder: Path, monkeypatch: pytest.MonkeyPatch, content: str) -> dict[str, tuple[object, str]]:
    monkeypatch.chdir(folder)
    (folder / "my.yaml").write_text(content, encoding="utf-8")
    monkeypatch.setenv("READCOMPARE_CONFIG", "my.yaml")
    return {name: (chosen.value, chosen.origin) for name, chosen in configured_keys(lambda: COMMANDS).items()}


def test_keys_are_read_with_their_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = 'width: 90\nkeys:\n  next: [N, ctrl+n, "N"]\n  unlink: n\n  quit: "x, Q"\n'
    assert keys_of(tmp_path, monkeypatch, content) == {
        "next": ("N,ctrl+n", "my.yaml:3"),
        "unlink": ("n", "my.yaml:4"),  # `next` has left it
        "quit": ("x,Q", "my.yaml:5"),
    }


@pytest.mark.parametrize("content", ["", "# nothing\n", "width: 90\n", "keys:\n"])
def test_without_keys_nothing_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    assert keys_of(tmp_path, monkeypatch, content) == {}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("nxet: z", "2:3: there is no command 'nxet'; did you mean 'next'?"),
        ("frobnicate: z", "2:3: there is no command 'frobnicate'; `readcompare config keys` lists them"),
        ("next: x", "2:9: 'x' is the key of unlink (Unlink) too; give one of them another key"),
        ("next: escpe", "2:9: 'escpe' is no key; did you mean escape?"),
        ("next: ctrl+q", "2:9: ctrl+q always leaves the program; choose another key"),
        ("next: []", "2:9: next needs a key, or a list of keys"),
        ("next:", "2:8: next needs a key, or a list of keys"),
        ("next: [[z]]", "2:10: a key of next must be one word, such as x or ctrl+n, not a list"),
        ("complete: z", "2:13: 'z' is written where complete is asked for"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, told: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        keys_of(tmp_path, monkeypatch, f"keys:\n  {line}\n")
    assert [str(problem).splitlines()[0][: len(told) + 8] for problem in caught.value.problems] == [f"my.yaml:{told}"]


def test_of_two_lines_that_clash_the_later_one_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigurationError) as caught:
        keys_of(tmp_path, monkeypatch, "keys:\n  unlink: z\n  next: z\n")
    assert [(problem.line, problem.column) for problem in caught.value.problems] == [(3, 9)]


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READCOMPARE_WIDTH", "wide")
    with pytest.raises(ConfigurationError) as caught:
        keys_of(tmp_path, monkeypatch, "threshold: 7\nkeys:\n  next: x\n  nowhere: y\n")
    assert len(caught.value.problems) == 4
