"""The table of several accounts as every face tells it: rows, cells, and how each cell stands to its row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from readcompare.model.alignment import RowKind
from readcompare.model.synopsis import Cell, RowOf, Standing, Synopsis, SynopsisRow, pair_name
from readcompare.views.passages import SentenceView, sentence_view
from readcompare.views.rows import UNSURE, Nearest, RowView, absent_in_words, row_views

_KINDS = {
    RowKind.SAME: "same",
    RowKind.PARTIAL: "partly",
    RowKind.COMPETING: "competing",
    RowKind.FRAME: "general",
}


class LinkView(Struct, frozen=True, kw_only=True):
    """How sentences of two sides stand to each other: a row of their comparison."""

    pair: str
    """The letters of the two sides: `AC`."""
    view: RowView
    other: str
    """The letter of the side that has nothing, in a one-sided row."""
    is_excerpt: bool
    """True when that side's text is an excerpt."""

    @property
    def id(self) -> str:
        """Names the row among those of all comparisons: `AC.R3`."""
        return f"{self.pair}.{self.view.id}"

    @property
    def has_both(self) -> bool:
        """True when both sides have something."""
        return bool(self.view.a and self.view.b)

    @property
    def words(self) -> str:
        """Kind and certainty: `partly, to be checked`."""
        kind = self.view.kind
        absent = absent_in_words(is_complete=not self.is_excerpt, is_sure=self.view.sure, letters=self.other)
        told = [_KINDS.get(kind, absent)]
        told += [] if self.view.sure else ["to be checked"]
        told += ["in another order"] if self.view.moved else []
        return ", ".join(told)

    @property
    def told(self) -> str:
        """The sentences with kind and certainty: `A3 ~? C2: partly, to be checked`."""
        return f"{self.view.ids}: {self.words}"

    @property
    def why(self) -> str:
        """The reasons on one line."""
        near = self.view.near
        return "; ".join((*self.view.reasons, near.why) if near else self.view.reasons)


class CellView(Struct, frozen=True, kw_only=True):
    """What one side has in a row, ready to be laid out."""

    letter: str
    language: str
    sentences: tuple[SentenceView, ...]
    links: tuple[LinkView, ...]
    """How the row's own sentences stand to this side; each link stands in one cell of a row."""
    absent: str
    """What stands in an empty cell, with `?` when that is to be checked; empty where nothing is missing."""

    @property
    def gutter(self) -> str:
        """The signs of its links, each once: the kind, `?` when to be checked, `↕` when out of order."""
        return " ".join(dict.fromkeys(link.view.gutter for link in self.links if link.has_both))

    @property
    def told(self) -> tuple[str, ...]:
        """Each link in words; that the side has nothing to any of the sentences is told by `absent` alone."""
        return tuple(link.told for link in self.links) if self.sentences else ()

    @property
    def near(self) -> Nearest | None:
        """In an empty cell the sentence that comes nearest; None when nothing does."""
        if self.sentences:
            return None
        return next((link.view.near for link in self.links if link.view.near), None)


class SynopsisRowView(Struct, frozen=True, kw_only=True):
    """One row of the table, ready to be laid out."""

    id: str
    standing: Standing
    label: str
    """Which sides have it, in words: `in A and C, not said in B`."""
    own: tuple[str, ...]
    """The ids of the sentences that the row is about."""
    cells: tuple[CellView, ...]
    is_competing: bool
    """True when a side states something different on the same topic."""
    is_alike: bool
    """True when every side has it and nothing differs."""

    @property
    def links(self) -> tuple[LinkView, ...]:
        """All links of the row."""
        return tuple(link for cell in self.cells for link in cell.links)

    @property
    def sure(self) -> bool:
        """False when one of its links is to be checked."""
        return all(link.view.sure for link in self.links)

    @property
    def is_missing_somewhere(self) -> bool:
        """True when a cell says that its side does not say it."""
        return any(cell.absent for cell in self.cells)

    @property
    def by_hand(self) -> tuple[str, ...]:
        """What a person did with the rows that it rests on, a short line each."""
        return tuple(f"{link.id} {remark}" for link in self.links for remark in link.view.by_hand)


