"""What a user can do besides where the comparison has three and more sides."""

from __future__ import annotations

from readcompare.tui.command import Command

SEVERAL = (
    Command(
        id="pair.next",
        keys="P",
        title="Next pair of sides",
        action="screen.pair(1)",
        help="Read the next two of the sides: first the pivot with each of the others, then these among themselves.",
        footer="Pair",
        rank=8,
    ),
    Command(
        id="pair.previous",
        keys="B",
        title="Previous pair of sides",
        action="screen.pair(-1)",
        help="Read the two sides before.",
    ),
)
"""Going from two sides to two others."""
