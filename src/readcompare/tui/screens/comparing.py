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
from textual.worker import get_current_worker

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
_COMPARING = 0.95
"""Share of the wait that is over when all is compared; in long texts setting the rows takes a moment too."""
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
        self._begun = time.monotonic()
        self._come: tuple[float, str] | None = None
        """How far the work has come, and what is being done; None at its beginning."""

    def compose(self) -> ComposeResult:
        """What is going on, and the two texts."""
        yield Static("Comparing …", id="doing", markup=False)
        with Container(id="read"):
            for side, readout in zip("ab", self._reading.readouts, strict=True):
                yield Static(_beginning(side, readout), classes=f"side-{side}", markup=False)

    def on_mount(self) -> None:
        """Begin to compare once the texts stand there."""
        self.call_after_refresh(self._compare)
        # Looked at now and then: a step that takes long may tell nothing but that it begins.
        self.set_interval(_TELL_EVERY, self._look)

    def on_resize(self) -> None:
        """Side by side where there is room."""
        self.query_one("#read").set_class(self.app.size.width < STACKED_BELOW, "stacked")

    @work(thread=True)
    def _compare(self) -> None:
        worker = get_current_worker()

        def come(share: float, step: str) -> None:
            if worker.is_cancelled:
                raise _LeftError
            self._come = share * _COMPARING, step

        try:
            session = self._reading.compared(come)
        except _LeftError:
            return
        except (ReadcompareError, MemoryError, OSError) as error:
            self.post_message(Failed(error))
        else:
            self.post_message(Chosen(session))

    def _look(self) -> None:
        if self._come and time.monotonic() >= self._begun + _PATIENCE:
            self.say(*self._come)

    def say(self, share: float, step: str) -> None:
        """Tell how far the work has come and what is being done."""
        self.query_one("#doing", Static).update(f"Comparing … {share:.0%}, {step}")


def _beginning(side: str, readout: Readout) -> Content:
    """The name of a side in its colour, and as much of its text as a screen may hold."""
    lines = (visible(line[:_LONGEST]) for line in readout.text[: _LINES * _LONGEST].splitlines())
    name = f"{side.upper()}  {visible(readout.name)}"
    return Content.assemble((name, f"bold $side-{side}"), "\n", "\n".join(islice(lines, _LINES)))
