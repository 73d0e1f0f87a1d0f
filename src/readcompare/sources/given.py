"""Texts that stand in no file: on standard input, or on the clipboard."""

from __future__ import annotations

import sys

from readcompare.errors import InputError, Problem
from readcompare.sources.text import MAX_TEXT_BYTES, read_bytes

STANDARD_INPUT = "-"
CLIPBOARD = "clipboard:"
"""What stands for the clipboard where a file is named. A file of that name is written as `./clipboard:`."""
_NAMES = {STANDARD_INPUT: "standard input", CLIPBOARD: "the clipboard"}


def is_given(path: str) -> bool:
    """True for what stands for no file; it can be read once, and nothing can be kept beside it."""
    return path in _NAMES


def source_name(path: str) -> str:
    """How messages call what is read: its path, or where it comes from."""
    return _NAMES.get(path, path)


def source_bytes(path: str, *, limit: int = MAX_TEXT_BYTES) -> bytes:
    """The bytes of a file, of standard input or of the clipboard; InputError when they cannot be read."""
    if path == STANDARD_INPUT:
        return _standard_input(limit)
    if path == CLIPBOARD:
        # Few texts come from there.
        from readcompare.sources.clipboard import read_clipboard

        return read_clipboard(limit)
    return read_bytes(path, limit=limit)


def _standard_input(limit: int) -> bytes:
    name = source_name(STANDARD_INPUT)
    if sys.stdin is None or sys.stdin.closed:
        raise InputError(Problem(message="it is closed; there is nothing to read", path=name))
    try:
        data = sys.stdin.buffer.read(limit + 1)
    except OSError as error:
        told = error.strerror or str(error)
        raise InputError(Problem(message=told[:1].lower() + told[1:], path=name)) from None
    if len(data) > limit:
        message = f"this is too large: more than {limit:,} bytes, the limit is {limit:,}"
        raise InputError(Problem(message=message, path=name))
    return data
