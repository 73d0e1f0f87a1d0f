"""How the screen looked in the last reading: what is remembered, and under which names."""

from __future__ import annotations

from readcompare.errors import ReadcompareError
from readcompare.session import keep_look, last_looks

THEME, MARKING = "theme", "marking"
"""Names of what is remembered: the colours, and which words are marked."""


def remembered(folder: str | None, name: str) -> str | None:
    """What was kept in the program's state folder; None when nothing was."""
    return last_looks(folder).get(name) if folder else None


def remember(folder: str | None, name: str, value: str) -> None:
    """Keep it for the next reading, where there is a folder that can be written to."""
    if folder is None:
        return
    try:
        keep_look(folder, name, value)
    except (ReadcompareError, OSError):
        return  # how it looks is worth no complaint
