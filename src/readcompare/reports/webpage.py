"""The comparison as one web page: self-contained, readable without a script, asking nothing of any network."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from msgspec import Struct

from readcompare.model.comparison import Comparison
from readcompare.model.text import UNKNOWN_LANGUAGE, Document
from readcompare.reports import charts
from readcompare.reports.interface import Layout
from readcompare.version import __version__
from readcompare.views.evidence import SentenceQuote, evidence
from readcompare.views.findings import FindingView, finding_views, leading
from readcompare.views.outline import outline
from readcompare.views.passages import SentenceView, visible
from readcompare.views.rows import RowView


class Quoted(Struct, frozen=True):
    """A sentence in a cell; one that stands in several rows is the place that links lead to in one of them only."""

    view: SentenceView
    is_anchor: bool


class _Cell(Struct, frozen=True):
    letter: str
    language: str
    sentences: tuple[Quoted, ...]


class _Found(Struct, frozen=True):
    """A finding with its anchor and its sentences."""

    id: str
    """`F1`, `F2`, … with the most reportable first."""
    view: FindingView
    quotes: tuple[SentenceQuote, ...]


class _Line(Struct, frozen=True):
    """A row of the table."""

    row: RowView
    cells: tuple[_Cell, _Cell]
    found: tuple[_Found, ...]


class Kind(Struct, frozen=True):
    """A kind of row or finding that can be filtered."""

    name: str
    words: str
    number: int
    sign: str = ""


def render(comparison: Comparison, layout: Layout) -> str:
    """A whole HTML document in UTF-8; with `layout.ascii_only` other characters are written as references."""
    return finished("comparison.html", _content(comparison, layout.only), layout)


def finished(template: str, content: Mapping[str, object], layout: Layout) -> str:
    """The document that a template makes of its content."""
    page = environment().get_template(template).render(content) + "\n"
    return page.encode("ascii", "xmlcharrefreplace").decode("ascii") if layout.ascii_only else page


@cache
def environment() -> Environment:
    """What makes a page of a template."""
    # Whatever a template prints goes through the gate for display first, and is escaped then.
    made = Environment(
        loader=PackageLoader("readcompare.reports"),
        autoescape=True,
        finalize=lambda value: visible(value) if type(value) is str else value,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["shown"] = visible
    return made


def _content(comparison: Comparison, only: str | None) -> dict[str, object]:
    told = outline(comparison, only)
    shown = {row.id for row in told.rows}
    findings = tuple(one for one in _found(comparison) if not only or shown.intersection(one.view.rows))
    first = leading([one.view for one in findings])
    row_kinds, finding_kinds = list(_row_kinds(told.rows)), list(_finding_kinds(findings))
    return {
        **framed(_style(comparison) + "".join(rules(row_kinds, finding_kinds))),
        "told": told,
        "only": only,
        "ref": reference({*shown, *(s.id for row in told.rows for s in (*row.a, *row.b))}),
        "recipe": comparison.recipe,
        "documents": comparison.documents,
        "place": dict(zip((document.letter for document in comparison.documents), "ab", strict=True)),
        "lines": list(_lines(comparison, told.rows, findings)),
        "row_kinds": row_kinds,
        "unsure": sum(not row.sure for row in told.rows),
        "moved": sum(row.moved for row in told.rows),
        "findings": findings,
        "first": tuple(one for one in findings if one.view in first),
        "finding_kinds": finding_kinds,
        "bars": charts.bars(comparison),
        "slopes": charts.slopes(comparison),
    }


def _style(comparison: Comparison) -> str:
    """The style; those who hear the page are told the letters of the sides by it."""
    a, b = (document.letter for document in comparison.documents)
    return shipped("page.css").replace(' in B: "', f' in {b}: "').replace(' in A: "', f' in {a}: "')


def reference(anchors: Container[str]) -> Callable[[str], Markup]:
    """What names a row or a sentence: as a link when it stands on the page, which may be one of a part alone."""

    def named(name: str) -> Markup:
        link = '<a class="id" href="#{0}">{0}</a>' if name in anchors else '<span class="id">{0}</span>'
        return Markup(link).format(name)  # noqa: S704 - our own tags; the name is escaped

    return named


def framed(style: str) -> dict[str, object]:
    """What every page is given beside its content: style and script with their hashes, and what its template calls."""
    script = shipped("page.js")
    return {
        "version": __version__,
        "style": Markup(style),  # noqa: S704 - our own files and rules made of kinds
        "script": Markup(script),  # noqa: S704 - our own file
        "style_hash": digest(style),
        "script_hash": digest(script),
        "is_address": is_address,
        "lang": lang,
    }


def shipped(name: str) -> str:
    """A file that stands beside the templates."""
    return files("readcompare.reports").joinpath("templates", name).read_text(encoding="utf-8")


def digest(content: str) -> str:
    """What the content policy allows: nothing but these very bytes."""
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode("ascii")


def rules(row_kinds: Iterable[Kind], finding_kinds: Iterable[Kind]) -> Iterator[str]:
    """The style that hides what a filter has unticked, but for what a link has just led to."""
    for group, tag, kinds in (("row", "tr", row_kinds), ("finding", "li", finding_kinds)):
        for kind in kinds:
            yield (
                f'body:has(#{group}-{kind.name}:not(:checked)) {tag}[data-kind="{kind.name}"]'
                ":not(:target, :has(:target)) { display: none; }\n"
            )


def _row_kinds(views: Sequence[RowView]) -> Iterator[Kind]:
    number = Counter(view.kind for view in views)
    seen = {view.kind: view for view in reversed(views)}
    for kind in sorted(seen, key=list(type(views[0].kind)).index) if views else ():
        yield Kind(kind.value, seen[kind].label, number[kind], seen[kind].glyph)


def _found(comparison: Comparison) -> Iterator[_Found]:
    views = finding_views(comparison)
    for number, (view, finding) in enumerate(zip(views, comparison.findings, strict=True), start=1):
        yield _Found(f"F{number}", view, evidence(comparison, finding))


def _finding_kinds(findings: Sequence[_Found]) -> Iterator[Kind]:
    number = Counter(finding.view.kind for finding in findings)
    labels = {finding.view.kind: finding.view.label for finding in findings}
    for kind, label in labels.items():
        yield Kind(kind, label, number[kind])


def _lines(comparison: Comparison, views: Sequence[RowView], findings: Sequence[_Found]) -> Iterator[_Line]:
    """The rows in reading order; a link to a sentence leads to where it is answered, else to its first row."""
    found: dict[str, list[_Found]] = {}
    for finding in findings:
        for row in finding.view.rows:
            found.setdefault(row, []).append(finding)
    home: dict[str, str] = {}
    for view in sorted(views, key=lambda view: not view.kind.is_match):
        for sentence in (*view.a, *view.b):
            home.setdefault(sentence.id, view.id)
    for view in views:
        a, b = (
            _Cell(
                document.letter,
                document.readout.language,
                tuple(Quoted(sentence, home[sentence.id] == view.id) for sentence in side),
            )
            for document, side in zip(comparison.documents, (view.a, view.b), strict=True)
        )
        yield _Line(view, (a, b), tuple(found.get(view.id, ())))


def is_address(source: str) -> bool:
    """True for what may be linked: a page on the web, and nothing that runs or opens something here."""
    try:
        return urlsplit(source).scheme in ("http", "https") and visible(source) == source
    except ValueError:
        return False


def lang(document_or_language: Document | str) -> str:
    """The `lang` attribute; empty, which means unknown, for a text whose language nobody knows."""
    language = document_or_language if isinstance(document_or_language, str) else document_or_language.readout.language
    return "" if language == UNKNOWN_LANGUAGE else language
