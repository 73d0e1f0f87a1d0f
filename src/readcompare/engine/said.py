"""What an act of saying comes to, judged by what is said: "stressed that Kyiv must withdraw" is a demand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

from msgspec import Struct

from readcompare.engine.numbers import is_scale
from readcompare.lexicon.entries import Mention
from readcompare.lexicon.tokens import Token
from readcompare.model.acts import ActType

_OBJECT = 8
"""Tokens after a verb of saying within which its object stands."""
_BESIDE = 3
"""Tokens around a verb within which words such as "with satisfaction" belong to it."""
_NEAR = 5
"""Tokens between somebody and what he must do or refuses to do."""
_LONG = 30
"""Words that the name of a country or of somebody from it has at most, and many more."""
_SHARP = 2
"""Intensity from which a judgement on what somebody does is a reproach."""
_WILL = frozenset("will would werde werden würde würden будет будут".split())
"""What somebody "made clear" will follow is a warning."""
PRONOUNS = frozenset("he she we er sie wir он она мы il elle nous".split())
_FEELINGS = frozenset([ActType.CONCERN, ActType.THANK, ActType.WELCOME])
_TAKEN = _FEELINGS | {ActType.DENY, ActType.PROPOSE, ActType.CONDEMN, ActType.COMMIT}
"""What "said", "conveyed" or "voiced" takes over from its object."""
_REPEATED = frozenset(
    [
        ActType.CONCERN,
        ActType.CONDEMN,
        ActType.PROPOSE,
        ActType.URGE,
        ActType.DEMAND,
        ActType.REQUEST,
        ActType.COMMIT,
    ]
)
"""What "repeated" or "confirmed" takes over from its object; who stresses something mostly does no more than that."""
_REPEATING = frozenset(["reaffirm", "confirm", "remind"])
_READY = "readiness"
_MARKED = {"obligation": ActType.DEMAND, "intention": ActType.COMMIT}
_STATE = "state"
"""What all state together they agree on."""
_CLEAR = "clear_message"
_NEWS = "inform"
"""Who informs somebody of something bad gives news."""
_RAISE = "raise_issue"
_CONFIRM = "confirm"
"""What all confirm together they agree on."""
_ASSURING = frozenset(["confirm", "reaffirm"])
"""Who confirms what he will do promises it."""
_TELLING = frozenset(["inform", "explain"])
"""Who explains what he will do informs of it."""
_REMARKS = frozenset(["note", "point_to"])
"""Who remarks something and gives figures informs."""
_MEASURES = tuple("percent prozent процент per pour ton тонн".split())
"""Beginnings of words that make a number before them a figure, as those do that multiply it."""
_NAMED = ("bezeichn", "nannte", "nennt", "назвал", "называет", "called", "calls", "described", "qualifi")
"""Beginnings of verbs by which somebody calls something what it is: unacceptable, disproportionate."""
_FALSE = "call_false"
_REFUSE = "reject"
_UNACCEPTABLE = "declare_unacceptable"
_THREATS = frozenset(["announce_consequences", "reserve_right", "red_line"])


class Saying(Struct, frozen=True):
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
    is_party: Callable[[Mention], bool]
    """True for a mention of a country or of somebody from it."""
    is_other: Callable[[Mention], bool]
    """True for a mention of somebody who does not speak here."""

    def meaning(self) -> ActType:
        """The act that it comes to."""
        return next(self._readings(), self.kind)

    def _readings(self) -> Iterator[ActType]:
        """What it may come to, the surest first."""
        yield from self._manner()
        yield from self._object()
        if self.kind is ActType.TOPIC:
            if self.verb.id == _RAISE and not self.is_joint and any(_is_negative(mention) for mention in self.about):
                yield ActType.CONCERN
            return
        if self.is_joint:
            yield ActType.AGREE if self.verb.id in (_STATE, _CONFIRM) else self.kind
        if self._has_verb(_FALSE):
            yield ActType.DENY
        if self.kind is ActType.INFORM and self._has_verb(_UNACCEPTABLE):
            yield ActType.CONDEMN
        yield from self._warning()
        yield from self._duty()
        if self.verb.id != _NEWS and self._is_reproach():
            yield ActType.CONDEMN if self._is_naming() else ActType.ACCUSE
        if self.verb.id in _REMARKS and self._counts():
            yield ActType.INFORM
        if (
            self.verb.id not in _TELLING
            and (self.kind is ActType.INFORM or self.verb.id in _ASSURING)
            and self._promises()
        ):
            yield ActType.COMMIT
        yield from self._marked()

    def _manner(self) -> Iterator[ActType]:
        """What stands beside the verb: "with satisfaction", "with concern"."""
        for mention in self.around:
            if mention.layer == "verbs" and mention.entry.text("role") == "manner":
                gap = max(mention.first - self.verb.end, self.verb.first - mention.end)
                kind = ActType(mention.entry.text("type"))
                if gap < _BESIDE and kind in _FEELINGS:
                    yield kind

    def _object(self) -> Iterator[ActType]:
        """What is said or repeated: "voiced concern", "reiterated the call"."""
        for mention in self.about:
            if mention.layer != "verbs" or mention.entry.text("role") or self._is_theirs(mention):
                continue
            kind = ActType(mention.entry.text("type"))
            if mention.first - self.verb.end < _OBJECT and self._takes(mention.id, kind):
                yield kind

    def _takes(self, entry: str, kind: ActType) -> bool:
        """True when the verb takes over from an object of this entry and type."""
        if self.verb.id in _REPEATING:
            return kind in _REPEATED
        if self.kind is ActType.INFORM:
            return kind in _TAKEN and not (kind is ActType.COMMIT and self.is_joint)
        if self.kind is ActType.TOPIC:
            return kind is ActType.CONCERN and not self.is_joint
        return entry == _READY and not self.is_joint

    def _warning(self) -> Iterator[ActType]:
        threat = any(self._has_verb(threat) for threat in _THREATS)
        if self.verb.id == _CLEAR and any(token.norm in _WILL for token in self.tokens[self.verb.end - self.first :]):
            threat = True
        if threat:
            yield ActType.WARN

    def _duty(self) -> Iterator[ActType]:
        """What somebody else must do is demanded."""
        if any(marks(mention) is ActType.DEMAND and self._is_theirs(mention) for mention in self.about):
            yield ActType.DEMAND

    def _is_reproach(self) -> bool:
        """True when what somebody does is judged, or somebody else refuses something."""
        for mention in self.about:
            if _is_negative(mention) and mention.entry.text("appraisal") == "judgement":
                return True
            if mention.layer == "verbs" and mention.id == _REFUSE and self._is_theirs(mention):
                return True
            if mention.layer == "modality" and mention.entry.text("class") == "blame":
                return True
        return False

    def _is_naming(self) -> bool:
        return self.tokens[self.verb.first - self.first].norm.startswith(_NAMED)

    def _counts(self) -> bool:
        """True when figures are given."""
        words = [token.norm for token in self.tokens]
        return any(
            word[:1].isdigit() and any(map(_makes_a_figure, words[place + 1 : place + 3]))
            for place, word in enumerate(words)
        )

    def _promises(self) -> bool:
        """True when somebody who speaks here will do something: "said the United Kingdom would"."""
        for place in range(self.verb.end - self.first, len(self.tokens)):
            if self.tokens[place].norm not in _WILL:
                continue
            before = {token.norm for token in self.tokens[max(0, place - 2) : place]}
            nearest = [m for m in self.around if m.layer == "entities" and 0 <= place + self.first - m.end < _NEAR]
            if nearest and self.is_party(nearest[-1]):
                return not self.is_other(nearest[-1])
            if before & PRONOUNS:
                return True
        return False

    def _marked(self) -> Iterator[ActType]:
        marker = next((m for m in self.about if marks(m) and not self._is_future(m)), None)
        if marker and self.verb.id in _TELLING and marks(marker) is ActType.COMMIT:
            return
        if marker and not (self.kind is ActType.STRESS and marks(marker) is ActType.DEMAND):
            yield _MARKED[marker.entry.text("class")]

    def _is_future(self, mention: Mention) -> bool:
        """True for "werde": it tells what somebody will do, but also what will happen."""
        return self.tokens[mention.first - self.first].norm in _WILL and mention.end - mention.first == 1

    def _has_verb(self, entry: str) -> bool:
        return any(mention.layer == "verbs" and mention.id == entry for mention in self.about)

    def _is_theirs(self, mention: Mention) -> bool:
        """True when somebody who does not speak here stands shortly before: it is what he must do or refuses to do."""
        # The mentions stand in the order of the text, and a sentence may have thousands of them.
        begin = bisect_left(self.about, mention.first - _NEAR - _LONG, key=attrgetter("first"))
        end = bisect_right(self.about, mention.first, begin, key=attrgetter("first"))
        others = self.about[begin:end]
        return any(0 <= mention.first - other.end < _NEAR and self.is_other(other) for other in others)


def _makes_a_figure(word: str) -> bool:
    return is_scale(word) or word.startswith(_MEASURES)


def marks(mention: Mention) -> ActType | None:
    """What a word such as "must" or "intends" makes of a sentence that has no verb of its own for it."""
    return _MARKED.get(mention.entry.text("class")) if mention.layer == "modality" else None


def _is_negative(mention: Mention) -> bool:
    if mention.layer != "evaluatives":
        return False
    return mention.entry.number("polarity") < 0 and mention.entry.number("intensity") >= _SHARP
