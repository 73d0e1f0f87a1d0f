"""Which comparison files are meant: files, patterns such as 'readouts/*/comparison.yaml', and folders."""

from __future__ import annotations

import glob
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from readcompare.errors import InputError, Problem, ReadcompareError
from readcompare.sources.disk import is_folder, is_there
from readcompare.sources.text import decode, read_bytes
from readcompare.sources.yaml_file import MAX_YAML_BYTES, SequenceNode, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ENDINGS = (".yaml", ".yml")
_BY_HAND = (".notes.yaml", ".notes.copy-", ".notes.before-")
"""In the names of files of work by hand, which stand beside the comparison files."""
_SIDES = re.compile(r"^sides[ \t]*:", re.MULTILINE)


def comparison_paths(words: Iterable[str]) -> tuple[str, ...]:
    """The files that `words` mean, each once, in their order; those of a pattern or a folder in alphabetical order.

    A folder means every comparison file in it and below it. Raises InputError with every pattern and folder that
    means none; whether a file that is named is there shows when it is read.
    """
    found: dict[str, None] = {}
    problems = []
    for word in words:
        paths = list(_meant(word))
        if not paths:
            what = "there is no comparison file in this folder" if is_folder(word) else "no file fits this pattern"
            problems.append(Problem(message=what, path=word))
        found |= dict.fromkeys(paths)
    if problems:
        raise InputError(problems)
    return tuple(found)


def _meant(word: str) -> Iterator[str]:
    if is_folder(word):
        yield from comparisons_in(word)
    elif glob.has_magic(word) and not is_there(word):
        for path in sorted(glob.glob(word, recursive=True)):  # noqa: PTH207 - pathlib drops a leading ./
            if not is_by_hand(path):
                yield from comparisons_in(path) if is_folder(path) else (path,)
    else:
        yield word


def comparisons_in(folder: str) -> Iterator[str]:
    """Comparison files below `folder`; other YAML files, such as lexicons and defaults, are left alone."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(parent, name)  # noqa: PTH118 - pathlib drops a leading ./
            if name.lower().endswith(_ENDINGS) and not name.startswith(".") and _is_comparison(path):
                yield path


def is_by_hand(path: str) -> bool:
    """Whether a file is named as one of work by hand, which a pattern for comparison files does not mean."""
    return any(sign in Path(path).name for sign in _BY_HAND)


def _is_comparison(path: str) -> bool:
    """A comparison lists its `sides`; a broken file is one when it looks so, so that its fault is told."""
    try:
        root = read_yaml(path).root
        return any(key.text == "sides" and isinstance(node, SequenceNode) for key, node in root.entries)
    except ReadcompareError:
        pass
    try:
        return bool(_SIDES.search(decode(read_bytes(path, limit=MAX_YAML_BYTES), path)))
    except ReadcompareError:
        return Path(path).stem == "comparison"
