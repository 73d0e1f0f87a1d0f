"""How the screen looked last, kept in a small file of the program's own: its colours, and what it marks."""

from __future__ import annotations

import json
from pathlib import Path

from readcompare.sources.text import write_text

_FILE = "looks.json"


def last_looks(folder: str) -> dict[str, str]:
    """What was kept, by its name; a damaged file is as good as none."""
    try:
        found = json.loads((Path(folder) / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: value for name, value in found.items() if isinstance(value, str)} if isinstance(found, dict) else {}


def keep_look(folder: str, name: str, value: str) -> None:
    """Keep one thing beside the others; a ReadcompareError or OSError when it cannot be written."""
    looks = last_looks(folder) | {name: value}
    Path(folder).mkdir(parents=True, exist_ok=True)
    write_text(str(Path(folder) / _FILE), json.dumps(looks, ensure_ascii=False, indent=1) + "\n")
