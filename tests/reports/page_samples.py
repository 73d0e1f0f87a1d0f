"""A comparison whose every text tries to be more than text."""

from __future__ import annotations

from msgspec.structs import replace

from readcompare import compare
from readcompare.model.comparison import Comparison, TopicShare

HOSTILE = (
    "He [sic] said [/foo] | <b>bold</b> and left.",
    '<script>alert("1")</script></style></title> was on the agenda.',
    '"><img src=x onerror=alert(1)> was agreed.',
    "=1+1\twas {{ 7 * 7 }} and {% raw %} &amp; all.",
    "両首脳は地域情勢について意見を交換した。",
    "Both \u202esides\u202c of the zero\u200bwidth \x1b[31mborder spoke.",
)


TOPICS = (
    (
        TopicShare("Ukraine", 0.42, "A2"),
        TopicShare("sanctions and <b>trade</b>", 0.13, "A2"),
        TopicShare("arms", 0.3, "A3"),
    ),
    (TopicShare("arms", 0.08, "B1"), TopicShare("Ukraine", 0.5, "B2"), TopicShare("energy", 0.11, "B3")),
)


def with_topics(comparison: Comparison) -> Comparison:
    """The comparison with topics that change places, and one on each side that the other has not."""
    return replace(comparison, glance=replace(comparison.glance, topics=TOPICS))


def hostile_comparison() -> Comparison:
    made = compare(" ".join(HOSTILE), " ".join(reversed(HOSTILE[:4])) + " They spoke.", languages=("en", "und"))
    readout = replace(made.a.readout, name=HOSTILE[1], source="javascript:alert(1)", published="<i>now</i>")
    return replace(
        with_topics(made),
        title=" ".join(HOSTILE),
        participants=HOSTILE[:2],
        a=replace(made.a, readout=readout),
        notes=HOSTILE,
        rows=tuple(replace(row, note=HOSTILE[1], reasons=HOSTILE) for row in made.rows),
    )
