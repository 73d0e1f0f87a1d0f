"""Which room and which place each text gives to its topics."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from readcompare.engine.features import Record, footings_of, headings_of
from readcompare.engine.homes import home_of
from readcompare.engine.kinds import is_generic
from readcompare.engine.voice import Manner, Voice
from readcompare.lexicon.entries import Entry, Mention
from readcompare.model.text import Document, Excerpt

_FRAME = (Manner.OPENING, Manner.CLOSING)
_LISTED = 2
"""Topics from which a sentence that reports the call, or the next one, speaks of them too."""
_MOST_GOING_ON = 2
"""Topics of a sentence at most with which the next one can go on: after a list nobody knows with which."""


class TopicUse(Struct, frozen=True):
    """One topic in one text."""

    topic: str
    """Id in the lexicon."""
    parent: str
    """The coarse topic it belongs to."""
    share: float
    """Share of the words of the sentences on topics, 0..1; a sentence divides its words among its topics."""
    words: float
    """The same in words."""
    place: float
    """Place in the text of the sentence that takes it up, 0 (first) to 1 (last), headings left out."""
    taken_up: Excerpt
    """Its words in the first sentence that names no more than two topics; where there is none, in the first."""
    mentions: tuple[Excerpt, ...]
    """The first mention in each sentence, in the order of the text."""

    label: str
    """The topic in words."""
    kindred: tuple[str, ...]
    """Topics in which this one is spoken of too."""


class Topics(Struct, frozen=True):
    """The topics of one text."""

    uses: Mapping[str, TopicUse]
    """By topic, in the order of first mention; never changed."""
    words: int
    """Words of the sentences on topics."""
    sentences: int
    """Number of these sentences."""


def topics_of(document: Document, records: Sequence[Record], voices: Sequence[Voice], own: Collection[str]) -> Topics:
    """The topics of one text between its headings and footings; `own` are the countries of those who speak.

    What only says that they spoke, or will speak again, has none unless it lists several. A sentence that names none
    goes on with the one or two of the sentence before, within the paragraph. Naming a country of their own is no topic.
    """
    above, end = headings_of(records), len(records) - footings_of(records)
    total = sentences = paragraph = 0
    going_on: tuple[str, ...] = ()
    words: dict[str, float] = {}
    taken_up: dict[str, tuple[bool, int, Excerpt]] = {}
    mentions: dict[str, list[Excerpt]] = {}
    entries: dict[str, Entry] = {}
    for place, (sentence, record, voice) in enumerate(zip(document.sentences, records, voices, strict=True)):
        if sentence.paragraph != paragraph:
            paragraph, going_on = sentence.paragraph, ()
        is_frame = voice.manner in _FRAME
        named = {} if record.is_outside else _named(record, own)
        if len(named) < (_LISTED if is_frame else 1):
            named = {}
        spoken_of = tuple(named) if named else () if is_frame or is_generic(record) else going_on
        going_on = spoken_of if len(spoken_of) <= _MOST_GOING_ON else ()
        total += len(record.tokens) if spoken_of else 0
        sentences += bool(spoken_of)
        for topic in spoken_of:
            words[topic] = words.get(topic, 0.0) + len(record.tokens) / len(spoken_of)
        for topic, mention in named.items():
            told = Excerpt(sentence.id, mention.span)
            mentions.setdefault(topic, []).append(told)
            is_listed = len(named) > _MOST_GOING_ON
            taken_up[topic] = min(taken_up.get(topic, (True, place, told)), (is_listed, place, told))
            entries.setdefault(topic, mention.entry)
    uses = {
        topic: TopicUse(
            topic=topic,
            parent=entries[topic].text("parent", topic),
            label=entries[topic].text("label", topic.replace("_", " ")),
            kindred=entries[topic].names("kindred"),
            share=words[topic] / total,
            words=words[topic],
            place=(at - above) / max(1, end - above - 1),
            taken_up=told,
            mentions=tuple(mentions[topic]),
        )
        for topic, (_, at, told) in taken_up.items()
    }
    return Topics(uses=uses, words=total, sentences=sentences)


def _named(record: Record, own: Collection[str]) -> dict[str, Mention]:
    """The topics that a sentence names itself, each with its first mention."""
    countries = [one.span for one in record.mentions if one.layer == "entities" and home_of(one.entry) in own]
    found: dict[str, Mention] = {}
    for mention in record.mentions:
        is_country = any(span.start <= mention.span.start and mention.span.end <= span.end for span in countries)
        if mention.layer == "topics" and mention.id in record.topics and not is_country:
            found.setdefault(mention.id, mention)
    return found
