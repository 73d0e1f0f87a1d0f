"""What the columns show, before anything is known about their width: names, notes and rows in runs of ink."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache

from msgspec import Struct
from rich.cells import cell_len

from readcompare.model.comparison import Comparison
from readcompare.model.text import Document, Wording
from readcompare.tui.widgets.heights import Heights, Piece, cells_of
from readcompare.views.paragraph import Paragraph
from readcompare.views.passages import Role, SentenceView, visible
from readcompare.views.rows import RowView


class Ink(StrEnum):
    """How a run of text is drawn; each value is a class of the style sheet."""

    PLAIN = "columns--plain"
    ID_A = "columns--id-a"
    ID_B = "columns--id-b"
    CHANGED_A = "columns--changed-a"
    CHANGED_B = "columns--changed-b"
    ONLY_A = "columns--only-a"
    ONLY_B = "columns--only-b"
    NAME_A = "columns--name-a"
    NAME_B = "columns--name-b"
    QUIET = "columns--quiet"
    GUTTER = "columns--gutter"
    HIT = "columns--hit"
    """A word that the reader looks for."""
    EVIDENCE = "columns--evidence"
    """Words that a finding points at."""
    FOUND_VERB = "columns--found-verb"
    FOUND_TERM = "columns--found-term"
    FOUND_PHRASE = "columns--found-phrase"
    """Words of a finding that nobody has chosen: each is told from the others, and from words that differ, by style."""
    SELECTED = "columns--selected"
    """Words that the reader has selected."""


class Run(Struct, frozen=True):
    """Some text in one ink."""

    text: str
    ink: Ink


class Item(Struct, frozen=True):
    """A label and the text that hangs beside it: a sentence with its id."""

    label: Run
    runs: tuple[Run, ...]
    paragraph: Paragraph
    """The text of all runs, measured."""


Cell = tuple[Item, ...]
"""What stands in one column of a row, item under item."""


class Entry(Struct, frozen=True, kw_only=True):
    """One row of the two columns."""

    gutter: str
    """Up to three signs, each one cell wide."""
    label: Cell
    """The row in words, shown where the sides stand one under the other."""
    a: Cell
    b: Cell
    sides: Cell
    """Only what the two readouts state, A first: for sides that stand one under the other."""


class Entries:
    """Rows that are set in items when they are looked at first: a long text has thousands, a window shows a few."""

    def __init__(self, rows: Sequence[RowView]) -> None:
        self._rows = rows
        self._places: Sequence[int] = range(len(rows))
        self._made: dict[int, Entry] = {}
        self._heights: Heights | None = None

    def of(self, places: Sequence[int]) -> Entries:
        """Those at `places` alone, which are not set twice."""
        some = Entries(self._rows)
        some._places, some._made, some._heights = places, self._made, self._measured()
        return some

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Entry]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, number: int) -> Entry:
        place = self._places[number]
        entry = self._made.get(place)
        if entry is None:
            entry = self._made[place] = _entry(self._rows[place])
        return entry

    def heights_beside(self, width: int) -> list[int]:
        """Lines of each with its sides beside each other, each `width` cells wide."""
        heights = self._measured().beside(width)
        return [heights[place] for place in self._places]

    def heights_stacked(self, width: int) -> list[int]:
        """Lines of each with its sides one under the other, `width` cells wide."""
        heights = self._measured().stacked(width)
        return [heights[place] for place in self._places]

    def _measured(self) -> Heights:
        if self._heights is None:
            self._heights = Heights(self._rows)
        return self._heights


class Contents(Struct, frozen=True, kw_only=True):
    """All that the columns show."""

    names: tuple[Cell, Cell]
    notes: Cell
    """What the reader must know about the comparison; stands before the first row."""
    entries: Entries
    label_width: int
    """Cells of the widest sentence id."""


class _Side(Struct, frozen=True):
    """The inks of one side."""

    id: Ink
    name: Ink
    roles: dict[Role, Ink]


_A = _Side(Ink.ID_A, Ink.NAME_A, {Role.PLAIN: Ink.PLAIN, Role.CHANGED: Ink.CHANGED_A, Role.ONLY_HERE: Ink.ONLY_A})
_B = _Side(Ink.ID_B, Ink.NAME_B, {Role.PLAIN: Ink.PLAIN, Role.CHANGED: Ink.CHANGED_B, Role.ONLY_HERE: Ink.ONLY_B})


def contents(comparison: Comparison, rows: Sequence[RowView]) -> Contents:
    """`comparison`, whose rows read as `rows`, ready to be laid out at any width."""
    notes = [_item(f"Note: {visible(note)}", Ink.QUIET) for note in comparison.notes]
    if not rows:
        notes.append(_item("Neither text has a sentence.", Ink.QUIET))
    return Contents(
        names=((_name(comparison.a, _A),), (_name(comparison.b, _B),)),
        notes=tuple(notes),
        entries=Entries(rows),
        label_width=max((len(sentence.id) for row in rows for sentence in (*row.a, *row.b)), default=1),
    )


def _entry(row: RowView) -> Entry:
    cells = cells_of(row)
    a, b = _cell(cells.a, _A), _cell(cells.b, _B)
    # Each sentence is one item, wherever it stands.
    sides = (*a[: len(row.a)], *b[: len(row.b)], *a[len(a) - len(row.remarks) :])
    return Entry(gutter=row.gutter, label=(words_item(cells.label),), a=a, b=b, sides=sides)


def _cell(pieces: Sequence[Piece], side: _Side) -> Cell:
    return tuple(words_item(piece) if isinstance(piece, str) else _sentence(piece, side) for piece in pieces)


def _sentence(sentence: SentenceView, side: _Side) -> Item:
    runs = tuple(Run(passage.text, side.roles[passage.role]) for passage in sentence.passages)
    return Item(Run(sentence.id, side.id), runs, Paragraph(sentence.text, cell_len))


def _name(document: Document, side: _Side) -> Item:
    """The side's name, with what makes its text more or less than what the office published."""
    readout = document.readout
    name = visible(readout.name)
    about = [readout.language]
    if readout.wording not in (None, Wording.OFFICIAL):
        about.append(f"wording: {readout.wording}")
    if not readout.complete:
        about.append("an excerpt")
    rest = "".join(f" · {visible(words)}" for words in about)
    return Item(
        Run(document.letter, side.id), (Run(name, side.name), Run(rest, Ink.QUIET)), Paragraph(name + rest, cell_len)
    )


@cache
def words_item(text: str) -> Item:
    """The program's own words; there are few of them, so each is measured once."""
    return _item(text, Ink.QUIET)


def _item(text: str, ink: Ink) -> Item:
    return Item(Run("", ink), (Run(text, ink),), Paragraph(text, cell_len))
