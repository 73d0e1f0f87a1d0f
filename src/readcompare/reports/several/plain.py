"""Several accounts as plain text: what a careful reader would report first, first; or all of them in columns."""

from __future__ import annotations

from readcompare.model.sides import LETTERS
from readcompare.model.synopsis import Synopsis
from readcompare.reports.interface import Layout
from readcompare.reports.page import Page, Run, Style, shortened
from readcompare.views.several_facts import SeveralFact
from readcompare.views.several_outline import PairFinding, SeveralOutline, SeveralPart, SeveralSection, several_outline
from readcompare.views.synopsis import CellView, SynopsisRowView

_INDENT = 6
_WIDE = 22
_NARROWEST = 14
"""Cells a column needs; with less the sides stand under each other."""
_STYLES = (Style.SIDE_A, Style.SIDE_B, Style.SIDE_C)


def render(synopsis: Synopsis, layout: Layout) -> str:
    """The report; no line is wider than `layout.width` cells, the order is stable, no time of day is told."""
    told = several_outline(synopsis, layout.only)
    page = Page(layout)
    _header(page, told)
    _glance(page, told, layout)
    if layout.arrangement == "columns":
        _columns(page, told)
    else:
        for section in told.sections:
            _section(page, told, section, layout)
    if told.loose:
        page.section("ABOUT THE TEXTS AS A WHOLE")
    for found in told.loose:
        _finding(page, found)
    page.section("METHOD")
    for line in told.method:
        page.line(line)
    for note in told.notes:
        page.line(note, indent=2, head="-")
    return page.text()


def _style(letter: str) -> Style:
    return _STYLES[LETTERS.index(letter) % len(_STYLES)]


def _header(page: Page, told: SeveralOutline) -> None:
    page.line((told.title, Style.HEADING))
    if told.about:
        page.line(told.about)
    page.line()
    for side in told.sides:
        page.line(side.told, indent=3, head=side.letter, style=_style(side.letter))


def _glance(page: Page, told: SeveralOutline, layout: Layout) -> None:
    page.section("AT A GLANCE")
    for fact in told.facts:
        _fact(page, told, fact)
    page.line(f"set against {told.pivot}: {told.counts}", indent=_WIDE, head="  Rows")
    if told.first:
        page.line("", indent=_WIDE, head="  First to read")
    for number, found in enumerate(told.first, start=1):
        page.line(found.told, indent=_INDENT, head=f"   {number}.")
        for quote in found.view.unquoted:
            text = shortened(quote.text, 2 * (layout.width - _INDENT - 10))
            page.line(f"{quote.sentence} “{text}”", indent=_INDENT, style=Style.QUIET)


def _fact(page: Page, told: SeveralOutline, fact: SeveralFact) -> None:
    """The answers side by side where all are short, else each on a line of its own."""
    head = f"  {fact.question}"
    answers = [f"{side.letter}: {answer}" for side, answer in zip(told.sides, fact.answers, strict=True)]
    if len(head) < _WIDE and all(len(answer) <= _WIDE for answer in fact.answers):
        page.line("   ".join(answers), indent=_WIDE, head=head)
        return
    page.line("", indent=len(head) + 1, head=head)
    for answer in answers:
        page.line(answer, indent=_INDENT)


def _section(page: Page, told: SeveralOutline, section: SeveralSection, layout: Layout) -> None:
    page.section(section.title.upper())
    if section.part is SeveralPart.ALIKE:
        page.line(", ".join(f"{row.id} {' = '.join(_ids(cell) for cell in row.cells)}" for row in section.rows))
        return
    for row in section.rows:
        page.line(f"{row.id} {row.label}")
        for cell in row.cells:
            _cell(page, cell, layout)
        _remarks(page, told, row)


def _ids(cell: CellView) -> str:
    return " ".join(sentence.id for sentence in cell.sentences)


def _cell(page: Page, cell: CellView, layout: Layout) -> None:
    for sentence in cell.sentences:
        page.line(sentence.text, indent=_INDENT, head=f" {sentence.id}", style=_style(cell.letter))
    if not cell.sentences and cell.absent:
        page.line(f"{cell.letter}: {cell.absent}", indent=_INDENT, head="    -")
    for link in cell.links if cell.sentences else ():
        page.line("; ".join(part for part in (link.told, link.why) if part), indent=_INDENT, head="    >")
    for link in () if cell.sentences else cell.links:
        if link.why:
            page.line(link.why, indent=_INDENT)
    if cell.near:
        text = shortened(cell.near.text, layout.width - _INDENT - len(cell.near.id) - 4)
        page.line((f"{cell.near.id} “{text}”", Style.QUIET), indent=_INDENT)


def _remarks(page: Page, told: SeveralOutline, row: SynopsisRowView) -> None:
    """What was found inside the row, and what a person says of it."""
    for found in told.inside(row):
        _finding(page, found)
    for remark in row.by_hand:
        page.line(remark, indent=_INDENT, head="    -")


def _finding(page: Page, found: PairFinding) -> None:
    page.line(found.told, indent=_INDENT, head="    *")
    if found.view.evidence:
        page.line((found.view.evidence, Style.QUIET), indent=_INDENT)


def _columns(page: Page, told: SeveralOutline) -> None:
    """All sides in step; where the lines are too short for so many columns, one under the other."""
    page.section("SIDE BY SIDE")
    in_step = page.column_width(len(told.sides)) >= _NARROWEST
    if in_step:
        page.columns("", *[[[(f"{side.letter}: {side.name}", Style.HEADING)]] for side in told.sides])
    for row in told.rows:
        if in_step:
            page.columns(row.id, *map(_column, row.cells))
        else:
            page.line(f"{row.id} {row.label}")
            for cell in row.cells:
                for paragraph in _column(cell):
                    page.line(*paragraph, indent=_INDENT, head=f" {cell.letter}")
        _remarks(page, told, row)


def _column(cell: CellView) -> list[list[Run]]:
    if not cell.sentences:
        return [[(cell.absent, Style.QUIET)]]
    style = _style(cell.letter)
    paragraphs: list[list[Run]] = [
        [(f"{sentence.id} ", style), (sentence.text, Style.PLAIN)] for sentence in cell.sentences
    ]
    return [*paragraphs, *([(link, Style.QUIET)] for link in cell.told)]
