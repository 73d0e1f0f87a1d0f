"""The sections of a report, decided once: which rows and which findings stand in which, and in what order."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from readcompare.model.alignment import Origin, RowKind
from readcompare.model.comparison import Comparison
from readcompare.model.recipe import Recipe
from readcompare.model.text import Document
from readcompare.version import __version__
from readcompare.views.findings import FindingView, finding_views, leading
from readcompare.views.glance import Fact, counts_in_words, facts
from readcompare.views.passages import visible
from readcompare.views.rows import RowView, row_views


class Part(StrEnum):
    """A section of a report."""

    ONLY_A = "only_a"
    ONLY_B = "only_b"
    COMPETING = "competing"
    DIFFERENT = "different"
    ALIKE = "alike"
    GENERAL = "general"
    ORDER = "order"
    TERMS = "terms"
    ROOM = "room"
    CONTRADICTIONS = "contradictions"
    FURTHER = "further"


ONLY = {
    "omissions": (Part.ONLY_A, Part.ONLY_B, Part.COMPETING),
    "competing": (Part.COMPETING,),
    "different": (Part.DIFFERENT,),
    "alike": (Part.ALIKE,),
}
"""The parts that a reader can ask for alone, by the name on the command line."""
_TITLES = {
    Part.ONLY_A: "Only in {}",
    Part.ONLY_B: "Only in {}",
    Part.COMPETING: "Competing: both speak of it, differently",
    Part.DIFFERENT: "Both, but different",
    Part.ALIKE: "Both, alike",
    Part.GENERAL: "General sentences",
    Part.ORDER: "Order",
    Part.TERMS: "Terms",
    Part.ROOM: "Order and room",
    Part.CONTRADICTIONS: "Contradictions",
    Part.FURTHER: "Further observations",
}
_LOOSE = {
    "contradiction": Part.CONTRADICTIONS,
    "term": Part.TERMS,
    "topic": Part.ROOM,
    "order": Part.ROOM,
    "space": Part.ROOM,
}
"""Where a finding stands that belongs to no row; any other kind is a further observation."""
CAUTION = (
    "A row with ? is to be checked by a reader. What one text leaves out is a difference between two texts, "
    "no proof about the call. Scores are probabilities from 0 to 1."
)
"""How a report is to be read."""


class Section(Struct, frozen=True):
    """One section of a report."""

    part: Part
    title: str
    rows: tuple[RowView, ...] = ()
    findings: tuple[FindingView, ...] = ()
    """Those that stand in no row."""


class SideView(Struct, frozen=True):
    """One account, as a report introduces it."""

    letter: str
    name: str
    language: str
    about: tuple[str, ...]
    """Language, length, hash, and whatever is known of where the text comes from."""

    @property
    def told(self) -> str:
        """All of it on one line."""
        return ", ".join((self.name, *self.about))


class Outline(Struct, frozen=True):
    """A whole report before it is laid out."""

    title: str
    about: str
    """Date and participants; empty when neither is known."""
    sides: tuple[SideView, SideView]
    facts: tuple[Fact, ...]
    counts: str
    first: tuple[FindingView, ...]
    """What a careful reader would report first."""
    rows: tuple[RowView, ...]
    """In reading order."""
    sections: tuple[Section, ...]
    """Those that hold something, in the order of a report."""
    method: tuple[str, ...]
    notes: tuple[str, ...]

    def section(self, part: Part) -> Section:
        """The section of this part; an empty one when it holds nothing."""
        return next((s for s in self.sections if s.part is part), Section(part, _title(part, self.sides)))

    def telling_once(self) -> Outline:
        """The same with each finding in the first row that has it alone: for a report that writes them out."""
        of_sections = [row for section in self.sections if section.part is not Part.ORDER for row in section.rows]
        once = {row.id: row for row in _told_once(of_sections)}
        sections = tuple(replace(s, rows=tuple(once.get(row.id, row) for row in s.rows)) for s in self.sections)
        return replace(self, rows=_told_once(self.rows), sections=sections)

    @property
    def loose(self) -> tuple[FindingView, ...]:
        """The findings that stand in no row."""
        return tuple(finding for section in self.sections for finding in section.findings)


def outline(comparison: Comparison, only: str | None = None) -> Outline:
    """The report on `comparison`; with `only`, a name of `ONLY`, with the sections of that name alone."""
    rows, findings = row_views(comparison), finding_views(comparison)
    wanted = ONLY[only] if only else tuple(Part)
    sections = tuple(s for s in _sections(comparison, rows, findings) if s.part in wanted and (s.rows or s.findings))
    shown = {row.id for section in sections for row in section.rows}
    return Outline(
        title=visible(comparison.title),
        about=visible("; ".join(part for part in (comparison.date, ", ".join(comparison.participants)) if part)),
        sides=(side_view(comparison.a), side_view(comparison.b)),
        facts=facts(comparison),
        counts=counts_in_words(rows),
        first=leading(findings),
        rows=tuple(row for row in rows if row.id in shown),
        sections=sections,
        method=_method(comparison),
        notes=tuple(map(visible, comparison.notes)),
    )


def _told_once(rows: Sequence[RowView]) -> tuple[RowView, ...]:
    told: set[FindingView] = set()
    found = []
    for row in rows:
        found.append(replace(row, findings=tuple(finding for finding in row.findings if finding not in told)))
        told.update(row.findings)
    return tuple(found)


def _sections(comparison: Comparison, rows: Sequence[RowView], findings: Sequence[FindingView]) -> tuple[Section, ...]:
    of_rows = {
        Part.ONLY_A: _ranked(comparison, [row for row in rows if row.kind is RowKind.ONLY_A]),
        Part.ONLY_B: _ranked(comparison, [row for row in rows if row.kind is RowKind.ONLY_B]),
        Part.COMPETING: _sure_first([row for row in rows if row.kind is RowKind.COMPETING]),
        Part.DIFFERENT: _sure_first([row for row in rows if row.kind.is_match and not row.is_alike]),
        Part.ALIKE: tuple(row for row in rows if row.kind.is_match and row.is_alike),
        Part.GENERAL: tuple(row for row in rows if row.kind is RowKind.FRAME),
        Part.ORDER: tuple(row for row in rows if row.moved),
    }
    of_findings: dict[Part, list[FindingView]] = {}
    for finding in findings:
        if not finding.rows:
            of_findings.setdefault(_LOOSE.get(finding.kind, Part.FURTHER), []).append(finding)
    return tuple(
        Section(part, _title(part, comparison.documents), of_rows.get(part, ()), tuple(of_findings.get(part, ())))
        for part in _TITLES
    )


def _title(part: Part, sides: Sequence[SideView | Document]) -> str:
    return _TITLES[part].format(sides[part is Part.ONLY_B].letter)


def _ranked(comparison: Comparison, rows: Sequence[RowView]) -> tuple[RowView, ...]:
    """What is sure before what is to be checked; inside both the most newsworthy first."""
    place: dict[str, int] = {}
    for number, finding in enumerate(comparison.findings):
        for row in finding.rows:
            place.setdefault(row, number)
    return _sure_first(sorted(rows, key=lambda row: place.get(row.id, len(comparison.findings))))


def _sure_first(rows: Sequence[RowView]) -> tuple[RowView, ...]:
    return tuple(sorted(rows, key=lambda row: not row.sure))


def side_view(document: Document) -> SideView:
    """A side as a report introduces it."""
    readout = document.readout
    told = [f"language {readout.language}", f"{document.words} {'word' if document.words == 1 else 'words'}"]
    if readout.published:
        told.append(f"published {readout.published}")
    if readout.wording:
        told.append(f"wording: {readout.wording}")
    if not readout.complete:
        told.append("an excerpt")
    told.append(f"sha256 {readout.sha256[:12]}")
    if readout.source:
        told.append(readout.source)
    return SideView(document.letter, visible(readout.name), readout.language, tuple(map(visible, told)))


def _method(comparison: Comparison) -> tuple[str, ...]:
    by_hand = sum(row.origin is not Origin.AUTO for row in comparison.rows)
    made = f"{recipe_in_words(comparison.recipe)}; {by_hand} of {len(comparison.rows)} rows set by hand"
    return visible(made), CAUTION


def recipe_in_words(recipe: Recipe) -> str:
    """The program and the settings that made a comparison."""
    threshold = "the matcher's own" if recipe.threshold is None else f"{recipe.threshold:g}"
    return f"readcompare {__version__}; matcher {recipe.matcher}; threshold {threshold}"
