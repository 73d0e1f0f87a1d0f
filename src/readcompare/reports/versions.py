"""The versions of one readout against each other, as a unified diff by sentence."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from itertools import pairwise

from readcompare.model.editions import Edition, Editions
from readcompare.views.passages import visible

_CONTEXT = 1  # sentences around a change


def render(found: Sequence[Editions]) -> str:
    """A block for each side: its versions, and what changed from each to the next."""
    return "\n".join("".join(f"{line}\n" for line in _side(one)) for one in found)


def _side(one: Editions) -> Iterator[str]:
    yield f"{visible(one.side)}: {visible(one.address)}"
    if not one.editions:
        yield "  not fetched yet: readcompare fetch"
        return
    for number, edition in enumerate(one.editions, start=1):
        seen = f", last seen {edition.last_seen}" if edition.last_seen != edition.time else ""
        count = len(edition.sentences)
        told = f"{count} sentence{'' if count == 1 else 's'}"
        yield f"  version {number}: {edition.time}{seen}, {told}, sha256 {edition.sha256[:12]}"
        yield f"    {visible(edition.path)}"
    if len(one.editions) == 1:
        yield "  there is one version; nothing was changed since it was fetched"
    for number, (older, newer) in enumerate(pairwise(one.editions), start=1):
        yield ""
        yield from _change(number, older, newer)


def _change(number: int, older: Edition, newer: Edition) -> Iterator[str]:
    facts = [
        f"  the page's {what} was {visible(before or 'not given')}, and is {visible(after or 'not given')}"
        for what, before, after in (
            ("title", older.title, newer.title),
            ("date", older.published, newer.published),
        )
        if before != after
    ]
    before, after = ([visible(sentence) for sentence in edition.sentences] for edition in (older, newer))
    heads = (f"version {number}", f"version {number + 1}", older.time, newer.time)
    diff = [line.rstrip("\n") for line in difflib.unified_diff(before, after, *heads, n=_CONTEXT, lineterm="")]
    if not diff:
        yield f"  version {number} -> {number + 1}: the page changed, its text did not"
    yield from facts
    yield from diff
