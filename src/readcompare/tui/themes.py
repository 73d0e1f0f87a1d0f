"""The colours: side A is blue and side B orange, which colour-blind readers can tell apart; findings are violet."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

# Every text colour keeps a contrast of 4.5 to 1 (WCAG 2.1, level AA) to the background and to the cursor's row.
DARK = Theme(
    name="readcompare-dark",
    dark=True,
    primary="#8ab8ff",
    secondary="#ffb454",
    accent="#f2d479",
    foreground="#e4e6ea",
    background="#14171c",
    surface="#1b1f26",
    panel="#262c36",
    variables={
        "side-a": "#8ab8ff",
        "side-b": "#ffb454",
        "found": "#d3bcff",
        "tint-a": "#1c3558",
        "tint-b": "#4a3312",
        "quiet": "#a9b0bb",
        "cursor-row": "#2a3240",
        "cursor-mark": "#f2d479",
        "footer-key-foreground": "#f2d479",
    },
)

LIGHT = Theme(
    name="readcompare-light",
    dark=False,
    primary="#0b4fb3",
    secondary="#8f3d00",
    accent="#5c4a00",
    foreground="#1b1e23",
    background="#fbfbf9",
    surface="#f3f3ef",
    panel="#e6e7e3",
    variables={
        "side-a": "#0b4fb3",
        "side-b": "#8f3d00",
        "found": "#5f2ea8",
        "tint-a": "#d0e1fb",
        "tint-b": "#fbdfc2",
        "quiet": "#565c66",
        "cursor-row": "#e3e9f2",
        "cursor-mark": "#0b4fb3",
        "footer-key-foreground": "#0b4fb3",
    },
)

# Here every text colour keeps 7 to 1 (level AAA).
CONTRAST = Theme(
    name="readcompare-contrast",
    dark=True,
    primary="#9fd0ff",
    secondary="#ffc166",
    accent="#ffff66",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    variables={
        "side-a": "#9fd0ff",
        "side-b": "#ffc166",
        "found": "#e2d0ff",
        "tint-a": "#00264d",
        "tint-b": "#402600",
        "quiet": "#e0e0e0",
        "cursor-row": "#26264d",
        "cursor-mark": "#ffff66",
        "footer-key-foreground": "#ffff66",
    },
)

# The terminal's own colours: its ground, its letters, and of its sixteen the two that stand for the sides.
TERMINAL = Theme(
    name="readcompare-terminal",
    ansi=True,
    dark=True,
    primary="ansi_blue",
    secondary="ansi_yellow",
    accent="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        "side-a": "ansi_blue",
        "side-b": "ansi_yellow",
        "found": "ansi_magenta",
        "tint-a": "ansi_default",
        "tint-b": "ansi_default",
        "quiet": "ansi_default",
        "cursor-row": "ansi_default",
        "cursor-mark": "ansi_default",
        "footer-key-foreground": "ansi_default",
    },
)

THEMES = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST, "terminal": TERMINAL}
"""The colours by the name that a user gives them, in the order in which one key goes through them."""
