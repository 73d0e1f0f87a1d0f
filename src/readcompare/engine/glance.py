"""The facts that a reader asks for first."""

from __future__ import annotations

from readcompare.engine.checks.interface import Pairing
from readcompare.engine.initiative import initiator
from readcompare.model.alignment import RowKind
from readcompare.model.comparison import Glance


def glance(pairing: Pairing) -> Glance:
    """Initiator, lengths, and how many sentences of each side have no counterpart."""
    ids = {document.letter: document.readout.id for document in pairing.documents}
    found = [initiator(records, pairing.cast) for records in pairing.records]
    answered: set[str] = set()
    for row in pairing.rows:
        if row.kind.is_match or row.kind is RowKind.FRAME:
            answered |= {*row.a, *row.b}
    a, b = pairing.documents
    return Glance(
        initiator=(ids[found[0][0]] if found[0] else None, ids[found[1][0]] if found[1] else None),
        words=(a.words, b.words),
        sentences=(len(a.sentences), len(b.sentences)),
        paragraphs=(a.paragraphs, b.paragraphs),
        one_sided=(
            sum(sentence.id not in answered for sentence in a.sentences),
            sum(sentence.id not in answered for sentence in b.sentences),
        ),
    )
