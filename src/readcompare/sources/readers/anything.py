"""Reading any text by what it is, not by what its file is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from readcompare.errors import InputError, Problem
from readcompare.sources.encoding import declared_in_page, decode_any
from readcompare.sources.given import source_bytes, source_name
from readcompare.sources.readers.extract import Extract, unreadable
from readcompare.sources.text import is_blank

if TYPE_CHECKING:
    from readcompare.sources.encoding import Decoded

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}"
    r"<(?:!doctype\s+html|(?:html|head|body|article|main|section|header|div|title|meta|link|h1|p|table|ul)\b[^<>]*>)",
    re.IGNORECASE | re.DOTALL,
)
_END_TAG = re.compile(r"</(?:html|body|article|main|section|div|p|ul|table)\s*>", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_PDF_WITHIN = 1024  # bytes; the mark of a PDF need not be its first


def read_source(
    path: str, *, encoding: str | None = None, declared: str | None = None, address: str | None = None
) -> Extract:
    """Read the text in the file at `path` (or on standard input or the clipboard), whatever its format.

    `encoding` is what the user says it is, `declared` what a server said, `address` where it is known to have been
    published. Raises InputError for what cannot be read,
    is of no known format, needs a library that is not installed, or holds no text.
    """
    return read_data(source_bytes(path), source_name(path), encoding=encoding, declared=declared, address=address)


def read_data(
    data: bytes, name: str, *, encoding: str | None = None, declared: str | None = None, address: str | None = None
) -> Extract:
    """Read the text in `data` as `read_source` does; messages call it `name`."""
    extract = _extract(data, name, _Known(encoding, declared, address))
    if is_blank(extract.text):
        raise InputError(Problem(message="there is no text in it", path=name))
    return extract


class _Known(Struct, frozen=True):
    """What is known beside the bytes."""

    encoding: str | None
    declared: str | None
    address: str | None


def read_document(data: bytes, name: str, *, encoding: str | None = None) -> Extract | None:
    """The text in `data` when it is a PDF, a Word document or a web page; None for a plain text, of any kind.

    Raises InputError as `read_source` does.
    """
    extract = _document(data, name, _Known(encoding, None, None))
    if extract is not None and is_blank(extract.text):
        raise InputError(Problem(message="there is no text in it", path=name))
    return extract


def _document(data: bytes, name: str, known: _Known) -> Extract | None:
    # Each reader is imported when there is something for it to read.
    if b"%PDF-" in data[:_PDF_WITHIN]:
        from readcompare.sources.readers.pdf import read_pdf

        return read_pdf(data, name)
    if data.startswith(b"PK\x03\x04") and b"word/document" in data:
        from readcompare.sources.readers.docx import read_docx

        return read_docx(data, name)
    text = _decoded(data, name, known).text
    return _page(data, name, known) if _PAGE.match(text) and _END_TAG.search(text) else None


def _decoded(data: bytes, name: str, known: _Known) -> Decoded:
    return decode_any(data, name, named=known.encoding, declared=known.declared)


def _extract(data: bytes, name: str, known: _Known) -> Extract:
    document = _document(data, name, known)
    if document is not None:
        return document
    decoded = _decoded(data, name, known)
    if _FRONT_MATTER.match(decoded.text):
        from readcompare.sources.readers.markdown import read_markdown

        return _with_note(read_markdown(decoded.text, name), decoded)
    return _with_note(Extract(text=decoded.text), decoded)


def _page(data: bytes, name: str, known: _Known) -> Extract:
    from readcompare.sources.readers.webpage import read_webpage

    # What a server says goes before what the page says of itself, as in browsers.
    decoded = decode_any(data, name, named=known.encoding, declared=known.declared or declared_in_page(data))
    try:
        return _with_note(read_webpage(decoded.text, name, known.address), decoded)
    except RecursionError:
        raise unreadable(name, "its elements stand in one another too deep") from None


def _with_note(extract: Extract, decoded: Decoded) -> Extract:
    return replace(extract, notes=(decoded.note, *extract.notes)) if decoded.note else extract
