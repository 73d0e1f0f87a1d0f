"""Which sentences does only one side have, and which of them would a careful reader report first?"""

from __future__ import annotations

from collections.abc import Iterator

from readcompare.engine.checks.interface import Pairing, RowSide
from readcompare.engine.newsworthy import ACTS, Lone, newsworthiness
from readcompare.model.alignment import Certainty, Origin, Row, RowKind
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt

_SURE, _UNSURE = 0.8, 0.5
_WEAK = 0.5
"""Probability of a match below which a strong act that has no like there is told as missing there."""
_STRONG = 0.65
_STEP = 3.0
"""Difference on the ladder of force (0..10) from which one act does not report the other."""


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each sentence without a counterpart, competing ones included, weighed by its newsworthiness."""
    for one in one_sided(pairing):
        yield _finding(one)


def one_sided(pairing: Pairing) -> Iterator[Lone]:
    """The sentences without a counterpart, each with the rows in which it stands."""
    rows: dict[str, list[Row]] = {}
    matched: set[str] = set()
    for row in pairing.rows:
        if row.kind.is_match:
            matched |= {*row.a, *row.b}
        elif row.kind is not RowKind.FRAME:
            for sentence_id in (*row.a, *row.b):
                rows.setdefault(sentence_id, []).append(row)
    for row, a, b in pairing.told():
        for side, other in ((a, b), (b, a)):
            if row.score < _WEAK and row.origin is Origin.AUTO and _is_unanswered(side, other):
                for sentence_id in side.sentences:
                    rows.setdefault(sentence_id, []).append(row)
                    matched.discard(sentence_id)
    for sentence_id, standing in rows.items():
        if sentence_id not in matched and _can_be_missing(pairing, sentence_id):
            yield Lone(pairing, sentence_id, tuple(standing))


def _can_be_missing(pairing: Pairing, sentence_id: str) -> bool:
    """True when the sentence is read, and anything of the other text."""
    other = pairing.other(pairing.document(sentence_id))
    is_other_read = not other.sentences or any(pairing.is_read(sentence.id) for sentence in other.sentences)
    return pairing.is_read(sentence_id) and is_other_read


def _is_unanswered(side: RowSide, other: RowSide) -> bool:
    """True for a demand, a condemnation or the like of which the sentence beside it reports nothing."""
    strong = max((act.force for act in side.acts if ACTS[act.type] >= _STRONG), default=0.0)
    return strong - max((act.force for act in other.acts), default=0.0) >= _STEP


def _finding(lone: Lone) -> Finding:
    pairing, sentence_id, rows = lone
    document = pairing.document(sentence_id)
    other = pairing.other(document)
    here, there = document.readout.name, other.readout.name
    is_sure = all(row.certainty is Certainty.SURE for row in rows)
    rivals = dict.fromkeys(name for row in rows for name in (row.b if sentence_id in row.a else row.a))
    if rivals and any(row.kind.is_match for row in rows):
        told = f"the nearest in the other readout ({', '.join(rivals)}) does not report this act."
    elif rivals:
        answers = ", ".join(rivals)
        told = f"no counterpart was found in the other readout, which may state something else on this ({answers})."
    elif not pairing.is_read_whole(other):
        told = "no sentence of the other readout that is read says this."
    elif not other.readout.complete:
        told = f"this is not in the excerpt at hand of {there}."
    elif is_sure:
        told = f"{there} does not say this."
    else:
        told = "no counterpart was found in the other readout."
    return Finding(
        kind=FindingKind.OMISSION,
        severity=newsworthiness(lone, pairing.newsworthiness),
        confidence=_SURE if is_sure else _UNSURE,
        summary=f"{here} states {sentence_id}; {told}",
        rows=tuple(row.id for row in rows),
        evidence=(Excerpt(sentence_id, document.sentence(sentence_id).span),),
    )
