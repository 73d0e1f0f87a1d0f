"""The help page: the signs, the marks and every command with its keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from readcompare.model.alignment import RowKind
from readcompare.tui.command import Command
from readcompare.tui.commands import ANSWERS, EVERYWHERE, FINDINGS, HELP, OVER_ANSWERS, OVER_TEXTS
from readcompare.tui.correcting_commands import CORRECTING
from readcompare.tui.keys import bindings, key_names
from readcompare.tui.reading_commands import ANSWERING, COMPARING, MOVING, NARROWING, TAKING
from readcompare.tui.widgets.contents import Ink
from readcompare.tui.widgets.footer import Keys
from readcompare.views.rows import GLYPHS

_SIGNS = (
    (GLYPHS[RowKind.SAME], "Same: both state this."),
    (GLYPHS[RowKind.PARTIAL], "Partly: both speak of this, in part the same."),
    (GLYPHS[RowKind.COMPETING], "Competing: both speak of this, differently; no match."),
    (GLYPHS[RowKind.ONLY_A], "A only: B does not state this."),
    (GLYPHS[RowKind.ONLY_B], "B only: A does not state this."),
    (GLYPHS[RowKind.FRAME], "General: a sentence, or a line above the text, that neither matches nor is missing."),
    ("?", "To check: not sure, a reader should look."),
    ("✓", "Linked or confirmed by hand."),
    ("↕", "Moved: stands in another order in the two texts."),
    ("+", "Before a row: marked, to be linked."),
)
_MARKS = (
    (Ink.CHANGED_A, Ink.CHANGED_B, "Other words stand in their place on the other side."),
    (Ink.ONLY_A, Ink.ONLY_B, "Nothing stands in their place on the other side."),
    (Ink.FOUND_PHRASE, Ink.FOUND_PHRASE, "The other side does not have them in this row."),
    (Ink.FOUND_VERB, Ink.FOUND_VERB, "A verb of another force than that of the other side."),
    (Ink.FOUND_TERM, Ink.FOUND_TERM, "Another name than there, or a word that judges, weakens or stresses."),
    (Ink.SELECTED, Ink.SELECTED, "You have selected them with the mouse."),
    (Ink.HIT, Ink.HIT, "You look for them with the filter."),
    (Ink.EVIDENCE, Ink.EVIDENCE, "The marked finding points at them."),
)
_MOUSE = (
    ("click", "Go to the row; on its signs also tell why; on a count above hide the kind; on a key below do it."),
    (
        "wheel, overview",
        "Scroll; the overview beside the scroll bar has a sign for each row: a click or a drag goes there.",
    ),
    ("drag", "Select words of one text; two clicks take a word, three a sentence."),
    ("right button", "Copy what is selected, or else list what can be done with the row."),
)
_CHARTS = (
    ("██████", "How much of the text, or how often: the longer, the more."),
    ("··●···", "Where in the text, from its beginning to its end."),
)
_FAMILIES = (
    ("Moving", MOVING),
    ("Which rows are shown", NARROWING),
    ("Finding out", ANSWERING),
    ("Comparing anew", COMPARING),
    ("Correcting by hand", CORRECTING),
    ("Taking along", TAKING),
    ("Everywhere", EVERYWHERE),
    ("In the list of findings", FINDINGS),
    ("On the pages of answers", ANSWERS),
    ("On this page", HELP),
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
        """One page that scrolls, and the key that leaves it, for the mouse."""
        with VerticalScroll(), Vertical(classes="page"):
            yield from self.parts()
        yield Keys(HELP, self.user_keys)

    def parts(self) -> ComposeResult:
        """What stands on the page, from its beginning."""
        yield from section("Signs between the columns", ((Text(sign), words) for sign, words in _SIGNS))
        yield Static("Marks in the texts", classes="heading")
        yield Marks()
        yield from section("The mouse", ((Text(what), words) for what, words in _MOUSE))
        for title, commands in _FAMILIES:
            yield from self.keys_of(title, commands)

    def keys_of(self, title: str, commands: Iterable[Command]) -> ComposeResult:
        """Commands with their keys."""
        yield from section(title, ((Text(", ".join(key_names(one, self.user_keys))), one.help) for one in commands))


class AnswersHelp(HelpScreen):
    """Help that begins with the pages of answers, on which it was asked."""

    def parts(self) -> ComposeResult:
        """The keys of these pages, and then what the other page says."""
        lines = ("Enter, click", "Go to the rows that the line speaks of; Esc brings all rows back."), *_CHARTS
        yield from section("The pages of answers", ((Text(what), words) for what, words in lines))
        yield from self.keys_of("Keys of these pages", (*OVER_ANSWERS, *OVER_TEXTS))
        yield from super().parts()


class Marks(Widget):
    """The legend of the marks, drawn as the columns draw them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {ink.value for a, b, _ in _MARKS for ink in (a, b)}

    def render(self) -> Table:
        """Each mark on a word of each side, beside what it says."""
        return table((Text(" ").join((self._word(a, "A"), self._word(b, "B"))), words) for a, b, words in _MARKS)

    def _word(self, ink: Ink, side: str) -> Text:
        return Text(f"text {side}", self.get_component_rich_style(ink.value, partial=True))


def section(title: str, lines: Iterable[tuple[Text, str]]) -> ComposeResult:
    """A heading with two columns under it."""
    yield Static(title, classes="heading")
    yield Static(table(lines))


def table(lines: Iterable[tuple[Text, str]]) -> Table:
    """Two columns; the second one wraps."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(min_width=3, max_width=16)
    table.add_column(ratio=1)
    for first, second in lines:
        table.add_row(first, Text(second))
    return table
