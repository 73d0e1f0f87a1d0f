"""What every check is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from readcompare.engine.acts import Cast
from readcompare.engine.features import Record
from readcompare.engine.topics import Topics
from readcompare.engine.voice import Voice
from readcompare.lexicon.entries import Mention
from readcompare.model.acts import ActType, ReportedAct
from readcompare.model.alignment import Certainty, Row, RowKind
from readcompare.model.findings import Finding
from readcompare.model.text import Document, Excerpt, Wording
from readcompare.model.weights import Logistic

T = TypeVar("T")
_UNSURE = 0.8
"""What is left of the confidence of a finding on a row that is to be checked."""
_TRANSLATED = 0.4
"""Greatest confidence of a finding that rests on small words, when a text is a translation."""


class RowSide(Struct, frozen=True):
    """One side of a row: its sentences with all that is known about them."""

    document: Document
    sentences: tuple[str, ...]
    records: tuple[Record, ...]
    acts: tuple[ReportedAct, ...]

    def mentions(self, layer: str) -> list[tuple[str, Mention]]:
        """The mentions of a lexicon, each with the id of its sentence, in the order of the text."""
        return [
            (sentence, mention)
            for sentence, record in zip(self.sentences, self.records, strict=True)
            for mention in record.mentions
            if mention.layer == layer
        ]

    @property
    def leading(self) -> ReportedAct | None:
        """The first act; where that only says what was spoken about, what somebody else then says of it."""
        if not self.acts:
            return None
        first, *others = self.acts
        said = (act for act in others if act.actors != first.actors and act.verb.sentence == first.verb.sentence)
        return next(said, first) if first.type is ActType.TOPIC else first

    @property
    def name(self) -> str:
        """The name of the side for people."""
        return self.document.readout.name

    @property
    def language(self) -> str:
        """The language of the side."""
        return self.document.readout.language

    @property
    def is_opening(self) -> bool:
        """True when every sentence only reports that the call took place."""
        return all(record.act.opening for record in self.records)

    def words(self, excerpts: Iterable[Excerpt]) -> str:
        """The quoted words of the excerpts, for a summary: `"a", "b"`."""
        text = self.document.readout.text
        return ", ".join(dict.fromkeys(f"“{' '.join(one.span.of(text).split())}”" for one in excerpts))


class Pairing(Struct, frozen=True):
    """Two documents, what their sentences are about, and the rows that pair them."""

    documents: tuple[Document, Document]
    records: tuple[tuple[Record, ...], tuple[Record, ...]]
    cast: Cast
    rows: tuple[Row, ...]
    voices: tuple[tuple[Voice, ...], tuple[Voice, ...]]
    acts: tuple[tuple[tuple[ReportedAct, ...], ...], tuple[tuple[ReportedAct, ...], ...]]
    """What each sentence of both sides reports."""
    topics: tuple[Topics, Topics]
    """What each text gives room to."""
    newsworthiness: Logistic
    """What makes a one-sided sentence worth reporting, learned from annotated calls."""
    unread: tuple[frozenset[int], frozenset[int]]
    """The places of sentences in languages that are not read: what they do not have cannot be told."""
    standing: Mapping[str, tuple[int, ...]]
    """For each sentence the places among `rows` at which it stands; never changed."""

    def record(self, sentence_id: str) -> Record:
        """The record of a sentence."""
        return self.records[self._side(sentence_id)][int(sentence_id[1:]) - 1]

    def voice(self, sentence_id: str) -> Voice:
        """The voice of a sentence."""
        return self.voices[self._side(sentence_id)][int(sentence_id[1:]) - 1]

    def acts_of(self, sentence_id: str) -> tuple[ReportedAct, ...]:
        """What a sentence reports."""
        return self.acts[self._side(sentence_id)][int(sentence_id[1:]) - 1]

    def document(self, sentence_id: str) -> Document:
        """The document that a sentence stands in."""
        return self.documents[self._side(sentence_id)]

    def other(self, document: Document) -> Document:
        """The document of the other side."""
        return self.documents[1] if document is self.documents[0] else self.documents[0]

    def _side(self, sentence_id: str) -> int:
        return 0 if sentence_id.startswith(self.documents[0].letter) else 1

    def sides(self, row: Row) -> tuple[RowSide, RowSide]:
        """Both sides of a row."""
        a, b = (
            RowSide(
                document=document,
                sentences=names,
                records=tuple(self.record(name) for name in names),
                acts=tuple(act for name in names for act in self.acts_of(name)),
            )
            for document, names in zip(self.documents, (row.a, row.b), strict=True)
        )
        return a, b

    def rows_with(self, sentences: Iterable[str]) -> tuple[str, ...]:
        """The ids of the rows in which one of the sentences stands, in reading order."""
        places = sorted({place for name in sentences for place in self.standing.get(name, ())})
        return tuple(self.rows[place].id for place in places)

    def rows_of(self, sentence_id: str) -> tuple[Row, ...]:
        """The rows in which a sentence stands."""
        return tuple(self.rows[place] for place in self.standing.get(sentence_id, ()))

    def partners(self, sentence_id: str, rows: Iterable[Row]) -> RowSide:
        """The other side of all `rows` in which a sentence stands, as one."""
        side = 1 - self._side(sentence_id)
        names = dict.fromkeys(name for row in rows for name in (row.a, row.b)[side])
        return RowSide(
            document=self.documents[side],
            sentences=tuple(names),
            records=tuple(map(self.record, names)),
            acts=tuple(act for name in names for act in self.acts_of(name)),
        )

    def matched(self) -> Iterator[tuple[Row, RowSide, RowSide]]:
        """The rows in which both sides report one thing, with their sides."""
        for row in self.rows:
            if row.kind.is_match:
                yield (row, *self.sides(row))

    def told(self) -> Iterator[tuple[Row, RowSide, RowSide]]:
        """Those of the matched rows of which both sides are read, so that one of them can be said to lack something."""
        for row, a, b in self.matched():
            if all(map(self.is_read, (*row.a, *row.b))):
                yield row, a, b

    def is_read(self, sentence_id: str) -> bool:
        """True for a sentence in a language that is read."""
        return int(sentence_id[1:]) - 1 not in self.unread[self._side(sentence_id)]

    def is_read_whole(self, document: Document) -> bool:
        """True for a text that is read from end to end: what it does not have can be told."""
        return not self.unread[0 if document is self.documents[0] else 1]

    def two_sided(self) -> Iterator[tuple[Row, RowSide, RowSide]]:
        """The rows with two sides: matches and competing ones."""
        for row in self.rows:
            if row.kind.is_match or row.kind is RowKind.COMPETING:
                yield (row, *self.sides(row))

    def lone(self, words: Callable[[RowSide], Sequence[T]]) -> Iterator[tuple[Row, RowSide, RowSide, Sequence[T]]]:
        """The matches in which one side has such words and the other has none: that side, the other one, the words."""
        for row, a, b in self.told():
            for side, other in ((a, b), (b, a)):
                found = words(side)
                if found and not words(other):
                    yield row, side, other, found

    def meetings(self, row: Row) -> Iterator[tuple[RowSide, RowSide]]:
        """Each sentence of A in a row with each of B there."""
        for a in row.a:
            for b in row.b:
                yield self.sides(replace(row, a=(a,), b=(b,)))

    def confidence(self, row: Row, base: float) -> float:
        """`base`, or less when the row itself is to be checked."""
        return round(base if row.certainty is Certainty.SURE else base * _UNSURE, 4)

    def by_small_words(self, row: Row, base: float) -> float:
        """The same for findings on agents, hedges and intensifiers, which a translation does not keep."""
        found = self.confidence(row, base)
        is_translated = any(document.readout.wording is Wording.TRANSLATION for document in self.documents)
        return min(found, _TRANSLATED) if is_translated else found


Check = Callable[[Pairing], Iterable[Finding]]
"""Asks one question of the pairing and answers with findings."""


def excerpt(sentence: str, mention: Mention) -> Excerpt:
    """The words of a mention as evidence."""
    return Excerpt(sentence, mention.span)
