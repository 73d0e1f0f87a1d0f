"""A user's own lexicons over the shipped ones."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from readcompare.lexicon.entries import Lexicon
from readcompare.lexicon.matcher import Matcher, Rule, Tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readcompare.lexicon.entries import Entry

_Moved = dict[str, dict[str, dict[str, list[Rule]]]]


def merged(shipped: Matcher, own: Sequence[Lexicon]) -> Matcher:
    """A matcher of all entries of `shipped` and `own`, in the language of `shipped`.

    An entry of `own` replaces the one with its id in the layer of its name, also one of an earlier lexicon of `own`.
    It stands at the head of its layer, so that of two patterns that are equally strong the user's own wins.
    """
    if not own:
        return shipped
    added = _by_layer(own)
    entries: list[Entry] = []
    places: dict[int, int] = {}
    opened: set[str] = set()
    for number, entry in enumerate(shipped.entries):
        if entry.layer not in opened:
            opened.add(entry.layer)
            entries += added.get(entry.layer, {}).values()
        if entry.id not in added.get(entry.layer, {}):
            places[number] = len(entries)
            entries.append(entry)
    entries += [entry for layer, its in added.items() if layer not in opened for entry in its.values()]
    tables = _moved(shipped.tables, places)
    numbers = {id(entry): number for number, entry in enumerate(entries)}
    new = [entry for its in added.values() for entry in its.values()]
    addition = Matcher([Lexicon("own", tuple(new))], shipped.language)
    _add(tables, _moved(addition.tables, {number: numbers[id(entry)] for number, entry in enumerate(new)}))
    return Matcher.restored(entries, tables, shipped.language)


def _by_layer(lexicons: Sequence[Lexicon]) -> dict[str, dict[str, Entry]]:
    """The entries by layer and id; of several with one id the last."""
    layers: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    for lexicon in lexicons:
        layers[lexicon.name] |= {entry.id: entry for entry in lexicon.entries}
    return dict(layers)


def _moved(tables: Tables, places: dict[int, int]) -> _Moved:
    """`tables` for entries that stand at other places; what has no place falls out."""
    moved: _Moved = {}
    for shape, by_literal in tables.items():
        for literal, openings in by_literal.items():
            for opening, rules in openings.items():
                kept: list[Rule] = [(places[rule[0]], *rule[1:]) for rule in rules if rule[0] in places]
                _add(moved, {shape: {literal: {opening: kept}}})
    return moved


def _add(tables: _Moved, more: _Moved) -> None:
    for shape, by_literal in more.items():
        for literal, openings in by_literal.items():
            for opening, rules in openings.items():
                if rules:
                    tables.setdefault(shape, {}).setdefault(literal, {}).setdefault(opening, []).extend(rules)
