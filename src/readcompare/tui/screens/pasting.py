"""Pasting two texts: two fields side by side, or one under the other in a narrow window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Label, TextArea

from readcompare.tui.command import Command
from readcompare.tui.commands import OVER_TEXTS
from readcompare.tui.keys import bindings
from readcompare.tui.start_commands import PASTING
from readcompare.tui.start_messages import TextGiven
from readcompare.tui.widgets.footer import Keys
from readcompare.tui.widgets.one_line import OneLine
from readcompare.tui.widths import STACKED_BELOW

if TYPE_CHECKING:
    from readcompare.tui.screens.help import HelpScreen


class Pasted(Struct, frozen=True):
    """Two texts as they were pasted, A first."""

    texts: tuple[str, str]
    names: tuple[str, str]
    """Whose texts these are; empty where the user says nothing."""
    is_done: bool
    """True when they are to be compared, False when the user may come back to them."""


NOTHING = Pasted(("", ""), ("", ""), is_done=False)


class SideName(OneLine):
    """Whose text it is; several lines are taken for the text itself."""

    def __init__(self, letter: str, text: str) -> None:
        super().__init__(text, name=f"name-{letter}")
        self._letter = letter

    def take_lines(self, pasted: str) -> None:
        """Hand them on."""
        self.post_message(TextGiven(self._letter, pasted))


class PastingScreen(ModalScreen[Pasted]):
    """Ends with what stands in the fields."""

    BINDINGS = bindings((*PASTING, *OVER_TEXTS))
    family: ClassVar[tuple[Command, ...]] = PASTING
    """The commands of this screen, for the palette."""

    @property
    def help_page(self) -> type[HelpScreen]:
        """The help of the screens before a comparison is open; imported when it is asked for."""
        from readcompare.tui.screens.start_help import StartHelp

        return StartHelp

    def __init__(self, begun: Pasted, user_keys: Mapping[str, str]) -> None:
        super().__init__()
        self._begun = begun
        self._user_keys = user_keys

    def compose(self) -> ComposeResult:
        """For each side its name and its text."""
        with Container(id="pasted"):
            for letter, name, text in zip("ab", self._begun.names, self._begun.texts, strict=True):
                with Vertical(classes=f"side-{letter}"):
                    yield Label(f"{letter.upper()}  whose text (may stay empty):", markup=False)
                    yield SideName(letter, name)
                    yield TextArea(
                        text,
                        id=f"text-{letter}",
                        compact=True,
                        show_cursor=True,
                        placeholder=f"Paste text {letter.upper()} here",
                    )
        yield Keys(PASTING, self._user_keys)

    @property
    def focus_chain(self) -> list[Widget]:
        """The texts before the names, which may stay empty: after one text the next key leads to the other."""
        return sorted(super().focus_chain, key=lambda field: isinstance(field, SideName))

    def on_mount(self) -> None:
        """Begin with the first text that is missing."""
        missing = next((letter for letter, text in zip("ab", self._begun.texts, strict=True) if not text), "a")
        self._field(missing).focus()

    def on_resize(self) -> None:
        """Stack the sides where they have no room beside each other."""
        self.set_class(self.app.size.width < STACKED_BELOW, "stacked")

    @on(TextGiven)
    def take_text(self, message: TextGiven) -> None:
        """Put a text that was pasted into the line for a name where texts belong, after what stands there."""
        message.stop()
        field = self._field(message.letter)
        field.focus()
        parting = "\n\n" if field.text.strip() else ""
        field.move_cursor(field.insert(parting + message.text, field.document.end).end_location)
        self._say(f"Several lines are a text; they stand in text {message.letter.upper()} now.")

    def action_compare(self) -> None:
        """End, when both texts are there."""
        missing = next((letter for letter in "ab" if not self._field(letter).text.strip()), None)
        if missing:
            self._field(missing).focus()
            self._say(f"There is no text {missing.upper()} yet; paste it.")
        else:
            self.dismiss(self._pasted(is_done=True))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(self._pasted(is_done=False))

    def _pasted(self, *, is_done: bool) -> Pasted:
        names = (self.query_one("#name-a", SideName).value, self.query_one("#name-b", SideName).value)
        return Pasted((self._field("a").text, self._field("b").text), names, is_done)

    def _say(self, words: str) -> None:
        self.app.clear_notifications()
        self.notify(words, timeout=4, markup=False)

    def _field(self, letter: str) -> TextArea:
        return self.query_one(f"#text-{letter}", TextArea)
