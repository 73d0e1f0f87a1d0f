"""A text against itself: nothing differs, so nothing is found."""

from __future__ import annotations

from pathlib import Path

from readcompare import compare
from readcompare.model.alignment import RowKind


def test_nothing_is_found_in_any_shipped_readout_against_itself(root: Path) -> None:
    paths = sorted((root / "readouts").glob("*/*.txt"))
    assert len(paths) > 60
    for path in paths:
        text = path.read_text(encoding="utf-8")
        comparison = compare(text, text)
        assert {row.kind for row in comparison.rows} <= {RowKind.SAME, RowKind.FRAME}, path
        assert not comparison.findings, path
