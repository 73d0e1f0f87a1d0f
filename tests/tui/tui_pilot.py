"""What a test sees of the running screen."""

from __future__ import annotations

import re
from typing import cast

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.strip import Strip

from readcompare.tui.screens.reading import ReadingScreen
from readcompare.tui.widgets.columns import TwoColumns
from readcompare.tui.widgets.selectable import SelectableColumns


def columns_of(pilot: Pilot[None]) -> SelectableColumns:
    return pilot.app.screen.query_one(SelectableColumns)


def cursor_of(pilot: Pilot[None]) -> int:
    return cast("ReadingScreen", pilot.app.screen).cursor


def screen_text(pilot: Pilot[None]) -> str:
    """What stands in the terminal, line by line."""
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())


def all_strips(columns: TwoColumns) -> list[Strip]:
    """Every line that can be scrolled to, once."""
    strips = []
    for line in range(columns._plan.lines):
        columns.scroll_to(y=line, animate=False)
        strips.append(columns.render_line(columns._plan.header + line - columns.scroll_offset.y))
    return strips


def bare(text: str) -> str:
    return re.sub(r"[\s▁-█]", "", text)


Cell = tuple[int, int]
"""Column and line of the screen, from 0."""


def cell_of(pilot: Pilot[None], words: str) -> Cell:
    """Where `words` begin on the screen."""
    for y, line in enumerate(screen_text(pilot).splitlines()):
        if words in line:
            return cell_len(line[: line.index(words)]), y
    raise AssertionError(f"{words!r} is not on the screen")


async def drag(pilot: Pilot[None], *way: Cell) -> None:
    """Press the left button at the first cell, move over the others, let go at the last one."""
    first, *others = way
    await _mouse(pilot, events.MouseDown, first)
    for cell in others:
        await _mouse(pilot, events.MouseMove, cell)
    await _mouse(pilot, events.MouseUp, way[-1])


async def _mouse(pilot: Pilot[None], kind: type[events.MouseEvent], cell: Cell) -> None:
    x, y = cell
    # The driver's way in: captured mice and clicks are made of it as in a terminal.
    pilot.app.mouse_position = Offset(x, y)
    pilot.app.post_message(kind(None, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y))
    await pilot.pause()
