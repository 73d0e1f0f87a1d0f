"""Which sentences does only one side have, and which of them would a careful reader report first?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from readcompare.engine.checks.interface import Pairing, RowSide
from readcompare.engine.voice import Manner
from readcompare.model.acts import ActType, ReportedAct
from readcompare.model.alignment import Certainty, Origin, Row, RowKind
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt

_SURE, _UNSURE = 0.8, 0.5
_WEAK = 0.5
"""Probability of a match below which a strong act that has no like there is told as not mentioned."""
_STRONG = 0.65
_STEP = 3.0
"""Difference on the ladder of force (0..10) from which one act does not report the other."""
_FULL = 8.0
"""Weight of the terms of a sentence beyond which more of them do not make it more newsworthy."""
_CONCESSION = 0.85
"""What the other side's leader is said to have agreed to or to have promised, and does not report himself."""
_ACTS: Mapping[ActType, float] = {
    **dict.fromkeys((ActType.CONDEMN, ActType.DEMAND, ActType.ACCUSE, ActType.WARN), 0.7),
    **dict.fromkeys((ActType.URGE, ActType.REQUEST, ActType.DENY), 0.65),
    **dict.fromkeys((ActType.CONCERN, ActType.PROPOSE, ActType.COMMIT), 0.6),
    **dict.fromkeys((ActType.STRESS, ActType.AGREE), 0.5),
    **dict.fromkeys((ActType.INFORM,), 0.45),
    **dict.fromkeys((ActType.WELCOME, ActType.THANK), 0.3),
    ActType.TOPIC: 0.15,
}
"""How newsworthy an act is for itself; what careful readers put first stands first."""
_MANNERS = {Manner.OPENING: 0.05, Manner.CLOSING: 0.05, Manner.TOPIC: 0.15}
_PROTOCOL = 3.0
"""Weight of terms below which a sentence without a topic of substance is protocol."""
_JOINT = 0.6
"""What is left of it when all are said to do it."""


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each sentence without a counterpart, competing ones included, weighed by its newsworthiness."""
    rows: dict[str, list[Row]] = {}
    matched: set[str] = set()
    for row in pairing.rows:
        if row.kind.is_match:
            matched |= {*row.a, *row.b}
        elif row.kind is not RowKind.FRAME:
            for sentence_id in (*row.a, *row.b):
                rows.setdefault(sentence_id, []).append(row)
    for row, a, b in pairing.matched():
        for side, other in ((a, b), (b, a)):
            if row.score < _WEAK and row.origin is Origin.AUTO and _is_unanswered(side, other):
                for sentence_id in side.sentences:
                    rows.setdefault(sentence_id, []).append(row)
                    matched.discard(sentence_id)
    for sentence_id, standing in rows.items():
        if sentence_id not in matched:
            yield _finding(pairing, standing, sentence_id)


def _is_unanswered(side: RowSide, other: RowSide) -> bool:
    """True for a demand, a condemnation or the like of which the sentence beside it reports nothing."""
    strong = max((act.force for act in side.acts if _ACTS[act.type] >= _STRONG), default=0.0)
    return strong - max((act.force for act in other.acts), default=0.0) >= _STEP


def newsworthiness(pairing: Pairing, sentence_id: str) -> float:
    """0..1: what is put in the other side's mouth, then demands, condemnations and warnings, numbers, then the rest."""
    record, voice, acts = pairing.record(sentence_id), pairing.voice(sentence_id), pairing.acts_of(sentence_id)
    if not record.topics and record.weight < _PROTOCOL and voice.manner is not Manner.OPENING:
        value = _ACTS[ActType.TOPIC]
    elif voice.manner in _MANNERS:
        value = _MANNERS[voice.manner]
    else:
        value = max((_weight(pairing, sentence_id, act) for act in acts), default=_ACTS[ActType.INFORM])
    numbers = 0.05 if any(key.startswith(("n:", "date:", "time:")) for key in record.terms) else 0.0
    return round(min(1.0, value + numbers + 0.2 * min(1.0, record.weight / _FULL)), 4)


def _weight(pairing: Pairing, sentence_id: str, act: ReportedAct) -> float:
    home = pairing.cast.homes.get(sentence_id[0])
    own = pairing.cast.names.get(pairing.cast.leader(home) or "") if home else None
    is_other = len(act.actors) == 1 and own is not None and act.actors != (own,)
    if is_other and act.type in (ActType.AGREE, ActType.COMMIT):
        return _CONCESSION
    return _ACTS[act.type] * (_JOINT if act.is_joint else 1.0)


def _finding(pairing: Pairing, rows: Sequence[Row], sentence_id: str) -> Finding:
    document = pairing.document(sentence_id)
    other = pairing.other(document)
    here, there = document.readout.name, other.readout.name
    rivals = dict.fromkeys(name for row in rows for name in (row.b if sentence_id in row.a else row.a))
    if rivals and any(row.kind.is_match for row in rows):
        told = f"the nearest in that of {there} ({', '.join(rivals)}) does not report this act."
    elif rivals:
        answers = ", ".join(rivals)
        told = f"the readout of {there} states something different on this ({answers})."
    elif other.readout.complete:
        told = f"this is not mentioned in that of {there}."
    else:
        told = f"this is not in the excerpt at hand of {there}."
    return Finding(
        kind=FindingKind.OMISSION,
        severity=newsworthiness(pairing, sentence_id),
        confidence=_SURE if all(row.certainty is Certainty.SURE for row in rows) else _UNSURE,
        summary=f"The readout of {here} states {sentence_id}; {told}",
        rows=tuple(row.id for row in rows),
        evidence=(Excerpt(sentence_id, document.sentence(sentence_id).span),),
    )
