"""Which comparisons there are to read: those read last, those found here, and new ones from texts that were pasted."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path

from msgspec import Struct

from readcompare.errors import InputError, Problem, ReadcompareError
from readcompare.sources.comparison_file import read_comparison_file
from readcompare.sources.places import places
from readcompare.sources.text import write_text

COMPARISON = "comparison.yaml"
MOST_RECENT = 9
MOST_FOUND = 500
"""So many comparisons of a folder, and so many names while a path is written, are listed."""
_DESCRIBED = (".yaml", ".yml")
_HAS_SIDES = re.compile(rb"^sides[ \t]*:", re.MULTILINE)
_HEAD = 65_536  # bytes in which a comparison file has come to its sides


class Offer(Struct, frozen=True, kw_only=True):
    """Something that can be read."""

    files: tuple[str, ...]
    """One comparison file, or two texts, ready to open."""
    title: str
    date: str | None = None
    """ISO 8601 date of the conversation."""
    sentence: str | None = None
    """Id of the sentence at which it was left; None when it was never read."""


class Name(Struct, frozen=True):
    """One way to go on with a path that is being written."""

    path: str
    """As the user would have written it, a folder with a slash at its end."""
    is_folder: bool


def recent(folder: str) -> tuple[Offer, ...]:
    """What was read last and is still there, the latest first; `folder` is that of the program's state."""
    known = ((_files_of(key), sentence) for key, sentence in places(folder))
    return tuple(islice((_offer(files, sentence) for files, sentence in known if files), MOST_RECENT))


def found_here(folder: str = ".") -> tuple[Offer, ...]:
    """The comparisons in `folder`, in its subfolders and in its `readouts`; the latest conversation first."""
    here = Path(folder)
    try:
        own = [path for path in sorted(here.iterdir()) if path.suffix.lower() in _DESCRIBED and _has_sides(path)]
        below = [*sorted(here.glob(f"*/{COMPARISON}")), *sorted(here.glob(f"readouts/*/{COMPARISON}"))]
    except (OSError, ValueError):  # a NUL character in the path is a ValueError
        return ()
    offers = [_offer((str(path),)) for path in islice((*own, *below), MOST_FOUND)]
    return tuple(sorted(offers, key=lambda offer: offer.date or "", reverse=True))


def ways_on(written: str) -> tuple[Name, ...]:
    """The files and folders whose paths begin as `written` does, folders first; hidden ones only when asked for."""
    cut = written.rfind("/") + 1
    head, tail = written[:cut], written[cut:]
    try:
        inside = Path(head or ".").expanduser()
        named = sorted(islice(inside.iterdir(), MOST_FOUND * 10), key=lambda path: path.name.casefold())
        fitting = [
            path
            for path in named
            if path.name.casefold().startswith(tail.casefold()) and (tail.startswith(".") or path.name[0] != ".")
        ]
        names = [Name(f"{head}{path.name}{'/' if path.is_dir() else ''}", path.is_dir()) for path in fitting]
    except (OSError, ValueError, RuntimeError):  # a home folder that is not known is a RuntimeError
        return ()
    above = [Name(f"{head}../", is_folder=True)] if not tail else []
    return tuple([*above, *sorted(names, key=lambda name: not name.is_folder)][:MOST_FOUND])


def keep_pasted(folder: str | None, texts: tuple[str, str], names: tuple[str, str]) -> str:
    """Write two pasted texts as a comparison of their own and return the path of its comparison file.

    It stands under `folder`, that of the program's state, or among the temporary files when there is none. Raises
    InputError when a text is empty or a file cannot be written.
    """
    for letter, text in zip("AB", texts, strict=True):
        if not text.strip():
            raise InputError(Problem(message=f"there is no text {letter} yet; paste it"))
    made = datetime.now().astimezone()
    try:
        target = _new_folder(Path(folder) / "pasted" if folder else Path(tempfile.mkdtemp(prefix="readcompare-")), made)
    except OSError as error:
        told = f"the pasted texts cannot be kept: {error.strerror or error}"
        raise InputError(Problem(message=told, path=folder)) from None
    for letter, text in zip("ab", texts, strict=True):
        write_text(str(target / f"{letter}.txt"), f"{text.rstrip()}\n")
    shown = [" ".join(name.split()) or f"Text {letter}" for name, letter in zip(names, "AB", strict=True)]
    lines = [f"title: {_quoted(' and '.join(shown) + f', pasted {made:%Y-%m-%d %H:%M}')}", "sides:"]
    for letter, name in zip("ab", shown, strict=True):
        lines += [f"  - id: {letter}", f"    name: {_quoted(name)}", f"    file: {letter}.txt"]
    path = str(target / COMPARISON)
    write_text(path, "\n".join([*lines, "annotations: annotations.yaml"]) + "\n")
    return path


def _new_folder(parent: Path, made: datetime) -> Path:
    """A folder named after the moment; a second one of the same second gets a number."""
    parent.mkdir(parents=True, exist_ok=True)
    for name in _names(f"{made:%Y-%m-%d-%H%M%S}"):
        try:
            (parent / name).mkdir()
        except FileExistsError:
            continue
        return parent / name
    raise AssertionError("there is always a further name")


def _names(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


def _quoted(text: str) -> str:
    """A YAML text: JSON's double quotes are YAML's too."""
    return json.dumps(text, ensure_ascii=False)


def _files_of(key: str) -> tuple[str, ...] | None:
    """The files that a key of a session names; None when one of them is no longer there."""
    if _are_files([key]):
        return (key,)
    parts = key.split("|")  # which may also stand in a path
    pairs = (("|".join(parts[:cut]), "|".join(parts[cut:])) for cut in range(1, len(parts)))
    return next((pair for pair in pairs if _are_files(pair)), None)


def _are_files(paths: Iterable[str]) -> bool:
    try:
        return all(Path(path).is_file() for path in paths)
    except (OSError, ValueError):
        return False


def _has_sides(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return bool(_HAS_SIDES.search(file.read(_HEAD)))
    except OSError:
        return False


def _offer(files: tuple[str, ...], sentence: str | None = None) -> Offer:
    if len(files) == 2:
        return Offer(files=files, title=" and ".join(Path(path).name for path in files), sentence=sentence)
    try:
        described = read_comparison_file(files[0])
    except ReadcompareError:
        # It is offered all the same: who opens it is told what is wrong.
        path = Path(files[0])
        return Offer(files=files, title=path.parent.name if path.name == COMPARISON else path.name, sentence=sentence)
    return Offer(files=files, title=described.title, date=described.date, sentence=sentence)
