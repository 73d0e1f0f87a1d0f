"""The rows in words: their ids, kinds, reasons and word differences."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from readcompare.engine.align import Group
from readcompare.engine.arrange import moved
from readcompare.engine.explain import reasons
from readcompare.engine.hand import Hand, remark_of, told_at
from readcompare.engine.kinds import match_kind
from readcompare.engine.prepare import Prepared
from readcompare.engine.unread import named
from readcompare.engine.wording import edits
from readcompare.engine.words import items
from readcompare.model.alignment import Edit, Row, RowKind
from readcompare.model.annotations import Judgement

_NAMED = 3
"""Sentences that are not read that a row names at most."""


def found_rows(prepared: Prepared, found: Sequence[Group], hand: Hand) -> tuple[Row, ...]:
    """The rows in words: their ids, kinds, reasons and word differences."""
    matched = [group for group in found if group.kind.is_match]
    flags = moved([(group.a, group.b) for group in matched])
    out_of_order = {id(group) for group, flag in zip(matched, flags, strict=True) if flag}
    remarks = told_at(hand.remarks, [(group.a, group.b) for group in found])
    return tuple(
        _row(prepared, group, number, remarks.get(number - 1, ()), is_moved=id(group) in out_of_order)
        for number, group in enumerate(found, start=1)
    )


def _row(prepared: Prepared, group: Group, number: int, remarks: Sequence[Judgement], *, is_moved: bool) -> Row:
    one_language = prepared.documents[0].readout.language == prepared.documents[1].readout.language
    steps = _edits(prepared, group, one_language=one_language) if group.a and group.b else ()
    kind = group.kind
    if kind.is_match and not group.is_kind_set:
        kind = match_kind(prepared.records, group, steps, one_language=one_language)
    letter_a, letter_b = (document.letter for document in prepared.documents)
    other = letter_b if kind is RowKind.ONLY_A else letter_a
    note, labels = remark_of(remarks)
    told = replace(group, kind=kind)
    return Row(
        id=f"R{number}",
        kind=kind,
        a=tuple(f"{letter_a}{index + 1}" for index in group.a),
        b=tuple(f"{letter_b}{index + 1}" for index in group.b),
        score=group.score,
        certainty=group.certainty,
        origin=group.origin,
        moved=is_moved,
        nearest=None if group.nearest is None else f"{other}{group.nearest + 1}",
        reasons=(
            *_not_compared(prepared, group),
            *reasons(told, prepared.documents, prepared.records, _likeness(prepared, group)),
        ),
        note=note,
        labels=labels,
        edits=steps,
    )


def _not_compared(prepared: Prepared, group: Group) -> tuple[str, ...]:
    """The sentences of which nothing can be said: those of the row, and for a one-sided row those of the other text."""
    told = []
    for document, numbers, unread in zip(prepared.documents, (group.a, group.b), prepared.unread, strict=True):
        names = [f"{document.letter}{number + 1}" for number in sorted(unread) if number in numbers or not numbers]
        if names:
            told.append(f"in a language that is not read: {named(names, _NAMED)}")
    return tuple(told)


def _likeness(prepared: Prepared, group: Group) -> float | None:
    """What the encoder says about a row or, of a one-sided one, about the nearest sentence."""
    if prepared.meaning is None:
        return None
    nearest = () if group.nearest is None else (group.nearest,)
    return prepared.meaning.of(group.a or nearest, group.b or nearest)


def _edits(prepared: Prepared, group: Group, *, one_language: bool) -> tuple[Edit, ...]:
    a, b = (
        items(document, records, indices, one_language=one_language)
        for document, records, indices in zip(prepared.documents, prepared.records, (group.a, group.b), strict=True)
    )
    return edits(a, b)
