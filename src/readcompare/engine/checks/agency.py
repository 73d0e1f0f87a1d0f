"""Do the two sides name different people as the ones who act?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial

from readcompare.engine.checks.interface import Pairing, RowSide
from readcompare.engine.homes import home_of
from readcompare.engine.phrases import Phrases
from readcompare.engine.reporting import SPEAKING_OF
from readcompare.lexicon.entries import Mention
from readcompare.lexicon.tokens import Token
from readcompare.model.acts import ActType, ReportedAct
from readcompare.model.alignment import RowKind
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt

_REATTRIBUTED, _COLLECTIVE, _NOT_STATED = 0.6, 0.5, 0.45
_IMPERSONAL = {"russia": 0.2}
"""Share of the sentences of a country's readouts whose actor is not stated, where it is a habit of the house."""
_CONFIDENCE = 0.55
_FIELDS = frozenset("fighting escalation interference crime terrorism atrocities criticism".split())
_WRONGS = frozenset("violation_c occupy_c annex_c blockade_c illegal_c responsible_c sanction_c".split())
"""Fields of concepts, and further concepts, for which somebody is blamed."""
_AGAINST = frozenset("against gegen против contre".split())
_CRITICISM = "criticism"
"""The field of what is done to a wrong."""
_PARTIES = ("country", "org")
_BESIDE = 4
"""Words between a party and such a word."""


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each match in which one side names one who acts and the other names somebody else, or nobody.

    That both spoke on one side and "was discussed" on the other is no shift: it says the same. Nor is "it was agreed"
    beside "both agreed": nobody agrees alone. Where they compete, one in which one of them names a country or an
    organisation beside words of reproach, and the other none there, or another one.
    """
    yield from _shifts(pairing)
    yield from _reproaches(pairing)


def _shifts(pairing: Pairing) -> Iterator[Finding]:
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


def _reproaches(pairing: Pairing) -> Iterator[Finding]:
    for row in pairing.rows:
        if row.kind is not RowKind.COMPETING or not all(map(pairing.is_read, (*row.a, *row.b))):
            continue
        a, b = pairing.sides(row)
        first, second = _reproached(a), _reproached(b)
        if first.keys() == second.keys():
            continue
        own_a, own_b = (
            [place for home, place in one.items() if home not in other] or list(one.values())
            for one, other in ((first, second), (second, first))
        )
        if own_a and own_b:
            told = f"the readouts name different parties. {a.name}: {a.words(own_a)} · {b.name}: {b.words(own_b)}"
        else:
            side, own = (a, own_a) if own_a else (b, own_b)
            told = f"only {side.name} names a party here: {side.words(own)}"
        yield Finding(
            kind=FindingKind.AGENCY,
            severity=_REATTRIBUTED if own_a and own_b else _NOT_STATED,
            confidence=pairing.confidence(row, _CONFIDENCE),
            summary=f"Beside words of reproach {told}.",
            rows=(row.id,),
            evidence=(*own_a, *own_b),
        )


def _reproached(side: RowSide) -> dict[str, Excerpt]:
    """The countries and organisations that stand beside words of reproach, each with these words."""
    found: dict[str, Excerpt] = {}
    for sentence, record in zip(side.sentences, side.records, strict=True):
        wrongs = [mention for mention in record.mentions if _is_wrong(mention)]
        if not wrongs:
            continue
        phrases = Phrases(side.document.readout.text, side.language, record.tokens, ())
        begins = bisect_left(record.tokens, record.mentions[0].span.start, key=lambda token: token.span.start)
        offset = record.mentions[0].first - begins
        for mention in record.mentions:
            home = home_of(mention.entry) if _is_party(mention) else None
            near = [one for one in wrongs if _between(mention, one) <= _BESIDE]
            if home and near and not _is_against(record.tokens, mention.first - offset):
                both = (mention, min(near, key=partial(_order, mention)))
                first, last = min(one.first for one in both) - offset, max(one.end for one in both) - offset - 1
                found.setdefault(home, Excerpt(sentence, phrases.whole(first, last)))
    return found


def _is_party(mention: Mention) -> bool:
    """True for a country, an organisation, and a capital that stands for its country; what is shelled is no party."""
    is_party = mention.entry.text("kind") in _PARTIES or bool(mention.entry.text("metonym_of"))
    return mention.layer == "entities" and is_party


def _between(one: Mention, other: Mention) -> int:
    """Words between two mentions; less than 0 where they overlap."""
    return max(one.first - other.end, other.first - one.end)


def _order(party: Mention, wrong: Mention) -> tuple[bool, int]:
    """The wrong itself comes before what is done to it, the nearest first."""
    return _CRITICISM in wrong.entry.names("field"), _between(party, wrong)


def _is_against(tokens: Sequence[Token], place: int) -> bool:
    """True for the one against whom something is done: "the war against Ukraine"."""
    return any(token.norm in _AGAINST for token in tokens[max(0, place - 2) : place])


def _is_wrong(mention: Mention) -> bool:
    """True for violence, violations and the like, for what judges badly, and for "through the fault of"."""
    if mention.layer == "evaluatives":
        return mention.entry.number("polarity") < 0
    if mention.layer == "modality":
        return mention.entry.text("class") == "blame"
    return mention.layer == "bridge" and (mention.id in _WRONGS or not _FIELDS.isdisjoint(mention.entry.names("field")))


def _house_style(pairing: Pairing, *acts: ReportedAct) -> float:
    """What is left of the severity when a publisher who often names no actor names none (findings.md, G3)."""
    silent = [act for act in acts if not act.actors]
    rates = [_IMPERSONAL.get(pairing.cast.homes.get(act.verb.sentence[0], ""), 0.0) for act in silent]
    return max(0.3, 1 - max(rates, default=0.0))


def _reports(side: RowSide, act: ReportedAct) -> bool:
    """False where only a word of the matter tells an act, such as "talks": whose it is, nobody says."""
    record = side.records[side.sentences.index(act.verb.sentence)]
    return not any(
        mention.layer == "verbs" and mention.span == act.verb.span and mention.entry.text("role") in SPEAKING_OF
        for mention in record.mentions
    )


def _shift(a: RowSide, b: RowSide) -> tuple[ReportedAct, ReportedAct, float] | None:
    """The act of each side that shows the shift, and its severity; None when the sides name the same ones."""
    first, second = a.leading, b.leading
    if not first or not second or a.is_opening or b.is_opening:
        return None
    is_shared = bool({act.actors for act in a.acts} & {act.actors for act in b.acts})
    if is_shared or not (_reports(a, first) and _reports(b, second)):
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
