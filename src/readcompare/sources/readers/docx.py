"""Word documents: their paragraphs, list items and tables in order, as they read with all changes accepted."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from readcompare.model.text import is_language
from readcompare.sources.readers.chrome import date_in, without_chrome
from readcompare.sources.readers.extract import Extract, missing_extra, told_dropped, unreadable, words_in

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

MAX_UNPACKED = 60_000_000
"""Bytes of all parts of a document together: a small file can hold a very large one."""

# The library takes a document apart without looking first, and what breaks it there is a damaged document.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, OSError, AttributeError, NotImplementedError,
    IndexError, TypeError, RuntimeError,
)  # fmt: skip
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}txbxContent"})
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011", f"{_W}softHyphen": ""}


def read_docx(data: bytes, name: str) -> Extract:
    """The text of a Word document; InputError when it is damaged or too large, or the library is missing."""
    try:
        import docx
        from docx.exceptions import PythonDocxError
        from docx.opc.exceptions import OpcError
        from docx.oxml.exceptions import XmlchemyError
        from lxml.etree import LxmlError
    except ImportError:
        raise missing_extra(name, "a Word document", "docs") from None
    try:
        _refuse_a_bomb(data, name)
        return _extract(docx.Document(io.BytesIO(data)))
    except (PythonDocxError, OpcError, XmlchemyError, LxmlError, *_DAMAGE) as error:  # fmt: skip
        reason = " ".join(str(error).split())[:80] or type(error).__name__
        raise unreadable(name, f"this Word document is damaged: {reason}") from None


def _refuse_a_bomb(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(member.file_size for member in archive.infolist())
    if size > MAX_UNPACKED:
        raise unreadable(name, f"this Word document unpacks to {size:,} bytes, the limit is {MAX_UNPACKED:,}")


def _extract(document: Document) -> Extract:
    body = document.element.body
    paragraphs = [text for text in _paragraphs(body) if text.strip()]
    paragraphs, lines = without_chrome(paragraphs)
    told = document.core_properties
    title = " ".join((told.title or "").split()) or None
    if title and paragraphs and " ".join(paragraphs[0].split()) == title:
        paragraphs = paragraphs[1:]
    language = (told.language or "").split("-")[0].lower()
    text = "\n\n".join(paragraphs)
    changes = sum(1 for _ in body.iter(f"{_W}ins", f"{_W}del"))
    tracked = (f"{changes} tracked changes in it were read as accepted",) if changes else ()
    return Extract(
        text=text,
        title=title,
        published=next(filter(None, map(date_in, lines)), None),
        language=language if is_language(language) else None,
        publisher=" ".join((told.author or "").split()) or None,
        notes=(
            f"taken from a Word document ({words_in(text)} words)",
            *tracked,
            *told_dropped([*lines, *_around(document), *_boxes(body)]),
        ),
    )


def _paragraphs(body: _Element) -> Iterator[str]:
    for element in body.iterchildren():
        if element.tag == f"{_W}p":
            yield _marker(element) + _words(element)
        elif element.tag == f"{_W}tbl":
            for row in element.iter(f"{_W}tr"):
                cells = (" ".join(_words(part) for part in cell.iter(f"{_W}p")) for cell in row.iter(f"{_W}tc"))
                yield " | ".join(cell for cell in cells if cell.strip())
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _paragraphs(element)


def _marker(paragraph: _Element) -> str:
    """The bullet of a list item; which number an item has, Word counts and does not write down."""
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return ""
    style = properties.find(f"{_W}pStyle")
    named = (style.get(f"{_W}val") or "") if style is not None else ""
    is_item = properties.find(f"{_W}numPr") is not None or named.startswith("List")
    return "- " if is_item else ""


def _words(element: _Element) -> str:
    parts: list[str] = []
    for child in element.iterchildren():
        if child.tag in _GONE:
            continue
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        else:
            parts.append(_words(child))
    return "".join(parts)


def _around(document: Document) -> list[str]:
    """The heads and feet of the pages."""
    parts = [part for section in document.sections for part in (section.header, section.footer)]
    return [paragraph.text for part in parts if not part.is_linked_to_previous for paragraph in part.paragraphs]


def _boxes(body: _Element) -> list[str]:
    return ["".join(text.text or "" for text in box.iter(f"{_W}t")) for box in body.iter(f"{_W}txbxContent")]
