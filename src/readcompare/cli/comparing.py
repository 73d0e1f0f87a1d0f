"""The commands that compare two accounts: the screen and the reports."""

from __future__ import annotations

from readcompare.cli.arguments import input_arguments, setting_option, settled
from readcompare.cli.output import OK, is_screen, layout, refuse_to_overwrite, write

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from readcompare.model.comparison import Comparison
    from readcompare.reports.interface import Layout, Renderer
    from readcompare.runner import Wishes

FORMATS = {"text": "readcompare.reports.plain", "json": "readcompare.reports.records"}
"""Where each report format lives; it is imported when it is asked for."""


def open_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `open` takes."""
    input_arguments(command)


def report_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `report` takes."""
    input_arguments(command)
    setting_option(command, "format", "-f")
    command.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")


def open_(options: argparse.Namespace) -> int:
    """Open the screen, or print the text report where there is none."""
    comparison, options = _compare(options)
    if is_screen():
        from readcompare.tui.app import run

        return run(comparison)
    write(_render("text", comparison, layout(options, to_file=False)), None)
    return OK


def report(options: argparse.Namespace) -> int:
    """Write a report."""
    refuse_to_overwrite(options.output, (*options.files, *options.lexicon, *options.dictionary))
    comparison, options = _compare(options)
    text = _render(options.format, comparison, layout(options, to_file=bool(options.output)))
    write(text, options.output)
    return OK


def _compare(options: argparse.Namespace) -> tuple[Comparison, argparse.Namespace]:
    """The comparison that was asked for, and the options with what its file and the user set once for all."""
    from readcompare.runner import run, run_texts, two_texts

    files: list[str] = options.files
    if len(files) != 1 or not files[0].lower().endswith((".yaml", ".yml")):
        options = settled(options)
        return run_texts(two_texts(files), _wishes(options)), options
    # Two texts need no YAML.
    from dataclasses import replace

    from readcompare.runner import read_described
    from readcompare.sources.comparison_file import read_comparison_file

    described = read_comparison_file(files[0])
    options = settled(options, described.settings)
    # `auto` may be an option too, and goes before the file as any value does.
    described = replace(described, recipe=replace(described.recipe, threshold=options.threshold))
    return run(read_described(described, _wishes(options))), options


def _wishes(options: argparse.Namespace) -> Wishes:
    from readcompare.runner import Wishes

    return Wishes(
        languages=(options.lang_a, options.lang_b),
        threshold=options.threshold,
        encoding=options.encoding,
        annotations=options.annotations,
        lexicons=tuple(options.lexicon),
        dictionaries=tuple(options.dictionary),
    )


def _render(name: str, comparison: Comparison, laid_out: Layout) -> str:
    from importlib import import_module

    render: Renderer = import_module(FORMATS[name]).render
    return render(comparison, laid_out)
