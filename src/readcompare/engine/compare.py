"""The pipeline: two readouts in, one comparison out, a stage a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from readcompare.engine.acts import Cast, cast_of, country_of
from readcompare.engine.align import Chances, Group, doubted, groups, probability
from readcompare.engine.arrange import moved
from readcompare.engine.candidates import pairs_of
from readcompare.engine.checks import CHECKS, Pairing
from readcompare.engine.explain import reasons
from readcompare.engine.features import Record, extract
from readcompare.engine.glance import glance
from readcompare.engine.hand import Hand, place, remark_of, told_at
from readcompare.engine.kinds import is_generic, match_kind
from readcompare.engine.pairs import Pairs
from readcompare.engine.parallel import NOTE, is_parallel, softened
from readcompare.engine.progress import Progress, part, silent
from readcompare.engine.reporting import reported_acts
from readcompare.engine.score import MEANING, Signals, identical, related, signals
from readcompare.engine.second_look import log_odds, second_look
from readcompare.engine.segment import segment
from readcompare.engine.topics import topics_of
from readcompare.engine.voice import Manner, Voice, voices
from readcompare.engine.wording import edits
from readcompare.engine.words import items
from readcompare.errors import InputError, Problem
from readcompare.lexicon.matcher import Matcher, Mention, apply_requires
from readcompare.lexicon.tokens import tokenise
from readcompare.model.alignment import Edit, Row, RowKind
from readcompare.model.annotations import Annotations, Judgement
from readcompare.model.comparison import Comparison
from readcompare.model.findings import Finding
from readcompare.model.recipe import Recipe
from readcompare.model.text import Document, Readout, Wording
from readcompare.model.weights import Models, Weights

if TYPE_CHECKING:
    from readcompare.engine.meaning import Encoder, Meaning
    from readcompare.lexicon.glossary import Glossary

MAX_SENTENCES = 20_000
"""Sentences of one side at most: two books; beyond this the memory of a laptop ends."""


NOT_SHOWN = 0.1
"""Greatest probability of a link between sentences in which the lexicons see nothing in common: too low to link."""


@dataclass(frozen=True, slots=True)
class Call:
    """What is known about the conversation itself."""

    title: str
    date: str | None = None
    """ISO 8601."""
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kit:
    """What the engine reads with: lexicons compiled for the language of each side."""

    matchers: tuple[Matcher, Matcher]
    names: Matcher
    """For the names of participants and sides, which are written in English."""
    glossaries: tuple[Glossary, ...] = ()
    """What the user's dictionaries say about words of the two texts, in either direction."""
    encoder: Encoder | None = None
    """The sentence encoder of the semantic matcher."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Two documents with all that is known before anything is decided."""

    documents: tuple[Document, Document]
    records: tuple[tuple[Record, ...], tuple[Record, ...]]
    cast: Cast
    pairs: Pairs
    """The pairs that are looked at."""
    signals: Signals
    """The signals of the first look."""
    voices: tuple[tuple[Voice, ...], tuple[Voice, ...]]
    meaning: Meaning | None = None
    """What the sentence encoder says, which is one of the signals; None without one."""


def compare(
    a: Readout,
    b: Readout,
    *,
    call: Call,
    recipe: Recipe,
    kit: Kit,
    weights: Weights,
    annotations: Annotations = Annotations(),  # noqa: B008 - it is frozen and empty
    notes: tuple[str, ...] = (),
    progress: Progress = silent,
) -> Comparison:
    """Align two readouts and examine the rows; any two texts are a valid input, also empty ones.

    `annotations` were set by hand and are kept exactly. `notes` are what the reader must know about how the texts
    were read; the engine adds its own. `progress` is told how far the work has come.
    """
    first, last = halves(progress)
    prepared = prepare(a, b, call=call, kit=kit, progress=first)
    return conclude(
        prepared,
        call=call,
        recipe=recipe,
        kit=kit,
        weights=weights,
        annotations=annotations,
        notes=notes,
        progress=last,
    )


