"""Sentences that stand in every readout: that there was a call, and that the two will stay in touch, told by form."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from readcompare.lexicon.entries import Mention

# A text says in its first sentences that there was a call, a talk or a meeting, and who took part.
_OPENING_SENTENCES = 2
_CONTACT = frozenset(
    [("verbs", "speak_by_phone"), ("bridge", "conversation"), ("bridge", "meeting"), ("bridge", "contact_c")]
)
# The first sentence, with both of them in it, reports that also in these words.
_MEETING = frozenset([("bridge", "talks"), ("bridge", "visit"), ("verbs", "negotiate")])
_OF_THE_CALL = ("initiator", "contact")
_REPORTED_FORCE = 3.0
_ANNOUNCED_FORCE = 4.0
"""Force of "announced", by which an office begins."""

# A text says in its last sentences that the two will stay in touch.
_CLOSING_SENTENCES = 3
_STAYING_IN_TOUCH = frozenset([("verbs", "continue_contact"), ("topics", "followup")])
_MEETING_AGAIN = frozenset([("verbs", "set_meeting"), ("verbs", "agree_on_meeting")])
_SUMMIT = ("bridge", "summit")
_THEIR_TALK = frozenset(["contact_c", "conversation", "dialogue", "exchange_c", "meeting", "talks", "visit"])
_GOING_ON = frozenset(["again_c", "continue_c", "next_upcoming"])
_NEAR = 1
"""Words between what goes on and that it does: "next meeting", "further close contacts"."""
_DEMANDED_FORCE = 8.0
"""Force from which something is demanded, and not agreed or hoped for."""


def tells_of_talk(mentions: Iterable[Mention]) -> bool:
    """True for words that may report a call, a talk or a meeting."""
    return any((mention.layer, mention.id) in _CONTACT | _MEETING or _is_of_the_call(mention) for mention in mentions)


def is_opening(mentions: Sequence[Mention], named: Collection[str], own: str | None, place: int) -> bool:
    """True for a sentence that reports the call, talk or meeting itself.

    `named` are the participants whom it names, `own` the one whose office writes, `place` its number in the text from
    0, headings left out. Verbs that tell who asked for the call, or that one received the other, belong to that report
    and weigh nothing.
    """
    if place >= _OPENING_SENTENCES or not set(named) - {own}:
        return False
    of_the_call = [mention for mention in mentions if _is_of_the_call(mention)]
    force = max(
        (
            mention.entry.number("force", 3.0)
            for mention in mentions
            if mention.layer == "verbs" and not any(mention.span.overlap(other.span) for other in of_the_call)
        ),
        default=0.0,
    )
    words = {(mention.layer, mention.id) for mention in mentions}
    if words & _CONTACT and force <= _REPORTED_FORCE:
        return True
    told = bool(of_the_call) or bool(words & (_CONTACT | _MEETING))
    return place == 0 and len(named) > 1 and told and force <= _ANNOUNCED_FORCE


def _is_of_the_call(mention: Mention) -> bool:
    """True for "at the initiative of", "called" and the like."""
    return mention.layer == "modality" and mention.entry.text("class") in _OF_THE_CALL


def is_closing(mentions: Sequence[Mention], force: float, after: int) -> bool:
    """True for a sentence that says that the two will speak, write or meet again.

    `force` is the greatest force of its verbs, `after` how many sentences follow it.
    """
    if after >= _CLOSING_SENTENCES or force >= _DEMANDED_FORCE:
        return False
    found = {(mention.layer, mention.id) for mention in mentions}
    # A meeting is theirs unless it is a summit, where others meet too.
    if found & _STAYING_IN_TOUCH or (found & _MEETING_AGAIN and _SUMMIT not in found):
        return True
    words = [mention for mention in mentions if mention.layer == "bridge"]
    talk = [mention for mention in words if mention.id in _THEIR_TALK]
    going_on = [mention for mention in words if mention.id in _GOING_ON]
    return any(max(one.first, other.first) - min(one.end, other.end) <= _NEAR for one in talk for other in going_on)
