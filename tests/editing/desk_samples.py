"""A call in a folder of its own, and a desk on it."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from readcompare.editing.desk import Desk, open_desk
from readcompare.errors import UsageError
from readcompare.intake import Wishes
from readcompare.model.alignment import Row
from readcompare.session import start

NOTES = "comparison.notes.yaml"


def copied_call(sample: str, to: Path) -> str:
    """The comparison file of a copy of the sample call in the folder `to`."""
    shutil.copytree(Path(sample).parent, to)
    return str(to / "comparison.yaml")


def desk_on(file: str, state: Path | None = None) -> Desk:
    return open_desk(start((file,), Wishes()), str(state) if state else None)


def row_with(desk: Desk, sentence: str) -> Row:
    return next(row for row in desk.session.comparison.rows if sentence in (*row.a, *row.b))


def random_edit(desk: Desk, chance: random.Random) -> Desk:
    """Some edit of some row; the same desk when that edit makes no sense there."""
    comparison = desk.session.comparison
    row, other = chance.choice(comparison.rows), chance.choice(comparison.rows)
    edits = (
        lambda: desk.link((*row.a, *other.a), (*row.b, *other.b)),
        lambda: desk.link(row.a[:1], other.b[:1]),
        lambda: desk.unlink(row),
        lambda: desk.confirm(row),
        lambda: desk.next_kind(row),
        lambda: desk.release(row),
        lambda: desk.note(row, chance.choice(("", "see the press conference", "he said: “no” # really?"))),
        lambda: desk.label(row, chance.choice(((), ("quote",), ("quote", "ask")))),
    )
    try:
        return chance.choice(edits)()
    except UsageError:
        return desk
