"""What lexicons know of a text."""

from __future__ import annotations

from msgspec import Struct


class Unknown(Struct, frozen=True):
    """A word that no lexicon knows."""

    word: str
    """The commonest of its forms in the text, in small letters."""
    count: int
    """How often it stands there, in whatever form."""


class Coverage(Struct, frozen=True, kw_only=True):
    """The words of content of one text: which ones sentences can be matched by."""

    name: str
    language: str
    words: int
    """Words of content, repetitions counted; numbers and function words are none."""
    known: int
    """Those of them that stand for something in one of the layers."""
    layers: tuple[tuple[str, int], ...]
    """For each layer its name and how many words it knows; a word may be known to several."""
    unknown: tuple[Unknown, ...]
    """The most frequent first, equally frequent ones in the order of the text."""

    @property
    def share(self) -> float:
        """Known words of all, 0..1; 1 for a text without words of content."""
        return self.known / self.words if self.words else 1.0
