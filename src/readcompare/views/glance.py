"""The facts that a reader asks for first, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from readcompare.model.alignment import RowKind
from readcompare.model.comparison import Comparison, TopicShare
from readcompare.model.history import History
from readcompare.model.text import Document
from readcompare.views.passages import visible
from readcompare.views.rows import GLYPHS, MOVED, UNSURE, RowView, kind_name

NOT_STATED = "not stated"
NONE = "none"
NOT_GIVEN = "not given"
NOT_READ = "not read"
NONE_READ = "none in what is read"
ABSENT = frozenset([NOT_STATED, NONE, NOT_READ, NONE_READ])
"""What stands where a side has nothing to tell."""
UNREAD = "In a language that is not read"
ASKED, PUBLISHED, ALONE, TOPICS = "Asked for the call", "Published", "Without counterpart", "Topics in order"
"""Questions that a face may tell in a place of its own."""
_NAMED = 8
"""Sentences named in a fact at most, where their number is no news."""
LENGTHS = ("Words", "Sentences", "Paragraphs")
T = TypeVar("T")


class Fact(Struct, frozen=True):
    """One question with the answer of each side."""

    question: str
    a: str
    """For display: what came from a text or a file has passed the gate."""
    b: str


def facts(comparison: Comparison) -> tuple[Fact, ...]:
    """Who asked for the call, how long each text is, and what only one of them has."""
    glance = comparison.glance
    names = {document.readout.id: document.readout.name for document in comparison.documents}
    absent = absent_by_side(comparison)
    not_stated = (not_stated_in(absent[0]), not_stated_in(absent[1]))
    published_a, published_b = (document.readout.published or NOT_STATED for document in comparison.documents)
    not_later = "published first" if any(glance.published_later) else NOT_STATED
    rows = [
        _fact(ASKED, glance.initiator, lambda side: names.get(side, side), not_stated),
        Fact(PUBLISHED, published_a, published_b),
        _fact("Published later by", glance.published_later, span_of_time, (not_later, not_later)),
        _fact("Format", glance.format, str, not_stated),
        Fact("Length of the call", *map(length_in_words, glance.minutes, glance.length, not_stated)),
        _fact("Also named as taking part", glance.attended, ", ".join, not_stated),
        *(
            Fact(question, *map(str, numbers))
            for question, numbers in zip(LENGTHS, (glance.words, glance.sentences, glance.paragraphs), strict=True)
        ),
        Fact(ALONE, *_alone(comparison)),
        _fact(UNREAD, glance.unread, shortened_ids, (NONE, NONE)),
        _fact("Agreements and promises only here", glance.agreements, ids_in_words, absent),
        _fact("Next steps", glance.next_steps, ids_in_words, absent),
        _fact("Words of the other leader", glance.attributed, ids_in_words, absent),
        _fact(TOPICS, glance.topics, topics_in_words, absent),
        *_history(comparison),
    ]
    shown = (Fact(fact.question, visible(fact.a), visible(fact.b)) for fact in rows)
    return tuple(fact for fact in shown if not {fact.a, fact.b} <= ABSENT or fact.question == ASKED)


def length_in_words(minutes: int | None, words: str | None, absent: str) -> str:
    """How long the call was, with the words of the text where these make it a rough length."""
    if not minutes:
        return absent
    return f"{minutes} minutes (“{words}”)" if words else f"{minutes} minutes"


def _alone(comparison: Comparison) -> Iterator[str]:
    for document, number in zip(comparison.documents, comparison.glance.one_sided, strict=True):
        told = {s for row in comparison.rows if row.kind in (RowKind.ONLY_A, RowKind.ONLY_B) for s in (*row.a, *row.b)}
        yield alone_in_words(number, number - sum(sentence.id in told for sentence in document.sentences))


def alone_in_words(number: int, competing: int) -> str:
    """How many sentences have no counterpart, and of how many the other side states something different."""
    return f"{number} ({competing} competing)" if competing > 0 else str(number)


def _history(comparison: Comparison) -> Iterator[Fact]:
    """What is new, kept and dropped against the last readout of each side that has one."""
    a, b = comparison.histories
    if a is None and b is None:
        return
    yield Fact("Last readout", *(one.source if one else NOT_GIVEN for one in (a, b)))
    new, kept, stock, dropped = zip(*(history_in_words(one) for one in (a, b)), strict=True)
    yield Fact("New against it", *new)
    yield Fact("Kept in other words", *kept)
    yield Fact("Stock phrases, in its words", *stock)
    yield Fact("Dropped since", *dropped)


def history_in_words(one: History | None) -> tuple[str, str, str, str]:
    """What is new, kept, kept in the same words, and dropped."""
    if one is None:
        return NOT_GIVEN, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN
    dropped = " / ".join(" ".join(text.split()) for text in one.dropped)
    return (
        ids_in_words(one.new) or NONE,
        ids_in_words(one.kept) or NONE,
        ids_in_words(one.stock) or NONE,
        dropped or NONE,
    )


def _fact(
    question: str,
    sides: tuple[T | None, T | None],
    told: Callable[[T], str],
    absent: tuple[str, str] = (NOT_STATED, NOT_STATED),
) -> Fact:
    """A fact whose value may be absent on a side."""
    a, b = (told(value) if value else instead for value, instead in zip(sides, absent, strict=True))
    return Fact(question, a, b)


def absent_by_side(comparison: Comparison) -> tuple[str, str]:
    """What stands where a side has nothing to tell: of a text that is not read it is not known."""
    a, b = (
        absent_in(document, unread)
        for document, unread in zip(comparison.documents, comparison.glance.unread, strict=True)
    )
    return a, b


def absent_in(document: Document, unread: Sequence[str]) -> str:
    """The same for one text with these unread sentences."""
    if not unread:
        return NONE
    return NOT_READ if len(unread) == len(document.sentences) else NONE_READ


def not_stated_in(absent: str) -> str:
    """What stands for what a text may state and does not, where `absent` stands for what it may have."""
    return NOT_READ if absent == NOT_READ else NOT_STATED


def shortened_ids(names: Sequence[str]) -> str:
    """The first of many sentences, and how many more there are."""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ids_in_words(names[:_NAMED]) + more


def ids_in_words(names: Sequence[str]) -> str:
    """Sentences, or whatever has names, one after the other."""
    return ", ".join(names)


def topics_in_words(topics: Sequence[TopicShare]) -> str:
    """Each topic with its share of the words and its first sentence."""
    return ", ".join(f"{topic.topic} {topic.share:.0%} ({topic.first})" for topic in topics)


def span_of_time(minutes: int) -> str:
    """Minutes as days, hours and minutes."""
    hours, rest = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = [f"{number} {unit}" for number, unit in ((days, "d"), (hours, "h"), (rest, "min")) if number]
    return " ".join(parts)


class Count(Struct, frozen=True):
    """How many rows there are of one sort."""

    sign: str
    """The sign that the rows bear in the gutter."""
    number: int
    words: str


def counts(rows: Sequence[RowView]) -> tuple[Count, ...]:
    """How many rows there are of each kind that occurs, and how many are moved or to be checked."""
    number = Counter(row.kind for row in rows)
    told = [Count(GLYPHS[kind], number[kind], _kind_words(kind, rows)) for kind in GLYPHS if number[kind]]
    told.append(Count(MOVED, sum(row.moved for row in rows), "moved"))
    told.append(Count(UNSURE, sum(not row.sure for row in rows), "to check"))
    return tuple(count for count in told if count.number)


def _kind_words(kind: RowKind, rows: Sequence[RowView]) -> str:
    """What a kind is called; one that a side has alone by the letter of that side."""
    first = next(row for row in rows if row.kind is kind)
    letter = (*first.a, *first.b)[0].id[0]
    return kind_name(kind, (letter, letter))


def counts_in_words(rows: Sequence[RowView]) -> str:
    """The same as one line: `2 same, 1 partly, ...`."""
    return ", ".join(f"{count.number} {count.words}" for count in counts(rows))
