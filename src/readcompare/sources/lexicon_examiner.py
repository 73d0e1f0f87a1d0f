"""Examining a lexicon file: every fault of its form and of its patterns, with its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from readcompare.errors import ConfigurationError, Problem
from readcompare.lexicon.entries import Lexicon
from readcompare.lexicon.faults import Fault, faults
from readcompare.lexicon.matcher import Matcher
from readcompare.sources.fields import meant
from readcompare.sources.lexicon_files import LAYERS
from readcompare.sources.own_lexicon import OwnLexiconReader
from readcompare.sources.yaml_file import MappingNode, Node, SequenceNode, YamlFile, read_yaml, shown

_REFERRED = ("entities", "topics")  # the layers whose entries `requires` may name


class Examined(Struct, frozen=True):
    """What was found in one lexicon file."""

    entries: int
    fine: int
    """Entries with which nothing is wrong."""
    problems: tuple[Problem, ...]
    """In the order of the file."""


def examine(path: str, shipped: Callable[[str], Matcher], fillers: Mapping[str, frozenset[str]]) -> Examined:
    """Everything that is wrong with the lexicon file at `path`; ReadcompareError when it cannot be read at all.

    `shipped` gives the matcher for a language over which the lexicon would be merged, `fillers` the function words by
    language.
    """
    file = read_yaml(path)
    reader = OwnLexiconReader(file)
    lexicon = reader.lexicon(file.root)
    problems: list[Problem] = []
    try:
        reader.finish()
    except ConfigurationError as error:
        problems += error.problems
    nodes = _entry_nodes(file.root)
    if lexicon.name in LAYERS:
        # What is not well formed cannot be tried out.
        faulty = _hit(problems, nodes)
        sound = [number for number in range(len(nodes)) if number not in faulty]
        part = Lexicon(lexicon.name, tuple(lexicon.entries[number] for number in sound))
        own = [nodes[number] for number in sound]
        problems += _requirements(file, lexicon, part, own, shipped("en"))
        problems += [
            file.problem(_pattern(own[fault.entry], fault), fault.message) for fault in faults(part, shipped, fillers)
        ]
    problems.sort(key=lambda problem: (problem.line or 0, problem.column or 0))
    return Examined(len(nodes), len(nodes) - len(_hit(problems, nodes)), tuple(problems))


def _requirements(
    file: YamlFile, lexicon: Lexicon, part: Lexicon, nodes: Sequence[MappingNode], shipped: Matcher
) -> Iterator[Problem]:
    """Requirements that name nothing a text could mention."""
    if not any(entry.requires for entry in part.entries):
        return
    known = sorted({one.id for one in (*shipped.entries, *lexicon.entries) if one.layer in _REFERRED})
    for entry, node in zip(part.entries, nodes, strict=True):
        if entry.requires and entry.requires not in known:
            hint = meant(entry.requires, known)
            hint = hint if hint.startswith("did you") else "write the id of one"
            yield file.problem(
                _field(node, "requires"), f"requires names no entity or topic: {shown(entry.requires)}; {hint}"
            )


def _entry_nodes(root: MappingNode) -> list[MappingNode]:
    """The nodes that the reader made entries of, in their order."""
    entries = next((value for key, value in root.entries if key.text == "entries"), None)
    items = entries.items if isinstance(entries, SequenceNode) else ()
    return [item for item in items if isinstance(item, MappingNode)]


def _hit(problems: Iterable[Problem], nodes: Sequence[MappingNode]) -> set[int]:
    """Places of the entries in whose lines there is a problem; entries in one line are told apart by the column."""
    starts = [(node.line, node.column) for node in nodes]
    places = {bisect_right(starts, (problem.line or 0, problem.column or 0)) - 1 for problem in problems}
    return places - {-1}


def _pattern(entry: MappingNode, fault: Fault) -> Node:
    around = _field(entry, "except") if fault.exception else entry
    patterns = _field(around, fault.language) if isinstance(around, MappingNode) else around
    return patterns.items[fault.pattern] if isinstance(patterns, SequenceNode) else patterns


def _field(node: MappingNode, name: str) -> Node:
    return next((value for key, value in node.entries if key.text == name), node)
