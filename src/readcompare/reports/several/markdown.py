"""Several accounts in Markdown: the newspaper table with a column a side, ready to paste."""

from __future__ import annotations

from collections.abc import Iterator

from readcompare.model.synopsis import Synopsis
from readcompare.reports.interface import Layout
from readcompare.reports.markdown import cells as table_line
from readcompare.reports.markdown import escaped
from readcompare.views.several_outline import PairFinding, SeveralOutline, several_outline
from readcompare.views.synopsis import CellView, SynopsisRowView


def render(synopsis: Synopsis, layout: Layout) -> str:
    """Title, facts, the table around the pivot, then what was found; quoted text is never markup."""
    return "\n".join(_lines(several_outline(synopsis, layout.only))) + "\n"


def _lines(told: SeveralOutline) -> Iterator[str]:
    yield f"# {escaped(told.title)}"
    if told.about:
        yield from ("", escaped(told.about))
    yield ""
    for side in told.sides:
        yield f"- **{side.letter}** {escaped(side.told)}"
    heads = [f"{side.letter}: {escaped(side.name)}" for side in told.sides]
    rule = table_line(*["---"] * (len(heads) + 1))
    yield from ("", table_line("At a glance", *heads), rule)
    for fact in told.facts:
        yield table_line(escaped(fact.question), *map(escaped, fact.answers))
    yield from ("", f"Rows, set against {told.pivot}: {escaped(told.counts)}", "")
    yield from (table_line("Point", *heads), rule)
    for row in told.rows:
        yield table_line(escaped(f"{row.id} {row.label}"), *map(_cell, row.cells))
    yield from _found(told)
    yield from ("", "## Method", "")
    for line in (*told.method, *told.notes):
        yield f"- {escaped(line)}"


def _cell(cell: CellView) -> str:
    """The sentences with their ids, a line each, and below how they stand to the row's own sentences."""
    if not cell.sentences:
        return f"*{cell.absent}*" if cell.absent else ""
    sentences = (f"**{sentence.id}** {escaped(sentence.text)}" for sentence in cell.sentences)
    return "<br>".join((*sentences, *(f"*{escaped(link)}*" for link in cell.told)))


def _found(told: SeveralOutline) -> Iterator[str]:
    """First what a reader would report first, then what was found in rows and beside them, and work by hand."""
    if told.first:
        yield from ("", "## First to read", "")
    for number, found in enumerate(told.first, start=1):
        yield f"{number}. {escaped(found.told)}"
    lines = [line for row in told.rows for line in _remarks(told, row)]
    lines += [_finding("", found) for found in told.loose]
    if lines:
        yield from ("", "## Findings and reasons", "", *lines)


def _remarks(told: SeveralOutline, row: SynopsisRowView) -> Iterator[str]:
    for link in row.links:
        if link.why:
            yield f"- {row.id} {escaped(f'{link.told} ({link.why})')}"
    for found in told.inside(row):
        yield _finding(f"{row.id} ", found)
    for remark in row.by_hand:
        yield f"- {row.id} {escaped(remark)}"


def _finding(place: str, found: PairFinding) -> str:
    evidence = f" ({escaped(found.view.evidence)})" if found.view.evidence else ""
    return f"- {place}{escaped(found.told)}{evidence}"
