"""Do the two sides call one thing by different names?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from readcompare.engine.checks.interface import Pairing, RowSide, excerpt
from readcompare.lexicon.entries import Mention
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt

CONVENTIONS = frozenset(["by_name", "kyiv_name", "ua_prep"])
"""Families of spellings: which one a text uses is a convention of its country."""
_CONVENTION = 0.15
_CONFIDENCE, _POSSIBLE = 0.8, 0.6

Names = Mapping[str, list[tuple[Mention, Excerpt]]]
"""The names that a side uses, by what they name."""


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each row and thing that both sides name, and by no common name.

    In a match also such words as "war" and "crisis", which the lexicon of concepts holds for rivals (`referent`):
    marked as possible, for they may be two things.
    """
    for row, a, b in pairing.two_sided():
        told_already: list[Excerpt] = []
        for family, (first, second) in _rivals(_families(a), _families(b)).items():
            told_already += [place for _, place in (*first, *second)]
            gap = abs(_charge(first) - _charge(second))
            severity = _CONVENTION if family in CONVENTIONS else min(1.0, 0.4 + 0.1 * gap)
            told = "Spelled by another convention" if family in CONVENTIONS else "Two names for the same thing"
            confidence = pairing.confidence(row, _CONFIDENCE)
            yield _finding((row.id,), told, (a, first), (b, second), (severity, confidence))
        if not row.kind.is_match:
            continue
        for first, second in _rivals(_referents(a), _referents(b)).values():
            if any(_meet(one, other) for _, one in (*first, *second) for other in told_already):
                continue
            confidence = pairing.confidence(row, _POSSIBLE)
            yield _finding(
                (row.id,), "Possibly two names for the same thing", (a, first), (b, second), (0.45, confidence)
            )


def _finding(
    rows: tuple[str, ...],
    told: str,
    a: tuple[RowSide, list[tuple[Mention, Excerpt]]],
    b: tuple[RowSide, list[tuple[Mention, Excerpt]]],
    weight: tuple[float, float],
) -> Finding:
    places = [[place for _, place in names] for _, names in (a, b)]
    names = " · ".join(f"{side.name}: {side.words(found)}" for (side, _), found in zip((a, b), places, strict=True))
    return Finding(
        kind=FindingKind.TERM,
        severity=round(weight[0], 4),
        confidence=weight[1],
        summary=f"{told}. {names}.",
        rows=rows,
        evidence=(*places[0], *places[1]),
    )


def _rivals(a: Names, b: Names) -> dict[str, tuple[list[tuple[Mention, Excerpt]], list[tuple[Mention, Excerpt]]]]:
    return {
        thing: (names, b[thing])
        for thing, names in a.items()
        if thing in b and not {mention.id for mention, _ in names} & {mention.id for mention, _ in b[thing]}
    }


def _families(side: RowSide) -> Names:
    found: dict[str, list[tuple[Mention, Excerpt]]] = defaultdict(list)
    for sentence, mention in side.mentions("term_families"):
        found[mention.entry.text("family")].append((mention, excerpt(sentence, mention)))
    return found


def _referents(side: RowSide) -> Names:
    """Words of the concept lexicon for what has rival names: a war, a crisis and a situation may be one thing."""
    found: dict[str, list[tuple[Mention, Excerpt]]] = defaultdict(list)
    for sentence, mention in side.mentions("bridge"):
        referent = mention.entry.text("referent")
        if referent:
            found[referent].append((mention, excerpt(sentence, mention)))
    return found


def _charge(names: list[tuple[Mention, Excerpt]]) -> float:
    return max((mention.entry.number("charge") for mention, _ in names), key=abs)


def _meet(one: Excerpt, other: Excerpt) -> bool:
    return one.sentence == other.sentence and one.span.overlap(other.span) > 0
