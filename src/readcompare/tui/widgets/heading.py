"""What stands over the columns: which call it is, and how many rows there are of each kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.geometry import Size
from textual.widget import Widget

from readcompare.model.comparison import Comparison
from readcompare.views.glance import counts
from readcompare.views.paragraph import Paragraph
from readcompare.views.passages import visible
from readcompare.views.rows import RowView

_LOW = 20
"""Under this height in lines every line is for the texts."""


class Heading(Widget):
    """The title of the comparison and a summary that is also the legend of the signs."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"heading--summary"}
    ALLOW_SELECT = False

    def __init__(self, comparison: Comparison, rows: Sequence[RowView]) -> None:
        super().__init__()
        self._title = Paragraph(full_title(comparison), cell_len)
        self._counts = tuple((f"{count.sign} {count.number}", count.words) for count in counts(rows))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual calls it
        """Lines that the title and the summary take at `width` cells."""
        return len(self._title_lines(width)) + len(self._summary_lines(width))

    def render(self) -> Text:
        """Title and summary, never read as markup."""
        width = self.content_size.width
        text = Text("\n".join(self._title_lines(width)), "bold")
        quiet = self.get_component_rich_style("heading--summary", partial=True)
        return Text("\n").join((text, Text("\n".join(self._summary_lines(width)), quiet)))

    def _title_lines(self, width: int) -> list[str]:
        """The title in at most three lines, and on a low screen in one; the panel that says why has it whole."""
        lines = self._title.lines(max(2, width))
        most = 3 if self.app.size.height >= _LOW else 1
        told = [self._title.text[start:end] for start, end in lines[:most]]
        if len(lines) > most:
            told[-1] = set_cell_size(self._title.text[lines[most - 1][0] :], width - 1).rstrip() + "…"
        return told

    def _summary_lines(self, width: int) -> list[str]:
        """The counts, broken into lines between them; where that takes too many lines, without the words."""
        lines = _lines([f"{count} {words}" for count, words in self._counts], width)
        return lines if len(lines) <= 2 else _lines([count for count, _ in self._counts], width)


def full_title(comparison: Comparison) -> str:
    """Which call is compared, as display text."""
    return " · ".join(visible(part) for part in (comparison.title, comparison.date) if part)


def _lines(parts: Sequence[str], width: int) -> list[str]:
    """`parts` in lines of at most `width` cells, as many in a line as have room."""
    lines: list[str] = []
    for part in parts:
        if lines and cell_len(lines[-1]) + cell_len(part) + 2 <= width:
            lines[-1] += f"  {part}"
        else:
            lines.append(part)
    return lines
