"""What is wrong, told on the screen: a line for each problem, as on the command line."""

from __future__ import annotations

from readcompare.errors import ReadcompareError
from readcompare.views.passages import visible

_MOST = 6
"""Problems that a notice tells: more have no room in a window of 24 lines."""


def told(error: ReadcompareError) -> str:
    """Display text for a notice: the first problems, a line each, and how many more there are."""
    lines = [visible(problem.head) for problem in error.problems[:_MOST]]
    more = len(error.problems) - len(lines)
    told = "\n".join([*lines, f"and {more} more"] if more else lines)
    return told if error.problems[0].path else sentence(told)


def sentence(words: str) -> str:
    """The same with a capital letter."""
    return f"{words[:1].upper()}{words[1:]}"
