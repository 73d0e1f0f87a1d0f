"""Pasting two texts: two fields side by side, or one under the other in a narrow window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, TextArea

from readcompare.tui.command import Command
from readcompare.tui.commands import OVER_TEXTS
from readcompare.tui.keys import bindings
from readcompare.tui.start_commands import PASTING
from readcompare.tui.widgets.footer import Keys
from readcompare.tui.widths import STACKED_BELOW

if TYPE_CHECKING:
    from readcompare.tui.screens.help import HelpScreen


@dataclass(frozen=True, slots=True)
class Pasted:
    """Two texts as they were pasted, A first."""

    texts: tuple[str, str]
    names: tuple[str, str]
    """Whose texts these are; empty where the user says nothing."""
    is_done: bool
    """True when they are to be compared, False when the user may come back to them."""


NOTHING = Pasted(("", ""), ("", ""), is_done=False)


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
                    yield Input(name, id=f"name-{letter}", compact=True, select_on_focus=False)
                    yield TextArea(
                        text,
                        id=f"text-{letter}",
                        compact=True,
                        show_cursor=True,
                        placeholder=f"Paste text {letter.upper()} here",
                    )
        yield Keys(PASTING, self._user_keys)

    def on_mount(self) -> None:
        """Begin with the first text that is missing."""
        missing = next((letter for letter, text in zip("ab", self._begun.texts, strict=True) if not text), "a")
        self._field(missing).focus()

    def on_resize(self) -> None:
        """Stack the sides where they have no room beside each other."""
        self.set_class(self.app.size.width < STACKED_BELOW, "stacked")

    def action_compare(self) -> None:
        """End, when both texts are there."""
        missing = next((letter for letter in "ab" if not self._field(letter).text.strip()), None)
        if missing:
            self._field(missing).focus()
            self.app.clear_notifications()
            self.notify(f"There is no text {missing.upper()} yet; paste it.", timeout=4, markup=False)
        else:
            self.dismiss(self._pasted(is_done=True))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(self._pasted(is_done=False))

    def _pasted(self, *, is_done: bool) -> Pasted:
        names = (self.query_one("#name-a", Input).value, self.query_one("#name-b", Input).value)
        return Pasted((self._field("a").text, self._field("b").text), names, is_done)

    def _field(self, letter: str) -> TextArea:
        return self.query_one(f"#text-{letter}", TextArea)
