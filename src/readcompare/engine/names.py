"""Names across alphabets: Путин, Putin and Poutine fold to nearly the same letters."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

# How the three languages (and French) spell one sound, from the longest spelling to the shortest.
_FOLDS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"[^a-z]", ""),
        (r"shch|schtsch|chtch", "sh"),
        (r"tsch|tch|cz", "ch"),
        (r"sch", "sh"),
        (r"dzh|dsch|dj", "j"),
        (r"kh", "h"),
        (r"ph", "f"),
        (r"ou", "u"),
        (r"oe", "o"),
        (r"ae", "a"),
        (r"ue", "u"),
        (r"w", "v"),
        (r"ck|q|c(?!h)", "k"),
        (r"x", "ks"),
        (r"ts|tz|z", "s"),
        (r"yo|jo|io", "o"),
        (r"yu|ju|iu", "u"),
        (r"ya|ja|ia", "a"),
        (r"[yji]+", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=.{3})e$", ""),
    )
)


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """`word` in lower-case Latin letters with one spelling for each sound; empty when no letter is left."""
    folded = anyascii(word).lower()
    for pattern, replacement in _FOLDS:
        folded = pattern.sub(replacement, folded)
    return folded
