"""Several accounts as unified diffs by sentence, the pivot with each of the others, for tools that read diffs."""

from __future__ import annotations

from readcompare.model.synopsis import Synopsis, pair_name
from readcompare.reports.interface import Layout
from readcompare.reports.unified import render as render_two


def render(synopsis: Synopsis, layout: Layout) -> str:
    """One diff behind the other, as a diff of several files is; the rows named in it are those of each pair's record.

    A pair stands in the order of the sides, so the pivot is the second text of those that stand before it. Nothing at
    all for a pair in which nothing differs.
    """
    around = (comparison for comparison in synopsis.comparisons if synopsis.pivot in pair_name(comparison))
    return "".join(render_two(comparison, layout) for comparison in around)
