"""What a user can do in the screen, declared once: keys, help text and command palette derive from it."""

from __future__ import annotations

from readcompare.tui.command import Command
from readcompare.tui.correcting_commands import CORRECTING
from readcompare.tui.reading_commands import ANSWERING, COMPARING, MOVING, NARROWING, OPENING_ANSWERS, TAKING

READING = (*MOVING, *NARROWING, *ANSWERING, *COMPARING, *CORRECTING, *TAKING)
"""Commands of the screen with the two columns."""

EVERYWHERE = (
    Command(
        id="start",
        keys="ctrl+o",
        title="Open another comparison",
        action="app.start",
        help="Choose another comparison on the start screen.",
    ),
    Command(
        id="help",
        keys="question_mark,f1",
        title="Help",
        action="app.help",
        help="Show the signs, the marks and the keys.",
        footer="Help",
        rank=5,
    ),
    Command(
        id="theme",
        keys="d",
        title="Next colours",
        action="app.next_theme",
        help="Change the colours: dark, light, high contrast, the terminal's own.",
    ),
    Command(
        id="palette",
        keys="ctrl+p",
        title="Find a command",
        action="app.command_palette",
        help="Look for a command by its name.",
        footer="Commands",
        rank=45,
    ),
    Command(
        id="quit",
        keys="q",
        title="Quit",
        action="app.quit",
        help="Leave the program.",
        footer="Quit",
        rank=15,
    ),
)
"""Commands of the whole application."""

_OF_A_ROW = (
    "why",
    "copy",
    "confirm",
    "note",
    "labels",
    "mark",
    "link",
    "unlink",
    "kind",
    "release",
    "edit.a",
    "edit.b",
)
_OF_ANY_ROW = ("why", "copy")


def of_a_row(*, can_be_corrected: bool) -> tuple[Command, ...]:
    """What can be done with one row, what is asked for most first, and the way to all other commands."""
    known = {command.id: command for command in (*READING, *EVERYWHERE)}
    return tuple(known[name] for name in (*(_OF_A_ROW if can_be_corrected else _OF_ANY_ROW), "palette"))


OVER_TEXTS = tuple(command for command in EVERYWHERE if command.id in ("help", "theme", "palette"))
"""Those of them that pages over the texts have too; these are left with the key that would end the program."""

HELP = (
    Command(
        id="help.close",
        keys="escape,q,question_mark,f1",
        title="Close help",
        action="screen.dismiss",
        help="Leave the help page.",
        footer="Close",
    ),
)
"""Commands of the help page."""

FINDINGS = (
    Command(
        id="findings.next_kind",
        keys="right,l",
        title="Next kind of findings",
        action="screen.kind_of_findings(1)",
        help="List the next kind of findings.",
    ),
    Command(
        id="findings.previous_kind",
        keys="left,h",
        title="Previous kind of findings",
        action="screen.kind_of_findings(-1)",
        help="List the kind of findings before.",
    ),
    Command(
        id="findings.close",
        keys="escape",
        title="Close findings",
        action="screen.close_findings",
        help="Leave the list of findings.",
    ),
)
"""Commands of the list of findings, while it has the keys."""

ANSWERS = (
    Command(
        id="answers.next_page",
        keys="right,l,tab",
        title="Next page",
        action="screen.page(1)",
        help="Go to the next page of answers.",
        footer="Next page",
        rank=10,
    ),
    Command(
        id="answers.previous_page",
        keys="left,h,shift+tab",
        title="Previous page",
        action="screen.page(-1)",
        help="Go to the page of answers before.",
    ),
    Command(
        id="answers.close",
        keys="escape,q",
        title="Close answers",
        action="screen.leave",
        help="Go back to the texts; Enter goes to what the marked line speaks of.",
        footer="Back",
        rank=5,
    ),
)
"""Commands of the pages of answers alone."""

OVER_ANSWERS = (*ANSWERS, *OPENING_ANSWERS)
"""All commands of these pages: each is a key away, from the texts as from any other page."""

COMMANDS = READING + FINDINGS + ANSWERS + EVERYWHERE + HELP
