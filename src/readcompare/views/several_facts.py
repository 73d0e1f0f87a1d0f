"""The facts that a reader asks for first, with an answer of each of several sides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from readcompare.model.alignment import RowKind
from readcompare.model.comparison import Glance
from readcompare.model.history import History
from readcompare.model.synopsis import Synopsis
from readcompare.model.text import Document
from readcompare.views.glance import (
    ABSENT,
    NONE,
    NOT_GIVEN,
    NOT_STATED,
    UNREAD,
    absent_in,
    alone_in_words,
    history_in_words,
    ids_in_words,
    length_in_words,
    not_stated_in,
    shortened_ids,
    span_of_time,
    topics_in_words,
)
from readcompare.views.passages import visible

T = TypeVar("T")


class SeveralFact(Struct, frozen=True):
    """One question with the answer of each side, in the order of the sides; all of it is display text."""

    question: str
    answers: tuple[str, ...]


def several_facts(synopsis: Synopsis) -> tuple[SeveralFact, ...]:
    """The facts of `views.glance` for each side: what its comparisons with the others say of it, taken together."""
    sides = [_Side(synopsis, document) for document in synopsis.documents]
    asked: list[tuple[str, Callable[[_Side], str]]] = [
        ("Asked for the call", _Side.initiator),
        ("Published", lambda side: side.document.readout.published or NOT_STATED),
        ("Published later by", _Side.later),
        ("Format", lambda side: side.first(lambda glance: glance.format) or side.not_stated),
        ("Length of the call", _Side.minutes),
        (
            "Also named as taking part",
            lambda side: ", ".join(side.all(lambda glance: glance.attended)) or side.not_stated,
        ),
        ("Words", lambda side: str(side.document.words)),
        ("Sentences", lambda side: str(len(side.document.sentences))),
        ("Paragraphs", lambda side: str(side.document.paragraphs)),
        ("Without counterpart in any other", _Side.alone),
        (UNREAD, lambda side: shortened_ids(side.all(lambda glance: glance.unread)) or NONE),
        ("Agreements and promises only here", _Side.agreements),
        ("Next steps", lambda side: ids_in_words(side.all(lambda glance: glance.next_steps)) or side.absent),
        (
            "Words of another leader",
            lambda side: ids_in_words(side.all(lambda glance: glance.attributed)) or side.absent,
        ),
        (
            "Topics in order",
            lambda side: topics_in_words(side.first(lambda glance: glance.topics) or ()) or side.absent,
        ),
    ]
    facts = [SeveralFact(question, tuple(visible(answer(side)) for side in sides)) for question, answer in asked]
    told = [fact for fact in facts if fact is facts[0] or not ABSENT.issuperset(fact.answers)]
    return (*told, *_histories(sides))


def _histories(sides: Sequence[_Side]) -> Iterator[SeveralFact]:
    histories = [side.history() for side in sides]
    if not any(histories):
        return
    yield SeveralFact("Last readout", tuple(visible(one.source) if one else NOT_GIVEN for one in histories))
    questions = ("New against it", "Kept in other words", "Stock phrases, in its words", "Dropped since")
    for number, question in enumerate(questions):
        yield SeveralFact(question, tuple(visible(history_in_words(one)[number]) for one in histories))


class _Side:
    """One side with what each comparison that it takes part in says of it."""

    def __init__(self, synopsis: Synopsis, document: Document) -> None:
        self.document = document
        self._names = {one.readout.id: one.readout.name for one in synopsis.documents}
        self._comparisons = [
            (comparison, int(comparison.b.letter == document.letter))
            for comparison in synopsis.comparisons
            if document.letter in (comparison.a.letter, comparison.b.letter)
        ]

    def values(self, fact: Callable[[Glance], tuple[T, T]]) -> list[T]:
        """A fact of this side, once for each comparison."""
        return [fact(comparison.glance)[side] for comparison, side in self._comparisons]

    def first(self, fact: Callable[[Glance], tuple[T | None, T | None]]) -> T | None:
        """A fact as the first comparison has it that knows it."""
        return next((value for value in self.values(fact) if value), None)

    def all(self, fact: Callable[[Glance], tuple[tuple[str, ...], tuple[str, ...]]]) -> tuple[str, ...]:
        """What any of the comparisons has, each once, sentences in the order of the text."""
        place = {sentence.id: number for number, sentence in enumerate(self.document.sentences)}
        found = dict.fromkeys(one for several in self.values(fact) for one in several)
        return tuple(sorted(found, key=lambda one: place.get(one, 0)))

    @property
    def absent(self) -> str:
        """What stands where nothing is found: of a text that is not read it is not known."""
        return absent_in(self.document, self.all(lambda glance: glance.unread))

    @property
    def not_stated(self) -> str:
        """The same for what a text may state."""
        return not_stated_in(self.absent)

    def initiator(self) -> str:
        side = self.first(lambda glance: glance.initiator)
        return self._names.get(side, side) if side else self.not_stated

    def later(self) -> str:
        minutes = [value for value in self.values(lambda glance: glance.published_later) if value]
        return span_of_time(max(minutes)) if minutes else NOT_STATED

    def minutes(self) -> str:
        told = (self.first(lambda glance: glance.minutes), self.first(lambda glance: glance.length))
        return length_in_words(*told, self.not_stated)

    def agreements(self) -> str:
        """Those that no other side reports."""
        first, *rest = self.values(lambda glance: glance.agreements)
        return ids_in_words([one for one in first if all(one in other for other in rest)]) or self.absent

    def alone(self) -> str:
        """The number of sentences that no other side answers."""
        kinds: dict[str, set[RowKind]] = {}
        for comparison, _ in self._comparisons:
            for row in comparison.rows:
                for name in (*row.a, *row.b):
                    kinds.setdefault(name, set()).add(row.kind)
        own = [kinds.get(sentence.id, set()) for sentence in self.document.sentences]
        alone = [one for one in own if not any(kind.is_match or kind is RowKind.FRAME for kind in one)]
        return alone_in_words(len(alone), sum(RowKind.COMPETING in one for one in alone))

    def history(self) -> History | None:
        return next((found for one, side in self._comparisons if (found := one.histories[side])), None)
