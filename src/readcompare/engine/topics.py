"""Which room and which place each text gives to its topics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from readcompare.engine.features import Record, footings_of, headings_of
from readcompare.engine.voice import Manner, Voice
from readcompare.lexicon.entries import Entry
from readcompare.model.text import Document, Excerpt

_FRAME = (Manner.OPENING, Manner.CLOSING)
_LISTED = 2
"""Topics from which a sentence that reports the call, or the next one, speaks of them too."""


class TopicUse(Struct, frozen=True):
    """One topic in one text."""

    topic: str
    """Id in the lexicon."""
    parent: str
    """The coarse topic it belongs to."""
    share: float
    """Share of the words of the sentences of substance, 0..1; a sentence divides its words among its topics."""
    words: float
    """The same in words."""
    place: float
    """Place in the text of the first sentence with it, 0 (first) to 1 (last), headings left out."""
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
    """Words of the sentences of substance."""
    sentences: int
    """Number of these sentences."""


def topics_of(document: Document, records: Sequence[Record], voices: Sequence[Voice]) -> Topics:
    """The topics of one text between its headings and footings.

    What only says that they spoke, or will speak again, has none unless it lists several.
    """
    substance = [
        (place, sentence, record)
        for place, (sentence, record, voice) in enumerate(zip(document.sentences, records, voices, strict=True))
        if not record.is_outside and len(record.topics) >= (_LISTED if voice.manner in _FRAME else 1)
    ]
    total = sum(len(record.tokens) for _, _, record in substance)
    above, end = headings_of(records), len(records) - footings_of(records)
    words: dict[str, float] = {}
    first: dict[str, int] = {}
    mentions: dict[str, list[Excerpt]] = {}
    entries: dict[str, Entry] = {}
    for place, sentence, record in substance:
        for mention in record.mentions:
            topic = mention.id
            if mention.layer != "topics" or topic not in record.topics:
                continue
            if not any(place_.sentence == sentence.id for place_ in mentions.get(topic, ())):
                mentions.setdefault(topic, []).append(Excerpt(sentence.id, mention.span))
                words[topic] = words.get(topic, 0.0) + len(record.tokens) / len(record.topics)
            first.setdefault(topic, place)
            entries.setdefault(topic, mention.entry)
    uses = {
        topic: TopicUse(
            topic=topic,
            parent=entries[topic].text("parent", topic),
            label=entries[topic].text("label", topic.replace("_", " ")),
            kindred=entries[topic].names("kindred"),
            share=words[topic] / total,
            words=words[topic],
            place=(first[topic] - above) / max(1, end - above - 1),
            mentions=tuple(mentions[topic]),
        )
        for topic in first
    }
    return Topics(uses=uses, words=total, sentences=len(substance))
