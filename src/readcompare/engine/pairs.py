"""The sentence pairs that are looked at: all of them, or in long texts those that have something in common."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
"""One value for each pair, in the order of the pairs."""
Indices = NDArray[np.intp]

NOTHING = -np.inf
"""The best of no pairs at all."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of a sentence of A (row) and a sentence of B (column), sorted by row and then by column, each once."""

    shape: tuple[int, int]
    """Number of sentences of A and of B."""
    rows: Indices
    columns: Indices

    @staticmethod
    def every(shape: tuple[int, int]) -> Pairs:
        """All pairs of two texts."""
        rows = np.repeat(np.arange(shape[0]), shape[1])
        return Pairs(shape, rows, np.tile(np.arange(shape[1]), shape[0]))

    @staticmethod
    def chosen(shape: tuple[int, int], codes: Indices) -> Pairs:
        """The pairs with the given codes: row times number of columns plus column, in any order, also repeated."""
        rows, columns = np.divmod(np.unique(codes), shape[1])
        return Pairs(shape, rows, columns)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def is_every(self) -> bool:
        """True when no pair is left out; then a vector is a matrix read row by row."""
        return len(self.rows) == self.shape[0] * self.shape[1]

    def of(self, matrix: NDArray[np.float32]) -> Vector:
        """The values of a matrix of shape `shape` for the pairs."""
        return matrix.ravel() if self.is_every else matrix[self.rows, self.columns]

    def best(self, values: Vector, axis: int) -> Vector:
        """For each row (axis 0) or column (axis 1) the greatest value of its pairs; `NOTHING` where it has none."""
        result = np.full(self.shape[axis], NOTHING, np.float32)
        np.maximum.at(result, self.lines(axis), values)
        return result

    def rivals(self, values: Vector, axis: int) -> Vector:
        """For each pair the greatest value of the other pairs in its row (axis 0) or column (axis 1)."""
        first, second = self._two_best(values, axis)
        lines = self.lines(axis)
        return np.where(values >= first[lines], second[lines], first[lines])

    def beside(self, values: Vector, step: int, default: float) -> Vector:
        """For each pair the value of the pair `step` sentences on in both texts; `default` where there is none."""
        rows, columns = self.rows + step, self.columns + step
        inside = (rows >= 0) & (rows < self.shape[0]) & (columns >= 0) & (columns < self.shape[1])
        wanted = (rows * self.shape[1] + columns)[inside]
        if self.is_every:
            places, found = wanted, np.ones(len(wanted), bool)
        else:
            codes = self.rows * self.shape[1] + self.columns
            places = np.minimum(np.searchsorted(codes, wanted), len(codes) - 1)
            found = codes[places] == wanted
        result = np.full(len(self), default, np.float32)
        result[np.flatnonzero(inside)[found]] = values[places[found]]
        return result

    def _two_best(self, values: Vector, axis: int) -> tuple[Vector, Vector]:
        """For each row or column its greatest and its second greatest value; `NOTHING` where it has none."""
        if self.is_every and self.shape[1 - axis] > 1:
            two = np.partition(values.reshape(self.shape), -2, axis=1 - axis)
            return (two[:, -1], two[:, -2]) if axis == 0 else (two[-1], two[-2])
        lines = self.lines(axis)
        order = np.lexsort((-values, lines))
        counts = np.bincount(lines, minlength=self.shape[axis])
        starts = np.cumsum(counts) - counts
        first, second = (np.full(self.shape[axis], NOTHING, np.float32) for _ in range(2))
        first[counts > 0] = values[order[starts[counts > 0]]]
        second[counts > 1] = values[order[starts[counts > 1] + 1]]
        return first, second

    def lines(self, axis: int) -> Indices:
        """The row (axis 0) or the column (axis 1) of each pair."""
        return self.rows if axis == 0 else self.columns
