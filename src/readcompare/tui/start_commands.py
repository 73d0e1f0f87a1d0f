"""What a user can do before a comparison is open: on the start screen, while opening a file, while pasting."""

from __future__ import annotations

from readcompare.tui.command import Command

START = (
    Command(
        id="start.open",
        keys="o",
        title="Open a file",
        action="screen.open_file",
        help="Open a comparison file or two texts by their paths.",
        footer="File",
        rank=10,
    ),
    Command(
        id="start.paste",
        keys="p",
        title="Paste two texts",
        action="screen.paste",
        help="Paste two texts and compare them.",
        footer="Paste",
        rank=12,
    ),
    Command(
        id="start.filter",
        keys="slash",
        title="Filter the list",
        action="screen.filter",
        help="List only comparisons with these words in their title or path.",
        footer="Filter",
        rank=20,
    ),
    Command(
        id="start.look_again",
        keys="ctrl+r",
        title="Look again",
        action="screen.look_again",
        help="Look again which comparisons there are.",
    ),
    Command(
        id="start.back",
        keys="escape",
        title="Back",
        action="screen.back",
        help="List all comparisons again, or go back to the texts that are open.",
    ),
)
"""Commands of the start screen; Enter opens the marked line."""

OPENING = (
    Command(
        id="opening.next",
        keys="down",
        title="Next name",
        action="screen.step(1)",
        help="Mark the next name.",
    ),
    Command(
        id="opening.previous",
        keys="up",
        title="Name before",
        action="screen.step(-1)",
        help="Mark the name before.",
    ),
    Command(
        id="opening.complete",
        keys="tab",
        title="Complete the path",
        action="screen.complete",
        help="Write out the marked name; Enter opens it.",
        footer="Complete",
        rank=10,
    ),
    Command(
        id="opening.close",
        keys="escape",
        title="Open nothing",
        action="screen.leave",
        help="Go back without opening a file.",
        footer="Back",
        rank=5,
    ),
)
"""Commands while the path of a file is written."""

PASTING = (
    Command(
        id="pasting.compare",
        keys="ctrl+s,f10",
        title="Compare them",
        action="screen.compare",
        help="Keep the two texts and compare them.",
        footer="Compare",
        rank=5,
    ),
    Command(
        id="pasting.next",
        keys="tab",
        title="Next field",
        action="app.focus_next",
        help="Go to the other text, and then to the names.",
        footer="Next field",
        rank=10,
    ),
    Command(
        id="pasting.close",
        keys="escape",
        title="Back",
        action="screen.leave",
        help="Go back; what was pasted stays until the program ends.",
        footer="Back",
        rank=15,
    ),
)
"""Commands while texts are pasted."""
