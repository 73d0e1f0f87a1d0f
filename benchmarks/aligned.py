"""Score the aligner on a sentence-aligned set in plain files: `python benchmarks/aligned.py A B LINKS`.

A and B hold one sentence a line. LINKS holds one bead a line, sentences counted from 0 as vecalign, Bertalign and
hunalign's ladders print them: `[0, 1]:[0]` or `0,1:0` for two sentences of A and one of B, `[4]:[]` for a sentence
without a counterpart (it may also be left out). What follows a second colon, a cost, is ignored; so are empty lines
and lines that begin with #.

Two scores, as in the literature (Sennrich and Volk 2010; Thompson and Koehn 2019): strict counts a bead as right when
all its sentences are right, lax when it shares a sentence of A and a sentence of B with a right one. Links counts
single sentence pairs, as `readcompare evaluate` does. Beads without a counterpart count for one-sided alone.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from readcompare import compare
from readcompare.evaluation.corpus import line_of
from readcompare.evaluation.scoring import Counts
from readcompare.model.text import Span

_BEAD = re.compile(r"\[?([\d\s,]*)\]?\s*:\s*\[?([\d\s,]*)\]?\s*(?::.*)?")


class Bead(NamedTuple):
    """Lines of A and of B that answer each other, from 0."""

    a: frozenset[int]
    b: frozenset[int]


def main() -> None:
    """Print precision, recall and F1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("a", type=Path)
    parser.add_argument("b", type=Path)
    parser.add_argument("links", type=Path)
    parser.add_argument("--lang-a", default=None, metavar="CODE")
    parser.add_argument("--lang-b", default=None, metavar="CODE")
    given = parser.parse_args()
    lines = [path.read_text(encoding="utf-8").splitlines() for path in (given.a, given.b)]
    gold = read_beads(given.links)
    found = aligned(lines[0], lines[1], (given.lang_a, given.lang_b))
    print(f"{len(lines[0])} and {len(lines[1])} lines, {len(gold)} beads\n{'':12}{'P':>6}{'R':>6}{'F1':>6}")
    for name, counts in scores(found, gold, (len(lines[0]), len(lines[1]))).items():
        print(f"{name:12}{counts.precision:6.3f}{counts.recall:6.3f}{counts.f1:6.3f}")


def read_beads(path: Path) -> set[Bead]:
    """The beads of a file; SystemExit that names the line which is none."""
    beads = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _BEAD.fullmatch(line.strip())
        if not found:
            sys.exit(f"{path}:{number}: this is no bead; write [0, 1]:[0]")
        a, b = (frozenset(map(int, re.findall(r"\d+", part))) for part in found.groups())
        beads.add(Bead(a, b))
    return beads


def aligned(a: list[str], b: list[str], languages: tuple[str | None, str | None]) -> set[Bead]:
    """What the aligner finds, a bead a row, in the lines of the files."""
    texts = ["\n\n".join(lines) for lines in (a, b)]
    comparison = compare(*texts, languages=languages)
    numbers = [
        {sentence.id: line_of(sentence, _spans(lines)) - 1 for sentence in document.sentences}
        for document, lines in zip(comparison.documents, (a, b), strict=True)
    ]
    return {
        Bead(frozenset(numbers[0][name] for name in row.a), frozenset(numbers[1][name] for name in row.b))
        for row in comparison.rows
        if row.kind.is_match
    }


def scores(found: set[Bead], gold: set[Bead], sizes: tuple[int, int]) -> dict[str, Counts]:
    """Counts by kind of score."""
    right = {bead for bead in gold if bead.a and bead.b}
    pairs = [_pairs(beads) for beads in (found, right)]
    alone = [_alone(each, sizes) for each in pairs]

    def touched(bead: Bead, others: Iterable[Bead]) -> bool:
        return any(bead.a & other.a and bead.b & other.b for other in others)

    return {
        "strict": _counts(found, right),
        "lax": Counts(
            sum(touched(bead, right) for bead in found),
            sum(not touched(bead, right) for bead in found),
            sum(not touched(bead, found) for bead in right),
        ),
        "links": _counts(*pairs),
        "one-sided": _counts(*alone),
    }


def _counts(found: set[Bead], right: set[Bead]) -> Counts:
    return Counts(len(found & right), len(found - right), len(right - found))


def _pairs(beads: Iterable[Bead]) -> set[Bead]:
    return {Bead(frozenset([a]), frozenset([b])) for bead in beads for a in bead.a for b in bead.b}


def _alone(pairs: set[Bead], sizes: tuple[int, int]) -> set[Bead]:
    linked = [frozenset(chain) for chain in zip(*((min(p.a), min(p.b)) for p in pairs), strict=True)] or [
        frozenset()
    ] * 2
    nobody: frozenset[int] = frozenset()
    return {Bead(frozenset([a]), nobody) for a in range(sizes[0]) if a not in linked[0]} | {
        Bead(nobody, frozenset([b])) for b in range(sizes[1]) if b not in linked[1]
    }


def _spans(lines: list[str]) -> list[Span]:
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 2
    return spans


if __name__ == "__main__":
    main()
