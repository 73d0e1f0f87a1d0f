"""The rows of a comparison as every face tells them: glyph, words, both sides."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from readcompare.model.alignment import Certainty, EditKind, Origin, Row, RowKind
from readcompare.model.comparison import Comparison
from readcompare.views.findings import FindingView, by_row, finding_views
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
_LONGEST_NEAR = 2_000
"""Characters of a nearest sentence that are quoted beside a row; it stands in its own row in full."""
MOVED, UNSURE, BY_HAND = "↕", "?", "✓"
"""Signs of a row that stands in another order, of one that is to be checked, and of one that a person set."""

_NAMES = {
    RowKind.SAME: "same",
    RowKind.PARTIAL: "partly",
    RowKind.COMPETING: "competing",
    RowKind.ONLY_A: "{} only",
    RowKind.ONLY_B: "{} only",
    RowKind.FRAME: "general",
}
_LABELS = {
    RowKind.SAME: "both state this",
    RowKind.PARTIAL: "both speak of this, in part the same",
    RowKind.COMPETING: "both speak of this, differently",
    RowKind.FRAME: "general sentence",
}
_TO_CHECK = {
    RowKind.SAME: "both may state this",
    RowKind.PARTIAL: "both may speak of this, in part the same",
    RowKind.COMPETING: "both may speak of this, differently",
    RowKind.FRAME: "general sentence",
}
"""The same of a row that is to be checked."""


class Nearest(Struct, frozen=True):
    """The sentence of the other side that comes closest to a one-sided row, and is no counterpart."""

    id: str
    text: str
    answers: tuple[str, ...]
    """The sentences that it answers instead; empty when it answers none."""

    @property
    def why(self) -> str:
        """Why it is no counterpart."""
        return (
            f"{self.id} is matched with {', '.join(self.answers)}"
            if self.answers
            else "too little in common for a link"
        )


class RowView(Struct, frozen=True):
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
    reasons: tuple[str, ...]
    note: str | None
    a: tuple[SentenceView, ...]
    b: tuple[SentenceView, ...]
    absent: str = ""
    """What stands in the empty cell of a one-sided row; with `?` when that is to be checked."""
    near: Nearest | None = None
    """The nearest sentence in full; None in a row with two sides, and when nothing comes near."""
    findings: tuple[FindingView, ...] = ()
    """What was found inside the row, most reportable first."""
    origin: Origin = Origin.AUTO
    labels: tuple[str, ...] = ()
    """A person's labels."""

    @property
    def is_alike(self) -> bool:
        """True when there is nothing to tell about the row: both sides are there and say the same."""
        return bool(self.a and self.b) and not self.differs and not self.findings

    @property
    def remarks(self) -> tuple[str, ...]:
        """A person's labels and note, a line each."""
        labels = (f"labels: {', '.join(self.labels)}",) if self.labels else ()
        return (*labels, f"note: {self.note}") if self.note else labels

    @property
    def set_by_hand(self) -> str:
        """How a person set the row; empty when nobody did."""
        if self.origin is Origin.MANUAL:
            return "linked by hand" if self.a and self.b else "set by hand to stand alone"
        return "confirmed by hand" if self.origin is Origin.CONFIRMED else ""

    @property
    def by_hand(self) -> tuple[str, ...]:
        """What a person did with the row, a short line each."""
        return (self.set_by_hand, *self.remarks) if self.set_by_hand else self.remarks

    @property
    def ids(self) -> str:
        """The sentences with the row's signs between the sides: `A3 ~? B4 B5`."""
        sides = [" ".join(sentence.id for sentence in side) for side in (self.a, self.b)]
        return f" {self.gutter} ".join(side for side in sides if side)

    @property
    def gutter(self) -> str:
        """Up to three signs: the kind, `?` when to be checked or `✓` when set by hand, `↕` when out of order."""
        settled = "" if self.origin is Origin.AUTO else BY_HAND
        return self.glyph + (settled if self.sure else UNSURE) + (MOVED if self.moved else "")


def row_views(comparison: Comparison) -> tuple[RowView, ...]:
    """All rows in reading order."""
    found = by_row(finding_views(comparison))
    answers = _answers(comparison)
    return tuple(_row_view(comparison, row, found.get(row.id, ()), answers) for row in comparison.rows)


