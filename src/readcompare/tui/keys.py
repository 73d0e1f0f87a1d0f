"""The keys of the commands: Textual's bindings, and their names as they are printed on a keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.binding import Binding, BindingType
from textual.keys import format_key

from readcompare.tui.command import Command


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The key bindings of `commands`; a key map can change them by the commands' ids."""
    return [
        Binding(
            command.keys,
            command.action,
            command.footer or command.title,
            show=bool(command.footer),
            tooltip=command.help,
            id=command.id,
        )
        for command in commands
    ]


def key_names(command: Command, user_keys: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of `command` as they are printed on a keyboard; those that the user set go before its own."""
    keys = user_keys.get(command.id, command.keys)
    return tuple(format_key(key.strip()) for key in keys.split(",") if key.strip())
