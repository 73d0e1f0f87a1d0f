"""The line in which one thing is written: of what is pasted into it nothing is lost."""

from __future__ import annotations

from textual import events
from textual.widgets import Input


class OneLine(Input):
    """An input of one line; lines that are pasted into it are joined with a space between."""

    def __init__(self, text: str = "", *, name: str | None = None) -> None:
        super().__init__(text, id=name, compact=True, select_on_focus=False)

    def on_paste(self, event: events.Paste) -> None:
        """Take all that is pasted; Textual alone takes its first line."""
        event.stop()
        event.prevent_default()
        lines = [line for line in event.text.splitlines() if line.strip()]
        if len(lines) > 1:
            self.take_lines(event.text)
        elif lines:
            self.replace(lines[0], *self.selection)

    def take_lines(self, pasted: str) -> None:
        """Take several lines."""
        self.replace(on_one_line(pasted), *self.selection)


def on_one_line(text: str) -> str:
    """The lines of `text` that are not empty, with a space between."""
    return " ".join(filter(None, map(str.strip, text.splitlines())))
