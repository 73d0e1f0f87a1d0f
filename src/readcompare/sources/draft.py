"""A comparison file begun: from the texts that lie in a folder, commented so that a person can go on."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from readcompare.sources.disk import is_file
from readcompare.sources.yaml_text import quoted

SCHEMA_FILE = "readcompare.schema.json"
"""The schema, beside the comparison file that names it."""
PLACEHOLDER = "Put the text of this account here, in place of this line.\n"
TEXT_ENDINGS = (".txt", ".md")
_NAME = re.compile(r"(?P<side>.+?)(?:[._](?P<language>[a-z]{2,3}))?", re.DOTALL)
_PLAIN = re.compile(r"(?!(?:true|false|null)$)[a-z][a-z0-9-]*")
_NO_ID = re.compile(r"[^a-z0-9]+")


class DraftSide(Struct, frozen=True):
    """One side of a comparison that is begun."""

    id: str
    name: str
    texts: tuple[tuple[str, str], ...]
    """Language and path from the folder of the comparison file; the first is compared."""


class Draft(Struct, frozen=True, kw_only=True):
    """A comparison that is begun."""

    title: str
    date: str | None
    """ISO 8601 day of the conversation."""
    sides: tuple[DraftSide, ...]
    """Two, or more."""


def side_of(path: Path) -> tuple[str, str | None]:
    """The id of the side and the language that the name of a text tells, as in `germany.de.txt`."""
    found = _NAME.fullmatch(path.stem)
    side, language = found.group("side", "language") if found else (path.stem, None)
    return _NO_ID.sub("-", side.lower()).strip("-") or "side", language


def texts_in(folder: Path) -> tuple[Path, ...]:
    """The texts that lie in a folder, by name."""
    return tuple(path for path in sorted(folder.iterdir()) if path.suffix.lower() in TEXT_ENDINGS and is_file(path))


def original_first(texts: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Texts by language, English last: beside another it is mostly a translation, and the first is compared."""
    return tuple(sorted(texts.items(), key=lambda text: text[0] == "en"))


def draft_text(draft: Draft) -> str:
    """The comparison file as text."""
    sides = "\n".join(_side(side) for side in draft.sides)
    date = f"date: {draft.date}" if draft.date else "# date: 2021-11-10"
    several = len(draft.sides) > 2
    accounts = "the accounts" if several else "the two accounts"
    order = "Side A, then side B, and so on" if several else "Side A, then side B"
    pivot = f"# The side that the others are set against.\n# pivot: {draft.sides[0].id}\n" if several else ""
    return f"""\
# yaml-language-server: $schema={SCHEMA_FILE}
# A comparison file: one conversation, and {accounts} of it. A line that begins with # is a remark.

title: {quoted(draft.title)}
# The day of the conversation.
{date}
# Who spoke with whom.
# participants: [Angela Merkel, Vladimir Putin]

# {order}. Paths start in the folder of this file.
sides:
{sides}
{pivot}# How sentences are linked, and how reports are written.
# align: {{threshold: auto}}
# report: {{format: text, width: 100}}

# Where links and notes set by hand are kept.
# annotations: call.notes.yaml
# Your own terms, and your own dictionaries.
# lexicons: [my-terms.yaml]
# dictionaries: [{{file: my-words.txt, languages: de-en}}]
# What many comparisons share stands in one file.
# defaults: ../defaults.yaml
"""


def _side(side: DraftSide) -> str:
    texts = ", ".join(f"{language}: {quoted(path)}" for language, path in side.texts)
    return f"""\
  - id: {side.id if _PLAIN.fullmatch(side.id) else quoted(side.id)}
    name: {quoted(side.name)}
    # Language to text; the first is compared, unless `compare: en` names another.
    texts: {{{texts}}}
    # official | reconstruction | translation | quoted
    # wording: official
    # false for an excerpt: then nothing is called missing in it.
    # complete: true
    # published: 2021-11-10T13:05+01:00
    # source: https://example.org/readout
"""
