"""What a reader is shown before everything else."""

from __future__ import annotations

from pathlib import Path

from readcompare import compare
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt, Span
from readcompare.views.findings import FIRST, leading


def test_two_rival_sentences_are_one_thing_to_read_first(root: Path) -> None:
    findings = compare(root / "readouts" / "2021-11-10-de-ru" / "comparison.yaml").findings
    first = leading(findings)
    assert len(first) == FIRST
    assert first[0] == findings[0]
    places = [(finding.kind, row) for finding in first for row in finding.rows]
    assert len(places) == len(set(places))


def test_not_only_one_side_is_told_to_leave_something_out() -> None:
    def lone(sentence: str) -> Finding:
        return Finding(
            kind=FindingKind.OMISSION,
            severity=0.5,
            confidence=0.5,
            summary=f"{sentence}.",
            rows=(sentence,),
            evidence=(Excerpt(sentence, Span(0, 1)),),
        )

    a2, a3, a4, b2 = map(lone, ("A2", "A3", "A4", "B2"))
    assert leading([a2, a3, a4, b2]) == (a2, a3, b2)
    assert leading([a2, a3, a4]) == (a2, a3, a4)


def test_what_leads_to_no_sentence_comes_last_and_one_sentence_comes_once() -> None:
    def finding(kind: FindingKind, *rows: str) -> Finding:
        return Finding(kind=kind, severity=0.5, confidence=0.5, summary=f"{kind} {rows}.", rows=rows, evidence=())

    order = finding(FindingKind.ORDER)
    claim, lone, term = (
        finding(FindingKind.AGREEMENT_CLAIM, "R1"),
        finding(FindingKind.OMISSION, "R1"),
        finding(FindingKind.TERM, "R1"),
    )
    assert leading([order, claim, lone, term]) == (claim, term, order)
