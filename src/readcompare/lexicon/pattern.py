"""The pattern language of the lexicons: what one pattern string means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from readcompare.lexicon.tokens import Token, tokenise

GAP = "..."
"""Stands for 0 to `WIDEST_GAP` tokens inside one clause."""
WIDEST_GAP = 15
"""Greatest number of tokens that a gap may hold."""

_SIMPLE = re.compile(r"(\*?)([a-zäöüа-я]+)(\*?)")


class Part(Enum):
    """Which part of a token a literal must be."""

    WHOLE = "abc"
    START = "abc*"
    END = "*abc"
    INSIDE = "*abc*"


@dataclass(frozen=True, slots=True)
class TokenPattern:
    """What one token must look like."""

    part: Part
    literal: str
    """In the form of `Token.raw` when `cased`, of `Token.norm` otherwise."""
    cased: bool = False

    def accepts(self, token: Token) -> bool:
        """Whether `token` looks so."""
        word = token.raw if self.cased else token.norm
        if self.literal not in word:
            return False
        match self.part:
            case Part.WHOLE:
                return word == self.literal
            case Part.START:
                return word.startswith(self.literal)
            case Part.END:
                return word.endswith(self.literal)
            case Part.INSIDE:
                return True


@dataclass(frozen=True, slots=True)
class Pattern:
    """Runs of consecutive tokens with a gap between each two runs."""

    runs: tuple[tuple[TokenPattern, ...], ...]
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


def _part(*, open_start: bool, open_end: bool) -> Part:
    if open_start:
        return Part.INSIDE if open_end else Part.END
    return Part.START if open_end else Part.WHOLE
