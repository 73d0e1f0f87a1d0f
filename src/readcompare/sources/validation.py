"""Checking a comparison file and everything it names, without comparing anything."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from msgspec import Struct

from readcompare.errors import Problem, ReadcompareError
from readcompare.model.sides import LETTERS
from readcompare.sources.annotations import read_annotations
from readcompare.sources.comparison_file import ComparisonFile, read_comparison_file
from readcompare.sources.disk import is_there
from readcompare.sources.notes_path import notes_of_pair
from readcompare.sources.readers.anything import read_source


class Validated(Struct, frozen=True):
    """What was found about one comparison file."""

    path: str
    problems: tuple[Problem, ...]
    """In the order of the file; those of another file that it names come last."""
    described: ComparisonFile | None
    """What the file says; None when it has problems of its own."""


def validate(path: str) -> Validated:
    """Everything that is wrong with the comparison file at `path` and with the texts and notes it names."""
    try:
        described = read_comparison_file(path, _text_trouble)
    except ReadcompareError as error:
        return Validated(path, error.problems, None)
    return Validated(path, _notes_problems(described), described)


def _text_trouble(path: str, encoding: str | None) -> str | None:
    """Say why a text cannot be read, with the place in it when there is one."""
    try:
        # A file may be called `-`; in a comparison file that is never standard input.
        read_source(str(Path(path).absolute()), encoding=encoding)
    except ReadcompareError as error:
        (problem,) = error.problems
        at = f"line {problem.line}, column {problem.column}: " if problem.line else ""
        return at + _without_option(problem).message
    return None


def _without_option(problem: Problem) -> Problem:
    """An encoding is named in the file here: an option of another command is no help."""
    head, _, tail = problem.message.partition("--encoding ")
    return problem._replace(message=f"{head}{tail.partition(', or ')[2]}") if tail else problem


def _notes_problems(described: ComparisonFile) -> tuple[Problem, ...]:
    if described.annotations is None:
        return ()
    problems: list[Problem] = []
    for path, letters in _notes_files(described.annotations, described):
        try:
            if is_there(path):
                read_annotations(path, letters)
        except ReadcompareError as error:
            problems += error.problems
    return tuple(problems)


def _notes_files(path: str, described: ComparisonFile) -> Iterator[tuple[str, tuple[str, str]]]:
    """The files of work by hand with the letters of their sides: one, or of several sides one for each pair."""
    if len(described.sides) == 2:
        yield path, ("A", "B")
        return
    for (one, first), (other, second) in combinations(zip(LETTERS, described.sides, strict=False), 2):
        yield notes_of_pair(path, (first.id, second.id)), (one, other)
