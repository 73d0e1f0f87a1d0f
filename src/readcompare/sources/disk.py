"""What stands at a path that a user names: questions that any name answers, however long or forbidden it is.

`pathlib` raises where a name is too long or a folder may not be looked into; `os.path` says that nothing is there, and
opening the file then tells the reason in a line.
"""

from __future__ import annotations

import os

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    StrPath = str | os.PathLike[str]


def is_there(path: StrPath) -> bool:
    """Whether something stands at `path`, links followed."""
    return os.path.exists(path)  # noqa: PTH110 - the reason for this file


def is_folder(path: StrPath) -> bool:
    """Whether a folder stands at `path`, links followed."""
    return os.path.isdir(path)  # noqa: PTH112


def is_file(path: StrPath) -> bool:
    """Whether a regular file stands at `path`, links followed."""
    return os.path.isfile(path)  # noqa: PTH113
