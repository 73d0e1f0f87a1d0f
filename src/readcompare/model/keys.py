"""Keys by their names, and which commands of the screen a user may give which keys."""

from __future__ import annotations

import unicodedata
from string import punctuation

from msgspec import Struct

MODIFIERS = ("alt", "ctrl", "shift")
"""What may be held down with a key, in the order in which names tell it."""
NAMED = (
    "backspace", "delete", "down", "end", "enter", "escape", "home", "insert", "left", "pagedown", "pageup", "right",
    "space", "tab", "up", *(f"f{number}" for number in range(1, 13)),
)  # fmt: skip
"""Keys that write no letter or sign."""
RESERVED = {"ctrl+q": "always leaves the program"}
"""Keys that no command can have, and why."""

# A terminal sends these as one and the same.
_TWINS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape", "ctrl+h": "backspace"}
_SHORT = {"esc": "escape", "return": "enter", "del": "delete", "pgup": "pageup", "pgdn": "pagedown", "control": "ctrl"}
# Unicode calls these otherwise than everybody else.
_SIGNS = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}


class Bindable(Struct, frozen=True, kw_only=True):
    """A command whose keys can be set anew."""

    id: str
    keys: tuple[str, ...]
    """Its own keys, by their names."""
    title: str
    scopes: frozenset[str]
    """Where it answers keys; two commands of one scope cannot have the same key."""
    while_writing: bool = False
    """True where the user writes a text, so that letters and signs are no keys of commands."""


def key_name(written: str) -> str | None:
    """The one name of a key: `x`, `X`, `question_mark` for `?`, `ctrl+n`, `f5`; None for what is no key."""
    held, _, key = written.strip().rpartition("+") if len(written.strip()) > 1 else ("", "", written.strip())
    if not key and held.endswith("+"):  # `ctrl++` is the plus sign with ctrl
        held, key = held[:-1], "+"
    modifiers = {_SHORT.get(word.strip().lower(), word.strip().lower()) for word in held.split("+") if word.strip()}
    name = _plain_name(key.strip() or key)
    if name is None or not modifiers <= set(MODIFIERS):
        return None
    if len(name) == 1 and name.isalpha() and modifiers:
        name = name.upper() if modifiers == {"shift"} else name.lower()
        modifiers -= {"shift"} if modifiers == {"shift"} else set()
    whole = "+".join((*(one for one in MODIFIERS if one in modifiers), name))
    return _TWINS.get(whole, whole)


def writes(name: str) -> bool:
    """True for a key that writes a letter or a sign where the user writes a text."""
    return "+" not in name and (name == "space" or name not in NAMED)


def _plain_name(key: str) -> str | None:
    """The name of a key without anything held down."""
    if len(key) == 1:
        return _sign_name(key)
    lower = _SHORT.get(key.lower(), key.lower())
    if lower in NAMED:
        return lower
    if lower in (_sign_name(sign) for sign in punctuation):
        return lower
    try:
        return _sign_name(unicodedata.lookup(lower.replace("_", " ")))
    except KeyError:
        return None


def _sign_name(sign: str) -> str | None:
    if sign.isalnum():
        return sign
    name = unicodedata.name(sign, "").lower().replace(" ", "_").replace("-", "_")
    return _SIGNS.get(name, name) or None
