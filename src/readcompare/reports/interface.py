"""What every report format is: a function from a comparison to text, or to bytes where the format is no text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from readcompare.model.comparison import Comparison

if TYPE_CHECKING:
    from readcompare.model.synopsis import Synopsis


class Layout(Struct, frozen=True):
    """How a report is laid out; a format takes what concerns it."""

    width: int = 80
    """Cells a line, 40 to 300."""
    ascii_only: bool = False
    """True when the output cannot hold other characters; readouts are written out with escapes then."""
    color: bool = False
    """True when the output shows the escapes that colour a terminal."""
    arrangement: str = "list"
    """`list`: section by section; `columns`: both texts in step, in the text report."""
    only: str | None = None
    """The sections that are asked for alone, a name of `views.outline.ONLY`; None for the whole report."""


SeveralRenderer = Callable[["Synopsis", Layout], str | bytes]
"""The same for three and more accounts."""
Renderer = Callable[[Comparison, Layout], str | bytes]
"""A report format: returns the whole report, a text ending in a line end; the command line writes it."""
