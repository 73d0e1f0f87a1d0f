"""Safe keeping of work by hand: saved at once, merged with what others did, and else copied elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from readcompare.editing.merging import merged
from readcompare.errors import InputError, Problem, ReadcompareError, UsageError
from readcompare.model.annotations import Annotations
from readcompare.sources.annotations import TWO, annotations_text, parse_annotations
from readcompare.sources.annotations_layout import Layout, layout_of
from readcompare.sources.shared_file import read_shared, replace_shared

_TRIES = 20
"""So often is a file read again that others are writing meanwhile."""
_MOST_COPIES = 1_000
_LOOKED_FOR = 20
"""Copies of one family that are looked for when a reading begins."""


class Outcome(StrEnum):
    """What became of an attempt to save."""

    SAVED = "saved"
    MERGED = "merged"
    """Saved together with what somebody else wrote meanwhile."""
    COPIED = "copied"
    """The file could not take it; it stands whole in a copy."""
    UNSAVED = "unsaved"
    """It stands nowhere but in memory."""


class Keeping(Struct, frozen=True, kw_only=True):
    """The annotations file as it was last read or written. A value: saving makes a new one."""

    path: str
    """Where the annotations belong."""
    folder: str | None
    """The program's own folder, for copies that can stand nowhere else; None for none."""
    data: bytes | None
    """The bytes of the file; None when it is not there yet."""
    annotations: Annotations
    """What these bytes say."""
    layout: Layout | None
    """How a person laid it out; None when it can only be written anew as a whole."""
    copy: str | None = None
    """The file that holds the work since `path` could not take it; None while all is well."""
    copied: bytes | None = None
    """The bytes of the copy."""
    letters: tuple[str, str] = TWO
    """The letters of the sides whose sentences the file names."""


class Saved(Struct, frozen=True, kw_only=True):
    """What became of an attempt to save."""

    outcome: Outcome
    keeping: Keeping
    annotations: Annotations
    """The annotations as they are now: with what somebody else wrote, when that was merged."""
    words: str = ""
    """What the reader must know, one line; empty when all went as usual."""


def open_keeping(path: str, folder: str | None, letters: tuple[str, str] = TWO) -> Keeping:
    """Begin to keep annotations at `path`, which need not be there; a ReadcompareError when it holds something else."""
    data = read_shared(path)
    annotations = Annotations() if data is None else parse_annotations(data, path, letters)[0]
    layout = layout_of(data, path, letters)
    return Keeping(path=path, folder=folder, data=data, annotations=annotations, layout=layout, letters=letters)


def save(keeping: Keeping, annotations: Annotations) -> Saved:
    """Write `annotations` where they belong; raises nothing, since whatever happens the work goes on."""
    try:
        return _saved(keeping, annotations)
    except ReadcompareError as error:
        return _copied(keeping, annotations, "; ".join(problem.message for problem in error.problems[:2]))


def save_copy(path: str, annotations: Annotations) -> None:
    """Write `annotations` to a new file; a ReadcompareError when it is there already or cannot be written."""
    if not replace_shared(path, None, annotations_text(annotations).encode()):
        raise UsageError(Problem(message="is there already; name another file", path=path))


def copies_of(path: str, folder: str | None) -> tuple[str, ...]:
    """Copies that were made because `path` could not take the work, and that are still there."""
    names = (name for family in _copies(path, folder) for name in family.names(_LOOKED_FOR))
    return tuple(name for name in names if Path(name).is_file())


def _saved(keeping: Keeping, wanted: Annotations) -> Saved:
    annotations, outcome, words = wanted, Outcome.SAVED, ""
    for _ in range(_TRIES):
        data = _bytes(keeping, annotations)
        if replace_shared(keeping.path, keeping.data, data):
            told = words or _told_again(keeping)
            after = replace(_without_copy(keeping), data=data, annotations=annotations)
            if keeping.layout is None:
                after = replace(after, layout=layout_of(data, keeping.path, keeping.letters))
            return Saved(outcome=outcome, keeping=after, annotations=annotations, words=told)
        theirs = open_keeping(keeping.path, keeping.folder, keeping.letters)
        if theirs.data is None:
            # Somebody took the file away; that was hardly meant for the work that is being done.
            keeping = replace(keeping, data=None)
            words = f"{keeping.path} was gone and is written anew"
            continue
        both = merged(keeping.annotations, annotations, theirs.annotations)
        if both is None:
            return _copied(keeping, annotations, "somebody else judged the same sentences in it otherwise meanwhile")
        layout = theirs.layout.knowing(keeping.layout) if theirs.layout else None
        keeping = replace(keeping, data=theirs.data, annotations=theirs.annotations, layout=layout)
        annotations, outcome = both, Outcome.MERGED
        words = f"{keeping.path} was changed by somebody else; both works are in it now"
    return _copied(keeping, annotations, "it is being written by somebody else all the time")


