"""What the reading screen shows, as a value: one comparison, narrowed to some of its rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from readcompare.model.comparison import Comparison
from readcompare.model.text import Excerpt
from readcompare.views.marking import Marking
from readcompare.views.narrowing import Narrowing
from readcompare.views.rows import RowView, row_views


class Shown(Struct, frozen=True, kw_only=True):
    """A comparison as the screen's widgets are given it."""

    comparison: Comparison
    rows: tuple[RowView, ...]
    """All rows, in reading order."""
    places: tuple[int, ...]
    """Which of them are shown, by their place in reading order from 0; ascending."""
    narrowing: Narrowing = field(default_factory=Narrowing)
    evidence: tuple[Excerpt, ...] = ()
    """What is marked because a finding points at it."""
    marked: frozenset[str] = frozenset()
    """Sentences that the reader has marked to link them."""
    marking: Marking = Marking.ALL
    """Which words are marked beside those that are looked for and those of a finding that was chosen."""
    warning: str = ""
    """What the reader must not overlook as long as it is so."""
    pair: str = ""
    """Which two of several sides these are; empty where there are only two."""

    @classmethod
    def whole(cls, comparison: Comparison) -> Shown:
        """All rows of `comparison`."""
        rows = row_views(comparison)
        return cls(comparison=comparison, rows=rows, places=tuple(range(len(rows))))

    def narrowed(self, narrowing: Narrowing) -> Shown:
        """The same comparison with the rows that `narrowing` takes."""
        places = tuple(place for place, row in enumerate(self.rows) if narrowing.takes(row))
        return replace(self, narrowing=narrowing, places=places)

    def of(self, comparison: Comparison) -> Shown:
        """Another comparison of the same call, narrowed as this one is; a choice of rows does not outlive its rows."""
        other = replace(Shown.whole(comparison), marked=self.marked, marking=self.marking)
        return other.narrowed(replace(self.narrowing, choice=None))

    def position(self, place: int) -> int | None:
        """Number of a row among those shown, from 0; None when it is not shown."""
        position = bisect_left(self.places, place)
        return position if position < len(self.places) and self.places[position] == place else None

    def nearest(self, place: int) -> int:
        """The shown row at `place`, else the next one, else the last one; `place` itself when none is shown."""
        if not self.places:
            return place
        return self.places[min(bisect_left(self.places, place), len(self.places) - 1)]

    def has_in_sight(self, sentence_id: str) -> bool:
        """Whether a row with the sentence is shown."""
        shown = (self.rows[place] for place in self.places)
        return any(one.id == sentence_id for row in shown for one in (*row.a, *row.b))

    def row_of(self, sentence_id: str) -> int | None:
        """The first row that holds the sentence; None when no row does."""
        rows = enumerate(self.rows)
        return next((place for place, row in rows if any(one.id == sentence_id for one in (*row.a, *row.b))), None)

    def row_with(self, sentence_ids: Sequence[str]) -> int | None:
        """The row that holds the most of these sentences, of several the one with the first; None for none."""
        wanted = set(sentence_ids)
        found = []
        for row in self.rows:
            held = wanted & {sentence.id for sentence in (*row.a, *row.b)}
            found.append((len(held), bool(held & set(sentence_ids[:1]))))
        most = max(found, default=(0, False))
        return found.index(most) if most[0] else None

    def row_named(self, row_id: str) -> int | None:
        """The row with this id; None when there is none."""
        return next((place for place, row in enumerate(self.rows) if row.id == row_id), None)
