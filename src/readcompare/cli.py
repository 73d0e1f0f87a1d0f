"""The command line: words in, a face out; the only handler of errors and the only owner of exit codes."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys

from readcompare.version import __version__

# `typing` costs a third of the time that --help may take, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import NoReturn

    from readcompare.model.comparison import Comparison
    from readcompare.reports.interface import Layout, Renderer

OK, TROUBLE, INTERRUPTED = 0, 2, 130
_MOST_PROBLEMS = 100

FORMATS = {"text": "readcompare.reports.plain", "json": "readcompare.reports.records"}
"""Where each report format lives; it is imported when it is asked for."""

_EXAMPLES = """examples:
  readcompare call.yaml                      read the two accounts side by side
  readcompare berlin.txt moscow.txt          the same without a comparison file
  readcompare report call.yaml -o call.txt   the differences as a text
  readcompare report a.txt - -f json         one text from standard input, a record for programs
  readcompare evaluate readouts/             how good the alignment is, on annotated calls

exit codes: 0 done, 2 trouble (one line on standard error says what and where)"""


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


def _input_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help="a comparison file (YAML), or two texts; - is stdin")
    for letter in "ab":
        command.add_argument(
            f"--lang-{letter}",
            metavar="CODE",
            type=_language,
            help=f"language of text {letter.upper()}, or which language version of side {letter.upper()} to compare",
        )
    command.add_argument("--encoding", metavar="NAME", help="encoding of the texts (default: UTF-8)")
    command.add_argument(
        "--threshold", metavar="P", type=_probability, help="link sentences from this probability on, 0 to 1"
    )
    command.add_argument(
        "--annotations", metavar="FILE", help="links and notes set by hand (default: those the comparison file names)"
    )
    command.add_argument(
        "-W", "--width", metavar="CELLS", type=_width, default=80, help="width of the text report, 40 to 300"
    )


def _report_arguments(command: argparse.ArgumentParser) -> None:
    _input_arguments(command)
    command.add_argument("-f", "--format", choices=sorted(FORMATS), default="text", help="form of the report")
    command.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")


def _evaluate_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", metavar="DIR", help="folder of annotated calls: one folder each, with a gold.yaml")
    command.add_argument(
        "--langs", choices=["native", "all"], default="native", help="language versions: the native ones, or every pair"
    )
    command.add_argument("--cv", action="store_true", help="leave one call out: learn the weights from the other calls")
    command.add_argument(
        "--more", metavar="DIR", action="append", default=[], help="learn from the annotated calls of DIR too"
    )
    command.add_argument("--fit", metavar="FILE", help="learn the weights from these calls and write them to FILE")
    command.add_argument("--no-baselines", action="store_true", help="leave out the plain measures beside the aligner")


def _open(options: argparse.Namespace) -> int:
    comparison = _compare(options)
    if _is_screen():
        from readcompare.tui.app import run

        return run(comparison)
    _write(_render("text", comparison, _layout(options, to_file=False)), None)
    return OK


def _report(options: argparse.Namespace) -> int:
    _refuse_to_overwrite(options.output, options.files)
    text = _render(options.format, _compare(options), _layout(options, to_file=bool(options.output)))
    _write(text, options.output)
    return OK


def _evaluate(options: argparse.Namespace) -> int:
    from readcompare.evaluation.table import evaluation_table, fitted

    if options.fit:
        from readcompare.sources.weights import weights_text

        _write(weights_text(fitted(options.folder, options.more)), options.fit)
        return OK
    table = evaluation_table(
        options.folder,
        every_language=options.langs == "all",
        cross_validate=options.cv,
        baselines=not options.no_baselines,
        more=options.more,
    )
    _write(table, None)
    return OK


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None], Callable[[argparse.Namespace], int]]] = {
    "open": ("read two accounts side by side (the default command)", _input_arguments, _open),
    "report": ("write the differences as a report", _report_arguments, _report),
    "evaluate": ("score the alignment on calls that were annotated by hand", _evaluate_arguments, _evaluate),
}


def _compare(options: argparse.Namespace) -> Comparison:
    from readcompare.runner import Wishes, run_file, run_texts, two_texts

    wishes = Wishes(
        languages=(options.lang_a, options.lang_b),
        threshold=options.threshold,
        encoding=options.encoding,
        annotations=options.annotations,
    )
    files: list[str] = options.files
    if len(files) == 1 and files[0].lower().endswith((".yaml", ".yml")):
        return run_file(files[0], wishes)
    return run_texts(two_texts(files), wishes)


def _render(name: str, comparison: Comparison, layout: Layout) -> str:
    from importlib import import_module

    render: Renderer = import_module(FORMATS[name]).render
    return render(comparison, layout)


def _layout(options: argparse.Namespace, *, to_file: bool) -> Layout:
    from readcompare.reports.interface import Layout

    encoding = ((sys.stdout and sys.stdout.encoding) or "ascii").lower().replace("_", "-")
    return Layout(width=options.width, ascii_only=not to_file and not encoding.startswith("utf"))


def _write(text: str, path: str | None) -> None:
    if path is None:
        _print(text)
        return
    from readcompare.sources.text import write_text

    write_text(path, text)


def _refuse_to_overwrite(output: str | None, inputs: Sequence[str]) -> None:
    from readcompare.errors import Problem, UsageError

    for path in inputs if output else ():
        if output and os.path.exists(output) and os.path.exists(path) and os.path.samefile(output, path):  # noqa: PTH110, PTH121 - pathlib costs start-up
            raise UsageError(
                Problem(message="this would overwrite a text that is compared; name another file", path=output)
            )


def _print(text: str) -> None:
    """Write to standard output; what its encoding cannot hold is escaped, as JSON and people read it."""
    from readcompare.errors import InputError, Problem

    if sys.stdout is None:
        raise InputError(Problem(message="standard output is closed; name a file with -o"))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # Python would try once more at exit and fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        reason = error.strerror or type(error).__name__
        raise InputError(Problem(message=f"standard output cannot be written: {reason}")) from None


def _is_screen() -> bool:
    """Decided before Textual is imported: it would draw on a pipe or a dumb terminal too."""
    return bool(sys.stdout and sys.stdin and sys.stdout.isatty() and sys.stdin.isatty()) and os.environ.get(
        "TERM"
    ) not in ("dumb", "unknown")


def _language(word: str) -> str:
    from readcompare.model.text import is_language

    if not is_language(word.lower()):
        raise argparse.ArgumentTypeError(f"{word!r} is no language code; write de, en, ru, ...")
    return word.lower()


def _probability(word: str) -> float:
    try:
        value = float(word)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{word!r} is no number from 0 to 1")
    return value


def _width(word: str) -> int:
    from readcompare.reports.interface import NARROWEST, WIDEST

    if not word.isdecimal() or not NARROWEST <= int(word) <= WIDEST:
        raise argparse.ArgumentTypeError(f"{word!r} is no number from {NARROWEST} to {WIDEST}")
    return int(word)
