"""The pages of answers: facts at a glance, terms, topics, order; every line leads to its place in the texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readcompare.tui.command import Command
from readcompare.tui.commands import ANSWERS, OVER_ANSWERS, OVER_TEXTS
from readcompare.tui.keys import bindings
from readcompare.tui.shown import Shown
from readcompare.tui.widgets.footer import Keys
from readcompare.tui.widgets.heading import LOW, full_title
from readcompare.tui.widgets.listing import Listing
from readcompare.tui.widths import STACKED_BELOW
from readcompare.views.answers import Chart, Line, Target, pages
from readcompare.views.passages import visible

if TYPE_CHECKING:
    from readcompare.tui.screens.help import HelpScreen

_BAR = 10
_EDGES = 4
"""Cells of the padding and the scroll bar."""
_EIGHTHS = " ▏▎▍▌▋▊▉"


class Panel(Enum):
    """An answer that stands beside the texts and not over them."""

    FINDINGS = auto()
    WHY = auto()


class _Answer(NamedTuple):
    """What one side says in a line."""

    head: str
    """The letter of the side, and what is drawn."""
    words: str

    @property
    def told(self) -> str:
        """All of it on one line."""
        return f"{self.head} {self.words}"


class AnswersScreen(ModalScreen[Target | Panel]):
    """One page at a time; ends with where the reader wants to go."""

    BINDINGS = bindings((*OVER_ANSWERS, *OVER_TEXTS))
    family: ClassVar[tuple[Command, ...]] = OVER_ANSWERS
    """The commands of this screen, for the palette."""

    def __init__(self, shown: Shown, page: int, user_keys: Mapping[str, str]) -> None:
        super().__init__()
        self._user_keys = user_keys
        self._shown = shown
        self._pages = pages(shown.comparison, shown.rows)
        self._page = page
        self._targets: list[Target | None] = []

    def compose(self) -> ComposeResult:
        """The names of the pages, the names of the sides, and the lines."""
        yield Static(full_title(self._shown.comparison), classes="heading", markup=False)
        yield Static(id="pages", markup=False)
        yield Static(id="sides", markup=False)
        yield Listing()
        yield Keys((*ANSWERS, *OVER_TEXTS), self._user_keys)

    @property
    def help_page(self) -> type[HelpScreen]:
        """The help that begins with these pages; imported when it is asked for."""
        from readcompare.tui.screens.help import AnswersHelp

        return AnswersHelp

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Listing).focus()

    def on_resize(self) -> None:
        """Lay the lines out for the width."""
        self._fill()

    def action_page(self, direction: int) -> None:
        """Go to the next page, or to the one before."""
        self._open((self._page + direction) % len(self._pages))

    def action_answers(self, page: int) -> None:
        """Go to this page; from it back to the texts."""
        if page == self._page:
            self.action_leave()
        else:
            self._open(page)

    def action_findings(self) -> None:
        """Go to the list of findings."""
        self.dismiss(Panel.FINDINGS)

    def action_why(self) -> None:
        """Go to what says why the current row stands as it does."""
        self.dismiss(Panel.WHY)

    def action_leave(self) -> None:
        """Go back to the texts."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """A click on the name of a page opens it."""
        if event.widget is not self.query_one("#pages"):
            return
        start = 1
        for number, page in enumerate(self._pages):
            if start <= event.x < start + len(page.title) + 2:
                self._open(number)
                return
            start += len(page.title) + 3

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        target = self._targets[event.option_index]
        if target is not None:
            self.dismiss(target)

    def _open(self, page: int) -> None:
        self._page = page
        self._fill()

    def _fill(self) -> None:
        names = (
            f"[{page.title}]" if number == self._page else f" {page.title} " for number, page in enumerate(self._pages)
        )
        self.query_one("#pages", Static).update(Text(" ".join(names)))
        a, b = self._shown.comparison.documents
        sides = Line(label="", a=visible(a.readout.name), b=visible(b.readout.name))
        self.query_one("#sides", Static).update(self._line(sides))
        # On a low screen every line is for the answers; the texts below have the title too.
        self.query_one(".heading").display = self.app.size.height >= LOW
        listing = self.query_one(Listing)
        listing.clear_options()
        self._targets = []
        for section in self._pages[self._page].sections:
            self._add(listing, Option(Text(section.title, "bold underline"), disabled=True), None)
            cells = self._cells(section.lines)
            for line in section.lines:
                self._add(listing, Option(self._line(line, cells), disabled=line.target is None), line.target)
        if not self._targets:
            self._add(listing, Option(Text("Nothing was found for this page."), disabled=True), None)
        first = next((place for place, target in enumerate(self._targets) if target), None)
        listing.highlighted = first

    def _add(self, listing: Listing, option: Option, target: Target | None) -> None:
        listing.add_option(option)
        self._targets.append(target)

    def _answers(self, line: Line) -> tuple[_Answer, _Answer]:
        """What a line says of either side, with the side's letter and what is drawn."""
        first, second = (document.letter for document in self._shown.comparison.documents)
        a, b = (_drawn(line.chart, value) for value in line.values)
        return _Answer(f"{first}:{a}", line.a), _Answer(f"{second}:{b}", line.b)

    def _cells(self, lines: Sequence[Line]) -> tuple[int, int] | None:
        """Cells of the labels and of what A has, where most lines of a section have room for all beside each other.

        Bars can be compared when all begin at the same cells; a label that is too long stands over its bars.
        """
        told = [[answer.told for answer in self._answers(line)] for line in lines if line.chart]
        if not told or self.app.size.width >= STACKED_BELOW:
            return None
        a, b = (max(map(cell_len, column)) for column in zip(*told, strict=True))
        labels = [cell_len(line.label) for line in lines]
        short = [cells for cells in labels if 2 + cells + 2 + a + 2 + b <= self.app.size.width - _EDGES]
        return (max(short), a) if 2 * len(short) > len(labels) else None

    def _line(self, line: Line, cells: tuple[int, int] | None = None) -> RenderableType:
        """A line in three columns; in a narrow window its answers stand under it."""
        if not line.b and not line.chart:
            return _indented(f"{line.label}  {line.a}".rstrip(), 2)
        a, b = self._answers(line)
        width = self.app.size.width
        if width >= STACKED_BELOW:
            table = Table.grid(padding=(0, 2, 0, 0), expand=True)
            table.add_column(ratio=2)
            table.add_column(ratio=3)
            table.add_column(ratio=3)
            table.add_row(_indented(line.label, 2), _hanging(a), _hanging(b))
            return table
        if cells:
            is_long = cell_len(line.label) > cells[0]
            row = Text(f"  {_padded('' if is_long else line.label, cells[0])}  {_padded(a.told, cells[1])}  {b.told}")
            return Group(_indented(line.label, 2), row) if is_long else row
        short = f"  {line.label}  {a.told}  {b.told}"
        if line.label and not line.chart and cell_len(short) <= width - _EDGES:
            return Text(short)
        head = (_indented(line.label, 2),) if line.label else ()
        return Group(*head, *(Padding(_hanging(answer), (0, 0, 0, 4)) for answer in (a, b)))


def _padded(words: str, cells: int) -> str:
    return words + " " * (cells - cell_len(words))


def _indented(words: str, cells: int) -> Padding:
    """Words whose lines all begin at the same cell."""
    return Padding(Text(words), (0, 0, 0, cells))


def _hanging(answer: _Answer) -> Table:
    """An answer whose words never go on under its letter and its bar."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_row(Text(answer.head, no_wrap=True), Text(answer.words))
    return table


def _drawn(chart: Chart | None, value: float) -> str:
    if chart is Chart.SHARE:
        return f" {bar(value)}"
    return f" {place(value)}" if chart is Chart.PLACE else ""


def bar(value: float) -> str:
    """A bar of ten cells for 0..1, drawn to an eighth of a cell."""
    eighths = round(max(0.0, min(1.0, value)) * _BAR * 8)
    whole, rest = divmod(eighths, 8)
    return ("█" * whole + (_EIGHTHS[rest] if rest else "")).ljust(_BAR)


def place(value: float) -> str:
    """A line of ten cells with a mark at 0..1."""
    at = round(max(0.0, min(1.0, value)) * (_BAR - 1))
    return "·" * at + "●" + "·" * (_BAR - 1 - at)
