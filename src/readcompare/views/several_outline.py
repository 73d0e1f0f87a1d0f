"""A report on several accounts, decided once: which rows and findings stand in which section, and in what order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from readcompare.model.alignment import Origin
from readcompare.model.findings import FindingKind
from readcompare.model.synopsis import RowOf, Standing, Synopsis
from readcompare.views.findings import FIRST, FindingView, finding_views
from readcompare.views.outline import CAUTION, SideView, recipe_in_words, side_view
from readcompare.views.passages import visible
from readcompare.views.rows import RowView
from readcompare.views.several_facts import SeveralFact, several_facts
from readcompare.views.synopsis import PairViews, SynopsisRowView, in_words, synopsis_row_views

ONLY: dict[str, Callable[[SynopsisRowView], bool]] = {
    "omissions": lambda row: row.is_missing_somewhere or row.is_competing,
    "competing": lambda row: row.is_competing,
    "different": lambda row: row.standing in (Standing.ALL, Standing.SOME, Standing.SHARED) and not row.is_alike,
    "alike": lambda row: row.is_alike,
}
"""The rows that a reader can ask for alone, by the name on the command line."""
_NOTE = re.compile(r"(?P<sides>[A-I](?: and [A-I])?): (?P<told>.*)", re.DOTALL)


class SeveralPart(StrEnum):
    """A section of a report on several accounts."""

    PIVOT = "pivot"
    SHARED = "shared"
    ONE = "one"
    COMPETING = "competing"
    SOME = "some"
    DIFFERENT = "different"
    ALIKE = "alike"
    GENERAL = "general"


class PairFinding(Struct, frozen=True, kw_only=True):
    """A finding of one of the comparisons of two, with where it stands in the table."""

    id: str
    """`F1`, `F2`, … with the most reportable first."""
    pair: str
    """The letters of the two sides: `AC`."""
    number: int
    """Its place among the findings of that comparison, from 0."""
    view: FindingView
    """Its rows are those of the comparison of the two."""
    rows: tuple[str, ...]
    """The rows of the table in which its sentences stand, most of them in the first; empty for one about the texts."""

    @property
    def told(self) -> str:
        """The finding on one line, with its pair: `A and C: force?: ...`."""
        return f"{in_words(self.pair)}: {self.view.told}"


class SeveralSection(Struct, frozen=True):
    """One section of the report."""

    part: SeveralPart
    title: str
    rows: tuple[SynopsisRowView, ...]


class SeveralOutline(Struct, frozen=True, kw_only=True):
    """A whole report on several accounts before it is laid out."""

    title: str
    about: str
    """Date and participants; empty when neither is known."""
    sides: tuple[SideView, ...]
    pivot: str
    """The letter of the side that the others are set against."""
    facts: tuple[SeveralFact, ...]
    counts: str
    """How many rows of each sort there are, on one line."""
    first: tuple[PairFinding, ...]
    """What a careful reader would report first, each sentence once."""
    rows: tuple[SynopsisRowView, ...]
    """In the order of the table."""
    sections: tuple[SeveralSection, ...]
    """Those that hold something, in the order of a report; each row stands in one."""
    findings: tuple[PairFinding, ...]
    """All findings of all comparisons, most reportable first."""
    by_row: Mapping[str, tuple[PairFinding, ...]]
    """Those that are told at a row, by its id."""
    method: tuple[str, ...]
    notes: tuple[str, ...]

    def inside(self, row: SynopsisRowView) -> tuple[PairFinding, ...]:
        """The findings that are told at a row; that a side does not mention it is told by the row itself."""
        return self.by_row.get(row.id, ())

    @property
    def loose(self) -> tuple[PairFinding, ...]:
        """The findings that stand in no row."""
        return tuple(found for found in self.findings if not found.rows)


def several_outline(synopsis: Synopsis, only: str | None = None) -> SeveralOutline:
    """The report on `synopsis`; with `only`, a name of `ONLY`, with the rows of that name alone."""
    pairs = PairViews(synopsis)
    everything = synopsis_row_views(synopsis, pairs)
    rows = tuple(filter(ONLY[only], everything)) if only else everything
    shown = {row.id for row in rows}
    findings = tuple(
        found for found in _findings(synopsis, pairs) if not only or (found.rows and shown.issuperset(found.rows[:1]))
    )
    return SeveralOutline(
        title=visible(synopsis.title),
        about=visible("; ".join(part for part in (synopsis.date, ", ".join(synopsis.participants)) if part)),
        sides=tuple(side_view(document) for document in synopsis.documents),
        pivot=synopsis.pivot,
        facts=several_facts(synopsis),
        counts=_counts(synopsis, everything),
        first=_first(findings),
        rows=rows,
        sections=tuple(_sections(synopsis, rows)),
        findings=findings,
        by_row=_by_row(findings),
        method=_method(synopsis),
        notes=tuple(_notes(synopsis)),
    )


def _findings(synopsis: Synopsis, pairs: PairViews) -> Iterator[PairFinding]:
    """By severity times confidence, as in a comparison of two; of equals those about the pivot come first."""
    found = [
        (pair, number, view)
        for pair, comparison in pairs.comparisons.items()
        for number, view in enumerate(finding_views(comparison))
    ]
    found.sort(key=lambda one: (-one[2].severity * one[2].confidence, synopsis.pivot not in one[0]))
    table = _Places(synopsis)
    for place, (pair, number, view) in enumerate(found, start=1):
        rows = table.rows_of(pair, [pairs.rows[pair][row] for row in view.rows])
        yield PairFinding(id=f"F{place}", pair=pair, number=number, view=view, rows=rows)


class _Places:
    """Where the rows of the comparisons of two stand in the table."""

    def __init__(self, synopsis: Synopsis) -> None:
        self._told: dict[RowOf, dict[str, None]] = {}
        self._holding: dict[str, dict[str, None]] = {}
        for row in synopsis.rows:
            for cell in row.cells:
                for place in cell.rows:
                    self._told.setdefault(place, {})[row.id] = None
                for sentence in cell.sentences:
                    self._holding.setdefault(sentence, {})[row.id] = None

    def rows_of(self, pair: str, views: Sequence[RowView]) -> tuple[str, ...]:
        """The rows of the table that tell these rows, else those that hold their sentences, most of them first."""
        told = dict.fromkeys(row for view in views for row in self._told.get(RowOf(pair, view.id), ()))
        if told:
            return tuple(told)
        held: dict[str, int] = {}
        for view in views:
            for sentence in (*view.a, *view.b):
                for row in self._holding[sentence.id]:
                    held[row] = held.get(row, 0) + 1
        return tuple(sorted(held, key=lambda row: (-held[row], int(row[1:]))))


def _by_row(findings: Sequence[PairFinding]) -> dict[str, tuple[PairFinding, ...]]:
    """The findings at the row that holds most of their sentences."""
    told: dict[str, list[PairFinding]] = {}
    for found in findings:
        if found.rows and found.view.kind != FindingKind.OMISSION:
            told.setdefault(found.rows[0], []).append(found)
    return {row: tuple(inside) for row, inside in told.items()}


def _first(findings: Sequence[PairFinding]) -> tuple[PairFinding, ...]:
    """The first findings, of several on the same words the first."""
    chosen: dict[str, PairFinding] = {}
    for found in findings:
        words = " ".join(f"{quote.sentence} {quote.text}" for quote in found.view.quotes[:1]) or found.view.summary
        chosen.setdefault(f"{found.view.kind} {words}", found)
        if len(chosen) == FIRST:
            break
    return tuple(chosen.values())


def _part(row: SynopsisRowView) -> SeveralPart:
    if row.standing is Standing.ALL:
        return SeveralPart.ALIKE if row.is_alike else SeveralPart.DIFFERENT
    if row.is_competing and row.standing in (Standing.PIVOT, Standing.ONE):
        return SeveralPart.COMPETING
    return SeveralPart(row.standing.value)


def _sections(synopsis: Synopsis, rows: Sequence[SynopsisRowView]) -> Iterator[SeveralSection]:
    """What is sure before what is to be checked."""
    titles = {
        SeveralPart.PIVOT: f"Only in {synopsis.pivot}",
        SeveralPart.SHARED: f"Not in {synopsis.pivot}, but in several others",
        SeveralPart.ONE: f"Not in {synopsis.pivot}, in one other alone",
        SeveralPart.COMPETING: "Competing: several speak of it, differently",
        SeveralPart.SOME: f"In {synopsis.pivot} and in some of the others",
        SeveralPart.DIFFERENT: "In all, but different",
        SeveralPart.ALIKE: "In all, alike",
        SeveralPart.GENERAL: "General sentences",
    }
    for part, title in titles.items():
        inside = sorted((row for row in rows if _part(row) is part), key=lambda row: not row.sure)
        if inside:
            yield SeveralSection(part, title, tuple(inside))


def _counts(synopsis: Synopsis, rows: Sequence[SynopsisRowView]) -> str:
    words = {
        SeveralPart.ALIKE: "in all alike",
        SeveralPart.DIFFERENT: "in all",
        SeveralPart.SOME: f"in {synopsis.pivot} and some",
        SeveralPart.PIVOT: f"only in {synopsis.pivot}",
        SeveralPart.COMPETING: "competing",
        SeveralPart.SHARED: f"not in {synopsis.pivot}, in several others",
        SeveralPart.ONE: f"not in {synopsis.pivot}, in one other",
        SeveralPart.GENERAL: "general",
    }
    number = {part: sum(_part(row) is part for row in rows) for part in words}
    told = [f"{number[part]} {about}" for part, about in words.items() if number[part]]
    unsure = sum(not row.sure for row in rows)
    return ", ".join([*told, *([f"{unsure} to check"] if unsure else [])])


def _method(synopsis: Synopsis) -> tuple[str, ...]:
    pairs = [row for comparison in synopsis.comparisons for row in comparison.rows]
    by_hand = sum(row.origin is not Origin.AUTO for row in pairs)
    letters = [document.letter for document in synopsis.documents]
    made = (
        f"{recipe_in_words(synopsis.comparisons[0].recipe)}; {len(synopsis.comparisons)} comparisons of two among "
        f"{in_words(letters)}, joined around {synopsis.pivot}; {by_hand} of their {len(pairs)} rows set by hand"
    )
    return visible(made), CAUTION


def _notes(synopsis: Synopsis) -> Iterator[str]:
    """The notes of all comparisons, each once with all the sides that it is about."""
    found: dict[str, dict[str, None]] = {}
    for comparison in synopsis.comparisons:
        for note in comparison.notes:
            match = _NOTE.fullmatch(note)
            letters = match["sides"].split(" and ") if match else []
            found.setdefault(match["told"] if match else note, {}).update(dict.fromkeys(letters))
    for told, sides in found.items():
        yield visible(f"{in_words(sorted(sides))}: {told}" if sides else told)
