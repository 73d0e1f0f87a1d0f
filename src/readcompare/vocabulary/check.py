"""Checking a lexicon file as it would be used: over the shipped lexicons."""

from __future__ import annotations

from readcompare.engine.normalize import FUNCTION_WORDS
from readcompare.sources.lexicon_examiner import Examined, examine
from readcompare.sources.lexicon_files import shipped_matcher


def check(path: str) -> Examined:
    """Everything that is wrong with the lexicon file at `path`; ReadcompareError when it cannot be read at all."""
    return examine(path, shipped_matcher, FUNCTION_WORDS)


def told(path: str, examined: Examined) -> str:
    """One line that says how many entries are fine."""
    if examined.problems and examined.fine == examined.entries:
        return f"{path}: {_entries(examined.entries)} fine, but the file as a whole is not\n"
    if examined.fine == examined.entries:
        return f"{path}: {_entries(examined.entries)} fine\n"
    return f"{path}: {examined.fine} of {_entries(examined.entries)} fine\n"


def _entries(number: int) -> str:
    return f"{number} entry" if number == 1 else f"{number} entries"
