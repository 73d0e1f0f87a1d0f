"""Several accounts as a small HTML table for a notebook cell."""

from __future__ import annotations

from html import escape

from readcompare.model.synopsis import Synopsis
from readcompare.views.several_outline import several_outline
from readcompare.views.synopsis import CellView, SynopsisRowView

_STYLE = "text-align:left;vertical-align:top"


def render(synopsis: Synopsis) -> str:
    """One table row a row, a column a side; it needs no style sheet, no script and no request."""
    told = several_outline(synopsis)
    head = "".join(f'<th style="{_STYLE}">{side.letter}: {escape(side.name)}</th>' for side in told.sides)
    body = "\n".join(map(_row, told.rows))
    notes = "".join(f"<li>{escape(note)}</li>" for note in told.notes)
    return (
        f"<table><caption>{escape(told.title)}: {escape(told.counts)}</caption>\n"
        f"<thead><tr><th></th>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>\n"
        + (f"<ul>{notes}</ul>\n" if notes else "")
    )


def _row(row: SynopsisRowView) -> str:
    cells = "".join(
        f'<td style="{_STYLE}" lang="{escape(cell.language)}" title="{escape("; ".join(cell.told))}">{_cell(cell)}</td>'
        for cell in row.cells
    )
    return f'<tr><td style="{_STYLE}" title="{escape(row.label)}">{row.id}</td>{cells}</tr>'


def _cell(cell: CellView) -> str:
    if not cell.sentences:
        return cell.absent
    signs = f"{escape(cell.gutter)} " if cell.gutter else ""
    return signs + "<br>".join(f"<b>{view.id}</b> {escape(view.text)}" for view in cell.sentences)
