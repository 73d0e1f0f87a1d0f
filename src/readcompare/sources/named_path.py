"""Where a path that a file names leads: into the file's own folder, or nowhere."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

from readcompare.sources.yaml_file import shown


def outside(folder: Path, written: str, what: str) -> str | None:
    """Say what is wrong with a path that does not lead into `folder`."""
    if Path(written).is_absolute() or PureWindowsPath(written).is_absolute():
        named = f"{'an' if what[0] == 'a' else 'a'} {what} is named"
        return f"{named} by its path from the folder of this file, not from the root as {shown(written)}"
    try:
        is_inside = (folder / written).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name too long, a NUL character
        return f"{shown(written)} cannot be the path of a file"
    return None if is_inside else f"the {what} {shown(written)} lies outside the folder of this file; copy it there"
