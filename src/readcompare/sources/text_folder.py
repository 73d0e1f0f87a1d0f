"""The texts that lie in and below a folder, and those that its comparison files name already."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from readcompare.errors import InputError, Problem, ReadcompareError
from readcompare.sources.comparison_file import read_comparison_file
from readcompare.sources.comparison_paths import comparisons_in
from readcompare.sources.named_path import outside

ENDINGS = (".txt", ".md", ".html", ".htm", ".pdf", ".docx")
"""Of files that may be texts; what they are shows when they are read."""
MAX_TEXTS = 10_000
"""Most texts of a folder: thirty years of calls. More is a folder that was not meant."""
MAX_FOLDERS = 20_000
"""Most folders that are looked into."""


class Known(Struct, frozen=True):
    """What the comparison files of a folder say already."""

    texts: frozenset[Path]
    """Texts that they compare, with links resolved."""
    by_day: dict[str, str]
    """The name of a comparison file for each day, ISO 8601; never changed."""


def texts_below(folder: Path) -> tuple[str, ...]:
    """Paths of the texts from `folder`, with `/`, in alphabetical order; what is hidden is left alone.

    Raises InputError when there are more than `MAX_TEXTS`, or more than `MAX_FOLDERS` folders.
    """
    found: list[str] = []
    for number, texts in enumerate(_texts(folder)):
        found += texts
        if len(found) > MAX_TEXTS or number >= MAX_FOLDERS:
            many = f"{MAX_TEXTS:,} texts" if len(found) > MAX_TEXTS else f"{MAX_FOLDERS:,} folders"
            raise InputError(Problem(message=f"more than {many} are in it; name the folder of fewer", path=str(folder)))
    return tuple(sorted(found))


def known_in(folder: Path) -> Known:
    """What comparison files in and below `folder` name; one that is broken names nothing."""
    texts: set[Path] = set()
    by_day: dict[str, str] = {}
    for path in comparisons_in(str(folder)):
        try:
            described = read_comparison_file(path)
        except ReadcompareError:
            continue
        texts |= {Path(text.path).resolve() for side in described.sides for text in side.texts}
        if described.date:
            by_day.setdefault(described.date[:10], Path(path).relative_to(folder).as_posix())
    return Known(frozenset(texts), by_day)


def name_trouble(folder: Path, path: str) -> str | None:
    """Say why a comparison file in `folder` cannot name the text at `path`."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return "its name is no text in UTF-8; give it another"
    return outside(folder, path, "text")


def _texts(folder: Path) -> Iterator[list[str]]:
    """The texts of each folder."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(parent, name) for name in names if not name.startswith("."))
        yield [path.relative_to(folder).as_posix() for path in paths if path.suffix.lower() in ENDINGS]
