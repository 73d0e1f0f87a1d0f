"""The plain-text report: what a careful reader would report first, first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len

from readcompare.model.alignment import RowKind
from readcompare.model.comparison import Comparison
from readcompare.model.text import Document
from readcompare.reports.interface import Layout
from readcompare.version import __version__
from readcompare.views.glance import counts_in_words, facts
from readcompare.views.paragraph import Paragraph
from readcompare.views.passages import Role, SentenceView, visible
from readcompare.views.rows import RowView, row_views

_INDENT = 6
_FIRST = 3
_MARKS = {("a", True): ("[-", "-]"), ("b", True): ("{+", "+}"), ("a", False): ("", ""), ("b", False): ("", "")}


def render(comparison: Comparison, layout: Layout) -> str:
    """The report; no line is wider than `layout.width` cells, the order is stable, no time of day is told."""
    # What cannot be written in ASCII is escaped before the lines are laid out, so that they keep their width.
    views = row_views(comparison)
    page = _Page(layout)
    _header(page, comparison)
    _glance(page, comparison, views)
    _one_sided(page, comparison, views)
    _two_sided(page, "BOTH SPEAK OF IT, DIFFERENTLY", [view for view in views if view.kind is RowKind.COMPETING])
    matches = [view for view in views if view.kind.is_match]
    _two_sided(page, "IN BOTH, BUT DIFFERENT", [view for view in matches if view.differs])
    _alike(page, [view for view in matches if not view.differs])
    _two_sided(page, "GENERAL SENTENCES", [view for view in views if view.kind is RowKind.FRAME])
    _order(page, [view for view in views if view.moved])
    _method(page, comparison)
    return page.text()


class _Page:
    """Lines that keep a width in cells."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._lines: list[str] = []

    def line(self, text: str = "", *, indent: int = 0, head: str = "") -> None:
        """Add `text`, wrapped; `head` stands before its first line, the others begin at `indent`."""
        if self._layout.ascii_only:
            head, text = _to_ascii(head), _to_ascii(text)
        if head and cell_len(head) + 1 > indent:
            text, indent, head = f"{head} {text}", min(indent, cell_len(head)), ""
        for start, end in Paragraph(text, cell_len).lines(self._layout.width - indent):
            self._lines.append((head.ljust(indent) + text[start:end]).rstrip())
            head = ""

    def section(self, title: str) -> None:
        """Add a heading with an empty line before it."""
        self._lines += ["", title]

    def text(self) -> str:
        """The whole page, ending in a line end."""
        return "\n".join(self._lines) + "\n"


def _header(page: _Page, comparison: Comparison) -> None:
    page.line(visible(comparison.title))
    about = [comparison.date or "", ", ".join(comparison.participants)]
    if any(about):
        page.line(visible("; ".join(part for part in about if part)))
    page.line()
    for document in comparison.documents:
        page.line(_side(document), indent=3, head=document.letter)


def _side(document: Document) -> str:
    readout = document.readout
    parts = [
        readout.name,
        f"language {readout.language}",
        f"{document.words} words",
        f"sha256 {readout.sha256[:12]}",
    ]
    if readout.wording:
        parts.append(f"wording: {readout.wording}")
    if not readout.complete:
        parts.append("an excerpt")
    if readout.published:
        parts.append(f"published {readout.published}")
    if readout.source:
        parts.append(readout.source)
    return visible(", ".join(parts))


def _glance(page: _Page, comparison: Comparison, views: Sequence[RowView]) -> None:
    page.section("AT A GLANCE")
    for fact in facts(comparison):
        page.line(f"A: {fact.a}   B: {fact.b}", indent=22, head=f"  {fact.question}")
    page.line(counts_in_words(views), indent=22, head="  Rows")
    for number, finding in enumerate(comparison.findings[:_FIRST], start=1):
        page.line(visible(finding.summary), indent=22, head="  First to read" if number == 1 else "")


