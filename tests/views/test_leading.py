"""What a reader is shown before everything else."""

from __future__ import annotations

from pathlib import Path

from readcompare import compare
from readcompare.views.findings import FIRST, leading


def test_two_rival_sentences_are_one_thing_to_read_first(root: Path) -> None:
    findings = compare(root / "readouts" / "2021-11-10-de-ru" / "comparison.yaml").findings
    first = leading(findings)
    assert len(first) == FIRST
    assert first[0] == findings[0]
    places = [(finding.kind, row) for finding in first for row in finding.rows]
    assert len(places) == len(set(places))
