"""Several accounts of one conversation in one table, joined from comparisons of two."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from readcompare.model.comparison import Comparison
from readcompare.model.findings import Finding
from readcompare.model.sides import LETTERS
from readcompare.model.text import Document, Sentence

KIND = "synopsis"
"""What the record of a synopsis says it is."""


class Standing(StrEnum):
    """Which sides have what a row of the table says."""

    ALL = "all"
    """Every other side has a counterpart to what the pivot says."""
    SOME = "some"
    """The pivot and some of the others have it."""
    PIVOT = "pivot"
    """The pivot alone has it."""
    SHARED = "shared"
    """Several sides have it, and the pivot does not."""
    ONE = "one"
    """One side has it that is not the pivot."""
    GENERAL = "general"
    """A general sentence, which is missing nowhere."""


class RowOf(Struct, frozen=True, order=True):
    """A row of one of the comparisons of two."""

    pair: str
    """The letters of its sides: `AC`."""
    row: str
    """Its id in that comparison: `R3`."""


class Cell(Struct, frozen=True, kw_only=True):
    """What one side has in a row of the table."""

    sentences: tuple[str, ...]
    """Sentence ids, in the order of the text; empty when the side has nothing there."""
    rows: tuple[RowOf, ...]
    """The rows of comparisons of two that say how the row's own sentences stand to this side."""


class SynopsisRow(Struct, frozen=True, kw_only=True):
    """One row of the table: sentences that belong together, and what every other side has to them."""

    id: str
    """`T1`, `T2`, …: those of the pivot in its order, then what the pivot does not have."""
    standing: Standing
    own: tuple[str, ...]
    """The sentences that the row is about: linked ones of the pivot, or what other sides have and it does not."""
    cells: tuple[Cell, ...]
    """A cell for each side, in the order of the sides."""


class Synopsis(Struct, frozen=True, kw_only=True):
    """Three and more accounts of one conversation: each compared with each other, and all in one table."""

    documents: tuple[Document, ...]
    """The sides A, B, C, …"""
    pivot: str
    """The letter of the side that the others are set against."""
    comparisons: tuple[Comparison, ...]
    """Every side with every other, in the order AB, AC, …, BC, …; they do not depend on the pivot."""
    rows: tuple[SynopsisRow, ...]
    """Every sentence of every side stands in at least one."""

    notebook_view: ClassVar[Callable[[Synopsis], str] | None] = None
    """How a synopsis shows itself in a notebook, set by the Python API: the model knows no face."""

    @property
    def title(self) -> str:
        """What the comparison is called."""
        return self.comparisons[0].title

    @property
    def date(self) -> str | None:
        """ISO 8601 date of the conversation; None when not given."""
        return self.comparisons[0].date

    @property
    def participants(self) -> tuple[str, ...]:
        """Who spoke."""
        return self.comparisons[0].participants

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in all comparisons."""
        return tuple(finding for comparison in self.comparisons for finding in comparison.findings)

    def pair(self, name: str) -> Comparison:
        """The comparison of the two sides whose letters `name` holds; KeyError when there is none."""
        for comparison in self.comparisons:
            if pair_name(comparison) == name:
                return comparison
        raise KeyError(name)

    def document(self, letter: str) -> Document:
        """The side with this letter; KeyError when there is none."""
        place = LETTERS.find(letter)
        if not 0 <= place < len(self.documents):
            raise KeyError(letter)
        return self.documents[place]

    def sentence(self, sentence_id: str) -> tuple[Document, Sentence]:
        """The document and the sentence named `sentence_id`; KeyError when there is none."""
        document = self.document(sentence_id[:1])
        return document, document.sentence(sentence_id)

    def _repr_html_(self) -> str | None:
        view = type(self).notebook_view
        return view(self) if view else None


def pair_name(comparison: Comparison) -> str:
    """The letters of the two sides of a comparison: `AC`."""
    return comparison.a.letter + comparison.b.letter
