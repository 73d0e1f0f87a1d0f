"""The command that draws each side's own words out of a news report."""

from __future__ import annotations

from readcompare.cli.arguments import language, settled
from readcompare.cli.looks import look_arguments, rendered
from readcompare.cli.output import OK, is_screen, write
from readcompare.reports.formats import DEFAULT

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from readcompare.model.fragments import Excerpts


def quotes_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `quotes` takes."""
    command.add_argument(
        "report",
        metavar="REPORT",
        help="a news report: text, Markdown, web page, PDF, DOCX; - is stdin, clipboard: the clipboard",
    )
    command.add_argument("-o", "--output", metavar="DIR", help="new folder for the comparison (default: NAME.quotes)")
    command.add_argument("-f", "--format", choices=("json",), help="print the fragments instead, and write no folder")
    command.add_argument("--lang", metavar="CODE", type=language, help="language of the report (default: recognised)")
    command.add_argument(
        "--encoding", metavar="NAME", help="encoding of the report (default: told by it, or recognised)"
    )
    look_arguments(command)


def quotes(options: argparse.Namespace) -> int:
    """Print the fragments, or write the comparison folder and open it."""
    from readcompare.errors import Problem, UsageError
    from readcompare.quoting import default_folder, make_folder

    if options.format:
        from readcompare.reports.fragments import render as render_fragments

        write(render_fragments(_read(options)), None)
        return OK
    if options.output == "":
        raise UsageError(Problem(message="the folder after -o has no name"))
    excerpts = _read(options)
    folder = options.output or default_folder(options.report)
    return _open(make_folder(excerpts, options.report, folder), options)


def _read(options: argparse.Namespace) -> Excerpts:
    """What the report quotes; how it was read is told on standard error."""
    import sys

    from readcompare.quoting import excerpts_of

    excerpts = excerpts_of(options.report, language=options.lang, encoding=options.encoding)
    for note in excerpts.notes:
        print(f"readcompare: {note}", file=sys.stderr)
    return excerpts


def _open(path: str, options: argparse.Namespace) -> int:
    import sys

    from readcompare.runner import run_file

    comparison = run_file(path)
    print(f"readcompare: the comparison is in {path}", file=sys.stderr)
    if is_screen():
        from readcompare.tui.app import run

        return run(comparison)
    write(rendered(DEFAULT, comparison, settled(options), to_file=False), None)
    return OK
