"""From the elements of a web page to paragraphs, so that no list item is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
# What is never an office's words.
_NEVER = frozenset(
    "script style noscript template svg iframe object video audio canvas head button select input".split()
)
_FURNITURE = frozenset("nav aside footer form figure figcaption dialog".split())
_NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHITE = re.compile(r"[ \t\r\n\f\v]+")  # a no-break space stays
_MAX_DEPTH = 200
_LONGEST_CELL = 200  # characters; what is longer is no table of figures


class Walk:
    """Collects the paragraphs under elements, and what was dropped on the way."""

    def __init__(self, furniture: frozenset[str] = _FURNITURE) -> None:
        self.paragraphs: list[str] = []
        self.dropped: list[str] = []
        self._furniture = furniture
        self._parts: list[str] = []
        self._marker = ""

    def add(self, node: LexborNode) -> None:
        """Add the paragraphs under `node`."""
        self._node(node, 0)
        self._end()

    def _node(self, node: LexborNode, depth: int) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self._parts.append(_WHITE.sub(" ", node.text_content or ""))
            return
        if tag in _NEVER or tag.startswith(("-", "_")):
            return
        if tag in self._furniture or _is_hidden(node) or depth > _MAX_DEPTH:
            self.dropped.append(node.text(deep=True, separator=" "))
            return
        if tag == "br":
            self._parts.append("\n")
            return
        if tag in _BLOCKS:
            self._end()
        if tag == "tr" and (row := self._row(node, depth)):
            self.paragraphs.append(row)
            return
        self._children(node, tag, depth)
        if tag in _BLOCKS:
            self._end()

    def _children(self, node: LexborNode, tag: str, depth: int) -> None:
        number = _start(node) if tag == "ol" else None
        for child in node.iter(include_text=True):
            if child.tag == "li":
                self._end()
                self._marker = "- " if number is None else f"{number}. "
                number = None if number is None else number + 1
            self._node(child, depth + 1)

    def _row(self, node: LexborNode, depth: int) -> str | None:
        """A row of a table on one line; None for a table that only lays out the page."""
        cells = []
        for child in node.iter():
            cell = Walk(self._furniture)
            cell._children(child, "td", depth + 1)
            cell._end()
            if len(cell.paragraphs) > 1 or len("".join(cell.paragraphs)) > _LONGEST_CELL:
                return None
            cells += cell.paragraphs
        return " | ".join(cells)

    def _end(self) -> None:
        lines = (line.strip(" ") for line in "".join(self._parts).split("\n"))
        text = "\n".join(lines).strip("\n ")
        self._parts.clear()
        if not text.strip():
            return
        # Two line breaks are how some pages part paragraphs.
        first, *rest = (piece.strip("\n") for piece in re.split(r"\n{2,}", text))
        self.paragraphs += [self._marker + first, *rest]
        self._marker = ""


def _start(node: LexborNode) -> int:
    written = node.attributes.get("start") or "1"
    return int(written) if written.isdecimal() and len(written) < 6 else 1


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_NO_DISPLAY.search(attributes.get("style") or ""))
    )
