"""The user's own lexicons and dictionaries, read for a comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from readcompare.errors import Problem, ReadcompareError
from readcompare.lexicon.merging import merged

if TYPE_CHECKING:
    from readcompare.lexicon.entries import Lexicon
    from readcompare.lexicon.glossary import Glossary
    from readcompare.lexicon.matcher import Matcher
    from readcompare.model.recipe import OwnFile
    from readcompare.model.text import Readout
    from readcompare.sources.dictionary import Dictionary, Named


Given = TypeVar("Given")
Read = TypeVar("Read")


class Own(Struct, frozen=True):
    """What the user adds to the shipped words."""

    lexicons: tuple[Lexicon, ...]
    lexicon_marks: tuple[OwnFile, ...]
    """By which each lexicon is known again."""
    dictionaries: tuple[Dictionary, ...]

    @property
    def dictionary_marks(self) -> tuple[OwnFile, ...]:
        """By which each dictionary is known again."""
        return tuple(dictionary.mark for dictionary in self.dictionaries)

    def over(self, shipped: Matcher) -> Matcher:
        """The shipped lexicons with the user's own over them."""
        return merged(shipped, self.lexicons)

    def glossaries(self, a: Readout, b: Readout) -> tuple[Glossary, ...]:
        """What the dictionaries say about the words of two texts; InputError when one is damaged."""
        if not self.dictionaries or a.language == b.language:
            return ()
        from readcompare.engine.glossary import stems_of, words_of
        from readcompare.sources.routes import glossaries

        return glossaries(self.dictionaries, (a.language, b.language), (stems_of(a), stems_of(b)), words_of)

    def notes(self, languages: tuple[str, str]) -> Iterator[str]:
        """What the reader must know about these files."""
        for lexicon, mark in zip(self.lexicons, self.lexicon_marks, strict=True):
            yield f"own lexicon {mark.name}: {_count(len(lexicon.entries), 'entry', 'entries')} for {lexicon.name}"
        if not self.dictionaries:
            return
        from readcompare.sources.routes import serving

        used = serving(self.dictionaries, languages)
        for dictionary in self.dictionaries:
            mark = dictionary.mark
            if dictionary in used:
                yield f"dictionary {mark.name} ({mark.languages}) serves words that no lexicon knows"
            else:
                yield (
                    f"dictionary {mark.name} ({mark.languages}) does not serve: it leads not from one of the texts' "
                    f"languages, {' and '.join(languages)}, to the other"
                )


def read_own(lexicons: Sequence[str], dictionaries: Sequence[Named | str]) -> Own:
    """Read the lexicon files and open the dictionaries; ReadcompareError with the problems of all of them."""
    problems: list[Problem] = []
    read = list(_each(lexicons, _read_lexicon, problems))
    opened = list(_each(dictionaries, _open, problems))
    if problems:
        raise ReadcompareError(problems)
    return Own(tuple(lexicon for lexicon, _ in read), tuple(mark for _, mark in read), tuple(opened))


def _each(given: Sequence[Given], read: Callable[[Given], Read], problems: list[Problem]) -> Iterator[Read]:
    for one in given:
        try:
            yield read(one)
        except ReadcompareError as error:
            problems += error.problems


def _read_lexicon(path: str) -> tuple[Lexicon, OwnFile]:
    from readcompare.sources.own_lexicon import read_own_lexicon

    return read_own_lexicon(path)


def _open(wanted: Named | str) -> Dictionary:
    from readcompare.sources.dictionary import named, open_dictionary

    return open_dictionary(named(wanted) if isinstance(wanted, str) else wanted)


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
