"""Web pages: the office's words without the page around them, and what the page tells about itself."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from readcompare.model.text import is_language
from readcompare.sources.readers.chrome import date_in, without_chrome
from readcompare.sources.readers.extract import Extract, missing_extra, told_dropped, unreadable, words_in
from readcompare.sources.readers.publishers import Publisher, publisher_of
from readcompare.sources.readers.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborHTMLParser, LexborNode

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)", re.IGNORECASE)
_DROP_EVERYWHERE = (
    "[class*='share']", "[class*='social']", "[class*='breadcrumb']", "[class*='cookie']", "[class*='related']",
    "[class*='pagination']", "[class*='skip-link']", "[role=navigation]", "[role=banner]", "[role=contentinfo]",
)  # fmt: skip
_META_DATES = (
    "article:published_time", "datePublished", "date", "dc.date", "dcterms.date", "dcterms.created", "pubdate",
    "dc.date.issued", "dcterms.issued",
)  # fmt: skip
MAX_DEPTH = 500
"""Elements in one another; pages of offices have some thirty. Far deeper ones keep parsers busy for minutes."""

# What is closed on ordinary pages; others, such as <p>, may stay open by the rules of HTML.
_CONTAINER = re.compile(
    r"<(/?)(?:div|ul|ol|dl|table|blockquote|section|article|main|aside|nav|header|footer|form|center|span)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 8  # of a body that is believed to be one


def read_webpage(source: str, name: str, known_address: str | None = None) -> Extract:
    """The words of an office on its page `source`, published at `known_address` when that is known.

    Raises InputError when the libraries for pages are not installed, or its elements stand in one another too deep.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise missing_extra(name, "a web page", "web") from None
    if _is_too_deep(source):
        raise unreadable(name, f"this is no ordinary page: its elements stand in one another over {MAX_DEPTH} deep")
    tree = LexborHTMLParser(source)
    address = _address(tree, source)
    publisher = publisher_of(tuple(_host(one) for one in (known_address, address) if one))
    title, published = _title(tree, publisher), _published(tree, publisher)
    found = _known(tree, publisher, title) if publisher else None
    how = f"taken from a page of the publisher {publisher.name}" if publisher and found else "taken from a web page"
    if found is None:
        from readcompare.sources.readers.unknown_page import find_text

        paragraphs, dropped, told = find_text(LexborHTMLParser(source), source, name, title)
        how += f" of no known publisher; {told}"
    else:
        paragraphs, dropped = found
    paragraphs, lines = without_chrome(paragraphs)
    text = "\n\n".join(paragraphs)
    return Extract(
        text=text,
        title=title,
        published=published or next(filter(None, map(date_in, lines)), None),
        language=_language(tree),
        publisher=publisher.name if publisher else _meta(tree, "og:site_name"),
        address=address,
        notes=(f"{how} ({words_in(text)} words)", *told_dropped([*lines, *dropped])),
    )


def _is_too_deep(source: str) -> bool:
    depth = 0
    for match in _CONTAINER.finditer(source):
        depth = max(0, depth - 1) if match.group(1) else depth + 1
        if depth > MAX_DEPTH:
            return True
    return False


def _host(address: str) -> str:
    """The host of a web address in small letters; empty when it has none."""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _known(tree: LexborHTMLParser, publisher: Publisher, title: str | None) -> tuple[list[str], list[str]] | None:
    """The paragraphs and what was dropped, by the rules of `publisher`; None when the page is built otherwise."""
    bodies = _outermost(next(filter(None, (tree.css(selector) for selector in publisher.body)), []))
    if not bodies:
        return None
    dropped = remove(bodies, (*publisher.drop, *_DROP_EVERYWHERE))
    walk = Walk()
    for body in bodies:
        walk.add(body)
    paragraphs = walk.paragraphs
    if paragraphs and title and " ".join(paragraphs[0].split()) == title:
        paragraphs = paragraphs[1:]
    if words_in(" ".join(paragraphs)) < _FEWEST_WORDS:
        return None
    leads = [node.text(deep=True, separator=" ") for node in _first(tree, publisher.lead)]
    return paragraphs, [*leads, *dropped, *walk.dropped]


def _outermost(nodes: Sequence[LexborNode]) -> list[LexborNode]:
    """The nodes that do not stand within another of them, so that nothing is read twice."""
    known = {node.mem_id for node in nodes}
    return [node for node in nodes if not any(parent.mem_id in known for parent in _parents(node))]


def _parents(node: LexborNode) -> list[LexborNode]:
    found, parent = [], node.parent
    while parent is not None:
        found.append(parent)
        parent = parent.parent
    return found


def remove(nodes: Sequence[LexborNode], selectors: Sequence[str]) -> list[str]:
    """Take what `selectors` find out of `nodes`; its words come back."""
    dropped = []
    for node in nodes:
        for found in _outermost(node.css(", ".join(selectors))):
            if found.mem_id != node.mem_id:
                dropped.append(found.text(deep=True, separator=" "))
                found.decompose()
    return dropped


def _first(tree: LexborHTMLParser, selectors: Sequence[str]) -> list[LexborNode]:
    return [node for node in (tree.css_first(selector) for selector in selectors) if node is not None][:1]


def _address(tree: LexborHTMLParser, source: str) -> str | None:
    for selector, attribute in (("link[rel=canonical]", "href"), ("meta[property='og:url']", "content")):
        node = tree.css_first(selector)
        value = (node.attributes.get(attribute) or "") if node is not None else ""
        if value.startswith(("http://", "https://")):
            return value
    saved = _SAVED_FROM.search(source[:4000])
    return saved.group(1) if saved else None


def _title(tree: LexborHTMLParser, publisher: Publisher | None) -> str | None:
    headings = _first(tree, publisher.title if publisher else ("main h1", "article h1", "h1"))
    told = headings[0].text(deep=True, separator=" ") if headings else _meta(tree, "og:title") or ""
    if not told.strip():
        title = tree.css_first("title")
        told = title.text() if title is not None else ""
    return " ".join(told.split()) or None


def _published(tree: LexborHTMLParser, publisher: Publisher | None) -> str | None:
    for selector in publisher.published if publisher else ("main time[datetime]", "article time[datetime]"):
        for node in tree.css(selector)[:3]:
            attributes = node.attributes
            told = attributes.get("datetime") or attributes.get("content") or node.text(deep=True)
            if moment := _moment(told):
                return moment
    return next(filter(None, (_moment(_meta(tree, key) or "") for key in _META_DATES)), None)


def _moment(told: str) -> str | None:
    """An ISO 8601 date or time, or the date in words."""
    try:
        return datetime.fromisoformat(told.strip()).isoformat(timespec="minutes") if "T" in told else date_in(told)
    except ValueError:
        return date_in(told)


def _meta(tree: LexborHTMLParser, key: str) -> str | None:
    """The content of a meta element, by name or property, in any case."""
    for node in tree.css("meta"):
        attributes = node.attributes
        names = (attributes.get("property"), attributes.get("name"), attributes.get("itemprop"))
        if any(name and name.lower() == key.lower() for name in names):
            return " ".join((attributes.get("content") or "").split()) or None
    return None


def _language(tree: LexborHTMLParser) -> str | None:
    root = tree.css_first("html")
    told = (root.attributes.get("lang") or "") if root is not None else ""
    primary = re.split("[-_]", told)[0].lower()
    return primary if is_language(primary) else None
