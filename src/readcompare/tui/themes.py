"""The colours, dark and light: side A is blue and side B orange, which colour-blind readers can tell apart."""

from __future__ import annotations

from textual.theme import Theme

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
        "tint-a": "#d0e1fb",
        "tint-b": "#fbdfc2",
        "quiet": "#565c66",
        "cursor-row": "#e3e9f2",
        "cursor-mark": "#0b4fb3",
        "footer-key-foreground": "#0b4fb3",
    },
)
