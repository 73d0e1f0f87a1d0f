"""How far a second careful reader agrees with the annotations of `readouts/`: `python benchmarks/second_reader.py`.

`second-reader/` holds what that reader found: rows without a look at the first reader's, then, on the first reader's
rows, what differs in emphasis and which omissions come first. The figures are the second reader's, scored as the
program is; the last paragraph sets what the program tells on the same rows beside what the two readers name.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from readcompare.evaluation.corpus import read_corpus
from readcompare.evaluation.findings import FIRST, Placed, on_annotated_rows
from readcompare.evaluation.scoring import Answer, Counts, Score, score
from readcompare.intake import Wishes, read_file
from readcompare.runner import run_prepared
from readcompare.sources.gold import EMPHASIS_KINDS, Emphasis, Gold, read_gold

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(__file__).parent / "second-reader"

Named = set[tuple[str, str, str]]
"""What is said to differ: call, row, kind."""


def main() -> None:
    """Print the figures."""
    rows, first, second, told = Score(), Named(), Named(), Named()
    salient = Counts()
    for case in read_corpus(str(ROOT / "readouts")):
        other = read_gold(str(FOLDER / f"{case.call}.yaml"))
        rows += score(answer(other), case.answer)
        placed = on_annotated_rows(case, run_prepared(read_file(case.path, Wishes(matcher="lexical"))))
        first |= named(placed, case.gold.emphasis)
        second |= named(placed, other.emphasis)
        told |= {
            (case.call, row, one.kind) for one in placed.findings if one.kind in EMPHASIS_KINDS for row in one.rows
        }
        salient += first_named(case.gold, other)
    sys.stdout.write("\n".join(lines(rows, first, second, told, salient)) + "\n")


def answer(other: Gold) -> Answer:
    """The other reader's rows."""
    one_sided = {f"A{n}" for n in other.only_a} | {f"B{n}" for n in other.only_b}
    links = frozenset((link.a, link.b) for link in other.links)
    return Answer(links=links, competing=frozenset(other.competing), one_sided=frozenset(one_sided))


def named(placed: Placed, emphasis: Iterable[Emphasis]) -> Named:
    """What a reader names, by the rows in which it stands."""
    rows = [(row.id, placed.lines(row.a), placed.lines(row.b)) for row in placed.rows]
    return {
        (placed.case.call, next((name for name, a, b in rows if one.a in a and one.b in b), "none"), one.kind)
        for one in emphasis
    }


def first_named(gold: Gold, other: Gold) -> Counts:
    """The texts whose most salient omission the other reader has among the first, and those where it is not."""
    return sum(
        (
            Counts(wanted[0] in found[:FIRST], 0, wanted[0] not in found[:FIRST])
            for wanted, found in zip(gold.salience, other.salience, strict=True)
            if wanted
        ),
        Counts(),
    )


def lines(rows: Score, first: Named, second: Named, told: Named, salient: Counts) -> Iterator[str]:
    """The report."""
    head = f"{'':24}{'P':>5} {'R':>5} {'F1':>5}"
    yield from ("Rows of a second reader", head)
    for name, counts in (("links", rows.links), ("one-sided", rows.one_sided), ("competing", rows.competing)):
        yield line(name, counts)
    yield from ("", "Emphasis by a second reader, by row and kind", head)
    for kind in EMPHASIS_KINDS:
        yield line(kind, agreement(*({one for one in side if one[2] == kind} for side in (second, first))))
    yield line("all", agreement(second, first))
    yield f"most salient omission among the first {FIRST}: {salient.right} of {salient.right + salient.missed} texts"
    yield from ("", "The program beside both readers, on the annotated rows")
    either, both = first | second, first & second
    yield f"of {len(told)} differences that it tells the first reader names {len(told & first)}, the second one"
    yield f"{len(told & second)}, either of them {len(told & either)} ({len(told & either) / len(told):.2f});"
    yield f"of {len(both)} that both name it tells {len(told & both)} ({len(told & both) / len(both):.2f})"


def agreement(found: Named, wanted: Named) -> Counts:
    """How much of the one is in the other."""
    return Counts(len(found & wanted), len(found - wanted), len(wanted - found))


def line(name: str, counts: Counts) -> str:
    """One line of figures."""
    return f"{name:24}{counts.precision:5.2f} {counts.recall:5.2f} {counts.f1:5.2f}"


if __name__ == "__main__":
    main()
