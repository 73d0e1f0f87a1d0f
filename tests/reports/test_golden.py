"""Whole reports that one can read: five calls and one with three sides, in every format that is text.

After a change that is meant: `READCOMPARE_REWRITE_GOLDEN=1 make test`, and read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from readcompare import compare
from readcompare.reports import formats
from readcompare.reports.interface import Layout

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
CALLS = (
    "2021-11-10-de-ru",  # German and Russian
    "2021-11-15-de-by",  # German and English
    "2014-03-06-us-ru",  # English and Russian
    "2022-02-14-us-uk",  # allies, in one language
    "2020-12-07-de-ru",  # one text five times as long as the other
)
SEVERAL = "2014-07-03-de-fr-ru"


def check(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("READCOMPARE_REWRITE_GOLDEN"):
        path.write_text(text, encoding="utf-8", newline="")
    assert text == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("form", ["text", "md", "html", "json", "csv", "diff"])
@pytest.mark.parametrize("call", CALLS)
def test_the_report_reads_as_it_did(root: Path, call: str, form: str) -> None:
    comparison = compare(root / "readouts" / call / "comparison.yaml")
    report = formats.render(form, comparison, Layout())
    assert isinstance(report, str)
    check(f"{call}{formats.ending_of(form)}", report)


@pytest.mark.parametrize("call", CALLS)
def test_the_columns_read_as_they_did(root: Path, call: str) -> None:
    comparison = compare(root / "readouts" / call / "comparison.yaml")
    report = formats.render("text", comparison, Layout(arrangement="columns", width=100))
    assert isinstance(report, str)
    check(f"{call}.columns.txt", report)


@pytest.mark.parametrize("form", ["text", "md", "html", "csv", "diff"])
def test_the_report_on_three_sides_reads_as_it_did(root: Path, form: str) -> None:
    report = formats.render(form, compare(root / "tests" / "several" / SEVERAL / "comparison.yaml"), Layout())
    assert isinstance(report, str)
    check(f"{SEVERAL}{formats.ending_of(form)}", report)


def test_the_columns_of_three_sides_read_as_they_did(root: Path) -> None:
    found = compare(root / "tests" / "several" / SEVERAL / "comparison.yaml")
    report = formats.render("text", found, Layout(arrangement="columns", width=120))
    assert isinstance(report, str)
    check(f"{SEVERAL}.columns.txt", report)
