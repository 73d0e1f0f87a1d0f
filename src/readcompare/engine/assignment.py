"""The best one-to-one assignment of rows to columns of a score matrix."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
"""A real matrix with one row per sentence of A and one column per sentence of B."""


def best_assignment(scores: Matrix) -> tuple[tuple[int, int], ...]:
    """Pairs (row, column) with the greatest sum of `scores`; min(rows, columns) of them, sorted by row.

    Shortest augmenting paths with dual variables (Kuhn 1955; Jonker and Volgenant 1987): O(n^2 m) with the
    inner loop in numpy, so meant for readouts (some hundred sentences), not for books.
    """
    rows, columns = scores.shape
    if not rows or not columns:
        return ()
    if rows > columns:
        return tuple(sorted((row, column) for column, row in best_assignment(np.ascontiguousarray(scores.T))))
    costs = scores.max() - scores.astype(np.float64)
    row_price, column_price = np.zeros(rows), np.zeros(columns)
    owner = np.full(columns, -1)  # which row holds each column
    for row in range(rows):
        _augment(costs, row, row_price, column_price, owner)
    return tuple(sorted((int(owner[column]), int(column)) for column in np.flatnonzero(owner >= 0)))


def _augment(
    costs: NDArray[np.float64],
    row: int,
    row_price: NDArray[np.float64],
    column_price: NDArray[np.float64],
    owner: NDArray[np.intp],
) -> None:
    """Give `row` a column, moving the owners of others along the cheapest path; changes the last three arrays."""
    columns = costs.shape[1]
    distance = np.full(columns, np.inf)
    before = np.full(columns, -1)  # the column from which the path reaches each column
    seen = np.zeros(columns, dtype=bool)
    current_row, current_column, length = row, -1, 0.0
    while True:
        reach = length + costs[current_row] - row_price[current_row] - column_price
        better = ~seen & (reach < distance)
        distance[better], before[better] = reach[better], current_column
        current_column = int(np.argmin(np.where(seen, np.inf, distance)))
        length = float(distance[current_column])
        if owner[current_column] < 0:
            break
        seen[current_column] = True
        current_row = int(owner[current_column])
    row_price[row] += length
    row_price[owner[seen]] += length - distance[seen]
    column_price[seen] -= length - distance[seen]
    while current_column >= 0:
        previous = int(before[current_column])
        owner[current_column] = owner[previous] if previous >= 0 else row
        current_column = previous
