"""A comparison whose every text tries to be more than text."""

from __future__ import annotations

from dataclasses import replace

from readcompare import compare
from readcompare.model.comparison import Comparison

HOSTILE = (
    "He [sic] said [/foo] | <b>bold</b> and left.",
    '<script>alert("1")</script></style></title> was on the agenda.',
    '"><img src=x onerror=alert(1)> was agreed.',
    "=1+1\twas {{ 7 * 7 }} and {% raw %} &amp; all.",
    "両首脳は地域情勢について意見を交換した。",
    "Both \u202esides\u202c of the zero\u200bwidth \x1b[31mborder spoke.",
)


def hostile_comparison() -> Comparison:
    made = compare(" ".join(HOSTILE), " ".join(reversed(HOSTILE[:4])) + " They spoke.", languages=("en", "und"))
    readout = replace(made.a.readout, name=HOSTILE[1], source="javascript:alert(1)", published="<i>now</i>")
    return replace(
        made,
        title=" ".join(HOSTILE),
        participants=HOSTILE[:2],
        a=replace(made.a, readout=readout),
        notes=HOSTILE,
        rows=tuple(replace(row, note=HOSTILE[1], reasons=HOSTILE) for row in made.rows),
    )