def _bytes(keeping: Keeping, annotations: Annotations) -> bytes:
    """The new file, which must read as what it shall say; the old one is kept beside when its layout is lost."""
    text = annotations_text(annotations) if keeping.layout is None else keeping.layout.text(annotations)
    data = text.encode()
    if parse_annotations(data, keeping.path, keeping.letters)[0] != annotations:
        raise InputError(Problem(message="it cannot hold this in the way it is laid out", path=keeping.path))
    if keeping.layout is None and keeping.data is not None:
        _keep_before(keeping, keeping.data)
    return data


def _copied(keeping: Keeping, annotations: Annotations, why: str) -> Saved:
    """All work in a file of its own: the one that has it already, else a new one beside, else one in `folder`."""
    data = _copy_bytes(keeping, annotations, why)
    place = _rewritten(keeping, data) or next(
        filter(None, (_new_copy(f, data) for f in _copies(keeping.path, keeping.folder))), None
    )
    if place:
        words = f"Not saved in {keeping.path}: {why}. All your work is in {place}"
        after = replace(keeping, copy=place, copied=data)
        return Saved(outcome=Outcome.COPIED, keeping=after, annotations=annotations, words=words)
    words = f"NOT SAVED in {keeping.path}: {why}. No copy could be written either; name a place for one"
    return Saved(outcome=Outcome.UNSAVED, keeping=keeping, annotations=annotations, words=words)


def _copy_bytes(keeping: Keeping, annotations: Annotations, why: str) -> bytes:
    told = " ".join(f"{keeping.path}: {why}".split())
    shown = "".join(sign if sign.isprintable() else "?" for sign in told)
    return f"# A copy of work by hand that could not be saved in\n# {shown}\n{annotations_text(annotations)}".encode()


def _rewritten(keeping: Keeping, data: bytes) -> str | None:
    """The copy that is there already, with the newest work; None when there is none, or it cannot take it."""
    try:
        return keeping.copy if keeping.copy and replace_shared(keeping.copy, keeping.copied, data) else None
    except ReadcompareError:
        return None


def _new_copy(family: _Family, data: bytes) -> str | None:
    """A copy under the first free name; None when none can be written."""
    try:
        family.folder.mkdir(parents=True, exist_ok=True)
        return next((name for name in family.names() if replace_shared(name, None, data)), None)
    except (ReadcompareError, OSError):
        return None


class _Family(Struct, frozen=True):
    """Names for files that belong to one annotations file, in one folder."""

    folder: Path
    stem: str

    def names(self, most: int = _MOST_COPIES) -> Iterator[str]:
        return (str(self.folder / f"{self.stem}-{number}.yaml") for number in range(1, most))


def _copies(path: str, folder: str | None) -> tuple[_Family, ...]:
    beside = _beside(path, "copy")
    if folder is None:
        return (beside,)
    # Two calls may have files of one name.
    mark = hashlib.sha256(str(Path(path).absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return beside, _Family(Path(folder) / "copies", f"{mark}-{beside.stem}")


def _beside(path: str, word: str) -> _Family:
    target = Path(path)
    return _Family(target.parent, f"{target.name.removesuffix('.yaml').removesuffix('.yml')}.{word}")


def _without_copy(keeping: Keeping) -> Keeping:
    """The file has everything again, so a copy that nobody else has changed is no more of use."""
    if keeping.copy:
        try:
            if read_shared(keeping.copy) == keeping.copied:
                Path(keeping.copy).unlink()
        except (ReadcompareError, OSError):
            pass  # it says the same as the file, and does no harm
    return replace(keeping, copy=None, copied=None)


def _told_again(keeping: Keeping) -> str:
    return f"Saved in {keeping.path} again" if keeping.copy else ""


def _keep_before(keeping: Keeping, data: bytes) -> None:
    """The file as a person wrote it, beside; InputError when it cannot be written."""
    if not any(replace_shared(name, None, data) for name in _beside(keeping.path, "before").names()):
        raise InputError(Problem(message="there are too many copies beside it", path=keeping.path))
