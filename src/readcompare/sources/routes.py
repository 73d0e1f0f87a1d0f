"""From the words of two texts to glossaries between their languages: directly, or by way of a third language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from readcompare.lexicon.glossary import Glossary, Words, chained, joined, turned
from readcompare.sources.dictionary import Dictionary

Languages = tuple[str, str]


def glossaries(
    dictionaries: Sequence[Dictionary],
    languages: Languages,
    stems: tuple[Collection[str], Collection[str]],
    words: Callable[[str], Words],
) -> tuple[Glossary, ...]:
    """All that `dictionaries` say about the stems of two texts in `languages`.

    A third language is gone through only when no dictionary serves the two languages. Of dictionaries that can be
    looked up in one direction only, a way through a third language must lead along their directions, or from both
    languages into it.
    """
    routes = _Routes(dictionaries, words)
    by_language = dict(zip(languages, stems, strict=True))
    pairs = [pair for pair in (languages, languages[::-1]) if routes.serves(pair)]
    if pairs:
        return tuple(routes.direct(pair, by_language[pair[0]]) for pair in pairs)
    return tuple(routes.along(way, by_language) for pivot in routes.pivots for way in routes.ways(languages, pivot))


def serving(dictionaries: Sequence[Dictionary], languages: Languages) -> tuple[Dictionary, ...]:
    """Those of the dictionaries that `glossaries` asks for two texts in `languages`."""
    routes = _Routes(dictionaries, lambda _: Words(str, bool))
    pairs = {pair for pair in (languages, languages[::-1]) if routes.serves(pair)}
    for pivot in () if pairs else routes.pivots:
        pairs |= {pair for way in routes.ways(languages, pivot) for pair in way}
    return tuple(one for one in dictionaries if not pairs.isdisjoint(one.directions))


class _Routes:
    """Looks words up in several dictionaries."""

    def __init__(self, dictionaries: Sequence[Dictionary], words: Callable[[str], Words]) -> None:
        self._dictionaries = dictionaries
        self._words = words
        self.pivots = sorted({code for dictionary in dictionaries for code in dictionary.languages})

    def serves(self, languages: Languages) -> bool:
        """Whether a dictionary can be looked up in this very direction."""
        return any(languages in one.directions for one in self._dictionaries)

    def ways(self, languages: Languages, pivot: str) -> Iterator[tuple[Languages, Languages]]:
        """The ways through `pivot`, each as two directions: onward both times, or from both languages into it."""
        if pivot in languages:
            return
        onward = [
            ((source, pivot), (pivot, target))
            for source, target in (languages, languages[::-1])
            if self.serves((source, pivot)) and self.serves((pivot, target))
        ]
        yield from onward
        meeting = (languages[0], pivot), (languages[1], pivot)
        if not onward and all(map(self.serves, meeting)):
            yield meeting

    def direct(self, languages: Languages, wanted: Collection[str]) -> Glossary:
        """What the dictionaries of this very direction say about the stems in `wanted`, as one glossary."""
        asked = [one for one in self._dictionaries if languages in one.directions]
        return joined(languages, [one.look_up(languages, wanted, self._words) for one in asked])

    def along(self, way: tuple[Languages, Languages], stems: Mapping[str, Collection[str]]) -> Glossary:
        """What a way through a third language says, `stems` by their language."""
        first, second = way
        here = self.direct(first, stems[first[0]])
        if first[1] == second[1]:
            return chained(here, turned(self.direct(second, stems[second[0]])))
        onward = {stem for found in here.translations.values() for stem in found}
        return chained(here, self.direct(second, onward))
