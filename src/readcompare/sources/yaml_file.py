"""Safe YAML with places: one small document, whose every node knows its line and column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

import yaml
from msgspec import Struct

from readcompare.errors import ConfigurationError, InputError, Problem
from readcompare.sources.text import decode, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_YAML_BYTES = 1_000_000
MAX_DEPTH = 32
"""Lists and mappings inside one another; no file of ours needs more than six."""
_TOO_DEEP = f"lists and mappings stand in one another more than {MAX_DEPTH} deep"
MAX_NODES = 50_000
"""Values, lists and mappings of a file; an annotated call has about a thousand."""
MAX_QUOTED = 160
"""Characters of a wrong line that an error quotes."""
MAX_SHOWN = 60
"""Characters of a wrong value that a message repeats."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same events; PyYAML may be built without its C part
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# YAML 1.2 core schema, but for the notations no file of ours needs: `no`, `on`, `12:30` and dates are texts.
_CONSTANTS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
# What the parser says, and what it means to somebody who does not know its grammar.
_COMPLAINTS = (
    ("a tab", "a tab cannot indent; use blanks"),
    ("mapping values are not allowed", "the line before this one is no `key: value`, or the indent is wrong"),
    ("sequence entries are not allowed", "a list begins on a line of its own, or stands in [ ]"),
    ("cannot start any token", "a value cannot begin with SIGN; put it in quotes"),
    ("while parsing a flow", "a value is missing here, or a bracket before it is not closed"),
    ("escape", "in double quotes a backslash begins an escape; use single quotes to keep it"),
    ("while parsing a block", "this does not go on with what stands above; look at indents, quotes and colons"),
    ("document start", "this does not go on with what stands above; look at the indents"),
)
_DATA_TAGS = (None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map")


class ScalarNode(Struct, frozen=True, kw_only=True):
    """One value, as YAML 1.2 reads it and as it is written."""

    value: str | bool | int | float | None
    text: str
    """The characters of the value, quotes and escapes resolved."""
    line: int
    """Line in the file, from 1."""
    column: int
    """Column in the line in characters, from 1."""
    path: str
    """The file, since what one file leaves open another may fill in."""


class SequenceNode(Struct, frozen=True, kw_only=True):
    """A list of nodes."""

    items: tuple[Node, ...]
    line: int
    column: int
    path: str


class MappingNode(Struct, frozen=True, kw_only=True):
    """Keys with their nodes, in the order of the file; every key once."""

    entries: tuple[tuple[ScalarNode, Node], ...]
    line: int
    column: int
    path: str


Place = tuple[int, int]
"""Line and column, from 1."""

Node = ScalarNode | SequenceNode | MappingNode


class YamlFile(Struct, frozen=True):
    """One file, read: its tree, and what is wrong with it but did not keep it from being read."""

    path: str
    lines: tuple[str, ...]
    root: MappingNode
    problems: tuple[Problem, ...]

    def problem(self, node: Node, message: str) -> Problem:
        """Make a problem that stands at `node`."""
        return _problem(self.path, self.lines, (node.line, node.column), message)


def read_yaml(path: str) -> YamlFile:
    """Read the file at `path`, whose document is a mapping.

    Raises InputError when it cannot be read as text, ConfigurationError when it is no YAML, or other YAML than a
    description needs: several documents, aliases, tags, or too many nodes.
    """
    return parse_yaml(decode(read_bytes(path, limit=MAX_YAML_BYTES), path, advice="save it as UTF-8"), path)


def parse_yaml(text: str, path: str) -> YamlFile:
    """Read `text`, which stands in the file at `path`; ConfigurationError as `read_yaml` raises it."""
    return _Builder(path, text).build(text)


def shown(text: str) -> str:
    """Put `text` in quotes for a message, cut when it is long, with what is not printable spelt out."""
    return repr(text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…")


class _Builder:
    """Makes the tree from the parser's events, so that every limit holds before anything grows."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = tuple(_LINE_END.split(text))
        self.problems: list[Problem] = []
        self.nodes = 0

    def build(self, text: str) -> YamlFile:
        forbidden = _FORBIDDEN.search(text)
        if forbidden:
            before = _LINE_END.split(text[: forbidden.start()])
            name = f"U+{ord(forbidden.group()):04X}"
            raise self.failure((len(before), len(before[-1]) + 1), f"the character {name} cannot stand in a YAML file")
        try:
            root = self.document(yaml.parse(text, Loader=_LOADER))
        except yaml.MarkedYAMLError as error:
            raise self.failure(*_syntax_problem(error, self.lines)) from None
        if isinstance(root, ScalarNode) and root.value is None:
            raise InputError(Problem(message="there is nothing in it but comments and white space", path=self.path))
        if not isinstance(root, MappingNode):
            raise self.failure((root.line, root.column), "this must be a mapping: lines of the form `key: value`")
        return YamlFile(self.path, self.lines, root, tuple(self.problems))

    def document(self, events: Iterator[yaml.Event]) -> Node:
        root: Node = ScalarNode(value=None, text="", line=1, column=1, path=self.path)
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self.failure(_place(event.start_mark), "a second document begins here; a file holds one")
                root = self.node(next(events), events, depth=1)
        return root

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        line, column = _place(event.start_mark)
        self.nodes += 1
        if depth > MAX_DEPTH:
            raise self.failure((line, column), _TOO_DEEP)
        if self.nodes > MAX_NODES:
            raise self.failure((line, column), f"the file holds more than {MAX_NODES:,} values")
        if isinstance(event, yaml.AliasEvent):
            self.report((line, column), f"aliases such as *{event.anchor} are not supported; write the value out")
        elif getattr(event, "tag", None) not in _DATA_TAGS:
            self.report((line, column), "tags are not supported; write the value without `!`")
        if isinstance(event, yaml.MappingStartEvent):
            return MappingNode(entries=self.entries(events, depth), line=line, column=column, path=self.path)
        if isinstance(event, yaml.SequenceStartEvent):
            return SequenceNode(items=self.items(events, depth), line=line, column=column, path=self.path)
        return self.scalar(event, line, column)

    def items(self, events: Iterator[yaml.Event], depth: int) -> tuple[Node, ...]:
        items = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self.node(event, events, depth + 1))
        return tuple(items)

    def entries(self, events: Iterator[yaml.Event], depth: int) -> tuple[tuple[ScalarNode, Node], ...]:
        entries: dict[str, tuple[ScalarNode, Node]] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self.node(event, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(key, ScalarNode):
                self.report((key.line, key.column), "a key must be a word, not a list or a mapping")
            elif key.text in entries:
                first = entries[key.text][0].line
                place = (key.line, key.column)
                self.report(place, f"the key {shown(key.text)} stands twice; the first is in line {first}")
            else:
                entries[key.text] = (key, value)
        return tuple(entries.values())

    def scalar(self, event: yaml.Event, line: int, column: int) -> ScalarNode:
        if not isinstance(event, yaml.ScalarEvent):  # an alias, reported already, counts as not given
            return ScalarNode(value=None, text="", line=line, column=column, path=self.path)
        text = event.value
        if _SURROGATE.search(text):
            self.report((line, column), "half a character: \\ud800 to \\udfff are no characters of their own")
        is_plain = event.implicit[0]
        return ScalarNode(
            value=_plain_value(text) if is_plain else text, text=text, line=line, column=column, path=self.path
        )

    def report(self, place: Place, message: str) -> None:
        self.problems.append(_problem(self.path, self.lines, place, message))

    def failure(self, place: Place, message: str) -> ConfigurationError:
        """Make the error that ends the reading, together with what was found before it."""
        return ConfigurationError([*self.problems, _problem(self.path, self.lines, place, message)])


def _plain_value(text: str) -> str | bool | int | float | None:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


class _Mark(Protocol):
    """What the two builds of the parser have in common: a place counted from 0."""

    line: int
    column: int


def _place(mark: _Mark | None) -> Place:
    # The parser sets a mark on every event and on every complaint.
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _problem(path: str, lines: tuple[str, ...], place: Place, message: str) -> Problem:
    line, column = place
    if line > len(lines) or (line == len(lines) > 1 and not lines[-1]):
        # The end of the file: what is missing there is missing after the last line that says something.
        line = max((number for number, text in enumerate(lines, start=1) if text.strip()), default=1)
        column = len(lines[line - 1].rstrip()) + 1
    quoted, caret = _quoted(lines[line - 1], column)
    return Problem(message=message, path=path, line=line, column=column, quoted=quoted, caret=caret)


def _quoted(line: str, column: int) -> tuple[str, int]:
    """Cut `line` to the surroundings of `column`, spell out what could drive a terminal, and find the column again."""
    start = max(0, column - 1 - MAX_QUOTED // 2) if len(line) > MAX_QUOTED else 0
    before = ("…" if start else "") + _spelt_out(line[start : column - 1])
    after = _spelt_out(line[column - 1 : start + MAX_QUOTED])
    return before + after + ("…" if start + MAX_QUOTED < len(line) else ""), len(before)


def _spelt_out(text: str) -> str:
    return "".join(sign if sign.isprintable() or sign == "\t" else f"<U+{ord(sign):04X}>" for sign in text)


def _syntax_problem(error: yaml.MarkedYAMLError, lines: tuple[str, ...]) -> tuple[Place, str]:
    """Tell the parser's complaint, place and message, in the words of somebody who does not know its grammar."""
    place = _place(error.problem_mark)
    opened = _place(error.context_mark) if error.context_mark else place
    line = lines[place[0] - 1] if place[0] <= len(lines) else ""
    before, sign = line[: place[1] - 1], line[place[1] - 1 : place[1]]
    complaint = ": ".join(part for part in (error.context, error.problem) if part)
    if "maximum nesting depth" in complaint:  # newer parsers look that far ahead themselves
        return place, _TOO_DEEP
    if "quoted scalar: found unexpected end" in complaint:
        return opened, "the quotation mark here is never closed"
    if "simple key" in complaint:
        return opened, "this line is no `key: value`"
    if "while parsing a flow sequence" in complaint or "while parsing a flow mapping" in complaint:
        bracket = lines[opened[0] - 1][opened[1] - 1]
        return place, f"the {bracket} in line {opened[0]} is not closed, or a comma is missing"
    if "mapping values are not allowed" in complaint and ": " in before:
        return place, "a second `: ` in one line; put a text that holds `: ` in quotes"
    complaint = "a tab" if sign == "\t" else complaint
    told = next((message for needle, message in _COMPLAINTS if needle in complaint), f"this is not YAML: {complaint}")
    return place, told.replace("SIGN", sign)
