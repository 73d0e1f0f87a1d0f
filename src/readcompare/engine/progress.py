"""How far a comparison has come, told to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, pairwise

Progress = Callable[[float, str], None]
"""Is told the share of the work that is done, 0..1, never less than before, and what is being done now."""
Share = Callable[[float], None]
"""The same within one step of the work, whose words are known."""


def silent(_: float, __: str = "") -> None:
    """Nobody waits."""


def part(progress: Progress, start: float, end: float) -> Progress:
    """The progress of a part of the work that reaches from `start` to `end` of the whole."""

    def told(share: float, step: str) -> None:
        progress(start * (1 - share) + end * share, step)

    return told


def parts(progress: Progress, *weights: float) -> tuple[Progress, ...]:
    """The progress of parts that follow one another; each takes as much of the whole as it weighs, 0 for none."""
    edges = tuple(accumulate(weights, initial=0.0))
    return tuple(part(progress, start / edges[-1], end / edges[-1]) for start, end in pairwise(edges))


def begun(progress: Progress, step: str) -> Share:
    """The progress of a step that begins now, called `step`: it is told at once, since it may tell nothing itself."""
    progress(0, step)

    def told(share: float) -> None:
        progress(share, step)

    return told
