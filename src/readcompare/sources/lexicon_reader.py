"""The reader of a lexicon file: entries, and all that is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readcompare.lexicon.entries import Entry, FieldValue, Lexicon
from readcompare.lexicon.pattern import parse_pattern
from readcompare.sources.fields import FieldReader, Fields, is_absent
from readcompare.sources.yaml_file import MappingNode, Node, ScalarNode, SequenceNode

FORMAT = "readcompare-lexicon/1"
"""What the `format` line of a lexicon file must say."""

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_NO_LANGUAGES = frozenset({"id", "of", "act"})  # keys that look like a language code


class LexiconReader(FieldReader):
    """Reads one lexicon file; what is wrong is collected."""

    def lexicon(self, root: MappingNode) -> Lexicon:
        """Read the whole file; what was wrong is raised by `finish`."""
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
