"""The command line: words in, a face out; the only handler of errors and the only owner of exit codes."""

from __future__ import annotations

import argparse
import gc
import os
import sys

from readcompare.cli.comparing import open_, open_arguments, report, report_arguments
from readcompare.cli.differing import diff, diff_arguments
from readcompare.cli.evaluating import evaluate, evaluate_arguments
from readcompare.cli.fetching import fetch, fetch_arguments, versions, versions_arguments
from readcompare.cli.lexicons import lexicon, lexicon_arguments
from readcompare.cli.output import OK
from readcompare.cli.quoting import quotes, quotes_arguments
from readcompare.cli.viewing import view, view_arguments
from readcompare.version import __version__

# `typing` costs a third of the time that --help may take, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import NoReturn

TROUBLE, INTERRUPTED = 2, 130
_MOST_PROBLEMS = 100

_EXAMPLES = """examples:
  readcompare call.yaml                      read the two accounts side by side
  readcompare berlin.txt moscow.txt          the same without a comparison file
  readcompare report call.yaml -o call.txt   the differences as a text
  readcompare report a.txt - -f json         one text from standard input, a record for programs
  readcompare report 'calls/*.yaml' -o out/  a report on each of many comparisons
  readcompare diff a.txt b.txt && echo same  the exit code tells whether they differ
  readcompare view call.json -f md           a record again, as a table to paste
  readcompare quotes report.md               what a news report quotes of each side
  readcompare evaluate readouts/             how good the alignment is, on annotated calls
  readcompare lexicon check my-terms.yaml    what is wrong with a lexicon of your own

exit codes: 0 done, for diff: nothing differs; 1 for diff: something differs; 2 trouble (one line on standard
error says what and where)"""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    # Comparing makes many small values and next to no cycles, so the collector would look through them in vain.
    gc.set_threshold(200_000, 20, 20)
    # The matrices are small, and threads that share one wait for each other longer than they work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    words = list(arguments) or ["--help"]
    if words[0] not in _COMMANDS and words[0] not in ("-h", "--help", "--version"):
        words.insert(0, "open")
    try:
        options = _parser().parse_args(words)
    except argparse.ArgumentError as error:
        print(f"readcompare: {error} (see readcompare {words[0]} --help)", file=sys.stderr)
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


class _HelpFormatter(argparse.HelpFormatter):
    """As wide as the terminal. Asked for the width, argparse would import `shutil`, a tenth of the time of --help."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


class _ProgramHelpFormatter(_HelpFormatter, argparse.RawDescriptionHelpFormatter):
    """The same for the help on the whole program, whose examples stand as they are written."""


def _columns() -> int:
    """Width of the terminal in characters; COLUMNS goes before it, and without either it is 80."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else -1).columns or 80
    except (OSError, ValueError):
        return 80


class _Parser(argparse.ArgumentParser):
    """An argument parser whose errors come back to `main`, which tells them in one line."""

    def error(self, message: str) -> NoReturn:
        raise argparse.ArgumentError(None, message)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="readcompare",
        description="Read two official accounts of the same conversation against each other.",
        epilog=_EXAMPLES,
        formatter_class=_ProgramHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"readcompare {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)
    for name, (about, add_arguments, run) in _COMMANDS.items():
        command = commands.add_parser(name, help=about, description=about, formatter_class=_HelpFormatter)
        add_arguments(command)
        command.set_defaults(run=run)
    return parser


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None], Callable[[argparse.Namespace], int]]] = {
    "open": ("read two accounts side by side (the default command)", open_arguments, open_),
    "report": ("write the differences as a report", report_arguments, report),
    "diff": ("tell by the exit code whether two accounts differ, and write how", diff_arguments, diff),
    "view": ("show again what `report -f json` wrote", view_arguments, view),
    "evaluate": ("score the alignment on calls that were annotated by hand", evaluate_arguments, evaluate),
    "quotes": ("draw each side's own words out of a news report", quotes_arguments, quotes),
    "lexicon": ("check a lexicon of your own, or see which words of a text are known", lexicon_arguments, lexicon),
    "fetch": ("fetch what offices publish on the web, and keep every version", fetch_arguments, fetch),
    "versions": ("show what an office changed in a readout after it was fetched", versions_arguments, versions),
}
