"""The small calibrated model that turns signals into probabilities: values, no arithmetic."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from readcompare.model.recipe import OwnFile


class Logistic(Struct, frozen=True):
    """A logistic regression: probability = 1 / (1 + exp(-(intercept + sum of coefficient times signal)))."""

    intercept: float
    coefficients: Mapping[str, float]
    """One for each signal, by name; never changed."""


class Models(Struct, frozen=True):
    """What turns the signals of two sentences, and of one, into probabilities."""

    first: Logistic
    """Probability of a link by what the two sentences have in common, without a look at any other."""
    second: Logistic
    """The same from the first one, its rivals and whose voices they are."""
    competing: Logistic
    """Probability that the two speak of one thing differently; its signal `link` is the second as log-odds."""
    link: Logistic
    """Probability that the two answer each other, from the second one and what else is likely to answer or compete."""
    alone: Logistic
    """Probability that one side alone says a sentence which is told as said by one side alone."""


class Weights(Struct, frozen=True):
    """All numbers that were learned from annotated calls."""

    models: Models
    link_from: float
    """Probability from which a pair is linked."""
    competing_from: float
    """Probability from which an unlinked pair is competing."""
    sure_link: float
    """Probability from which a link is called sure: chosen so that 96 of 100 such links are right on calls left out."""
    sure_one_sided: float
    """Probability of standing alone from which a one-sided sentence is called sure, chosen in the same way."""
    made: str
    """How and from what the numbers were learned, for a person."""
    model: OwnFile | None = None
    """The sentence encoder that they were learned with; None for the lexical matcher."""
