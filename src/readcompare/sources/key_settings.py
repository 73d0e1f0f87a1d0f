"""Reading which keys a user's configuration gives to the commands of the screen."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from readcompare.model.keys import NAMED, RESERVED, key_name, writes
from readcompare.model.settings import Chosen
from readcompare.sources.yaml_file import MappingNode, ScalarNode, SequenceNode, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from readcompare.model.keys import Bindable
    from readcompare.sources.fields import FieldReader
    from readcompare.sources.yaml_file import Node

_LISTED = "`readcompare config keys` lists them"


def read_keys(reader: FieldReader, node: Node | None, commands: Sequence[Bindable]) -> dict[str, Chosen]:
    """The keys of each command that `node` names, by its id: names with commas between them.

    What is wrong is reported to `reader`: ids and keys that there are none of, and keys that clash.
    """
    by_id = {command.id: command for command in commands}
    found: dict[str, tuple[tuple[str, ScalarNode], ...]] = {}
    for id_node, value in reader.entries(node, "keys"):
        if id_node.text in by_id:
            keys = tuple(_keys(reader, value, by_id[id_node.text]))
            if keys:
                found[id_node.text] = keys
        else:
            near = difflib.get_close_matches(id_node.text, by_id, n=1)
            hint = f"did you mean {shown(near[0])}?" if near else _LISTED
            reader.report(id_node, f"there is no command {shown(id_node.text)}; {hint}")
    _report_clashes(reader, commands, found)
    return {
        name: Chosen(",".join(dict.fromkeys(key for key, _ in keys)), f"{keys[0][1].path}:{keys[0][1].line}")
        for name, keys in found.items()
    }


def _keys(reader: FieldReader, value: Node, command: Bindable) -> Iterator[tuple[str, ScalarNode]]:
    """The names of the keys that a value lists, each with the node that says so."""
    nodes = value.items if isinstance(value, SequenceNode) else (value,)
    if not nodes or (isinstance(value, ScalarNode) and value.value is None):
        reader.report(value, f"{command.id} needs a key, or a list of keys")
        return
    for node in nodes:
        if not isinstance(node, ScalarNode):
            what = "a mapping" if isinstance(node, MappingNode) else "a list"
            reader.report(node, f"a key of {command.id} must be one word, such as x or ctrl+n, not {what}")
            continue
        for written in _words(node.text):
            name = key_name(written)
            wrong = _fault(written, name, command)
            if wrong:
                reader.report(node, wrong)
            elif name:
                yield name, node


def _words(text: str) -> list[str]:
    """One key, or several with commas between; a comma alone is a key."""
    return [text] if text.strip() == "," else text.split(",")


def _fault(written: str, name: str | None, command: Bindable) -> str | None:
    """What is wrong with a key for a command; None when nothing is."""
    if name is None:
        near = difflib.get_close_matches(written.strip().lower().rpartition("+")[2], NAMED, n=1)
        hint = f"did you mean {near[0]}?" if near else "write a letter, a sign, or a name such as f5, pagedown, ctrl+n"
        return f"{shown(written.strip())} is no key; {hint}"
    if name in RESERVED:
        return f"{name} {RESERVED[name]}; choose another key"
    if command.while_writing and writes(name):
        return (
            f"{shown(written.strip())} is written where {command.id} is asked for; hold ctrl or alt, or take f1 .. f12"
        )
    return None


def _report_clashes(
    reader: FieldReader, commands: Sequence[Bindable], found: Mapping[str, tuple[tuple[str, ScalarNode], ...]]
) -> None:
    """Report each key that the user gives to a command while another one in the same place has it."""
    for command in commands:
        for key, node in found.get(command.id, ()):
            for other in commands:
                theirs = [name for name, _ in found[other.id]] if other.id in found else other.keys
                if other is command or key not in theirs or not command.scopes & other.scopes:
                    continue
                if other.id in found and _stands_later(found[other.id][0][1], node):
                    continue  # of two lines of the user's the later one is told of
                told = f"{shown(key)} is the key of {other.id} ({other.title}) too; give one of them another key"
                reader.report(node, told)


def _stands_later(one: ScalarNode, other: ScalarNode) -> bool:
    return (one.line, one.column) > (other.line, other.column)
