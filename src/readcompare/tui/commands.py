"""What a user can do in the screen, declared once: keys, help text and command palette derive from it."""

from __future__ import annotations

from dataclasses import dataclass


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
    rank: int = 50
    """The lower, the sooner it has its place in a narrow footer."""


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
        keys="pagedown,ctrl+f",
        title="Next page",
        action="screen.page(1)",
        help="Go on by one window.",
    ),
    Command(
        id="page.previous",
        keys="pageup,ctrl+b",
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
        rank=10,
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
        keys="s",
        title="Next to check",
        action="screen.doubt(1)",
        help="Go to the next row that a reader should check, marked ?.",
        footer="Check",
        rank=40,
    ),
    Command(
        id="check.previous",
        keys="S",
        title="Previous to check",
        action="screen.doubt(-1)",
        help="Go to the row before that a reader should check.",
    ),
    Command(
        id="kind.next",
        keys="right_square_bracket",
        title="Next of this kind",
        action="screen.alike(1)",
        help="Go to the next row of the kind of the current one.",
    ),
    Command(
        id="kind.previous",
        keys="left_square_bracket",
        title="Previous of this kind",
        action="screen.alike(-1)",
        help="Go to the row before of the kind of the current one.",
    ),
    Command(
        id="jump",
        keys="colon",
        title="Go to a sentence",
        action="screen.jump",
        help="Go to a sentence or a row by its id, such as A3, b7 or R12.",
    ),
    Command(
        id="filter",
        keys="slash",
        title="Filter",
        action="screen.filter",
        help='Show only rows with these words on either side; !word leaves rows out, "two words" belong together.',
        footer="Filter",
        rank=20,
    ),
    Command(
        id="rows.all",
        keys="escape,0",
        title="Show all rows",
        action="screen.all_rows",
        help="Show all rows again, and take away the marks of a finding.",
    ),
    Command(
        id="kind.same",
        keys="1",
        title="Toggle rows that both texts state",
        action="screen.toggle_kind(1)",
        help="Hide or show rows that both texts state.",
    ),
    Command(
        id="kind.partial",
        keys="2",
        title="Toggle rows in which one side states more",
        action="screen.toggle_kind(2)",
        help="Hide or show rows in which one side states more.",
    ),
    Command(
        id="kind.competing",
        keys="3",
        title="Toggle competing rows",
        action="screen.toggle_kind(3)",
        help="Hide or show competing rows.",
    ),
    Command(
        id="kind.only-a",
        keys="4",
        title="Toggle rows of A alone",
        action="screen.toggle_kind(4)",
        help="Hide or show rows of A alone.",
    ),
    Command(
        id="kind.only-b",
        keys="5",
        title="Toggle rows of B alone",
        action="screen.toggle_kind(5)",
        help="Hide or show rows of B alone.",
    ),
    Command(
        id="kind.frame",
        keys="6",
        title="Toggle general sentences",
        action="screen.toggle_kind(6)",
        help="Hide or show general sentences.",
    ),
    Command(
        id="answers",
        keys="a,f2",
        title="At a glance",
        action="screen.answers(0)",
        help="Show the facts at a glance; each line leads to its rows.",
        footer="Glance",
        rank=17,
    ),
    Command(
        id="findings",
        keys="f",
        title="Findings",
        action="screen.findings",
        help="Show or hide the list of findings; the marked one is shown in the texts.",
        footer="Findings",
        rank=18,
    ),
    Command(
        id="terms",
        keys="f3",
        title="Terms",
        action="screen.answers(1)",
        help="Show which words the two sides use for one thing.",
    ),
    Command(
        id="topics",
        keys="f4",
        title="Topics",
        action="screen.answers(2)",
        help="Show what each side gives room to.",
    ),
    Command(
        id="order",
        keys="f5",
        title="Order",
        action="screen.answers(3)",
        help="Show in which order the two sides speak of the same.",
    ),
    Command(
        id="version.a",
        keys="t",
        title="Next language version of A",
        action="screen.version(0)",
        help="Read the next language version of side A.",
    ),
    Command(
        id="version.b",
        keys="T",
        title="Next language version of B",
        action="screen.version(1)",
        help="Read the next language version of side B.",
    ),
    Command(
        id="threshold.lower",
        keys="minus",
        title="Link more",
        action="screen.threshold(-1)",
        help="Link sentences from a lower probability; the rows follow.",
    ),
    Command(
        id="threshold.higher",
        keys="plus,equals_sign",
        title="Link less",
        action="screen.threshold(1)",
        help="Link sentences only from a higher probability; the rows follow.",
    ),
    Command(
        id="threshold.usual",
        keys="asterisk",
        title="Usual threshold",
        action="screen.usual_threshold",
        help="Link sentences from the usual probability.",
    ),
    Command(
        id="read_again",
        keys="R",
        title="Read again and align the rest",
        action="screen.read_again",
        help="Read the files again and align the rest around what was set by hand; a file that changes does so too.",
    ),
    Command(
        id="mark",
        keys="space",
        title="Mark for a link",
        action="screen.mark",
        help="Mark the row for a link, or take the mark away.",
    ),
    Command(
        id="link",
        keys="l",
        title="Link with the marked rows",
        action="screen.link",
        help="Make one row of the current row and the marked ones; the rest is aligned around it.",
    ),
    Command(
        id="link.ids",
        keys="L",
        title="Link by ids",
        action="screen.link_ids",
        help="Write which sentences make one row; those of one side alone have no counterpart.",
    ),
    Command(
        id="unlink",
        keys="x",
        title="Unlink",
        action="screen.unlink",
        help="Say that the two sides of the row do not answer each other.",
    ),
    Command(
        id="confirm",
        keys="c",
        title="Confirm",
        action="screen.confirm",
        help="Say that the row is right; from a row marked ? go on to the next one.",
        footer="Confirm",
        rank=41,
    ),
    Command(
        id="kind",
        keys="K",
        title="Set the next kind",
        action="screen.kind",
        help="Set what the row is: the same, partly the same, competing; of one side, or general.",
    ),
    Command(
        id="release",
        keys="X",
        title="Leave to the matcher",
        action="screen.release",
        help="Take back what was set by hand about the row; a note stays.",
    ),
    Command(
        id="note",
        keys="e",
        title="Note",
        action="screen.note",
        help="Write a note on the row; an empty one takes it away.",
        footer="Note",
        rank=43,
    ),
    Command(
        id="labels",
        keys="E",
        title="Labels",
        action="screen.labels",
        help="Write labels on the row, with commas between.",
    ),
    Command(
        id="undo",
        keys="u",
        title="Undo",
        action="screen.undo",
        help="Take back the last edit, and the one before it, without limit.",
        footer="Undo",
        rank=42,
    ),
    Command(
        id="redo",
        keys="ctrl+r",
        title="Redo",
        action="screen.redo",
        help="Do again what was undone last.",
    ),
    Command(
        id="save_copy",
        keys="ctrl+k",
        title="Save work by hand elsewhere",
        action="screen.save_copy",
        help="Write all links and notes to another file as well; they are saved after each edit anyway.",
    ),
    Command(
        id="copy",
        keys="y",
        title="Copy as a quotation",
        action="screen.copy",
        help="Copy the row with its sources: to the clipboard, or else to a file that is named.",
    ),
    Command(
        id="export",
        keys="ctrl+s",
        title="Write a report",
        action="screen.export",
        help="Write a report of the comparison as it is; the ending of the file's name tells the form.",
    ),
    Command(
        id="edit.a",
        keys="v",
        title="Open A in the editor",
        action="screen.edit(0)",
        help="Open the text of A in $EDITOR at the sentence; what you change is read at once.",
    ),
    Command(
        id="edit.b",
        keys="V",
        title="Open B in the editor",
        action="screen.edit(1)",
        help="Open the text of B in $EDITOR at the sentence.",
    ),
    Command(
        id="why",
        keys="w",
        title="Why",
        action="screen.why",
        help="Show or hide why the row stands as it does; Tab and the arrow keys scroll it.",
        footer="Why",
        rank=30,
    ),
)
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
        action="kind(1)",
        help="List the next kind of findings.",
    ),
    Command(
        id="findings.previous_kind",
        keys="left,h",
        title="Previous kind of findings",
        action="kind(-1)",
        help="List the kind of findings before.",
    ),
    Command(
        id="findings.close",
        keys="escape",
        title="Close findings",
        action="close",
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
        keys="escape,q,a",
        title="Close answers",
        action="screen.leave",
        help="Go back to the texts; Enter goes to what the marked line speaks of.",
        footer="Back",
        rank=5,
    ),
)
"""Commands of the pages of answers."""

COMMANDS = READING + FINDINGS + ANSWERS + EVERYWHERE + HELP
