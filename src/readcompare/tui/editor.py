"""The user's editor, opened at a line."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import PurePath

# Editors that are told the line in another way than `+LINE FILE`.
_AT_COLON = frozenset(["hx", "helix", "subl", "zed"])
_GOTO = frozenset(["code", "codium", "code-insiders", "cursor"])


def editor_command(environment: Mapping[str, str], path: str, line: int) -> list[str] | None:
    """The words of the command that opens `path` at `line` (from 1); None when the user has named no editor."""
    named = shlex.split(environment.get("VISUAL") or environment.get("EDITOR") or "")
    if not named:
        return None
    name = PurePath(named[0]).stem
    if name in _GOTO:
        return [*named, "--wait", "--goto", f"{path}:{line}"]
    if name in _AT_COLON:
        return [*named, f"{path}:{line}"]
    return [*named, f"+{line}", path]
