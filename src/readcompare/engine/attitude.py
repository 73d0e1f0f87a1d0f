"""How two sentences stand to what they speak of: stance, denial, blame, judgement, and the names they give it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from readcompare.engine.features import Record
from readcompare.engine.pairs import Pairs
from readcompare.engine.score import Signals

_CRITICAL = frozenset(["critical", "coercive"])
_BLAME = ("blame", "cause")
_CONTRAST = ("contrast", "concession")
_MOST_DENIALS, _MOST_CONTRASTS, _MOST_JUDGEMENTS = 3, 2, 4
"""From which on more of them tell no more."""

Values = NDArray[np.float32]
"""One value for each sentence of a side."""


class _Attitude(Struct, frozen=True):
    """What one sentence does beside speaking of its matter."""

    critical: bool
    """A verb of it accuses, demands or condemns."""
    cooperative: bool
    denials: int
    blames: bool
    """It names a cause or a culprit."""
    remedies: bool
    """It says what would help."""
    contrasts: int
    judgements: int
    """Evaluative words."""
    names: Mapping[str, tuple[str, float]]
    """By what it names that has rival names: which of them it uses, and how that one is charged, -3..3."""


def attitudes(a: Sequence[Record], b: Sequence[Record], pairs: Pairs) -> Signals:
    """For each pair how the two sentences stand to each other in attitude; swapping the sides changes no value.

    Two accounts of one statement mostly agree in these; two statements on one topic often do not.
    """
    sides = ([_attitude(record) for record in a], [_attitude(record) for record in b])

    def both(value: Callable[[_Attitude], float]) -> tuple[Values, Values]:
        one, other = (np.array([value(attitude) for attitude in side], np.float32) for side in sides)
        return one[pairs.rows], other[pairs.columns]

    critical, cooperative = both(lambda one: one.critical), both(lambda one: one.cooperative)
    denials, blames = both(lambda one: one.denials), both(lambda one: one.blames)
    remedies, contrasts = both(lambda one: one.remedies), both(lambda one: one.contrasts)
    judgements = both(lambda one: one.judgements)
    return {
        "critical, one": np.abs(critical[0] - critical[1]),
        "critical, both": critical[0] * critical[1],
        "critical and cooperative": np.maximum(critical[0] * cooperative[1], cooperative[0] * critical[1]),
        "denials": np.minimum(denials[0] + denials[1], _MOST_DENIALS),
        "denial, one": np.abs(denials[0] - denials[1]) % 2,
        "blame, one": np.abs(blames[0] - blames[1]),
        "blame, both": blames[0] * blames[1],
        "remedy, one": np.abs(remedies[0] - remedies[1]),
        "contrasts": np.minimum(contrasts[0] + contrasts[1], _MOST_CONTRASTS),
        "judgements": np.minimum(judgements[0] + judgements[1], _MOST_JUDGEMENTS),
        **_names(sides, pairs),
    }


def _attitude(record: Record) -> _Attitude:
    layers = Counter(mention.layer for mention in record.mentions)
    stances = {mention.entry.text("stance") for mention in record.mentions if mention.layer == "verbs"}
    classes = Counter(mention.entry.text("class") for mention in record.mentions if mention.layer == "modality")
    return _Attitude(
        critical=not stances.isdisjoint(_CRITICAL),
        cooperative="cooperative" in stances,
        denials=classes["negation"],
        blames=any(classes[name] for name in _BLAME),
        remedies=classes["remedy"] > 0,
        contrasts=sum(classes[name] for name in _CONTRAST),
        judgements=layers["evaluatives"],
        names={
            mention.entry.text("family"): (mention.id, mention.entry.number("charge"))
            for mention in record.mentions
            if mention.layer == "term_families"
        },
    )


def _names(sides: tuple[Sequence[_Attitude], Sequence[_Attitude]], pairs: Pairs) -> Signals:
    """How many things both name by one name, how many by rival names, and how far these are apart in charge at most."""
    same, rival, gap = (np.zeros(len(pairs), np.float32) for _ in range(3))
    named = [{family for attitude in side for family in attitude.names} for side in sides]
    for family in sorted(named[0] & named[1]):
        numbers: dict[str, int] = {}
        (one, charge), (other, other_charge) = (_named(side, family, numbers) for side in sides)
        one, other = one[pairs.rows], other[pairs.columns]
        is_common = (one >= 0) & (other >= 0)
        same += is_common & (one == other)
        rival += is_common & (one != other)
        gap = np.maximum(gap, is_common * np.abs(charge[pairs.rows] - other_charge[pairs.columns]))
    return {"same names": same, "rival names": rival, "rival names, charge": np.asarray(gap, np.float32)}


def _named(side: Sequence[_Attitude], family: str, numbers: dict[str, int]) -> tuple[Values, Values]:
    """For each sentence the number of the name that it has for a thing, -1 without one, and the charge of that name."""
    given = [attitude.names.get(family) for attitude in side]
    return (
        np.array([numbers.setdefault(name[0], len(numbers)) if name else -1 for name in given], np.float32),
        np.array([name[1] if name else 0 for name in given], np.float32),
    )


ATTITUDE_SIGNALS = (
    "critical, one", "critical, both", "critical and cooperative", "denials", "denial, one", "blame, one",
    "blame, both", "remedy, one", "contrasts", "judgements", "same names", "rival names", "rival names, charge",
)  # fmt: skip
"""The names of the signals that tell how two sentences stand to what they speak of."""
