"""The keys at the foot of the screen: as many as have room, the most useful ones first; a click is as good as a key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.widget import Widget

from readcompare.tui.command import Command
from readcompare.tui.keys import key_names


class Keys(Widget):
    """One line; the commands that a narrow window leaves out are on the help page and in the palette."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key"}
    ALLOW_SELECT = False

    def __init__(self, commands: Sequence[Command], user_keys: Mapping[str, str]) -> None:
        super().__init__()
        self._user_keys = user_keys
        self._commands = sorted((command for command in commands if command.footer), key=lambda one: one.rank)

    def render(self) -> Text:
        """Keys and words, never read as markup."""
        key_style = self.get_component_rich_style("keys--key", partial=True)
        told = []
        for command, key in self._told():
            told.append(Text.assemble((key, key_style), " ", command.footer))
        line = Text("  ", no_wrap=True).join(told)
        # In the terminal's own colours the line is told by reversing it, to its end.
        line.pad_right(max(0, self.content_size.width - line.cell_len))
        return line

    async def on_click(self, event: events.Click) -> None:
        """Do what the words say."""
        offset = event.get_content_offset(self)
        start = 0
        for command, key in self._told():
            end = start + cell_len(f"{key} {command.footer}")
            if offset and start <= offset.x < end:
                event.stop()
                await self.app.run_action(command.action, self.screen)
            start = end + 2

    def _told(self) -> list[tuple[Command, str]]:
        """The commands that have room, each with its first key."""
        room = self.content_size.width
        told = []
        for command in self._commands:
            names = key_names(command, self._user_keys)
            size = cell_len(f"{names[0]} {command.footer}") if names else room + 1
            if size > room:
                break
            told.append((command, names[0]))
            room -= size + 2
        return told
