"""Does one side use a stronger verb for the same point?"""

from __future__ import annotations

from collections.abc import Iterator

from readcompare.engine.checks.interface import Pairing
from readcompare.model.acts import ActType, ReportedAct
from readcompare.model.alignment import Row
from readcompare.model.findings import Finding, FindingKind

_STEP = 3.0
"""Difference on the ladder of force (0..10) from which two verbs are not the same act."""
_COURTESIES = frozenset([ActType.THANK, ActType.WELCOME])
"""What pleases or is owed: it presses nobody, and that only one side is pleased is told as a judgement."""
_SAYING = frozenset([ActType.STRESS, ActType.INFORM])
"""To stress something, to tell it and to discuss it press nobody: beside each other they are no difference of force."""
_LEAST = 0.1
_CONFIDENCE = 0.6


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each match whose leading acts differ in force, told of the two that differ most.

    What is agreed on one side and only said on the other differs, however near the verbs stand on the ladder.
    Severity grows with the difference on the ladder. The stance is told apart: force is no hostility.
    """
    for row, a, b in pairing.told():
        pairs = _acts(pairing, row)
        if not pairs:
            continue
        first, second = max(pairs, key=_order)
        step = abs(first.force - second.force)
        if step < _STEP and not _is_settled_alone(first, second):
            continue
        told = " · ".join(
            f"{side.name}: {side.words([act.verb])} ({act.force:g} of 10, {act.stance})"
            for side, act in ((a, first), (b, second))
        )
        yield Finding(
            kind=FindingKind.FORCE,
            severity=round(min(1.0, _LEAST + step / 10), 4),
            confidence=pairing.confidence(row, _CONFIDENCE),
            summary=f"The verbs for this point differ in force. {told}.",
            rows=(row.id,),
            evidence=(first.verb, second.verb),
        )


def _order(pair: tuple[ReportedAct, ReportedAct]) -> float:
    return abs(pair[0].force - pair[1].force)


def _is_settled_alone(first: ReportedAct, second: ReportedAct) -> bool:
    """True where one side tells as agreed what the other one tells as said: whatever the verbs, that binds more."""
    types = {first.type, second.type}
    return ActType.AGREE in types and not types.isdisjoint(_SAYING)


def _acts(pairing: Pairing, row: Row) -> list[tuple[ReportedAct, ReportedAct]]:
    """The leading acts of unlike types that meet in the row; that a call took place, and a courtesy, is none."""
    leading = [(a.leading, b.leading) for a, b in pairing.meetings(row) if not a.is_opening and not b.is_opening]
    return [(first, second) for first, second in leading if first and second and _is_told({first.type, second.type})]


def _is_told(types: set[ActType]) -> bool:
    """True for two types whose difference in force says something."""
    return len(types) > 1 and not types & _COURTESIES and types - _SAYING != {ActType.TOPIC}
