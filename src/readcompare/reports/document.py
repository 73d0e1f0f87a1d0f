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
from readcompare.views.outline import Outline, SideView, outline
from readcompare.views.passages import Role, SentenceView

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

_ACROSS, _FIRST = 257, 45
"""Millimetres between the margins of a page on its side, and of the first column of a table."""


def render(comparison: Comparison, layout: Layout) -> bytes:
    """The bytes of the document: title, facts, both texts in reading order, findings, method.

    Quoted words carry their language, so that a spelling checker reads each column as what it is; the heading of a
    table repeats on each page.
    """
    told = outline(comparison, layout.only)
    document = begun(told.title, told.about, told.sides)
    _facts(document, told)
    document.add_heading("The two texts", level=2)
    _rows(document, told)
    shown = {row.id for row in told.rows}
    found = finding_views(comparison)
    _findings(document, [one for one in found if not layout.only or shown.intersection(one.rows)])
    document.add_heading("Method", level=2)
    for line in (*told.method, *told.notes):
        document.add_paragraph(line, style="List Bullet")
    return written(document)


def begun(title: str, about: str, sides: Sequence[SideView]) -> Docx:
    """A new document with its title and the sides."""
    document = docx.Document()
    _describe(document, title)
    document.add_heading(title, level=1)
    if about:
        document.add_paragraph(about)
    for side in sides:
        labelled(document.add_paragraph(), side.letter, f" {side.told}")
    return document


def written(document: Docx) -> bytes:
    """The bytes of the finished document."""
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def _describe(document: Docx, title: str) -> None:
    """A page on its side, and what the document says of itself."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
    properties = document.core_properties
    properties.title = title[:255]  # the form allows no more
    properties.author = f"readcompare {__version__}"
    properties.comments = ""
    properties.language = "en"


def _facts(document: Docx, told: Outline) -> None:
    document.add_heading("At a glance", level=2)
    table = Grid(document, ("Fact", *(f"{side.letter}: {side.name}" for side in told.sides)))
    for fact in told.facts:
        for cell, text in zip(table.added(), (fact.question, fact.a, fact.b), strict=True):
            cell.text = text
    document.add_paragraph(f"Rows: {told.counts}")
    for finding in told.first:
        document.add_paragraph(finding.told, style="List Number")


def _rows(document: Docx, told: Outline) -> None:
    table = Grid(document, ("Row", *(f"{side.letter}: {side.name}" for side in told.sides)))
    languages = [side.language for side in told.sides]
    for row in told.rows:
        head, *cells = table.added()
        labelled(head.paragraphs[0], row.id, f" {row.gutter} {row.label}{'' if row.sure else ', to be checked'}")
        for remark in row.by_hand:
            head.add_paragraph(remark)
        for cell, side, language in zip(cells, (row.a, row.b), languages, strict=True):
            fill_sentences(cell, side, row.absent, language)


def fill_sentences(cell: _Cell, side: Sequence[SentenceView], absent: str, language: str) -> None:
    """The sentences of one side, a paragraph each; the words for nothing when there are none."""
    if not side:
        cell.paragraphs[0].add_run(absent).italic = True
    for number, sentence in enumerate(side):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        labelled(paragraph, sentence.id, " ")
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


class Grid:
    """A table whose heading repeats on each page: a narrow first column, and the others share the rest alike."""

    def __init__(self, document: Docx, heading: Sequence[str]) -> None:
        self._table: Table = document.add_table(rows=1, cols=len(heading), style="Table Grid")
        self._table.autofit = False
        rest = (_ACROSS - _FIRST) // (len(heading) - 1)
        self._widths = (_FIRST, *[rest] * (len(heading) - 1))
        for cell, text, width in zip(self._table.rows[0].cells, heading, self._widths, strict=True):
            cell.width = Mm(width)
            cell.paragraphs[0].add_run(text).bold = True
        _say(self._table.rows[0], "w:tblHeader")

    def added(self) -> tuple[_Cell, ...]:
        """The cells of a new row at the end, which no page break divides."""
        row: _Row = self._table.add_row()  # type: ignore[no-untyped-call]
        for cell, width in zip(row.cells, self._widths, strict=True):
            cell.width = Mm(width)
        _say(row, "w:cantSplit")
        return row.cells


def _say(row: _Row, word: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(word))  # noqa: SLF001 - the library has no word for it


def labelled(paragraph: Paragraph, label: str, text: str) -> None:
    """Add a label in bold and the text behind it."""
    paragraph.add_run(label).bold = True
    paragraph.add_run(text)
