"""Every setting that changes a result, so that a result can be made again."""

from __future__ import annotations

from msgspec import Struct

LEXICAL, SEMANTIC = MATCHERS = ("lexical", "semantic")
"""Names of the matchers: by what the lexicons know, and by a sentence encoder of the user's own besides."""


class OwnFile(Struct, frozen=True, kw_only=True):
    """A file of the user's own that helped to make a result, so that it can be found again."""

    name: str
    """Its name without the folder."""
    sha256: str
    """Of its bytes; of a dictionary in two files those of the index and then those of the articles; of a
    sentence encoder those of its configuration, its vectors and its tokenizer."""
    languages: str | None = None
    """What a dictionary was taken to translate, such as `de-en`; None for a lexicon."""


class Recipe(Struct, frozen=True, kw_only=True):
    """How a comparison is made; two equal recipes give the same result from the same texts."""

    matcher: str = LEXICAL
    """Name of the matcher that scores sentence pairs."""
    threshold: float | None = None
    """Probability 0..1 from which a pair is linked; None takes the matcher's own."""
    lexicons: tuple[OwnFile, ...] = ()
    """The user's own lexicons, merged over the shipped ones in this order."""
    dictionaries: tuple[OwnFile, ...] = ()
    """The user's own dictionaries, for words that no lexicon knows."""
    model: OwnFile | None = None
    """The sentence encoder of the semantic matcher; None for the lexical one."""
    weights: OwnFile | None = None
    """Weights of the user's own; None for the shipped ones."""
