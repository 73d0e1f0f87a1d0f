"""The one value that every face reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from msgspec import Struct

from readcompare.model.acts import ReportedAct
from readcompare.model.alignment import Row
from readcompare.model.findings import Finding
from readcompare.model.history import History
from readcompare.model.recipe import Recipe
from readcompare.model.text import Document, Sentence


class TopicShare(Struct, frozen=True):
    """The room that one text gives to a topic."""

    topic: str
    """The topic in words."""
    share: float
    """Share of the words of its sentences of substance, 0..1."""
    first: str
    """Id of the first sentence with it."""


class Glance(Struct, frozen=True):
    """Facts that a reader asks for first, a value for each side."""

    initiator: tuple[str | None, str | None]
    """Who asked for the call according to A and to B: a side's id; None when not stated."""
    words: tuple[int, int]
    sentences: tuple[int, int]
    paragraphs: tuple[int, int]
    one_sided: tuple[int, int]
    """Sentences that have no counterpart on the other side, competing ones included."""
    published_later: tuple[int | None, int | None] = (None, None)
    """Minutes by which a side published later than the other; None for the first one and where times are not given."""
    format: tuple[str | None, str | None] = (None, None)
    """`telephone call`, `video call` or `meeting`; None when not stated."""
    minutes: tuple[int | None, int | None] = (None, None)
    """How long it was; None when not stated."""
    length: tuple[str | None, str | None] = (None, None)
    """The same in the words of the text, where it says "just under" or "about"; None where it does not."""
    attended: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Who else is named in the first sentences, in the words of the text."""
    agreements: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Sentences with an agreement or a promise that only this side reports."""
    next_steps: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Sentences that say what comes next."""
    attributed: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Sentences that put words in the mouth of the other side's leader."""
    topics: tuple[tuple[TopicShare, ...], tuple[TopicShare, ...]] = ((), ())
    """In the order of first mention."""
    unread: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Sentences in a language that is not read: of them none of the above is known."""


class Comparison(Struct, frozen=True, kw_only=True):
    """Two accounts of one conversation, aligned and examined."""

    title: str
    date: str | None
    """ISO 8601 date of the conversation; None when not given."""
    participants: tuple[str, ...]
    recipe: Recipe
    a: Document
    b: Document
    rows: tuple[Row, ...]
    """In reading order; every sentence of both sides stands in at least one."""
    findings: tuple[Finding, ...]
    """Most reportable first."""
    glance: Glance
    notes: tuple[str, ...]
    """What the reader must know about the comparison itself: what was not checked, what was left to guess."""

    acts: tuple[tuple[tuple[ReportedAct, ...], ...], tuple[tuple[ReportedAct, ...], ...]] = ((), ())
    """For A and for B what each sentence reports, in the order of the text."""
    histories: tuple[History | None, History | None] = (None, None)
    """For A and for B what is new against the side's last readout; None where none is given."""

    notebook_view: ClassVar[Callable[[Comparison], str] | None] = None
    """How a comparison shows itself in a notebook, set by the Python API: the model knows no face."""

    @property
    def documents(self) -> tuple[Document, Document]:
        """Side A and side B."""
        return self.a, self.b

    def sentence(self, sentence_id: str) -> tuple[Document, Sentence]:
        """The document and the sentence named `sentence_id`; KeyError when there is none."""
        document = self.a if sentence_id.startswith(self.a.letter) else self.b
        return document, document.sentence(sentence_id)

    def _repr_html_(self) -> str | None:
        view = type(self).notebook_view
        return view(self) if view else None
