"""The screen in a real terminal, by tmux."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest


@pytest.fixture
def terminal(program: Callable[[str], str], tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Call tmux in a server of its own, which ends with the test."""
    tmux = program("tmux")
    # A size in the environment would win over that of the terminal.
    surroundings = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    surroundings["XDG_STATE_HOME"] = str(tmp_path / "state")  # no place of another reading
    socket = f"readcompare-{uuid.uuid4().hex[:8]}"

    def call(*words: str) -> str:
        done = subprocess.run(
            [tmux, "-L", socket, "-u", *words], capture_output=True, text=True, check=True, env=surroundings
        )
        return done.stdout

    yield call
    subprocess.run([tmux, "-L", socket, "kill-server"], capture_output=True, check=False)


def wait_for(terminal: Callable[..., str], words: str) -> str:
    """The screen as soon as it shows `words`."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        shown = terminal("capture-pane", "-p", "-t", "main")
        if words in shown:
            return shown
    pytest.fail(f"{words!r} did not come up; the screen shows:\n{shown}")


@pytest.mark.parametrize(("width", "height"), [(120, 40), (80, 24), (40, 12)])
def test_the_sample_opens_reads_and_leaves(terminal: Callable[..., str], sample: str, width: int, height: int) -> None:
    command = shlex.join([sys.executable, "-m", "readcompare", sample])
    terminal("new-session", "-d", "-s", "main", "-x", str(width), "-y", str(height), f"{command}; echo left=$?; cat")
    wait_for(terminal, "Merkel–Putin call")
    terminal("send-keys", "-t", "main", "?")
    wait_for(terminal, "Same: both state this")
    terminal("send-keys", "-t", "main", "Escape")
    wait_for(terminal, "Merkel–Putin call")
    terminal("send-keys", "-t", "main", "n")
    wait_for(terminal, "A2")
    terminal("send-keys", "-t", "main", "q")
    wait_for(terminal, "left=0")


def test_without_a_file_one_is_chosen_or_texts_are_pasted(
    terminal: Callable[..., str], sample: str, tmp_path: Path
) -> None:
    shutil.copytree(Path(sample).parent, tmp_path / "here" / "call")
    program = shlex.join([sys.executable, "-m", "readcompare"])
    terminal(
        "new-session", "-d", "-s", "main", "-x", "80", "-y", "24", "-c", str(tmp_path / "here"),
        f"{program}; echo first=$?; read answer; {program}; echo left=$?; cat",
    )  # fmt: skip
    wait_for(terminal, "call/")
    terminal("send-keys", "-t", "main", "Enter")
    wait_for(terminal, "German Federal Government")
    terminal("send-keys", "-t", "main", "q")
    wait_for(terminal, "first=0")
    terminal("send-keys", "-t", "main", "Enter")
    wait_for(terminal, "Read last")
    terminal("send-keys", "-t", "main", "p")
    wait_for(terminal, "Paste text A here")
    terminal("set-buffer", "They spoke of Syria.\nThey agreed to meet.")
    terminal("paste-buffer", "-p", "-t", "main")
    wait_for(terminal, "They agreed to meet.")
    terminal("send-keys", "-t", "main", "Escape")
    wait_for(terminal, "Read last")
    terminal("send-keys", "-t", "main", "q")
    wait_for(terminal, "left=0")


def test_a_dumb_terminal_gets_the_report(terminal: Callable[..., str], sample: str) -> None:
    command = f"TERM=dumb {shlex.join([sys.executable, '-m', 'readcompare', sample])}"
    terminal("new-session", "-d", "-s", "main", "-x", "100", "-y", "80", f"{command}; echo left=$?; cat")
    assert "SAID BY ONE SIDE ONLY" in wait_for(terminal, "left=0")


def test_the_editor_opens_at_the_line_and_what_is_changed_is_read(
    terminal: Callable[..., str], sample: str, tmp_path: Path
) -> None:
    folder = shutil.copytree(Path(sample).parent, tmp_path / "call")
    editor = tmp_path / "editor"
    editor.write_text(
        '#!/bin/sh\necho "$1" > "$0.line"\necho "A new sentence stands here." >> "$2"\n', encoding="utf-8"
    )
    editor.chmod(0o755)
    program = shlex.join([sys.executable, "-m", "readcompare", str(folder / "comparison.yaml")])
    surroundings = f"EDITOR={editor}"
    terminal(
        "new-session", "-d", "-s", "main", "-x", "120", "-y", "40",
        f"{surroundings} {program}; echo first=$?; read answer; {surroundings} {program}; echo left=$?; cat",
    )  # fmt: skip
    wait_for(terminal, "? Help")
    terminal("send-keys", "-t", "main", "j", "j", "v")
    wait_for(terminal, "A new sentence stands here.")
    assert (tmp_path / "editor.line").read_text(encoding="utf-8") == "+4\n"
    terminal("send-keys", "-t", "main", "q")
    wait_for(terminal, "first=0")
    terminal("send-keys", "-t", "main", "Enter")
    # The second reading begins where the first one ended.
    assert "▌A3" in wait_for(terminal, "▌A3 Die Bundeskanzlerin")
    terminal("send-keys", "-t", "main", "q")
    wait_for(terminal, "left=0")


def test_keys_and_colours_of_the_user_and_a_record_that_is_viewed(
    terminal: Callable[..., str], sample: str, tmp_path: Path
) -> None:
    program = shlex.join([sys.executable, "-m", "readcompare"])
    (tmp_path / "my.yaml").write_text("theme: light\nkeys:\n  difference.next: Z\n", encoding="utf-8")
    report = f"{program} report {shlex.quote(sample)} -f json -q -o call.json"
    terminal(
        "new-session", "-d", "-s", "main", "-x", "120", "-y", "40", "-c", str(tmp_path),
        f"{report}; READCOMPARE_CONFIG=my.yaml {program} view call.json; echo left=$?; cat",
    )  # fmt: skip
    wait_for(terminal, "Z Difference")
    assert "\x1b[48;5;253m" in terminal("capture-pane", "-p", "-e", "-t", "main")  # the light ground of the heading
    terminal("send-keys", "-t", "main", "Z")
    wait_for(terminal, "▌A2")
    terminal("send-keys", "-t", "main", "C-s")
    wait_for(terminal, "Write a report")
    terminal("send-keys", "-t", "main", "-l", "call.md")
    terminal("send-keys", "-t", "main", "Enter")
    wait_for(terminal, "Written: call.md")
    assert (tmp_path / "call.md").read_text(encoding="utf-8").startswith("#")
    terminal("send-keys", "-t", "main", "q")
    wait_for(terminal, "left=0")


def test_words_are_selected_with_the_mouse_of_a_real_terminal(
    terminal: Callable[..., str], sample: str, tmp_path: Path
) -> None:
    command = shlex.join([sys.executable, "-m", "readcompare", sample])
    terminal("new-session", "-d", "-s", "main", "-x", "120", "-y", "40", f"env -u DISPLAY {command}; echo left=$?; cat")
    wait_for(terminal, "Merkel–Putin call")
    lines = wait_for(terminal, "hat Bundeskanzlerin Dr.").splitlines()
    y = next(number for number, line in enumerate(lines, start=1) if "hat Bundeskanzlerin Dr." in line)
    x = lines[y - 1].index("Bundeskanzlerin") + 1
    # Button 0 goes down, moves (32) and goes up, as a terminal reports it (SGR).
    for button, column, end in ((0, x, "M"), (32, x + 8, "M"), (32, x + 14, "M"), (0, x + 14, "m")):
        terminal("send-keys", "-t", "main", "-l", f"\x1b[<{button};{column};{y}{end}")
    wait_for(terminal, "1 word of A1 selected")
    terminal("send-keys", "-t", "main", "C-c")
    wait_for(terminal, "No clipboard can be reached")
    copied = tmp_path / "state" / "readcompare" / "quotations.txt"
    assert copied.read_text(encoding="utf-8") == "Bundeskanzlerin\n\n"
    terminal("send-keys", "-t", "main", "q")
    wait_for(terminal, "left=0")


def test_links_and_notes_are_there_again_in_the_next_reading(
    terminal: Callable[..., str], root: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(root / "readouts" / "2020-12-07-de-ru", tmp_path / "call")
    program = shlex.join([sys.executable, "-m", "readcompare", str(folder / "comparison.yaml")])
    terminal(
        "new-session", "-d", "-s", "main", "-x", "120", "-y", "40",
        f"{program}; echo first=$?; read answer; {program}; echo left=$?; cat",
    )  # fmt: skip
    wait_for(terminal, "? Help")
    terminal("send-keys", "-t", "main", ":")
    wait_for(terminal, "Go to sentence")
    terminal("send-keys", "-t", "main", "B", "5", "Enter")
    wait_for(terminal, "▌    not said")
    terminal("send-keys", "-t", "main", "Space")
    wait_for(terminal, "+    not said")
    terminal("send-keys", "-t", "main", ":")
    wait_for(terminal, "Go to sentence")
    terminal("send-keys", "-t", "main", "A", "4", "Enter")
    wait_for(terminal, "▌A4")
    terminal("send-keys", "-t", "main", "l")
    wait_for(terminal, "A4 B5 linked")
    terminal("send-keys", "-t", "main", "e")
    wait_for(terminal, "Note:")
    terminal("send-keys", "-t", "main", "-l", "frag den Sprecher")
    terminal("send-keys", "-t", "main", "Enter")
    wait_for(terminal, "note: frag den Sprecher")
    terminal("send-keys", "-t", "main", "q")
    wait_for(terminal, "first=0")
    terminal("send-keys", "-t", "main", "Enter")
    shown = wait_for(terminal, "note: frag den Sprecher")
    assert any("A4" in line and "✓" in line and "B5" in line for line in shown.splitlines())
    terminal("send-keys", "-t", "main", "q")
    wait_for(terminal, "left=0")


def begin(terminal: Callable[..., str], sample: str, tmp_path: Path) -> int:
    """The process of a reading that stands at its third row."""
    program = shlex.join([sys.executable, "-m", "readcompare", sample])
    noting = shlex.join(["sh", "-c", f"echo $$ > {shlex.quote(str(tmp_path / 'pid'))}; exec {program}"])
    terminal("new-session", "-d", "-s", "main", "-x", "120", "-y", "40", f"{noting}; echo left=$?; cat")
    wait_for(terminal, "? Help")
    terminal("send-keys", "-t", "main", "j", "j")
    wait_for(terminal, "▌A3")
    return int((tmp_path / "pid").read_text(encoding="utf-8"))


def test_a_program_that_is_told_to_end_keeps_the_place(
    terminal: Callable[..., str], sample: str, tmp_path: Path
) -> None:
    os.kill(begin(terminal, sample, tmp_path), signal.SIGTERM)
    wait_for(terminal, f"left={128 + signal.SIGTERM}")
    assert kept_places(tmp_path) == {sample: "A3"}


def test_a_window_that_is_closed_keeps_the_place(terminal: Callable[..., str], sample: str, tmp_path: Path) -> None:
    begin(terminal, sample, tmp_path)
    terminal("new-session", "-d", "-s", "other", "cat")
    terminal("kill-session", "-t", "main")
    deadline = time.monotonic() + 30
    while kept_places(tmp_path) != {sample: "A3"} and time.monotonic() < deadline:
        time.sleep(0.05)
    assert kept_places(tmp_path) == {sample: "A3"}


def test_a_reading_that_was_killed_is_among_those_read_last(
    terminal: Callable[..., str], sample: str, tmp_path: Path
) -> None:
    os.kill(begin(terminal, sample, tmp_path), signal.SIGKILL)
    wait_for(terminal, f"left={128 + signal.SIGKILL}")
    assert kept_places(tmp_path) == {sample: "A1"}


def kept_places(tmp_path: Path) -> dict[str, str]:
    """Where each reading was left."""
    found: dict[str, str] = json.loads((tmp_path / "state" / "readcompare" / "places.json").read_text(encoding="utf-8"))
    return found
