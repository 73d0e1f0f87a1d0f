"""What a journalist weighs in a sentence that only one side has, and how the weights make one number of it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from readcompare.engine.voice import Manner
from readcompare.model.acts import ActType, ReportedAct
from readcompare.model.alignment import Row, RowKind
from readcompare.model.weights import Logistic

if TYPE_CHECKING:
    from readcompare.engine.checks.interface import Pairing

ACTS: Mapping[ActType, float] = MappingProxyType(
    {
        **dict.fromkeys((ActType.CONDEMN, ActType.DEMAND, ActType.ACCUSE, ActType.WARN), 0.7),
        **dict.fromkeys((ActType.URGE, ActType.REQUEST, ActType.DENY), 0.65),
        **dict.fromkeys((ActType.CONCERN, ActType.PROPOSE, ActType.COMMIT), 0.6),
        **dict.fromkeys((ActType.STRESS, ActType.AGREE), 0.5),
        ActType.INFORM: 0.45,
        **dict.fromkeys((ActType.WELCOME, ActType.THANK), 0.3),
        ActType.TOPIC: 0.15,
    }
)
"""How newsworthy an act is for itself; what careful readers put first stands first."""
_CONCESSION = 0.85
"""What the other side's leader is said to have agreed to or to have promised, and does not report himself."""
_JOINT = 0.6
"""What is left of an act when all are said to do it."""
_LADDER = 10.0
"""Upper end of the ladder of force."""
_FULL = 10.0
"""Weight of the terms of a sentence that says very much."""
_LAST = 2
"""Sentences at the end of a text that lead out of it."""
_TWO_OF_THEM = "bilateral"
"""The coarse topic of visits, trade fairs, culture and the like between the two countries."""


class Lone(NamedTuple):
    """A sentence that only one side has."""

    pairing: Pairing
    sentence: str
    """Its id."""
    rows: tuple[Row, ...]
    """The rows in which it stands."""


def _act(lone: Lone) -> float:
    acts = lone.pairing.acts_of(lone.sentence)
    return max((_weight(lone, act) for act in acts), default=ACTS[ActType.INFORM])


def _weight(lone: Lone, act: ReportedAct) -> float:
    if _is_of_the_other(lone, act) and act.type in (ActType.AGREE, ActType.COMMIT):
        return _CONCESSION
    return ACTS[act.type] * (_JOINT if act.is_joint else 1.0)


def _is_of_the_other(lone: Lone, act: ReportedAct) -> bool:
    own = lone.pairing.cast.leader_name(lone.sentence[0])
    return len(act.actors) == 1 and own is not None and act.actors != (own,)


def _force(lone: Lone) -> float:
    return max((act.force for act in lone.pairing.acts_of(lone.sentence)), default=0.0) / _LADDER


def _is_raised(lone: Lone) -> float:
    return any(act.type is ActType.TOPIC for act in lone.pairing.acts_of(lone.sentence))


def _other_speaks(lone: Lone) -> float:
    return any(_is_of_the_other(lone, act) for act in lone.pairing.acts_of(lone.sentence))


def _denies(lone: Lone) -> float:
    mentions = lone.pairing.record(lone.sentence).mentions
    return any(one.layer == "modality" and one.entry.text("class") == "negation" for one in mentions)


def _names_the_other_country(lone: Lone) -> float:
    pairing = lone.pairing
    there = pairing.cast.homes.get(pairing.other(pairing.document(lone.sentence)).letter)
    return there is not None and any(
        one.layer == "entities" and one.entry.text("metonym_of", one.entry.id) == there
        for one in pairing.record(lone.sentence).mentions
    )


def _is_new(lone: Lone) -> float:
    pairing = lone.pairing
    there = pairing.topics[1 if pairing.document(lone.sentence) is pairing.documents[0] else 0].uses
    topics = pairing.record(lone.sentence).topics
    return bool(topics) and not topics & there.keys()


def _is_answered(lone: Lone) -> float:
    return max((row.score for row in lone.rows if row.kind is RowKind.COMPETING), default=0.0)


def _of_manner(*manners: Manner) -> Callable[[Lone], float]:
    return lambda lone: lone.pairing.voice(lone.sentence).manner in manners


def _is_near_the_end(lone: Lone) -> float:
    return int(lone.sentence[1:]) > len(lone.pairing.document(lone.sentence).sentences) - _LAST


FEATURES: Mapping[str, Callable[[Lone], float]] = MappingProxyType(
    {
        "kind of act": _act,
        "force": _force,
        "terms": lambda lone: lone.pairing.record(lone.sentence).weight / _FULL,
        "answered otherwise": _is_answered,
        "a subject is raised": _is_raised,
        "only names subjects": _of_manner(Manner.TOPIC),
        "opening or closing": _of_manner(Manner.OPENING, Manner.CLOSING),
        "relations of the two": lambda lone: _TWO_OF_THEM in lone.pairing.record(lone.sentence).parents,
        "subject not in the other text": _is_new,
        "denies": _denies,
        "names the other country": _names_the_other_country,
        "the other side speaks": _other_speaks,
        "near the end": _is_near_the_end,
    }
)
"""What is weighed, by the name under which its weight stands in `newsworthiness.json`; each 0..1 or little more."""


def newsworthiness(lone: Lone, weights: Logistic) -> float:
    """0..1: how probably a careful reader names the sentence among what the other text does not have.

    What all are said to state together is a smaller difference than what one of them states.
    """
    odds = weights.intercept + sum(
        weights.coefficients.get(name, 0.0) * feature(lone) for name, feature in FEATURES.items()
    )
    acts = lone.pairing.acts_of(lone.sentence)
    shared = _JOINT if acts and all(act.is_joint for act in acts) else 1.0
    return round(shared / (1 + math.exp(-odds)), 4)
