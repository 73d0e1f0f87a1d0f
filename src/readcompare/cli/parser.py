"""The parser of the command line: help that starts with examples, and errors that name what was meant."""

from __future__ import annotations

import argparse
import os
import sys

from readcompare.cli.examples import EXAMPLES

# `typing` costs a third of the time that --help may take, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import NoReturn


class HelpFormatter(argparse.HelpFormatter):
    """As wide as the terminal. Asked for the width, argparse would import `shutil`, a tenth of the time of --help."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors come back to `main`, which tells them in one line."""

    @property
    def examples(self) -> str:
        """The examples of this command, a line each."""
        return EXAMPLES.get(self.prog.removeprefix("readcompare").strip(), "")

    def error(self, message: str) -> NoReturn:
        """Hand the error to `main`, with the option that was meant."""
        raise argparse.ArgumentError(None, message)

    def format_help(self) -> str:
        """The help text: what the command does, examples, and then its words."""
        about, words = self._get_formatter(), self._get_formatter()
        about.add_text(self.description)
        words.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        for group in self._action_groups:
            words.start_section(group.title)
            words.add_text(group.description)
            words.add_arguments(group._group_actions)  # noqa: SLF001 - argparse's own format_help does so
            words.end_section()
        words.add_text(self.epilog)
        examples = "".join(f"  {line}\n" for line in self.examples.splitlines())
        return "\n".join(part for part in (about.format_help(), f"examples:\n{examples}", words.format_help()) if part)


def meant_word(message: str, words: Iterable[str], parser: argparse.ArgumentParser) -> str:
    """Name what an unknown option or word was meant to be: the end of a message, or nothing."""
    import difflib
    import re

    known, unknown = known_options(parser), None
    choice = re.search(r"invalid choice: '(.*)' \(choose from (.*)\)$", message)
    if choice:
        unknown, known = choice.group(1), choice.group(2).replace("'", "").split(", ")
    elif message.startswith("unrecognized arguments"):
        options = (word.partition("=")[0] for word in words if word.startswith("--"))
        unknown = next((option for option in options if option not in known), None)
    near = difflib.get_close_matches(unknown, known, n=1) if unknown else ()
    return f"; did you mean {near[0]}?" if near else ""


def meant_command(word: str, commands: Iterable[str]) -> str | None:
    """The command that `word` was meant to be, when it is neither one nor the name of a file."""
    if any(sign in word for sign in "./:") or word.startswith("-") or os.path.exists(word):  # noqa: PTH110 - pathlib costs start-up
        return None
    import difflib

    return next(iter(difflib.get_close_matches(word, list(commands), n=1, cutoff=0.75)), None)


def known_options(parser: argparse.ArgumentParser) -> list[str]:
    """All options of `parser` and of the commands below it."""
    found: list[str] = []
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to ask
        found += action.option_strings
        if isinstance(action.choices, dict):
            for command in action.choices.values():
                found += known_options(command)
    return found


def _columns() -> int:
    """Width of the terminal in characters; COLUMNS goes before it, and without either it is 80."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else -1).columns or 80
    except (OSError, ValueError):
        return 80
