"""Opening files by their paths: while one is written, the names that go on with it are listed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from readcompare.shelf import Name, ways_on
from readcompare.tui.command import Command
from readcompare.tui.commands import OVER_TEXTS
from readcompare.tui.keys import bindings
from readcompare.tui.start_commands import OPENING
from readcompare.tui.widgets.footer import Keys
from readcompare.tui.widgets.listing import Listing
from readcompare.tui.widgets.one_line import OneLine
from readcompare.views.passages import visible

if TYPE_CHECKING:
    from readcompare.tui.screens.help import HelpScreen

_DESCRIBED = (".yaml", ".yml")


class OpeningScreen(ModalScreen[tuple[str, ...]]):
    """Ends with the path of one comparison file or those of two texts; with None when the user gives it up.

    `begun` are such paths of which the last one is to be corrected.
    """

    BINDINGS = bindings((*OPENING, *OVER_TEXTS))
    family: ClassVar[tuple[Command, ...]] = OPENING
    """The commands of this screen, for the palette."""

    @property
    def help_page(self) -> type[HelpScreen]:
        """The help of the screens before a comparison is open; imported when it is asked for."""
        from readcompare.tui.screens.start_help import StartHelp

        return StartHelp

    def __init__(self, user_keys: Mapping[str, str], begun: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._user_keys = user_keys
        *before, self._begun = begun or ("",)
        """The path that stands there to be corrected."""
        self._first: str | None = before[0] if before else None
        """The first of two texts, once it is chosen."""
        self._names: tuple[Name, ...] = ()

    def compose(self) -> ComposeResult:
        """What is asked, the path, and the names that go on with it."""
        yield Static(classes="heading", markup=False)
        yield OneLine(self._begun)
        yield Listing()
        yield Keys(OPENING, self._user_keys)

    def on_mount(self) -> None:
        """Ask."""
        # The keys stay with the path; the list is moved through by the screen's own.
        self.query_one(Listing).can_focus = False
        self.query_one(Input).focus()
        self._ask()

    def action_step(self, direction: int) -> None:
        """Mark the next name, or the one before."""
        listing = self.query_one(Listing)
        if direction > 0:
            listing.action_cursor_down()
        else:
            listing.action_cursor_up()

    def action_complete(self) -> None:
        """Write out the marked name."""
        name = self._marked()
        if name:
            self._write(name.path)

    def action_leave(self) -> None:
        """Open nothing."""
        self.dismiss(None)

    @on(Input.Changed)
    def _list(self, event: Input.Changed) -> None:
        event.stop()
        self._fill(event.value)

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        name = self._marked()
        if name:
            self._take(name)
        else:
            self._say(f"There is no file whose path begins with {visible(event.value)}.")

    @on(OptionList.OptionSelected)
    def _click(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.query_one(Input).focus()
        self._take(self._names[event.option_index])

    def _take(self, name: Name) -> None:
        """Go into a folder, end with a comparison file or a second text, or keep a first text."""
        path = str(Path(name.path).expanduser())
        if name.is_folder:
            self._write(name.path)
        elif path.lower().endswith(_DESCRIBED) and self._first is None:
            self.dismiss((path,))
        elif self._first is None:
            self._first = path
            self._write(name.path[: name.path.rfind("/") + 1])
            self._ask()
        else:
            self.dismiss((self._first, path))

    def _ask(self) -> None:
        asked = "Open a comparison file (YAML), or the first of two texts:"
        if self._first:
            asked = f"A: {visible(self._first)}\nOpen the second text:"
        self.query_one(".heading", Static).update(Text(asked))
        self._fill(self.query_one(Input).value)

    def _write(self, path: str) -> None:
        line = self.query_one(Input)
        line.value = path
        line.cursor_position = len(path)

    def _fill(self, written: str) -> None:
        self._names = ways_on(written)
        listing = self.query_one(Listing)
        listing.clear_options()
        start = written.rfind("/") + 1
        listing.add_options(Option(Text(visible(name.path[start:]))) for name in self._names)
        # The folder above is the first name and seldom the one that is meant.
        listing.highlighted = min(1 if written[start:] == "" else 0, len(self._names) - 1) if self._names else None

    def _marked(self) -> Name | None:
        place = self.query_one(Listing).highlighted
        return None if place is None or place >= len(self._names) else self._names[place]

    def _say(self, words: str) -> None:
        self.app.clear_notifications()
        self.notify(words, timeout=4, markup=False)
