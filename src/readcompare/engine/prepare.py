"""Everything about two readouts that is known before a pair of sentences is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from readcompare.engine.acts import Cast
from readcompare.engine.attitude import attitudes
from readcompare.engine.candidates import pairs_of
from readcompare.engine.casting import cast_of_call
from readcompare.engine.features import Record, extract
from readcompare.engine.pairs import Pairs
from readcompare.engine.progress import Progress, begun, parts, silent
from readcompare.engine.reading import Reading, read
from readcompare.engine.score import MEANING, Signals, disputable, signals
from readcompare.engine.segment import segment
from readcompare.engine.shape import shapes
from readcompare.engine.unread import unread
from readcompare.engine.voice import Voice, voices
from readcompare.errors import InputError, Problem
from readcompare.lexicon.matcher import Matcher
from readcompare.model.call import Call
from readcompare.model.text import Document, Readout
from readcompare.model.weights import Logistic

if TYPE_CHECKING:
    from readcompare.engine.meaning import Encoder, Meaning
    from readcompare.lexicon.glossary import Glossary

MAX_SENTENCES = 20_000
"""Sentences of one side at most: two books; beyond this the memory of a laptop ends."""


class Kit(Struct, frozen=True):
    """What the engine reads with, lexicons compiled for the language of each side, and what it weighs omissions by."""

    matchers: tuple[Matcher, Matcher]
    names: Matcher
    """For the names of participants and sides, which are written in English."""
    newsworthiness: Logistic
    """What makes a one-sided sentence worth reporting."""
    glossaries: tuple[Glossary, ...] = ()
    """What the user's dictionaries say about words of the two texts, in either direction."""
    encoder: Encoder | None = None
    """The sentence encoder of the semantic matcher."""


class Prepared(Struct, frozen=True):
    """Two documents with all that is known before anything is decided."""

    documents: tuple[Document, Document]
    records: tuple[tuple[Record, ...], tuple[Record, ...]]
    cast: Cast
    pairs: Pairs
    """The pairs that are looked at."""
    signals: Signals
    """The signals of the first look."""
    shapes: Signals
    """What the two sentences of each pair are like each by itself."""
    attitudes: Signals
    """How the two sentences of each pair stand to what they speak of."""
    voices: tuple[tuple[Voice, ...], tuple[Voice, ...]]
    disputable: NDArray[np.bool_]
    """For each pair whether its sentences have a matter in common on which they may compete."""
    newsworthiness: Logistic
    """What makes a one-sided sentence worth reporting."""
    unread: tuple[frozenset[int], frozenset[int]]
    """The places of sentences in languages that are not read; nothing is claimed of them, and nothing against them."""
    meaning: Meaning | None = None
    """What the sentence encoder says, which is one of the signals; None without one."""


def prepare(
    a: Readout,
    b: Readout,
    *,
    call: Call,
    kit: Kit,
    letters: tuple[str, str] = ("A", "B"),
    progress: Progress = silent,
) -> Prepared:
    """Everything about two readouts that is known before a pair is judged; InputError for more than `MAX_SENTENCES`.

    `letters` name the sides: of several accounts any two are compared, and sentence C3 is C3 in each comparison.
    """
    # In percent of the whole for two texts of 5,000 sentences; what a comparison does without takes no time.
    dividing, reading, encoding, choosing, weighing, ending = parts(progress, 1, 30, 10 * bool(kit.encoder), 16, 17, 2)
    begun(dividing, "dividing into sentences")
    documents = segment(a, letters[0]), segment(b, letters[1])
    _refuse_too_many(documents)
    finding, telling = parts(reading, 1, 1)
    readings = _readings(documents, kit, finding)
    cast = cast_of_call(readings, call, kit.matchers, kit.names)
    first, second = _records(readings, cast, kit, telling)
    vectors = told = None
    if kit.encoder:
        from readcompare.engine.meaning import encoded, meaning  # most comparisons have no encoder

        begun(encoding, "encoding sentences")
        vectors = encoded(kit.encoder, documents)
    pairs = pairs_of(first, second, vectors, begun(choosing, "choosing pairs"))
    weighed = begun(weighing, "weighing pairs")
    found = signals(first, second, pairs, one_language=a.language == b.language, progress=weighed)
    if kit.encoder and vectors:
        told = meaning(kit.encoder, vectors, pairs, (a.language, b.language))
        found[MEANING] = told.odds
    begun(ending, "weighing sentences")
    return Prepared(
        documents=documents,
        records=(first, second),
        cast=cast,
        pairs=pairs,
        signals=found,
        shapes=shapes(first, second, pairs),
        attitudes=attitudes(first, second, pairs),
        voices=(voices(first), voices(second)),
        disputable=disputable(first, second, pairs, found),
        newsworthiness=kit.newsworthiness,
        unread=(unread(documents[0], first, kit.matchers[0]), unread(documents[1], second, kit.matchers[1])),
        meaning=told,
    )


def _readings(documents: tuple[Document, Document], kit: Kit, progress: Progress) -> tuple[Reading, Reading]:
    readings = []
    for document, matcher, part in zip(documents, kit.matchers, parts(progress, 1, 1), strict=True):
        begun(part, f"looking for terms in {document.letter}")
        readings.append(read(document, matcher))
    first, second = readings
    return first, second


def _records(
    readings: tuple[Reading, Reading], cast: Cast, kit: Kit, progress: Progress
) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """The records of both sides, with one key for unknown words that the user's dictionaries translate."""
    *telling, translating = parts(progress, 1, 1, 0.5 * bool(kit.glossaries))
    first, second = (
        extract(reading, cast, begun(part, f"reading what {reading.document.letter} says"))
        for reading, part in zip(readings, telling, strict=True)
    )
    if not kit.glossaries:
        return first, second
    from readcompare.engine.glossary import linked  # most comparisons have no dictionary

    begun(translating, "translating unknown words")
    a, b = readings
    return linked((a.document, b.document), (first, second), kit.glossaries)


def _refuse_too_many(documents: tuple[Document, Document]) -> None:
    most = max(len(document.sentences) for document in documents)
    if most > MAX_SENTENCES:
        raise InputError(
            Problem(message=f"a text has {most:,} sentences; at most {MAX_SENTENCES:,} can be compared, so divide it")
        )
