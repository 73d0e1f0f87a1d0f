"""Word differences inside a row, by difflib."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby

from msgspec import Struct

from readcompare.model.alignment import Edit, EditKind
from readcompare.model.text import Excerpt, Span

MAX_ITEMS = 2_000
"""Items on one side from which a row is not compared word by word: difflib's worst case is quadratic."""


class Item(Struct, frozen=True):
    """A word or a phrase that can be compared with the other side."""

    key: str
    """What it is compared by: the folded word, or in two languages the concept it stands for."""
    excerpt: Excerpt
    first: int
    """Place of its first word among the words of its side; neighbours make one run."""
    last: int


def edits(a: Sequence[Item], b: Sequence[Item]) -> tuple[Edit, ...]:
    """The steps from side A to side B; a word that the other side has in another place is `moved`, not lost.

    Swapping the sides mirrors the steps. Empty when a side has more than `MAX_ITEMS` items.
    """
    if max(len(a), len(b)) > MAX_ITEMS:
        return ()
    keys_a, keys_b = [item.key for item in a], [item.key for item in b]
    # difflib may answer differently when its texts change places, so they are always given in one order.
    if (len(keys_a), keys_a) > (len(keys_b), keys_b):
        return tuple(_mirrored(step) for step in edits(b, a))
    result: list[Edit] = []
    common = set(keys_a) & set(keys_b)
    for tag, a_from, a_to, b_from, b_to in SequenceMatcher(None, keys_a, keys_b, autojunk=False).get_opcodes():
        if tag == "equal":
            result.append(Edit(EditKind.EQUAL, _excerpts(a[a_from:a_to]), _excerpts(b[b_from:b_to])))
            continue
        a_moved, a_own = _divide(a[a_from:a_to], common)
        b_moved, b_own = _divide(b[b_from:b_to], common)
        if a_moved or b_moved:
            result.append(Edit(EditKind.MOVED, a_moved, b_moved))
        if a_own or b_own:
            kind = EditKind.REPLACE if a_own and b_own else EditKind.DELETE if a_own else EditKind.INSERT
            result.append(Edit(kind, a_own, b_own))
    return tuple(result)


def _mirrored(step: Edit) -> Edit:
    kinds = {EditKind.DELETE: EditKind.INSERT, EditKind.INSERT: EditKind.DELETE}
    return Edit(kinds.get(step.kind, step.kind), step.b, step.a)


def _divide(items: Sequence[Item], common: set[str]) -> tuple[tuple[Excerpt, ...], tuple[Excerpt, ...]]:
    """The items that the other side has somewhere and those that it has nowhere, each as runs of neighbours."""
    runs: dict[bool, list[Excerpt]] = {True: [], False: []}
    for is_common, group in groupby(items, lambda item: item.key in common):
        runs[is_common] += _excerpts(list(group))
    return tuple(runs[True]), tuple(runs[False])


def _excerpts(items: Sequence[Item]) -> tuple[Excerpt, ...]:
    """The items as runs: words that follow each other in one sentence are one excerpt."""
    runs: list[list[Item]] = []
    for item in items:
        if runs and item.excerpt.sentence == runs[-1][-1].excerpt.sentence and item.first <= runs[-1][-1].last + 1:
            runs[-1].append(item)
        else:
            runs.append([item])
    return tuple(
        Excerpt(run[0].excerpt.sentence, Span(run[0].excerpt.span.start, max(item.excerpt.span.end for item in run)))
        for run in runs
    )
