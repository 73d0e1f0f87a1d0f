"""What widgets tell their screen, in the words of a comparison."""

from __future__ import annotations

from textual.message import Message

from readcompare.errors import ReadcompareError
from readcompare.model.alignment import RowKind
from readcompare.model.findings import Finding
from readcompare.session import Session
from readcompare.views.selection import Selected


class RowPointed(Message):
    """The user pointed at a row."""

    def __init__(self, row: int) -> None:
        self.row = row
        """Place of the row in reading order, from 0."""
        super().__init__()


class SignPointed(Message):
    """The user pointed at the signs of a row, between the columns."""

    def __init__(self, row: int) -> None:
        self.row = row
        """Place of the row in reading order, from 0."""
        super().__init__()


class WordsSelected(Message):
    """The user selected words of one text."""

    def __init__(self, selected: Selected) -> None:
        self.selected = selected
        super().__init__()


class MenuWanted(Message):
    """The user asked with the mouse what can be done here."""

    def __init__(self, row: int | None) -> None:
        self.row = row
        """Place in reading order of the row under the mouse, from 0; None when there is none."""
        super().__init__()


class WindowMoved(Message):
    """Other rows are in sight."""

    def __init__(self, first: int, last: int) -> None:
        self.first, self.last = first, last
        """Numbers of the first and the last row in sight among those shown, from 0."""
        super().__init__()


class KindPointed(Message):
    """The user pointed at the count of a kind of rows."""

    def __init__(self, kind: RowKind) -> None:
        self.kind = kind
        super().__init__()


class PromptChanged(Message):
    """The user wrote into the line at the foot of the screen."""

    def __init__(self, purpose: str, text: str) -> None:
        self.purpose, self.text = purpose, text
        super().__init__()


class PromptEnded(Message):
    """The user has done with the line at the foot of the screen."""

    def __init__(self, purpose: str, text: str | None) -> None:
        self.purpose = purpose
        self.text = text
        """What was written; None when the user gave it up."""
        super().__init__()


class FindingPointed(Message):
    """The user pointed at a finding."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__()


class FindingsClosed(Message):
    """The user has done with the list of findings."""


class Compared(Message):
    """The texts were compared anew."""

    def __init__(self, session: Session, words: str) -> None:
        self.session = session
        self.words = words
        """What was done, for the reader."""
        super().__init__()


class ComparingFailed(Message):
    """The texts could not be compared anew."""

    def __init__(self, error: ReadcompareError) -> None:
        self.error = error
        """What is wrong and what to do."""
        super().__init__()
