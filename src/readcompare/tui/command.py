"""A command of the screen: what keys, help text and command palette derive from."""

from __future__ import annotations

from msgspec import Struct


class Command(Struct, frozen=True, kw_only=True):
    """One thing to do, with its keys and its words."""

    id: str
    """Name under which its keys can be set anew."""
    keys: str
    """Textual's key names with commas between them."""
    title: str
    """Two or three words for the palette."""
    action: str
    """Textual's action string, with the namespace that answers it."""
    help: str
    """One sentence for the help page and the palette."""
    footer: str = ""
    """One word for the footer; empty for a command that it leaves out."""
    rank: int = 50
    """The lower, the sooner it has its place in a narrow footer."""
