"""Typed reading of YAML nodes: what is wrong is collected with its place, and all of it raised at once."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from readcompare.errors import ConfigurationError
from readcompare.sources.yaml_file import MappingNode, Node, ScalarNode, SequenceNode, shown

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Collection, Iterable, Sequence

    from readcompare.errors import Problem
    from readcompare.sources.yaml_file import YamlFile

Fields = dict[str, Node]
"""The nodes of a mapping by key."""


class FieldReader:
    """Reads the fields of one file; a wrong field is reported and counts as not given, so that reading goes on.

    In every method `what` names the field in messages, and a node that is None or null counts as not given.
    """

    def __init__(self, file: YamlFile) -> None:
        self._files = {file.path: file}
        self._problems = list(file.problems)

    def take_in(self, file: YamlFile) -> None:
        """Read nodes of `file` too, with what is wrong with it."""
        self._files[file.path] = file
        self._problems += file.problems

    def pass_on(self, problems: Iterable[Problem]) -> None:
        """Note what was found wrong elsewhere, in a file that could not be taken in."""
        self._problems += problems

    def report(self, node: Node, message: str) -> None:
        """Note that something is wrong at `node`, which stands in one of the files."""
        problem = self._files[node.path].problem(node, message)
        if problem not in self._problems:  # what two sides include is wrong once
            self._problems.append(problem)

    def finish(self) -> None:
        """Raise ConfigurationError with all problems, file by file and line by line, if there are any."""
        if self._problems:
            order = {path: number for number, path in enumerate(self._files)}
            raise ConfigurationError(
                sorted(
                    self._problems,
                    key=lambda problem: (order.get(problem.path or "", 0), problem.line or 0, problem.column or 0),
                )
            )

    def fields(self, node: Node | None, known: Collection[str], what: str) -> Fields:
        """Read a mapping whose keys are among `known`; unknown ones are reported with the nearest known one."""
        fields = {}
        for key, value in self.entries(node, what):
            if key.text in known:
                fields[key.text] = value
            else:
                self.report(key, f"unknown key {shown(key.text)}; {meant(key.text, known)}")
        return fields

    def entries(self, node: Node | None, what: str) -> tuple[tuple[ScalarNode, Node], ...]:
        """Read a mapping with keys of any name."""
        if node is None or is_absent(node):
            return ()
        if isinstance(node, MappingNode):
            return node.entries
        self._wrong_type(node, f"{what} must be a mapping, lines of the form `key: value`")
        return ()

    def items(self, node: Node | None, what: str) -> tuple[Node, ...]:
        """Read a list."""
        if node is None or is_absent(node):
            return ()
        if isinstance(node, SequenceNode):
            return node.items
        self._wrong_type(node, f"{what} must be a list: [one, two], or lines that begin with `- `")
        return ()

    def text(self, node: Node | None, what: str) -> str | None:
        """Read a text with something in it."""
        if node is None or is_absent(node):
            return None
        if isinstance(node, ScalarNode) and isinstance(node.value, str):
            if node.text.strip():
                return node.text
            self.report(node, f"{what} is empty")
        elif isinstance(node, ScalarNode):
            self.report(node, f'{what} must be a text; put it in quotes: "{node.text}"')
        else:
            self._wrong_type(node, f"{what} must be a text")
        return None

    def choice(self, node: Node | None, options: Sequence[str], what: str) -> str | None:
        """Read a word that is one of `options`."""
        word = self.text(node, what)
        if node is not None and word is not None and word not in options:
            self.report(node, f"{what} cannot be {shown(word)}; {meant(word, options)}")
            return None
        return word

    def flag(self, node: Node | None, what: str) -> bool | None:
        """Read true or false."""
        if node is None or is_absent(node):
            return None
        if isinstance(node, ScalarNode) and isinstance(node.value, bool):
            return node.value
        word = node.text.lower() if isinstance(node, ScalarNode) else ""
        hint = "; write true" if word in ("yes", "on") else "; write false" if word in ("no", "off") else ""
        self._wrong_type(node, f"{what} must be true or false", hint)
        return None

    def number(self, node: Node | None, what: str) -> int | None:
        """Read a whole number from 1."""
        if node is None or is_absent(node):
            return None
        if isinstance(node, ScalarNode) and type(node.value) is int and node.value >= 1:
            return node.value
        self._wrong_type(node, f"{what} must be a whole number from 1")
        return None

    def moment(
        self, node: Node | None, form: re.Pattern[str], parse: Callable[[str], object], meant: str
    ) -> str | None:
        """Read a date or time of `form`, as written; `parse` fails where there is no such day."""
        if node is None or is_absent(node):
            return None
        written = node.text if isinstance(node, ScalarNode) else ""
        if not form.fullmatch(written):
            self.report(node, f"{meant}" + (f", not {shown(written)}" if written else ""))
            return None
        try:
            parse(written)
        except ValueError:
            self.report(node, f"{meant}; {shown(written)} is no real one")
            return None
        return written

    def _wrong_type(self, node: Node, message: str, hint: str = "") -> None:
        if isinstance(node, ScalarNode):
            self.report(node, f"{message}, not {shown(node.text)}{hint}")
        else:
            self.report(node, f"{message}, not a {'mapping' if isinstance(node, MappingNode) else 'list'}")


def meant(word: str, options: Collection[str]) -> str:
    """Name the nearest of `options`, or all of them when none is near."""
    near = difflib.get_close_matches(word.lower(), options, n=1)
    return f"did you mean {shown(near[0])}?" if near else f"known are {', '.join(options)}"


def is_absent(node: Node) -> bool:
    """Tell whether a key stands there without a value."""
    return isinstance(node, ScalarNode) and node.value is None
