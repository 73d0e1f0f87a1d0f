"""What dictionaries are worth where little is known: `python benchmarks/dictionaries.py FILE[:LANGUAGES]...`.

Takes the language versions of one side of a call in `readouts/`, line for line the same sentences, the second one
shuffled, and scores the links that are found with and without the dictionaries: once with all shipped lexicons, once
without the layers `bridge` and `term_families`, so that most words are unknown. The lexicons were made with these
texts in view; only the difference that the dictionaries make says something.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from readcompare import runner
from readcompare.evaluation.scoring import Counts
from readcompare.intake import Inputs, Wishes, make_readout, with_named
from readcompare.lexicon.matcher import Matcher
from readcompare.model.call import Call
from readcompare.model.recipe import Recipe
from readcompare.runner import run
from readcompare.sources.lexicon_files import shipped_lexicons, shipped_matcher

READOUTS = Path(__file__).resolve().parent.parent / "readouts"
PAIRS = (("de", "en"), ("en", "ru"), ("de", "ru"))
FEWEST = 4  # sentences that a text needs to be shuffled
TAKEN_AWAY = ("bridge", "term_families")


class Versions(NamedTuple):
    """One text in two languages, a line a sentence."""

    languages: tuple[str, str]
    a: Sequence[str]
    b: Sequence[str]


def main() -> None:
    """Print sentences, precision, recall and F1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dictionaries", nargs="+", metavar="FILE")
    dictionaries = tuple(parser.parse_args().dictionaries)
    cases = list(versions())
    print(f"{'':44}{'sentences':>9}{'P':>7}{'R':>7}{'F1':>7}")
    for name, matcher in (("all lexicons", shipped_matcher), ("without bridge and families", poor_matcher)):
        for given in ((), dictionaries):
            total: defaultdict[str, Counts] = defaultdict(Counts)
            with patch.object(runner, "shipped_matcher", matcher):
                for number, case in enumerate(cases):
                    total["-".join(case.languages)] += counts(case, given, number)
            for pair, found in total.items():
                told = f"{name}, {'dictionaries' if given else 'no dictionary'}"
                figures = f"{found.precision:7.3f}{found.recall:7.3f}{found.f1:7.3f}"
                print(f"{told:44}{pair}{found.right + found.missed:6}{figures}")


@cache
def poor_matcher(language: str) -> Matcher:
    """The shipped lexicons without the layers that know most words."""
    return Matcher([lexicon for lexicon in shipped_lexicons() if lexicon.name not in TAKEN_AWAY], language)


def versions() -> Iterator[Versions]:
    """All texts of `readouts/` that have the same number of lines in two languages."""
    for folder in sorted(path for path in READOUTS.iterdir() if path.is_dir()):
        sides: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
        for path in sorted(folder.glob("*.*.txt")):
            side, language, _ = path.name.split(".")
            sides[side][language] = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        for texts in sides.values():
            for a, b in PAIRS:
                if FEWEST <= len(texts.get(a, ())) == len(texts.get(b, ())):
                    yield Versions((a, b), texts[a], texts[b])


def counts(case: Versions, dictionaries: tuple[str, ...], seed: int) -> Counts:
    """Right, false and missed links of one text with its shuffled version."""
    order = list(range(len(case.b)))
    random.Random(seed).shuffle(order)  # noqa: S311 - no secret
    a, _ = make_readout("\n\n".join(case.a), side_id="a", name="a", language=case.languages[0])
    b, _ = make_readout(
        "\n\n".join(case.b[number] for number in order), side_id="b", name="b", language=case.languages[1]
    )
    inputs = Inputs(a, b, Call(title="versions"), Recipe(), ())
    comparison = run(with_named(inputs, Wishes(dictionaries=dictionaries)))
    found = {
        (comparison.a.sentence(one).paragraph - 1, order[comparison.b.sentence(other).paragraph - 1])
        for row in comparison.rows
        if row.kind.is_match
        for one in row.a
        for other in row.b
    }
    right = sum(one == other for one, other in found)
    return Counts(right, len(found) - right, len(case.a) - right)


if __name__ == "__main__":
    main()
