"""The command that tells by its exit code whether two accounts differ, as `diff` does."""

from __future__ import annotations

from readcompare.cli.arguments import input_arguments
from readcompare.cli.inputs import compared, files_read, settled_for, the_job
from readcompare.cli.looks import chosen_format, encoding_of, narrate, rendered, target_arguments
from readcompare.cli.output import OK, refuse_to_overwrite, write

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

DIFFERS = 1
"""Exit code when something differs."""


def diff_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `diff` takes."""
    input_arguments(command)
    target_arguments(command)


def diff(options: argparse.Namespace) -> int:
    """Write a unified diff by sentence, or another report; with --quiet the exit code alone tells."""
    from readcompare.model.comparison import Comparison
    from readcompare.views.rows import differ, row_views

    form = chosen_format(options, "diff")
    job = the_job(options.files, "one at a time has an answer")
    if options.output:
        refuse_to_overwrite(options.output, files_read(options, job))
    found = compared(options, job)
    comparisons = (found,) if isinstance(found, Comparison) else found.comparisons
    is_different = any(differ(row_views(comparison)) for comparison in comparisons)
    if options.output or not options.quiet:
        report = rendered(form, found, settled_for(options, job), to_file=bool(options.output))
        write(report, options.output, encoding=encoding_of(form))
    narrate(options, "the accounts differ" if is_different else "nothing differs")
    return DIFFERS if is_different else OK
