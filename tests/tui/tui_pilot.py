"""What a test sees of the running screen."""

from __future__ import annotations

import re
from typing import cast

from textual.pilot import Pilot
from textual.strip import Strip

from readcompare.tui.screens.reading import ReadingScreen
from readcompare.tui.widgets.columns import TwoColumns


def columns_of(pilot: Pilot[None]) -> TwoColumns:
    return pilot.app.screen.query_one(TwoColumns)


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
    return re.sub(r"\s", "", text)
