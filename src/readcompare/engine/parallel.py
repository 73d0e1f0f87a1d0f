"""Are two texts one text in two languages? Then their small words differ as languages do, not as accounts do."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from readcompare.model.alignment import Row
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Document

NOTE = (
    "the two texts run in parallel, sentence by sentence, as a text and its translation do, so differences of wording "
    "are held to be small"
)
_SHARE = 0.85
"""Share of the sentences of both texts that stand in a row of one and one, in order; two accounts stay far below."""
_SENTENCES = 3
"""Sentences that a text must have at least."""
_MOST = 0.3
"""Greatest severity of a difference of wording between a text and its translation."""
_WHOLE = frozenset([FindingKind.OMISSION, FindingKind.CONTRADICTION, FindingKind.INITIATOR])
"""What a translation keeps: whole sentences, numbers and dates, and who asked for the call."""


def is_parallel(documents: tuple[Document, Document], rows: Sequence[Row]) -> bool:
    """True for two languages whose sentences answer each other one by one and in order."""
    a, b = documents
    sentences = len(a.sentences) + len(b.sentences)
    if a.readout.language == b.readout.language or min(len(a.sentences), len(b.sentences)) < _SENTENCES:
        return False
    paired = sum(row.kind.is_match and not row.moved and len(row.a) == len(row.b) == 1 for row in rows)
    return 2 * paired >= _SHARE * sentences


def softened(findings: Sequence[Finding]) -> list[Finding]:
    """The findings on two such texts: those on wording are never severe."""
    return [
        finding if finding.kind in _WHOLE else replace(finding, severity=min(finding.severity, _MOST))
        for finding in findings
    ]
