"""Several accounts as a word processor's document (docx): the table with a column a side, ready to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readcompare.model.synopsis import Synopsis
from readcompare.reports.document import Grid, begun, fill_sentences, labelled, written
from readcompare.reports.interface import Layout
from readcompare.views.several_outline import SeveralOutline, several_outline
from readcompare.views.synopsis import CellView

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.table import _Cell


def render(synopsis: Synopsis, layout: Layout) -> bytes:
    """The bytes of the document: title, facts, the table around the pivot, findings, method.

    As in a comparison of two, quoted words carry their language and the heading of a table repeats on each page.
    """
    told = several_outline(synopsis, layout.only)
    document = begun(told.title, told.about, told.sides)
    heads = tuple(f"{side.letter}: {side.name}" for side in told.sides)
    document.add_heading("At a glance", level=2)
    facts = Grid(document, ("Fact", *heads))
    for fact in told.facts:
        for cell, text in zip(facts.added(), (fact.question, *fact.answers), strict=True):
            cell.text = text
    document.add_paragraph(f"Rows, set against {told.pivot}: {told.counts}")
    for found in told.first:
        document.add_paragraph(found.told, style="List Number")
    document.add_heading("The texts", level=2)
    _rows(document, told, heads)
    if told.findings:
        document.add_heading("Findings", level=2)
    for found in told.findings:
        rows = f" ({', '.join(found.rows)})" if found.rows else ""
        document.add_paragraph(f"{found.told}{rows}", style="List Bullet")
    document.add_heading("Method", level=2)
    for line in (*told.method, *told.notes):
        document.add_paragraph(line, style="List Bullet")
    return written(document)


def _rows(document: Docx, told: SeveralOutline, heads: tuple[str, ...]) -> None:
    table = Grid(document, ("Row", *heads))
    for row in told.rows:
        head, *cells = table.added()
        labelled(head.paragraphs[0], row.id, f" {row.label}")
        for remark in row.by_hand:
            head.add_paragraph(remark)
        for cell, view in zip(cells, row.cells, strict=True):
            _fill(cell, view)


def _fill(cell: _Cell, view: CellView) -> None:
    fill_sentences(cell, view.sentences, view.absent, view.language)
    for link in view.told:
        cell.add_paragraph().add_run(link).italic = True
