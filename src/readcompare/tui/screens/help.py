"""The help page: the signs, the marks and every command with its keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from readcompare.model.alignment import RowKind
from readcompare.tui.command import Command
from readcompare.tui.commands import COMMANDS, HELP
from readcompare.tui.keys import bindings, key_names
from readcompare.tui.widgets.contents import Ink
from readcompare.views.rows import GLYPHS

_SIGNS = (
    (GLYPHS[RowKind.SAME], "Both state this."),
    (GLYPHS[RowKind.PARTIAL], "Both speak of this, one states more."),
    (GLYPHS[RowKind.COMPETING], "Both speak of this, differently: no match."),
    (GLYPHS[RowKind.ONLY_A], "Only A states this."),
    (GLYPHS[RowKind.ONLY_B], "Only B states this."),
    (GLYPHS[RowKind.FRAME], "A general sentence, which neither matches nor is missing."),
    ("?", "Not sure: to be checked by a reader."),
    ("✓", "Linked or confirmed by hand."),
    ("↕", "Stands in another order in the two texts."),
    ("+", "Before a row: marked, to be linked."),
)
_MARKS = (
    (Ink.CHANGED_A, Ink.CHANGED_B, "Other words stand in their place on the other side."),
    (Ink.ONLY_A, Ink.ONLY_B, "Nothing stands in their place on the other side."),
    (Ink.HIT, Ink.HIT, "You look for them with the filter."),
    (Ink.EVIDENCE, Ink.EVIDENCE, "The marked finding points at them."),
)


class HelpScreen(ModalScreen[None]):
    """Help over the screen it was asked on."""

    BINDINGS = bindings(HELP)
    family: ClassVar[tuple[Command, ...]] = HELP
    """The commands of this screen, for the palette."""

    def __init__(self, user_keys: Mapping[str, str]) -> None:
        super().__init__()
        self.user_keys = user_keys

    def compose(self) -> ComposeResult:
        """One page that scrolls."""
        with VerticalScroll():
            yield from self.legend()
            yield Static("Keys", classes="heading")
            yield Static(key_table(COMMANDS, self.user_keys))

    def legend(self) -> ComposeResult:
        """What the signs and the marks mean."""
        yield Static("Signs between the columns", classes="heading")
        yield Static(table((Text(sign), words) for sign, words in _SIGNS))
        yield Static("Marks in the texts", classes="heading")
        yield Marks()


class Marks(Widget):
    """The legend of the marks, drawn as the columns draw them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {ink.value for a, b, _ in _MARKS for ink in (a, b)}

    def render(self) -> Table:
        """Each mark on a word of each side, beside what it says."""
        return table((Text(" ").join((self._word(a, "A"), self._word(b, "B"))), words) for a, b, words in _MARKS)

    def _word(self, ink: Ink, side: str) -> Text:
        return Text(f"text {side}", self.get_component_rich_style(ink.value, partial=True))


def key_table(commands: Iterable[Command], user_keys: Mapping[str, str]) -> Table:
    """The keys of the commands beside what they do."""
    return table((Text(", ".join(key_names(one, user_keys))), one.help) for one in commands)


def table(lines: Iterable[tuple[Text, str]]) -> Table:
    """Two columns; the second one wraps."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(min_width=3, max_width=16)
    table.add_column(ratio=1)
    for first, second in lines:
        table.add_row(first, Text(second))
    return table
