"""The plain-text report: what a careful reader would report first, first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from readcompare.model.comparison import Comparison
from readcompare.reports.interface import Layout
from readcompare.reports.page import Page, Run, Style, shortened
from readcompare.views.findings import FindingView
from readcompare.views.glance import Fact
from readcompare.views.outline import Outline, Part, Section, outline
from readcompare.views.passages import Role, SentenceView
from readcompare.views.rows import RowView

_INDENT = 6
_WIDE = 22
_SIDES = {"a": Style.SIDE_A, "b": Style.SIDE_B}
_MARKS = {"a": ("[-", "-]"), "b": ("{+", "+}")}
_SAID_BY_ONE = (Part.ONLY_A, Part.ONLY_B)


def render(comparison: Comparison, layout: Layout) -> str:
    """The report; no line is wider than `layout.width` cells, the order is stable, no time of day is told."""
    told = outline(comparison, layout.only).telling_once()
    page = Page(layout)
    _header(page, told)
    _glance(page, told, layout)
    if layout.arrangement == "columns":
        _columns(page, told)
    else:
        _one_sided(page, told, layout)
        for section in told.sections:
            if section.part not in _SAID_BY_ONE:
                _section(page, section)
    _method(page, told)
    return page.text()


def _header(page: Page, told: Outline) -> None:
    page.line((told.title, Style.HEADING))
    if told.about:
        page.line(told.about)
    page.line()
    for side, style in zip(told.sides, _SIDES.values(), strict=True):
        page.line(side.told, indent=3, head=side.letter, style=style)


def _glance(page: Page, told: Outline, layout: Layout) -> None:
    page.section("AT A GLANCE")
    for fact in told.facts:
        _fact(page, told, fact, layout.width)
    page.line(told.counts, indent=_WIDE, head="  Rows")
    if told.first:
        page.line("", indent=_WIDE, head="  First to read")
    for number, finding in enumerate(told.first, start=1):
        page.line(finding.told, indent=_INDENT, head=f"   {number}.")
        for quote in finding.unquoted:
            text = shortened(quote.text, 2 * (layout.width - _INDENT - 10))
            page.line(f"{quote.sentence} “{text}”", indent=_INDENT, style=Style.QUIET)


def _fact(page: Page, told: Outline, fact: Fact, width: int) -> None:
    """Both answers on one line where they have room, else each on a line of its own."""
    head = f"  {fact.question}"
    answers = [f"{side.letter}: {answer}" for side, answer in zip(told.sides, (fact.a, fact.b), strict=True)]
    both = "   ".join(answers)
    if len(head) < _WIDE and cell_len(both) <= width - _WIDE:
        page.line(both, indent=_WIDE, head=head)
        return
    page.line("", indent=len(head) + 1, head=head)
    for answer in answers:
        page.line(answer, indent=_INDENT)


def _one_sided(page: Page, told: Outline, layout: Layout) -> None:
    sides = [told.section(part) for part in _SAID_BY_ONE]
    competing = told.section(Part.COMPETING)
    if layout.only and not any(section.rows for section in sides):
        return
    page.section("SAID BY ONE SIDE ONLY")
    for section, side in zip(sides, told.sides, strict=True):
        if section.rows:
            doubtful = sum(not row.sure for row in section.rows)
            count = f"{len(section.rows)}, {doubtful} of them to be checked" if doubtful else str(len(section.rows))
            page.line(f"{section.title}: {side.name} ({count})")
        for row in section.rows:
            _alone(page, row, layout)
    if competing.rows:
        page.line(f"Also without counterpart, but the other side may state something else on it: {_rivals(told)}")
    elif not any(section.rows for section in sides):
        page.line("Nothing: every sentence has a counterpart or is general.")


def _rivals(told: Outline) -> str:
    """The sentences of competing rows that no other row answers."""
    answered = {s.id for row in told.rows if row.kind.is_match for s in (*row.a, *row.b)}
    ids = [s.id for row in told.section(Part.COMPETING).rows for s in (*row.a, *row.b) if s.id not in answered]
    return ", ".join(dict.fromkeys(ids)) or "none that no other row answers"


def _alone(page: Page, row: RowView, layout: Layout) -> None:
    for letter, side in (("a", row.a), ("b", row.b)):
        for sentence in side:
            page.line(sentence.text, indent=_INDENT, head=sentence.id, style=_SIDES[letter])
    told = [row.label, *([] if row.sure else ["to be checked"]), *row.reasons]
    if row.near:
        told.append(row.near.why)
    page.line("; ".join(told), indent=_INDENT, head="    -")
    if row.near:
        text = shortened(row.near.text, layout.width - _INDENT - len(row.near.id) - 4)
        page.line((f"{row.near.id} “{text}”", Style.QUIET), indent=_INDENT)
    _remarks(page, row)


def _section(page: Page, section: Section) -> None:
    page.section(section.title.upper())
    if section.part is Part.ALIKE:
        page.line(", ".join(row.ids for row in section.rows))
    elif section.part is Part.ORDER:
        for row in section.rows:
            page.line(f"{_names(row.a)} and {_names(row.b)} stand in another order than the matches around them")
    else:
        for row in section.rows:
            _pair(page, row)
    for finding in section.findings:
        _finding(page, finding)


def _names(side: Sequence[SentenceView]) -> str:
    return " ".join(sentence.id for sentence in side)


def _pair(page: Page, row: RowView) -> None:
    page.line(f"{row.ids}   {row.score:.2f} {row.label}")
    for letter, side in (("a", row.a), ("b", row.b)):
        for sentence in side:
            page.line(*_marked(sentence, letter), indent=_INDENT, head=f" {sentence.id}", style=_SIDES[letter])
    told = [*([] if row.sure else ["to be checked"]), *row.reasons]
    if told:
        page.line("; ".join(told), indent=_INDENT, head="    >" if row.kind.is_match else "    -")
    _remarks(page, row)


def _remarks(page: Page, row: RowView) -> None:
    """What was found inside the row, and what a person says of it."""
    for finding in row.findings:
        _finding(page, finding)
    for remark in row.by_hand:
        page.line(remark, indent=_INDENT, head="    -")


def _finding(page: Page, finding: FindingView) -> None:
    page.line(finding.told, indent=_INDENT, head="    *")
    if finding.evidence:
        page.line((finding.evidence, Style.QUIET), indent=_INDENT)


def _marked(sentence: SentenceView, letter: str) -> Iterator[Run]:
    """The sentence with the words that differ in brackets, as a word diff writes them."""
    for passage in sentence.passages:
        if passage.role is Role.PLAIN:
            yield passage.text, Style.PLAIN
        else:
            yield passage.text.join(_MARKS[letter]), _SIDES[letter]


def _columns(page: Page, told: Outline) -> None:
    page.section("SIDE BY SIDE")
    heads = [[[(f"{side.letter}: {side.name}", Style.HEADING)]] for side in told.sides]
    page.columns("", *heads)
    for row in told.rows:
        cells = [_cell(row, letter, side) for letter, side in (("a", row.a), ("b", row.b))]
        page.columns(row.gutter, *cells)
        _remarks(page, row)
    for section in told.sections:
        if section.findings:
            page.section(section.title.upper())
        for finding in section.findings:
            _finding(page, finding)


def _cell(row: RowView, letter: str, side: Sequence[SentenceView]) -> list[list[Run]]:
    if not side:
        return [[(row.absent, Style.QUIET)]]
    return [[(f"{sentence.id} ", _SIDES[letter]), *_marked(sentence, letter)] for sentence in side]


def _method(page: Page, told: Outline) -> None:
    page.section("METHOD")
    for line in told.method:
        page.line(line)
    for note in told.notes:
        page.line(note, indent=2, head="-")
