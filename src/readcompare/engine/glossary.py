"""Words that no lexicon knows, brought together across languages by the user's own dictionaries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from readcompare.engine.features import Record, Term, word_key
from readcompare.engine.normalize import is_content, stemmer
from readcompare.lexicon.glossary import Glossary, Words
from readcompare.lexicon.tokens import Token, tokenise
from readcompare.model.text import Document, Readout

Records = tuple[tuple[Record, ...], tuple[Record, ...]]
_Tie = tuple[str, str]
"""The key of a word of A and that of a word of B which translate one another."""


def words_of(language: str) -> Words:
    """How the words of `language` are compared."""
    return Words(stemmer(language), partial(is_content, language=language))


def stems_of(readout: Readout) -> frozenset[str]:
    """The stems of all words of content in a text."""
    return frozenset(_stems(tokenise(readout.text), words_of(readout.language)))


def linked(documents: tuple[Document, Document], records: Records, glossaries: Sequence[Glossary]) -> Records:
    """The records with one key for the unknown words of both sides that translate one another.

    Words share a key when each of one side translates each of the other, and the likeliest translations choose first,
    so that a word of many meanings does not tie together what has nothing in common.
    """
    languages = documents[0].readout.language, documents[1].readout.language
    unknown = _unknown(records[0], languages[0]), _unknown(records[1], languages[1])
    names = _names(_ties(glossaries, languages, unknown), turned=languages[0] > languages[1])
    first, second = (
        tuple(_renamed(record, known) for record in side) for side, known in zip(records, names, strict=True)
    )
    return first, second


def _unknown(side: Iterable[Record], language: str) -> dict[str, str]:
    """The keys of the words that no lexicon knows, by their stems."""
    words = words_of(language)
    return {
        stem: key for record in side for stem in _stems(record.tokens, words) if (key := word_key(stem)) in record.terms
    }


def _stems(tokens: Iterable[Token], words: Words) -> Iterator[str]:
    return (words.stem(token.norm) for token in tokens if words.is_content(token.norm) and not token.norm[0].isdigit())


def _ties(
    glossaries: Iterable[Glossary], languages: tuple[str, str], unknown: tuple[dict[str, str], dict[str, str]]
) -> dict[_Tie, int]:
    """For words of both sides that translate one another the best place among the translations, from 0."""
    # A word that is spelt alike on both sides has met itself already.
    common = set(unknown[0].values()) & set(unknown[1].values())
    ties: dict[_Tie, int] = {}
    for glossary in glossaries:
        here = 0 if glossary.languages == languages else 1
        for stem in unknown[here].keys() & glossary.translations.keys():
            for place, other in enumerate(glossary.translations[stem]):
                if other not in unknown[1 - here]:
                    continue
                pair = unknown[here][stem], unknown[1 - here][other]
                tie = pair if here == 0 else pair[::-1]
                if common.isdisjoint(tie):
                    ties[tie] = min(place, ties.get(tie, place))
    return ties


def _names(ties: Mapping[_Tie, int], *, turned: bool) -> tuple[dict[str, str], dict[str, str]]:
    """The new keys of A's words and of B's; `turned` when B's language comes first, so that sides can be swapped."""
    groups: tuple[dict[str, _Group], dict[str, _Group]] = ({}, {})
    for a, b in sorted(ties, key=lambda tie: (ties[tie], tie[::-1] if turned else tie)):
        one = groups[0].get(a) or _Group(frozenset((a,)), frozenset())
        other = groups[1].get(b) or _Group(frozenset(), frozenset((b,)))
        both = _Group(one.a | other.a, one.b | other.b)
        if all((word_a, word_b) in ties for word_a in both.a for word_b in both.b):
            groups[0].update(dict.fromkeys(both.a, both))
            groups[1].update(dict.fromkeys(both.b, both))
    first, second = ({key: group.key for key, group in side.items()} for side in groups)
    return first, second


class _Group(Struct, frozen=True):
    """Words of both sides that share a key."""

    a: frozenset[str]
    b: frozenset[str]

    @property
    def key(self) -> str:
        return "word:" + "=".join(sorted(key.removeprefix("word:") for key in self.a | self.b))


def _renamed(record: Record, names: Mapping[str, str]) -> Record:
    if names.keys().isdisjoint(record.terms):
        return record
    terms: dict[str, Term] = {}
    for key, term in record.terms.items():
        new = names.get(key, key)
        terms.setdefault(new, term if new == key else replace(term, key=new))
    parts = tuple({names.get(key, key): weight for key, weight in clause.items()} for clause in record.clauses)
    return replace(record, terms=terms, clauses=parts)
