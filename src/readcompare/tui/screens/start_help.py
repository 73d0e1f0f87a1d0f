"""The help page of the start screen: what can be read from here, and every key."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import Static

from readcompare.tui.commands import EVERYWHERE, HELP
from readcompare.tui.screens.help import HelpScreen
from readcompare.tui.start_commands import OPENING, PASTING, START

_ABOUT = (
    "Enter opens the marked line. A comparison is described by a file that ends in .yaml, or it is made of two texts: "
    "plain text, Markdown, a web page, PDF or Word. Texts that are pasted are kept in the program's own folder, so "
    "that they are among those read last."
)
_FAMILIES = (
    ("Keys of this screen", (*START, *EVERYWHERE)),
    ("While the path of a file is written", OPENING),
    ("While texts are pasted", PASTING),
    ("On this page", HELP),
)


class StartHelp(HelpScreen):
    """Help before a comparison is open."""

    def parts(self) -> ComposeResult:
        """What can be read, and every key."""
        yield Static("What can be read", classes="heading")
        yield Static(Text(_ABOUT))
        for title, commands in _FAMILIES:
            yield from self.keys_of(title, commands)