def _one_sided(page: _Page, comparison: Comparison, views: Sequence[RowView]) -> None:
    page.section("SAID BY ONE SIDE ONLY")
    shown = [view for kind in (RowKind.ONLY_A, RowKind.ONLY_B) for view in _ranked(comparison, views, kind)]
    for view in shown:
        for sentence in (*view.a, *view.b):
            page.line(sentence.text, indent=_INDENT, head=sentence.id)
        _reasons(page, view)
    competing = [view for view in views if view.kind is RowKind.COMPETING]
    answered = {sentence.id for view in views if view.kind.is_match for sentence in (*view.a, *view.b)}
    ids = [sentence.id for view in competing for sentence in (*view.a, *view.b) if sentence.id not in answered]
    if ids:
        page.line(f"Also without counterpart, since the other side states something different: {', '.join(_once(ids))}")
    if not any(comparison.glance.one_sided):
        page.line("Nothing: every sentence has a counterpart or is general.")


def _ranked(comparison: Comparison, views: Sequence[RowView], kind: RowKind) -> list[RowView]:
    """One-sided rows in the order of their findings, then those without a finding."""
    place = {row: number for number, finding in enumerate(comparison.findings) for row in finding.rows}
    return sorted((view for view in views if view.kind is kind), key=lambda view: place.get(view.id, len(place)))


def _two_sided(page: _Page, title: str, views: Sequence[RowView]) -> None:
    if not views:
        return
    page.section(title)
    for view in views:
        ids = f" {view.gutter} ".join(" ".join(sentence.id for sentence in side) for side in (view.a, view.b) if side)
        page.line(f"{ids}   {view.score:.2f} {view.label}")
        for letter, side in (("a", view.a), ("b", view.b)):
            for sentence in side:
                page.line(_marked(sentence, letter), indent=_INDENT, head=f" {sentence.id}")
        _reasons(page, view)


def _reasons(page: _Page, view: RowView) -> None:
    state = view.label + ("" if view.sure else "; to be checked")
    told = [state] if view.kind in (RowKind.ONLY_A, RowKind.ONLY_B) else [] if view.sure else ["to be checked"]
    told += view.reasons
    if told:
        page.line("; ".join(told), indent=_INDENT, head="    >" if view.kind.is_match else "    -")
    if view.note:
        page.line(f"note: {view.note}", indent=_INDENT, head="    -")


def _marked(sentence: SentenceView, letter: str) -> str:
    """The sentence with the words that differ in brackets, as a word diff writes them."""
    return "".join(passage.text.join(_MARKS[letter, passage.role is not Role.PLAIN]) for passage in sentence.passages)


def _alike(page: _Page, views: Sequence[RowView]) -> None:
    if not views:
        return
    page.section("IN BOTH, ALIKE")
    for view in views:
        ids = f" {view.gutter} ".join(" ".join(sentence.id for sentence in side) for side in (view.a, view.b))
        texts = dict.fromkeys(" ".join(sentence.text for sentence in side) for side in (view.a, view.b))
        page.line(" / ".join(texts), indent=_INDENT, head=ids)


def _order(page: _Page, views: Sequence[RowView]) -> None:
    if not views:
        return
    page.section("ORDER")
    for view in views:
        page.line(f"{' '.join(s.id for s in view.a)} and {' '.join(s.id for s in view.b)} stand in another order")


def _method(page: _Page, comparison: Comparison) -> None:
    recipe = comparison.recipe
    page.section("METHOD")
    threshold = "the matcher's own" if recipe.threshold is None else f"{recipe.threshold:g}"
    page.line(f"readcompare {__version__}; matcher {recipe.matcher}; threshold {threshold}")
    page.line(
        "A row with ? is to be checked by a reader. What one text leaves out is a difference between two texts, "
        "no proof about the call. Scores are probabilities from 0 to 1."
    )
    page.line("Not checked: force of the verbs, rival terms, numbers that differ, emphasis, order of topics.")
    for note in comparison.notes:
        page.line(visible(note), indent=2, head="-")


def _once(ids: Iterable[str]) -> Iterator[str]:
    yield from dict.fromkeys(ids)


def _to_ascii(text: str) -> str:
    return text.encode("ascii", "backslashreplace").decode("ascii")
