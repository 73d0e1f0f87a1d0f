"""Dictionaries as plain text: two columns with a tab between, or the `::` of Ding."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from readcompare.errors import InputError, Problem
from readcompare.lexicon.glossary import Article, Words, content_stems
from readcompare.sources.sieve import Sieve
from readcompare.sources.text import decode, read_bytes

MAX_LIST_BYTES = 64_000_000

_ASIDE = re.compile(r"\{[^}]{0,400}\}|\[[^\]]{0,400}\]|\([^)]{0,400}\)|<[^>]{0,400}>")
_SPLIT = re.compile(r"[;,]")
_DIVIDERS = ("\t", " :: ")


class WordList:
    """A text with one pair of words, or of lists of words, a line."""

    both_ways = True

    def __init__(self, path: str) -> None:
        data = read_bytes(path, limit=MAX_LIST_BYTES)
        self.path = path
        self.sha256 = hashlib.sha256(data).hexdigest()
        lines = decode(data, path, advice="save it as UTF-8").splitlines()
        told = [(number, line) for number, line in enumerate(lines, start=1) if line.strip() and line[0] != "#"]
        divider = next((one for one in _DIVIDERS if told and one in told[0][1]), None)
        if divider is None:
            number, line = told[0] if told else (1, "")
            message = "a dictionary in a text has two columns with a tab between them: word, tab, translation"
            raise InputError(Problem(message=message, path=path, line=number, quoted=line[:160] or None))
        self._divider = divider
        self._lines = [line for _, line in told]

    def title(self) -> str:
        """A plain text does not say what it is."""
        return ""

    def articles(self, wanted: frozenset[str], words: Words, *, backwards: bool) -> Iterator[Article]:
        """Each pair of variants one of whose words has a stem in `wanted`, those that are one word first."""
        found: list[tuple[int, str, tuple[str, ...]]] = []
        sieve = Sieve(wanted)
        for line in self._lines:
            left, _, right = line.partition(self._divider)
            sources, targets = (right, left) if backwards else (left, right)
            if not any(map(sieve.passes, _words(sources))):
                continue
            for source, target in zip(_variants(sources), _variants(targets), strict=False):
                for phrase in source:
                    stems = content_stems(phrase, words) if any(map(sieve.passes, _words(phrase))) else ()
                    if len(stems) == 1 and stems[0] in wanted:
                        found.append((phrase.count(" "), stems[0], target))
        found.sort(key=lambda one: one[0])
        yield from ((stem, target) for _, stem, target in found)


def _words(column: str) -> list[str]:
    return column.replace("-", " ").split()


def _variants(column: str) -> Iterator[tuple[str, ...]]:
    """The synonyms of each variant; variants stand between | and answer one another across the columns."""
    for variant in _ASIDE.sub(" ", column).split("|"):
        yield tuple(phrase.strip() for phrase in _SPLIT.split(variant) if phrase.strip())
