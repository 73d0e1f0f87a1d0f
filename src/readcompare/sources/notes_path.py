"""Where work by hand on two of several sides is kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

NOTES = ".notes.yaml"
"""How a file of annotations ends that nobody gave another name."""


def notes_of_pair(path: str, ids: Sequence[str]) -> str:
    """The file on the two sides with these ids, where one on all of them would be kept at `path`.

    `call.notes.yaml` becomes `call.germany-kremlin.notes.yaml`.
    """
    file = Path(path)
    stem = next((file.name.removesuffix(end) for end in (NOTES, ".yaml", ".yml") if file.name.endswith(end)), file.name)
    return str(file.with_name(f"{stem}.{'-'.join(ids)}{NOTES}"))
