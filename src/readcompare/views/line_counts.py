"""How many lines each of many texts takes at any width, counted for all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from readcompare.views.paragraph import NARROW, Measure, Paragraph

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FEW = 500
"""Up to so many texts one after the other is soon enough, and numpy need not be loaded."""
_BLANK, _END = ord(" "), ord("\n")


class LineCounts:
    """The texts, measured; a `Paragraph` of each would give as many lines."""

    def __init__(self, texts: Sequence[str], measure: Measure) -> None:
        # What is not made of narrow letters and single blanks alone is counted one by one.
        self._plain = None if len(texts) <= _FEW else _Plain(texts)
        alone = range(len(texts)) if self._plain is None else self._plain.others
        self._alone = {number: Paragraph(texts[number], measure) for number in alone}

    def at(self, width: int) -> list[int]:
        """The lines of each text at `width` cells; ValueError under two cells, in which a wide character has no place.

        Each text has one line at least.
        """
        alone = {number: len(paragraph.lines(width)) for number, paragraph in self._alone.items()}
        if self._plain is None:
            return list(alone.values())
        counts = self._plain.at(width)
        for number, lines in alone.items():
            counts[number] = lines
        return counts


class _Plain:
    """Texts whose letters are as many as their cells: all are broken in step, each step one line of every text."""

    def __init__(self, texts: Sequence[str]) -> None:
        import numpy as np

        sizes = np.fromiter(map(len, texts), np.int64, len(texts))
        self._starts = np.cumsum(sizes + 1) - sizes - 1
        self._ends = self._starts + sizes
        letters = np.frombuffer("\n".join((*texts, "")).encode("utf-32-le", "surrogatepass"), np.uint32)
        self._blanks = np.flatnonzero(letters == _BLANK)
        odd = np.flatnonzero(self._is_odd(letters))
        self.others: list[int] = sorted(set((np.searchsorted(self._starts, odd, side="right") - 1).tolist()))
        """The texts that must be counted otherwise."""

    def at(self, width: int) -> list[int]:
        """The lines of each text; of the others any number."""
        import numpy as np

        counts = np.ones(len(self._starts), np.int64)
        open_ = np.flatnonzero(self._ends - self._starts > width)
        starts = self._starts[open_]
        while len(open_):
            # A line ends at the last blank that has room; a word that has none is cut.
            found = np.searchsorted(self._blanks, starts + width, side="right") - 1
            blanks = self._blanks[found] if len(self._blanks) else np.full(len(found), -1)
            starts = np.where((found >= 0) & (blanks > starts), blanks + 1, starts + width)
            counts[open_] += 1
            is_longer = self._ends[open_] - starts > width
            open_, starts = open_[is_longer], starts[is_longer]
        told: list[int] = counts.tolist()
        return told

    def _is_odd(self, letters: NDArray[np.uint32]) -> NDArray[np.bool_]:
        """Where a letter is not one cell wide, or a blank stands at an edge or beside another one."""
        import numpy as np

        is_narrow = np.zeros(ord(max(NARROW)) + 2, np.bool_)
        is_narrow[[*map(ord, NARROW), _END]] = True
        odd = ~is_narrow[np.minimum(letters, len(is_narrow) - 1)]
        odd[self._starts[letters[self._starts] == _BLANK]] = True
        after_blank = letters[self._blanks + 1]
        odd[self._blanks[(after_blank == _BLANK) | (after_blank == _END)]] = True
        return odd
