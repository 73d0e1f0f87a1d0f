"""The manual page, from the parser and the table of settings: `python tools/manual.py > docs/readcompare.1`.

Libraries that do this print no name line, today's date and usage lines wrapped anew, so the page is written here.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator

from readcompare.cli import parser
from readcompare.cli.parser import Parser
from readcompare.model.settings import SETTINGS
from readcompare.sources.configuration import FILE_VARIABLE
from readcompare.version import __version__

_ABOUT = "read two official accounts of the same conversation against each other"
_NUMBERS = {None: "{0}", "+": "{0} ...", "*": "[{0} ...]", "?": "[{0}]", argparse.REMAINDER: "[{0} ...]"}


def manual() -> str:
    """The manual page as troff source, which `man -l` shows."""
    return "\n".join([*_head(), *_commands(parser()), *_tail()]) + "\n"


def _head() -> Iterator[str]:
    yield f'.TH READCOMPARE 1 "" "readcompare {__version__}" "User commands"'
    yield ".SH NAME"
    yield f"readcompare \\- {_ABOUT}"
    yield ".SH SYNOPSIS"
    yield ".B readcompare"
    yield _plain("COMMAND [OPTION ...] [FILE ...]")
    yield ".br"
    yield ".B readcompare"
    yield _plain("FILE [FILE ...]")
    yield ".SH EXAMPLES"
    yield from _examples(parser())


def _commands(whole: argparse.ArgumentParser) -> Iterator[str]:
    yield ".SH COMMANDS"
    for command in _leaves(whole):
        yield f".SS {_plain(_synopsis(command))}"
        about = command.description or ""
        yield _plain(about[:1].upper() + about[1:] + ".")
        for action in command._actions:  # noqa: SLF001 - argparse has no other way to ask
            is_told = action.help != argparse.SUPPRESS
            if action.option_strings and action.dest != "help" and is_told:
                yield ".TP"
                yield f".B {_plain(_option(action))}"
                yield _plain(action.help or "")
            elif not action.option_strings:
                yield ".TP"
                yield f".I {_plain(_word(action))}"
                yield _plain(action.help or "")
        yield ".PP"
        yield "Examples:"
        yield from _examples(command)


def _tail() -> Iterator[str]:
    yield ".SH ENVIRONMENT"
    for setting in SETTINGS:
        yield ".TP"
        yield f".B {setting.variable}"
        yield _plain(f"The same as --{setting.name}: {setting.about}.")
    yield ".TP"
    yield f".B {FILE_VARIABLE}"
    yield _plain("The configuration file to read in place of your own; when it is empty, none is read.")
    yield ".SH FILES"
    yield ".TP"
    yield ".I config.yaml"
    told = "Your own settings: a line `name: value` for each. `readcompare config path` says where it stands."
    yield _plain(f"{told} An option goes before the environment, this before the comparison file, and that before it.")
    yield ".SH EXIT STATUS"
    for code, meaning in ((0, "Done."), (2, "Trouble: standard error says what and where."), (130, "Interrupted.")):
        yield ".TP"
        yield f".B {code}"
        yield meaning


def _leaves(command: argparse.ArgumentParser) -> Iterator[Parser]:
    """The commands that have none below them, in their order."""
    below = [action.choices for action in command._actions if isinstance(action.choices, dict)]  # noqa: SLF001
    if not below and isinstance(command, Parser):
        yield command
    for choices in below:
        for one in choices.values():
            yield from _leaves(one)


def _synopsis(command: argparse.ArgumentParser) -> str:
    words = [_word(action) for action in command._actions if not action.option_strings]  # noqa: SLF001
    has_options = any(action.option_strings and action.dest != "help" for action in command._actions)  # noqa: SLF001
    return " ".join([command.prog, *(["[OPTION ...]"] if has_options else []), *words])


def _option(action: argparse.Action) -> str:
    value = "" if action.nargs == 0 else f" {_value(action)}"
    return ", ".join(action.option_strings) + value


def _word(action: argparse.Action) -> str:
    nargs = action.nargs if isinstance(action.nargs, str) else None
    return _NUMBERS[nargs].format(_value(action))


def _value(action: argparse.Action) -> str:
    if isinstance(action.metavar, str):
        return action.metavar
    return "|".join(map(str, action.choices)) if action.choices else action.dest.upper()


def _examples(command: Parser) -> Iterator[str]:
    for line in command.examples.splitlines():
        example, about = re.split(r" {2,}", line, maxsplit=1)
        yield ".TP"
        yield f".B {_plain(example)}"
        yield _plain(about)


def _plain(text: str) -> str:
    """`text` as troff shows it: a hyphen that can be copied, and no line that begins a request."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe


if __name__ == "__main__":
    sys.stdout.write(manual())
