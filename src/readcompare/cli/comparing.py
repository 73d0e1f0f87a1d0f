"""The commands that compare two accounts: the screen and the reports."""

from __future__ import annotations

from readcompare.cli.arguments import input_arguments
from readcompare.cli.output import OK, is_screen, layout, refuse_to_overwrite, write
from readcompare.reports.formats import DEFAULT, FILE_ENCODINGS, MODULES, format_of, render

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from readcompare.model.comparison import Comparison


def report_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `report` takes."""
    input_arguments(command)
    command.add_argument(
        "-f", "--format", choices=sorted(MODULES), help="form of the report (default: by the ending of -o)"
    )
    command.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")


def open_(options: argparse.Namespace) -> int:
    """Open the screen, or print the text report where there is none."""
    comparison = _compare(options)
    if is_screen():
        from readcompare.tui.app import run

        return run(comparison)
    write(render(DEFAULT, comparison, layout(options, to_file=False)), None)
    return OK


def report(options: argparse.Namespace) -> int:
    """Write a report."""
    read = [*options.files, *options.lexicon, *options.dictionary, *([options.weights] if options.weights else [])]
    refuse_to_overwrite(options.output, read)
    form = options.format or format_of(options.output)
    done = render(form, _compare(options), layout(options, to_file=bool(options.output)))
    write(done, options.output, encoding=FILE_ENCODINGS.get(form, "utf-8"))
    return OK


def _compare(options: argparse.Namespace) -> Comparison:
    from readcompare.runner import Wishes, run_file, run_texts, two_texts

    wishes = Wishes(
        languages=(options.lang_a, options.lang_b),
        threshold=options.threshold,
        encoding=options.encoding,
        annotations=options.annotations,
        lexicons=tuple(options.lexicon),
        dictionaries=tuple(options.dictionary),
        matcher=options.matcher,
        model=options.model,
        weights=options.weights,
    )
    files: list[str] = options.files
    if len(files) == 1 and files[0].lower().endswith((".yaml", ".yml")):
        return run_file(files[0], wishes)
    return run_texts(two_texts(files), wishes)
