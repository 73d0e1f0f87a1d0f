"""Where each comparison was read last, kept in a small file of the program's own."""

from __future__ import annotations

import json
from pathlib import Path

from readcompare.sources.text import write_text

_FILE = "places.json"
_MOST = 200
"""So many places are kept, those of the latest readings."""


def last_place(folder: str, key: str) -> str | None:
    """The sentence at which `key` was left; None when it was never read. A damaged file is as good as none."""
    return _read(folder).get(key)


def places(folder: str) -> tuple[tuple[str, str], ...]:
    """Each key that was read and the sentence at which it was left, the latest reading first."""
    return tuple(reversed(_read(folder).items()))


def keep_place(folder: str, key: str, sentence: str) -> None:
    """Remember the sentence at which `key` is left; a ReadcompareError or OSError when it cannot be written."""
    places = _read(folder)
    places.pop(key, None)
    places[key] = sentence
    latest = dict(list(places.items())[-_MOST:])
    Path(folder).mkdir(parents=True, exist_ok=True)
    write_text(str(Path(folder) / _FILE), json.dumps(latest, ensure_ascii=False, indent=1) + "\n")


def _read(folder: str) -> dict[str, str]:
    try:
        found = json.loads((Path(folder) / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {key: value for key, value in found.items() if isinstance(value, str)}
