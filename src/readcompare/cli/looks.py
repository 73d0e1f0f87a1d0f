"""The arguments about how a report looks and where it goes, and what becomes of them."""

from __future__ import annotations

import os
import sys

from readcompare.cli.arguments import setting_option
from readcompare.reports.formats import DEFAULT, ENDINGS, FILE_ENCODINGS, FOR_PEOPLE, ONLY, form_by_ending

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from readcompare.errors import ReadcompareError
    from readcompare.model.comparison import Comparison
    from readcompare.model.synopsis import Synopsis
    from readcompare.reports.interface import Layout


def look_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what every command takes that may print a report on a terminal."""
    setting_option(command, "width", "-W")
    setting_option(command, "layout")
    setting_option(command, "color")


def target_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what every command takes that writes a report in a form of the user's choice."""
    look_arguments(command)
    setting_option(command, "format", "-f")
    command.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")
    command.add_argument("--only", choices=ONLY, help="this part of the report alone (text, md, csv, html, docx)")
    narration_arguments(command)


def narration_arguments(command: argparse.ArgumentParser) -> None:
    """Tell how much is told on standard error."""
    how_much = command.add_mutually_exclusive_group()
    how_much.add_argument("-q", "--quiet", action="store_true", help="tell nothing but errors on standard error")
    how_much.add_argument("-v", "--verbose", action="store_true", help="tell on standard error what is done")


def chosen_format(options: argparse.Namespace, default: str = DEFAULT) -> str:
    """The format asked for by name or by the ending of the output, else `default`.

    UsageError for an ending that is of no format, and for a format that cannot be asked for a part.
    """
    form: str = options.format or form_by_ending(options.output) or default
    ending = os.path.splitext(options.output or "")[1]  # noqa: PTH122 - pathlib costs start-up
    is_unknown = ending[1:].isalpha() and ending.lower() not in ENDINGS and not os.path.isdir(options.output)  # noqa: PTH112
    if is_unknown and not options.format:
        fit = [known for known, its in ENDINGS.items() if its in FOR_PEOPLE or not options.only]
        told = f"no format has the ending {ending}; name one with -f, or choose one of {', '.join(fit)}"
        raise _refused(told, options.output)
    if options.only and form not in FOR_PEOPLE:
        raise _refused(f"--only is for {', '.join(FOR_PEOPLE)}; a report in {form} is whole")
    return form


def _refused(told: str, path: str | None = None) -> ReadcompareError:
    from readcompare.errors import Problem, UsageError

    return UsageError(Problem(message=told, path=path))


def rendered(form: str, compared: Comparison | Synopsis, options: argparse.Namespace, *, to_file: bool) -> str | bytes:
    """The report on what was compared as it goes to a file or to standard output."""
    from readcompare.reports.formats import render

    return render(form, compared, _layout(options, to_file=to_file))


def encoding_of(form: str) -> str:
    """The encoding of the files of a format."""
    return FILE_ENCODINGS.get(form, "utf-8")


def narrate(options: argparse.Namespace, told: str) -> None:
    """Say on standard error what is done, to those who want to know."""
    if options.verbose and sys.stderr:
        print(f"readcompare: {_shown(told)}", file=sys.stderr)


def summarise(options: argparse.Namespace, told: str) -> None:
    """Say on standard error what was done, but to those who want to hear nothing."""
    if not options.quiet and sys.stderr:
        print(f"readcompare: {_shown(told)}", file=sys.stderr)


def _shown(told: str) -> str:
    from readcompare.errors import Problem

    return str(Problem(message=told))


def _layout(options: argparse.Namespace, *, to_file: bool) -> Layout:
    from readcompare.reports.interface import Layout

    # While the screen is open, what stands for standard output has no encoding.
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("_", "-")
    return Layout(
        width=options.width,
        ascii_only=not to_file and not encoding.startswith("utf"),
        color=_is_coloured(options.color, to_file=to_file),
        arrangement=options.layout,
        only=getattr(options, "only", None),
    )


def _is_coloured(wish: str, *, to_file: bool) -> bool:
    """The option before NO_COLOR before FORCE_COLOR before what the output is; empty variables count as not set."""
    if wish != "auto" or to_file:
        return wish == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return bool(sys.stdout and sys.stdout.isatty()) and os.environ.get("TERM") not in ("dumb", "unknown")
