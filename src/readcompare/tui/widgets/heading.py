"""What stands over the columns: which call it is, and how many rows there are of each kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from msgspec import Struct
from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.widget import Widget

from readcompare.model.alignment import RowKind
from readcompare.model.comparison import Comparison
from readcompare.tui.messages import KindPointed
from readcompare.tui.shown import Shown
from readcompare.views.glance import counts
from readcompare.views.narrowing import KINDS
from readcompare.views.paragraph import Paragraph
from readcompare.views.passages import visible
from readcompare.views.rows import GLYPHS

LOW = 20
"""Under this height in lines every line is for the texts."""


class _Part(Struct, frozen=True):
    """One count of the summary, and the kind of rows that it counts."""

    long: str
    short: str
    kind: RowKind | None


class Heading(Widget):
    """The title, a summary that is also the legend of the signs, and what the rows are narrowed to."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"heading--summary", "heading--narrowed"}
    ALLOW_SELECT = False

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self.show(shown)

    def show(self, shown: Shown) -> None:
        """Tell of what is shown now."""
        self._title = Paragraph(" · ".join(filter(None, (shown.pair, full_title(shown.comparison)))), cell_len)
        self._parts = tuple(_parts(shown))
        told = " · ".join(filter(None, (shown.warning, narrowed_to(shown))))
        self._narrowed = Paragraph(told, cell_len) if told else None
        if self.is_mounted:
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual calls it
        """Lines that the title, the summary and the narrowing take at `width` cells."""
        return len(self._title_lines(width)) + len(self._summary(width)) + len(self._narrowed_lines(width))

    def render(self) -> Text:
        """Title, summary and narrowing, never read as markup."""
        width = self.content_size.width
        quiet = self.get_component_rich_style("heading--summary", partial=True)
        strong = self.get_component_rich_style("heading--narrowed", partial=True)
        lines = [Text("\n".join(self._title_lines(width)), "bold")]
        lines += [Text("  ".join(words for words, _ in line), quiet) for line in self._summary(width)]
        lines += [Text(line, strong) for line in self._narrowed_lines(width)]
        return Text("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """A click on the count of a kind shows or hides it."""
        offset = event.get_content_offset(self)
        width = self.content_size.width
        line = offset.y - len(self._title_lines(width)) if offset else -1
        summary = self._summary(width)
        if offset is None or not 0 <= line < len(summary):
            return
        start = 0
        for words, kind in summary[line]:
            if start <= offset.x < start + cell_len(words) and kind:
                event.stop()
                self.post_message(KindPointed(kind))
            start += cell_len(words) + 2

    def _title_lines(self, width: int) -> list[str]:
        """The title in at most three lines, and on a low screen in one; the panel that says why has it whole."""
        lines = self._title.lines(max(2, width))
        most = 3 if self.app.size.height >= LOW else 1
        told = [self._title.text[start:end] for start, end in lines[:most]]
        if len(lines) > most:
            told[-1] = set_cell_size(self._title.text[lines[most - 1][0] :], width - 1).rstrip() + "…"
        return told

    def _summary(self, width: int) -> list[list[tuple[str, RowKind | None]]]:
        """The counts, broken into lines between them; where that takes too many lines, without the words."""
        lines = _lines([(part.long, part.kind) for part in self._parts], width)
        return lines if len(lines) <= 2 else _lines([(part.short, part.kind) for part in self._parts], width)

    def _narrowed_lines(self, width: int) -> list[str]:
        if self._narrowed is None:
            return []
        return [self._narrowed.text[start:end] for start, end in self._narrowed.lines(max(2, width))]


def _parts(shown: Shown) -> Iterator[_Part]:
    kinds = {GLYPHS[kind]: kind for kind in KINDS}
    for count in counts(shown.rows):
        kind = kinds.get(count.sign)
        short, long = f"{count.sign} {count.number}", f"{count.sign} {count.number} {count.words}"
        if kind in shown.narrowing.hidden:
            short, long = f"({short})", f"({long}, hidden)"
        yield _Part(long, short, kind)


def narrowed_to(shown: Shown) -> str:
    """Which rows are shown, in words; empty when all are."""
    narrowing = shown.narrowing
    if not narrowing:
        return ""
    parts = [f"{len(shown.places)} of {len(shown.rows)} rows"]
    if narrowing.choice:
        parts.append(visible(narrowing.choice.words))
    if narrowing.query.wanted or narrowing.query.unwanted:
        parts.append(f"/{visible(narrowing.query.text)}")
    if narrowing.query.wanted:
        a, b = narrowing.query.count([shown.rows[place] for place in shown.places])
        first, second = (document.letter for document in shown.comparison.documents)
        parts.append(f"{a} in {first}, {b} in {second}")
    return " · ".join((*parts, "Esc: all"))


def full_title(comparison: Comparison) -> str:
    """Which call is compared, as display text."""
    return " · ".join(visible(part) for part in (comparison.title, comparison.date) if part)


def _lines(parts: Sequence[tuple[str, RowKind | None]], width: int) -> list[list[tuple[str, RowKind | None]]]:
    """`parts` in lines of at most `width` cells, as many in a line as have room."""
    lines: list[list[tuple[str, RowKind | None]]] = []
    taken = 0
    for part in parts:
        size = cell_len(part[0])
        if lines and taken + 2 + size <= width:
            lines[-1].append(part)
            taken += 2 + size
        else:
            lines.append([part])
            taken = size
    return lines
