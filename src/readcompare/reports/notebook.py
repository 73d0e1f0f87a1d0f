"""The comparison as a small HTML table for a notebook cell."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from readcompare.model.comparison import Comparison
from readcompare.views.glance import counts_in_words
from readcompare.views.passages import Passage, Role, SentenceView, visible
from readcompare.views.rows import RowView, row_views

_STYLE = "text-align:left;vertical-align:top"


def render(comparison: Comparison) -> str:
    """One table row a row, both sides beside each other; it needs no style sheet, no script and no request."""
    head = "".join(
        f'<th style="{_STYLE}">{document.letter}: {escape(visible(document.readout.name))}</th>'
        for document in comparison.documents
    )
    views = row_views(comparison)
    body = "\n".join(_row(comparison, view) for view in views)
    notes = "".join(f"<li>{escape(visible(note))}</li>" for note in comparison.notes)
    return (
        f"<table><caption>{escape(visible(comparison.title))}: {escape(counts_in_words(views))}</caption>\n"
        f"<thead><tr><th></th>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>\n"
        + (f"<ul>{notes}</ul>\n" if notes else "")
    )


def _row(comparison: Comparison, view: RowView) -> str:
    title = escape("; ".join((view.label, *view.reasons)))
    languages = [document.readout.language for document in comparison.documents]
    cells = "".join(
        f'<td style="{_STYLE}" lang="{escape(language)}">{_cell(side) or view.absent}</td>'
        for side, language in zip((view.a, view.b), languages, strict=True)
    )
    return f'<tr><td style="{_STYLE}" title="{title}">{escape(view.gutter)}</td>{cells}</tr>'


def _cell(side: Sequence[SentenceView]) -> str:
    return "<br>".join(f"<b>{view.id}</b> {''.join(map(_run, view.passages))}" for view in side)


def _run(passage: Passage) -> str:
    text = escape(passage.text)
    return text if passage.role is Role.PLAIN else f"<u>{text}</u>"
