"""The text on the system's clipboard, by whichever tool of the system is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping

from readcompare.errors import InputError, Problem

SECONDS = 5.0
"""How long a tool may take. One that asks a program that hangs would wait for ever."""
_NAME = "the clipboard"
_POWERSHELL = (
    "powershell.exe",
    "-NoProfile",
    "-NonInteractive",
    "-Command",
    "[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Clipboard -Raw",
)
_INSTALL = {
    "linux": "install xclip or xsel (X11) or wl-clipboard (Wayland)",
    "darwin": "pbpaste, which belongs to macOS, is not on PATH",
    "win32": "powershell.exe, which belongs to Windows, is not on PATH",
}


def read_clipboard(limit: int, environment: Mapping[str, str] = os.environ) -> bytes:
    """The text on the clipboard, in UTF-8.

    Raises InputError when no tool or no clipboard is there, when it holds no text or more than `limit` bytes, or when
    the tool takes longer than `SECONDS`.
    """
    name, *words = next(_tools(environment), ("",))
    place = shutil.which(name, path=environment.get("PATH")) if name else None
    if place is None:
        advice = _INSTALL.get(sys.platform, _INSTALL["linux"])
        raise _unreadable(f"no clipboard can be reached here; {advice}, or give the text on standard input, as -")
    # What the tool says goes into a file, so that more than the limit neither fills the memory nor blocks the tool.
    with tempfile.TemporaryFile() as said:
        try:
            done = subprocess.run(  # noqa: S603 - one of the tools named below
                [place, *words],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.DEVNULL,
                env=dict(environment),
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise _unreadable(f"{name} did not answer within {SECONDS:.0f} seconds") from None
        except OSError as error:
            raise _unreadable(f"{name} cannot be run: {error.strerror or error}") from None
        said.seek(0)
        data = said.read(limit + 1)
    if len(data) > limit:
        raise _unreadable(f"this is too large: more than {limit:,} bytes, which is the limit")
    # The tools say by their code alone that there is nothing, or no text, and each in its own way.
    if done.returncode != 0 or not data.strip():
        raise _unreadable(f"there is no text on it ({name} gave none); copy the text first")
    return data


def _tools(environment: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """The commands that print the clipboard and are there, the likeliest first."""
    candidates: list[tuple[str, ...]] = []
    if sys.platform == "darwin":
        candidates.append(("pbpaste",))
    if environment.get("WAYLAND_DISPLAY"):
        candidates.append(("wl-paste", "--no-newline", "--type", "text"))
    if environment.get("DISPLAY"):
        candidates.append(("xclip", "-selection", "clipboard", "-out", "-target", "UTF8_STRING"))
        candidates.append(("xsel", "--clipboard", "--output"))
    if sys.platform == "win32" or environment.get("WSL_DISTRO_NAME"):
        candidates.append(_POWERSHELL)
    path = environment.get("PATH")
    for tool in candidates:
        if shutil.which(tool[0], path=path):
            yield tool


def _unreadable(message: str) -> InputError:
    return InputError(Problem(message=message, path=_NAME))
