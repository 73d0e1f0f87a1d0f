"""The addresses that a comparison file names, read even when its texts are not there yet."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from readcompare.errors import ConfigurationError, Problem
from readcompare.sources.fetch.addresses import address_trouble
from readcompare.sources.fetch.store import FOLDER
from readcompare.sources.fields import FieldReader
from readcompare.sources.yaml_file import MappingNode, Node, SequenceNode, read_yaml


class NamedSource(Struct, frozen=True):
    """A side's web address."""

    side: str
    """Id of the side, or its number when it has none."""
    address: str


def folder_beside(path: str) -> Path:
    """The sources folder of the comparison file at `path`."""
    return Path(path).parent / FOLDER


def sources_of(path: str) -> tuple[NamedSource, ...]:
    """The addresses under `source:` in the comparison file at `path`.

    Raises InputError when it cannot be read, ConfigurationError with all addresses that cannot be fetched, and when it
    names none.
    """
    file = read_yaml(path)
    reader = FieldReader(file)
    sides = dict(_entries(file.root)).get("sides")
    found = []
    for number, side in enumerate(sides.items if isinstance(sides, SequenceNode) else (), start=1):
        fields = dict(_entries(side))
        node = fields.get("source")
        address = reader.text(node, "source")
        if node is None or address is None:
            continue
        trouble = address_trouble(address)
        if trouble:
            reader.report(node, trouble)
        found.append(NamedSource(reader.text(fields.get("id"), "id") or str(number), address))
    reader.finish()
    if not found:
        message = "no side of this file names a web address; write `source: https://...` under a side"
        raise ConfigurationError(Problem(message=message, path=path))
    return tuple(found)


def _entries(node: Node) -> list[tuple[str, Node]]:
    return [(key.text, value) for key, value in node.entries] if isinstance(node, MappingNode) else []
