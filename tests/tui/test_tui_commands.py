"""Commands: declared once, with keys that do not clash."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from textual.binding import Binding
from tui_samples import MIXED

from readcompare.tui.app import ReadcompareApp
from readcompare.tui.command import Command
from readcompare.tui.commands import COMMANDS
from readcompare.tui.keys import bindings, key_names
from readcompare.tui.rebinding import SCOPES
from readcompare.tui.start_commands import OPENING, PASTING, START
from readcompare.tui.surroundings import Surroundings


def test_ids_are_unique() -> None:
    commands = (*COMMANDS, *START, *OPENING, *PASTING)
    assert len({command.id for command in commands}) == len(commands)


@pytest.mark.parametrize("commands", SCOPES.values(), ids=SCOPES)
def test_no_key_has_two_commands_on_one_screen(commands: tuple[Command, ...]) -> None:
    keys = Counter(key for command in commands for key in command.keys.split(","))
    assert keys.most_common(1)[0][1] == 1


def test_bindings_can_be_set_anew_by_the_ids_of_their_commands() -> None:
    made = [binding for binding in bindings(COMMANDS) if isinstance(binding, Binding)]
    assert [(binding.id, binding.key) for binding in made] == [(command.id, command.keys) for command in COMMANDS]


@pytest.mark.parametrize(("command_id", "names"), [("help", ("?", "f1")), ("row.next", ("↓", "j"))])
def test_keys_are_named_as_on_a_keyboard(command_id: str, names: tuple[str, ...]) -> None:
    assert key_names(next(command for command in COMMANDS if command.id == command_id), {}) == names


def test_the_users_keys_go_before_the_own_ones() -> None:
    assert key_names(COMMANDS[0], {COMMANDS[0].id: "x,ctrl+n"}) == ("x", "ctrl+n")


async def test_five_hundred_random_keys_never_crash(tmp_path: Path) -> None:
    keys = [key for command in COMMANDS for key in command.keys.split(",") if command.id not in ("quit", "edit.a")]
    keys += ["enter", "x", "A", "left", "ctrl+u"]
    chance = random.Random(1)  # noqa: S311 - the same keys each time
    async with ReadcompareApp(MIXED, Surroundings(folder=str(tmp_path))).run_test(size=(100, 30)) as pilot:
        # `q` leaves where no page is open, so it is not among them.
        await pilot.press(*(chance.choice([key for key in keys if key != "q"]) for _ in range(500)))
        await pilot.pause()
        assert pilot.app.is_running
