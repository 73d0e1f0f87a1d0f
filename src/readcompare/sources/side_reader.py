"""One side of a comparison file: who, which texts, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from readcompare.model.text import Wording
from readcompare.sources.fields import FieldReader, Fields, is_absent
from readcompare.sources.named_path import outside
from readcompare.sources.text import encoding_trouble, file_trouble
from readcompare.sources.yaml_file import MappingNode, Node, ScalarNode, shown

Examine = Callable[[str, str | None], str | None]
"""Says what is wrong with the text at a path in an encoding (None for UTF-8); None when nothing is."""

SIDE_KEYS = (
    "id", "name", "texts", "file", "language", "compare", "wording", "complete", "published", "source", "encoding",
    "previous", "include",
)  # fmt: skip
_ID = re.compile(r"[a-z0-9-]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}.*)?")
# Country codes that are easily taken for language codes, and are none.
_COUNTRIES = {"ua": "uk", "cn": "zh", "jp": "ja", "by": "be", "cz": "cs", "dk": "da", "gr": "el"}


class TextFile(Struct, frozen=True):
    """One language version of a side."""

    language: str | None
    """BCP 47 primary subtag; None when it is to be recognised from the text."""
    path: str
    """Ready to open: absolute, or relative to the working folder."""
    written: str
    """The path as it stands in the comparison file, relative to its folder."""
    declared: str | None = None
    """Encoding that a server declared, for a page that was fetched."""


class SideFile(Struct, frozen=True, kw_only=True):
    """One side of a comparison file."""

    id: str
    """Short lower-case name, such as `germany`."""
    name: str
    """Name for people."""
    texts: tuple[TextFile, ...]
    """At least one, in the order of the file."""
    compare: str | None
    """The language of the version that is compared; None when the only version's language is not given."""
    wording: Wording | None = None
    complete: bool = True
    """False for an excerpt."""
    published: str | None = None
    """ISO 8601 date or time, as written."""
    source: str | None = None
    """Where the text was published, as written."""
    encoding: str | None = None
    """Encoding of the side's files; None for UTF-8."""
    previous: TextFile | None = None
    """The side's last readout on the same counterpart, in the language that is compared."""


def is_there(path: str, _encoding: str | None) -> str | None:
    """Say why a text cannot be opened; what is in it shows when it is read."""
    return file_trouble(path)


