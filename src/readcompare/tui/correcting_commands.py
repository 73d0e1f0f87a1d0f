"""The commands that correct a comparison by hand."""

from __future__ import annotations

from readcompare.tui.command import Command

CORRECTING = (
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
        help="Set what the row is: same, partly or competing; of one side alone the only one that says it, or general.",
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
)
"""Marking, linking, confirming, notes, and undoing all of it."""
