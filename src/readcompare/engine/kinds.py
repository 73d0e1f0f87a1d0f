"""What kind of row a match is, and which sentences say nothing in particular."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from readcompare.engine.align import Group
from readcompare.engine.features import Record
from readcompare.lexicon.entries import Mention
from readcompare.model.alignment import Edit, EditKind, RowKind

_ALIKE = 0.8
_SUBSTANCE = 0.5
_SCRAP = 3
"""Words up to which a line without a verb says nothing: a title of a section, a date, what stands below a text."""


def match_kind(
    records: tuple[Sequence[Record], Sequence[Record]], group: Group, steps: Sequence[Edit], *, one_language: bool
) -> RowKind:
    """`same` when both sides report one proposition, else `partial`.

    In one language the words must be the same words in the same order; across two languages nearly all concepts
    must meet and the negations must be equally many. That the conversation took place is one proposition, whatever
    date or office one side adds, unless one side denies it or they name different initiators.
    """
    sides = [[side[index] for index in indices] for side, indices in zip(records, (group.a, group.b), strict=True)]
    if [record.identity for record in sides[0]] == [record.identity for record in sides[1]]:
        return RowKind.SAME
    if _negations(sides[0]) != _negations(sides[1]):
        return RowKind.PARTIAL
    if len(group.a) == len(group.b) == 1 and all(record.act.opening for side in sides for record in side):
        initiators = [_initiators(side) for side in sides]
        return RowKind.PARTIAL if all(initiators) and initiators[0] != initiators[1] else RowKind.SAME
    if one_language:
        return RowKind.SAME if steps and all(step.kind is EditKind.EQUAL for step in steps) else RowKind.PARTIAL
    return RowKind.SAME if share(*sides) >= _ALIKE else RowKind.PARTIAL


def is_generic(record: Record) -> bool:
    """True for a heading, for "***" or "Next steps", and for "they exchanged views": a topic verb and no subject."""
    heavy = sum(term.weight for term in record.terms.values() if term.weight >= _SUBSTANCE)
    is_said = any(mention.layer == "verbs" for mention in record.mentions)
    return (
        record.is_outside
        or (sum(token.raw[0].isalpha() for token in record.tokens) <= _SCRAP and not is_said)
        or (record.act.names_topics and heavy <= 1.0)
    )


def share(a: Iterable[Record], b: Iterable[Record]) -> float:
    """Dice coefficient of the weighted terms of two sides, 0..1."""
    terms_a, terms_b = ({k: t.weight for record in side for k, t in record.terms.items()} for side in (a, b))
    # Summed exactly, so that the order of the terms, and with it that of the sides, decides nothing.
    common = math.fsum(min(weight, terms_b[key]) for key, weight in terms_a.items() if key in terms_b)
    total = math.fsum((*terms_a.values(), *terms_b.values()))
    return 2 * common / total if total else 0.0


def _negations(side: Iterable[Record]) -> int:
    return len(_of_class(side, "negation"))


def _initiators(side: Iterable[Record]) -> set[str]:
    return {mention.id for mention in _of_class(side, "initiator")}


def _of_class(side: Iterable[Record], name: str) -> list[Mention]:
    return [
        mention
        for record in side
        for mention in record.mentions
        if mention.layer == "modality" and mention.entry.text("class") == name
    ]
