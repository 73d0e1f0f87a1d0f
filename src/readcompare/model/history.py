"""What is new in a readout against the last one of the same side."""

from __future__ import annotations

from msgspec import Struct


class History(Struct, frozen=True, kw_only=True):
    """One side's readout against its last readout on the same counterpart."""

    source: str
    """Where the last one stands, as the user gave it."""
    new: tuple[str, ...]
    """Sentences that the last one has not, in the order of the text."""
    kept: tuple[str, ...]
    """Sentences that the last one has in other words."""
    stock: tuple[str, ...]
    """Sentences that the last one has in the same words, or nearly: phrases of the house, no news."""
    dropped: tuple[str, ...]
    """The sentences of the last one that are there no more, verbatim, in its order."""
