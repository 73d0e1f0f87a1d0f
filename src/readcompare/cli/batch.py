"""The reports on many comparisons, written to a folder; a broken one does not stop the others."""

from __future__ import annotations

import os
import sys

from readcompare.cli.inputs import compared, files_read, settled_for
from readcompare.cli.looks import encoding_of, narrate, rendered, summarise
from readcompare.cli.output import OK, is_terminal, refuse_to_overwrite, write

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from readcompare.cli.inputs import Job
    from readcompare.errors import Problem


def is_folder(path: str | None) -> bool:
    """True for an output that is, or is written as, a folder."""
    return bool(path) and (str(path).endswith(("/", os.sep)) or os.path.isdir(str(path)))  # noqa: PTH112 - pathlib costs start-up


def write_all(jobs: Sequence[Job], options: argparse.Namespace, form: str) -> int:
    """Write one report for each job into the folder `options.output`, in the format `form`.

    Every problem is told at the end, by a ReadcompareError, when all that could be written is written.
    """
    from readcompare.errors import InputError, ReadcompareError

    folder = _made(options.output)
    problems: list[Problem] = []
    failed = 0
    for job, path in _in_sight(list(zip(jobs, _paths(jobs, folder, form), strict=True)), options):
        try:
            _write_one(job, path, form, options)
        except ReadcompareError as error:
            failed += 1
            problems += _placed(error.problems, job)
    told = f"{len(jobs) - failed} of {len(jobs)} reports written to {folder}"
    summarise(options, told)
    if problems:
        raise InputError(problems)
    return OK


def _write_one(job: Job, path: str, form: str, options: argparse.Namespace) -> None:
    if os.path.exists(path):  # noqa: PTH110 - pathlib costs start-up
        refuse_to_overwrite(path, files_read(options, job))
    found = compared(options, job)
    write(rendered(form, found, settled_for(options, job), to_file=True), path, encoding=encoding_of(form))
    sizes = " and ".join(str(len(document.sentences)) for document in found.documents)
    narrate(options, f"{path}: {sizes} sentences, {len(found.rows)} rows, {len(found.findings)} findings")


def _placed(problems: Iterable[Problem], job: Job) -> list[Problem]:
    """The problems, each with the comparison it is about when it names no file of its own."""
    return [problem if problem.path else problem._replace(path=job[0]) for problem in problems]


def _made(path: str) -> str:
    from pathlib import Path

    from readcompare.errors import InputError, Problem

    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(Problem(message=f"this folder cannot be made: {reason.lower()}", path=path)) from None
    return path


def _paths(jobs: Sequence[Job], folder: str, form: str) -> list[str]:
    """A file of its own for each job, named after the comparison; a number tells those of one name apart."""
    from pathlib import Path

    from readcompare.reports.formats import ending_of

    taken: set[str] = set()
    paths = []
    for job in jobs:
        stems = [_name(Path(file)) for file in job]
        name, number = "-".join(stems), 1
        while name.casefold() in taken:
            number += 1
            name = f"{'-'.join(stems)}-{number}"
        taken.add(name.casefold())
        paths.append(str(Path(folder) / f"{name}{ending_of(form)}"))
    return paths


def _name(file: Path) -> str:
    """The name of a call: that of its folder when its file is called as all of them are."""
    from readcompare.sources.given import is_given, source_name

    if is_given(str(file)):
        return source_name(str(file)).removeprefix("the ").replace(" ", "-")
    return file.absolute().parent.name if file.stem == "comparison" and file.absolute().parent.name else file.stem


def _in_sight(steps: list[tuple[Job, str]], options: argparse.Namespace) -> Iterable[tuple[Job, str]]:
    """The steps, with a bar on standard error when that is a terminal and nothing else is told there."""
    if options.quiet or options.verbose or len(steps) < 2 or not is_terminal(sys.stderr):
        return steps
    from rich.console import Console
    from rich.progress import track

    return track(steps, description="comparing", console=Console(stderr=True), transient=True)
