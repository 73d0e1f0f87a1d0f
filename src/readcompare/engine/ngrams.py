"""Character n-grams of sentences, as rows of one matrix."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from readcompare.engine.features import Record

_HASHED = 1_024  # four times as many told the annotated links no better
_PRIME = 1_000_003
_BLANK = ord(" ")
_FEW = 1 << 18
"""Cells of a matrix up to which counting them all is quicker than sorting the grams."""


def ngrams(side: Sequence[Record]) -> NDArray[np.float32]:
    """Counts of the character 3-, 4- and 5-grams inside the folded content words, hashed into `_HASHED` columns."""
    # Each word stands between blanks; a gram that holds the end of one word and the start of another does not count.
    lines = [f" {'  '.join(record.words)} ".encode("ascii") for record in side]
    letters = np.frombuffer(b"".join(lines), dtype=np.uint8).astype(np.int64)
    row = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
    grams = [np.zeros(0, np.int64)]
    for size in (3, 4, 5):
        count = len(letters) - size + 1
        if count < 1:
            continue
        parts = [letters[at : at + count] for at in range(size)]
        inside = row[:count] == row[size - 1 :]
        for one, other in pairwise(parts):
            inside &= (one != _BLANK) | (other != _BLANK)
        codes = np.zeros(count, np.int64)
        for part in parts:
            codes = codes * _PRIME + part
        grams.append((row[:count] * _HASHED + codes % _HASHED)[inside])
    places = np.concatenate(grams)
    cells = len(side) * _HASHED
    if cells <= _FEW:
        return np.bincount(places, minlength=cells).astype(np.float32).reshape(len(side), _HASHED)
    matrix = np.zeros(cells, np.float32)
    found, counts = np.unique(places, return_counts=True)
    matrix[found] = counts
    return matrix.reshape(len(side), _HASHED)
