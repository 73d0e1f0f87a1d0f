"""Which acts each sentence reports: who does what to whom, verb by verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from readcompare.engine.acts import Cast, candidates_of
from readcompare.engine.features import Record
from readcompare.engine.subjects import Candidate, is_preposition, subject_of
from readcompare.lexicon.entries import Mention
from readcompare.model.acts import ActType, ReportedAct, Stance
from readcompare.model.text import Document, Excerpt

_SPEECH = frozenset([ActType.STRESS, ActType.INFORM])
_AND = frozenset("and und sowie и а et".split())
_UNMARKED = 3.0
"""Force of an act that no verb of the lexicon names."""
_FORCES = {ActType.DEMAND: 7.0, ActType.COMMIT: 5.0}
_MARKED = {"obligation": ActType.DEMAND, "intention": ActType.COMMIT}
"""What a word such as "must" or "intends" makes of a sentence that has no verb of its own for it."""
_OBJECTS = frozenset([ActType.CONCERN, ActType.THANK, ActType.WELCOME, ActType.DENY, ActType.PROPOSE, ActType.CONDEMN])
_COMMITS = frozenset([ActType.COMMIT])
_OBJECT = 8
"""Tokens after a verb of saying within which its object stands."""
_SHARP = 2
"""Intensity from which a judgement on somebody is a reproach."""
_THOROUGHLY = "discuss_in_detail"
_GOING_ON = "continue_contact"
_STATE = "state"
"""What all state together they agree on."""
_CLEAR = "clear_message"
_WILL = frozenset("will would werde werden würde würden будет будут".split())
"""What somebody "made clear" will follow is a warning."""
_JOINED = 4
"""Tokens between "and" and a verb that it joins to the one before."""


def reported_acts(document: Document, records: Sequence[Record], cast: Cast) -> tuple[tuple[ReportedAct, ...], ...]:
    """The acts of each sentence of one side, in the order of the text; a sentence may report none."""
    found: list[tuple[ReportedAct, ...]] = []
    first = 0
    last: ReportedAct | None = None
    for sentence, record in zip(document.sentences, records, strict=True):
        acts = tuple(_Reader(document, sentence.id, record, first, cast, last).acts())
        found.append(acts)
        first += len(record.tokens)
        last = acts[-1] if acts else None
    return tuple(found)


class _Reader(NamedTuple):
    """One sentence and where it stands."""

    document: Document
    sentence: str
    record: Record
    first: int
    """Index of its first token among all tokens of the text."""
    cast: Cast
    before: ReportedAct | None
    """The last act of the sentence before."""

    def acts(self) -> list[ReportedAct]:
        """The acts in the order of the text."""
        candidates = candidates_of(self.record.mentions, self.first, self.cast, self.document.letter)
        heads = self._heads(candidates)
        if not heads:
            marker = self._marker(self.record.mentions)
            return [self._of_marker(marker)] if marker else []
        acts: list[ReportedAct] = []
        for mention in heads:
            acts.append(self._act(mention, candidates, acts[-1] if acts else None))
        return acts

    def _heads(self, candidates: Sequence[Candidate]) -> list[Mention]:
        """The verbs that report: the first one with a subject beside it, or the first of all, and those joined to it.

        "In the discussion of" and "in detail" report nothing where the sentence has another verb.
        """
        found = [mention for mention in self.record.mentions if mention.layer == "verbs"]
        verbs = [mention for mention in found if not self._is_aside(mention)] or found
        if not verbs:
            return []
        main = next((one for one in verbs if self._subject(one, candidates)), verbs[0])
        later = [one for one in verbs if one.first >= main.end and self._is_joined(one)]
        return [main, *later]

    def _is_aside(self, verb: Mention) -> bool:
        place = verb.first - self.first
        before = self.record.tokens[place - 1].norm if place else ""
        return is_preposition(before, self.document.readout.language) or (
            verb.id == _THOROUGHLY and verb.end - verb.first == 1
        )

    def _is_joined(self, verb: Mention) -> bool:
        place = verb.first - self.first
        return any(token.norm in _AND for token in self.record.tokens[max(0, place - _JOINED) : place])

    def _subject(self, verb: Mention, candidates: Sequence[Candidate]) -> str | None:
        return subject_of(self.record.tokens, candidates, [verb.first - self.first], self.document.readout.language)

    def _act(self, verb: Mention, candidates: Sequence[Candidate], earlier: ReportedAct | None) -> ReportedAct:
        persons = self._actors(verb, candidates, earlier)
        kind = ActType(verb.entry.text("type"))
        if verb.id == _GOING_ON and not self.record.act.closing:
            kind = ActType.TOPIC
        elif kind in _SPEECH:
            kind = self._by_object(verb, kind, persons)
        return ReportedAct(
            type=kind,
            verb=Excerpt(self.sentence, verb.span),
            actors=tuple(sorted(self.cast.names[person] for person in persons)),
            is_joint=self._is_joint(persons),
            inherited=self._is_inherited(persons, candidates),
            addressee=self._addressee(persons, candidates),
            force=verb.entry.number("force", _UNMARKED),
            stance=Stance(verb.entry.text("stance", "neutral")),
        )

    def _by_object(self, verb: Mention, kind: ActType, persons: frozenset[str]) -> ActType:
        """What "noted", "said" or "drew attention to" comes to, judged by what follows it."""
        is_joint = self._is_joint(persons)
        after = [mention for mention in self.record.mentions if mention.first >= verb.end]
        near = [m for m in after if m.layer == "verbs" and m.first - verb.end < _OBJECT]
        for mention in near:
            sharper = ActType(mention.entry.text("type"))
            if (sharper in _OBJECTS and kind is ActType.INFORM) or (sharper in _COMMITS and not is_joint):
                return sharper
        if is_joint:
            return ActType.AGREE if verb.id == _STATE else kind
        if any(_is_reproach(mention) for mention in after):
            return ActType.ACCUSE
        if verb.id == _CLEAR and any(token.norm in _WILL for token in self.record.tokens[verb.end - self.first :]):
            return ActType.WARN
        marker = self._marker(after)
        if marker is None or (kind is ActType.STRESS and marker.entry.text("class") == "obligation"):
            return kind
        return _MARKED[marker.entry.text("class")]

    def _actors(self, verb: Mention, candidates: Sequence[Candidate], earlier: ReportedAct | None) -> frozenset[str]:
        """Those of the sentence; a later verb may have a subject of its own."""
        if earlier:
            tokens = self.record.tokens
            after = next(n for n, token in enumerate(tokens) if token.span.start >= earlier.verb.span.end)
            place = verb.first - self.first
            person = self._subject(verb, [one for one in candidates if after <= one.start and one.end <= place])
            if person:
                return frozenset([person])
        return self.record.act.actors

    def _is_joint(self, persons: frozenset[str]) -> bool:
        return len(persons) > 1 and persons == frozenset(self.cast.persons)

    def _is_inherited(self, persons: frozenset[str], candidates: Sequence[Candidate]) -> bool:
        return len(persons) == 1 and all(candidate.person not in persons for candidate in candidates)

    def _addressee(self, actors: frozenset[str], candidates: Sequence[Candidate]) -> str | None:
        others = [one.person for one in candidates if one.person not in actors]
        return self.cast.names[others[0]] if others and len(actors) == 1 else None

    def _marker(self, mentions: Sequence[Mention]) -> Mention | None:
        return next((m for m in mentions if m.layer == "modality" and m.entry.text("class") in _MARKED), None)

    def _of_marker(self, mention: Mention) -> ReportedAct:
        """Reported speech without a verb of saying: what must be done is demanded, what will be done is promised."""
        kind = _MARKED[mention.entry.text("class")]
        persons = self.record.act.actors
        return ReportedAct(
            type=kind,
            verb=Excerpt(self.sentence, mention.span),
            actors=tuple(sorted(self.cast.names[person] for person in persons)),
            is_joint=self._is_joint(persons),
            inherited=self._is_inherited(persons, ()),
            addressee=None,
            force=_FORCES[kind],
            stance=Stance.NEUTRAL,
        )


def _is_reproach(mention: Mention) -> bool:
    if mention.layer == "evaluatives":
        return mention.entry.number("polarity") < 0 and mention.entry.number("intensity") >= _SHARP
    return mention.layer == "modality" and mention.entry.text("class") == "blame"
