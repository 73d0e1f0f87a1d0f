"""The JSON Schema of the comparison file, for editors: completion, help and faults while one writes."""

from __future__ import annotations

from pathlib import Path

_FILE = Path(__file__).resolve().parent / "comparison.schema.json"


def comparison_schema() -> str:
    """The schema as the text of a file (JSON Schema draft 7, which editors understand best)."""
    return _FILE.read_text(encoding="utf-8")