class PairViews:
    """The rows of every comparison of two, as views, by pair and id."""

    def __init__(self, synopsis: Synopsis) -> None:
        self.comparisons = {pair_name(comparison): comparison for comparison in synopsis.comparisons}
        self.rows: Mapping[str, Mapping[str, RowView]] = {
            pair: {view.id: view for view in row_views(comparison)} for pair, comparison in self.comparisons.items()
        }

    def link(self, place: RowOf) -> LinkView:
        """A row of a comparison as a link."""
        view, comparison = self.rows[place.pair][place.row], self.comparisons[place.pair]
        there = comparison.b if view.a else comparison.a
        return LinkView(pair=place.pair, view=view, other=there.letter, is_excerpt=not there.readout.complete)


def synopsis_row_views(synopsis: Synopsis, pairs: PairViews) -> tuple[SynopsisRowView, ...]:
    """All rows of the table, in its order."""
    return tuple(_row_view(synopsis, row, pairs) for row in synopsis.rows)


def in_words(letters: Sequence[str]) -> str:
    """Letters one after the other: `A, B and C`."""
    *first, last = letters
    return f"{', '.join(first)} and {last}" if first else last


def _row_view(synopsis: Synopsis, row: SynopsisRow, pairs: PairViews) -> SynopsisRowView:
    cells: list[CellView] = []
    seen: set[RowOf] = set()
    # A link between two of the row's own sentences would stand in the cells of both; it is told in the later one.
    for place in range(len(row.cells) - 1, -1, -1):
        cell = row.cells[place]
        links = tuple(pairs.link(one) for one in cell.rows if one not in seen)
        seen.update(cell.rows)
        cells.insert(0, _cell_view(synopsis, synopsis.documents[place].letter, cell, links))
    links = tuple(link for cell in cells for link in cell.links)
    return SynopsisRowView(
        id=row.id,
        standing=row.standing,
        label=_label(row, cells),
        own=row.own,
        cells=tuple(cells),
        is_competing=any(link.view.kind is RowKind.COMPETING for link in links),
        is_alike=row.standing is Standing.ALL and all(link.view.is_alike for link in links),
    )


def _cell_view(synopsis: Synopsis, letter: str, cell: Cell, links: tuple[LinkView, ...]) -> CellView:
    document = synopsis.document(letter)
    alone = _alone(links)
    told = ""
    if not cell.sentences and alone:
        is_sure = all(link.view.sure for link in alone)
        told = absent_in_words(is_complete=document.readout.complete, is_sure=is_sure) + ("" if is_sure else UNSURE)
    return CellView(
        letter=letter,
        language=document.readout.language,
        sentences=tuple(sentence_view(document, document.sentence(name)) for name in cell.sentences),
        links=links,
        absent=told,
    )


def _alone(links: Sequence[LinkView]) -> list[LinkView]:
    """The links that say that a side has nothing to a sentence."""
    return [link for link in links if not link.has_both and link.view.kind is not RowKind.FRAME]


def _label(row: SynopsisRow, cells: Sequence[CellView]) -> str:
    """Who has it, who states something different, who does not say it."""
    if row.standing is Standing.GENERAL:
        return "general sentence"
    own = {name[0] for name in row.own}
    linked = [link for cell in cells for link in cell.links if link.has_both]
    have = own | {name for link in linked if link.view.kind.is_match for name in link.pair}
    competing = {
        cell.letter for cell in cells for link in cell.links if link.view.kind is RowKind.COMPETING and cell.sentences
    } - have
    told = [f"in {in_words([cell.letter for cell in cells if cell.letter in have])}"]
    if competing:
        told.append(f"competing in {in_words(sorted(competing))}")
    absent: dict[tuple[bool, bool], list[str]] = {}
    for cell in cells:
        if cell.absent:
            is_excerpt = any(link.is_excerpt for link in cell.links)
            is_doubtful = not all(link.view.sure for link in _alone(cell.links))
            absent.setdefault((is_excerpt, is_doubtful), []).append(cell.letter)
    told += [
        absent_in_words(is_complete=not is_excerpt, is_sure=not is_doubtful, letters=in_words(letters))
        for (is_excerpt, is_doubtful), letters in sorted(absent.items())
    ]
    return ", ".join(told)
