"""What was set by hand, found again in the documents at hand: confirmed rows and forbidden pairs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from itertools import product

from msgspec import Struct

from readcompare.engine.features import Record
from readcompare.model.alignment import Origin, RowKind
from readcompare.model.annotations import Anchor, Annotations, Judgement, Verdict
from readcompare.model.text import UNKNOWN_LANGUAGE, Document

ALIKE = 70.0
"""rapidfuzz ratio, 0..100, from which a reworded sentence is still the one that was marked."""

Sides = tuple[tuple[int, ...], tuple[int, ...]]
"""The sentences of A and of B in one row, by index."""


class FixedRow(Struct, frozen=True):
    """A row that stands as a person set it."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    kind: RowKind | None
    origin: Origin


class Located(Struct, frozen=True):
    """A judgement with the places of its sentences in the documents at hand."""

    judgement: Judgement
    sides: Sides | None
    """Ascending; None when a sentence is not there any more."""


class Hand(Struct, frozen=True):
    """All that a person set, by index of sentence."""

    rows: tuple[FixedRow, ...] = ()
    """No two of them share a pair of sentences."""
    forbidden: frozenset[tuple[int, int]] = frozenset()
    """Pairs that answer each other in no row."""
    remarks: tuple[Located, ...] = ()
    """The judgements with a note or labels, the earliest first."""
    lost: tuple[Judgement, ...] = ()
    """Judgements whose sentences are not there any more."""
    elsewhere: tuple[Judgement, ...] = ()
    """Judgements on other language versions of the texts."""


