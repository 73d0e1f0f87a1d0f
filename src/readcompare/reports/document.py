"""The comparison as a word processor's document (docx): the newspaper table, ready to be edited."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from readcompare.errors import Problem, UsageError
from readcompare.model.comparison import Comparison
from readcompare.model.text import UNKNOWN_LANGUAGE
from readcompare.reports.interface import Layout
from readcompare.version import __version__
from readcompare.views.findings import FindingView, finding_views
from readcompare.views.outline import Outline, outline
from readcompare.views.passages import Role, SentenceView
from readcompare.views.rows import RowView

try:
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm
except ImportError:
    raise UsageError(
        Problem(message="docx needs python-docx, which is not installed; pip install 'readcompare[docs]'")
    ) from None

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

_WIDTHS = (Mm(45), Mm(106), Mm(106))


def render(comparison: Comparison, layout: Layout) -> bytes:  # noqa: ARG001 - every format is asked in one way
    """The bytes of the document: title, facts, both texts in reading order, findings, method.

    Quoted words carry their language, so that a spelling checker reads each column as what it is; the heading of a
    table repeats on each page.
    """
    told = outline(comparison)
    document = docx.Document()
    _describe(document, told)
    document.add_heading(told.title, level=1)
    if told.about:
        document.add_paragraph(told.about)
    for side in told.sides:
        _labelled(document.add_paragraph(), side.letter, f" {side.told}")
    _facts(document, told)
    document.add_heading("The two texts", level=2)
    _rows(document, told)
    _findings(document, finding_views(comparison))
    document.add_heading("Method", level=2)
    for line in (*told.method, *told.notes):
        document.add_paragraph(line, style="List Bullet")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _describe(document: Docx, told: Outline) -> None:
    """A page on its side, and what the document says of itself."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
    properties = document.core_properties
    properties.title = told.title[:255]  # the form allows no more
    properties.author = f"readcompare {__version__}"
    properties.comments = ""
    properties.language = "en"


def _facts(document: Docx, told: Outline) -> None:
    document.add_heading("At a glance", level=2)
    table = _table(document, ("Fact", *(f"{side.letter}: {side.name}" for side in told.sides)))
    for fact in told.facts:
        for cell, text in zip(_added(table).cells, (fact.question, fact.a, fact.b), strict=True):
            cell.text = text
    document.add_paragraph(f"Rows: {told.counts}")
    for finding in told.first:
        document.add_paragraph(finding.told, style="List Number")


def _rows(document: Docx, told: Outline) -> None:
    table = _table(document, ("Row", *(f"{side.letter}: {side.name}" for side in told.sides)))
    languages = [side.language for side in told.sides]
    for row in told.rows:
        head, *cells = _added(table).cells
        _labelled(head.paragraphs[0], row.id, f" {row.gutter} {row.label}{'' if row.sure else ', to be checked'}")
        for remark in row.by_hand:
            head.add_paragraph(remark)
        for cell, side, language in zip(cells, (row.a, row.b), languages, strict=True):
            _fill(cell, row, side, language)


def _fill(cell: _Cell, row: RowView, side: Sequence[SentenceView], language: str) -> None:
    """The sentences of one side, a paragraph each; the words for nothing when there are none."""
    if not side:
        cell.paragraphs[0].add_run(row.absent).italic = True
    for number, sentence in enumerate(side):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        _labelled(paragraph, sentence.id, " ")
        for passage in sentence.passages:
            run = paragraph.add_run(passage.text)
            run.underline = passage.role is not Role.PLAIN
            if language != UNKNOWN_LANGUAGE:
                tag = OxmlElement("w:lang")
                tag.set(qn("w:val"), language)
                run._r.get_or_add_rPr().append(tag)  # noqa: SLF001 - the library has no word for the language of a run


def _findings(document: Docx, findings: Sequence[FindingView]) -> None:
    if not findings:
        return
    document.add_heading("Findings", level=2)
    for finding in findings:
        rows = f" ({', '.join(finding.rows)})" if finding.rows else ""
        document.add_paragraph(f"{finding.told}{rows}", style="List Bullet")


def _table(document: Docx, heading: Sequence[str]) -> Table:
    table: Table = document.add_table(rows=1, cols=len(heading), style="Table Grid")
    table.autofit = False
    for cell, text, width in zip(table.rows[0].cells, heading, _WIDTHS, strict=True):
        cell.width = width
        cell.paragraphs[0].add_run(text).bold = True
    _say(table.rows[0], "w:tblHeader")
    return table


def _added(table: Table) -> _Row:
    """A new row at the end, which no page break divides."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    for cell, width in zip(row.cells, _WIDTHS, strict=True):
        cell.width = width
    _say(row, "w:cantSplit")
    return row


def _say(row: _Row, word: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(word))  # noqa: SLF001 - the library has no word for it


def _labelled(paragraph: Paragraph, label: str, text: str) -> None:
    paragraph.add_run(label).bold = True
    paragraph.add_run(text)
