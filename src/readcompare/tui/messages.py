"""What widgets tell their screen, in the words of a comparison."""

from __future__ import annotations

from textual.message import Message


class RowPointed(Message):
    """The user pointed at a row."""

    def __init__(self, row: int) -> None:
        self.row = row
        """Place of the row in reading order, from 0."""
        super().__init__()
