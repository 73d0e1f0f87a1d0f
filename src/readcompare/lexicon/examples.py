"""Texts that a pattern must match, made from the pattern itself."""

from __future__ import annotations

from collections.abc import Iterator

from readcompare.lexicon.pattern import Part, TokenPattern, parse_pattern

_MORE = "xyz"  # letters that stand for the open part of a word
_BETWEEN = " x y z "  # words that stand in a gap


def examples(pattern: str) -> Iterator[str]:
    """Texts that `pattern` matches when nothing else does: bare, with other word parts, with filled gaps."""
    runs = parse_pattern(pattern).runs
    for more in ("", _MORE):
        written = [" ".join(_word(token, more) for token in run) for run in runs]
        yield " ".join(written)
        if len(written) > 1:
            yield _BETWEEN.join(written)


def _word(token: TokenPattern, more: str) -> str:
    before = more if token.part in (Part.END, Part.INSIDE) else ""
    after = more if token.part in (Part.START, Part.INSIDE) else ""
    return f"{before}{token.literal}{after}"
