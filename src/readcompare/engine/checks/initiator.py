"""Do the two sides name different initiators of the call?"""

from __future__ import annotations

from collections.abc import Iterator

from readcompare.engine.checks.interface import Pairing
from readcompare.engine.initiative import initiator
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding when both texts name a side and the sides differ."""
    found = [
        initiator(document, records, pairing.cast)
        for document, records in zip(pairing.documents, pairing.records, strict=True)
    ]
    if not (found[0] and found[1]) or found[0][0] == found[1][0]:
        return
    names = {document.letter: document.readout.name for document in pairing.documents}
    a, b = names
    sentences = [
        document.sentences[index]
        for document, (_, index, _) in zip(pairing.documents, (found[0], found[1]), strict=True)
    ]
    yield Finding(
        kind=FindingKind.INITIATOR,
        severity=0.8,
        confidence=0.95,
        summary=f"Readout {a} names {names[found[0][0]]} as the side that asked for the call, "
        f"readout {b} names {names[found[1][0]]}.",
        rows=pairing.rows_with(sentence.id for sentence in sentences),
        evidence=(Excerpt(sentences[0].id, found[0][2].span), Excerpt(sentences[1].id, found[1][2].span)),
    )
