"""Versions of one published text: what an office changed after it had published it."""

from __future__ import annotations

from msgspec import Struct


class Edition(Struct, frozen=True, kw_only=True):
    """One version of a readout as it was fetched."""

    time: str
    """When it was first seen, ISO 8601 in UTC."""
    last_seen: str
    """When it was last found unchanged."""
    sha256: str
    """Of the page's bytes."""
    path: str
    """Of the page as it is kept."""
    sentences: tuple[str, ...]
    """Its text, sentence by sentence."""
    title: str | None = None
    published: str | None = None
    """What the page tells, ISO 8601."""


class Editions(Struct, frozen=True):
    """All versions of one side's readout that are kept."""

    side: str
    """Id of the side."""
    address: str
    editions: tuple[Edition, ...]
    """Oldest first; empty when nothing was fetched."""
