"""The application: its colours, its keys and its first screen."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.app import App, SystemCommand
from textual.events import Key
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

from readcompare.model.comparison import Comparison
from readcompare.tui.commands import EVERYWHERE
from readcompare.tui.keys import bindings
from readcompare.tui.memory import THEME, remember, remembered
from readcompare.tui.start_messages import Chosen, Failed
from readcompare.tui.surroundings import Surroundings
from readcompare.tui.themes import THEMES

if TYPE_CHECKING:
    from readcompare.session import Session
    from readcompare.tui.screens.reading import ReadingScreen

_NONE = Surroundings()
_ENDED_BY_SIGNAL = 128
"""What a shell adds to the number of the signal that ended a program."""


def run(comparison: Comparison | None, surroundings: Surroundings = _NONE) -> int:
    """Show `comparison`, or the start screen without one, until the user leaves; the exit code of the program.

    With what was read in `surroundings` the comparison is made on the screen, and what it fails of is raised.
    """
    # By its standard NO_COLOR counts only when it is not empty; Textual takes an empty one as set.
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]
    app = ReadcompareApp(comparison, surroundings)
    # The comparison stays as long as the screen: the collector would look through it again and again.
    gc.freeze()
    app.run()
    if app.failure:
        raise app.failure
    return app.return_code or 0


def _reading(comparison: Comparison, surroundings: Surroundings) -> ReadingScreen:
    """The screen with the two columns; where there are more sides, the one that goes on to the next two."""
    # Imported when there is something to read: what stands on the screen before comes up the sooner.
    from readcompare.tui.screens.reading import ReadingScreen

    session = surroundings.session
    if not surroundings.pairs and (session is None or len(session.pairs) == 1):
        return ReadingScreen(comparison, surroundings)
    from readcompare.tui.screens.several import SeveralScreen

    return SeveralScreen(comparison, surroundings)


class ReadcompareApp(App[None]):
    """Two accounts of one conversation, side by side."""

    TITLE = "readcompare"
    CSS_PATH = "readcompare.tcss"
    BINDINGS = bindings(EVERYWHERE)
    # Every comparison has a stack of screens of its own, so that it goes as a whole when another one is opened.
    DEFAULT_MODE = "readcompare-1"

    def __init__(self, comparison: Comparison | None, surroundings: Surroundings = _NONE) -> None:
        super().__init__()
        self._comparison = comparison
        self._surroundings = surroundings
        self.set_keymap(dict(surroundings.user_keys))
        self.animation_level = "none"
        for theme in THEMES.values():
            self.register_theme(theme)
        last = remembered(surroundings.folder, THEME)
        self.theme = THEMES[surroundings.theme or (last if last and last in THEMES else "dark")].name
        self._opened = 1
        self._waiting: Session | None = None
        """A comparison that is read when what stands over the screen is left."""
        self.failure: Exception | None = None
        """Why the comparison could not be made with which the program was started."""
        self.add_mode(self.DEFAULT_MODE, self._first_screen)

    def _first_screen(self) -> Screen[None]:
        """The screen with the two columns, or the one that stands until they can; without anything the start screen."""
        if self._surroundings.reading:
            from readcompare.tui.screens.comparing import ComparingScreen

            return ComparingScreen(self._surroundings.reading)
        if self._comparison is None:
            from readcompare.tui.screens.start import StartScreen

            return StartScreen(self._surroundings)
        return _reading(self._comparison, self._surroundings)

    def on_mount(self) -> None:
        """Watch for what stands over the screen being left, and for the end."""
        self.screen_change_signal.subscribe(self, self._go_on)
        self._listen()

    def _listen(self) -> None:
        """Leave in order when the window is closed or the program is told to end, so that the place is kept."""
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            # Some systems have no such signal, and only the main thread may listen.
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                number = getattr(signal, name)
                loop.add_signal_handler(number, partial(self._end, loop, number))

    def _end(self, loop: asyncio.AbstractEventLoop, number: int) -> None:
        """Leave because of a signal; a second one ends the program at once, whatever it waits for."""
        loop.remove_signal_handler(number)
        self.exit(return_code=_ENDED_BY_SIGNAL + number)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers: the commands that `screen` can carry out."""
        for command in (*getattr(screen, "family", ()), *EVERYWHERE):
            yield SystemCommand(command.title, command.help, partial(self.run_action, command.action, screen))

    def action_help(self) -> None:
        """Show the help page, once."""
        # Imported when it is asked for: most readings need no help, and all begin the sooner.
        from readcompare.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            page = getattr(self.screen, "help_page", HelpScreen)
            self.push_screen(page(self._surroundings.user_keys))

    def action_start(self) -> None:
        """Show the start screen over the texts that are open."""
        from readcompare.tui.screens.reading import ReadingScreen

        if isinstance(self.screen, ReadingScreen) and self._surroundings.open:
            from readcompare.tui.screens.start import StartScreen

            self.push_screen(StartScreen(self._surroundings))
        elif isinstance(self.screen, ReadingScreen):
            self.notify("No other comparison can be opened from here.", markup=False)

    async def on_chosen(self, message: Chosen) -> None:
        """Read another comparison, in the place of the start screen and of what was open below it.

        What stands over these, such as help, the user alone leaves.
        """
        if isinstance(self.screen, ModalScreen):
            self._waiting = message.session
            return
        surroundings = replace(self._surroundings, session=message.session, reading=None)
        if self._surroundings.reading:
            # The first one stays long, and the collector would look through it again and again; frozen, a later one
            # would never leave memory.
            self._surroundings = replace(self._surroundings, reading=None)
            gc.freeze()
        self._opened += 1
        before, now = self.current_mode, f"readcompare-{self._opened}"
        self.add_mode(now, lambda: _reading(message.session.comparison, surroundings))
        self.clear_notifications()
        await self.switch_mode(now)
        self.remove_mode(before)

    def _go_on(self, screen: Screen[object]) -> None:
        """Show a comparison that waits as soon as nothing stands over the screen."""
        if self._waiting and not isinstance(screen, ModalScreen):
            session, self._waiting = self._waiting, None
            self.post_message(Chosen(session))

    def on_key(self, event: Key) -> None:
        """A letter typed before the line stood there in which one writes was sent past it, and no command is meant."""
        if isinstance(self.focused, Input) and event.is_printable and event.character:
            event.stop()
            event.prevent_default()
            self.focused.insert_text_at_cursor(event.character)

    def on_failed(self, message: Failed) -> None:
        """Leave with what is wrong."""
        self.failure = message.error
        self.exit()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy `text`, from whichever screen, and say by which way; Textual alone would not say whether it can."""
        # Most readings copy nothing.
        from readcompare.tui.clipboard import copy

        folder = self._surroundings.folder or tempfile.gettempdir()
        try:
            told = copy(text, super().copy_to_clipboard, folder)
        except OSError as error:
            told = f"Not copied: {error.strerror or error}"
        self.clear_notifications()
        self.notify(told, timeout=3, markup=False)

    async def action_quit(self) -> None:
        """Leave, unless a screen has something to say first."""
        if all(getattr(screen, "may_leave", lambda: True)() for screen in self.screen_stack):
            await super().action_quit()

    def action_next_theme(self) -> None:
        """Change to the next colours."""
        names = list(THEMES)
        here = next((place for place, theme in enumerate(THEMES.values()) if theme.name == self.theme), -1)
        name = names[(here + 1) % len(names)]
        self.theme = THEMES[name].name
        remember(self._surroundings.folder, THEME, name)
