"""Which commands of the screen a user may give other keys, and where each of them answers."""

from __future__ import annotations

from readcompare.model.keys import Bindable, key_name
from readcompare.tui.command import Command
from readcompare.tui.commands import EVERYWHERE, FINDINGS, HELP, OVER_ANSWERS, OVER_TEXTS, READING
from readcompare.tui.several_commands import SEVERAL
from readcompare.tui.start_commands import OPENING, PASTING, START

SCOPES: dict[str, tuple[Command, ...]] = {
    "texts": (*SEVERAL, *READING, *EVERYWHERE),
    "findings": FINDINGS,
    "answers": (*OVER_ANSWERS, *OVER_TEXTS),
    "help": HELP,
    "start": (*START, *EVERYWHERE),
    "opening": (*OPENING, *OVER_TEXTS),
    "pasting": (*PASTING, *OVER_TEXTS),
}
"""The commands that are asked for in one place, and so cannot share a key."""


def bindables() -> tuple[Bindable, ...]:
    """Every command once."""
    commands = {command.id: command for family in SCOPES.values() for command in family}
    return tuple(
        Bindable(
            id=command.id,
            keys=tuple(key_name(key) or key for key in command.keys.split(",")),
            title=command.title,
            scopes=frozenset(scope for scope, family in SCOPES.items() if command in family),
            while_writing=command in OPENING + PASTING,
        )
        for command in commands.values()
    )
