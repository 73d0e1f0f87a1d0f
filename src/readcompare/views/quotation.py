"""A row as a quotation: the verbatim words of each side with where they stand."""

from __future__ import annotations

from collections.abc import Iterable

from readcompare.model.alignment import Row
from readcompare.model.comparison import Comparison
from readcompare.model.text import Document, Wording
from readcompare.views.passages import visible


def quotation(comparison: Comparison, row: Row) -> str:
    """The sentences of `row`, a line for each side, each with its source; ends without a line end."""
    sides = ((comparison.a, row.a), (comparison.b, row.b))
    return "\n".join(_side(document, ids) for document, ids in sides if ids)


def quoted(document: Document, words: str, ids: Iterable[str]) -> str:
    """Words of the sentences `ids` with their source, on one line."""
    readout = document.readout
    about = [readout.name, f"sentence {' '.join(ids)}", f"language {readout.language}"]
    if readout.published:
        about.append(f"published {readout.published}")
    if readout.wording not in (None, Wording.OFFICIAL):
        about.append(f"wording: {readout.wording}")
    if readout.source:
        about.append(readout.source)
    return f"“{visible(words)}” ({visible(', '.join(about))})"


def _side(document: Document, ids: Iterable[str]) -> str:
    return quoted(document, " ".join(document.text_of(document.sentence(one)) for one in ids), ids)
