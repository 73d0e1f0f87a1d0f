"""Markdown with front matter: its words without the marks, and what the front matter tells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from readcompare.model.text import is_language
from readcompare.sources.readers.extract import Extract, told_dropped

_MAX_FRONT_MATTER = 20_000
_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?")
# An alias can make a small file huge.
_ALIAS = re.compile(r"[:\-\[,{][ \t]*[*&]\w")


def read_markdown(source: str, _name: str) -> Extract:
    """The words of a Markdown text that begins with front matter; when that is none, the text as it stands."""
    match = _MATTER.match(source)
    fields = _fields(match.group(1)) if match else None
    if match is None or fields is None:
        return Extract(text=source)
    text, dropped = _words(source[match.end() :])
    language = _told(fields, "language", "lang").split("-")[0].lower()
    published = _told(fields, "published", "date")
    return Extract(
        text=text,
        title=_told(fields, "title") or None,
        published=published if _DAY.fullmatch(published) else None,
        language=language if is_language(language) else None,
        publisher=_told(fields, "publisher", "office") or None,
        address=_told(fields, "source", "url", "address") or None,
        notes=("read as Markdown: its front matter tells of the text and is no part of it", *told_dropped(dropped)),
    )


def _fields(matter: str) -> Mapping[object, object] | None:
    if len(matter) > _MAX_FRONT_MATTER or _ALIAS.search(matter):
        return None
    try:
        read = yaml.safe_load(matter)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None


def _told(fields: Mapping[object, object], *keys: str) -> str:
    """The first of `keys` that tells something."""
    for key in keys:
        value = fields.get(key)
        if isinstance(value, datetime | date):
            return value.isoformat()
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return ""


def _words(body: str) -> tuple[str, list[str]]:
    """The body as paragraphs with a blank line between them, list items with their marks; and what was dropped."""
    paragraphs: list[str] = []
    dropped: list[str] = []
    numbers: list[int | None] = []
    marker = ""
    for token in MarkdownIt("commonmark", {"html": False}).enable("table").parse(body):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            numbers.append(int(str(token.attrs.get("start", 1))) if token.type == "ordered_list_open" else None)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            numbers.pop()
        elif token.type == "list_item_open":
            number = numbers[-1]
            marker = "- " if number is None else f"{number}. "
            numbers[-1] = None if number is None else number + 1
        elif token.type == "inline":
            paragraphs.append(marker + _inline(token, dropped))
            marker = ""
        elif token.type in ("fence", "code_block"):
            paragraphs.append(token.content.rstrip("\n"))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip()), dropped


def _inline(token: Token, dropped: list[str]) -> str:
    parts = []
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type == "image":
            dropped.append(f"picture: {child.content}")
        else:
            parts.append(child.content)
    return "".join(parts)
