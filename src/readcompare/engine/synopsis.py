"""One table of several accounts, joined from the comparisons of each with each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from readcompare.model.alignment import Row, RowKind
from readcompare.model.comparison import Comparison
from readcompare.model.synopsis import Cell, RowOf, Standing, Synopsis, SynopsisRow, pair_name
from readcompare.model.text import Document


def join(comparisons: Sequence[Comparison], pivot: str) -> Synopsis:
    """The table whose rows are the sentences of the side `pivot`, and then what that side does not have.

    `comparisons` are every side with every other, in the order AB, AC, …, BC, …; ValueError when one is missing.
    Sentences of the pivot that the very same matches put together are one row. What the pivot does not have is one row
    with what matches or competes with it on other sides, when the pivot does not have that either.
    """
    documents = {document.letter: document for comparison in comparisons for document in comparison.documents}
    ordered = tuple(documents[letter] for letter in sorted(documents))
    wanted = [one + other for one, other in combinations(sorted(documents), 2)]
    if [pair_name(comparison) for comparison in comparisons] != wanted:
        raise ValueError("every side is compared with every other, once")
    table = _Table(ordered, comparisons, pivot)
    own = [*table.groups_of_pivot()]
    rows = [table.row(group) for group in own]
    rest = [table.row(group) for group in table.groups_beside(rows)]
    numbered = enumerate((*rows, *sorted(rest, key=table.rank)), start=1)
    return Synopsis(
        documents=ordered,
        pivot=pivot,
        comparisons=tuple(comparisons),
        rows=tuple(
            SynopsisRow(id=f"T{number}", standing=row.standing, own=row.own, cells=row.cells)
            for number, row in numbered
        ),
    )


class _Table:
    """Which rows of which comparison each sentence stands in."""

    def __init__(self, documents: tuple[Document, ...], comparisons: Sequence[Comparison], pivot: str) -> None:
        self._letters = [document.letter for document in documents]
        self._ids = {document.letter: document.readout.id for document in documents}
        self._names = {document.letter: [sentence.id for sentence in document.sentences] for document in documents}
        self._pivot = pivot
        self._standing: dict[str, list[tuple[RowOf, Row]]] = {}
        for comparison in comparisons:
            for row in comparison.rows:
                place = RowOf(pair_name(comparison), row.id)
                for sentence in (*row.a, *row.b):
                    self._standing.setdefault(sentence, []).append((place, row))

    def groups_of_pivot(self) -> list[tuple[str, ...]]:
        """The sentences of the pivot; those that the very same matches put together, on every side, are one group.

        Whatever shares only one match stays apart: one side may tell in a sentence what another tells in three, and
        such chains would soon make one row of a whole text.
        """
        groups: dict[tuple[object, ...], list[str]] = {}
        for sentence in self._names[self._pivot]:
            matches = tuple(place for place, row in self._standing.get(sentence, ()) if row.kind.is_match)
            groups.setdefault(matches or (sentence,), []).append(sentence)
        return [tuple(group) for group in groups.values()]

    def groups_beside(self, rows: Iterable[SynopsisRow]) -> list[tuple[str, ...]]:
        """What stands in none of `rows`: sentences that match or compete with each other as one group."""
        placed = {sentence for row in rows for cell in row.cells for sentence in cell.sentences}
        left = [name for letter in self._letters for name in self._names[letter] if name not in placed]
        known = set(left)
        linked = (
            known.intersection((*row.a, *row.b))
            for sentence in left
            for _, row in self._standing.get(sentence, ())
            if row.kind.is_match or row.kind is RowKind.COMPETING
        )
        return _grouped(left, linked)

    def row(self, own: tuple[str, ...]) -> SynopsisRow:
        """The row of a group, still without its number."""
        cells = tuple(self._cell(own, letter) for letter in self._letters)
        return SynopsisRow(id="", standing=self._standing_of(own), own=own, cells=cells)

    def _cell(self, own: Sequence[str], letter: str) -> Cell:
        """What the side has itself, and what its comparisons with the sides of the other sentences say of these."""
        found = {name for name in own if name.startswith(letter)}
        places: dict[RowOf, None] = {}
        for place, row in self._told(own, letter):
            places[place] = None
            found.update(name for name in (*row.a, *row.b) if name.startswith(letter))
        return Cell(sentences=tuple(sorted(found, key=_number)), rows=tuple(places))

    def _told(self, own: Sequence[str], letter: str) -> Iterator[tuple[RowOf, Row]]:
        """The rows that say how the sentences `own` of other sides stand to the side `letter`."""
        for name in own:
            for place, row in self._standing.get(name, ()):
                if letter in place.pair and not name.startswith(letter):
                    yield place, row

    def _standing_of(self, own: Sequence[str]) -> Standing:
        others = [letter for letter in self._letters if letter != self._pivot]
        kinds = {letter: {row.kind for _, row in self._told(own, letter)} for letter in self._letters}
        if set().union(*kinds.values()) == {RowKind.FRAME}:
            return Standing.GENERAL
        have = self._having(own)
        if self._pivot in have:
            return Standing.ALL if len(have) > len(others) else Standing.SOME if len(have) > 1 else Standing.PIVOT
        return Standing.SHARED if len(have) > 1 else Standing.ONE

    def _having(self, own: Sequence[str]) -> set[str]:
        """The letters of the sides that have what the sentences say: their own, and those with a match to them."""
        matched = {letter for letter in self._letters for _, row in self._told(own, letter) if row.kind.is_match}
        return matched | {name[0] for name in own}

    def rank(self, row: SynopsisRow) -> tuple[object, ...]:
        """What most sides share first, general sentences last; then side by side, each in the order of its text.

        The ids of the sides decide and not their letters: in another order of the sides the rows stay as they are.
        """
        sides = sorted((self._ids[name[0]], _number(name)) for name in row.own)
        is_general = row.standing is Standing.GENERAL
        return is_general, -len(self._having(row.own)), [side for side, _ in sides], [number for _, number in sides]


def _grouped(names: Sequence[str], linked: Iterable[set[str]]) -> list[tuple[str, ...]]:
    """The names in their order, in groups: what one of the sets `linked` holds belongs together."""
    leader = {name: name for name in names}

    def lead(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for together in linked:
        first, *rest = sorted(together)
        for name in rest:
            leader[lead(name)] = lead(first)
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(lead(name), []).append(name)
    return [tuple(group) for group in groups.values()]


def _number(sentence: str) -> int:
    return int(sentence[1:])
