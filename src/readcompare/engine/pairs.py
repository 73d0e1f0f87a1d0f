"""The sentence pairs that are looked at: all of them, or in long texts those that have something in common."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Vector = NDArray[np.float32]
"""One value for each pair, in the order of the pairs."""
Indices = NDArray[np.intp]

NOTHING = -np.inf
"""The best of no pairs at all."""


class Pairs(Struct, frozen=True):
    """Pairs of a sentence of A (row) and a sentence of B (column), sorted by row and then by column, each once."""

    shape: tuple[int, int]
    """Number of sentences of A and of B."""
    rows: Indices
    columns: Indices
    above: tuple[int, int] = (0, 0)
    """Number of headings at the beginning of A and of B."""
    below: tuple[int, int] = (0, 0)
    """Number of lines at the end of A and of B that stand below the text."""

    @staticmethod
    def every(shape: tuple[int, int]) -> Pairs:
        """All pairs of two texts."""
        rows = np.repeat(np.arange(shape[0]), shape[1])
        return Pairs(shape, rows, np.tile(np.arange(shape[1]), shape[0]))

    @staticmethod
    def chosen(
        shape: tuple[int, int],
        codes: Indices,
        above: tuple[int, int] = (0, 0),
        below: tuple[int, int] = (0, 0),
        *,
        stamps: Sequence[Indices] = (),
        kept: Indices | None = None,
    ) -> Pairs:
        """The pairs with the given codes: row times number of columns plus column, in any order, also repeated.

        The headings `above` the texts only go together with each other, the `stamps` of A and of B, by their numbers,
        with nothing, unless the pair is `kept`, by its code.
        """
        # `np.unique` would do, but loads masked arrays for it, which takes longer than the sorting.
        ordered = np.sort(codes)
        codes = ordered[np.diff(ordered, prepend=-1) > 0]
        rows, columns = np.divmod(codes, shape[1])
        together = (rows < above[0]) == (columns < above[1])
        for lines, stamped in zip((rows, columns), stamps, strict=False):
            together &= ~np.isin(lines, stamped)
        if kept is not None:
            together |= np.isin(codes, kept)
        return Pairs(shape, rows[together], columns[together], above, below)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def codes(self) -> Indices:
        """The code of each pair: row times number of columns plus column, ascending."""
        return self.rows * self.shape[1] + self.columns

    @property
    def mirrored(self) -> Pairs:
        """The same pairs in the same order with the sides swapped: for what asks nothing of their order.

        They are sorted by column and then by row, so neither `codes` nor `beside` serve.
        """
        return Pairs(self.shape[::-1], self.columns, self.rows, self.above[::-1], self.below[::-1])

    @property
    def is_every(self) -> bool:
        """True when no pair is left out; then a vector is a matrix read row by row."""
        return len(self.rows) == self.shape[0] * self.shape[1]

    def best(self, values: Vector, axis: int) -> Vector:
        """For each row (axis 0) or column (axis 1) the greatest value of its pairs; `NOTHING` where it has none."""
        result = np.full(self.shape[axis], NOTHING, np.float32)
        np.maximum.at(result, self.lines(axis), values)
        return result

    def rivals(self, values: Vector, axis: int) -> Vector:
        """For each pair the greatest value of the other pairs in its row (axis 0) or column (axis 1)."""
        lines = self.lines(axis)
        first = self.best(values, axis)[lines]
        leads = values >= first
        several = np.bincount(lines[leads], minlength=self.shape[axis])[lines] > 1
        second = self.best(np.where(leads, np.float32(NOTHING), values), axis)[lines]
        return np.where(leads & ~several, second, first)

    def beside(self, values: Vector, step: int, default: float) -> Vector:
        """For each pair the value of the pair `step` sentences on in both texts; `default` where there is none."""
        rows, columns = self.rows + step, self.columns + step
        inside = (rows >= 0) & (rows < self.shape[0]) & (columns >= 0) & (columns < self.shape[1])
        wanted = (rows * self.shape[1] + columns)[inside]
        if self.is_every:
            places, found = wanted, np.ones(len(wanted), bool)
        else:
            codes = self.codes
            places = np.minimum(np.searchsorted(codes, wanted), len(codes) - 1)
            found = codes[places] == wanted
        result = np.full(len(self), default, np.float32)
        result[np.flatnonzero(inside)[found]] = values[places[found]]
        return result

    @property
    def distance(self) -> Vector:
        """How far apart the two sentences stand in their texts, 0..1."""
        return np.asarray(np.abs(self.places(0)[self.rows] - self.places(1)[self.columns]), np.float32)

    def places(self, axis: int) -> Vector:
        """Where each sentence of A (axis 0) or B (axis 1) stands in its text, from 0, the first below the headings."""
        count, above = self.shape[axis], self.above[axis]
        last = max(count - above - self.below[axis] - 1, 1)
        places = np.arange(count, dtype=np.float32) - np.float32(above)
        return np.asarray(np.clip(places, 0, last) / np.float32(last), np.float32)

    def lines(self, axis: int) -> Indices:
        """The row (axis 0) or the column (axis 1) of each pair."""
        return self.rows if axis == 0 else self.columns
