"""`init` on a folder: a comparison file for each two accounts that belong together; the doubtful ones are listed."""

from __future__ import annotations

import os
import sys

from readcompare.cli.output import OK, write

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from readcompare.gathering import Begun, Gathered


def pair_folder(folder: Path, options: argparse.Namespace) -> int:
    """Write the comparison files of a folder, or only tell them; what is there stays, unless the user says --force."""
    from readcompare.errors import Problem, UsageError
    from readcompare.gathering import gather

    if options.texts:
        message = "the texts of a folder are found by their names; leave these out"
        raise UsageError(Problem(message=message, path=options.texts[0]))
    gathered = gather(folder)
    new = [begun for begun in gathered.begun if options.force or not os.path.lexists(folder / begun.name)]
    if new and not options.dry_run:
        _write_files(folder, new, is_forced=options.force)
    _tell(folder, gathered, new)
    if options.dry_run:
        print("readcompare: nothing was written", file=sys.stderr)
    if not gathered.begun and not gathered.known:
        message = "no two texts here belong together, as 2021-11-10-germany.txt and 2021-11-10-kremlin.txt do"
        raise UsageError(Problem(message=message, path=str(folder)))
    return OK


def _write_files(folder: Path, new: list[Begun], *, is_forced: bool) -> None:
    from readcompare.sources.draft import SCHEMA_FILE, draft_text
    from readcompare.sources.schema import comparison_schema
    from readcompare.sources.text import write_text

    schema = folder / SCHEMA_FILE
    if is_forced or not os.path.lexists(schema):
        write_text(str(schema), comparison_schema())
    for begun in new:
        write_text(str(folder / begun.name), draft_text(begun.draft))


def _tell(folder: Path, gathered: Gathered, new: list[Begun]) -> None:
    """The files on standard output; on standard error what a person should look at."""
    from readcompare.errors import Problem

    for begun in new:
        sides = " and ".join(
            f"{side.id} ({', '.join(language for language, _ in side.texts)})" for side in begun.draft.sides
        )
        write(f"{Problem(message=sides, path=str(folder / begun.name))}\n", None)
    for begun in gathered.begun:
        path = str(folder / begun.name)
        for note in begun.notes if begun in new else ():
            print(f"readcompare: {Problem(message=f'check {note}', path=path)}", file=sys.stderr)
        if begun not in new:
            print(f"readcompare: {path}: is there already and stays; --force writes over it", file=sys.stderr)
    for problem in gathered.doubtful:
        print(f"readcompare: {problem}", file=sys.stderr)
    if gathered.known:
        print(f"readcompare: texts that comparison files here name already: {gathered.known}", file=sys.stderr)
