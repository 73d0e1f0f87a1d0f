"""Whole reports that one can read: five calls, in text and in JSON.

After a change that is meant: `READCOMPARE_REWRITE_GOLDEN=1 make test`, and read the difference.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from readcompare import compare
from readcompare.reports import plain, records
from readcompare.reports.interface import Layout

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
CALLS = ("2021-11-10-de-ru", "2021-11-15-de-by", "2014-03-06-us-ru", "2022-02-14-us-uk", "2025-03-18-us-ru")


def check(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("READCOMPARE_REWRITE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("call", CALLS)
def test_the_report_reads_as_it_did(root: Path, call: str) -> None:
    comparison = compare(root / "readouts" / call / "comparison.yaml")
    check(f"{call}.txt", plain.render(comparison, Layout()))


def test_the_record_is_as_it_was(root: Path) -> None:
    comparison = compare(root / "readouts" / CALLS[0] / "comparison.yaml")
    check(f"{CALLS[0]}.json", records.render(comparison, Layout()))


@pytest.mark.parametrize("call", CALLS)
def test_report_and_record_tell_the_same(root: Path, call: str) -> None:
    comparison = compare(root / "readouts" / call / "comparison.yaml")
    record = json.loads(records.render(comparison, Layout()))
    report = " ".join(plain.render(comparison, Layout(width=300)).split())
    for side in record["sides"]:
        for sentence in side["sentences"]:
            assert sentence["id"] in report
    for row in record["rows"]:
        for reason in row["reasons"]:
            assert reason in report or row["kind"] == "same"


def test_the_record_has_the_keys_of_schema_1(root: Path) -> None:
    record = records.record(compare(root / "readouts" / CALLS[0] / "comparison.yaml"))
    assert list(record) == [
        "readcompare",
        "schema",
        "comparison",
        "sides",
        "rows",
        "findings",
        "glance",
        "notes",
        "acts",
    ]
    assert list(record["comparison"]) == ["title", "date", "participants", "recipe"]
    assert list(record["sides"][0]) == [
        "id", "letter", "name", "language", "source", "sha256", "complete", "words", "text", "sentences",
    ]  # fmt: skip
    assert list(record["sides"][0]["sentences"][0]) == ["id", "start", "end", "text", "paragraph"]
    assert list(record["rows"][0]) == [
        "id", "kind", "a", "b", "score", "certainty", "origin", "moved", "reasons", "note",
    ]  # fmt: skip
    assert list(record["findings"][0]) == ["kind", "severity", "confidence", "summary", "rows", "evidence"]
    assert list(record["findings"][0]["evidence"][0]) == ["sentence", "start", "end", "text"]
    assert record["glance"]["initiator"] == {"a": None, "b": "germany"}
