"""Which words inside a match has only one side?"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

from msgspec import Struct

from readcompare.engine.checks.interface import Pairing, RowSide
from readcompare.engine.features import PRINCIPAL, UNKNOWN_WORD, Record
from readcompare.engine.normalize import is_content, stemmer
from readcompare.engine.phrases import Phrases
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
_MOST_OF_IT = 0.5
"""Share of a phrase that a sentence has which may have it."""
_REPORT = 8
"""Words within which a phrase says who speaks, if it begins so."""
_THAT = frozenset("that dass что que".split())
_CONFIDENCE = 0.6
_EXACT = ("n:", "date:", "time:")
_SHARP = ("entities:", "call:", *_EXACT)

_BREAK = re.compile(r"[,;:–—()]")
_STOP = re.compile(r"[;:]")

Keys = Mapping[str, float]
"""What words speak of, with the weights."""
Index = Mapping[str, Sequence[int]]
"""For what a text speaks of the numbers of the sentences that do, from 1."""


def check(pairing: Pairing) -> Iterator[Finding]:
    """Up to three findings for each match: runs of words that the other side of the row does not cover.

    What only reports (verbs of saying, the participants) is no content of its own, and of a sentence that says that
    the call took place only who asked for it, how long it was and who else took part is told. What a sentence lacks in
    one row and has in another is not missing, and what it lacks in both is told in the first. Severity is the mass
    of the phrase, less where the other text has it in another place.
    """
    texts = [_index(records) for records in pairing.records]
    for row, a, b in pairing.told():
        found = [
            _finding(pairing, row, side, other, phrase)
            for side, other, there in ((a, b, texts[1]), (b, a, texts[0]))
            for phrase in _phrases(pairing, row, side, there)
        ]
        loudest = sorted(found, key=lambda one: (-one.severity, one.evidence[0].span, one.summary))[:_SHOWN]
        yield from sorted(loudest, key=lambda one: (one.evidence[0].sentence, one.evidence[0].span))


def _finding(pairing: Pairing, row: Row, side: RowSide, other: RowSide, phrase: _Phrase) -> Finding:
    letter = other.document.letter
    has_it = phrase.elsewhere is not None
    where = f"may have it in {letter}{phrase.elsewhere}" if has_it else "does not have it here"
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
    elsewhere: int | None
    """The number of the sentence that has most of it, half or more, with all its numbers and days."""

    @property
    def mass(self) -> float:
        return sum(self.keys.values())


def _index(records: Sequence[Record]) -> Index:
    found: dict[str, list[int]] = {}
    for number, record in enumerate(records, 1):
        for key in record.named:
            found.setdefault(key, []).append(number)
    return found


def _phrases(pairing: Pairing, row: Row, side: RowSide, there: Index) -> Iterator[_Phrase]:
    """The runs of words of `side` that hold enough which nothing has that answers the sentence, each told in one row.

    `there` is what the other text speaks of.
    """
    for sentence, record in zip(side.sentences, side.records, strict=True):
        matched = [one for one in pairing.rows_of(sentence) if one.kind.is_match]
        if row != next(one for one in matched if all(map(pairing.is_read, (*one.a, *one.b)))):
            continue
        words = _Reader(side, pairing.partners(sentence, matched)).words(record)
        said = _said(record)
        phrases = Phrases(side.document.readout.text, side.language, record.tokens, said)
        parts = _parts(record.tokens, side.document.readout.text, _BREAK)
        stops = {first for first, _ in _parts(record.tokens, side.document.readout.text, _STOP)}
        own = [part for part in parts if all(word is not None for word in words[part[0] : part[1] + 1])]
        whole = own if len(parts) > 1 else []
        for begins, ends in dict.fromkeys(_to_whole_parts(run, whole) for run in _runs(words, stops)):
            begun = phrases.after_fragment(begins, ends)
            first, last = _without_scraps((begun, ends), parts, words, record.tokens)
            first = _after_report(first, last, said, record.tokens)
            keys = {key: weight for word in words[first : last + 1] for key, weight in (word or {}).items()}
            is_sharp = any(key.startswith(_SHARP) for key in keys)
            if sum(keys.values()) < _LEAST or (last - first + 1 < _WORDS and not is_sharp):
                continue
            is_of_call = all(key.startswith("call:") for key in keys)
            place = Excerpt(sentence, phrases.plain(first, last) if is_of_call else phrases.whole(first, last))
            moved = _share(keys, there)
            # Of a country that the other text names anyway, that it stands here is nothing of its own.
            if moved == 1.0 and len(keys) == 1 and _is_country(keys, record):
                continue
            yield _Phrase(place, keys, moved, _having(keys, there))


def _is_country(keys: Keys, record: Record) -> bool:
    names = {f"{one.layer}:{one.id}" for one in record.mentions if one.entry.text("kind") == "country"}
    return keys.keys() <= names


def _share(keys: Keys, there: Collection[str]) -> float:
    return sum(weight for key, weight in keys.items() if key in there) / sum(keys.values())


def _having(keys: Keys, there: Index) -> int | None:
    """The sentence that has most of a phrase, half of it or more, and each of its numbers and days; the first such."""
    weights: dict[int, float] = {}
    for key, weight in keys.items():
        for number in there.get(key, ()):
            weights[number] = weights.get(number, 0.0) + weight
    for key in keys:
        if key.startswith(_EXACT):
            has_it = frozenset(there.get(key, ()))
            weights = {number: weight for number, weight in weights.items() if number in has_it}
    most, number = max(((weight, -number) for number, weight in weights.items()), default=(0.0, 0))
    return -number if most >= _MOST_OF_IT * sum(keys.values()) and number else None


def _parts(tokens: Sequence[Token], text: str, between: re.Pattern[str]) -> list[tuple[int, int]]:
    """First and last index of each stretch of words that what is looked for does not divide."""
    starts = [n for n in range(1, len(tokens)) if between.search(text, tokens[n - 1].span.end, tokens[n].span.start)]
    return [(start, stop - 1) for start, stop in pairwise([0, *starts, len(tokens)])]


def _to_whole_parts(run: tuple[int, int], parts: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """A run with the rest of each of `parts` it stands in: those of which the other side has nothing.

    "which was triggered by Hamas' assault" is told with its small words; a whole sentence is never a phrase.
    """
    first, last = run
    # Parts come one after the other, so those that the run stands in do too.
    touched = parts[bisect_left(parts, first, key=itemgetter(1)) : bisect_right(parts, last, key=itemgetter(0))]
    return (min(first, touched[0][0]), max(last, touched[-1][1])) if touched else (first, last)


def _without_scraps(
    run: tuple[int, int], parts: Sequence[tuple[int, int]], words: Sequence[Keys | None], tokens: Sequence[Token]
) -> tuple[int, int]:
    """A run without one word before its first comma, where a part ends, and without one behind its last comma.

    "hours, centered on the invasion" is told as "centered on the invasion"; names are items of a list and stay.
    """

    def is_scrap(start: int, stop: int) -> bool:
        told = [word for word in words[start:stop] if word]
        is_name = any(key.startswith(_SHARP) for word in told for key in word)
        return len(told) <= 1 and not is_name and not any(token.raw[0].isupper() for token in tokens[start:stop])

    first, last = run
    touched = parts[bisect_left(parts, first, key=itemgetter(1)) : bisect_right(parts, last, key=itemgetter(0))]
    if len(touched) > 1 and touched[0][0] < first and is_scrap(first, touched[0][1] + 1):
        first = touched[1][0]
        touched = touched[1:]
    if len(touched) > 1 and last < touched[-1][1] and is_scrap(touched[-1][0], last + 1):
        last = touched[-2][1]
    return first, last


def _after_report(first: int, last: int, said: Collection[int], tokens: Sequence[Token]) -> int:
    """Where a run begins that begins with who says it: "X said that Germany" is told as "Germany"."""
    ends = (place + 2 for place in range(first, min(first + _REPORT, last - 1)) if place in said)
    return next((end for end in ends if tokens[end - 1].norm in _THAT), first)


class _Reader:
    """Tells of each word of one side what it says that the other side does not say."""

    def __init__(self, side: RowSide, other: RowSide) -> None:
        """`other` are all sentences that answer the one whose words are read."""
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
            for place in _formula(mention, record)
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


def _formula(mention: Mention, record: Record) -> range:
    """The places of the words of a formula, without a participant and what stands before: "with X at his request"."""
    places = _places(mention.span, record.tokens)
    ends = [_places(one.span, record.tokens).stop for one in record.terms.values() if one.weight <= PRINCIPAL]
    begin = max((end for end in ends if places.start < end < places.stop), default=places.start)
    return range(begin, places.stop)


def _said(record: Record) -> set[int]:
    """The places of the tokens of verbs of saying."""
    spans = [mention.span for mention in record.mentions if mention.layer == "verbs"]
    return {place for span in spans for place in _places(span, record.tokens)}


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


def _runs(words: Sequence[Keys | None], stops: Collection[int]) -> Iterator[tuple[int, int]]:
    """First and last index of each run of words that say something of their own; none goes over one of the `stops`."""
    first = last = None
    for place, word in enumerate(words):
        if place in stops and first is not None and last is not None:
            yield first, last
            first = last = None
        if word:
            first, last = place if first is None else first, place
        elif first is not None and last is not None and (word is None or place - last > _BRIDGED):
            yield first, last
            first = last = None
    if first is not None and last is not None:
        yield first, last
