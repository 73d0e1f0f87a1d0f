"""The commands that check files: `validate`, and `schema` for editors and programs that check them themselves."""

from __future__ import annotations

from readcompare.cli.output import OK, write

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from readcompare.errors import Problem
    from readcompare.sources.comparison_file import ComparisonFile


def validate_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `validate` takes."""
    command.add_argument(
        "files", nargs="+", metavar="FILE", help="comparison files, patterns, or folders with all below them"
    )


def validate(options: argparse.Namespace) -> int:
    """Tell which files are valid on standard output, and everything that is wrong with the others."""
    from readcompare.errors import ConfigurationError, ReadcompareError
    from readcompare.sources.comparison_paths import comparison_paths
    from readcompare.sources.validation import validate as examine

    problems: list[Problem] = []
    words: list[str] = options.files
    for word in words:
        try:
            paths = comparison_paths([word])
        except ReadcompareError as error:
            problems += error.problems
            continue
        for path in paths:
            found = examine(path)
            problems += found.problems
            if found.described and not found.problems:
                write(f"{path}: valid, {_told(found.described)}\n", None)
    if problems:
        # What several files share is wrong once.
        raise ConfigurationError(dict.fromkeys(problems))
    return OK


def schema_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `schema` takes."""
    command.add_argument(
        "--result", action="store_true", help="the schema of the record that `report -f json` writes instead"
    )


def schema(options: argparse.Namespace) -> int:
    """Print the JSON Schema of the comparison file, or that of the record of a result."""
    if options.result:
        from readcompare.reports.records import result_schema

        write(result_schema(), None)
        return OK
    from readcompare.sources.schema import comparison_schema

    write(comparison_schema(), None)
    return OK


def _told(described: ComparisonFile) -> str:
    """What a reader would check first: who, and in which languages."""
    sides = (f"{side.id} ({', '.join(text.language or '?' for text in side.texts)})" for side in described.sides)
    *first, last = sides
    return f"{', '.join(first)} and {last}"
