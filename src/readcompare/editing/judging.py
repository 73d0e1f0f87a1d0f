"""What one edit makes of the annotations: each function takes some and gives others, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from msgspec.structs import replace

from readcompare.engine.hand import Located, Sides, anchor, contradicts, languages_of, locate, remark_of, told_at
from readcompare.engine.prepare import Prepared
from readcompare.errors import Problem, UsageError
from readcompare.model.alignment import Row, RowKind
from readcompare.model.annotations import Annotations, Judgement, Verdict

_SETS_A_ROW = (Verdict.CONFIRMED, Verdict.LINKED)
_TWO_SIDED = (RowKind.SAME, RowKind.PARTIAL, RowKind.COMPETING)
MAX_NOTE = 10_000
"""Characters of a note, and of a label."""


def link(before: Annotations, prepared: Prepared, a: Iterable[str], b: Iterable[str]) -> Annotations:
    """These sentences, by id, are one row; with one empty side they have no counterpart.

    Rows set before that this contradicts are given up. UsageError when there is no such sentence, or none at all.
    """
    return _set_row(before, prepared, Verdict.LINKED, _sides(prepared, a, b), None)


def confirm(before: Annotations, prepared: Prepared, row: Row, kind: RowKind | None = None) -> Annotations:
    """The row is right as it was found, or its sentences are and it is of this `kind`.

    A row that was linked by hand stays linked. UsageError for a kind that such a row cannot be.
    """
    kind = kind or row.kind
    if kind not in kinds_for(row):
        raise UsageError(Problem(message=f"{_named(row)} cannot be {kind.value}; it can be {_list(kinds_for(row))}"))
    sides = _sides(prepared, row.a, row.b)
    is_linked = any(one.sides == sides and one.judgement.verdict is Verdict.LINKED for one in _found(before, prepared))
    return _set_row(before, prepared, Verdict.LINKED if is_linked else Verdict.CONFIRMED, sides, kind)


def unlink(before: Annotations, prepared: Prepared, row: Row) -> Annotations:
    """No sentence of A in the row answers one of B in it; UsageError when it has one side only."""
    if not (row.a and row.b):
        raise UsageError(Problem(message=f"{_named(row)} stands alone already; there is nothing to unlink"))
    sides = _sides(prepared, row.a, row.b)
    pairs = set(product(*sides))
    given_up = [
        one
        for one in _found(before, prepared)
        if (one.judgement.verdict in _SETS_A_ROW and pairs & _pairs(one))
        or (one.judgement.verdict is Verdict.UNLINKED and _pairs(one) <= pairs)
    ]
    return _instead(before, given_up, _judgement(prepared, Verdict.UNLINKED, sides, None))


def release(before: Annotations, prepared: Prepared, row: Row) -> Annotations:
    """The row is left to the matcher again, its note stays; UsageError when nothing of it was set by hand."""
    sides = _sides(prepared, row.a, row.b)
    given_up = [
        one
        for one in _found(before, prepared)
        if one.judgement.verdict is not Verdict.NOTED and one.sides and _meet(one.sides, sides)
    ]
    if not given_up:
        raise UsageError(Problem(message=f"nothing of {_named(row)} was set by hand"))
    return _instead(before, given_up, _judgement(prepared, Verdict.NOTED, sides, None))


def remark(
    before: Annotations,
    prepared: Prepared,
    rows: Sequence[Row],
    row: Row,
    *,
    note: str | None,
    labels: Iterable[str],
) -> Annotations:
    """The row, one of `rows`, has this note and these labels instead of those it shows; UsageError for long ones."""
    note = (note or "").strip() or None
    kept = tuple(dict.fromkeys(label for label in map(str.strip, labels) if label))
    if max(map(len, (note or "", *kept))) > MAX_NOTE:
        raise UsageError(Problem(message=f"a note or a label has at most {MAX_NOTE:,} characters"))
    sides = _sides(prepared, row.a, row.b)
    found = [one for one in _found(before, prepared) if one.sides]
    remarks = [one for one in found if _has_remark(one.judgement)]
    told = told_at(remarks, [_of_row(one) for one in rows])
    place = next((place for place, one in enumerate(rows) if (one.a, one.b) == (row.a, row.b)), -1)
    showing = told.get(place, [])
    candidates = showing or [one.judgement for one in found if one.sides == sides]
    if not candidates:
        added = replace(_judgement(prepared, Verdict.NOTED, sides, None), note=note, labels=kept)
        return Annotations((*before.judgements, added)) if _has_remark(added) else before
    judgements = []
    for one in locate(before, prepared.documents, prepared.records):
        judgement = one.judgement
        if judgement is candidates[-1]:
            judgement = replace(judgement, note=note, labels=kept)
        elif any(judgement is other for other in showing):
            judgement = replace(judgement, note=None, labels=())
        if judgement.verdict is not Verdict.NOTED or _has_remark(judgement):
            judgements.append(judgement)
    return Annotations(tuple(judgements))


def kinds_for(row: Row) -> tuple[RowKind, ...]:
    """The kinds that a row with such sides can be of."""
    if row.a and row.b:
        return _TWO_SIDED
    return (RowKind.ONLY_A if row.a else RowKind.ONLY_B), RowKind.FRAME


def _set_row(
    before: Annotations, prepared: Prepared, verdict: Verdict, sides: Sides, kind: RowKind | None
) -> Annotations:
    added = _judgement(prepared, verdict, sides, kind)
    pairs = set(product(*sides))
    given_up = []
    for one in _found(before, prepared):
        if one.sides is None:
            continue
        if one.judgement.verdict in _SETS_A_ROW:
            is_over = contradicts(added, sides, one.judgement.kind, one.sides)
        elif one.judgement.verdict is Verdict.UNLINKED:
            is_over = _pairs(one) <= pairs
        else:
            is_over = all(set(inner) <= set(outer) for inner, outer in zip(one.sides, sides, strict=True))
        if is_over:
            given_up.append(one)
    return _instead(before, given_up, added)


def _instead(before: Annotations, given_up: list[Located], added: Judgement) -> Annotations:
    """`added` as the last judgement in the place of those given up, whose notes and labels it takes over."""
    gone = [one.judgement for one in given_up]
    note, labels = remark_of(gone)
    added = replace(added, note=note, labels=labels)
    kept = [judgement for judgement in before.judgements if not any(judgement is one for one in gone)]
    says_nothing = added.verdict is Verdict.NOTED and not _has_remark(added)
    return Annotations(tuple(kept if says_nothing else (*kept, added)))


def _judgement(prepared: Prepared, verdict: Verdict, sides: Sides, kind: RowKind | None) -> Judgement:
    a, b = (
        tuple(anchor(document, records, index) for index in indices)
        for document, records, indices in zip(prepared.documents, prepared.records, sides, strict=True)
    )
    return Judgement(verdict=verdict, a=a, b=b, kind=kind, languages=languages_of(prepared.documents))


def _sides(prepared: Prepared, a: Iterable[str], b: Iterable[str]) -> Sides:
    sides = []
    for document, names in zip(prepared.documents, (a, b), strict=True):
        known = {sentence.id: index for index, sentence in enumerate(document.sentences)}
        wanted = tuple(names)
        unknown = [name for name in wanted if name not in known]
        if unknown:
            raise UsageError(Problem(message=f"there is no sentence {', '.join(unknown)}"))
        sides.append(tuple(sorted({known[name] for name in wanted})))
    if not any(sides):
        raise UsageError(Problem(message="a row needs a sentence; name some, such as A3 B5"))
    return sides[0], sides[1]


def _of_row(row: Row) -> Sides:
    a, b = (tuple(int(name[1:]) - 1 for name in names) for names in (row.a, row.b))
    return a, b


def _found(annotations: Annotations, prepared: Prepared) -> list[Located]:
    return [one for one in locate(annotations, prepared.documents, prepared.records) if one.sides]


def _pairs(one: Located) -> set[tuple[int, int]]:
    return set(product(*one.sides)) if one.sides else set()


def _meet(one: Sides, other: Sides) -> bool:
    return any(set(mine) & set(theirs) for mine, theirs in zip(one, other, strict=True))


def _has_remark(judgement: Judgement) -> bool:
    return bool(judgement.note or judgement.labels)


def _named(row: Row) -> str:
    return " ".join((*row.a, *row.b))


def _list(kinds: Iterable[RowKind]) -> str:
    return " or ".join(kind.value for kind in kinds)
