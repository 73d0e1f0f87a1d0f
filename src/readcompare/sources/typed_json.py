"""Typed reading of JSON: plain values become frozen ones by the types of their fields, all problems noted."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields

from readcompare.errors import Problem
from readcompare.model.text import Span

_NAMES = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}


class TypedReader:
    """Reads the values of one file; keys that a struct does not know are left alone."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.problems: list[Problem] = []
        """What was wrong so far, in the order in which it was met."""

    def read(self, kind: Any, value: object, path: str) -> Any:  # noqa: ANN401 - the type is known when it runs
        """The `value` as a `kind`; None, with a problem noted at the key `path`, when it is none."""
        if get_origin(kind) is tuple:
            return self._tuple(get_args(kind), value, path)
        if isinstance(kind, UnionType):
            inner = next(option for option in get_args(kind) if option is not NoneType)
            return None if value is None else self.read(inner, value, path)
        if issubclass(kind, Struct):
            return self._struct(kind, value, path)
        return self._single(kind, value, path)

    def _single(self, kind: type, value: object, path: str) -> object:
        if issubclass(kind, StrEnum):
            if isinstance(value, str) and value in {member.value for member in kind}:
                return kind(value)
            self.report(path, f"one of {', '.join(kind)} is needed")
            return None
        is_kind = isinstance(value, (int, float) if kind is float else kind)
        if is_kind and (kind is bool or not isinstance(value, bool)):
            return value
        self.report(path, f"{_NAMES[kind]} is needed")
        return None

    def _tuple(self, kinds: tuple[Any, ...], value: object, path: str) -> tuple[Any, ...] | None:
        is_endless = kinds[-1] is Ellipsis
        if not isinstance(value, list) or (not is_endless and len(value) != len(kinds)):
            self.report(path, "a list is needed" if is_endless else "a value for each side is needed")
            return None
        inner = [kinds[0]] * len(value) if is_endless else kinds
        return tuple(
            self.read(kind, item, f"{path}[{n}]") for n, (kind, item) in enumerate(zip(inner, value, strict=True))
        )

    def _struct(self, kind: type[Struct], value: object, path: str) -> object:
        if not isinstance(value, dict):
            self.report(path, "a mapping is needed")
            return None
        if kind is Span:
            return self._span(value, path)
        before = len(self.problems)
        found = {}
        for entry in _fields(kind):
            # A place stands in the record as two numbers beside the rest.
            if entry.type is Span:
                found[entry.name] = self._span(value, path)
            elif entry.name in value:
                found[entry.name] = self.read(entry.type, value[entry.name], f"{path}.{entry.name}")
            elif entry.required:
                self.report(f"{path}.{entry.name}", "this is missing")
        return None if len(self.problems) > before else kind(**found)

    def _span(self, value: dict[str, Any], path: str) -> Span | None:
        start, end = value.get("start"), value.get("end")
        if type(start) is int and type(end) is int and 0 <= start <= end:
            return Span(start, end)
        self.report(path, "`start` and `end` are needed, character numbers of the text")
        return None

    def report(self, path: str, message: str) -> None:
        """Note what is wrong at the key `path`."""
        self.problems.append(Problem(message=f"{path}: {message}", path=self._name))


_fields = cache(fields)  # it looks their types up anew each time
