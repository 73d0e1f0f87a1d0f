"""What lexicons know of texts: for people, and as a record for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from msgspec import to_builtins

from readcompare.model.coverage import Coverage
from readcompare.views.passages import visible


def as_text(found: Sequence[Coverage]) -> str:
    """A block for each text: the share of known words, the layers, the unknown words by frequency."""
    return "\n".join("".join(f"{line}\n" for line in _lines(one)) for one in found)


def as_json(found: Sequence[Coverage], *, ascii_only: bool) -> str:
    """A list with one record for each text; `share` is 0..1."""
    records = [to_builtins(one) | {"share": round(one.share, 4), "layers": dict(one.layers)} for one in found]
    return json.dumps(records, ensure_ascii=ascii_only, indent=1) + "\n"


def _lines(one: Coverage) -> Iterator[str]:
    share = f", {one.share:.0%}" if one.words else ""
    yield f"{visible(one.name)} ({one.language}): {one.known} of {one.words} words of content are known{share}"
    yield "  by layer: " + ", ".join(f"{name} {count}" for name, count in one.layers)
    if one.unknown:
        yield f"  unknown ({len(one.unknown)} different):"
        width = len(str(one.unknown[0].count))
        yield from (f"    {unknown.count:{width}}  {visible(unknown.word)}" for unknown in one.unknown)
