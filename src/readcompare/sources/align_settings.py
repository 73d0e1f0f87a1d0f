"""What a comparison file says under `align`: the matcher, its model, its weights, and the threshold."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from readcompare.model.recipe import MATCHERS, SEMANTIC, Recipe
from readcompare.sources.fields import FieldReader, is_absent
from readcompare.sources.named_path import outside
from readcompare.sources.text import file_trouble
from readcompare.sources.yaml_file import Node, ScalarNode, shown

ALIGN_KEYS = ("threshold", "matcher", "model", "weights")
_DEFAULT = Recipe()


class AlignSettings(Struct, frozen=True):
    """What was read; the default leaves everything to the program."""

    matcher: str = _DEFAULT.matcher
    threshold: float | None = None
    model: str | None = None
    """A folder, ready to open, or `hub:OWNER/NAME`."""
    weights: str | None = None
    """A file, ready to open."""


def read_align(reader: FieldReader, node: Node | None) -> AlignSettings:
    """Read the settings; what is wrong is reported to `reader`. Paths begin in the folder of the file with the path."""
    fields = reader.fields(node, ALIGN_KEYS, "align")
    matcher = reader.choice(fields.get("matcher"), MATCHERS, "matcher") or _DEFAULT.matcher
    model, weights = fields.get("model"), fields.get("weights")
    if model is not None and not is_absent(model) and matcher != SEMANTIC:
        reader.report(model, f"a model serves the semantic matcher alone; write `matcher: {SEMANTIC}` beside it")
    paths = _Paths(reader)
    return AlignSettings(matcher, _threshold(reader, fields.get("threshold")), paths.model(model), paths.file(weights))


class _Paths:
    def __init__(self, reader: FieldReader) -> None:
        self._reader = reader

    def model(self, node: Node | None) -> str | None:
        written = self._reader.text(node, "model")
        if node is None or written is None:
            return None
        # Most comparisons have none, and its reader needs numpy.
        from readcompare.sources.encoder import folder_trouble
        from readcompare.sources.hub import PREFIX, name_trouble

        if written.startswith(PREFIX):
            return self._checked(node, written, name_trouble(written))
        folder = Path(node.path).parent
        path = str(folder / written)
        trouble = outside(folder, written, "model")
        if trouble:
            trouble += ", or name it with --model"
        return self._checked(node, path, trouble or _about("model", written, folder_trouble(path)))

    def file(self, node: Node | None) -> str | None:
        written = self._reader.text(node, "weights")
        if node is None or written is None:
            return None
        folder = Path(node.path).parent
        path = str(folder / written)
        trouble = outside(folder, written, "weights file")
        return self._checked(node, path, trouble or _about("weights", written, file_trouble(path)))

    def _checked(self, node: Node, value: str, trouble: str | None) -> str | None:
        if trouble:
            self._reader.report(node, trouble)
            return None
        return value


def _about(what: str, written: str, trouble: str | None) -> str | None:
    return f"the {what} {shown(written)}: {trouble}" if trouble else None


def _threshold(reader: FieldReader, node: Node | None) -> float | None:
    if node is None or is_absent(node):
        return None
    value = node.value if isinstance(node, ScalarNode) else None
    if value == "auto":
        return None
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    reader.report(node, "threshold must be `auto` or a number from 0 to 1")
    return None
