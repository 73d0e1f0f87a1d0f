"""Words of a verbatim text in a normal form, each with its exact place."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import cache, lru_cache

from msgspec import Struct

from readcompare.model.text import Span

# Soft hyphen, zero-width space, joiners and byte order mark: inside a word a reader does not see them.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# Han and kana are written without blanks, so each character is a token of its own.
_IDEOGRAPH = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Marks that belong to the letter before them; `\w` leaves them out. Indic and Thai vowel signs come with their blocks.
_MARK = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0971-\u109f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u302a-\u302f\u3099\u309a\ufe20-\ufe2f"
)
# French and its neighbours elide before a vowel or a mute h only, so `c'mon`, `N'Djamena` and `M's` stay whole. A blank
# or an opening quotation mark may stand between; at the end of the text there is nothing to tell by.
_ELIDED = r"(?i:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)"
_VOWEL = "(?i:[aàâäæeéèêëhiîïoôöœuùûüy])"
# Letters and signs of which none is such a mark: most texts hold nothing else.
_NO_MARKS = frozenset(
    map(
        chr, (*range(0x300), *range(0x370, 0x483), *range(0x48A, 0x591), *range(0x2000, 0x20D0), *range(0x20F1, 0x2E80))
    )
)
_JOINING = frozenset("'’ʼ\u00ad\u200b\u200c\u200d\u2060\ufeff")  # what may stand inside a word that is one
_HIDDEN = dict.fromkeys(map(ord, _INVISIBLE))
_ORDINAL = re.compile(r"\d{1,2}")
_SHORTENED = re.compile(r"[^\W\d_]|[^\W\d_aeiouyäöüаеиоуыэюя]{2,4}")  # an initial, or letters that nobody can pronounce
_AFTER_STOP = re.compile(r"\.[ \u00a0\u202f]?([^\W_])")


class Break(Enum):
    """What stands between a token and the one before it."""

    NONE = "none"
    """Nothing, blanks, or marks inside a clause such as commas, brackets and quotation marks."""
    LINE = "line"
    """One line end: a phrase may go on after it."""
    CLAUSE = "clause"
    """One of . ! ? ; or a blank line."""


class Token(Struct, frozen=True, gc=False):
    """One word, number or ideograph of a text; punctuation is no token."""

    norm: str
    """For matching: NFC, case folded (ß is ss), ё as е, apostrophes straight, invisible characters gone."""
    raw: str
    """For case-sensitive matching: as written, but in NFC and without invisible characters."""
    span: Span
    """Place in the verbatim text."""
    before: Break = Break.NONE
    """What divides it from the token before."""


def tokenise(text: str) -> tuple[Token, ...]:
    """Divide `text` into its tokens, in order.

    Hyphens, blanks and punctuation end a token; an apostrophe between letters does not (`can't`, `Germany's`) unless
    an elided word ends with it (`l'Ukraine` is `l'` and `Ukraine`), nor do the stops of `U.S.`, nor what groups the
    digits of a number (`12,500`, `17.30`).
    """
    tokens: list[Token] = []
    before = Break.NONE
    used = set(text)
    ideographs = _IDEOGRAPH if max(used, default="") >= _IDEOGRAPH[0] else ""
    marks = "" if used <= _NO_MARKS else _MARK
    for piece in _pieces(ideographs, marks, is_joined=not used.isdisjoint(_JOINING)).finditer(text):
        if piece.lastindex is None:
            norm, raw = _forms(piece.group())
            tokens.append(Token(norm, raw, Span(*piece.span()), before))
            before = Break.NONE
        elif piece.lastindex == 2 and before is Break.NONE:
            before = Break.LINE
        elif piece.lastindex == 2 or not (tokens and _shortens(tokens[-1], text, piece.start())):
            before = Break.CLAUSE
    return tuple(tokens)


@cache
def _pieces(ideographs: str, marks: str, *, is_joined: bool) -> re.Pattern[str]:
    """What a text is divided into; compiling all of it is slow, so a text does without what it has no signs of."""
    with_marks = f"(?:[{marks}]++[^\\W_{ideographs}]*)*" if marks else ""
    letters = rf"[^\W_{ideographs}]+{with_marks}"
    alone = rf"| [{ideographs}][{_MARK}]*" if ideographs else ""
    elided = joined = ""
    if is_joined:
        elided = rf"| {_ELIDED}[{_INVISIBLE}]*+['’ʼ](?=[\s«‹“\"{_INVISIBLE}]*+(?:{_VOWEL}|\Z))  # l'  d'  qu'"
        joined = rf"(?:(?:[{_INVISIBLE}]++|[{_INVISIBLE}]*+['’ʼ][{_INVISIBLE}]*+){letters})*"
    return re.compile(
        rf"""
        ([.!?;…。！？；]++)                                      # group 1: ends a clause
        | (\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])            # group 2: ends a line
        | \d+(?:[.,:]\d+)+                                      # 12,500  4.000  17.30  12.02.2015
        | (?:[^\W\d_]\.){{2,6}}+(?!\w)                          # U.S.  z.B.  т.е.
        {elided}
        | {letters}{joined}
        {alone}
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=1 << 15)
def _forms(word: str) -> tuple[str, str]:
    raw = word if word.isascii() else unicodedata.normalize("NFC", word.translate(_HIDDEN))
    return norm_of(raw), raw


def norm_of(raw: str) -> str:
    """The `Token.norm` of the token whose `raw` is given, or of a part of it."""
    return raw.casefold().replace("ё", "е").replace("’", "'").replace("ʼ", "'")


def _shortens(token: Token, text: str, stop: int) -> bool:
    """Whether the mark at `stop` belongs to the token before it: `9. November`, `J. Biden`, `Mr. Putin`, `z. B.`."""
    following = _AFTER_STOP.match(text, stop)
    if following is None or token.span.end != stop:
        return False
    if _ORDINAL.fullmatch(token.norm):
        return True
    capital_or_digit = following[1].isupper() or following[1].isdigit()
    # A name in capitals, such as DPR, ends a sentence as any word does.
    name = len(token.raw) > 1 and token.raw.isupper()
    return capital_or_digit and not name and bool(_SHORTENED.fullmatch(token.norm))
