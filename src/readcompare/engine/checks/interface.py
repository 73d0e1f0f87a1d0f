"""What every check is given."""

from __future__ import annotations

from dataclasses import dataclass

from readcompare.engine.acts import Cast
from readcompare.engine.features import Record
from readcompare.engine.voice import Voice
from readcompare.model.alignment import Row
from readcompare.model.text import Document


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two documents, what their sentences are about, and the rows that pair them."""

    documents: tuple[Document, Document]
    records: tuple[tuple[Record, ...], tuple[Record, ...]]
    cast: Cast
    rows: tuple[Row, ...]
    voices: tuple[tuple[Voice, ...], tuple[Voice, ...]]

    def record(self, sentence_id: str) -> Record:
        """The record of a sentence."""
        side = 0 if sentence_id.startswith(self.documents[0].letter) else 1
        return self.records[side][int(sentence_id[1:]) - 1]

    def voice(self, sentence_id: str) -> Voice:
        """The voice of a sentence."""
        side = 0 if sentence_id.startswith(self.documents[0].letter) else 1
        return self.voices[side][int(sentence_id[1:]) - 1]

    def document(self, sentence_id: str) -> Document:
        """The document that a sentence stands in."""
        return self.documents[0] if sentence_id.startswith(self.documents[0].letter) else self.documents[1]
