"""The rows of a comparison as every face tells them: glyph, words, both sides."""

from __future__ import annotations

from dataclasses import dataclass

from readcompare.model.alignment import Certainty, EditKind, Row, RowKind
from readcompare.model.comparison import Comparison
from readcompare.views.passages import SentenceView, sentence_view, visible

GLYPHS = {
    RowKind.SAME: "=",
    RowKind.PARTIAL: "~",
    RowKind.COMPETING: "!",
    RowKind.ONLY_A: "<",
    RowKind.ONLY_B: ">",
    RowKind.FRAME: ".",
}
"""One sign a kind of row; it tells the kind without colour."""
MOVED, UNSURE = "↕", "?"
"""Signs of a row that stands in another order, and of one that is to be checked."""

_LABELS = {
    RowKind.SAME: "both state this",
    RowKind.PARTIAL: "both speak of this, one states more",
    RowKind.COMPETING: "both speak of this, differently",
    RowKind.FRAME: "general sentence",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One row, ready to be laid out."""

    id: str
    kind: RowKind
    glyph: str
    label: str
    """What the row says, in words."""
    sure: bool
    moved: bool
    differs: bool
    """True for a row at which a reader looking for differences stops."""
    score: float
    nearest: str | None
    """In a one-sided row the closest sentence of the other side, which is no counterpart."""
    reasons: tuple[str, ...]
    note: str | None
    a: tuple[SentenceView, ...]
    b: tuple[SentenceView, ...]
    absent: str = ""
    """What stands in the empty cell of a one-sided row; with `?` when that is to be checked."""

    @property
    def gutter(self) -> str:
        """Up to three signs: the kind, `?` when the row is to be checked, `↕` when it is out of order."""
        return self.glyph + ("" if self.sure else UNSURE) + (MOVED if self.moved else "")


def row_views(comparison: Comparison) -> tuple[RowView, ...]:
    """All rows in reading order."""
    return tuple(_row_view(comparison, row) for row in comparison.rows)


def label(comparison: Comparison, kind: RowKind) -> str:
    """What a row of this kind says, in words."""
    if kind in _LABELS:
        return _LABELS[kind]
    here, there = (comparison.a, comparison.b) if kind is RowKind.ONLY_A else (comparison.b, comparison.a)
    place = (
        f"not mentioned in {there.letter}"
        if there.readout.complete
        else f"not in the excerpt of {there.letter} at hand"
    )
    return f"{here.letter} only, {place}"


def _row_view(comparison: Comparison, row: Row) -> RowView:
    plain_kinds = (RowKind.SAME, RowKind.FRAME)
    return RowView(
        id=row.id,
        kind=row.kind,
        glyph=GLYPHS[row.kind],
        label=label(comparison, row.kind),
        sure=row.certainty is Certainty.SURE,
        moved=row.moved,
        differs=row.kind not in plain_kinds
        or any(edit.kind not in (EditKind.EQUAL, EditKind.MOVED) for edit in row.edits),
        score=row.score,
        nearest=row.nearest,
        reasons=tuple(map(visible, row.reasons)),
        note=None if row.note is None else visible(row.note),
        a=tuple(sentence_view(comparison.a, comparison.a.sentence(sentence), row) for sentence in row.a),
        b=tuple(sentence_view(comparison.b, comparison.b.sentence(sentence), row) for sentence in row.b),
        absent=_absent(comparison, row),
    )


def _absent(comparison: Comparison, row: Row) -> str:
    """An excerpt makes no claim about the whole, and a general sentence is not missing."""
    if row.kind not in (RowKind.ONLY_A, RowKind.ONLY_B):
        return ""
    other = comparison.b if row.kind is RowKind.ONLY_A else comparison.a
    told = "not mentioned" if other.readout.complete else "not in the excerpt at hand"
    return told if row.certainty is Certainty.SURE else f"{told}{UNSURE}"
