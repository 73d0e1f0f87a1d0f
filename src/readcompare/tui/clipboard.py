"""Copying: by the system's own tool, else through the terminal, else into a file; the reader is told which."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

_SECONDS = 3
# Terminals that are known to take OSC 52, by what they tell of themselves.
_TAKES_OSC_52 = frozenset(["iTerm.app", "WezTerm", "ghostty", "rio", "vscode", "mintty"])
_TERMS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour")
FILE = "quotations.txt"
"""Name of the file that takes what could not be copied."""


def native_tool(environment: Mapping[str, str]) -> tuple[str, ...] | None:
    """The command that puts its standard input on the system's clipboard; None when there is none to reach."""
    candidates: list[tuple[str, ...]] = []
    if sys.platform == "darwin":
        candidates.append(("pbcopy",))
    if sys.platform == "win32" or environment.get("WSL_DISTRO_NAME"):
        candidates.append(("clip.exe",))
    if environment.get("WAYLAND_DISPLAY"):
        candidates.append(("wl-copy",))
    if environment.get("DISPLAY"):
        candidates += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    path = environment.get("PATH")
    return next((tool for tool in candidates if shutil.which(tool[0], path=path)), None)


def takes_osc_52(environment: Mapping[str, str]) -> bool:
    """True for a terminal that is known to put on the clipboard what it is sent."""
    term = environment.get("TERM", "")
    return environment.get("TERM_PROGRAM") in _TAKES_OSC_52 or term.startswith(_TERMS)


def copy(text: str, send: Callable[[str], None], folder: str, environment: Mapping[str, str] = os.environ) -> str:
    """Copy `text` and say in one sentence where it is; `send` gives it to the terminal by OSC 52.

    `folder` takes a file when neither the system nor the terminal takes the text. OSError when that fails too.
    """
    tool = native_tool(environment)
    if tool and _fed(tool, text):
        return f"Copied by {tool[0]}."
    if takes_osc_52(environment):
        send(text)
        return "Copied through the terminal (OSC 52)."
    path = Path(folder) / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
        file.write(f"{text}\n\n")
    return f"No clipboard can be reached; added to {path}"


def _fed(tool: tuple[str, ...], text: str) -> bool:
    """Whether the tool took the text. What it forks into the background must not hold on to our terminal."""
    try:
        done = subprocess.run(  # noqa: S603 - one of the tools named above
            tool,
            input=text.encode("utf-8", "backslashreplace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
