"""The comparison as a record for other programs: JSON, schema 1."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from msgspec import to_builtins

from readcompare.model.acts import ReportedAct
from readcompare.model.alignment import Row
from readcompare.model.comparison import Comparison
from readcompare.model.findings import Finding
from readcompare.model.text import Document, Excerpt
from readcompare.reports.interface import Layout
from readcompare.version import __version__

SCHEMA = 1
"""Version of the record's form; it grows when a field changes its meaning or goes."""
SCHEMA_FILE = "result.schema.json"
"""The form of the record as a JSON Schema (draft 2020-12), shipped beside this module."""


def result_schema() -> str:
    """The JSON Schema of the record, of two readouts and of several."""
    return files("readcompare.reports").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")


def render(comparison: Comparison, layout: Layout) -> str:
    """JSON; `start` and `end` count characters (code points) of the side's verbatim `text`."""
    return json.dumps(record(comparison), ensure_ascii=layout.ascii_only, indent=1) + "\n"


def record(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain dictionaries, lists, strings and numbers."""
    return {
        "readcompare": __version__,
        "schema": SCHEMA,
        "comparison": {
            "title": comparison.title,
            "date": comparison.date,
            "participants": list(comparison.participants),
            "recipe": to_builtins(comparison.recipe),
        },
        "sides": [side_record(document) for document in comparison.documents],
        "rows": [_row(comparison, row) for row in comparison.rows],
        "findings": [_finding(comparison, finding) for finding in comparison.findings],
        "glance": {fact: {"a": a, "b": b} for fact, (a, b) in to_builtins(comparison.glance).items()},
        "notes": list(comparison.notes),
        "histories": {
            side: to_builtins(one) if one else None for side, one in zip("ab", comparison.histories, strict=True)
        },
        "acts": [_act(comparison, act) for side in comparison.acts for acts in side for act in acts],
    }


def side_record(document: Document) -> dict[str, Any]:
    """A side with its text and its sentences."""
    readout = document.readout
    return {
        "id": readout.id,
        "letter": document.letter,
        "name": readout.name,
        "language": readout.language,
        "source": readout.source,
        "sha256": readout.sha256,
        "published": readout.published,
        "wording": readout.wording,
        "complete": readout.complete,
        "words": document.words,
        "text": readout.text,
        "sentences": [
            {
                "id": sentence.id,
                "start": sentence.span.start,
                "end": sentence.span.end,
                "text": document.text_of(sentence),
                "paragraph": sentence.paragraph,
            }
            for sentence in document.sentences
        ],
    }


def _row(comparison: Comparison, row: Row) -> dict[str, Any]:
    return {
        "id": row.id,
        "kind": row.kind,
        "a": list(row.a),
        "b": list(row.b),
        "score": round(row.score, 4),
        "certainty": row.certainty,
        "origin": row.origin,
        "moved": row.moved,
        "nearest": row.nearest,
        "reasons": list(row.reasons),
        "note": row.note,
        "labels": list(row.labels),
        "edits": [
            {
                "kind": edit.kind,
                "a": [_excerpt(comparison, excerpt) for excerpt in edit.a],
                "b": [_excerpt(comparison, excerpt) for excerpt in edit.b],
            }
            for edit in row.edits
        ],
    }


def _act(comparison: Comparison, act: ReportedAct) -> dict[str, Any]:
    return {
        **_excerpt(comparison, act.verb),
        "actor": act.actor,
        "actors": list(act.actors),
        "inherited": act.inherited,
        "type": act.type,
        "force": act.force,
        "stance": act.stance,
        "addressee": act.addressee,
    }


def _finding(comparison: Comparison, finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "severity": round(finding.severity, 4),
        "confidence": round(finding.confidence, 4),
        "summary": finding.summary,
        "rows": list(finding.rows),
        "evidence": [_excerpt(comparison, excerpt) for excerpt in finding.evidence],
    }


def _excerpt(comparison: Comparison, excerpt: Excerpt) -> dict[str, Any]:
    document, _ = comparison.sentence(excerpt.sentence)
    span = excerpt.span
    return {
        "sentence": excerpt.sentence,
        "start": span.start,
        "end": span.end,
        "text": span.of(document.readout.text),
    }
