"""Which sentences does only one side have, and which of them would a careful reader report first?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readcompare.engine.checks.interface import Pairing
from readcompare.engine.voice import Manner
from readcompare.model.alignment import Certainty, Row, RowKind
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt

_SURE, _UNSURE = 0.8, 0.5
_STRONG = 7.0
"""Force from which an act is a demand, a condemnation or a warning."""
_FULL = 8.0
"""Weight of the terms of a sentence beyond which more of them do not make it more newsworthy."""
_MANNERS = {Manner.OPENING: 0.05, Manner.CLOSING: 0.05, Manner.TOPIC: 0.15, Manner.JOINT: 0.3, Manner.UNNAMED: 0.4}


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
    for sentence_id, standing in rows.items():
        if sentence_id not in matched:
            yield _finding(pairing, standing, sentence_id)


def newsworthiness(pairing: Pairing, sentence_id: str) -> float:
    """0..1: what is put in the other side's mouth, then demands, condemnations and warnings, numbers, then the rest."""
    record, voice = pairing.record(sentence_id), pairing.voice(sentence_id)
    fullness = min(1.0, record.weight / _FULL)
    if voice.manner is not Manner.OWN:
        value = _MANNERS[voice.manner]
    else:
        home = pairing.cast.homes.get(sentence_id[0])
        is_other = home is not None and pairing.cast.leader(home) not in voice.actors
        value = 0.6 if is_other else 0.5
    strong = 0.15 if record.act.force >= _STRONG and voice.manner is not Manner.TOPIC else 0.0
    numbers = 0.05 if any(key.startswith(("n:", "date:", "time:")) for key in record.terms) else 0.0
    return round(min(1.0, value + strong + numbers + 0.25 * fullness), 4)


def _finding(pairing: Pairing, rows: Sequence[Row], sentence_id: str) -> Finding:
    document = pairing.document(sentence_id)
    other = pairing.documents[1] if document is pairing.documents[0] else pairing.documents[0]
    here, there = document.readout.name, other.readout.name
    rivals = dict.fromkeys(name for row in rows for name in (row.b if sentence_id in row.a else row.a))
    if rivals:
        answers = ", ".join(rivals)
        told = f"the readout of {there} states something different on this ({answers})."
    elif other.readout.complete:
        told = f"this is not mentioned in {there}."
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
