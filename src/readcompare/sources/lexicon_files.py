"""Lexicon files: the shipped ones, read fast, and anybody's, read strictly."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

from platformdirs import user_cache_path

from readcompare.lexicon.matcher import Entry, FieldValue, Lexicon
from readcompare.lexicon.pattern import parse_pattern
from readcompare.sources.fields import FieldReader, Fields, is_absent
from readcompare.sources.yaml_file import MappingNode, Node, ScalarNode, SequenceNode, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORMAT = "readcompare-lexicon/1"
"""What the `format` line of a lexicon file must say."""
LAYERS = ("bridge", "entities", "topics", "verbs", "term_families", "evaluatives", "hedges", "boosters", "modality")
"""Names of the shipped lexicons."""

_CACHE_FORMAT = 1  # to be raised whenever `_packed` changes
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_NO_LANGUAGES = frozenset({"id", "of", "act"})  # keys that look like a language code


@cache
def shipped_lexicons() -> tuple[Lexicon, ...]:
    """Read the lexicons that come with the program, in the order of `LAYERS`.

    Reading YAML is slow, so a parsed copy is kept in the user's cache folder under a name made from the content of
    the files. Without a usable copy, or a place to write one, the files themselves are read.
    """
    folder = files("readcompare.lexicon") / "data"
    sources = [folder / f"{layer}.yaml" for layer in LAYERS]
    digest = hashlib.blake2b(b"\0".join(source.read_bytes() for source in sources), digest_size=16).hexdigest()
    copy = user_cache_path("readcompare") / f"lexicons-{_CACHE_FORMAT}-{digest}.json"
    lexicons = _load(copy)
    if lexicons is None:
        with contextlib.ExitStack() as stack:
            paths = [stack.enter_context(as_file(source)) for source in sources]
            lexicons = tuple(read_lexicon(str(path)) for path in paths)
        _store(copy, lexicons)
    return lexicons


def read_lexicon(path: str) -> Lexicon:
    """Read the lexicon in the YAML file at `path`.

    Raises InputError when it cannot be read as text, ConfigurationError that names every problem of a faulty one.
    """
    file = read_yaml(path)
    reader = _LexiconReader(file)
    lexicon = reader.lexicon(file.root)
    reader.finish()
    return lexicon


def _load(copy: Path) -> tuple[Lexicon, ...] | None:
    """Read the lexicons stored in `copy`; None unless the file is exactly as it was written."""
    try:
        checksum, _, body = copy.read_bytes().partition(b"\n")
    except OSError:
        return None
    if checksum != _checksum(body):
        return None
    return tuple(_unpacked(packed) for packed in json.loads(body))


def _store(copy: Path, lexicons: tuple[Lexicon, ...]) -> None:
    """Write beside `copy` and rename, so that no reader sees half a file; a folder that refuses is left alone."""
    body = json.dumps([_packed(lexicon) for lexicon in lexicons], ensure_ascii=False, separators=(",", ":")).encode()
    beside = copy.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):
        copy.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(_checksum(body) + b"\n" + body)
            beside.replace(copy)
        finally:
            beside.unlink(missing_ok=True)


def _checksum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=16).hexdigest().encode()


def _packed(lexicon: Lexicon) -> list[Any]:
    return [
        lexicon.name,
        [[entry.id, entry.fields, entry.patterns, entry.excepts, entry.requires] for entry in lexicon.entries],
    ]


def _unpacked(packed: list[Any]) -> Lexicon:
    name, entries = packed
    return Lexicon(
        name,
        tuple(
            Entry(
                id=entry_id,
                layer=name,
                fields=tuple((key, tuple(value) if isinstance(value, list) else value) for key, value in fields),
                patterns=tuple((language, tuple(sources)) for language, sources in patterns),
                excepts=tuple((language, tuple(sources)) for language, sources in excepts),
                requires=requires,
            )
            for entry_id, fields, patterns, excepts, requires in entries
        ),
    )


class _LexiconReader(FieldReader):
    """Reads one lexicon file; what is wrong is collected."""

    def lexicon(self, root: MappingNode) -> Lexicon:
        fields = self.fields(root, ("format", "name", "entries"), "a lexicon")
        form = self._needed(fields, "format", root)
        if form and form != FORMAT:
            self.report(fields["format"], f"format {form!r} is not known; this version reads {FORMAT!r}")
        name = self._needed(fields, "name", root)
        if "entries" not in fields:
            self.report(root, "entries is missing")
            return Lexicon(name, ())
        return Lexicon(name, tuple(self._entries(fields["entries"], name)))

    def _entries(self, node: Node, layer: str) -> Iterator[Entry]:
        lines: dict[str, int] = {}
        for item in self._filled(node, "entries"):
            if not isinstance(item, MappingNode):
                self.report(item, "an entry must be a mapping, lines of the form `key: value`")
                continue
            entry = self._entry(item, layer)
            if entry.id in lines:
                self.report(item, f"the id {entry.id!r} stands twice; the first is in line {lines[entry.id]}")
            elif entry.id:
                lines[entry.id] = item.line
            yield entry

    def _entry(self, node: MappingNode, layer: str) -> Entry:
        fields = {key.text: value for key, value in node.entries}
        entry_id = self._needed(fields, "id", node)
        excepts = self.entries(fields.get("except"), "except")
        for key, _ in excepts:
            if not _LANGUAGE.fullmatch(key.text):
                self.report(key, f"except holds patterns by language, and {key.text!r} is no language code")
        languages = [name for name in fields if _LANGUAGE.fullmatch(name) and name not in _NO_LANGUAGES]
        if not languages:
            self.report(node, "the entry has no patterns in any language")
        others = [name for name in fields if name not in {"id", "except", "requires", *languages}]
        return Entry(
            id=entry_id,
            layer=layer,
            fields=tuple((name, self._field(fields[name], name)) for name in others),
            patterns=tuple((language, tuple(self._patterns(fields[language], language))) for language in languages),
            excepts=tuple((key.text, tuple(self._patterns(value, key.text))) for key, value in excepts),
            requires=self.text(fields.get("requires"), "requires"),
        )

    def _patterns(self, node: Node, language: str) -> Iterator[str]:
        for item in self._filled(node, language):
            pattern = self.text(item, "a pattern")
            if is_absent(item):
                self.report(item, "a pattern is missing")
            if pattern is None:
                continue
            try:
                parse_pattern(pattern)
            except ValueError as error:
                self.report(item, str(error))
            yield pattern

    def _needed(self, fields: Fields, key: str, around: Node) -> str:
        """Read a text that must be there."""
        if key not in fields or is_absent(fields[key]):
            self.report(fields.get(key, around), f"{key} is missing")
        return self.text(fields.get(key), key) or ""

    def _filled(self, node: Node, what: str) -> tuple[Node, ...]:
        """Read a list that must not be empty."""
        items = self.items(node, what)
        if is_absent(node) or (isinstance(node, SequenceNode) and not items):
            self.report(node, f"{what} is empty; it needs at least one of its kind")
        return items

    def _field(self, node: Node, name: str) -> FieldValue:
        if isinstance(node, ScalarNode) and node.value is not None:
            return node.value
        if isinstance(node, SequenceNode) and all(isinstance(item, ScalarNode) for item in node.items):
            return tuple(item.text for item in node.items if isinstance(item, ScalarNode))
        self.report(node, f"{name} must be a word, a number or a list of words")
        return ""