def halves(progress: Progress) -> tuple[Progress, Progress]:
    """The progress of preparing and of concluding, as parts of the whole: most of the time goes into preparing."""
    return part(progress, 0, 0.85), part(progress, 0.85, 1)


def conclude(
    prepared: Prepared,
    *,
    call: Call,
    recipe: Recipe,
    kit: Kit,
    weights: Weights,
    annotations: Annotations = Annotations(),  # noqa: B008 - it is frozen and empty
    notes: tuple[str, ...] = (),
    progress: Progress = silent,
) -> Comparison:
    """What `compare` gives, from readouts that are prepared: another recipe needs no second preparing."""
    hand = place(annotations, prepared.documents, prepared.records)
    decided = decide(prepared, weights, recipe, hand)
    progress(0.3)
    rows = found_rows(prepared, decided, hand)
    pairing = pair(prepared, rows)
    parallel = [NOTE] if is_parallel(prepared.documents, rows) else []
    progress(1)
    return Comparison(
        title=call.title,
        date=call.date,
        participants=call.participants,
        recipe=recipe,
        a=prepared.documents[0],
        b=prepared.documents[1],
        rows=rows,
        findings=found_findings(pairing),
        acts=pairing.acts,
        glance=glance(pairing),
        notes=(*notes, *_notes(prepared, kit), *parallel, *_lost(hand)),
    )


def prepare(a: Readout, b: Readout, *, call: Call, kit: Kit, progress: Progress = silent) -> Prepared:
    """Everything about two readouts that is known before a pair is judged; InputError for more than `MAX_SENTENCES`."""
    documents = segment(a, "A"), segment(b, "B")
    _refuse_too_many(documents)
    cast = _cast(documents, call, kit)
    readings = part(progress, 0, 0.25), part(progress, 0.25, 0.5)
    first, second = (
        extract(document, matcher, cast, reading)
        for document, matcher, reading in zip(documents, kit.matchers, readings, strict=True)
    )
    if kit.glossaries:
        from readcompare.engine.glossary import linked  # most comparisons have no dictionary

        first, second = linked(documents, (first, second), kit.glossaries)
    choosing = part(progress, 0.5, 0.75)
    one_language = a.language == b.language
    spoken = voices(first), voices(second)
    if kit.encoder is None:
        pairs = pairs_of(first, second, progress=choosing)
        found = signals(first, second, pairs, one_language=one_language)
        return Prepared(documents, (first, second), cast, pairs, found, spoken)
    from readcompare.engine.meaning import encoded, meaning  # most comparisons have no encoder

    vectors = encoded(kit.encoder, documents)
    pairs = pairs_of(first, second, vectors, choosing)
    told = meaning(kit.encoder, vectors, pairs, (a.language, b.language))
    found = signals(first, second, pairs, one_language=one_language) | {MEANING: told.odds}
    return Prepared(documents, (first, second), cast, pairs, found, spoken, told)


def found_findings(pairing: Pairing) -> tuple[Finding, ...]:
    """What the checks find, the most reportable first."""
    findings = [finding for check in CHECKS for finding in check(pairing)]
    if is_parallel(pairing.documents, pairing.rows):
        findings = softened(findings)
    # The evidence tells findings of one row and kind apart, so that the order is the same every time.
    findings.sort(key=lambda finding: (-finding.severity * finding.confidence, finding.kind, finding.evidence))
    return tuple(findings)


def pair(prepared: Prepared, rows: tuple[Row, ...]) -> Pairing:
    """What the checks are given: the rows with all that is known about both texts."""
    acts_a, acts_b = (
        reported_acts(document, records, prepared.cast)
        for document, records in zip(prepared.documents, prepared.records, strict=True)
    )
    topics_a, topics_b = (
        topics_of(document, records, manners)
        for document, records, manners in zip(prepared.documents, prepared.records, prepared.voices, strict=True)
    )
    return Pairing(
        documents=prepared.documents,
        records=prepared.records,
        cast=prepared.cast,
        rows=rows,
        voices=prepared.voices,
        acts=(acts_a, acts_b),
        topics=(topics_a, topics_b),
    )