def digest(record: Record) -> str:
    """Twelve hexadecimal digits of the SHA-256 of a sentence's folded words."""
    return hashlib.sha256(" ".join(record.identity).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def anchor(document: Document, records: Sequence[Record], index: int) -> Anchor:
    """How the sentence at `index` is named in an annotations file."""
    sentence = document.sentences[index]
    text = " ".join(document.text_of(sentence).split())
    return Anchor(sentence=sentence.id, digest=digest(records[index]), text=text)


def locate(
    annotations: Annotations, documents: tuple[Document, Document], records: tuple[Sequence[Record], Sequence[Record]]
) -> tuple[Located, ...]:
    """Find the sentences of all judgements, in their order."""
    if not annotations.judgements:
        return ()
    places = [_Places(document, side) for document, side in zip(documents, records, strict=True)]
    found = []
    for judgement in annotations.judgements:
        first, second = judgement.languages or (None, None)
        a, b = places[0].all(judgement.a, first), places[1].all(judgement.b, second)
        found.append(Located(judgement, None if a is None or b is None else (a, b)))
    return tuple(found)


def place(
    annotations: Annotations, documents: tuple[Document, Document], records: tuple[Sequence[Record], Sequence[Record]]
) -> Hand:
    """Find the sentences of all judgements; of two judgements that contradict each other the later one counts."""
    rows: list[FixedRow] = []
    forbidden: set[tuple[int, int]] = set()
    remarks: list[Located] = []
    lost: list[Judgement] = []
    elsewhere: list[Judgement] = []
    for located in locate(annotations, documents, records):
        judgement = located.judgement
        if located.sides is None:
            told = judgement.languages or languages_of(documents)
            is_elsewhere = not all(map(_is_version, told, languages_of(documents)))
            (elsewhere if is_elsewhere else lost).append(judgement)
            continue
        a, b = located.sides
        if judgement.verdict is Verdict.UNLINKED:
            forbidden |= set(product(a, b))
            rows = [row for row in rows if forbidden.isdisjoint(product(row.a, row.b))]
        elif judgement.verdict is not Verdict.NOTED:
            rows = [row for row in rows if not contradicts(judgement, (a, b), row.kind, (row.a, row.b))]
            forbidden -= set(product(a, b))
            origin = Origin.CONFIRMED if judgement.verdict is Verdict.CONFIRMED else Origin.MANUAL
            rows.append(FixedRow(a=a, b=b, kind=judgement.kind, origin=origin))
        if judgement.note or judgement.labels:
            remarks.append(located)
    return Hand(tuple(rows), frozenset(forbidden), tuple(remarks), tuple(lost), tuple(elsewhere))


def _is_version(told: str, now: str) -> bool:
    """True unless a text in the language `now` must be another version than the one that was read as `told`."""
    return told == now or UNKNOWN_LANGUAGE in (told, now)


def languages_of(documents: tuple[Document, Document]) -> tuple[str, str]:
    """The language versions of the two texts."""
    return documents[0].readout.language, documents[1].readout.language


def told_at(remarks: Sequence[Located], rows: Sequence[Sides]) -> dict[int, list[Judgement]]:
    """For rows by their place the judgements whose note and labels are told there.

    That is the row with just the judged sentences; if there is none, the rows that hold all of them; else, since the
    sentences stand in other rows now, all rows that hold one.
    """
    told: dict[int, list[Judgement]] = {}
    contents = [_sentences(row) for row in rows] if remarks else []
    holders: dict[tuple[int, int], list[int]] = {}
    for place, sentences in enumerate(contents):
        for sentence in sentences:
            holders.setdefault(sentence, []).append(place)
    for remark in remarks:
        if remark.sides is None:
            continue
        wanted = _sentences(remark.sides)
        held = sorted({place for sentence in wanted for place in holders.get(sentence, ())})
        chosen = [place for place in held if contents[place] == wanted]
        chosen = chosen or [place for place in held if contents[place] >= wanted] or held
        for place in chosen:
            told.setdefault(place, []).append(remark.judgement)
    return told


def _sentences(sides: Sides) -> set[tuple[int, int]]:
    return {(side, index) for side, indices in enumerate(sides) for index in indices}


def remark_of(judgements: Iterable[Judgement]) -> tuple[str | None, tuple[str, ...]]:
    """The notes and labels of several judgements as those of one row, each once."""
    known = tuple(judgements)
    notes = dict.fromkeys(judgement.note for judgement in known if judgement.note)
    labels = dict.fromkeys(label for judgement in known for label in judgement.labels)
    return "; ".join(notes) or None, tuple(labels)


def contradicts(later: Judgement, sides: Sides, kind: RowKind | None, others: Sides) -> bool:
    """Whether a row set later, with the sentences `sides`, takes away one set before, of `kind` with `others`.

    A sentence may stand in several rows as they were found, so rows that were only confirmed stand beside each other
    unless they share a pair or one says that a sentence has no counterpart. A link takes its sentences out of all
    other rows, but of those that compete.
    """
    shares = [bool(set(one) & set(other)) for one, other in zip(sides, others, strict=True)]
    if not any(shares):
        return False
    one_sided = not (all(sides) and all(others))
    competing = RowKind.COMPETING in (later.kind, kind)
    return one_sided or all(shares) or not (later.verdict is Verdict.CONFIRMED or competing)


class _Places:
    """Where the sentences of one side stand now."""

    def __init__(self, document: Document, records: Sequence[Record]) -> None:
        self._language = document.readout.language
        self._texts = [" ".join(document.text_of(sentence).split()) for sentence in document.sentences]
        self._by_digest: dict[str, list[int]] = {}
        for index, record in enumerate(records):
            self._by_digest.setdefault(digest(record), []).append(index)

    def all(self, anchors: Iterable[Anchor], language: str | None) -> tuple[int, ...] | None:
        """The places of all sentences, ascending; None when one is not there any more.

        `language` is that of the text in which they were marked; None when it is not known.
        """
        named = tuple(anchors)
        # Of another language version the very same words may stand here, but none that are only alike; and that
        # nothing in that version answers a sentence says nothing of this one.
        is_this_version = language is None or _is_version(language, self._language)
        found = {self._same_or_alike(one) if is_this_version else self._same(one) for one in named}
        if None in found or not (named or is_this_version):
            return None
        return tuple(sorted(index for index in found if index is not None))

    def _same(self, one: Anchor) -> int | None:
        """The same words, nearest to where they stood."""
        was = _number(one)
        return min(self._by_digest.get(one.digest, ()), key=lambda index: (abs(index - was), index), default=None)

    def _same_or_alike(self, one: Anchor) -> int | None:
        """The same words, else the most alike sentence, if it is alike enough."""
        same = self._same(one)
        if same is not None or not one.text or not self._texts:
            return same
        # Needed only when a text was edited after it was annotated.
        from rapidfuzz import fuzz

        ratios = [fuzz.ratio(one.text, text) for text in self._texts]
        best = max(range(len(ratios)), key=lambda index: (ratios[index], -abs(index - _number(one))))
        return best if ratios[best] >= ALIKE else None


def _number(one: Anchor) -> int:
    return int(one.sentence[1:]) - 1
