"""Dictionaries as the dict server has them: a sorted index of headwords and a file of articles."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from readcompare.errors import InputError, Problem
from readcompare.lexicon.articles import translations
from readcompare.lexicon.glossary import PLACEHOLDERS, Article, Words, content_stems
from readcompare.sources.dictzip import PackedText, Place
from readcompare.sources.disk import is_file
from readcompare.sources.sieve import Sieve
from readcompare.sources.text import read_bytes

MAX_INDEX_BYTES = 64_000_000
MAX_ARTICLES_BYTES = 256_000_000

_LONGEST_HEADWORD = 4  # words, placeholders such as "sth" counted
_BEGINNING = 4  # letters
_ABOUT = ("00databaseshort", "00-database-short")
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}


class DictdDictionary:
    """A `.index` with its `.dict` or `.dict.dz`; articles are read when words are looked up."""

    both_ways = False

    def __init__(self, path: str) -> None:
        index = read_bytes(path, limit=MAX_INDEX_BYTES)
        packed, articles_path = _articles_of(path)
        self.path = path
        self.sha256 = hashlib.sha256(index + packed).hexdigest()
        self._lines = _decoded(index, path).split("\n")
        self._text = PackedText(packed, articles_path)
        self._place(next((line for line in self._lines if line), ""))

    def title(self) -> str:
        """What the dictionary calls itself; empty when it does not say."""
        for line in self._lines:
            if line.startswith(_ABOUT):
                return "".join(self._articles([self._place(line)])).replace("\n", " ")
        return ""

    def articles(self, wanted: frozenset[str], words: Words, *, backwards: bool) -> Iterator[Article]:
        """The articles whose headword has a stem in `wanted`, those on one word first.

        ValueError when asked `backwards`: only headwords can be looked up.
        """
        if backwards:
            raise ValueError("a dictd dictionary is looked up by its headwords")
        found = sorted(self._found(wanted, words), key=lambda one: one[1])
        texts = self._text.read(place for _, _, place in found)
        yield from ((stem, translations(_told(texts[place]))) for stem, _, place in found if place in texts)

    def _found(self, wanted: frozenset[str], words: Words) -> Iterator[tuple[str, int, Place]]:
        """The stem, the number of words of the headword, and the place of each article on a wanted stem."""
        # Thousands of beginnings are looked at instead of all headwords, and whole headwords where these are right.
        coarse, fine = Sieve(wanted, _BEGINNING), Sieve(wanted)
        beginnings = {line[:_BEGINNING] for line in self._lines}
        likely = {one for one in beginnings if one.partition(" ")[0] in PLACEHOLDERS or coarse.passes(one)}
        for line in (line for line in self._lines if line[:_BEGINNING] in likely):
            headword = line.partition("\t")[0]
            size = headword.count(" ") + 1
            if size > _LONGEST_HEADWORD or not any(map(fine.passes, headword.replace("-", " ").split())):
                continue
            if size == 1 and headword.isalpha():  # nearly every one: nothing to divide
                stem: str | None = words.stem(headword.casefold().replace("ё", "е"))
            else:
                stem = _only(content_stems(headword, words))
            if stem in wanted:
                yield stem, size, self._place(line)

    def _place(self, line: str) -> Place:
        try:
            _, start, size = line.rstrip("\r").split("\t")[:3]
            return _number(start), _number(size)
        except (ValueError, KeyError):
            number = self._lines.index(line) + 1
            message = "this is no line of a dictd index: headword, tab, place, tab, size"
            raise InputError(Problem(message=message, path=self.path, line=number, quoted=line[:160])) from None

    def _articles(self, places: Iterable[Place]) -> list[str]:
        return [_told(article) for article in self._text.read(places).values()]


def _articles_of(path: str) -> tuple[bytes, str]:
    """The bytes of the articles that belong to the index at `path`, and where they stand."""
    for ending in (".dict.dz", ".dict"):
        beside = Path(path).with_suffix(ending)
        if is_file(beside):
            return read_bytes(str(beside), limit=MAX_ARTICLES_BYTES), str(beside)
    name = Path(path).with_suffix(".dict.dz").name
    raise InputError(Problem(message=f"its articles are missing: {name} must stand beside it", path=path))


def _decoded(data: bytes, path: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        message = "the index is not UTF-8; convert the dictionary, for instance with dictfmt --utf8"
        raise InputError(Problem(message=message, path=path, line=data.count(b"\n", 0, error.start) + 1)) from None


def _told(article: bytes) -> str:
    return article.decode("utf-8", "replace")


def _number(digits: str) -> int:
    value = 0
    for digit in digits:
        value = value * 64 + _VALUES[digit]
    return value


def _only(stems: tuple[str, ...]) -> str | None:
    return stems[0] if len(stems) == 1 else None
