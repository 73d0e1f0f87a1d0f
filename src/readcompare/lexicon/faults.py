"""What is wrong with the patterns of a lexicon, beyond their spelling: too wide, twice there, never matching."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from readcompare.lexicon.entries import Entry, Lexicon, Mention
from readcompare.lexicon.examples import examples
from readcompare.lexicon.matcher import Matcher, rivalry
from readcompare.lexicon.merging import merged
from readcompare.lexicon.pattern import Part, parse_pattern
from readcompare.lexicon.tokens import Break, Token, tokenise

CONTENT_LAYERS = frozenset({"bridge", "entities", "topics", "verbs", "term_families"})
"""Layers of what a sentence speaks of; in the others a function word may well be meant."""
FILLER = 0.5
"""An entry of less weight says less than any word that no lexicon knows; there a function word does no harm."""
SHORTEST = 3
"""Letters that a word with a `*` needs; with fewer it matches words that have nothing in common."""


class Fault(Struct, frozen=True, kw_only=True):
    """One pattern that does not do what its author wants."""

    entry: int
    """Place of the entry in its lexicon, from 0."""
    language: str
    pattern: int
    """Place of the pattern among the entry's in this language, from 0."""
    exception: bool = False
    """True for a pattern under `except`."""
    message: str
    """What is wrong and what to do."""


def faults(
    lexicon: Lexicon, shipped: Callable[[str], Matcher], fillers: Mapping[str, frozenset[str]]
) -> Iterator[Fault]:
    """All faults of a lexicon whose patterns are well formed.

    `shipped` gives the matcher for a language over which the lexicon is merged, `fillers` the function words by
    language.
    """
    seen: dict[tuple[object, ...], str] = {}
    for language in dict.fromkeys(language for entry in lexicon.entries for language, _ in entry.patterns):
        trial = _Trial(merged(shipped(language), (lexicon,)), lexicon, language)
        for number, entry in enumerate(lexicon.entries):
            words = fillers.get(language, frozenset()) if _speaks(entry) else frozenset()
            for place, pattern in enumerate(dict(entry.patterns).get(language, ())):
                message = (
                    _too_wide(pattern, words) or _twice(entry, language, pattern, seen) or trial.never(entry, pattern)
                )
                if message:
                    yield Fault(entry=number, language=language, pattern=place, message=message)
    for number, entry in enumerate(lexicon.entries):
        yield from _idle_exceptions(number, entry)


def _speaks(entry: Entry) -> bool:
    """Whether an entry tells what a sentence speaks of, so that a function word has no place in it."""
    return entry.layer in CONTENT_LAYERS and entry.number("w", FILLER) >= FILLER


class _Trial:
    """Tries all patterns of a lexicon in one language on texts that each of them must match."""

    def __init__(self, matcher: Matcher, lexicon: Lexicon, language: str) -> None:
        self._language = language
        patterns = {pattern for entry in lexicon.entries for pattern in dict(entry.patterns).get(language, ())}
        self._found: dict[str, list[Mention]] = {pattern: [] for pattern in patterns}
        # All texts at once, each a clause of its own: no match reaches over the end of a clause.
        tokens: list[Token] = []
        owners: list[str] = []
        for pattern in self._found:
            for text in examples(pattern):
                first, *others = tokenise(text) or (None,)
                if first:
                    tokens += [replace(first, before=Break.CLAUSE), *others]
                    owners += [pattern] * (1 + len(others))
        for mention in matcher.mentions(tokens):
            self._found[owners[mention.first]].append(mention)

    def never(self, entry: Entry, pattern: str) -> str | None:
        """Say why no text makes `pattern` count for `entry`."""
        rivals = [mention for mention in self._found[pattern] if rivalry(mention.entry) == rivalry(entry)]
        if any(mention.id == entry.id for mention in rivals):
            return None
        one = replace(entry, patterns=((self._language, (pattern,)),), requires=None)
        alone = Matcher([Lexicon(entry.layer, (one,))], self._language)
        if not any(alone.mentions(tokenise(text)) for text in examples(pattern)):
            if dict(entry.excepts).get(self._language):
                return f"{pattern!r} can never match: an exception of its entry covers it; narrow the exception"
            return f"{pattern!r} can never match: no text is divided into such words; write it as texts do"
        by = f" by the entry {rivals[0].id!r}" if rivals else ""
        return f"{pattern!r} is always beaten{by}, which has more words or letters; leave it out or give it more"


def _too_wide(pattern: str, fillers: frozenset[str]) -> str | None:
    parsed = parse_pattern(pattern)
    if parsed.tokens > 1:
        return None
    first = parsed.first
    if first.part != Part.WHOLE and len(first.literal) < SHORTEST:
        where = {Part.START: "begins with", Part.END: "ends with", Part.INSIDE: "holds"}[first.part]
        return (
            f"{pattern!r} matches every word that {where} {first.literal!r}; write at least {SHORTEST} letters, or "
            "the words whole"
        )
    if not first.cased and first.literal in fillers and first.part == Part.WHOLE:
        return f"{pattern!r} matches a function word, which stands in every text; add the word that it goes with"
    return None


def _twice(entry: Entry, language: str, pattern: str, seen: dict[tuple[object, ...], str]) -> str | None:
    """Say where the same pattern stands already, among the entries that compete with this one."""
    key = (rivalry(entry), language, parse_pattern(pattern).runs)
    first = seen.get(key)
    if first is None:
        seen[key] = entry.id
        return None
    if first == entry.id:
        return f"{pattern!r} stands twice in this entry; leave one out"
    return f"{pattern!r} stands in the entry {first!r} already, which wins; leave it out in one of them"


def _idle_exceptions(number: int, entry: Entry) -> Iterator[Fault]:
    for language, patterns in entry.excepts:
        bare = Matcher([Lexicon(entry.layer, (replace(entry, excepts=(), requires=None),))], language)
        for place, pattern in enumerate(patterns):
            if not any(bare.mentions(tokenise(text)) for text in examples(pattern)):
                message = f"the exception {pattern!r} covers no pattern of its entry; leave it out or write it longer"
                yield Fault(entry=number, language=language, pattern=place, exception=True, message=message)
