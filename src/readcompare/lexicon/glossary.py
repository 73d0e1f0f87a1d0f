"""Word-by-word translations between two languages, as stems: looking up, turning round, going by way of a third."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from readcompare.lexicon.tokens import tokenise

MOST = 12
"""Translations of one stem that are kept, the first ones of the articles: what stands far behind is seldom meant."""
_NEAR = 4  # places from the front that two steps may lie together: each step multiplies what a word may mean
_LONGEST = 3  # words of content that a translation may have: `budget deficit` for Haushaltsdefizit
_PHRASE = 4  # places by which a translation of several words stands back: none of them means the word alone
_CYRILLIC = frozenset({"be", "bg", "mk", "ru", "sr", "uk"})
# What dictionaries write where a sentence has its subject or object, and the articles and particles of headwords.
PLACEHOLDERS = frozenset(
    "sth sb sbs sbsth smth smb something somebody someone oneself etw jdn jdm jds jd jmd jmdn jmdm jmds jdnetw "
    "jdmetw sich to the a an der die das le la les un une être чего что чем чему кого кому кем либо нибудь".split()
)


Article = tuple[str, Sequence[str]]
"""A stem in one language, and its translations as a dictionary writes them, the likeliest first."""


class Words(Struct, frozen=True):
    """How the words of one language are compared."""

    stem: Callable[[str], str]
    """The stem of a folded word."""
    is_content: Callable[[str], bool]
    """Whether a folded word carries content."""


class Glossary(Struct, frozen=True):
    """What stems of one language mean in another, for the words that were asked for."""

    languages: tuple[str, str]
    """From, to."""
    translations: Mapping[str, tuple[str, ...]]
    """Stems in the second language for a stem in the first, the likeliest first; never changed."""


def glossary(languages: tuple[str, str], articles: Iterable[Article], words: Words) -> Glossary:
    """Make a glossary of `articles` between two languages.

    `words` are those of the second language. What stands first in any article of a stem comes first.
    """
    ranks: defaultdict[str, dict[str, int]] = defaultdict(dict)
    named: Counter[tuple[str, str]] = Counter()
    for source, phrases in articles:
        known = ranks[source]
        for place, phrase in enumerate(phrases):
            if _is_foreign(phrase, languages):
                continue
            stems = content_stems(phrase, words)
            rank = place if len(stems) == 1 else place + _PHRASE
            for stem in stems if len(stems) <= _LONGEST else ():
                known[stem] = min(rank, known.get(stem, rank))
                named[source, stem] += 1
    # Of words that stand equally far in front the one that more articles name is the likelier.
    found = {
        source: tuple(sorted(known, key=lambda stem: (known[stem], -named[source, stem], stem))[:MOST])
        for source, known in ranks.items()
        if known
    }
    return Glossary(languages, found)


def content_stems(phrase: str, words: Words) -> tuple[str, ...]:
    """The stems of the words of content in `phrase`, placeholders such as "sth." left out."""
    norms = (token.norm for token in tokenise(phrase))
    return tuple(words.stem(norm) for norm in norms if norm not in PLACEHOLDERS and words.is_content(norm))


def joined(languages: tuple[str, str], glossaries: Iterable[Glossary]) -> Glossary:
    """One glossary of several between the same languages."""
    ranks: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for one in glossaries:
        for source, targets in one.translations.items():
            _enter(ranks[source], targets)
    return Glossary(languages, {source: _best(known) for source, known in ranks.items()})


def turned(one: Glossary) -> Glossary:
    """The same translations from the second language into the first."""
    ranks: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for source, targets in one.translations.items():
        for rank, target in enumerate(targets):
            ranks[target][source] = rank
    return Glossary(one.languages[::-1], {target: _best(known) for target, known in ranks.items()})


def chained(first: Glossary, second: Glossary) -> Glossary:
    """From the first language of `first` by way of its second one to the second language of `second`."""
    result = {}
    for source, pivots in first.translations.items():
        known: dict[str, int] = {}
        for rank, pivot in enumerate(pivots[:_NEAR]):
            _enter(known, second.translations.get(pivot, ())[: _NEAR - rank], rank)
        if known:
            result[source] = _best(known)
    return Glossary((first.languages[0], second.languages[1]), result)


def _enter(known: dict[str, int], targets: Iterable[str], behind: int = 0) -> None:
    for rank, target in enumerate(targets, start=behind):
        known[target] = min(rank, known.get(target, rank))


def _best(known: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(known, key=lambda stem: (known[stem], stem))[:MOST])


def _is_foreign(phrase: str, languages: tuple[str, str]) -> bool:
    """Whether a phrase is an example in the first language: it holds letters that the second one does not have."""
    source, target = (language in _CYRILLIC for language in languages)
    if source == target:
        return False
    return any(("\u0400" <= sign <= "\u04ff") != target for sign in phrase if sign.isalpha())
