"""Which agreement or promise does only one side report?"""

from __future__ import annotations

from collections.abc import Iterator

from readcompare.engine.checks.interface import Pairing
from readcompare.engine.features import Record
from readcompare.engine.voice import Manner
from readcompare.model.acts import ActType, ReportedAct
from readcompare.model.alignment import Certainty
from readcompare.model.findings import Finding, FindingKind

_BINDING = frozenset([ActType.AGREE, ActType.COMMIT])
_CONCESSION, _AGREEMENT = 0.9, 0.7
_REPORTED = 0.5
"""What is left of the severity when the other side speaks of the point, and not as of something agreed."""
_CONFIDENCE = 0.6
_PAPER = "agreement"
"""The field of agreements, treaties and documents."""
_RELATIVE = (["will"], ["would"], ["is"], ["was"], ["has"])
_FAITHFUL = "hold_to"
_NO_DEAL = frozenset(["coordinate", "prepare", "understanding", "readiness"])
"""Verbs of working together by which nothing is settled yet; who is ready has promised nothing."""
_PROMISES = frozenset(["commit", "assure"])
_TALKS = frozenset(["discuss", "negotiate", "exchange_views", "conversation"])


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each sentence that reports an agreement, or a promise of the other side, and has no such match.

    What the other side is said to have promised and does not report itself is the most newsworthy of all. That the
    two stay in touch is no agreement. An excerpt makes no claim about what is absent, nor does a text that is not read.
    """
    answered = _answered(pairing)
    matched = {name for row, _, _ in pairing.matched() for name in (*row.a, *row.b)}
    for document, acts in zip(pairing.documents, pairing.acts, strict=True):
        other = pairing.other(document)
        if not pairing.is_read_whole(other):
            continue
        leader = pairing.cast.leader_name(other.letter)
        for sentence, reported in zip(document.sentences, acts, strict=True):
            if sentence.id in answered or pairing.voice(sentence.id).manner in (Manner.OPENING, Manner.CLOSING):
                continue
            record = pairing.record(sentence.id)
            act = next((act for act in reported if _binds(act, leader) and not _is_of_another(record, act)), None)
            if act is None or _goes_on(record) or _settles_nothing(record):
                continue
            if act.type is ActType.COMMIT and (_only_holds(record) or _is_denied(record)):
                continue
            severity = _AGREEMENT if act.is_joint or not act.actors else _CONCESSION
            if sentence.id in matched:
                severity *= _REPORTED
            if not other.readout.complete:
                where = f"it is not in the excerpt at hand of {other.readout.name}"
            elif sentence.id in matched:
                where = "what answers it in the other readout does not report it"
            elif all(row.certainty is Certainty.SURE for row in pairing.rows_of(sentence.id)):
                where = f"{other.readout.name} does not report it"
            else:
                where = "no counterpart was found in the other readout"
            what = f"a commitment by {act.actor}" if act.actors == (leader,) else "an agreement"
            yield Finding(
                kind=FindingKind.AGREEMENT_CLAIM,
                severity=severity,
                confidence=_CONFIDENCE,
                summary=f"Only {document.readout.name} states {what} ({sentence.id}); {where}.",
                rows=pairing.rows_with([sentence.id]),
                evidence=(act.verb,),
            )


def _goes_on(record: Record) -> bool:
    """True when all that is agreed is to stay in touch or to talk on."""
    known = {mention.id for mention in record.mentions if mention.layer in ("bridge", "verbs")}
    return record.act.closing or "continue_contact" in known or ("continue_c" in known and bool(known & _TALKS))


def _only_holds(record: Record) -> bool:
    """True for who "respects its commitments" or "is committed to the one-China policy" and promises nothing new."""
    verbs = {mention.id for mention in record.mentions if mention.layer == "verbs"}
    return _FAITHFUL in verbs and verbs.isdisjoint(_PROMISES)


def _settles_nothing(record: Record) -> bool:
    """True when consultations are prepared or work is coordinated, and no word says that anything was agreed."""
    binding = {
        mention.id
        for mention in record.mentions
        if mention.layer == "verbs" and ActType(mention.entry.text("type")) in _BINDING
    }
    return bool(binding) and binding <= _NO_DEAL


def _is_denied(record: Record) -> bool:
    """True for "no intention of": what is not going to be done is no promise to do it."""
    denied = {
        mention.end
        for mention in record.mentions
        if mention.layer == "modality" and mention.entry.text("class") == "negation"
    }
    return any(
        mention.first in denied
        for mention in record.mentions
        if mention.layer == "verbs" and mention.entry.text("type") == ActType.COMMIT
    )


def _binds(act: ReportedAct, leader: str | None) -> bool:
    """True for an agreement of both, or of nobody named, and for what the other side's leader takes on."""
    if act.type not in _BINDING:
        return False
    return act.actors == (leader,) or (act.type is ActType.AGREE and (act.is_joint or not act.actors))


def _is_of_another(record: Record, act: ReportedAct) -> bool:
    """True for "the agreement signed in Berlin", "an agreement that will be prepared" and "the consent of the people".

    Such words name an agreement, and report none of this call.
    """
    verb = next((one for one in record.mentions if one.layer == "verbs" and one.span == act.verb.span), None)
    if verb is None:
        return False
    named = {one.end for one in record.mentions if one.layer == "bridge" and _PAPER in one.entry.names("field")}
    words = [token.norm for token in record.tokens if token.span.start >= verb.span.start]
    said, after = words[: verb.end - verb.first], words[verb.end - verb.first :]
    return verb.first in named or said == ["consent"] or (said[-1:] == ["that"] and after[:1] in _RELATIVE)


def _answered(pairing: Pairing) -> set[str]:
    """The sentences whose match reports such an act too, or what both of them speak out for."""
    found: set[str] = set()
    for _, a, b in pairing.matched():
        for side, other in ((a, b), (b, a)):
            if any(act.type in _BINDING or (act.is_joint and act.type is ActType.URGE) for act in other.acts):
                found.update(side.sentences)
    return found
