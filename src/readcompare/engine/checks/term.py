"""Do the two sides call one thing by different names?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from readcompare.engine.checks.interface import Pairing, RowSide, excerpt
from readcompare.engine.features import PRINCIPAL
from readcompare.lexicon.entries import Mention
from readcompare.model.alignment import Row
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt, Span

_SPELLING = "spelling"
"""The kind of names of which a text uses the one that is its country's convention."""
_OF_ONE_LANGUAGE = frozenset(["ua_prep"])
"""Families of which only one language has both members: its "на" is not rivalled by another language's "in"."""
_CONVENTION = 0.15
_CONFIDENCE, _POSSIBLE = 0.8, 0.6
_POSSIBLE_SEVERITY = 0.45
_BESIDE = 12
"""Characters between two terms of one phrase: a short word or two."""
_NAME_WEIGHT = 0.7
"""Weight from which a term can name a thing."""
_NO_NAMES = ("word:", "n:", "family:")
"""Terms that name nothing that is known, and those of families, which are compared by themselves."""

Named = list[tuple[Mention, Excerpt]]
Names = Mapping[str, Named]
"""The names that a side uses, by what they name."""


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each row and thing that both sides name, and by no common name.

    In a match also such words as "war" and "crisis", which the lexicon of concepts holds for rivals (`referent`):
    marked as possible, for they may be two things. So are different weighty terms of which each stands right beside a
    term that both sides have, in a match without other rival names: they hold the same place.
    """
    for row, a, b in pairing.two_sided():
        told_already: list[Excerpt] = []
        families = _rivals(_families(a), _families(b))
        for family, (first, second) in sorted(families.items(), key=lambda one: (-_severity(*one[1]), one[0])):
            if family in _OF_ONE_LANGUAGE and a.language != b.language:
                continue
            places = _places(first), _places(second)
            is_convention = _is_convention((first, second))
            # Words may stand in several families; what they name is told once, by the family that sees most in it.
            if not is_convention and all(
                any(_meet(one, told) for told in told_already) for one in (*places[0], *places[1])
            ):
                continue
            told_already += [*places[0], *places[1]]
            told = "Spelled by another convention" if is_convention else "Named differently"
            weight = (_severity(first, second), pairing.confidence(row, _CONFIDENCE))
            yield _finding(row, told, (a, places[0]), (b, places[1]), weight)
        if not row.kind.is_match:
            continue
        for first, second in _rivals(_referents(a), _referents(b)).values():
            if any(_meet(one, other) for _, one in (*first, *second) for other in told_already):
                continue
            places = _places(first), _places(second)
            told_already += [*places[0], *places[1]]
            yield _possible(pairing, row, a, b, places)
        beside = None if told_already else _same_place(a, b)
        # "on 5 May" and "on 7 May" are no names.
        if beside and not any(map(str.isdecimal, a.words(beside[0]) + b.words(beside[1]))):
            yield _possible(pairing, row, a, b, beside)


def _severity(first: Named, second: Named) -> float:
    """How much the two names differ in what they charge, and little where they only differ in spelling."""
    return (
        _CONVENTION if _is_convention((first, second)) else min(1.0, 0.4 + 0.1 * abs(_charge(first) - _charge(second)))
    )


def _is_convention(names: tuple[Named, Named]) -> bool:
    return all(mention.entry.text("kind") == _SPELLING for named in names for mention, _ in named)


def _possible(
    pairing: Pairing, row: Row, a: RowSide, b: RowSide, places: tuple[list[Excerpt], list[Excerpt]]
) -> Finding:
    weight = (_POSSIBLE_SEVERITY, pairing.confidence(row, _POSSIBLE))
    return _finding(row, "Possibly named differently", (a, places[0]), (b, places[1]), weight)


def _finding(
    row: Row,
    told: str,
    a: tuple[RowSide, list[Excerpt]],
    b: tuple[RowSide, list[Excerpt]],
    weight: tuple[float, float],
) -> Finding:
    names = " · ".join(f"{side.name}: {side.words(found)}" for side, found in (a, b))
    return Finding(
        kind=FindingKind.TERM,
        severity=round(weight[0], 4),
        confidence=weight[1],
        summary=f"{told}. {names}.",
        rows=(row.id,),
        evidence=(*a[1], *b[1]),
    )


def _places(names: Named) -> list[Excerpt]:
    return [place for _, place in names]


def _rivals(a: Names, b: Names) -> dict[str, tuple[Named, Named]]:
    return {
        thing: (names, b[thing])
        for thing, names in a.items()
        if thing in b and not {mention.id for mention, _ in names} & {mention.id for mention, _ in b[thing]}
    }


def _families(side: RowSide) -> Names:
    found: dict[str, Named] = defaultdict(list)
    for sentence, mention in side.mentions("term_families"):
        found[mention.entry.text("family")].append((mention, excerpt(sentence, mention)))
    return found


def _referents(side: RowSide) -> Names:
    """Words of the concept lexicon for what has rival names: a war, a crisis and a situation may be one thing."""
    found: dict[str, Named] = defaultdict(list)
    for sentence, mention in side.mentions("bridge"):
        referent = mention.entry.text("referent")
        if referent:
            found[referent].append((mention, excerpt(sentence, mention)))
    return found


def _charge(names: Named) -> float:
    return max((mention.entry.number("charge") for mention, _ in names), key=abs)


def _meet(one: Excerpt, other: Excerpt) -> bool:
    return one.sentence == other.sentence and one.span.overlap(other.span) > 0


def _same_place(a: RowSide, b: RowSide) -> tuple[list[Excerpt], list[Excerpt]] | None:
    """Different terms of both sides beside one common term, each told with it: the first such pair.

    The situation in one country is not that in another.
    """
    common = _keys(a) & _keys(b)
    beside_a, beside_b = _beside(a, common), _beside(b, common)
    countries = _countries(a) | _countries(b)
    for anchor in sorted(beside_a.keys() & beside_b.keys()):
        (first, place_a), (second, place_b) = beside_a[anchor], beside_b[anchor]
        if not {first, second} <= countries:
            return [place_a], [place_b]
    return None


def _countries(side: RowSide) -> set[str]:
    named = (mention.entry for _, mention in side.mentions("entities"))
    return {f"entities:{entry.id}" for entry in named if entry.text("kind") == "country"}


def _keys(side: RowSide) -> set[str]:
    return {key for record in side.records for key in record.named}


def _beside(side: RowSide, common: set[str]) -> dict[str, tuple[str, Excerpt]]:
    """For each common term a term beside it which the other side lacks, and the words that the two form."""
    reported = [(sentence, mention.span) for sentence, mention in side.mentions("verbs")]
    found: dict[str, tuple[str, Excerpt]] = {}
    for sentence, record in zip(side.sentences, side.records, strict=True):
        anchors = [(key, term.span) for key, term in record.named.items() if key in common and term.weight > PRINCIPAL]
        for key, term in record.named.items():
            if key in common or key.startswith(_NO_NAMES) or term.weight < _NAME_WEIGHT:
                continue
            if any(at == sentence and term.span.overlap(span) for at, span in reported):
                continue
            for anchor, span in anchors:
                gap = max(term.span.start - span.end, span.start - term.span.end)
                if 0 <= gap <= _BESIDE:
                    whole = Span(min(term.span.start, span.start), max(term.span.end, span.end))
                    found.setdefault(anchor, (key, Excerpt(sentence, whole)))
    return found
