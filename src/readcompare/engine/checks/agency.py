"""Do the two sides name different people as the ones who act?"""

from __future__ import annotations

from collections.abc import Iterator

from readcompare.engine.checks.interface import Pairing, RowSide
from readcompare.model.acts import ActType, ReportedAct
from readcompare.model.findings import Finding, FindingKind

_REATTRIBUTED, _COLLECTIVE, _NOT_STATED = 0.6, 0.5, 0.45
_IMPERSONAL = {"russia": 0.2}
"""Share of the sentences of a country's readouts whose actor is not stated, where it is a habit of the house."""
_CONFIDENCE = 0.55


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each match in which one side names one who acts and the other names somebody else, or nobody.

    That both spoke on one side and "was discussed" on the other is no shift: it says the same. Nor is "it was agreed"
    beside "both agreed": nobody agrees alone.
    """
    for row, a, b in pairing.told():
        shifts = [found for one, other in pairing.meetings(row) if (found := _shift(one, other))]
        if not shifts:
            continue
        first, second, severity = max(shifts, key=lambda shift: shift[2])
        told = " · ".join(
            f"{side.name}: {act.actor} ({side.words([act.verb])})" for side, act in ((a, first), (b, second))
        )
        yield Finding(
            kind=FindingKind.AGENCY,
            severity=round(severity * _house_style(pairing, first, second), 4),
            confidence=pairing.by_small_words(row, _CONFIDENCE),
            summary=f"The readouts name different actors on this point. {told}.",
            rows=(row.id,),
            evidence=(first.verb, second.verb),
        )


def _house_style(pairing: Pairing, *acts: ReportedAct) -> float:
    """What is left of the severity when a publisher who often names no actor names none (findings.md, G3)."""
    silent = [act for act in acts if not act.actors]
    rates = [_IMPERSONAL.get(pairing.cast.homes.get(act.verb.sentence[0], ""), 0.0) for act in silent]
    return max(0.3, 1 - max(rates, default=0.0))


def _shift(a: RowSide, b: RowSide) -> tuple[ReportedAct, ReportedAct, float] | None:
    """The act of each side that shows the shift, and its severity; None when the sides name the same ones."""
    first, second = a.leading, b.leading
    if not first or not second or a.is_opening or b.is_opening:
        return None
    if {act.actors for act in a.acts} & {act.actors for act in b.acts}:
        return None
    single = [act for act in (first, second) if len(act.actors) == 1 and not act.is_joint]
    if len(single) == 2:
        return first, second, _REATTRIBUTED
    if single:
        is_joint = first.is_joint or second.is_joint
        return first, second, _COLLECTIVE if is_joint else _NOT_STATED
    if {ActType.TOPIC, ActType.AGREE} & {first.type, second.type} or first.actors == second.actors:
        return None
    return first, second, _NOT_STATED
