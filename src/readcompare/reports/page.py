"""Lines of a terminal that keep a width in cells, and their colours."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import zip_longest

from rich.cells import cell_len

from readcompare.reports.interface import Layout
from readcompare.views.paragraph import Paragraph


class Style(StrEnum):
    """What a run of text is; the value is how a terminal is told to show it (ECMA-48, SGR)."""

    PLAIN = ""
    HEADING = "1"
    SIDE_A = "34"
    SIDE_B = "33"
    SIDE_C = "36"
    """Of several sides the third; the others follow in the same three colours."""
    QUIET = "2"


Run = tuple[str, Style]
"""A run of display text with its style."""
Line = tuple[Run, ...]

# The own signs and the commonest signs of typography have an ASCII form; letters are escaped, so that nothing is lost.
_ASCII = str.maketrans(
    {"↕": "%", "–": "-", "—": "--", "…": "...", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"}
)


_CHARACTERS = 8  # more than stand in a cell, with all marks above and below a letter


class Page:
    """Lines that keep a width in cells."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._lines: list[Line] = []

    def line(self, *runs: Run | str, indent: int = 0, head: str = "", style: Style = Style.PLAIN) -> None:
        """Add the runs, wrapped; `head` in its `style` stands before the first line, the others begin at `indent`."""
        head, text = self._plain(head), self._runs(runs)
        if head and cell_len(head) + 1 > indent:
            text, indent, head = ((f"{head} ", style), *text), min(indent, cell_len(head)), ""
        for line in wrap(text, self._layout.width - indent):
            padding = " " * (indent - cell_len(head))
            self._lines.append(((head, style), (padding, Style.PLAIN), *line))
            head = ""

    def columns(self, gutter: str, *columns: Sequence[Sequence[Run]]) -> None:
        """Add columns in step, each a sequence of paragraphs, behind a gutter of five cells."""
        width = self.column_width(len(columns))
        wrapped = ([line for runs in column for line in wrap(self._runs(runs), width)] for column in columns)
        sign = self._plain(gutter)
        for parts in zip_longest(*wrapped, fillvalue=()):
            line: list[Run] = [(sign.ljust(5), Style.QUIET)]
            for part in parts:
                line += part
                line.append((" " * (width - sum(cell_len(text) for text, _ in part) + 2), Style.PLAIN))
            self._lines.append(tuple(line[:-1]))
            sign = ""

    def column_width(self, columns: int) -> int:
        """Cells of each of so many columns."""
        return (self._layout.width - 5 - 2 * (columns - 1)) // columns

    def section(self, title: str) -> None:
        """Add a heading with an empty line before it."""
        self._lines.append(())
        self.line((title, Style.HEADING))

    def text(self) -> str:
        """The whole page, ending in a line end."""
        paint = _painted if self._layout.color else _bare
        return "".join(f"{paint(line)}\n" for line in self._lines)

    def _runs(self, runs: Sequence[Run | str]) -> Line:
        return tuple(
            (self._plain(run), Style.PLAIN) if isinstance(run, str) else (self._plain(run[0]), run[1]) for run in runs
        )

    def _plain(self, text: str) -> str:
        # What cannot be written in ASCII is escaped before the lines are laid out, so that they keep their width.
        return to_ascii(text) if self._layout.ascii_only else text


def wrap(runs: Line, width: int) -> list[Line]:
    """The runs on lines of at most `width` cells; one empty line when there is nothing to show."""
    text = "".join(words for words, _ in runs)
    return [_cut(runs, start, end) for start, end in Paragraph(text, cell_len).lines(width)]


def shortened(text: str, cells: int) -> str:
    """As much of `text` as stands on one line of `cells`, with dots where something was left out."""
    # Of a text of a hundred thousand characters only the first are looked at, each time it is quoted.
    beginning = text[: _CHARACTERS * cells]
    if len(beginning) == len(text) and cell_len(text) <= cells:
        return text
    start, end = Paragraph(beginning, cell_len).lines(max(2, cells - 4))[0]
    return f"{beginning[start:end]} ..."


def to_ascii(text: str) -> str:
    """`text` in ASCII: signs of typography in their plain form, all other characters as escapes."""
    return text.translate(_ASCII).encode("ascii", "backslashreplace").decode("ascii")


def _cut(runs: Line, start: int, end: int) -> Line:
    """The characters from `start` to `end` of the runs together."""
    cut: list[Run] = []
    position = 0
    for words, style in runs:
        part = words[max(0, start - position) : max(0, end - position)]
        if part:
            cut.append((part, style))
        position += len(words)
    return tuple(cut)


def _bare(line: Line) -> str:
    return "".join(text for text, _ in line).rstrip()


def _painted(line: Line) -> str:
    shown = "".join(f"\x1b[{style}m{text}\x1b[0m" if style and text else text for text, style in line)
    return shown.rstrip()
