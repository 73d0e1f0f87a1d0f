"""What a comparison file says about files of the user's own: `lexicons` and `dictionaries`."""

from __future__ import annotations

from pathlib import Path

from readcompare.sources.dictionary import Named, find, pair
from readcompare.sources.disk import is_there
from readcompare.sources.fields import FieldReader, is_absent
from readcompare.sources.named_path import outside
from readcompare.sources.text import file_trouble
from readcompare.sources.yaml_file import MappingNode, Node, shown

_KEYS = ("file", "languages")
_EXAMPLE = "{file: my-words.txt, languages: de-en}"


class OwnFiles:
    """Reads lists of files, each named by its path from the folder of the file that names it."""

    def __init__(self, reader: FieldReader) -> None:
        self._reader = reader

    def lexicons(self, node: Node | None) -> tuple[str, ...]:
        """The paths of the lexicons, ready to open."""
        paths = (self._path(item, "lexicon") for item in self._reader.items(node, "lexicons"))
        return tuple(path for path in paths if path)

    def dictionaries(self, node: Node | None) -> tuple[Named, ...]:
        """The dictionaries; one that does not stand in the folder may be an installed one."""
        found = (self._dictionary(item) for item in self._reader.items(node, "dictionaries"))
        return tuple(one for one in found if one)

    def _dictionary(self, node: Node) -> Named | None:
        if not isinstance(node, MappingNode):
            path = self._path(node, "dictionary")
            return Named(path) if path else None
        fields = self._reader.fields(node, _KEYS, "a dictionary")
        if "file" not in fields:
            self._reader.report(node, f"a dictionary has a `file`, as in {_EXAMPLE}")
        path = self._path(fields.get("file", node), "dictionary") if "file" in fields else None
        languages = self._languages(fields.get("languages"))
        return Named(path, languages) if path else None

    def _languages(self, node: Node | None) -> tuple[str, str] | None:
        written = self._reader.text(node, "languages")
        languages = pair(written) if written else None
        if node is not None and written and languages is None:
            self._reader.report(node, f"languages must be a pair of codes such as de-en, not {shown(written)}")
        return languages

    def _path(self, node: Node, what: str) -> str | None:
        reader = self._reader
        if is_absent(node):
            reader.report(node, f"the path of a {what} is missing")
        written = reader.text(node, f"the path of a {what}")
        if written is None:
            return None
        folder = Path(node.path).parent
        path = folder / written
        trouble = outside(folder, written, what)
        if trouble is None and what == "dictionary" and not is_there(path):
            installed = find(written)
            if installed != written:
                return installed
        trouble = trouble or file_trouble(str(path))
        if trouble:
            reader.report(node, trouble if shown(written) in trouble else f"the {what} {shown(written)}: {trouble}")
            return None
        return str(path)
