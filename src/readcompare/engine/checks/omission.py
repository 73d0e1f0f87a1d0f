"""Which sentences does only one side have?"""

from __future__ import annotations

from collections.abc import Iterator

from readcompare.engine.checks.interface import Pairing
from readcompare.model.alignment import Certainty, Row, RowKind
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt

_SURE, _UNSURE = 0.8, 0.5


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each one-sided row, weighed by how forceful and how full of substance its sentence is."""
    for row in pairing.rows:
        if row.kind in (RowKind.ONLY_A, RowKind.ONLY_B):
            yield _finding(pairing, row)


def _finding(pairing: Pairing, row: Row) -> Finding:
    sentence_id = (row.a or row.b)[0]
    document = pairing.document(sentence_id)
    other = pairing.documents[1] if document is pairing.documents[0] else pairing.documents[0]
    record = pairing.record(sentence_id)
    here, there = document.readout.name, other.readout.name
    absent = "not mentioned in" if other.readout.complete else "not in the excerpt at hand of"
    return Finding(
        kind=FindingKind.OMISSION,
        severity=min(1.0, 0.5 * min(1.0, record.weight / 6) + 0.5 * record.act.force / 10),
        confidence=_SURE if row.certainty is Certainty.SURE else _UNSURE,
        summary=f"The readout of {here} states {sentence_id}; this is {absent} {there}.",
        rows=(row.id,),
        evidence=(Excerpt(sentence_id, document.sentence(sentence_id).span),),
    )
