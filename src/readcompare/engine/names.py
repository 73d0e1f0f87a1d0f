"""Names across alphabets: Путин, Putin and Poutine fold to nearly the same letters."""

from __future__ import annotations

import re
from functools import lru_cache

# How the three languages (and French) spell one sound, from the longest spelling to the shortest.
_SPELLINGS = (
    ("shch", "sh"), ("schtsch", "sh"), ("chtch", "sh"), ("tsch", "ch"), ("tch", "ch"), ("cz", "ch"), ("sch", "sh"),
    ("dzh", "j"), ("dsch", "j"), ("dj", "j"), ("kh", "h"), ("ph", "f"), ("ou", "u"), ("oe", "o"), ("ae", "a"),
    ("ue", "u"), ("w", "v"), ("ck", "k"), ("q", "k"), ("x", "ks"), ("ts", "s"), ("tz", "s"), ("z", "s"),
    ("yo", "o"), ("jo", "o"), ("io", "o"), ("yu", "u"), ("ju", "u"), ("iu", "u"), ("ya", "a"), ("ja", "a"),
    ("ia", "a"), ("y", "i"), ("j", "i"),
)  # fmt: skip
_NO_LETTER = re.compile(r"[^a-z]")
_HARD_C = re.compile(r"c(?!h)")
_DOUBLED = re.compile(r"(.)\1+")
_SHORTEST = 4


# The letters of German, French and Russian, each before what anyascii makes of it: most texts have no others, and
# loading its tables is felt at the start.
_LETTERS = (
    "àa âa äa æae çc èe ée êe ëe îi ïi ôo öo œoe ùu ûu üu ÿy ßss "
    "аa бb вv гg дd еe ёe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ' ыy ь' эe юyu яya"
)


class _Ascii(dict[int, str]):
    """What stands for a code point in Latin letters; each is looked up once."""

    def __missing__(self, code: int) -> str:
        self[code] = letters = _looked_up(chr(code))
        return letters


def _looked_up(letter: str) -> str:
    if letter.isascii():
        return letter
    from anyascii import anyascii

    return anyascii(letter)


_ASCII = _Ascii((ord(letter[0]), letter[1:]) for letter in _LETTERS.split())


@lru_cache(maxsize=1 << 14)
def fold(word: str) -> str:
    """`word` in lower-case Latin letters with one spelling for each sound; empty when no letter is left."""
    folded = (word if word.isascii() else word.translate(_ASCII)).lower()
    if not folded.isalpha():
        folded = _NO_LETTER.sub("", folded)
    for spelling, sound in _SPELLINGS:
        if spelling in folded:
            folded = folded.replace(spelling, sound)
    if "c" in folded:
        folded = _HARD_C.sub("k", folded)
    folded = _DOUBLED.sub(r"\1", folded)
    # A mute e, as in Poutine.
    return folded[:-1] if len(folded) >= _SHORTEST and folded.endswith("e") else folded
