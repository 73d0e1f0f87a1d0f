"""Which sentences answer each other: the learned probabilities, and the rows that follow from them."""

from __future__ import annotations

import numpy as np
from msgspec.structs import replace

from readcompare.engine.align import Chances, Group, Sentences, around, doubted, groups, probability, with_doubts
from readcompare.engine.alone import alone
from readcompare.engine.hand import Hand
from readcompare.engine.kinds import is_generic
from readcompare.engine.pairs import Vector
from readcompare.engine.prepare import Prepared
from readcompare.engine.score import MEANING, Signals, identical, related
from readcompare.engine.second_look import log_odds, second_look
from readcompare.engine.third_look import third_look
from readcompare.engine.voice import Manner
from readcompare.model.alignment import Certainty, RowKind
from readcompare.model.recipe import Recipe
from readcompare.model.weights import Logistic, Models, Weights

NOT_SHOWN = 0.1
"""Greatest probability of a link between sentences in which the lexicons see nothing in common: too low to link."""
REPEATED = 0.75
"""Least probability of a link between the same words where one text repeats them more often."""


def decide(prepared: Prepared, weights: Weights, recipe: Recipe, hand: Hand) -> tuple[Group, ...]:
    """The rows, by the learned probabilities of a link and of a competing pair, around what was set by hand."""
    threshold = weights.link_from if recipe.threshold is None else recipe.threshold
    models = models_for(prepared, weights)
    likely = chances(prepared, models)
    first, second = (
        Sentences([is_generic(record) for record in side], lone)
        for side, lone in zip(
            prepared.records, alone(around(likely, hand), prepared.records, models.alone), strict=True
        )
    )
    found = groups(likely, weights, threshold, (first, second), hand)
    found = with_doubts(found, prepared.unread)
    if models is weights.models:
        return _without_doubt(found, prepared)
    # How right the answers are was measured without this encoder, so it may not make anything sure.
    words_alone = replace(prepared, signals={k: v for k, v in prepared.signals.items() if k != MEANING})
    likely = around(chances(words_alone, weights.models), hand)
    found = doubted(found, likely, alone(likely, prepared.records, weights.models.alone), weights)
    return _without_doubt(found, prepared)


def _without_doubt(found: tuple[Group, ...], prepared: Prepared) -> tuple[Group, ...]:
    """The groups, of which lines above and below the texts are sure: nothing is claimed of them."""

    def is_outside(group: Group) -> bool:
        sides = zip(prepared.records, (group.a, group.b), strict=True)
        return group.kind is RowKind.FRAME and all(records[at].is_outside for records, own in sides for at in own)

    return tuple(replace(group, certainty=Certainty.SURE) if is_outside(group) else group for group in found)


def models_for(prepared: Prepared, weights: Weights) -> Models:
    """The learned models; an encoder that they do not know counts as much as it proved worth on test sentences."""
    if prepared.meaning is None or weights.model is not None:
        return weights.models
    from readcompare.engine.meaning import counting

    return counting(weights.models)


def seen_again(prepared: Prepared, first: Vector) -> Signals:
    """The signals of the second look after a first one with these probabilities."""
    return second_look(first, prepared.signals, prepared.shapes | prepared.attitudes, prepared.voices, prepared.pairs)


def seen_at_last(prepared: Prepared, second: Chances) -> Signals:
    """The signals of the third look after a second one with these chances."""
    return third_look(second.link, second.rival, prepared.records, prepared.pairs)


def chances(prepared: Prepared, models: Models) -> Chances:
    """The probabilities of a link and of a competing pair, for each pair that is looked at."""
    seen = seen_again(prepared, probability(models.first, prepared.signals))
    second = second_chances(prepared, models.second, models.competing, seen)
    return last_chances(prepared, models.link, second, seen_at_last(prepared, second))


def second_chances(prepared: Prepared, model: Logistic, competing: Logistic, seen: Signals) -> Chances:
    """The probabilities after the second look, whose signals have been `seen`."""
    link = probability(model, seen)
    rival = probability(competing, seen | {"link": log_odds(link)})
    return _ruled(prepared, link, rival)


def last_chances(prepared: Prepared, model: Logistic, second: Chances, seen: Signals) -> Chances:
    """The probabilities after the third look, whose signals have been `seen`; that two compete is judged by then."""
    return _ruled(prepared, probability(model, seen), second.rival)


def _ruled(prepared: Prepared, link: Vector, rival: Vector) -> Chances:
    """The probabilities with what is certain, whatever the models say."""
    pairs, records = prepared.pairs, prepared.records
    link, rival = link.copy(), rival.copy()
    # Without a thing in common there is neither an answer nor a rival, but that they spoke and that they will.
    alone = ~related(prepared.signals)
    rival[alone | ~prepared.disputable] = 0
    alone &= (prepared.signals["opening"] == 0) & (prepared.signals["closing"] == 0)
    link[alone] = np.minimum(link[alone], NOT_SHOWN)
    # That there was a conversation is disputed by nobody.
    opening = [[voice.manner is Manner.OPENING for voice in side] for side in prepared.voices]
    rival[np.array(opening[0], bool)[pairs.rows] | np.array(opening[1], bool)[pairs.columns]] = 0
    # The same words are the same statement, whatever a model thinks of them: nothing else answers them better.
    same, together = identical(*records, pairs)
    for axis in (0, 1):
        answered = pairs.best(together.astype(np.float32), axis)[pairs.lines(axis)] > 0
        link[answered & ~same] = rival[answered] = 0
    link[same] = np.maximum(link[same], REPEATED)
    link[together] = 1
    return Chances(pairs, link, rival)