def differ(rows: Sequence[RowView]) -> bool:
    """True when something differs: a row that is not alike, a sentence of one side only, or another order."""
    return any(row.moved or not row.is_alike for row in rows)


def _answers(comparison: Comparison) -> dict[str, tuple[str, ...]]:
    """The counterparts of each sentence that has some."""
    answers: dict[str, tuple[str, ...]] = {}
    for row in comparison.rows:
        for here, there in ((row.a, row.b), (row.b, row.a)) if row.kind.is_match else ():
            for sentence in here:
                answers[sentence] = tuple(dict.fromkeys((*answers.get(sentence, ()), *there)))
    return answers


def kind_name(kind: RowKind, letters: tuple[str, str]) -> str:
    """What a kind of rows is called wherever it is named; `letters` are those of the two sides."""
    return _NAMES[kind].format(letters[kind is RowKind.ONLY_B])


def label(comparison: Comparison, row: Row) -> str:
    """What a row says, in words."""
    is_sure = row.certainty is Certainty.SURE
    if row.kind in _LABELS:
        return (_LABELS if is_sure else _TO_CHECK)[row.kind]
    here, there = (comparison.a, comparison.b) if row.kind is RowKind.ONLY_A else (comparison.b, comparison.a)
    place = absent_in_words(is_complete=there.readout.complete, is_sure=is_sure, letters=there.letter)
    return f"{here.letter} only, {place}"


def absent_in_words(*, is_complete: bool, is_sure: bool, letters: str = "") -> str:
    """What is said of a text without a counterpart; `letters` name the text, or more than one.

    Only what is sure is called not said, and an excerpt makes no claim about the whole. Nothing is called not
    mentioned: a text that does not say a thing may still speak of the same matter in another way.
    """
    if not is_complete:
        return f"not in the excerpt of {letters} at hand" if letters else "not in the excerpt at hand"
    told = "not said" if is_sure else "no counterpart found"
    return f"{told} in {letters}" if letters else told


def _row_view(
    comparison: Comparison, row: Row, findings: tuple[FindingView, ...], answers: dict[str, tuple[str, ...]]
) -> RowView:
    plain_kinds = (RowKind.SAME, RowKind.FRAME)
    return RowView(
        id=row.id,
        kind=row.kind,
        glyph=GLYPHS[row.kind],
        label=label(comparison, row),
        sure=row.certainty is Certainty.SURE,
        moved=row.moved,
        differs=row.kind not in plain_kinds
        or any(edit.kind not in (EditKind.EQUAL, EditKind.MOVED) for edit in row.edits),
        score=row.score,
        reasons=tuple(map(visible, row.reasons)),
        note=None if row.note is None else visible(row.note),
        a=tuple(sentence_view(comparison.a, comparison.a.sentence(sentence), row) for sentence in row.a),
        b=tuple(sentence_view(comparison.b, comparison.b.sentence(sentence), row) for sentence in row.b),
        absent=_absent(comparison, row),
        near=_near(comparison, row, answers),
        findings=findings,
        origin=row.origin,
        labels=tuple(map(visible, row.labels)),
    )


def _near(comparison: Comparison, row: Row, answers: dict[str, tuple[str, ...]]) -> Nearest | None:
    if row.nearest is None or (row.a and row.b):
        return None
    document, sentence = comparison.sentence(row.nearest)
    text = document.text_of(sentence)
    # One sentence of a hundred thousand characters may be the nearest of thousands.
    shown = text if len(text) <= _LONGEST_NEAR else f"{text[:_LONGEST_NEAR]} ..."
    return Nearest(row.nearest, visible(shown), answers.get(row.nearest, ()))


def _absent(comparison: Comparison, row: Row) -> str:
    """What stands in the empty cell of a one-sided row; a general sentence is not missing."""
    if row.kind not in (RowKind.ONLY_A, RowKind.ONLY_B):
        return ""
    other = comparison.b if row.kind is RowKind.ONLY_A else comparison.a
    is_sure = row.certainty is Certainty.SURE
    return absent_in_words(is_complete=other.readout.complete, is_sure=is_sure) + ("" if is_sure else UNSURE)
