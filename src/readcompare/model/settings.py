"""Every setting that a user can make once for all, declared once: options, variables and files derive from it.

A setting `width` is the option `--width`, the variable `READCOMPARE_WIDTH`, `width` in the user's configuration, and
a key of a comparison file's section, if it has one. To add one, add a line to `SETTINGS` and ask for it in
`cli/arguments.py`.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from typing import NamedTuple

from readcompare.model.recipe import MATCHERS

NARROWEST, WIDEST = 40, 300
"""Widths in cells that a report can be laid out in."""
AUTO = "auto"
DEFAULT = "default"
"""The origin of a value that nobody has set."""

Value = str | int | float | None


class Setting(NamedTuple):
    """One thing that a user can set."""

    name: str
    """As it is written in files; small letters and hyphens."""
    about: str
    """What it does, for help texts: one line without a full stop."""
    section: str | None
    """The section of a comparison file in which it stands; None for one that no comparison file can make."""
    read: Callable[[str], Value]
    """The value that a word means; a ValueError says what is wrong with it."""
    default: Value
    metavar: str | None = None
    """What stands for the value in help texts; None when `choices` do."""
    choices: tuple[str, ...] = ()
    """All the words there are; empty when `read` decides."""

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return VARIABLES + self.name.upper().replace("-", "_")

    def value(self, word: str) -> Value:
        """The value that `word` means; a ValueError says what is wrong with it, and what was meant."""
        if self.choices and word not in self.choices:
            raise ValueError(f"{word!r} is not known; {meant(word, self.choices)}")
        return self.read(word)


VARIABLES = "READCOMPARE_"
"""How the names of all environment variables begin."""


def meant(word: str, known: Sequence[str]) -> str:
    """Name the nearest of `known`, or all of them when none is near."""
    near = difflib.get_close_matches(word, known, n=1)
    return f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"


def read_width(word: str) -> int:
    """Read a width in cells."""
    if not (word.isascii() and word.isdecimal()) or not NARROWEST <= int(word) <= WIDEST:
        raise ValueError(f"{word!r} is no number from {NARROWEST} to {WIDEST}")
    return int(word)


def read_probability(word: str) -> float | None:
    """Read a number from 0 to 1; None for `auto`."""
    if word == AUTO:
        return None
    try:
        value = float(word)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise ValueError(f"{word!r} is no number from 0 to 1, and not {AUTO!r}")
    return value


SETTINGS = (
    Setting(
        name="color",
        about="colours in the text report and the diff",
        section="report",
        read=str,
        default="auto",
        choices=("auto", "always", "never"),
    ),
    Setting(
        name="format",
        about="form of the report; without it the ending of -o decides",
        section="report",
        read=str,
        default="text",
        choices=("csv", "diff", "docx", "html", "json", "md", "text"),
    ),
    Setting(
        name="layout",
        about="the text report in sections, or both texts in step",
        section="report",
        read=str,
        default="list",
        choices=("list", "columns"),
    ),
    Setting(
        name="matcher",
        about="how sentences are matched",
        section="align",
        read=str,
        default=MATCHERS[0],
        choices=MATCHERS,
    ),
    Setting(
        name="theme",
        about="colours of the screen; auto takes those of the last reading",
        section=None,
        read=lambda word: None if word == AUTO else word,
        default=None,
        choices=(AUTO, "dark", "light", "contrast", "terminal"),
    ),
    Setting(
        name="threshold",
        about="link sentences from this probability on: 0 to 1, or auto",
        section="align",
        read=read_probability,
        default=None,
        metavar="P",
    ),
    Setting(
        name="width",
        about=f"width of the text report in cells, {NARROWEST} to {WIDEST}",
        section="report",
        read=read_width,
        default=80,
        metavar="CELLS",
    ),
)
BY_NAME = {setting.name: setting for setting in SETTINGS}


class Chosen(NamedTuple):
    """The value of a setting, and where it comes from."""

    value: Value
    origin: str
    """`option --width`, `READCOMPARE_WIDTH`, a file with its line, or `default`."""

    @property
    def is_default(self) -> bool:
        """True when nobody has set it."""
        return self.origin == DEFAULT
