"""What the screens before the texts tell themselves and the application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from readcompare.session import Session

if TYPE_CHECKING:
    from readcompare.shelf import Offer  # which reads YAML, and a screen of two texts needs none


class Looked(Message):
    """It is known which comparisons there are."""

    def __init__(self, recent: tuple[Offer, ...], here: tuple[Offer, ...]) -> None:
        self.recent, self.here = recent, here
        super().__init__()


class TextGiven(Message):
    """Several lines, which are a text, were pasted where the name of its side belongs."""

    def __init__(self, letter: str, text: str) -> None:
        self.letter, self.text = letter, text
        super().__init__()


class Chosen(Message):
    """A comparison was made, which is to be read."""

    def __init__(self, session: Session) -> None:
        self.session = session
        super().__init__()


class Failed(Message):
    """The comparison with which the program was started cannot be made."""

    def __init__(self, error: Exception) -> None:
        self.error = error
        super().__init__()
