"""Word differences inside a row, by difflib."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from readcompare.model.alignment import Edit, EditKind
from readcompare.model.text import Excerpt, Span

MAX_ITEMS = 2_000
"""Items on one side from which a row is not compared word by word: difflib's worst case is quadratic."""


@dataclass(frozen=True, slots=True)
class Item:
    """A word or a phrase that can be compared with the other side."""

    key: str
    """What it is compared by: the folded word, or in two languages the concept it stands for."""
    excerpt: Excerpt
    first: int
    """Place of its first word among the words of its side; neighbours make one run."""
    last: int


def edits(a: Sequence[Item], b: Sequence[Item]) -> tuple[Edit, ...]:
    """The steps from side A to side B; a word that stands on both sides in another place is `moved`, not lost.

    Empty when a side has more than `MAX_ITEMS` items.
    """
    if max(len(a), len(b)) > MAX_ITEMS:
        return ()
    steps = SequenceMatcher(None, [item.key for item in a], [item.key for item in b], autojunk=False).get_opcodes()
    moved = _moved(a, b, steps)
    result: list[Edit] = []
    for tag, a_from, a_to, b_from, b_to in steps:
        if tag == "equal":
            result.append(Edit(EditKind.EQUAL, _excerpts(a[a_from:a_to]), _excerpts(b[b_from:b_to])))
            continue
        a_moved, a_own = _divide(a[a_from:a_to], moved)
        b_moved, b_own = _divide(b[b_from:b_to], moved)
        if a_moved or b_moved:
            result.append(Edit(EditKind.MOVED, a_moved, b_moved))
        if a_own or b_own:
            kind = EditKind.REPLACE if a_own and b_own else EditKind.DELETE if a_own else EditKind.INSERT
            result.append(Edit(kind, a_own, b_own))
    return tuple(result)


def _moved(a: Sequence[Item], b: Sequence[Item], steps: Iterable[tuple[str, int, int, int, int]]) -> set[Excerpt]:
    """The items on both sides that difflib calls different but that stand on the other side elsewhere."""
    gone: list[Item] = []
    come: list[Item] = []
    for tag, a_from, a_to, b_from, b_to in steps:
        if tag != "equal":
            gone += a[a_from:a_to]
            come += b[b_from:b_to]
    common = Counter(item.key for item in gone) & Counter(item.key for item in come)
    return {item.excerpt for side in (gone, come) for item in _take(side, Counter(common))}


def _take(items: Iterable[Item], budget: Counter[str]) -> Iterable[Item]:
    for item in items:
        if budget[item.key] > 0:
            budget[item.key] -= 1
            yield item


def _divide(items: Sequence[Item], moved: set[Excerpt]) -> tuple[tuple[Excerpt, ...], tuple[Excerpt, ...]]:
    """The moved items and the others, each as runs of neighbours."""
    runs: dict[bool, list[Excerpt]] = {True: [], False: []}
    for is_moved, group in groupby(items, lambda item: item.excerpt in moved):
        runs[is_moved] += _excerpts(list(group))
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
