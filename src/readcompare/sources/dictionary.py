"""The user's own bilingual dictionaries: where they stand, what they translate, and opening them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from readcompare.errors import InputError, Problem, UsageError
from readcompare.lexicon.glossary import Article, Glossary, Words, glossary
from readcompare.model.recipe import OwnFile
from readcompare.sources.disk import is_file, is_there
from readcompare.sources.text import file_trouble

INSTALLED = ("/usr/share/dictd", "/usr/local/share/dictd", "/usr/share/trans")
"""Folders in which a dictionary named without a folder is looked for; the packages of Debian install there."""

_PAIR = re.compile(r"([A-Za-z]{2,3})[-_]([A-Za-z]{2,3})")
_WRITTEN = re.compile(rf"(.+):({_PAIR.pattern})")
_IN_NAME = re.compile(rf"(?:.*[-_.])?{_PAIR.pattern}")
_IN_TITLE = re.compile(r"([A-Z][a-z]+)\s*[-–]\s*([A-Z][a-z]+)")
# ISO 639-2 and -3 codes, as FreeDict writes them, and English names by ISO 639-1 codes.
_CODES = {
    "ara": "ar", "bel": "be", "bul": "bg", "cat": "ca", "ces": "cs", "cze": "cs", "dan": "da", "deu": "de",
    "ger": "de", "ell": "el", "eng": "en", "epo": "eo", "spa": "es", "est": "et", "fin": "fi", "fra": "fr",
    "fre": "fr", "hin": "hi", "hrv": "hr", "hun": "hu", "isl": "is", "ita": "it", "jpn": "ja", "kor": "ko",
    "lat": "la", "lit": "lt", "lav": "lv", "mkd": "mk", "dut": "nl", "nld": "nl", "nor": "no", "nob": "no",
    "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slv": "sl", "srp": "sr",
    "swe": "sv", "tur": "tr", "ukr": "uk", "zho": "zh", "chi": "zh",
}  # fmt: skip
_NAMES = {
    "Arabic": "ar", "Czech": "cs", "Danish": "da", "Dutch": "nl", "English": "en", "Finnish": "fi", "French": "fr",
    "German": "de", "Hungarian": "hu", "Italian": "it", "Norwegian": "no", "Polish": "pl", "Portuguese": "pt",
    "Romanian": "ro", "Russian": "ru", "Spanish": "es", "Swedish": "sv", "Turkish": "tr", "Ukrainian": "uk",
}  # fmt: skip
_HOW = "write them behind its name, as in {name}:de-en (in a comparison file: {{file: {name}, languages: de-en}})"


class _File(Protocol):
    """What every form of dictionary can do."""

    both_ways: bool
    """Whether the second language can be looked up as well."""
    sha256: str

    def title(self) -> str: ...
    def articles(self, wanted: frozenset[str], words: Words, *, backwards: bool) -> Iterator[Article]: ...


class Named(Struct, frozen=True):
    """A dictionary as the user names it."""

    path: str
    languages: tuple[str, str] | None = None
    """What it translates, from and to; None when the dictionary itself must tell."""


class Dictionary(Struct, frozen=True):
    """An opened dictionary."""

    mark: OwnFile
    languages: tuple[str, str]
    """From the language of its headwords to that of its translations."""
    file: _File

    @property
    def directions(self) -> tuple[tuple[str, str], ...]:
        """The languages between which it can be looked up, from and to."""
        return (self.languages, self.languages[::-1]) if self.file.both_ways else (self.languages,)

    def look_up(self, languages: tuple[str, str], wanted: Collection[str], words: Callable[[str], Words]) -> Glossary:
        """The translations of the stems in `wanted`; `languages` is one of its directions.

        `words` tells how the words of a language are compared. InputError when the file is damaged.
        """
        source, target = languages
        articles = self.file.articles(frozenset(wanted), words(source), backwards=languages != self.languages)
        return glossary(languages, articles, words(target))


def named(written: str) -> Named:
    """Read `FILE` or `FILE:de-en`; UsageError when the two languages are one."""
    found = None if is_there(written) else _WRITTEN.fullmatch(written)
    if found is None:
        return Named(written)
    languages = pair(found[2])
    if languages is None:
        raise UsageError(
            Problem(message=f"a dictionary translates between two languages, not {found[2]}", path=found[1])
        )
    return Named(found[1], languages)


def pair(written: str) -> tuple[str, str] | None:
    """Read `de-en` or `deu-eng`; None when it is no pair of two different language codes."""
    found = _PAIR.fullmatch(written)
    if found is None:
        return None
    source, target = (_CODES.get(code.lower(), code.lower()) for code in found.groups())
    return None if source == target else (source, target)


def find(path: str) -> str:
    """The path itself, or that of an installed dictionary with this name when there is no such file here."""
    if is_there(path) or Path(path).name != path:
        return path
    beside = (Path(folder) / path for folder in INSTALLED)
    return next((str(place) for place in beside if is_file(place)), path)


def open_dictionary(wanted: Named) -> Dictionary:
    """Open the dictionary; InputError when it cannot be read or nothing tells its languages."""
    path = find(wanted.path)
    trouble = _trouble(path)
    if trouble:
        raise InputError(Problem(message=trouble, path=path))
    file = _opened(path)
    languages = wanted.languages or _from_name(path) or _from_title(file.title())
    if languages is None:
        how = _HOW.format(name=Path(path).name)
        raise InputError(Problem(message=f"nothing tells between which languages it translates; {how}", path=path))
    mark = OwnFile(name=Path(path).name, sha256=file.sha256, languages="-".join(languages))
    return Dictionary(mark, languages, file)


def _opened(path: str) -> _File:
    if path.lower().endswith(".index"):
        from readcompare.sources.dictd import DictdDictionary

        return DictdDictionary(path)
    from readcompare.sources.word_list import WordList

    return WordList(path)


def _trouble(path: str) -> str | None:
    if path.lower().endswith((".dict", ".dict.dz")):
        index = Path(path.removesuffix(".dz")).with_suffix(".index").name
        return f"these are the articles of a dictionary; name its index, {index}"
    trouble = file_trouble(path)
    if trouble and Path(path).name == path and trouble.startswith("no such file"):
        return f"{trouble}, neither here nor in {INSTALLED[0]}" if "?" not in trouble else trouble
    return trouble


def _from_name(path: str) -> tuple[str, str] | None:
    """Languages that the name tells: freedict-deu-eng.index, de-en.txt, mueller7.index."""
    stem = Path(path).stem
    if re.fullmatch(r"mueller\d*", stem.lower()):
        return "en", "ru"
    found = _IN_NAME.fullmatch(stem)
    known = {*_CODES, *_CODES.values()}
    if found is None or not {code.lower() for code in found.groups()} <= known:
        return None
    return pair("-".join(found.groups()))


def _from_title(title: str) -> tuple[str, str] | None:
    for source, target in _IN_TITLE.findall(title):
        if source in _NAMES and target in _NAMES and source != target:
            return _NAMES[source], _NAMES[target]
    return None
