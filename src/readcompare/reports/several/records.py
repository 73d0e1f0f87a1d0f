"""Several accounts as a record for other programs: JSON, schema 1, of the kind `synopsis`."""

from __future__ import annotations

import json
from typing import Any

from readcompare.model.synopsis import KIND, Cell, Synopsis, SynopsisRow, pair_name
from readcompare.reports.interface import Layout
from readcompare.reports.records import record as record_of_two
from readcompare.reports.records import side_record
from readcompare.views.several_outline import PairFinding, several_outline

_OF_PAIR = ("rows", "findings", "glance", "notes", "histories", "acts")
"""What a comparison of two adds to its sides."""


def render(synopsis: Synopsis, layout: Layout) -> str:
    """JSON; `start` and `end` count characters (code points) of the side's verbatim `text`."""
    return json.dumps(record(synopsis), ensure_ascii=layout.ascii_only, indent=1) + "\n"


def record(synopsis: Synopsis) -> dict[str, Any]:
    """The table and every comparison that it is joined from, as plain dictionaries, lists, strings and numbers.

    `sides` stand once; each of `pairs` is what a record of two says beside its sides. `findings` tells in which order
    they are reported, and where in the table: they stand in full with their pairs.
    """
    pairs = [record_of_two(comparison) for comparison in synopsis.comparisons]
    told = several_outline(synopsis)
    return {
        "readcompare": pairs[0]["readcompare"],
        "schema": pairs[0]["schema"],
        "kind": KIND,
        "comparison": {key: pairs[0]["comparison"][key] for key in ("title", "date", "participants")},
        "sides": [side_record(document) for document in synopsis.documents],
        "pivot": synopsis.pivot,
        "rows": [_row(synopsis, row, view.label) for row, view in zip(synopsis.rows, told.rows, strict=True)],
        "findings": [_finding(found) for found in told.findings],
        "pairs": [
            {
                "pair": pair_name(comparison),
                "recipe": pair["comparison"]["recipe"],
                **{key: pair[key] for key in _OF_PAIR},
            }
            for comparison, pair in zip(synopsis.comparisons, pairs, strict=True)
        ],
    }


def _row(synopsis: Synopsis, row: SynopsisRow, label: str) -> dict[str, Any]:
    letters = [document.letter for document in synopsis.documents]
    return {
        "id": row.id,
        "standing": row.standing,
        "label": label,
        "own": list(row.own),
        "cells": {letter: _cell(cell) for letter, cell in zip(letters, row.cells, strict=True)},
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "sentences": list(cell.sentences),
        "rows": [{"pair": place.pair, "row": place.row} for place in cell.rows],
    }


def _finding(found: PairFinding) -> dict[str, Any]:
    return {
        "id": found.id,
        "pair": found.pair,
        "number": found.number,
        "kind": found.view.kind,
        "summary": found.view.summary,
        "rows": list(found.rows),
    }
