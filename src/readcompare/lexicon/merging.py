"""A user's own lexicons over the shipped ones."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from readcompare.lexicon.entries import Lexicon
from readcompare.lexicon.matcher import Matcher, Placed, Tables, placed, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readcompare.lexicon.entries import Entry


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
    numbers = {id(entry): number for number, entry in enumerate(entries)}
    new = [entry for its in added.values() for entry in its.values()]
    addition = Matcher([Lexicon("own", tuple(new))], shipped.language)
    own_places = {number: numbers[id(entry)] for number, entry in enumerate(new)}
    rules = chain(_moved(shipped.tables, places), _moved(addition.tables, own_places))
    return Matcher.restored(entries, tables_of(rules), shipped.language)


def _by_layer(lexicons: Sequence[Lexicon]) -> dict[str, dict[str, Entry]]:
    """The entries by layer and id; of several with one id the last."""
    layers: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
    for lexicon in lexicons:
        layers[lexicon.name] |= {entry.id: entry for entry in lexicon.entries}
    return dict(layers)


def _moved(tables: Tables, places: dict[int, int]) -> Iterator[Placed]:
    """The rules of `tables` for entries that stand at other places; what has no place falls out."""
    for one in placed(tables):
        if one.rule[0] in places:
            yield one._replace(rule=(places[one.rule[0]], *one.rule[1:]))