def _refuse_too_many(documents: tuple[Document, Document]) -> None:
    most = max(len(document.sentences) for document in documents)
    if most > MAX_SENTENCES:
        raise InputError(
            Problem(message=f"a text has {most:,} sentences; at most {MAX_SENTENCES:,} can be compared, so divide it")
        )


def decide(prepared: Prepared, weights: Weights, recipe: Recipe, hand: Hand) -> tuple[Group, ...]:
    """The rows, by the learned probabilities of a link and of a competing pair, around what was set by hand."""
    generic = [[is_generic(record) for record in side] for side in prepared.records]
    threshold = weights.link_from if recipe.threshold is None else recipe.threshold
    models = models_for(prepared, weights)
    found = groups(chances(prepared, models), weights, threshold, (generic[0], generic[1]), hand)
    if models is weights.models:
        return found
    # How right the answers are was measured without this encoder, so it may not make anything sure.
    words_alone = replace(prepared, signals={k: v for k, v in prepared.signals.items() if k != MEANING})
    return doubted(found, chances(words_alone, weights.models), weights, hand)


def models_for(prepared: Prepared, weights: Weights) -> Models:
    """The learned models; an encoder that they do not know counts as much as it proved worth on test sentences."""
    if prepared.meaning is None or weights.model is not None:
        return weights.models
    from readcompare.engine.meaning import counting

    return counting(weights.models)


def chances(prepared: Prepared, models: Models) -> Chances:
    """The probabilities of a link and of a competing pair, for each pair that is looked at."""
    pairs, records = prepared.pairs, prepared.records
    first = probability(models.first, prepared.signals)
    seen = second_look(first, prepared.voices, pairs)
    link = probability(models.link, seen)
    rival = probability(models.competing, prepared.signals | seen | {"link": log_odds(link)})
    # Without a thing in common there is neither an answer nor a rival, but that they spoke and that they will.
    alone = ~related(prepared.signals)
    rival[alone] = 0
    alone &= (prepared.signals["opening"] == 0) & (prepared.signals["closing"] == 0)
    link[alone] = np.minimum(link[alone], NOT_SHOWN)
    # That there was a conversation is disputed by nobody.
    opening = [[voice.manner is Manner.OPENING for voice in side] for side in prepared.voices]
    rival[np.array(opening[0], bool)[pairs.rows] | np.array(opening[1], bool)[pairs.columns]] = 0
    # The same words are the same statement, whatever a model thinks of them: nothing else answers them better.
    alike = identical(*records, pairs)
    for axis in (0, 1):
        answered = pairs.best(alike.astype(np.float32), axis)[pairs.lines(axis)] > 0
        link[answered] = rival[answered] = 0
    link[alike] = 1
    return Chances(pairs, link, rival)


def found_rows(prepared: Prepared, found: Sequence[Group], hand: Hand) -> tuple[Row, ...]:
    """The rows in words: their ids, kinds, reasons and word differences."""
    matched = [group for group in found if group.kind.is_match]
    flags = moved([(group.a, group.b) for group in matched])
    out_of_order = {id(group) for group, flag in zip(matched, flags, strict=True) if flag}
    remarks = told_at(hand.remarks, [(group.a, group.b) for group in found])
    return tuple(
        _row(prepared, group, number, remarks.get(number - 1, ()), is_moved=id(group) in out_of_order)
        for number, group in enumerate(found, start=1)
    )


