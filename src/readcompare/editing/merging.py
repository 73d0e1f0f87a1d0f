"""Two people changed one annotations file: what both did, when they worked at different sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from readcompare.model.annotations import Annotations, Judgement

_Sentence = tuple[str, str]
"""A side, and the digest of a sentence of it."""


def merged(base: Annotations, mine: Annotations, theirs: Annotations) -> Annotations | None:
    """`theirs` with all that was done from `base` to `mine`; None when both judged one sentence, and differently.

    When `mine` is `base` again, that is `theirs` exactly: an undone edit leaves the other's work as it is.
    """
    mine_removed, mine_added = _changes(base, mine)
    their_removed, their_added = _changes(base, theirs)
    touched = _sentences(mine_removed + mine_added) & _sentences(their_removed + their_added)
    for own, others in ((mine_removed, their_removed), (mine_added, their_added)):
        # What both did alike is no conflict, and is not done twice.
        if _at(touched, own) != _at(touched, others):
            return None
    kept = _without(theirs.judgements, mine_removed - their_removed)
    return Annotations((*kept, *_chosen(mine.judgements, mine_added - their_added)))


def _changes(old: Annotations, new: Annotations) -> tuple[Counter[Judgement], Counter[Judgement]]:
    before, after = Counter(old.judgements), Counter(new.judgements)
    return before - after, after - before


def _sentences(judgements: Iterable[Judgement]) -> set[_Sentence]:
    return {
        (side, anchor.digest)
        for judgement in judgements
        for side, anchors in (("a", judgement.a), ("b", judgement.b))
        for anchor in anchors
    }


def _at(touched: set[_Sentence], judgements: Counter[Judgement]) -> Counter[Judgement]:
    return Counter({one: count for one, count in judgements.items() if _sentences([one]) & touched})


def _without(judgements: Iterable[Judgement], gone: Counter[Judgement]) -> list[Judgement]:
    """`judgements` in their order, less as many of each as `gone` counts."""
    left = gone.copy()
    kept = []
    for judgement in judgements:
        if left[judgement]:
            left[judgement] -= 1
        else:
            kept.append(judgement)
    return kept


def _chosen(judgements: tuple[Judgement, ...], wanted: Counter[Judgement]) -> list[Judgement]:
    """As many of each of `judgements` as `wanted` counts, the last ones, in their order."""
    left = wanted.copy()
    chosen = []
    for judgement in reversed(judgements):
        if left[judgement]:
            left[judgement] -= 1
            chosen.append(judgement)
    return chosen[::-1]
