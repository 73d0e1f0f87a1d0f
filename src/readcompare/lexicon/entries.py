"""Entries of lexicons, and their mentions in a text."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from readcompare.model.text import Span

FieldValue = str | int | float | bool | tuple[str, ...]
"""What an entry says beside its patterns."""

# A requirement names an entry of one of these lexicons.
_PRESENCE_LAYERS = frozenset({"entities", "topics"})


class Entry(Struct, frozen=True):
    """One meaning with the patterns that express it in each language."""

    id: str
    """Unique in its lexicon."""
    layer: str
    """Name of its lexicon."""
    patterns: tuple[tuple[str, tuple[str, ...]], ...]
    """Pattern strings for each language code."""
    fields: tuple[tuple[str, FieldValue], ...] = ()
    """What the lexicon says about it, such as `("force", 7)`."""
    excepts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """For each language code pattern strings that undo a match which they cover."""
    requires: str | None = None
    """Id of an entity or topic without which, anywhere in the document, a match does not count."""

    def text(self, name: str, default: str = "") -> str:
        """Return the field `name` as text; `default` when the entry has none."""
        value = self._field(name)
        return value if isinstance(value, str) else default

    def number(self, name: str, default: float = 0.0) -> float:
        """Return the field `name` as a number; `default` when the entry has none."""
        value = self._field(name)
        return float(value) if isinstance(value, int | float) else default

    def is_set(self, name: str) -> bool:
        """True when the field `name` is there and true."""
        return self._field(name) is True

    def names(self, name: str) -> tuple[str, ...]:
        """Return the field `name` as words, also when it is written as one; empty when the entry has none."""
        value = self._field(name)
        if isinstance(value, tuple):
            return value
        return (value,) if isinstance(value, str) else ()

    def _field(self, name: str) -> FieldValue | None:
        for key, value in self.fields:
            if key == name:
                return value
        return None


class Lexicon(Struct, frozen=True):
    """One layer of meaning: entries that a text may mention."""

    name: str
    """Name of the layer, such as `verbs`."""
    entries: tuple[Entry, ...]


class Mention(Struct, frozen=True, gc=False):
    """One place where a text expresses an entry."""

    layer: str
    """Name of the lexicon."""
    entry: Entry
    span: Span
    """From the first matched token to the end of the last one, in the verbatim text."""
    tokens: tuple[int, ...]
    """Indices of the matched tokens; tokens inside a gap are left out."""

    @property
    def id(self) -> str:
        """Id of the entry."""
        return self.entry.id

    @property
    def first(self) -> int:
        """Index of the first matched token."""
        return self.tokens[0]

    @property
    def end(self) -> int:
        """Index of the last matched token plus one."""
        return self.tokens[-1] + 1


def apply_requires(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Drop from the mentions of one document those whose required entity or topic the document does not mention."""
    everything = tuple(mentions)
    present = {mention.entry.id for mention in everything if mention.layer in _PRESENCE_LAYERS}
    return tuple(m for m in everything if m.entry.requires is None or m.entry.requires in present)
