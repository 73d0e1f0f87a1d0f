"""Whose voice a sentence is: the call itself, a topic, what all say, what one says, or what nobody is said to say."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from readcompare.engine.features import Record


class Manner(StrEnum):
    """How a sentence reports."""

    OPENING = "opening"
    """That the conversation took place."""
    CLOSING = "closing"
    """That the two will stay in touch."""
    TOPIC = "topic"
    """What was talked about, and no more."""
    JOINT = "joint"
    """What the participants state or agree together."""
    OWN = "own"
    """What one of them states."""
    UNNAMED = "unnamed"
    """What is stated, and not by whom."""


class Voice(Struct, frozen=True):
    """The manner of a sentence and whom it quotes."""

    manner: Manner
    actors: frozenset[str]
    """Entity ids of the participants who speak; empty for openings and where the text names nobody."""


def voices(records: Sequence[Record]) -> tuple[Voice, ...]:
    """The voice of each sentence of one text, in order.

    A sentence without a reporting verb and without an actor goes on with the voice before it.
    """
    found: list[Voice] = []
    for record in records:
        # A title speaks for nobody below it.
        goes_on = found and (record.is_heading or not records[len(found) - 1].is_heading)
        found.append(_voice(record, found[-1] if goes_on else None))
    return tuple(found)


def _voice(record: Record, before: Voice | None) -> Voice:
    act = record.act
    if act.opening:
        return Voice(Manner.OPENING, frozenset())
    if act.closing:
        return Voice(Manner.CLOSING, act.actors)
    if act.names_topics and len(act.actors) != 1:
        return Voice(Manner.TOPIC, act.actors)
    if act.actors:
        return Voice(Manner.JOINT if len(act.actors) > 1 else Manner.OWN, act.actors)
    if not act.verbs and before and before.manner in (Manner.JOINT, Manner.OWN):
        return before
    return Voice(Manner.UNNAMED, frozenset())
