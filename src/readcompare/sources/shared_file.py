"""A file that others may write too: replaced only while it is as it was read, and never left half-written."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from readcompare.errors import InputError, Problem
from readcompare.sources.text import read_bytes

MAX_BYTES = 20_000_000
"""Largest shared file that is read: far more than a person can have written by hand."""


def read_shared(path: str) -> bytes | None:
    """The bytes of the file at `path`; None when there is none. InputError when it is there and cannot be read."""
    try:
        is_there = Path(path).exists()
    except OSError as error:
        raise InputError(Problem(message=_reason(error), path=path)) from None
    return read_bytes(path, limit=MAX_BYTES) if is_there else None


def replace_shared(path: str, expected: bytes | None, data: bytes) -> bool:
    """Write `data` to `path` if its bytes still are `expected` (None: it is not there); False when they are others.

    The bytes stand beside, safely on the disk, before they take the place of the old ones, so there is the old file
    or the new one whatever happens. A link is followed and the mode kept. InputError when it cannot be written.
    """
    try:
        target = Path(path).resolve()
        with _locked(target.parent):
            if read_shared(str(target)) != expected:
                return False
            _replace(target, data)
    except (OSError, RuntimeError) as error:  # a loop of links is a RuntimeError before Python 3.13
        raise InputError(Problem(message=f"cannot be written: {_reason(error)}", path=path)) from None
    return True


def _replace(target: Path, data: bytes) -> None:
    mode = target.stat().st_mode & 0o7777 if target.exists() else None
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(13, "it is read-only")  # a rename would write it all the same
    # The same name each time: what a killed program left is taken away by the next one.
    beside = target.with_name(f".{target.name}.new")
    beside.unlink(missing_ok=True)
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a loss of power, where the system lets a folder be opened."""
    with contextlib.suppress(OSError), _opened(folder) as handle:
        os.fsync(handle)


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep other programs of ours out of the folder meanwhile; other programs know nothing of it.

    The lock is on the folder itself, so that nothing is left lying about, and ends with the program that holds it.
    """
    try:
        import fcntl  # not on every system
    except ImportError:
        yield
        return
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):  # some network folders know no locks
            handle = stack.enter_context(_opened(folder))
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def _opened(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)


def _reason(error: Exception) -> str:
    told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return told[:1].lower() + told[1:]
