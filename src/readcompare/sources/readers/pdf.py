"""PDF documents: the lines of their pages as paragraphs, without running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from readcompare.sources.readers.chrome import date_in, without_chrome
from readcompare.sources.readers.extract import Extract, missing_extra, told_dropped, unreadable, words_in

if TYPE_CHECKING:
    import pypdfium2

MAX_PAGES = 300
_GAP = 1.45  # how many usual line distances apart two lines of different paragraphs are
_SUPERSCRIPT = 4.0  # points; lines that are nearer are signs set above the line
_LINE_END_HYPHEN = "\ufffe"  # the library's mark for a hyphen that parts a word at the end of a line
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|seite|стр\.?|страница)\s*)?[-–—]?\s*\d{1,3}\s*[-–—]?(?:\s*(?:/|of|von|из)\s*\d{1,3})?", re.IGNORECASE
)
# What browsers print above and below a page: its address with the page number, the time with its title.
_PRINTED = re.compile(
    r"(?:https?|file)://\S+(?:\s+\d+/\d+)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?:\s?[AP]M)?(?:\s.*)?"
)
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


class _Line(Struct, frozen=True):
    text: str
    top: float
    """Of its first sign, in points from the bottom of the page."""


def read_pdf(data: bytes, name: str) -> Extract:
    """The text of a PDF document.

    Raises InputError when it is damaged, locked, too long or holds pictures only, or when the library is missing.
    """
    try:
        import pypdfium2
    except ImportError:
        raise missing_extra(name, "a PDF document", "docs") from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        message = "this PDF is locked by a password; save it without" if locked else "this PDF is damaged"
        raise unreadable(name, message) from None
    try:
        if len(document) > MAX_PAGES:
            raise unreadable(name, f"this PDF has {len(document)} pages, the limit is {MAX_PAGES}")
        pages = [_lines(document, number) for number in range(len(document))]
        told = document.get_metadata_dict()
    except pypdfium2.PdfiumError:
        raise unreadable(name, "this PDF is damaged") from None
    finally:
        document.close()
    if not any(pages):
        raise unreadable(name, "this PDF holds pictures of pages and no text; recognise its text (OCR) first")
    return _extract(pages, told)


def _extract(pages: list[list[_Line]], told: dict[str, str]) -> Extract:
    pages, running = _without_running_lines(pages)
    paragraphs: list[str] = []
    for lines in pages:
        found = _paragraphs(lines)
        if paragraphs and found and not re.search(r"[.!?:…»”\"]$", paragraphs[-1]) and found[0][:1].islower():
            paragraphs[-1] = _joined(paragraphs[-1], found.pop(0))  # a sentence that runs over two pages
        paragraphs += found
    paragraphs, lines_out = without_chrome(paragraphs)
    title = " ".join(told.get("Title", "").split()) or None
    if title and paragraphs and " ".join(paragraphs[0].split()) == title:
        paragraphs = paragraphs[1:]
    made = _PDF_DATE.match(told.get("CreationDate", ""))
    dates = [date_in(line) for line in lines_out]
    text = "\n\n".join(paragraphs)
    return Extract(
        text=text,
        title=title,
        published=next(filter(None, dates), None),
        publisher=" ".join(told.get("Author", "").split()) or None,
        notes=(
            f"taken from a PDF document of {len(pages)} page{'' if len(pages) == 1 else 's'} ({words_in(text)} words)"
            + (f"; the file was made on {'-'.join(made.groups())}" if made else ""),
            *told_dropped([*lines_out, *running]),
        ),
    )


def _lines(document: pypdfium2.PdfDocument, number: int) -> list[_Line]:
    page = document[number]
    text_page = page.get_textpage()
    try:
        lines, position = [], 0
        count = text_page.count_chars()
        for line in text_page.get_text_range().split("\n") if count else ():
            clean = line.rstrip("\r")
            if clean.strip():
                first = min(position + len(clean) - len(clean.lstrip()), count - 1)
                lines.append(
                    _Line(clean.strip().replace("\x02", _LINE_END_HYPHEN), text_page.get_charbox(first, loose=True)[3])
                )
            position += len(line) + 1
        return lines
    finally:
        text_page.close()
        page.close()


def _without_running_lines(pages: list[list[_Line]]) -> tuple[list[list[_Line]], list[str]]:
    """The pages without page numbers and without the first and last lines that most pages share."""
    ends = Counter(text for lines in pages for text in {line.text for line in (*lines[:2], *lines[-2:])})
    shared = {text for text, count in ends.items() if count > 1 and count > len(pages) / 2}
    kept, dropped = [], []
    for lines in pages:
        edge = {0, 1, len(lines) - 2, len(lines) - 1}
        is_running = [
            number in edge
            and (line.text in shared or bool(_PAGE_NUMBER.fullmatch(line.text) or _PRINTED.fullmatch(line.text)))
            for number, line in enumerate(lines)
        ]
        kept.append([line for line, out in zip(lines, is_running, strict=True) if not out])
        dropped += [line.text for line, out in zip(lines, is_running, strict=True) if out]
    return kept, dropped


def _paragraphs(lines: list[_Line]) -> list[str]:
    gaps = [first.top - second.top for first, second in pairwise(lines)]
    # In a short text with many paragraphs most distances are those between paragraphs.
    ordered = sorted(gap for gap in gaps if gap > _SUPERSCRIPT) or [1.0]
    usual = ordered[len(ordered) // 4]
    paragraphs: list[str] = []
    for number, line in enumerate(lines):
        is_far = number == 0 or not 0 < gaps[number - 1] <= _GAP * usual
        is_item = re.match(r"(?:[•●▪–-]|\d{1,2}[.)])\s", line.text)
        if is_far or is_item:
            paragraphs.append(line.text)
        else:
            paragraphs[-1] = _joined(paragraphs[-1], line.text)
    return [paragraph.replace(_LINE_END_HYPHEN, "") for paragraph in paragraphs]


def _joined(first: str, second: str) -> str:
    if first.endswith(_LINE_END_HYPHEN):
        return first[:-1] + second
    return f"{first}\n{second}"
