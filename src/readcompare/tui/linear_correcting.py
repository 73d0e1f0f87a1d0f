"""The same line by line with correcting by hand: every edit is saved at once, as on the screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from readcompare.editing.desk import Desk
from readcompare.errors import ReadcompareError
from readcompare.model.alignment import Row
from readcompare.tui.linear import LinearReader
from readcompare.tui.troubles import told, whole_sentence

_HELP = """c: the row is right. x: its two sides do not answer each other. K: next kind. X: leave it to the matcher.
l A3 B5 B6: these sentences are one row. e words: a note on the row; e alone takes it away.
u: undo. r: do again. o file: write all work by hand to another file as well."""
_UNSAVED = "Your work by hand is in no file. o with the name of a file writes it to one; q leaves without it."
_LINK = re.compile(r"l((?: [A-I][1-9][0-9]*)+)", re.IGNORECASE)
_NOTE = re.compile(r"e(?:\s(.*))?")
_COPY = re.compile(r"o\s(.+)")


class LinearDesk(LinearReader):
    """Reads as `LinearReader` does, and corrects at the desk of each comparison."""

    def __init__(self, *desks: Desk) -> None:
        self._desks = list(desks)
        self._was_warned = False
        super().__init__(*(desk.session.comparison for desk in desks))

    def _beginning(self) -> str:
        """What became of earlier work is said before anything else."""
        words = self._desks[self._pair].words
        return "\n".join([*([whole_sentence(words)] if words else []), super()._beginning()])

    def answer(self, word: str) -> str:
        """What one command gives."""
        by_hand: dict[str, Callable[[Desk, Row], Desk]] = {
            "c": lambda desk, row: desk.confirm(row),
            "x": lambda desk, row: desk.unlink(row),
            "K": lambda desk, row: desk.next_kind(row),
            "X": lambda desk, row: desk.release(row),
            "u": lambda desk, _: desk.undo(),
            "r": lambda desk, _: desk.redo(),
        }
        if word in by_hand:
            return self._edit(by_hand[word])
        if found := _LINK.fullmatch(word):
            ids = found[1].upper().split()
            return self._edit(lambda desk, _: desk.link(*self._sides(ids)), ids)
        if found := _NOTE.fullmatch(word):
            note = found[1] or ""
            return self._edit(lambda desk, row: desk.note(row, note))
        if found := _COPY.fullmatch(word):
            path = found[1].strip()
            return self._edit(lambda desk, _: desk.save_copy(path))
        return super().answer(word)

    def _edit(self, edit: Callable[[Desk, Row], Desk], ids: Sequence[str] = ()) -> str:
        """What was done and what became of it, and the row that stands there now."""
        if not self._rows:
            return self._row()
        row = self._comparison.rows[self._place]
        try:
            desk = edit(self._desks[self._pair], row)
        except ReadcompareError as error:
            return f"{told(error).rstrip('.')}."
        self._was_warned = False
        self._desks[self._pair], self._comparisons[self._pair] = desk, desk.session.comparison
        place = self._place
        self._open(self._pair)
        wanted = set(ids or (*row.a, *row.b))
        self._place = max(
            range(len(self._rows)),
            key=lambda at: (len(wanted & {one.id for one in (*self._rows[at].a, *self._rows[at].b)}), -abs(at - place)),
        )
        return f"{whole_sentence(desk.words)}\n{self._row()}"

    def _sides(self, ids: Sequence[str]) -> tuple[list[str], list[str]]:
        first = self._comparison.documents[0].letter
        return [one for one in ids if one[0] == first], [one for one in ids if one[0] != first]

    def _before_leaving(self) -> str:
        if self._was_warned or all(desk.is_safe for desk in self._desks):
            return ""
        self._was_warned = True
        return _UNSAVED

    def _correcting_help(self) -> str:
        return _HELP
