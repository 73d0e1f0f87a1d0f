"""The commands of the screen with the two columns: moving, looking, and taking something away."""

from __future__ import annotations

from readcompare.tui.command import Command

MOVING = (
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
)
"""Going to a row."""

NARROWING = (
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
        title="Toggle = same",
        action="screen.toggle_kind(1)",
        help="Hide or show rows that both texts state.",
    ),
    Command(
        id="kind.partial",
        keys="2",
        title="Toggle ~ partly",
        action="screen.toggle_kind(2)",
        help="Hide or show rows in which the two sides agree in part.",
    ),
    Command(
        id="kind.competing",
        keys="3",
        title="Toggle ! competing",
        action="screen.toggle_kind(3)",
        help="Hide or show competing rows.",
    ),
    Command(
        id="kind.only-a",
        keys="4",
        title="Toggle < A only",
        action="screen.toggle_kind(4)",
        help="Hide or show rows of A alone.",
    ),
    Command(
        id="kind.only-b",
        keys="5",
        title="Toggle > B only",
        action="screen.toggle_kind(5)",
        help="Hide or show rows of B alone.",
    ),
    Command(
        id="kind.frame",
        keys="6",
        title="Toggle . general",
        action="screen.toggle_kind(6)",
        help="Hide or show general sentences.",
    ),
)
"""Choosing which rows are shown."""

OPENING_ANSWERS = (
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
        id="why",
        keys="w",
        title="Why",
        action="screen.why",
        help="Show or hide why the row stands as it does; Tab and the arrow keys scroll it.",
        footer="Why",
        rank=30,
    ),
)
"""Finding out: pages over the texts, panels beside them."""

ANSWERING = (
    *OPENING_ANSWERS,
    Command(
        id="marks",
        keys="m",
        title="Next marks",
        action="screen.next_marks",
        help="Mark word differences and findings, the first alone, the second alone, or nothing.",
    ),
)
"""Finding out, and what is marked."""

READ_AGAIN = Command(
    id="read_again",
    keys="R",
    title="Read again and align the rest",
    action="screen.read_again",
    help="Read the files again and align the rest around what was set by hand; a file that changes does so too.",
)

COMPARING = (
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
    READ_AGAIN,
)
"""Comparing the texts anew."""

COPY_QUOTATION = Command(
    id="copy",
    keys="y",
    title="Copy as a quotation",
    action="screen.copy",
    help="Copy the row, or the words that are selected, with their source: to the clipboard, else to a file.",
)
COPY_WORDS = Command(
    id="copy.words",
    keys="ctrl+c",
    title="Copy the selected words",
    action="screen.copy_text",
    help="Copy the words selected with the mouse, as they stand in the source.",
)

TAKING = (
    COPY_QUOTATION,
    COPY_WORDS,
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
)
"""What a reader takes away."""
