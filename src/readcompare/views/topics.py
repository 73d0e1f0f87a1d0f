"""What both texts speak of: how much room each gives to a topic, and where each first mentions it."""

from __future__ import annotations

from msgspec import Struct

from readcompare.model.comparison import Comparison, TopicShare
from readcompare.views.passages import visible


class TopicView(Struct, frozen=True, kw_only=True):
    """One topic with what each side gives it; None where a side does not speak of it."""

    topic: str
    a: TopicShare | None
    b: TopicShare | None


def topic_views(comparison: Comparison) -> tuple[TopicView, ...]:
    """All topics, in the order of their first mention in A, and then those of B alone."""
    a, b = ({share.topic: share for share in side} for side in comparison.glance.topics)
    return tuple(TopicView(topic=visible(name), a=a.get(name), b=b.get(name)) for name in {**a, **b})
