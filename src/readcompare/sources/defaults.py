"""What many comparisons share: `defaults` of a whole file, and what a side includes, filled in below what it says."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from msgspec.structs import replace

from readcompare.errors import ReadcompareError
from readcompare.sources.fields import FieldReader, Fields, is_absent
from readcompare.sources.yaml_file import MappingNode, Node, ScalarNode, SequenceNode, read_yaml, shown

if TYPE_CHECKING:
    from collections.abc import Collection

DEFAULTS_KEYS = ("participants", "sides", "align", "report", "lexicons", "dictionaries", "defaults")
"""What a file of defaults may say: all that is not about one call."""
INCLUDED_KEYS = ("id", "name", "wording", "complete", "source", "encoding")
"""What a side may include: all that is not about one text."""
_DEEPEST = 8


class Defaults:
    """Fills in the fields of one comparison file; what is wrong in any file is reported to `reader`, with its place."""

    def __init__(self, reader: FieldReader) -> None:
        self._reader = reader

    def fill(self, fields: Fields) -> Fields:
        """The fields of the comparison file, each side of which comes first, then what it includes, then defaults."""
        below = self._defaults(fields.get("defaults"), ())
        filled = _over(fields, {key: node for key, node in below.items() if key != "sides"})
        sides = fields.get("sides")
        if isinstance(sides, SequenceNode):
            by_id = self._sides(below.get("sides"))
            filled["sides"] = replace(sides, items=tuple(self._side(item, by_id) for item in sides.items))
        return filled

    def _defaults(self, node: Node | None, above: tuple[Path, ...]) -> Fields:
        """The fields of the file of defaults that `node` names, over those that it names in its turn."""
        root = self._open(node, "defaults", above)
        if node is None or root is None:
            return {}
        fields = self._reader.fields(root, DEFAULTS_KEYS, "a file of defaults")
        below = self._defaults(fields.get("defaults"), (*above, Path(node.path).resolve()))
        filled = _over(fields, below)
        sides, more = fields.get("sides"), below.get("sides")
        if isinstance(sides, MappingNode) and isinstance(more, MappingNode):
            filled["sides"] = _merged(sides, more)
        return filled

    def _sides(self, node: Node | None) -> dict[str, MappingNode]:
        """What the defaults say about sides, by id."""
        reader = self._reader
        if isinstance(node, SequenceNode):
            reader.report(node, "`sides` of a file of defaults are named by their ids: {germany: {name: Germany}}")
            return {}
        found = {}
        for key, side in reader.entries(node, "sides"):
            reader.fields(side, tuple(key for key in INCLUDED_KEYS if key != "id"), f"side {shown(key.text)}")
            if isinstance(side, MappingNode):
                found[key.text] = side
        return found

    def _side(self, side: Node, by_id: dict[str, MappingNode]) -> Node:
        if not isinstance(side, MappingNode):
            return side
        fields = {key.text: node for key, node in side.entries}
        included = self._open(fields.get("include"), "included side", ())
        if included is not None:
            self._reader.fields(included, INCLUDED_KEYS, "an included side")
            side = _filled(side, included, INCLUDED_KEYS)
            fields = {key.text: node for key, node in side.entries}
        name = fields.get("id")
        below = by_id.get(name.text) if isinstance(name, ScalarNode) else None
        return _filled(side, below, INCLUDED_KEYS) if below else side

    def _open(self, node: Node | None, what: str, above: tuple[Path, ...]) -> MappingNode | None:
        """The root of the file that `node` names; None when it names none, or it cannot be read."""
        written = self._reader.text(node, f"the path of the {what}")
        if node is None or written is None:
            return None
        path = Path(node.path).parent / written
        trouble = _trouble(node, written, path, above)
        if trouble:
            self._reader.report(node, trouble)
            return None
        try:
            file = read_yaml(str(path))
        except ReadcompareError as error:
            told = [problem for problem in error.problems if problem.line]
            self._reader.pass_on(told)
            for problem in error.problems:
                if problem not in told:
                    self._reader.report(node, f"the {what} {shown(written)}: {problem.message}")
            return None
        self._reader.take_in(file)
        return file.root


def _trouble(node: Node, written: str, path: Path, above: tuple[Path, ...]) -> str | None:
    """Say what is wrong with the path of a file of defaults, before it is opened."""
    if Path(written).is_absolute() or PureWindowsPath(written).is_absolute():
        return f"such a file is named by its path from the folder of this file, not from the root as {shown(written)}"
    if path.suffix.lower() not in (".yaml", ".yml"):
        return f"such a file ends in .yaml, not as {shown(written)}"
    try:
        chain = (*above, Path(node.path).resolve())
        is_round = path.resolve() in chain
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name too long, a NUL character
        return f"{shown(written)} cannot be the path of a file"
    if is_round:
        names = " -> ".join(file.name for file in (*chain, path))
        return f"the defaults go round in a circle: {names}"
    return f"defaults name one another more than {_DEEPEST} deep" if len(chain) > _DEEPEST else None


def _over(fields: Fields, below: Fields) -> Fields:
    """`fields`, with those of `below` that are not given; mappings of both are merged key by key."""
    filled = dict(fields)
    for key, node in below.items():
        own = fields.get(key)
        if own is None or is_absent(own):
            filled[key] = node
        elif isinstance(own, MappingNode) and isinstance(node, MappingNode):
            filled[key] = _filled(own, node, [key.text for key, _ in node.entries])
    return filled


def _filled(over: MappingNode, below: MappingNode, keys: Collection[str]) -> MappingNode:
    """`over` with those of `keys` that stand in `below` alone."""
    given = {key.text for key, node in over.entries if not is_absent(node)}
    added = tuple(entry for entry in below.entries if entry[0].text in keys and entry[0].text not in given)
    replaced = {key.text for key, _ in added}
    kept = tuple(entry for entry in over.entries if entry[0].text not in replaced)
    return replace(over, entries=kept + added)


def _merged(over: MappingNode, below: MappingNode) -> MappingNode:
    """Two mappings of mappings as one: sides of defaults over those of the defaults below."""
    own = {key.text: node for key, node in over.entries}
    entries = [
        (key, _filled(node, own_below, INCLUDED_KEYS))
        if isinstance(node, MappingNode) and isinstance(own_below := _named(below, key.text), MappingNode)
        else (key, node)
        for key, node in over.entries
    ]
    return replace(over, entries=(*entries, *(entry for entry in below.entries if entry[0].text not in own)))


def _named(mapping: MappingNode, name: str) -> Node | None:
    return next((node for key, node in mapping.entries if key.text == name), None)
