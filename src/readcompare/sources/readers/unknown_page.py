"""Pages of publishers without rules: a library finds the text, and its lists are checked against the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readcompare.sources.readers.extract import missing_extra, words_in
from readcompare.sources.readers.walk import Walk

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_DROP = (
    "header nav", "nav", "[role=navigation]", "[role=banner]", "[role=contentinfo]", "[class*='share']",
    "[class*='social']", "[class*='breadcrumb']", "[class*='cookie']", "[class*='related']", "[class*='menu']",
)  # fmt: skip
_KEEP_SHARE = 0.97  # share of the words of the page's part with the text from which the library's answer is believed
_WHITE = re.compile(r"\s+")
_LOST_PIECES = 40


def find_text(tree: LexborHTMLParser, source: str, name: str, title: str | None) -> tuple[list[str], list[str], str]:
    """The paragraphs of the text on a page, what was left out, and how it was found.

    The library tells where on the page the text stands. What it leaves out there is looked up in the page itself: when
    it dropped more than a few words, the paragraphs are taken from the page. Raises InputError when the library is not
    installed.
    """
    try:
        import trafilatura
    except ImportError:
        raise missing_extra(name, "a web page of no known publisher", "web") from None
    try:
        told = trafilatura.extract(
            source, favor_recall=True, include_comments=False, include_tables=True, include_formatting=False
        )
    except (ValueError, TypeError, AttributeError, RecursionError):  # it was not made for pages that are broken
        told = None
    lines = [line.strip() for line in (told or "").splitlines() if line.strip()]
    part, dropped = _part_with(tree, lines)
    walk = Walk()
    walk.add(part)
    paragraphs = [piece for piece in walk.paragraphs if _plain(piece) != _plain(title or "")]
    lines = [line for line in lines if _plain(line) != _plain(title or "")]
    on_page = words_in(" ".join(paragraphs))
    if lines and words_in(" ".join(lines)) >= _KEEP_SHARE * on_page:
        return lines, dropped, "found by trafilatura"
    left_out = on_page - words_in(" ".join(lines))
    how = f"trafilatura left out {left_out} words, so the whole part of the page was taken: look it through"
    return paragraphs, [*dropped, *walk.dropped], how if lines else "the whole page was taken"


def _part_with(tree: LexborHTMLParser, lines: list[str]) -> tuple[LexborNode, list[str]]:
    """The smallest part of the page that holds most of `lines`, and the words of the furniture taken out of it."""
    part: LexborNode | None = tree.body or tree.root
    if part is None:
        raise ValueError("a parsed page has a root")
    dropped = []
    for selector in _DROP:
        for node in part.css(selector):
            dropped.append(node.text(deep=True, separator=" "))
            node.decompose()
    wanted = [_plain(line)[:60] for line in lines[:_LOST_PIECES]]
    while wanted:
        inner = next((child for child in part.iter() if _holds(child, wanted)), None)
        if inner is None or inner.tag in ("ul", "ol", "p", "table"):
            break
        part = inner
    return part, dropped


def _holds(node: LexborNode, wanted: list[str]) -> bool:
    text = _plain(node.text(deep=True, separator=""))
    return sum(1 for piece in wanted if piece in text) >= 0.9 * len(wanted)


def _plain(text: str) -> str:
    """Letters and figures alone: the library and the page differ in white space and list marks."""
    return _WHITE.sub("", re.sub(r"[\W_]+", "", text))
