"""A progress bar on standard error for a comparison that takes long, where somebody sits at a terminal."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager

from readcompare.cli.output import is_terminal

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress, TaskID

PATIENCE = 1.0
"""Seconds that nobody wants explained: two readouts are compared in far less."""


@contextmanager
def progress_bar(what: str) -> Iterator[Callable[[float, str], None]]:
    """What is to be told the share of the work done, 0..1, and what is being done; the bar is gone when all is done."""
    bar = _Bar(what)
    try:
        yield bar.tell if is_terminal(sys.stderr) else _ignore
    finally:
        bar.close()


def _ignore(_: float, __: str) -> None:
    """Nobody looks."""


class _Bar:
    """A bar that appears only after a while, so that a quick comparison does not even load it."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._due = time.monotonic() + PATIENCE
        self._shown: tuple[Progress, TaskID] | None = None

    def tell(self, share: float, step: str) -> None:
        if self._shown is None and time.monotonic() >= self._due:
            self._shown = self._opened()
        if self._shown:
            bar, task = self._shown
            bar.update(task, completed=share, description=f"{self._what}: {step}")

    def close(self) -> None:
        if self._shown:
            self._shown[0].stop()

    def _opened(self) -> tuple[Progress, TaskID]:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

        columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn()
        bar = Progress(*columns, console=Console(stderr=True), transient=True)
        bar.start()
        return bar, bar.add_task(self._what, total=1.0)
