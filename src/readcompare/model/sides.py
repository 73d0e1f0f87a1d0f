"""The sides of a comparison: how many there may be, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence

LETTERS = "ABCDEFGHI"
"""The letters of the sides, in the order of the comparison file."""
MAX_SIDES = len(LETTERS)
"""So many accounts are compared at most: each with each other is 36 comparisons then."""


def place_of(wanted: str, ids: Sequence[str]) -> int | None:
    """The place of the side that is meant by its id, or by its letter; None when there is none."""
    if wanted in ids:
        return ids.index(wanted)
    place = LETTERS.find(wanted.upper()) if len(wanted) == 1 else -1
    return place if 0 <= place < len(ids) else None
