"""Reported acts: who, according to a sentence, does what to whom."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from readcompare.model.text import Excerpt

BOTH = "both"
NOT_STATED = "not stated"


class ActType(StrEnum):
    """What is done by speaking, after Searle's classes of speech acts in the detail that readouts need."""

    CONDEMN = "condemn"
    ACCUSE = "accuse"
    DEMAND = "demand"
    URGE = "urge"
    REQUEST = "request"
    WARN = "warn"
    DENY = "deny"
    CONCERN = "concern"
    STRESS = "stress"
    PROPOSE = "propose"
    INFORM = "inform"
    TOPIC = "topic"
    AGREE = "agree"
    WELCOME = "welcome"
    THANK = "thank"
    COMMIT = "commit"


class Stance(StrEnum):
    """How an act meets the other side, apart from its force."""

    COOPERATIVE = "cooperative"
    NEUTRAL = "neutral"
    CRITICAL = "critical"
    COERCIVE = "coercive"


class ReportedAct(Struct, frozen=True, kw_only=True):
    """One act that a sentence reports."""

    type: ActType
    verb: Excerpt
    """The words that say so."""
    actors: tuple[str, ...]
    """Names of the participants who act, sorted; empty when the text does not say who."""
    is_joint: bool
    """True when all participants act together."""
    inherited: bool
    """True when the actor is taken over from an earlier sentence, by a pronoun or by reported speech."""
    addressee: str | None
    """Name of the participant to whom it is said; None when the text does not say."""
    force: float
    """How much commitment or pressure the act carries, 0 (a call took place) to 10 (an ultimatum)."""
    stance: Stance

    @property
    def actor(self) -> str:
        """The actor in words: `both`, a name, or `not stated`."""
        if self.is_joint:
            return BOTH
        return " and ".join(self.actors) or NOT_STATED
