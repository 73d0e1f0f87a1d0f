"""What is found once is told once, also where its sentence stands in two rows."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace

from readcompare import compare
from readcompare.engine.examine import merged
from readcompare.model.comparison import Comparison
from readcompare.reports import markdown, plain
from readcompare.reports.interface import Layout
from readcompare.reports.markdown import escaped
from readcompare.views.findings import finding_views
from readcompare.views.rows import row_views


@pytest.fixture(
    scope="module",
    params=["readouts/2021-12-07-us-ru", "readouts/2022-03-04-de-ru", "benchmarks/calls/2021-03-30-de-ru"],
)
def comparison(request: pytest.FixtureRequest, root: Path) -> Comparison:
    found = compare(root / request.param / "comparison.yaml")
    assert isinstance(found, Comparison)
    return found


def test_no_two_findings_are_alike(comparison: Comparison) -> None:
    alike = Counter((finding.kind, finding.summary, finding.evidence) for finding in comparison.findings)
    assert set(alike.values()) == {1}


def test_what_is_found_alike_in_two_rows_is_one_finding_of_both(comparison: Comparison) -> None:
    first, second, *_ = comparison.findings
    again = replace(first, rows=("R90", "R91"), severity=0.0)
    assert merged((first, second, again)) == (replace(first, rows=(*first.rows, "R90", "R91")), second)


@pytest.mark.parametrize("arrangement", ["list", "columns"])
def test_the_text_tells_each_once(comparison: Comparison, arrangement: str) -> None:
    text = plain.render(comparison, Layout(width=1000, arrangement=arrangement))
    told = Counter(line.strip() for line in text.splitlines() if line.startswith("    * "))
    assert told == Counter(f"* {finding.told}" for finding in finding_views(comparison) if finding.kind != "omission")


def test_markdown_tells_each_once(comparison: Comparison) -> None:
    lines = markdown.render(comparison, Layout()).partition("## Findings and reasons")[2].splitlines()
    for finding in finding_views(comparison):
        expected = 0 if finding.kind == "omission" else 1
        assert sum(escaped(finding.told) in line for line in lines) == expected


def test_each_row_still_has_its_own(comparison: Comparison) -> None:
    """The panel that says why, the web page and the spreadsheet tell a row by itself."""
    standing = Counter(finding for row in row_views(comparison) for finding in row.findings)
    views = [finding for finding in finding_views(comparison) if finding.kind != "omission"]
    assert all(standing[finding] == len(finding.rows) for finding in views)
