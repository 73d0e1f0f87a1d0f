"""A news report: its text as it was read, and what its front matter says about the call."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from readcompare.errors import InputError, Problem
from readcompare.sources.encoding import decode_any
from readcompare.sources.given import source_bytes, source_name
from readcompare.sources.readers.anything import read_document
from readcompare.sources.text import is_blank

if TYPE_CHECKING:
    from readcompare.sources.fields import FieldReader
    from readcompare.sources.yaml_file import Node

MAX_REPORT_CHARACTERS = 200_000
"""Longest report that is read: a report is a page or two, this is a book."""

_FRONT = re.compile(r"\s*---[ \t]*\r?\n(?P<fields>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ID = re.compile(r"[a-z0-9-]+")


class ReportSide(Struct, frozen=True, kw_only=True):
    """One side as the front matter names it."""

    id: str
    name: str
    aliases: tuple[str, ...]
    """What else the report calls the side's office."""


class ReportFile(Struct, frozen=True, kw_only=True):
    """One report, read."""

    text: str
    """All characters of a text file, front matter included; of a document those that were taken out."""
    begin: int
    """Where the report itself begins, in characters."""
    title: str | None = None
    date: str | None = None
    """ISO 8601 date of the call."""
    language: str | None = None
    participants: tuple[str, ...] = ()
    sides: tuple[ReportSide, ...] = ()
    """Two, or none when the front matter names none."""
    notes: tuple[str, ...] = ()
    """What a reader must know about how it was read."""


def read_report(path: str, *, encoding: str | None = None) -> ReportFile:
    """Read the report at `path`, on standard input or on the clipboard.

    A web page, a PDF or a Word document is read as the text that is taken out of it.

    Raises InputError when it cannot be read, is too long or has nothing beside its front matter,
    ConfigurationError with all problems of its front matter.
    """
    name, data = source_name(path), source_bytes(path)
    document = read_document(data, name, encoding=encoding)
    if document is not None:
        _refuse_a_book(document.text, name)
        # The day on which it was published need not be that of the call.
        return ReportFile(
            text=document.text, begin=0, title=document.title, language=document.language, notes=document.notes
        )
    decoded = decode_any(data, name, named=encoding)
    text = decoded.text
    if is_blank(text):
        raise InputError(Problem(message="there is no text in it", path=name))
    _refuse_a_book(text, name)
    notes = (decoded.note,) if decoded.note else ()
    front = _FRONT.match(text)
    if front is None:
        return ReportFile(text=text, begin=0, notes=notes)
    if not text[front.end() :].strip():
        raise InputError(Problem(message="there is no text in it beside its front matter", path=name))
    return replace(_with_front(text, front, name), notes=notes)


def _refuse_a_book(text: str, name: str) -> None:
    if len(text) > MAX_REPORT_CHARACTERS:
        message = f"this is too long for a report: {len(text):,} characters, the limit is {MAX_REPORT_CHARACTERS:,}"
        raise InputError(Problem(message=message, path=name))


def _with_front(text: str, front: re.Match[str], name: str) -> ReportFile:
    # Most reports come without front matter.
    from readcompare.sources.fields import FieldReader
    from readcompare.sources.yaml_file import parse_yaml

    lines_before = text.count("\n", 0, front.start("fields"))
    file = parse_yaml("\n" * lines_before + front["fields"], name)
    reader = FieldReader(file)
    # Other keys are the business of whoever publishes the report.
    fields = {key.text: node for key, node in file.root.entries}
    participants = tuple(
        reader.text(node, "a participant") for node in reader.items(fields.get("participants"), "participants")
    )
    report = ReportFile(
        text=text,
        begin=front.end(),
        title=reader.text(fields.get("title"), "title"),
        date=_day(reader, fields.get("date")),
        language=reader.text(fields.get("language"), "language"),
        participants=tuple(name for name in participants if name),
        sides=_sides(reader, fields.get("sides")),
    )
    reader.finish()
    return report


def _day(reader: FieldReader, node: Node | None) -> str | None:
    """The day at the start of a date or a time; other forms of date are left out, since a report may have any."""
    written = getattr(node, "text", "")
    found = _DATE.match(written)
    if not found:
        return None
    try:
        return date.fromisoformat(found.group()).isoformat()
    except ValueError:
        reader.report(node, f"{found.group()!r} is no day") if node else None
        return None


def _sides(reader: FieldReader, node: Node | None) -> tuple[ReportSide, ...]:
    """A mapping from ids to what is said of them, or a list with an `id` in each."""
    from readcompare.sources.yaml_file import MappingNode, SequenceNode

    if node is None:
        return ()
    if isinstance(node, SequenceNode):
        pairs = [(_child(item, "id"), item) for item in node.items]
    else:
        pairs = [(key, value) for key, value in reader.entries(node, "sides")]
    sides = []
    for key, value in pairs:
        side_id = (reader.text(key, "a side's id") if key else None) or ""
        if not _ID.fullmatch(side_id):
            reader.report(key or value, "a side has an id of small letters a-z, digits and hyphens, such as germany")
        fields = {one.text: inner for one, inner in value.entries} if isinstance(value, MappingNode) else {}
        plain = None if isinstance(value, MappingNode) else reader.text(value, "the name of a side")
        aliases = [reader.text(item, "an alias") for item in reader.items(fields.get("aliases"), "aliases")]
        side = ReportSide(
            id=side_id,
            name=reader.text(fields.get("name"), "name") or plain or side_id,
            aliases=tuple(alias for alias in aliases if alias),
        )
        sides.append(side)
    if len(sides) != 2:
        reader.report(node, f"a call has two sides; the front matter names {len(sides)}")
    elif sides[0].id == sides[1].id:
        reader.report(node, f"both sides have the id {sides[0].id!r}")
    return tuple(sides)


def _child(node: Node, key: str) -> Node | None:
    from readcompare.sources.yaml_file import MappingNode

    if not isinstance(node, MappingNode):
        return None
    return next((value for name, value in node.entries if name.text == key), None)
