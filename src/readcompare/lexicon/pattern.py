"""The pattern language of the lexicons: what one pattern string means."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from msgspec import Struct

from readcompare.lexicon.tokens import Token, tokenise

GAP = "..."
"""Stands for 0 to `WIDEST_GAP` tokens inside one clause."""
WIDEST_GAP = 15
"""Greatest number of tokens that a gap may hold."""

_SIMPLE = re.compile(r"(\*?)([a-zäöüа-я]+)(\*?)")


class Part:
    """Which part of a token a literal must be."""

    WHOLE: Final = "abc"
    START: Final = "abc*"
    END: Final = "*abc"
    INSIDE: Final = "*abc*"


class TokenPattern(NamedTuple):
    """What one token must look like."""

    part: str
    """One of `Part`."""
    literal: str
    """In the form of `Token.raw` when `cased`, of `Token.norm` otherwise."""
    cased: bool = False


Runs = tuple[tuple[TokenPattern, ...], ...]
"""Runs of consecutive tokens with a gap between each two runs."""


class Pattern(Struct, frozen=True):
    """A pattern, read."""

    runs: Runs
    tokens: int
    """Number of tokens, gaps not counted."""
    literals: int
    """Number of literal characters: what decides between overlapping patterns of equally many tokens."""
    wholes: int
    """Number of tokens given whole, without a `*`."""

    @property
    def first(self) -> TokenPattern:
        """What the first token must look like."""
        return self.runs[0][0]


def written(wanted: TokenPattern) -> str:
    """A token pattern as one string: short to store, and quick to read back with `as_written`."""
    return ("=" if wanted.cased else "") + wanted.part.replace(Part.WHOLE, wanted.literal)


@lru_cache(maxsize=1 << 15)
def as_written(text: str) -> TokenPattern:
    """The token pattern that `written` gave as `text`."""
    body = text.removeprefix("=")
    literal = body.strip("*")
    return TokenPattern(_part(open_start=body[0] == "*", open_end=body[-1] == "*"), literal, cased=text[0] == "=")


def accepts(wanted: TokenPattern, token: Token) -> bool:
    """Whether `token` looks as is `wanted`."""
    part, literal, cased = wanted
    word = token.raw if cased else token.norm
    if literal not in word:
        return False
    if part == Part.WHOLE:
        return word == literal
    if part == Part.START:
        return word.startswith(literal)
    return part == Part.INSIDE or word.endswith(literal)


@lru_cache(maxsize=1 << 16)
def parse_pattern(source: str) -> Pattern:
    """Read the pattern written as `source`; ValueError that names what is wrong with a malformed one.

    `abc` whole token, `abc*` start, `*abc` end, `*abc*` any part, `=ABC` with this very case (also for the tokens with
    capitals that follow it), `a b` consecutive tokens, `a ... b` with a gap. A hyphen divides tokens like a blank.
    """
    runs: list[tuple[TokenPattern, ...]] = []
    run: tuple[TokenPattern, ...] = ()
    tokens = literals = wholes = 0
    cased = False
    for word in source.replace("-", " ").split():
        if word == GAP:
            if not run:
                raise ValueError(f"a gap needs a word before it: {source!r}")
            runs.append(run)
            run = ()
            continue
        cased = cased or word[0] == "="
        parts = _token_patterns(word, cased=cased)
        run += parts
        tokens += len(parts)
        wholes += "*" not in word
        literals += len(word) - word.count("*") - word.count("=")
    if not run:
        raise ValueError(f"a gap needs a word after it: {source!r}" if runs else "the pattern is empty")
    return Pattern((*runs, run), tokens, literals, wholes)


@lru_cache(maxsize=1 << 14)
def _token_patterns(word: str, *, cased: bool) -> tuple[TokenPattern, ...]:
    """Nearly always one; an unspaced run of ideographs gives one for each."""
    simple = _SIMPLE.fullmatch(word)
    if simple:  # nearly every word: nothing to check and nothing to fold
        before, literal, after = simple.groups()
        return (TokenPattern(_part(open_start=bool(before), open_end=bool(after)), literal),)
    written = word.removeprefix("=")
    body = written.removeprefix("*")
    literal = body.removesuffix("*")
    if not literal:
        raise ValueError(f"{word!r} has no letters")
    if "*" in literal:
        raise ValueError(f"'*' may stand only at the start or the end of a word: {word!r}")
    capital = literal != literal.lower()
    if capital and not cased:
        raise ValueError(f"capitals match only after '=', text is compared in small letters: {word!r}")
    tokens = tokenise(literal)
    if sum(len(token.span) for token in tokens) != len(literal):
        raise ValueError(f"{word!r} holds a character that no word of a text holds")
    cased = capital or word[0] == "="
    last = len(tokens) - 1
    return tuple(
        TokenPattern(
            _part(open_start=position == 0 and body != written, open_end=position == last and literal != body),
            token.raw if cased else token.norm,
            cased,
        )
        for position, token in enumerate(tokens)
    )


def _part(*, open_start: bool, open_end: bool) -> str:
    if open_start:
        return Part.INSIDE if open_end else Part.END
    return Part.START if open_end else Part.WHOLE
