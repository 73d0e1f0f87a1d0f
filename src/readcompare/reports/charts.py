"""Where the marks of the page's charts stand; the template draws them as inline SVG."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from readcompare.model.comparison import Comparison, TopicShare
from readcompare.model.synopsis import Synopsis
from readcompare.views.passages import visible
from readcompare.views.topics import topic_views

_STEP = 28
"""Height of a line of the slopes, in units of the drawing."""
_TOP = 24


class Bar(Struct, frozen=True):
    """The room that one side gives to a topic."""

    letter: str
    percent: str
    """Such as `12 %`."""
    length: float
    """Length of the bar, 0..100, of which 100 is the longest of all."""
    first: str
    """Id of the first sentence with the topic."""


class TopicBars(Struct, frozen=True):
    """A topic with the bar of each side; None where a side does not speak of it."""

    topic: str
    bars: tuple[Bar | None, ...]


class Slope(Struct, frozen=True):
    """A topic's places among the topics of both sides."""

    topic: str
    left: int | None
    """Height of its name at A's axis; None when A does not speak of it."""
    right: int | None
    """The same for B."""
    crosses: bool
    """True when the two sides take the topics they share in another order here."""


class Slopes(Struct, frozen=True):
    """The order of the topics in both texts."""

    height: int
    lines: tuple[Slope, ...]
    told: str
    """The same in words."""


def bars(comparison: Comparison) -> tuple[TopicBars, ...]:
    """Room by topic; the topic that one of the sides gives most room to first."""
    views = topic_views(comparison)
    longest = max((share.share for view in views for share in (view.a, view.b) if share), default=0) or 1
    ranked = sorted(views, key=lambda view: -max(share.share for share in (view.a, view.b) if share))
    a, b = (document.letter for document in comparison.documents)
    return tuple(TopicBars(view.topic, (_bar(a, view.a, longest), _bar(b, view.b, longest))) for view in ranked)


def several_bars(synopsis: Synopsis) -> tuple[TopicBars, ...]:
    """The same for several sides."""
    sides = {
        document.letter: {share.topic: share for share in shares}
        for comparison in synopsis.comparisons
        for document, shares in zip(comparison.documents, comparison.glance.topics, strict=True)
    }
    shares = {topic: [side.get(topic) for side in sides.values()] for side in sides.values() for topic in side}
    most = {topic: max(share.share for share in found if share) for topic, found in shares.items()}
    longest = max(most.values(), default=0) or 1
    return tuple(
        TopicBars(
            visible(topic),
            tuple(_bar(letter, share, longest) for letter, share in zip(sides, shares[topic], strict=True)),
        )
        for topic in sorted(shares, key=lambda topic: -most[topic])
    )


def _bar(letter: str, share: TopicShare | None, longest: float) -> Bar | None:
    if share is None:
        return None
    return Bar(letter, f"{share.share:.0%}".replace("%", " %"), round(100 * share.share / longest, 1), share.first)


def slopes(comparison: Comparison) -> Slopes | None:
    """The order of first mentions; None unless both sides speak of at least two topics."""
    left, right = ([visible(share.topic) for share in side] for side in comparison.glance.topics)
    if min(len(left), len(right)) < 2:
        return None
    common_left, common_right = ([t for t in one if t in other] for one, other in ((left, right), (right, left)))
    # A topic is out of order when its place among the topics that both sides have is another one.
    crossing = {topic for topic in common_left if common_left.index(topic) != common_right.index(topic)}
    return Slopes(
        height=_TOP + _STEP * max(len(left), len(right)),
        lines=tuple(
            Slope(view.topic, _height(left, view.topic), _height(right, view.topic), view.topic in crossing)
            for view in topic_views(comparison)
        ),
        told=" ".join(
            f"{document.letter}: {', '.join(topics)}."
            for document, topics in zip(comparison.documents, (left, right), strict=True)
        ),
    )


def _height(order: Sequence[str], topic: str) -> int | None:
    return _TOP + _STEP * order.index(topic) + _STEP // 2 if topic in order else None
