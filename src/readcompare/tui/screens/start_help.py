"""The help page of the start screen: what can be read from here, and every key."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from readcompare.tui.commands import EVERYWHERE, HELP
from readcompare.tui.keys import key_names
from readcompare.tui.screens.help import HelpScreen, table
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

    def compose(self) -> ComposeResult:
        """One page that scrolls."""
        with VerticalScroll():
            yield Static("What can be read", classes="heading")
            yield Static(Text(_ABOUT))
            for title, commands in _FAMILIES:
                yield Static(title, classes="heading")
                lines = ((Text(", ".join(key_names(one, self.user_keys))), one.help) for one in commands)
                yield Static(table(lines))
