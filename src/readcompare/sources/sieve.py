"""Sifting the headwords of a large dictionary quickly, before any of them is stemmed."""

from __future__ import annotations

import unicodedata


class Sieve:
    """Lets pass what may have one of the wanted stems: it begins alike, accents aside."""

    def __init__(self, wanted: frozenset[str], letters: int = 6) -> None:
        """`letters` at the beginning of a word are looked at."""
        self._letters = letters
        # The last letter of a stem may be another one than the word's: `citi` is the stem of `city`.
        self._starts = frozenset(_plain(stem)[: min(letters, max(len(stem) - 1, 1))] for stem in wanted)
        self._lengths = sorted({len(start) for start in self._starts})
        self._known: dict[str, bool] = {}

    def passes(self, word: str) -> bool:
        """Whether `word` may have a wanted stem; what follows a tab does not count."""
        prefix = word[: self._letters]
        known = self._known.get(prefix)
        if known is None:
            known = self._known[prefix] = self._may_be(prefix)
        return known

    def _may_be(self, prefix: str) -> bool:
        plain = _plain(prefix.partition("\t")[0])
        return any(plain[:length] in self._starts for length in self._lengths)


def _plain(word: str) -> str:
    """`word` without accents, ß as ss: what a stemmer may change in the middle of a word."""
    folded = word.casefold()
    if folded.isascii():
        return folded
    return "".join(sign for sign in unicodedata.normalize("NFD", folded) if not unicodedata.combining(sign))
