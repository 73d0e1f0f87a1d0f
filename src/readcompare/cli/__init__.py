"""The command line: words in, a face out; the only handler of errors and the only owner of exit codes."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from importlib import import_module

from readcompare.cli.output import OK, is_screen
from readcompare.cli.parser import HelpFormatter, Parser, meant_command, meant_word
from readcompare.version import __version__

# `typing` costs a third of the time that --help may take, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TROUBLE, INTERRUPTED = 2, 130
_MOST_PROBLEMS = 100

_EPILOG = (
    "Exit codes: 0 done, for diff: nothing differs; 1 for diff: something differs; "
    "2 trouble (one line on standard error says what and where)."
)


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; 2 also when standard error cannot take the reason."""
    if sys.stderr is None:
        # It is closed, and Python would print what is told there on standard output, among the data.
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - pathlib costs start-up; for good
    try:
        return _main(arguments)
    except OSError as error:
        return _unforeseen(error)


def _unforeseen(error: OSError) -> int:
    """What no command foresees: mostly standard error itself, and then nothing can be told."""
    try:
        print(f"readcompare: {error}", file=sys.stderr, flush=True)
    except OSError:
        # Python would try once more at exit, fail again and change the exit code.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    return TROUBLE


def _main(arguments: Sequence[str]) -> int:
    # Comparing makes many small values and next to no cycles, so the collector would look through them in vain.
    gc.set_threshold(200_000, 20, 20)
    # The matrices are small, and threads that share one wait for each other longer than they work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    words = list(arguments) or (["open"] if is_screen() else ["--help"])
    if words[0] not in _COMMANDS and words[0] not in ("-h", "--help", "--version"):
        meant = meant_command(words[0], _COMMANDS)
        if meant:
            print(f"readcompare: there is no command {words[0]!r}; did you mean {meant}?", file=sys.stderr)
            return TROUBLE
        words.insert(0, "open")
    asked = parser(words[0])
    try:
        options = asked.parse_args(words)
    except argparse.ArgumentError as error:
        meant = meant_word(str(error), words, asked)
        print(f"readcompare: {error}{meant} (see readcompare {words[0]} --help)", file=sys.stderr)
        return TROUBLE
    return _run(options)


def _run(options: argparse.Namespace) -> int:
    """Run the command of `options`; every error a user can cause ends here."""
    from readcompare.errors import ReadcompareError

    try:
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    except ReadcompareError as error:
        for problem in error.problems[:_MOST_PROBLEMS]:
            print(f"readcompare: {problem}", file=sys.stderr)
        if len(error.problems) > _MOST_PROBLEMS:
            print(f"readcompare: and {len(error.problems) - _MOST_PROBLEMS} more", file=sys.stderr)
        return TROUBLE
    except MemoryError:
        print("readcompare: the texts are too long for the memory of this machine; divide them", file=sys.stderr)
        return TROUBLE
    except BrokenPipeError:
        # The reader of the pipe has had enough; Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return INTERRUPTED


def parser(only: str | None = None) -> Parser:
    """The parser of all commands; the others know no arguments when `only` one is to be parsed, which is sooner."""
    whole = Parser(
        prog="readcompare",
        description="Read two official accounts of the same conversation against each other.",
        epilog=_EPILOG,
        formatter_class=HelpFormatter,
    )
    whole.add_argument("--version", action="version", version=f"readcompare {__version__}")
    commands = whole.add_subparsers(metavar="COMMAND", parser_class=Parser)
    for name, (about, where) in _COMMANDS.items():
        command = commands.add_parser(name, help=about, description=about, formatter_class=HelpFormatter)
        if only in (None, name):
            module, _, function = where.partition(":")
            face = import_module(f"readcompare.cli.{module}")
            getattr(face, f"{name}_arguments")(command)
            command.set_defaults(run=getattr(face, function))
    return whole


# What each command does, and where: `module:function`, beside which stands `COMMAND_arguments`. Only the module of the
# command that is asked for is imported, so that another command costs --help nothing.
_COMMANDS = {
    "open": ("read two accounts side by side (the default command)", "comparing:open_"),
    "report": ("write the differences as a report", "comparing:report"),
    "diff": ("tell by the exit code whether two accounts differ, and write how", "differing:diff"),
    "view": ("show again what `report -f json` wrote", "viewing:view"),
    "demo": ("see what the program does, on a call that is shipped with it", "demonstrating:demo"),
    "evaluate": ("score the alignment on calls that were annotated by hand", "evaluating:evaluate"),
    "quotes": ("draw each side's own words out of a news report", "quoting:quotes"),
    "init": ("begin a comparison file", "starting:init"),
    "validate": ("tell everything that is wrong with comparison files", "checking:validate"),
    "schema": ("print the JSON Schema of comparison files, for editors, or of results", "checking:schema"),
    "config": ("tell what is set, and where", "configuring:config"),
    "completion": ("print what bash, zsh or fish needs to complete words", "completing:completion"),
    "lexicon": ("check a lexicon of your own, or see which words of a text are known", "lexicons:lexicon"),
    "serve": ("show the screen in a web browser, on this machine alone", "serving:serve"),
    "fetch": ("fetch what offices publish on the web, and keep every version", "fetching:fetch"),
    "versions": ("show what an office changed in a readout after it was fetched", "fetching:versions"),
}
