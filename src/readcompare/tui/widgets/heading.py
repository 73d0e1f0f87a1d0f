"""What stands over the columns: which call it is, and how many rows there are of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from readcompare.model.alignment import RowKind
from readcompare.model.comparison import Comparison
from readcompare.views.passages import visible
from readcompare.views.rows import GLYPHS, RowView

_WORDS = {
    RowKind.SAME: "same",
    RowKind.PARTIAL: "partly",
    RowKind.COMPETING: "competing",
    RowKind.ONLY_A: "A only",
    RowKind.ONLY_B: "B only",
    RowKind.FRAME: "general",
}


class Heading(Vertical):
    """The title of the comparison and a summary that is also the legend of the signs."""

    def __init__(self, comparison: Comparison, rows: Sequence[RowView]) -> None:
        super().__init__()
        self._title = full_title(comparison)
        self._counts = tuple(_counts(rows))

    def compose(self) -> ComposeResult:
        """Two texts, never read as markup."""
        yield Static(Text(self._title), id="title")
        yield Summary(self._counts)


class Summary(Static):
    """The counts, broken into lines between them; where that takes too many lines, without the words."""

    def __init__(self, counts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._counts = counts

    def on_resize(self) -> None:
        """Break the lines anew."""
        width = self.content_size.width
        lines = _lines([f"{count} {words}" for count, words in self._counts], width)
        if len(lines) > 2:
            lines = _lines([count for count, _ in self._counts], width)
        self.update(Text("\n".join(lines)))


def full_title(comparison: Comparison) -> str:
    """Which call is compared, as display text."""
    return " · ".join(visible(part) for part in (comparison.title, comparison.date) if part)


def _counts(rows: Sequence[RowView]) -> Iterator[tuple[str, str]]:
    """How many rows there are of each kind that occurs: the sign with the number, and the words."""
    number = Counter(row.kind for row in rows)
    told = [(GLYPHS[kind], number[kind], words) for kind, words in _WORDS.items()]
    told += [("↕", sum(row.moved for row in rows), "moved"), ("?", sum(not row.sure for row in rows), "to check")]
    for sign, count, words in told:
        if count:
            yield f"{sign} {count}", words


def _lines(parts: Sequence[str], width: int) -> list[str]:
    """`parts` in lines of at most `width` cells, as many in a line as have room."""
    lines: list[str] = []
    for part in parts:
        if lines and cell_len(lines[-1]) + cell_len(part) + 2 <= width:
            lines[-1] += f"  {part}"
        else:
            lines.append(part)
    return lines
