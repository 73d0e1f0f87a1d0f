"""What stands on the screen while two texts are compared: both texts as they are, and how far the work has come."""

from __future__ import annotations

import time
from itertools import islice
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import Worker, get_current_worker

from readcompare.errors import ReadcompareError
from readcompare.model.text import Readout
from readcompare.session import Reading
from readcompare.tui.command import Command
from readcompare.tui.start_messages import Chosen, Failed
from readcompare.tui.widths import STACKED_BELOW
from readcompare.views.passages import visible

_PATIENCE = 1.0
"""Seconds that nobody wants explained: two readouts are compared in far less."""
_TELL_EVERY = 0.2
"""Seconds between two tellings of how far the work has come."""
_LINES = 60
"""Lines of each text at most: what does not fit the screen needs no drawing."""
_LONGEST = 2_000
"""Characters of a line at most."""


class _LeftError(Exception):
    """Nobody waits any more."""


class ComparingScreen(Screen[None]):
    """Shows what was read at once and makes the comparison meanwhile; ends with `Chosen` or `Failed`."""

    family: ClassVar[tuple[Command, ...]] = ()

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading

    def compose(self) -> ComposeResult:
        """What is going on, and the two texts."""
        yield Static("Comparing …", id="doing", markup=False)
        with Container(id="read"):
            for side, readout in zip("ab", self._reading.readouts, strict=True):
                yield Static(_beginning(side, readout), classes=f"side-{side}", markup=False)

    def on_mount(self) -> None:
        """Begin to compare once the texts stand there."""
        self.call_after_refresh(self._compare)

    def on_resize(self) -> None:
        """Side by side where there is room."""
        self.query_one("#read").set_class(self.app.size.width < STACKED_BELOW, "stacked")

    @work(thread=True)
    def _compare(self) -> None:
        worker = get_current_worker()
        try:
            session = self._reading.compared(_Teller(self, worker).tell)
        except _LeftError:
            return
        except (ReadcompareError, MemoryError, OSError) as error:
            self.post_message(Failed(error))
        else:
            self.post_message(Chosen(session))

    def say(self, share: float) -> None:
        """Tell how far the work has come."""
        self.query_one("#doing", Static).update(f"Comparing … {share:.0%}")


class _Teller:
    """Takes the progress in the worker's thread and tells the screen of it now and then."""

    def __init__(self, screen: ComparingScreen, worker: Worker[None]) -> None:
        self._screen = screen
        self._worker = worker
        self._due = time.monotonic() + _PATIENCE

    def tell(self, share: float) -> None:
        if self._worker.is_cancelled:
            raise _LeftError
        if time.monotonic() >= self._due:
            self._due = time.monotonic() + _TELL_EVERY
            self._screen.app.call_from_thread(self._screen.say, share)


def _beginning(side: str, readout: Readout) -> Content:
    """The name of a side in its colour, and as much of its text as a screen may hold."""
    lines = (visible(line[:_LONGEST]) for line in readout.text[: _LINES * _LONGEST].splitlines())
    name = f"{side.upper()}  {visible(readout.name)}"
    return Content.assemble((name, f"bold $side-{side}"), "\n", "\n".join(islice(lines, _LINES)))