class SideReader:
    """Reads one side after another; remembers which ids and files are taken."""

    def __init__(self, reader: FieldReader, folder: Path, examine: Examine) -> None:
        self.reader = reader
        self._folder = folder
        self._examine = examine
        self._ids: dict[str, int] = {}
        self._files: dict[tuple[int, int], int] = {}

    def read(self, node: Node) -> SideFile:
        """Read a side; what is wrong with it is reported, and something harmless stands in its place."""
        reader = self.reader
        fields = reader.fields(node, SIDE_KEYS, "a side")
        side_id = self._id(fields.get("id"), node)
        encoding = self._encoding(fields.get("encoding"))
        texts = self._texts(fields, node, encoding)
        compared = self._compare(fields.get("compare"), texts)
        previous = fields.get("previous")
        wording = reader.choice(fields.get("wording"), [wording.value for wording in Wording], "wording")
        return SideFile(
            id=side_id,
            name=reader.text(fields.get("name"), "name") or side_id,
            texts=texts,
            compare=compared,
            wording=Wording(wording) if wording else None,
            complete=reader.flag(fields.get("complete"), "complete") is not False,
            published=_published(reader, fields.get("published")),
            source=reader.text(fields.get("source"), "source"),
            encoding=encoding,
            previous=self._text(compared, previous, encoding) if previous and not is_absent(previous) else None,
        )

    def _id(self, node: Node | None, side: Node) -> str:
        if node is None or is_absent(node):
            self.reader.report(node or side, "this side has no `id`, a short name such as germany")
            return ""
        side_id = self.reader.text(node, "id") or ""
        if side_id in self._ids:
            self.reader.report(node, f"the id {shown(side_id)} is taken by the side of line {self._ids[side_id]}")
        elif side_id and not _ID.fullmatch(side_id):
            simple = "-".join(re.findall("[a-z0-9]+", side_id.lower())) or "germany"
            self.reader.report(
                node, f"an id has small letters a-z, digits and hyphens, as {shown(simple)}; not {shown(side_id)}"
            )
        if side_id:
            self._ids.setdefault(side_id, node.line)
        return side_id

    def _texts(self, fields: Fields, side: Node, encoding: str | None) -> tuple[TextFile, ...]:
        reader = self.reader
        given = {key: node for key, node in fields.items() if not is_absent(node)}
        texts, file, language = given.get("texts"), given.get("file"), given.get("language")
        if texts is None:
            fetched = self._fetched(given.get("source"), language) if file is None else None
            if fetched:
                return (fetched,)
            if file is None:
                hint = (
                    "or fetch its `source` with `readcompare fetch`" if "source" in given else "or `file: germany.txt`"
                )
                reader.report(side, f"this side has no text: write `texts: {{de: germany.de.txt}}` {hint}")
            return (self._text(self._language(language), file, encoding),) if file else ()
        if file is not None:
            reader.report(file, "a side has `texts` or one `file`, not both")
        if language is not None:
            reader.report(language, "`language` goes with `file`; in `texts` the keys are the languages")
        entries = reader.entries(texts, "texts")
        if isinstance(texts, MappingNode) and not entries:
            reader.report(texts, "there is no text here: write {de: germany.de.txt}")
        return tuple(self._text(self._language(key), value, encoding) for key, value in entries)

    def _fetched(self, source: Node | None, language: Node | None) -> TextFile | None:
        """The newest version of the page at `source`, when that was fetched."""
        address = source.text if isinstance(source, ScalarNode) else ""
        if not address.startswith(("http://", "https://")):
            return None
        # Most sides have their texts in files.
        from readcompare.sources.fetch.store import FOLDER, versions_of

        versions = versions_of(self._folder / FOLDER, address)
        if not versions:
            return None
        newest = versions[-1]
        return TextFile(self._language(language), str(newest.path), address, newest.declared)

    def _text(self, language: str | None, node: Node, encoding: str | None) -> TextFile:
        if is_absent(node):
            self.reader.report(node, "the path of a text is missing")
        written = self.reader.text(node, "the path of a text") or ""
        path = self._folder / written
        trouble = self._path_trouble(path, written, node.line, encoding) if written else None
        if trouble:
            self.reader.report(node, trouble)
        return TextFile(language, str(path), written)

    def _path_trouble(self, path: Path, written: str, line: int, encoding: str | None) -> str | None:
        trouble = outside(self._folder, written, "text")
        if trouble:
            return trouble
        trouble = self._examine(str(path), encoding)
        if trouble:
            return f"the text {shown(written)}: {trouble}"
        status = path.stat()
        key = (status.st_dev, status.st_ino)
        if key in self._files:
            return f"the text {shown(written)} is the file of line {self._files[key]} once more; each text has its own"
        self._files[key] = line
        return None

    def _language(self, node: Node | None) -> str | None:
        code = self.reader.text(node, "a language")
        if node is None or code is None:
            return None
        primary = re.split("[-_]", code)[0].lower()
        near = _COUNTRIES.get(primary, primary if _LANGUAGE.fullmatch(primary) else None)
        if code != near:
            meant = f"did you mean {shown(near)}?" if near else "write de, en, ru, ..."
            self.reader.report(node, f"a language must be a code of two or three letters, not {shown(code)}; {meant}")
        return code

    def _compare(self, node: Node | None, texts: tuple[TextFile, ...]) -> str | None:
        wanted = self.reader.text(node, "compare")
        languages = [text.language for text in texts if text.language]
        if node is None or wanted is None or not texts:
            return texts[0].language if texts else None
        if not languages:
            self.reader.report(node, "`compare` chooses among `texts`; the language of one `file` is its `language`")
        elif wanted not in languages:
            self.reader.report(node, f"there is no text in {shown(wanted)} to compare; there is {', '.join(languages)}")
        return wanted

    def _encoding(self, node: Node | None) -> str | None:
        encoding = self.reader.text(node, "encoding")
        trouble = encoding_trouble(encoding) if encoding else None
        if node is not None and trouble:
            self.reader.report(node, trouble)
            return None
        return encoding


def _published(reader: FieldReader, node: Node | None) -> str | None:
    meant = "published must be a day or a time such as 2021-11-10T13:05+01:00"
    return reader.moment(node, _TIME, datetime.fromisoformat, meant)
