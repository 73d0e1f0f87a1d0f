"""What is known about the conversation itself."""

from __future__ import annotations

from msgspec import Struct


class Call(Struct, frozen=True):
    """The conversation that both accounts report."""

    title: str
    date: str | None = None
    """ISO 8601."""
    participants: tuple[str, ...] = ()
