"""The kinds of error a user can meet: what is wrong, where, and what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

_LONGEST = 1_000
"""Characters of a message or a quoted line that are shown."""
_LONGEST_PATH = 400
"""Characters of a path that are shown, from its beginning and its end."""


class Problem(NamedTuple):
    """One thing that is wrong, with the place where a person can mend it."""

    message: str
    """What is wrong and what was meant, one line without a full stop at its end."""
    path: str | None = None
    """The file as the user named it; None when no file is to blame."""
    line: int | None = None
    """Line in the file, from 1."""
    column: int | None = None
    """Column in the line in characters, from 1."""
    quoted: str | None = None
    """The line of the file that is wrong, verbatim; None when quoting does not help."""
    caret: int | None = None
    """Where in `quoted` the fault begins, in characters, from 0; None when the line is to blame as a whole."""

    @property
    def head(self) -> str:
        """Where and what, on one line, without the line that is quoted."""
        path = None if self.path is None else _abridged(self.path)
        place = ":".join(str(part) for part in (path, self.line, self.column) if part is not None)
        return _shown(f"{place}: {self.message}" if place else self.message)

    def __str__(self) -> str:
        head = self.head
        if not self.quoted:
            return head
        line = _shown(self.quoted.strip())
        if self.caret is None:
            return f"{head}\n    {line}"
        indent = len(self.quoted) - len(self.quoted.lstrip())
        before = _shown(self.quoted[indent : self.caret])
        return f"{head}\n    {line}\n    {' ' * sum(map(_cells, before))}^"


def _abridged(path: str) -> str:
    """A path of bearable length, so that what is wrong with it is not pushed out of the line."""
    return path if len(path) <= _LONGEST_PATH else f"{path[: _LONGEST_PATH // 2]} ... {path[-_LONGEST_PATH // 2 :]}"


def _shown(text: str) -> str:
    """`text` on one line of bearable length, with the characters named that could drive a terminal."""
    cut = text if len(text) <= _LONGEST else text[:_LONGEST] + " ..."
    plain = cut.replace("\t", " ")
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in plain)


def _cells(sign: str) -> int:
    """Columns of a terminal that a printable character takes: rich knows them all, and is too much for an error."""
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


class ReadcompareError(Exception):
    """Base of every error that a user can cause and mend; carries all its problems at once."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class InputError(ReadcompareError):
    """A text or a file cannot be read as what it should be."""


class ConfigurationError(ReadcompareError):
    """A comparison file, a lexicon or an annotation file is not well formed."""


class UsageError(ReadcompareError):
    """The words of the command line do not fit together."""
