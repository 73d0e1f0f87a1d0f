"""The Markdown report: the newspaper table, one row a point, ready to paste."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readcompare.model.comparison import Comparison
from readcompare.reports.interface import Layout
from readcompare.views.outline import Outline, outline
from readcompare.views.passages import SentenceView
from readcompare.views.rows import RowView

# What means something to CommonMark, its tables and what stores of code add to it (mentions, mathematics, footnotes).
_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~^$&@#]")
# What begins a list or a heading at the beginning of a line.
_BEGINNING = re.compile(r"^(\d+(?=[.)])|(?=[-+=]))")


def render(comparison: Comparison, layout: Layout) -> str:
    """Title, facts, the table of both texts in reading order, then what was found; quoted text is never markup."""
    told = outline(comparison, layout.only).telling_once()
    return "\n".join(_lines(told)) + "\n"


def escaped(text: str) -> str:
    """Display text as Markdown that shows exactly its characters."""
    return _BEGINNING.sub(r"\1\\", _MARKUP.sub(lambda found: f"\\{found.group()}", text))


def _lines(told: Outline) -> Iterator[str]:
    yield f"# {escaped(told.title)}"
    if told.about:
        yield from ("", escaped(told.about))
    yield ""
    for side in told.sides:
        yield f"- **{side.letter}** {escaped(side.told)}"
    yield ""
    a, b = (f"{side.letter}: {escaped(side.name)}" for side in told.sides)
    yield from _table("At a glance", a, b, [(fact.question, fact.a, fact.b) for fact in told.facts])
    yield from ("", f"Rows: {escaped(told.counts)}", "")
    yield cells("Point", a, b)
    yield "| --- | --- | --- |"
    for row in told.rows:
        yield cells(_point(row), _cell(row, row.a), _cell(row, row.b))
    yield from _found(told)
    yield from ("", "## Method", "")
    for line in (*told.method, *told.notes):
        yield f"- {escaped(line)}"


def _found(told: Outline) -> Iterator[str]:
    """First what a reader would report first, then what was found in rows and beside them, and work by hand."""
    if told.first:
        yield from ("", "## First to read", "")
    for number, finding in enumerate(told.first, start=1):
        yield f"{number}. {escaped(finding.told)}"
    lines = [line for row in told.rows for line in _remarks(row)]
    for finding in told.loose:
        evidence = f" ({escaped(finding.evidence)})" if finding.evidence else ""
        lines.append(f"- {escaped(finding.told)}{evidence}")
    if lines:
        yield from ("", "## Findings and reasons", "", *lines)


def _remarks(row: RowView) -> Iterator[str]:
    if row.reasons:
        told = "; ".join((*row.reasons, row.near.why) if row.near else row.reasons)
        yield f"- {escaped(row.ids)} ({escaped(row.label)}): {escaped(told)}"
    for finding in row.findings:
        evidence = f" ({escaped(finding.evidence)})" if finding.evidence else ""
        yield f"- {escaped(row.ids)} {escaped(finding.told)}{evidence}"
    for remark in row.by_hand:
        yield f"- {escaped(row.ids)} {escaped(remark)}"


def _table(title: str, a: str, b: str, rows: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    yield cells(title, a, b)
    yield "| --- | --- | --- |"
    for row in rows:
        yield cells(*map(escaped, row))


def cells(*texts: str) -> str:
    """A line of a table; the texts are Markdown."""
    return f"| {' | '.join(texts)} |"


def _point(row: RowView) -> str:
    return escaped(f"{row.id} {row.gutter} {row.label}")


def _cell(row: RowView, side: Sequence[SentenceView]) -> str:
    """The sentences of one side with their ids, a line each; the words for nothing when there are none."""
    if not side:
        return f"*{row.absent}*" if row.absent else ""
    return "<br>".join(f"**{sentence.id}** {escaped(sentence.text)}" for sentence in side)
