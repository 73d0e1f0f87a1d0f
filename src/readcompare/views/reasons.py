"""Why a row stands as it does, in lines that every face can show."""

from __future__ import annotations

from collections.abc import Iterator

from readcompare.model.alignment import RowKind
from readcompare.views.passages import visible
from readcompare.views.rows import RowView


def explanation(row: RowView) -> Iterator[str]:
    """Why `row` stands as it does, a line each: first of all what a person said of it."""
    a, b = (" ".join(sentence.id for sentence in side) for side in (row.a, row.b))
    yield " ".join(part for part in (f"{row.id}:", a, row.gutter, b) if part) + f"  {row.label}"
    certainty = "sure" if row.sure else "to be checked"
    if row.set_by_hand:
        yield row.set_by_hand.capitalize()
    if a and b:
        holds = "speak of one thing differently" if row.kind is RowKind.COMPETING else "answer each other"
        alone, behind = (" by the matcher alone", "") if row.set_by_hand else ("", f"; {certainty}")
        yield f"Probability{alone} that the sentences {holds}: {row.score:.2f}{behind}"
    elif not row.set_by_hand:
        yield certainty.capitalize()
    if row.moved:
        yield "Stands in another order in the two texts"
    yield from (f"- {reason}" for reason in row.reasons)
    if row.near:
        name = "" if row.reasons else f"{row.near.id} "
        instead = f" It is matched with {', '.join(row.near.answers)}." if row.near.answers else ""
        yield f"  {name}“{row.near.text}”{instead}"
    yield from (f"* {finding.told}" for finding in row.findings)
    yield from map(visible, row.remarks)