def _row(prepared: Prepared, group: Group, number: int, remarks: Sequence[Judgement], *, is_moved: bool) -> Row:
    one_language = prepared.documents[0].readout.language == prepared.documents[1].readout.language
    steps = _edits(prepared, group, one_language=one_language) if group.a and group.b else ()
    kind = group.kind
    if kind.is_match and not group.is_kind_set:
        kind = match_kind(prepared.records, group, steps, one_language=one_language)
    other = "B" if kind is RowKind.ONLY_A else "A"
    note, labels = remark_of(remarks)
    told = replace(group, kind=kind)
    return Row(
        id=f"R{number}",
        kind=kind,
        a=tuple(f"A{index + 1}" for index in group.a),
        b=tuple(f"B{index + 1}" for index in group.b),
        score=group.score,
        certainty=group.certainty,
        origin=group.origin,
        moved=is_moved,
        nearest=None if group.nearest is None else f"{other}{group.nearest + 1}",
        reasons=reasons(told, prepared.documents, prepared.records, _likeness(prepared, group)),
        note=note,
        labels=labels,
        edits=steps,
    )


def _likeness(prepared: Prepared, group: Group) -> float | None:
    """What the encoder says about a row or, of a one-sided one, about the nearest sentence."""
    if prepared.meaning is None:
        return None
    nearest = () if group.nearest is None else (group.nearest,)
    return prepared.meaning.of(group.a or nearest, group.b or nearest)


def _edits(prepared: Prepared, group: Group, *, one_language: bool) -> tuple[Edit, ...]:
    a, b = (
        items(document, records, indices, one_language=one_language)
        for document, records, indices in zip(prepared.documents, prepared.records, (group.a, group.b), strict=True)
    )
    return edits(a, b)


def _cast(documents: tuple[Document, Document], call: Call, kit: Kit) -> Cast:
    """The participants as given, else the persons whom the first sentences of both texts name."""
    openings = [
        _mentions(document.text_of(document.sentences[0]), matcher) if document.sentences else ()
        for document, matcher in zip(documents, kit.matchers, strict=True)
    ]
    # A text names its own leader first, so that tells its home when the side's name does not.
    sides = {
        document.letter: (*_mentions(document.readout.name, kit.names), *opening)
        for document, opening in zip(documents, openings, strict=True)
    }
    if call.participants:
        return cast_of([(name, _mentions(name, kit.names)) for name in call.participants], sides)
    # "Präsident Putin" names an office and "Владимир Путин" a person: the country is what both have in common.
    common = set(map(country_of, openings[0])) & set(map(country_of, openings[1]))
    named = [
        (mention.span.of(document.readout.text), [mention])
        for document, side in zip(documents, openings, strict=True)
        for mention in side
        if country_of(mention) in common
    ]
    return cast_of(named, sides)


def _mentions(text: str, matcher: Matcher) -> tuple[Mention, ...]:
    return apply_requires(matcher.mentions(tokenise(text)))


def _notes(prepared: Prepared, kit: Kit) -> list[str]:
    """What the reader must know, each note once with the letters of the sides that it is about."""
    sides: dict[str, list[str]] = {}
    for document, matcher in zip(prepared.documents, kit.matchers, strict=True):
        for note in _notes_on(document, matcher):
            sides.setdefault(note, []).append(document.letter)
    notes = [f"{' and '.join(letters)}: {note}" for note, letters in sides.items()]
    return [*notes, prepared.meaning.scale.note] if prepared.meaning else notes


def _lost(hand: Hand) -> Iterator[str]:
    """What was set by hand and has no place any more: said, so that no work is lost unseen."""
    for judgement in hand.lost:
        names = ", ".join(anchor.sentence for anchor in (*judgement.a, *judgement.b))
        yield f"set by hand and not found in the texts any more: {names} ({judgement.verdict}); look at the annotations"


def _notes_on(document: Document, matcher: Matcher) -> Iterator[str]:
    readout = document.readout
    if not document.sentences:
        yield "the text is empty"
    elif not matcher.knows_language:
        yield (
            f"language {readout.language} has no lexicon, so sentences are matched by names, numbers and like words "
            "alone, and acts and terms are not checked"
        )
    if readout.wording is Wording.RECONSTRUCTION:
        yield "wording: reconstruction, written after reports of the text; not the official wording"
    elif readout.wording:
        yield f"wording: {readout.wording}"
    if not readout.complete:
        yield "an excerpt, so nothing is said to be missing from the whole text"
