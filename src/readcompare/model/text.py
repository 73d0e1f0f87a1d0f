"""Readouts, their sentences, and spans: everything that points into a verbatim text."""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct

UNKNOWN_LANGUAGE = "und"
"""The language code of a text whose language is neither given nor recognised (BCP 47)."""

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def is_language(code: str) -> bool:
    """True for a code of two or three small letters, as the primary subtags of BCP 47 are."""
    return code.isascii() and code.isalpha() and code.islower() and len(code) in (2, 3)


class Span(Struct, frozen=True, order=True, gc=False):
    """A half-open range of characters (code points) of a verbatim text."""

    start: int
    """First character, from 0."""
    end: int
    """One past the last character."""

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forwards from 0 or later, not from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that the span points at."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """Number of characters that both spans hold."""
        # Asked so often that calls of `min` and `max` would be felt.
        start = self.start if self.start > other.start else other.start  # noqa: FURB136
        end = self.end if self.end < other.end else other.end  # noqa: FURB136
        return end - start if end > start else 0


class Excerpt(Struct, frozen=True, order=True, gc=False):
    """Some characters of one sentence: the evidence that a claim points at."""

    sentence: str
    """Sentence id, such as `A3`."""
    span: Span
    """Place in the text of that sentence's side."""


class Wording(StrEnum):
    """How close a text is to what the office published."""

    OFFICIAL = "official"
    RECONSTRUCTION = "reconstruction"
    TRANSLATION = "translation"
    QUOTED = "quoted"


class Readout(Struct, frozen=True, kw_only=True):
    """One side's account, verbatim, with what is known about it."""

    id: str
    """Short lower-case name of the side, such as `germany`."""
    name: str
    """Name of the side for people."""
    text: str
    """The text as it was read, never changed."""
    language: str
    """BCP 47 primary subtag, or `und`."""
    sha256: str
    """Hexadecimal SHA-256 of the text in UTF-8."""
    source: str | None = None
    """Where the text stands: an address or a file name, as the user gave it."""
    published: str | None = None
    """Date or time of publication, ISO 8601, as the user gave it."""
    wording: Wording | None = None
    """None when nobody said."""
    complete: bool = True
    """False for an excerpt: then nothing is claimed to be absent from it."""


class Sentence(Struct, frozen=True, gc=False):
    """One sentence of a readout, as a place in its text."""

    id: str
    """Side letter and number from 1, the same in every face: `A3`."""
    span: Span
    """Place in the readout's text, without the white space around it."""
    paragraph: int
    """Number of the paragraph, from 1."""


class Document(Struct, frozen=True):
    """A readout with its sentences."""

    letter: str
    """`A` or `B`; of several accounts `C`, `D`, … too."""
    readout: Readout
    sentences: tuple[Sentence, ...]
    """In the order of the text; their spans do not overlap and hold all that is not white space."""

    @property
    def words(self) -> int:
        """Number of words; hyphenated and apostrophised words count once."""
        return sum(1 for _ in _WORD.finditer(self.readout.text))

    @property
    def paragraphs(self) -> int:
        """Number of paragraphs."""
        return self.sentences[-1].paragraph if self.sentences else 0

    def text_of(self, sentence: Sentence) -> str:
        """The verbatim characters of `sentence`."""
        return sentence.span.of(self.readout.text)

    def sentence(self, sentence_id: str) -> Sentence:
        """The sentence named `sentence_id`; KeyError when there is none."""
        number = sentence_id.removeprefix(self.letter)
        if number == sentence_id or not number.isdecimal() or not 1 <= int(number) <= len(self.sentences):
            raise KeyError(sentence_id)
        return self.sentences[int(number) - 1]
