"""The facts that a reader asks for first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from readcompare.engine.acts import Cast
from readcompare.engine.checks.interface import Pairing
from readcompare.engine.counted import qualified
from readcompare.engine.duration import call_lengths
from readcompare.engine.features import Record, beginning, headings_of
from readcompare.engine.initiative import initiator
from readcompare.engine.topics import Topics
from readcompare.engine.voice import Manner
from readcompare.lexicon.entries import Mention
from readcompare.model.acts import ActType
from readcompare.model.alignment import RowKind
from readcompare.model.comparison import Glance, TopicShare
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Document, Excerpt, Readout

_VIDEO = ("video", "vidéo", "visio", "видео")
_CONVERSATIONS = frozenset(["conversation", "speak_by_phone"])
_FORMATS = (
    ("telephone call", frozenset(["speak_by_phone", "telephone"])),
    ("meeting", frozenset(["meeting"])),
)
_OPENING = 2
"""Sentences in which a text says what kind of conversation it was and who took part."""
_STEPS = frozenset(["set_meeting", "agree_on_meeting", "continue_contact", "agree_on", "prepare", "instruct_own"])
"""Verbs that say what comes next."""
_TALKS = frozenset(("bridge", name) for name in ("conversation", "talks", "exchange_c", "meeting"))
_HELD = frozenset(["meeting", "visit", "summit"])
"""What is agreed to be held."""


def glance(pairing: Pairing, findings: Sequence[Finding]) -> Glance:
    """Who asked, when and how long, what each side claims alone, and what it gives room to."""
    a, b = pairing.documents
    ids = {document.letter: document.readout.id for document in pairing.documents}
    found = [
        initiator(document, records, pairing.cast)
        for document, records in zip(pairing.documents, pairing.records, strict=True)
    ]
    lengths = [
        call_lengths(document.readout.text, document.sentences, headings_of(records))[:1]
        for document, records in zip(pairing.documents, pairing.records, strict=True)
    ]
    claims = [one.evidence[0] for one in findings if one.kind is FindingKind.AGREEMENT_CLAIM]
    return Glance(
        initiator=(ids[found[0][0]] if found[0] else None, ids[found[1][0]] if found[1] else None),
        words=(a.words, b.words),
        sentences=(len(a.sentences), len(b.sentences)),
        paragraphs=(a.paragraphs, b.paragraphs),
        one_sided=(_one_sided(pairing, a), _one_sided(pairing, b)),
        published_later=(_later(a.readout, b.readout), _later(b.readout, a.readout)),
        format=(_format(pairing, 0), _format(pairing, 1)),
        minutes=(lengths[0][0][0] if lengths[0] else None, lengths[1][0][0] if lengths[1] else None),
        length=(_in_words(pairing, lengths[0]), _in_words(pairing, lengths[1])),
        attended=(_attended(pairing, 0), _attended(pairing, 1)),
        agreements=(_of(a, claims), _of(b, claims)),
        next_steps=(_next_steps(pairing, 0), _next_steps(pairing, 1)),
        attributed=(_attributed(pairing, 0), _attributed(pairing, 1)),
        topics=(_shares(pairing.topics[0]), _shares(pairing.topics[1])),
        unread=(_unread(pairing, a), _unread(pairing, b)),
    )


def _in_words(pairing: Pairing, lengths: Sequence[tuple[int, Excerpt]]) -> str | None:
    """A length of the call in the words of the text, where they make it a bound or a rough one."""
    for _, place in lengths:
        words = qualified(pairing.record(place.sentence), place.span)
        if words:
            return " ".join(words.of(pairing.document(place.sentence).readout.text).split())
    return None


def _unread(pairing: Pairing, document: Document) -> tuple[str, ...]:
    return tuple(sentence.id for sentence in document.sentences if not pairing.is_read(sentence.id))


def _one_sided(pairing: Pairing, document: Document) -> int:
    answered: set[str] = set()
    for row in pairing.rows:
        if row.kind.is_match or row.kind is RowKind.FRAME:
            answered |= {*row.a, *row.b}
    return sum(sentence.id not in answered for sentence in document.sentences)


def _later(readout: Readout, other: Readout) -> int | None:
    """Minutes from the publication of `other` to that of `readout`; None unless both give a time and it is later."""
    times = []
    for text in (readout.published, other.published):
        try:
            times.append(datetime.fromisoformat(text or ""))
        except ValueError:
            return None
    # A date alone, or a time without its zone, says nothing about minutes.
    if any(time.tzinfo is None for time in times):
        return None
    minutes = round((times[0] - times[1]).total_seconds() / 60)
    return minutes if minutes > 0 else None


def _format(pairing: Pairing, side: int) -> str | None:
    text = pairing.documents[side].readout.text
    opening = [record for record in beginning(pairing.records[side], _OPENING) if record.act.opening]
    told = [mention for record in opening for mention in record.mentions if mention.layer in ("verbs", "bridge")]
    words = [mention.span.of(text).lower() for mention in told if mention.id in _CONVERSATIONS]
    if any(video in word for word in words for video in _VIDEO):
        return "video call"
    named = {mention.id for mention in told}
    # "Prime Minister's call with": of all conversations only those by telephone go by that word alone.
    if any(mention.id == "conversation" and mention.span.of(text).lower() == "call" for mention in told):
        named.add("telephone")
    return next((name for name, words in _FORMATS if words & named), None)


def _attended(pairing: Pairing, side: int) -> tuple[str, ...]:
    """The persons of the first sentences who are not the participants, in the words of the text."""
    text = pairing.documents[side].readout.text
    names = [
        " ".join(mention.span.of(text).split())
        for record in beginning(pairing.records[side], _OPENING)
        if record.act.opening and not record.is_outside
        for mention in _of_this_talk(record, pairing.cast)
        if mention.entry.text("kind") == "person" and not pairing.cast.is_principal(mention.entry)
    ]
    return tuple(dict.fromkeys(names))


def _of_this_talk(record: Record, cast: Cast) -> list[Mention]:
    """The entities up to the words for another talk: "Macron spoke with Putin, following talks with Zelenskyy"."""
    named = [mention for mention in record.mentions if mention.layer == "entities"]
    last = max((mention.first for mention in named if cast.is_principal(mention.entry)), default=0)
    others = (one.first for one in record.mentions if (one.layer, one.id) in _TALKS and one.first > last)
    end = next(others, None)
    return [mention for mention in named if end is None or mention.first < end]


def _of(document: Document, claims: Sequence[Excerpt]) -> tuple[str, ...]:
    """The sentences of one text that claim something, in its order."""
    own = [claim for claim in claims if claim.sentence.startswith(document.letter)]
    return tuple(claim.sentence for claim in sorted(own, key=lambda claim: claim.span))


def _next_steps(pairing: Pairing, side: int) -> tuple[str, ...]:
    """The sentences that say how the two go on: that they stay in touch, or what they agreed to do or to hold next."""
    return tuple(
        sentence.id
        for sentence, record, voice in zip(
            pairing.documents[side].sentences, pairing.records[side], pairing.voices[side], strict=True
        )
        if voice.manner is Manner.CLOSING
        or (_is_step(record) and any(act.type is ActType.AGREE for act in pairing.acts_of(sentence.id)))
    )


def _is_step(record: Record) -> bool:
    is_held = any(mention.layer == "bridge" and mention.id in _HELD for mention in record.mentions)
    return is_held or bool(record.act.verbs & _STEPS)


def _attributed(pairing: Pairing, side: int) -> tuple[str, ...]:
    """The sentences in which the leader of the other side alone is said to say something."""
    leader = pairing.cast.leader_name(pairing.documents[1 - side].letter)
    return tuple(
        sentence.id
        for sentence, acts in zip(pairing.documents[side].sentences, pairing.acts[side], strict=True)
        if any(act.actors == (leader,) for act in acts)
    )


def _shares(topics: Topics) -> tuple[TopicShare, ...]:
    return tuple(TopicShare(use.label, round(use.share, 4), use.mentions[0].sentence) for use in topics.uses.values())
