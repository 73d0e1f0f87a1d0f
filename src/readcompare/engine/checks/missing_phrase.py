"""Which words inside a match has only one side?"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from operator import itemgetter

from msgspec import Struct

from readcompare.engine.checks.interface import Pairing, RowSide
from readcompare.engine.features import PRINCIPAL, UNKNOWN_WORD, Record
from readcompare.engine.normalize import is_content, stemmer
from readcompare.lexicon.entries import Mention
from readcompare.lexicon.tokens import Token
from readcompare.model.alignment import Row
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt, Span

_SHOWN = 3
"""Phrases of a row at most."""
_LEAST = 0.8
"""Mass (the weights of its terms added up) from which a phrase is told."""
_FULL = 10.0
"""Mass of a phrase that would say as much as a sentence."""
_MOST = 0.6
"""A phrase is never as much as a sentence that is not there at all."""
_BRIDGED = 2
"""Words that say nothing of their own inside a phrase at most, one after another."""
_WORDS = 4
"""Words that a phrase has at least, unless it holds a name, a number, or what is told of the call itself."""
_ELSEWHERE = 0.7
"""What of the severity goes when the other text says it in another place."""
_HALF = 0.5
_CONFIDENCE = 0.6
_AUXILIARY = frozenset(
    "is are was were be been has have had will would ist sind war waren sei seien wird werde werden wurde hat "
    "habe haben hatte был была было были будет будут est sont était étaient a ont".split()
)
"""What stands before a phrase and belongs to the sentence, not to the phrase."""
_EXACT = ("n:", "date:", "time:")
_SHARP = ("entities:", "call:", *_EXACT)

_QUOTES = (("«", "»"), ("„", "“"), ("“", "”"))
_GERMAN_ENDINGS = ("e", "en", "er", "es", "em")
_RUSSIAN_ENDINGS = ("ого", "его", "ому", "ему", "ых", "их", "ый", "ая", "ую", "ыми", "ими", "ое", "ые")
_SHORT = 4
"""Letters of a Russian word up to which such an ending tells nothing: "его", "одних"."""
_BREAK = re.compile(r"[,;:–—()]")

Keys = Mapping[str, float]
"""What words speak of, with the weights."""


def check(pairing: Pairing) -> Iterator[Finding]:
    """Up to three findings for each match: runs of words that the other side of the row does not cover.

    What only reports (verbs of saying, the participants) is no content of its own, and of a sentence that says that
    the call took place only who asked for it, how long it was and who else took part is told. Severity is the mass
    of the phrase, less where the other text has it in another place.
    """
    texts = [tuple(frozenset(record.named) for record in records) for records in pairing.records]
    for row, a, b in pairing.told():
        found = [
            _finding(pairing, row, side, other, phrase)
            for side, other, there in ((a, b, texts[1]), (b, a, texts[0]))
            for phrase in _phrases(side, other, there)
        ]
        loudest = sorted(found, key=lambda one: (-one.severity, one.evidence[0].span, one.summary))[:_SHOWN]
        yield from sorted(loudest, key=lambda one: (one.evidence[0].sentence, one.evidence[0].span))


def _finding(pairing: Pairing, row: Row, side: RowSide, other: RowSide, phrase: _Phrase) -> Finding:
    where = "has it elsewhere" if phrase.is_elsewhere else "does not have it here"
    return Finding(
        kind=FindingKind.MISSING_PHRASE,
        severity=round(min(_MOST, phrase.mass / _FULL) * (1 - _ELSEWHERE * min(1.0, phrase.moved)), 4),
        confidence=pairing.confidence(row, _CONFIDENCE),
        summary=f"On this point {side.name} has {side.words([phrase.place])}; {other.name} {where}.",
        rows=(row.id,),
        evidence=(phrase.place,),
    )


class _Phrase(Struct, frozen=True):
    place: Excerpt
    keys: Keys
    moved: float
    """Share of it that the other text has in other places, 0..1."""
    is_elsewhere: bool
    """True when one other sentence has most of it, with all its numbers and days."""

    @property
    def mass(self) -> float:
        return sum(self.keys.values())


def _phrases(side: RowSide, other: RowSide, there: Sequence[Collection[str]]) -> Iterator[_Phrase]:
    """The runs of words of `side` that hold enough which `other` has not.

    `there` is what the other text speaks of, sentence by sentence.
    """
    reader = _Reader(side, other)
    everything = frozenset(chain.from_iterable(there))
    for sentence, record in zip(side.sentences, side.records, strict=True):
        words = reader.words(record)
        parts = _parts(record.tokens, side.document.readout.text)
        own = [part for part in parts if all(word is not None for word in words[part[0] : part[1] + 1])]
        whole = own if len(parts) > 1 else []
        for begins, last in dict.fromkeys(_to_whole_parts(run, whole) for run in _runs(words)):
            first = _after_fragment(record.tokens, begins, last, side)
            keys = {key: weight for word in words[first : last + 1] for key, weight in (word or {}).items()}
            is_sharp = any(key.startswith(_SHARP) for key in keys)
            if sum(keys.values()) < _LEAST or (last - first + 1 < _WORDS and not is_sharp):
                continue
            place = Excerpt(sentence, _whole(record.tokens, first, last, side))
            is_elsewhere = any(_has(one, keys) for one in there)
            yield _Phrase(place, keys, _share(keys, everything), is_elsewhere)


def _share(keys: Keys, there: Collection[str]) -> float:
    return sum(weight for key, weight in keys.items() if key in there) / sum(keys.values())


def _has(sentence: Collection[str], keys: Keys) -> bool:
    """True when a sentence has more than half of a phrase, and each of its numbers and days."""
    exact = [key for key in keys if key.startswith(_EXACT)]
    return _share(keys, sentence) > _HALF and all(key in sentence for key in exact)


def _parts(tokens: Sequence[Token], text: str) -> list[tuple[int, int]]:
    """First and last index of each stretch of words without a comma, dash or bracket in it."""
    starts = [n for n in range(1, len(tokens)) if _BREAK.search(text, tokens[n - 1].span.end, tokens[n].span.start)]
    return [(start, stop - 1) for start, stop in pairwise([0, *starts, len(tokens)])]


def _to_whole_parts(run: tuple[int, int], parts: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """A run with the rest of each of `parts` it stands in: those of which the other side has nothing.

    "which was triggered by Hamas' assault" is told with its small words; a whole sentence is never a phrase.
    """
    first, last = run
    # Parts come one after the other, so those that the run stands in do too.
    touched = parts[bisect_left(parts, first, key=itemgetter(1)) : bisect_right(parts, last, key=itemgetter(0))]
    return (min(first, touched[0][0]), max(last, touched[-1][1])) if touched else (first, last)


def _after_fragment(tokens: Sequence[Token], first: int, last: int, side: RowSide) -> int:
    """Where a run begins that does not begin inside a hyphenated word or a quotation which the other side has too.

    Of "COVID-19-Pandemie und Impfstoffe" beside "COVID" the phrase is "Impfstoffe"; one past `last` where none is left.
    """
    text = side.document.readout.text

    def between(place: int) -> str:
        return text[tokens[place - 1].span.end : tokens[place].span.start] if 0 < place < len(tokens) else ""

    while first <= last and between(first) == "-":
        first += 1
    before = text[tokens[0].span.start : tokens[first].span.start] if first <= last else ""
    for opening, closing in _QUOTES:
        if before.count(opening) > before.count(closing):
            closed = (place for place in range(first + 1, last + 1) if closing in between(place))
            return next(closed, first)
    return first


def _whole(tokens: Sequence[Token], first: int, last: int, side: RowSide) -> Span:
    """The words from the preposition or article before them to the noun, or the hyphenated word, that they begin."""
    text, language = side.document.readout.text, side.language

    def is_joined(place: int, by: str) -> bool:
        return 0 < place < len(tokens) and text[tokens[place - 1].span.end : tokens[place].span.start] == by

    while last > first and not is_content(tokens[last].norm, language):
        last -= 1
    while is_joined(first, " ") and not is_content(word := tokens[first - 1].norm, language) and word not in _AUXILIARY:
        first -= 1
    if is_joined(last + 1, " ") and _is_adjective(tokens[last], tokens[last + 1], language):
        last += 1
    while is_joined(last + 1, "-"):
        last += 1
    return Span(tokens[first].span.start, tokens[last].span.end)


def _is_adjective(word: Token, following: Token, language: str) -> bool:
    """True for a German or Russian adjective before its noun, told by their endings and the capital of the noun."""
    if language == "de":
        return word.raw.islower() and word.raw.endswith(_GERMAN_ENDINGS) and following.raw[0].isupper()
    return language == "ru" and len(word.norm) > _SHORT and word.norm.endswith(_RUSSIAN_ENDINGS)


class _Reader:
    """Tells of each word of one side what it says that the other side does not say."""

    def __init__(self, side: RowSide, other: RowSide) -> None:
        self.language = side.document.readout.language
        self.stem = stemmer(self.language)
        self.covered = {key for record in other.records for key in record.named}
        # Whether they say the same of it is asked by the checks of the initiator and of lengths.
        self.told_of_call = {
            mention.entry.text("class") for record in other.records for mention in _of_the_call(record)
        }
        one_language = self.language == other.document.readout.language
        self.stems = {stem for record in other.records for stem in record.stems} if one_language else set()

    def words(self, record: Record) -> list[Keys | None]:
        """For each word the keys that only this side has; empty for one that says nothing; None for one both have."""
        tokens = record.tokens
        called = {
            place
            for mention in _of_the_call(record)
            if mention.entry.text("class") not in self.told_of_call
            for place in _places(mention.span, tokens)
        }
        framed = {place for span in _of_the_frame(record) for place in _places(span, tokens)}
        terms: dict[int, dict[str, float]] = {}
        for key, term in record.named.items():
            if term.weight > PRINCIPAL:
                for place in _places(term.span, tokens):
                    terms.setdefault(place, {})[key] = term.weight
        if record.act.opening:
            told = [self._named(terms.get(place, {})) for place in range(len(tokens))]
        else:
            told = [
                self._said(token, terms.get(place, {}), is_frame=place in framed) for place, token in enumerate(tokens)
            ]
        return [
            {f"call:{token.norm}": UNKNOWN_WORD} if place in called else keys
            for place, (token, keys) in enumerate(zip(tokens, told, strict=True))
        ]

    def _named(self, terms: Keys) -> Keys | None:
        """What a word of a sentence that only says that the call took place has of its own: names."""
        names = {key: weight for key, weight in terms.items() if key.startswith("entities:")}
        return names if names and not self.covered & names.keys() else None

    def _said(self, token: Token, terms: Keys, *, is_frame: bool) -> Keys | None:
        if not terms and (is_frame or not is_content(token.norm, self.language)):
            return {}
        if self.covered & terms.keys() or self.stem(token.norm) in self.stems:
            return None
        return {} if is_frame else terms or {f"word:{token.norm}": UNKNOWN_WORD}


def _places(span: Span, tokens: Sequence[Token]) -> range:
    """Indices of the tokens of which the span holds a part."""
    first = bisect_right(tokens, span.start, key=lambda token: token.span.end)
    last = bisect_left(tokens, span.end, first, key=lambda token: token.span.start)
    return range(first, last)


def _of_the_call(record: Record) -> list[Mention]:
    """Where the sentence says who asked for the call and how long it was."""
    return [
        mention
        for mention in record.mentions
        if mention.layer == "modality" and mention.entry.text("class") in ("initiator", "duration")
    ]


def _of_the_frame(record: Record) -> list[Span]:
    """Where a verb of saying or the name of a participant stands."""
    said = [mention.span for mention in record.mentions if mention.layer == "verbs"]
    return said + [term.span for term in record.terms.values() if term.weight <= PRINCIPAL]


def _runs(words: Sequence[Keys | None]) -> Iterator[tuple[int, int]]:
    """First and last index of each run of words that say something of their own."""
    first = last = None
    for place, word in enumerate(words):
        if word:
            first, last = place if first is None else first, place
        elif first is not None and last is not None and (word is None or place - last > _BRIDGED):
            yield first, last
            first = last = None
    if first is not None and last is not None:
        yield first, last
