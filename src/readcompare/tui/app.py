"""The application: its colours, its keys and its first screen."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial

from textual.app import App, SystemCommand
from textual.screen import Screen

from readcompare.model.comparison import Comparison
from readcompare.tui.commands import EVERYWHERE
from readcompare.tui.keys import bindings
from readcompare.tui.screens.reading import ReadingScreen
from readcompare.tui.surroundings import Surroundings
from readcompare.tui.themes import THEMES

_NONE = Surroundings()


def run(comparison: Comparison, surroundings: Surroundings = _NONE) -> int:
    """Show `comparison` until the user leaves; the exit code of the program."""
    # By its standard NO_COLOR counts only when it is not empty; Textual takes an empty one as set.
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]
    app = ReadcompareApp(comparison, surroundings)
    app.run()
    return app.return_code or 0


class ReadcompareApp(App[None]):
    """Two accounts of one conversation, side by side."""

    TITLE = "readcompare"
    CSS_PATH = "readcompare.tcss"
    BINDINGS = bindings(EVERYWHERE)

    def __init__(self, comparison: Comparison, surroundings: Surroundings = _NONE) -> None:
        super().__init__()
        self._comparison = comparison
        self._surroundings = surroundings
        self.set_keymap(dict(surroundings.user_keys))
        self.animation_level = "none"
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = THEMES[surroundings.theme or "dark"].name

    def get_default_screen(self) -> Screen[None]:
        """The screen with the two columns."""
        return ReadingScreen(self._comparison, self._surroundings)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers: the commands that `screen` can carry out."""
        for command in (*getattr(screen, "family", ()), *EVERYWHERE):
            yield SystemCommand(command.title, command.help, partial(self.run_action, command.action, screen))

    def action_help(self) -> None:
        """Show the help page, once."""
        # Imported when it is asked for: most readings need no help, and all begin the sooner.
        from readcompare.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self._surroundings.user_keys))

    async def action_quit(self) -> None:
        """Leave, unless a screen has something to say first."""
        if all(getattr(screen, "may_leave", lambda: True)() for screen in self.screen_stack):
            await super().action_quit()

    def action_next_theme(self) -> None:
        """Change to the next colours."""
        names = [theme.name for theme in THEMES.values()]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
