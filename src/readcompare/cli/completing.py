"""The command that prints what a shell needs to complete the words of all others."""

from __future__ import annotations

from readcompare.cli.output import OK, write

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

SHELLS = ("bash", "zsh", "fish")
_FILES = ("FILE", "TEXT", "RESULT", "REPORT")
# The default command takes files, so files stand beside the commands as the first word.
_BASH = ("complete -o bashdefault ", "complete -o bashdefault -o default -o filenames ")
_FISH = "complete -c readcompare -n _shtab_readcompare_using -F\n"


def completion_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `completion` takes."""
    command.add_argument("shell", choices=SHELLS, help="the shell that completes")


def completion(options: argparse.Namespace) -> int:
    """Print the script for a shell, in which every command and option of this version stands."""
    write(script(options.shell), None)
    return OK


def script(shell: str) -> str:
    """The script for one of `SHELLS`."""
    import shtab

    from readcompare.cli import parser

    whole = parser()
    _mark_files(whole, dict.fromkeys(_FILES, shtab.FILE) | {"DIR": shtab.DIRECTORY})
    told: str = shtab.complete(whole, shell)
    if shell == "bash":
        return told.replace(*_BASH)
    return told + _FISH if shell == "fish" else told


def _mark_files(parser: argparse.ArgumentParser, kinds: Mapping[str, object]) -> None:
    """Tell shtab which words are files and folders, as their stand-ins in the help texts say."""
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to ask
        if isinstance(action.metavar, str) and action.metavar in kinds:
            action.complete = kinds[action.metavar]  # type: ignore[attr-defined]
        if isinstance(action.choices, dict):
            for command in action.choices.values():
                _mark_files(command, kinds)
