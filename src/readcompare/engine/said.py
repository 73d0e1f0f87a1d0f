"""What an act of saying comes to, judged by what is said: "stressed that Kyiv must withdraw" is a demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from readcompare.lexicon.entries import Mention
from readcompare.lexicon.tokens import Token
from readcompare.model.acts import ActType

_OBJECT = 8
"""Tokens after a verb of saying within which its object stands."""
_BESIDE = 3
"""Tokens around a verb within which words such as "with satisfaction" belong to it."""
_OBLIGED = 4
"""Tokens before "must" within which stands who must."""
_SHARP = 2
"""Intensity from which a judgement on somebody is a reproach."""
_WILL = frozenset("will would werde werden würde würden будет будут".split())
"""What somebody "made clear" will follow is a warning."""
_FEELINGS = frozenset([ActType.CONCERN, ActType.THANK, ActType.WELCOME])
_OBJECTS = _FEELINGS | {ActType.DENY, ActType.PROPOSE, ActType.CONDEMN}
"""What "said", "conveyed" or "voiced" takes over from its object."""
_REPEATED = frozenset([ActType.PROPOSE, ActType.URGE, ActType.DEMAND, ActType.REQUEST, ActType.COMMIT, ActType.CONCERN])
"""What "repeated" or "confirmed" takes over from its object."""
_REPEATING = frozenset(["reaffirm", "confirm", "remind"])
_MARKED = {"obligation": ActType.DEMAND, "intention": ActType.COMMIT}
_STATE = "state"
"""What all state together they agree on."""
_CLEAR = "clear_message"
_RAISE = "raise_issue"
_FALSE = "call_false"
_THREATS = frozenset(["announce_consequences", "reserve_right", "red_line"])


@dataclass(frozen=True, slots=True)
class Saying:
    """An act of saying and what is said."""

    verb: Mention
    kind: ActType
    """What the verb alone makes of it."""
    is_joint: bool
    """True when all participants say it together."""
    tokens: Sequence[Token]
    """The words of the sentence."""
    first: int
    """Index of the first of them among all tokens of the text."""
    about: Sequence[Mention]
    """Mentions in what is said, in the order of the text."""
    around: Sequence[Mention]
    """All mentions of the sentence."""
    is_other: Callable[[Mention], bool]
    """True for a mention of somebody who does not speak here."""

    def meaning(self) -> ActType:
        """The act that it comes to."""
        return next(self._readings(), self.kind)

    def _readings(self) -> Iterator[ActType]:
        """What it may come to, the surest first."""
        yield from self._manner()
        yield from self._object()
        if self.is_joint:
            yield ActType.AGREE if self.verb.id == _STATE else self.kind
        yield from self._judgement()
        yield from self._marked()

    def _manner(self) -> Iterator[ActType]:
        """ "With satisfaction" or "with concern" beside the verb."""
        for mention in self.around:
            if mention.layer == "verbs" and mention.entry.text("role") == "manner":
                gap = max(mention.first - self.verb.end, self.verb.first - mention.end)
                kind = ActType(mention.entry.text("type"))
                if gap < _BESIDE and kind in _FEELINGS:
                    yield kind

    def _object(self) -> Iterator[ActType]:
        for mention in self.about:
            if mention.layer != "verbs" or not 0 <= mention.first - self.verb.end < _OBJECT:
                continue
            kind = ActType(mention.entry.text("type"))
            if (kind in _OBJECTS and self.kind is ActType.INFORM) or (kind is ActType.COMMIT and not self.is_joint):
                yield kind

    def _judgement(self) -> Iterator[ActType]:
        if any(_is_reproach(mention) for mention in self.about):
            yield ActType.ACCUSE
        if self.verb.id == _CLEAR and any(token.norm in _WILL for token in self.tokens[self.verb.end - self.first :]):
            yield ActType.WARN

    def _marked(self) -> Iterator[ActType]:
        marker = next((m for m in self.about if marks(m)), None)
        if marker and not (self.kind is ActType.STRESS and marks(marker) is ActType.DEMAND):
            yield _MARKED[marker.entry.text("class")]


def marks(mention: Mention) -> ActType | None:
    """What a word such as "must" or "intends" makes of a sentence that has no verb of its own for it."""
    return _MARKED.get(mention.entry.text("class")) if mention.layer == "modality" else None


def _is_reproach(mention: Mention) -> bool:
    if mention.layer == "evaluatives":
        return mention.entry.number("polarity") < 0 and mention.entry.number("intensity") >= _SHARP
    return mention.layer == "modality" and mention.entry.text("class") == "blame"
