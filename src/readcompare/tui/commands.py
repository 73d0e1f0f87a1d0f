"""What a user can do in the screen, declared once: keys, help text and command palette derive from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType
from textual.keys import format_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing to do, with its keys and its words."""

    id: str
    """Name under which its keys can be set anew."""
    keys: str
    """Textual's key names with commas between them."""
    title: str
    """Two or three words for the palette."""
    action: str
    """Textual's action string, with the namespace that answers it."""
    help: str
    """One sentence for the help page and the palette."""
    footer: str = ""
    """One word for the footer; empty for a command that it leaves out."""

    @property
    def key_names(self) -> tuple[str, ...]:
        """The keys as they are printed on a keyboard."""
        return tuple(format_key(key) for key in self.keys.split(","))


READING = (
    Command(
        id="row.next",
        keys="down,j",
        title="Next row",
        action="screen.step(1)",
        help="Go to the next row; a row taller than the window is read to its end first.",
    ),
    Command(
        id="row.previous",
        keys="up,k",
        title="Previous row",
        action="screen.step(-1)",
        help="Go to the row before; a row taller than the window is read back to its beginning first.",
    ),
    Command(
        id="page.next",
        keys="pagedown,space",
        title="Next page",
        action="screen.page(1)",
        help="Go on by one window.",
    ),
    Command(
        id="page.previous",
        keys="pageup,b",
        title="Previous page",
        action="screen.page(-1)",
        help="Go back by one window.",
    ),
    Command(
        id="row.first",
        keys="home,g",
        title="First row",
        action="screen.first",
        help="Go to the first row.",
    ),
    Command(
        id="row.last",
        keys="end,G",
        title="Last row",
        action="screen.last",
        help="Go to the last row.",
    ),
    Command(
        id="difference.next",
        keys="n",
        title="Next difference",
        action="screen.difference(1)",
        help="Go to the next row in which the two texts differ.",
        footer="Difference",
    ),
    Command(
        id="difference.previous",
        keys="N",
        title="Previous difference",
        action="screen.difference(-1)",
        help="Go to the row before in which the two texts differ.",
    ),
    Command(
        id="check.next",
        keys="u",
        title="Next to check",
        action="screen.doubt(1)",
        help="Go to the next row that a reader should check, marked ?.",
        footer="Check",
    ),
    Command(
        id="check.previous",
        keys="U",
        title="Previous to check",
        action="screen.doubt(-1)",
        help="Go to the row before that a reader should check.",
    ),
    Command(
        id="why",
        keys="w",
        title="Why",
        action="screen.why",
        help="Show or hide why the row stands as it does; Tab and the arrow keys scroll it.",
        footer="Why",
    ),
)
"""Commands of the screen with the two columns."""

EVERYWHERE = (
    Command(
        id="help",
        keys="question_mark,f1",
        title="Help",
        action="app.help",
        help="Show the signs, the marks and the keys.",
        footer="Help",
    ),
    Command(
        id="theme",
        keys="d",
        title="Dark or light",
        action="app.dark_or_light",
        help="Change between dark and light colours.",
    ),
    Command(
        id="palette",
        keys="ctrl+p",
        title="Find a command",
        action="app.command_palette",
        help="Look for a command by its name.",
    ),
    Command(
        id="quit",
        keys="q",
        title="Quit",
        action="app.quit",
        help="Leave the program.",
        footer="Quit",
    ),
)
"""Commands of the whole application."""

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

COMMANDS = READING + EVERYWHERE + HELP


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
