"""The fragments of a news report as JSON, for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from readcompare.model.fragments import Excerpts, QuotedSide
    from readcompare.model.text import Span


def render(excerpts: Excerpts) -> str:
    """The record: sides, their fragments in the order of the report, places in characters of the report's file."""
    record = {"sides": [side_record(excerpts.text, side) for side in excerpts.sides]}
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def side_record(text: str, side: QuotedSide) -> dict[str, Any]:
    """One side as the record tells it."""
    fragments = [
        {"kind": one.kind.value, **_place(text, one.span), "attribution": _place(text, one.attribution)}
        for one in side.fragments
    ]
    return {"id": side.id, "name": side.name, "fragments": fragments}


def _place(text: str, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}
