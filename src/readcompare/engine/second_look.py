"""The second look: the pair beside its rivals and neighbours, whose voices it has, and all else known of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from readcompare.engine.pairs import Pairs, Vector
from readcompare.engine.score import Signals
from readcompare.engine.voice import Manner, Voice

_FURTHEST = 4.0
"""Log-odds by which a pair can lead or trail its rivals: beyond it nothing is added."""
_LEAST = -4.0
"""Log-odds of a pair that is not looked at; less is not told apart from it."""
_LEADING = ("concepts", "coverage", "mass", "clause", "clause mass", "topics", "characters", "paragraph")
"""Signals in which a pair is set beside its rivals."""
_MANNERS = tuple(Manner)


def log_odds(probabilities: Vector) -> Vector:
    """ln(p / (1 - p)), with p kept a hair away from 0 and 1."""
    inside = np.clip(probabilities, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(inside / (1 - inside)), np.float32)


def second_look(
    first: Vector, signals: Signals, more: Signals, voices: tuple[Sequence[Voice], Sequence[Voice]], pairs: Pairs
) -> Signals:
    """What the whole pair of texts tells of each pair of sentences; `first` are the probabilities of the first look.

    The `signals` of the first look count once more, as some weigh otherwise beside rivals, and with them what `more` is
    known of each pair. Swapping the sides changes no value.
    """
    odds = log_odds(first)
    leads = [np.clip(odds - np.maximum(pairs.rivals(odds, axis), _LEAST), -_FURTHEST, _FURTHEST) for axis in (0, 1)]
    known = np.maximum(odds, _LEAST)
    neighbours = np.maximum(pairs.beside(known, 1, _LEAST), pairs.beside(known, -1, _LEAST))
    return {
        "odds": odds,
        "leads": leads[0] + leads[1],
        "least lead": np.minimum(leads[0], leads[1]),
        "best of one": ((leads[0] >= 0) | (leads[1] >= 0)).astype(np.float32),
        "best of both": ((leads[0] >= 0) & (leads[1] >= 0)).astype(np.float32),
        "neighbours": neighbours,
        **_voices(voices, pairs),
        **signals,
        **_leads(signals, pairs),
        **more,
    }


def _leads(signals: Signals, pairs: Pairs) -> Signals:
    """By how much a pair leads its best rival in some signals, among the pairs of one sentence and of the other."""
    result: Signals = {}
    for name in _LEADING:
        leads = [signals[name] - np.maximum(pairs.rivals(signals[name], axis), 0) for axis in (0, 1)]
        result[_least(name)], result[_greatest(name)] = np.minimum(*leads), np.maximum(*leads)
    return result


def _least(name: str) -> str:
    return f"{name}, least lead"


def _greatest(name: str) -> str:
    return f"{name}, greatest lead"


LEAD_SIGNALS = tuple(told(name) for name in _LEADING for told in (_least, _greatest))
"""The names of the signals that set a pair beside its rivals in one respect."""


def _voices(voices: tuple[Sequence[Voice], Sequence[Voice]], pairs: Pairs) -> Signals:
    """One signal for each two manners, and two of own voices: of one person and of two."""
    numbers = [np.array([_MANNERS.index(voice.manner) for voice in side], np.intp) for side in voices]
    one, other = numbers[0][pairs.rows], numbers[1][pairs.columns]
    low, high = np.minimum(one, other), np.maximum(one, other)
    actors = {
        voice.actors: number for number, voice in enumerate({v.actors: v for side in voices for v in side}.values())
    }
    whose = [np.array([actors[voice.actors] for voice in side], np.intp) for side in voices]
    alike = whose[0][pairs.rows] == whose[1][pairs.columns]
    result: dict[str, NDArray[np.bool_]] = {}
    for at, first in enumerate(_MANNERS):
        for second in _MANNERS[at:]:
            holds = (low == at) & (high == _MANNERS.index(second))
            if first is second is Manner.OWN:
                result[_ONE_PERSON], result[_TWO_PERSONS] = holds & alike, holds & ~alike
            else:
                result[_together(first, second)] = holds
    return {name: np.asarray(flags, np.float32) for name, flags in result.items()}


def _together(first: Manner, second: Manner) -> str:
    return f"{first} + {second}"


_ONE_PERSON, _TWO_PERSONS = (f"{_together(Manner.OWN, Manner.OWN)}, {how}" for how in ("one person", "two persons"))
_OWN_TWICE = (Manner.OWN, Manner.OWN)
_TWO_MANNERS = [(one, two) for at, one in enumerate(_MANNERS) for two in _MANNERS[at:] if (one, two) != _OWN_TWICE]
VOICE_SIGNALS = (*(_together(one, two) for one, two in _TWO_MANNERS), _ONE_PERSON, _TWO_PERSONS)
"""The names of the signals that tell whose voices two sentences are."""
