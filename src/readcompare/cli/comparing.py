"""The commands that compare two accounts: the screen and the reports."""

from __future__ import annotations

from readcompare.cli.arguments import input_arguments, settled
from readcompare.cli.batch import is_folder, write_all
from readcompare.cli.inputs import compared, files_read, jobs, settled_for, the_job, wishes_of
from readcompare.cli.looks import chosen_format, encoding_of, look_arguments, narrate, rendered, target_arguments
from readcompare.cli.output import OK, is_screen, refuse_to_overwrite, write
from readcompare.cli.surrounding import pivot_first, screen_arguments, surroundings, user_keys
from readcompare.reports.formats import DEFAULT

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from readcompare.cli.inputs import Job
    from readcompare.model.comparison import Comparison
    from readcompare.model.synopsis import Synopsis
    from readcompare.session import Session
    from readcompare.tui.linear import LinearReader

_ONE = "open one at a time, or write all of them: report ... -o FOLDER/"


def open_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `open` takes."""
    input_arguments(command, "*")
    look_arguments(command)
    screen_arguments(command)
    command.add_argument("--linear", action="store_true", help="read line by line without a screen, for screen readers")


def report_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `report` takes."""
    input_arguments(command)
    target_arguments(command)


def open_(options: argparse.Namespace) -> int:
    """Open the screen, without files that on which they are chosen, or print the text report where there is none."""
    if not options.files:
        return _start_screen(options)
    job = the_job(options.files, _ONE)
    if options.linear:
        from readcompare.tui.linear import run as run_linear

        return run_linear(_linear_reader(options, job))
    if is_screen():
        keys, own = user_keys(), settled_for(options, job)
        from readcompare.session import read
        from readcompare.tui.app import run

        # What cannot be read is told before there is a screen; what was read stands on it before it is compared.
        reading = read(job, wishes_of(options, job))
        return run(None, surroundings(own, keys, reading=reading, opened=_opener(options)))
    own = settled_for(options, job)
    write(rendered(DEFAULT, _watched(options, job), own, to_file=False), None)
    return OK


def _start_screen(options: argparse.Namespace) -> int:
    if options.linear or not is_screen():
        from readcompare.errors import Problem, UsageError

        raise UsageError(Problem(message="name what to read: a comparison file (YAML), or two texts, or a folder"))
    keys, own = user_keys(), settled(options)
    from readcompare.tui.app import run

    return run(None, surroundings(own, keys, opened=_opener(options)))


def _opener(options: argparse.Namespace) -> Callable[[Sequence[str]], Session]:
    """What reads another comparison from inside, with the same options."""

    def opened(files: Sequence[str]) -> Session:
        from readcompare.session import start

        job = the_job(files, _ONE)
        return start(job, wishes_of(options, job))

    return opened


def _linear_reader(options: argparse.Namespace, job: Job) -> LinearReader:
    """Reads the comparison, or with several sides each two of them, those with the pivot first; corrects them too."""
    from readcompare.sources.given import is_given

    if any(is_given(file) for file in job):
        # Such a text is read once, and there is no place beside it for work by hand.
        from readcompare.model.comparison import Comparison
        from readcompare.tui.linear import LinearReader

        found = _watched(options, job)
        return LinearReader(*((found,) if isinstance(found, Comparison) else pivot_first(found)))
    from platformdirs import user_state_path

    from readcompare.cli.progress import progress_bar
    from readcompare.editing.desk import open_desk
    from readcompare.session import start
    from readcompare.tui.linear_correcting import LinearDesk

    with progress_bar("comparing") as progress:
        first = start(job, wishes_of(options, job), progress)
    sessions = (first, *(first.with_pair(pair) for pair in first.pairs if pair != first.pair))
    return LinearDesk(*(open_desk(session, str(user_state_path("readcompare"))) for session in sessions))


def report(options: argparse.Namespace) -> int:
    """Write a report, or one for each of many comparisons into a folder."""
    if is_folder(options.output):
        # Many are written in one form, whatever their files say.
        return write_all(jobs(options.files), options, chosen_format(settled(options)))
    job = the_job(options.files, "name a folder for their reports, such as -o reports/")
    if options.output:
        refuse_to_overwrite(options.output, job)
        refuse_to_overwrite(options.output, files_read(options, job))
    own = settled_for(options, job)
    form = chosen_format(own)
    comparison = _watched(options, job)
    write(rendered(form, comparison, own, to_file=bool(options.output)), options.output, encoding=encoding_of(form))
    narrate(options, f"{options.output or 'standard output'}: {len(comparison.rows)} rows in {form}")
    return OK


def _watched(options: argparse.Namespace, job: Job) -> Comparison | Synopsis:
    """The comparison; at a terminal a bar tells how far it has come."""
    from readcompare.cli.progress import progress_bar

    with progress_bar("comparing") as progress:
        return compared(options, job, progress)
