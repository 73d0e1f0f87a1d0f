"""The line at the foot of the screen in which the user writes what to look for or where to go."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Label

from readcompare.tui.messages import PromptChanged, PromptEnded
from readcompare.tui.widgets.one_line import OneLine


class Prompt(Horizontal):
    """Asks one thing at a time; hidden when nothing is asked."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "Give up", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self._purpose = ""
        self._asked = ""
        self._left: Widget | None = None
        """What the user was at before."""
        self._label = Label(markup=False)
        self._input = OneLine()

    def compose(self) -> ComposeResult:
        """What is asked, and the answer."""
        yield self._label
        yield self._input

    def ask(self, purpose: str, label: str, text: str = "") -> None:
        """Ask for `purpose`; `text` stands there already."""
        self._purpose, self._asked = purpose, label
        self._label.update(label)
        with self.prevent(Input.Changed):
            self._input.value = text
        self._input.cursor_position = len(text)
        self.display = True
        self._make_room()
        if self.screen.focused is not self._input:
            self._left = self.screen.focused
        # At once, not later: the next key may be waiting already, and it is a letter then.
        self.screen.set_focus(self._input)

    def ask_anew(self, purpose: str, label: str, text: str) -> None:
        """Ask for what takes the place of `text`: it is selected, so that what is typed replaces it."""
        self.ask(purpose, label, text)
        self._input.select_all()

    def on_resize(self) -> None:
        """Lay the line out for the width."""
        self._make_room()

    def _make_room(self) -> None:
        """A question that takes more than half of the width stands over its answer; notices stand over both."""
        is_long = 2 * cell_len(self._asked) > self.app.size.width
        self.set_class(is_long, "two-lines")
        self.screen.set_class(self.display, "asking")
        self.screen.set_class(self.display and is_long, "asking-two-lines")

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(PromptChanged(self._purpose, event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._end(event.value)

    def action_give_up(self) -> None:
        """Leave without an answer."""
        self._end(None)

    def _end(self, text: str | None) -> None:
        self.display = False
        self._make_room()
        self.screen.set_focus(self._left)
        self.post_message(PromptEnded(self._purpose, text))
