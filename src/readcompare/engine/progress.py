"""How far a comparison has come, told to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[float], None]
"""Is told the share of the work that is done, 0..1, never less than before."""


def silent(_: float) -> None:
    """Nobody waits."""


def part(progress: Progress, start: float, end: float) -> Progress:
    """The progress of a part of the work that reaches from `start` to `end` of the whole."""

    def told(share: float) -> None:
        progress(start + share * (end - start))

    return told


def halves(progress: Progress) -> tuple[Progress, Progress]:
    """The progress of preparing and of concluding, as parts of the whole: most of the time goes into preparing."""
    return part(progress, 0, 0.85), part(progress, 0.85, 1)
