"""What is wrong, told on the screen: a line for each problem, as on the command line."""

from __future__ import annotations

from pathlib import PurePath

from readcompare.errors import ReadcompareError
from readcompare.views.passages import visible

_MOST = 6
"""Problems that a notice tells: more have no room in a window of 24 lines."""

_SHORT = 100
"""Characters of what stays in sight: two lines of 80 cells at most."""


def told(error: ReadcompareError) -> str:
    """Display text for a notice: the first problems, a line each, and how many more there are."""
    lines = [visible(problem.head) for problem in error.problems[:_MOST]]
    more = len(error.problems) - len(lines)
    told = "\n".join([*lines, f"and {more} more"] if more else lines)
    return told if error.problems[0].path else sentence(told)


def in_short(error: ReadcompareError) -> str:
    """Display text for a line that stays: the first problem, with the name of its file alone."""
    first = error.problems[0]
    name = PurePath(first.path).name if first.path else None
    words = visible(first._replace(path=name).head)
    return words if len(words) <= _SHORT else f"{words[:_SHORT]}…"


def whole_sentence(words: str) -> str:
    """Display text: the same with a capital letter and one full stop."""
    return visible(f"{sentence(words).rstrip('.')}.")


def sentence(words: str) -> str:
    """The same with a capital letter."""
    return f"{words[:1].upper()}{words[1:]}"
