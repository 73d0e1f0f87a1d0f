"""The first look: how much two sentences have in common, one named signal for each way of looking."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from readcompare.engine.bags import Bag, cosine, dice, held, shared, totals
from readcompare.engine.features import PRINCIPAL, Record
from readcompare.engine.ngrams import ngrams
from readcompare.engine.pairs import Pairs, Vector
from readcompare.engine.progress import Share, silent

Signals = dict[str, Vector]
"""A value for each pair by the name of the signal."""

MEANING = "meaning"
"""The name of the signal of a sentence encoder, which only the semantic matcher has."""

_MASS = 4.0
_CLAUSE_MASS = 2.0
_SPECIFIC = 0.6 / _MASS
_WEIGHTY = 0.8
"""Weight from which a term says what a dispute is about."""
_CONCEPT = 0.5
"""Weight of a concept that tells what a paragraph speaks of."""
_NO_CONCEPTS = ("word:", "n:", "date:", "time:")
_NEAR = 2.0
"""Log-odds from which on an encoder alone holds that two sentences speak of one thing."""


def signals(
    a: Sequence[Record], b: Sequence[Record], pairs: Pairs, *, one_language: bool, progress: Share = silent
) -> Signals:
    """For each signal one value a pair, most of them 0..1; swapping the sides changes no value."""
    terms_a, terms_b = ([{key: term.weight for key, term in r.terms.items()} for r in side] for side in (a, b))
    common = shared(terms_a, terms_b, pairs)
    total_a, total_b = totals(terms_a)[pairs.rows], totals(terms_b)[pairs.columns]
    nothing: Vector = np.zeros(len(pairs), np.float32)
    result = {
        "concepts": 2 * common / np.maximum(total_a + total_b, 1e-6),
        "coverage": common / np.maximum(np.minimum(total_a, total_b), 0.6),
        "mass": np.minimum(common / _MASS, 1),
        "names": dice(_strong(terms_a), _strong(terms_b), pairs),
        "topics": _bags(a, b, pairs, lambda record: record.matter),
        "parents": _bags(a, b, pairs, lambda record: record.matter_parents),
        "setting": dice(_setting(a), _setting(b), pairs),
        "paragraph": _paragraph((a, b), (terms_a, terms_b), pairs),
        "verbs": _bags(a, b, pairs, lambda record: record.act.verbs),
        "characters": cosine(ngrams(a), ngrams(b), pairs),
        "words": _words(a, b, pairs) if one_language else nothing,
        "fuzzy": _fuzzy(a, b, pairs) if one_language else nothing,
    }
    progress(0.5)
    result |= _clauses(a, b, pairs)
    result |= _acts(a, b, pairs)
    result["distance"] = pairs.distance
    return {name: np.asarray(values, np.float32) for name, values in result.items()}


def related(signals: Signals) -> NDArray[np.bool_]:
    """For each pair whether it speaks of one thing at all: a topic of substance or a specific term is shared.

    An encoder sees words that no lexicon knows, so what it holds to be near is such a thing too.
    """
    by_words = (signals["topics"] > 0) | (signals["mass"] >= _SPECIFIC)
    return by_words | (signals[MEANING] >= _NEAR) if MEANING in signals else by_words


def disputable(a: Sequence[Record], b: Sequence[Record], pairs: Pairs, signals: Signals) -> NDArray[np.bool_]:
    """For each pair whether its sentences may compete: they share a topic, a field of topics or a weighty term.

    That both speak of an end, of the Europeans or of the further course of something makes no dispute.
    """
    weighty_a, weighty_b = (
        [{key: one.weight for key, one in record.terms.items() if one.weight >= _WEIGHTY} for record in side]
        for side in (a, b)
    )
    is_of_one_matter = (signals["topics"] > 0) | (signals["parents"] > 0) | (shared(weighty_a, weighty_b, pairs) > 0)
    return is_of_one_matter | (signals[MEANING] >= _NEAR) if MEANING in signals else is_of_one_matter


def identical(a: Sequence[Record], b: Sequence[Record], pairs: Pairs) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """For each pair whether both sentences are the same words in the same order, and whether they go together.

    Of a sentence that stands in both texts more than once as many go together as both have, in the order of the texts
    and near in place; what one text has beyond that only repeats them.
    """
    names: dict[tuple[str, ...], int] = {}
    numbers = [np.array([names.setdefault(record.identity, len(names)) for record in side], np.intp) for side in (a, b)]
    same = numbers[0][pairs.rows] == numbers[1][pairs.columns]
    together = np.isin(pairs.codes, repeated(a, b))
    return same, together


def repeated(a: Sequence[Record], b: Sequence[Record]) -> NDArray[np.intp]:
    """Codes of the pairs of the same words that go together: row times number of columns plus column."""
    occurrences: list[dict[tuple[str, ...], list[int]]] = [{}, {}]
    for found, side in zip(occurrences, (a, b), strict=True):
        for number, record in enumerate(side):
            found.setdefault(record.identity, []).append(number)
    codes = [
        row * len(b) + column
        for identity, rows in occurrences[0].items()
        if (columns := occurrences[1].get(identity))
        for row, column in _in_order(rows, columns, (len(a), len(b)))
    ]
    return np.array(codes, np.intp)


def _in_order(rows: Sequence[int], columns: Sequence[int], shape: tuple[int, int]) -> Iterable[tuple[int, int]]:
    """Each of the fewer sentences with the one of the others that is nearest in place, without crossing."""
    if len(rows) > len(columns):
        return [(row, column) for column, row in _in_order(columns, rows, (shape[1], shape[0]))]
    places = [column / max(shape[1] - 1, 1) for column in columns]
    result: list[tuple[int, int]] = []
    first = 0
    for done, row in enumerate(rows):
        place = row / max(shape[0] - 1, 1)
        at = bisect_left(places, place)
        if at == len(places) or (at and place - places[at - 1] <= places[at] - place):
            at -= 1
        # After the one before, and so that one is left for each that follows.
        at = min(max(at, first), len(columns) - len(rows) + done)
        result.append((row, columns[at]))
        first = at + 1
    return result


def _strong(side: Sequence[Bag]) -> list[Bag]:
    """Names, terms and numbers without concepts and single words."""
    return [{key: weight for key, weight in bag.items() if not key.startswith(("word:", "bridge:"))} for bag in side]


def _clauses(a: Sequence[Record], b: Sequence[Record], pairs: Pairs) -> Signals:
    """For each pair the Dice coefficient and the shared weight of the two clauses that have most in common."""
    bags = [[clause for record in side for clause in record.clauses] for side in (a, b)]
    counts = [np.array([len(record.clauses) for record in side], np.intp) for side in (a, b)]
    firsts = [np.cumsum(count) - count for count in counts]
    # All clauses of a sentence of A with all of its partner, pair after pair.
    sizes = counts[0][pairs.rows] * counts[1][pairs.columns]
    owner = np.repeat(np.arange(len(pairs)), sizes)
    starts = np.cumsum(sizes) - sizes
    inside = np.arange(len(owner)) - starts[owner]
    rows, columns = pairs.rows[owner], pairs.columns[owner]
    each = Pairs(
        (len(bags[0]), len(bags[1])),
        firsts[0][rows] + inside // counts[1][columns],
        firsts[1][columns] + inside % counts[1][columns],
    )
    common = shared(bags[0], bags[1], each)
    total = totals(bags[0])[each.rows] + totals(bags[1])[each.columns]
    best = [np.zeros(len(pairs), np.float32) for _ in range(2)]
    if len(pairs):
        best[0] = np.maximum.reduceat(2 * common / np.maximum(total, 1e-6), starts)
        best[1] = np.maximum.reduceat(np.minimum(common / _CLAUSE_MASS, 1), starts)
    return {"clause": best[0], "clause mass": best[1]}


def _acts(a: Sequence[Record], b: Sequence[Record], pairs: Pairs) -> Signals:
    topical = _column(a, b, pairs, lambda record: record.act.names_topics)
    opening = _column(a, b, pairs, lambda record: record.act.opening)
    closing = _column(a, b, pairs, lambda record: record.act.closing)
    force = _column(a, b, pairs, lambda record: record.act.force)
    acting_a, acting_b = ([dict.fromkeys(record.act.actors, 1.0) for record in side] for side in (a, b))
    known = (totals(acting_a)[pairs.rows] > 0) & (totals(acting_b)[pairs.columns] > 0)
    together = held(acting_a, acting_b, pairs) > 0
    return {
        "opening": opening[0] * opening[1],
        "half opening": np.abs(opening[0] - opening[1]),
        "closing": closing[0] * closing[1],
        "half closing": np.abs(closing[0] - closing[1]),
        "topics named": topical[0] * topical[1],
        "topics half named": np.abs(topical[0] - topical[1]),
        "force": np.abs(force[0] - force[1]) / 10,
        "same actor": (known & together).astype(np.float32),
        "other actor": (known & ~together).astype(np.float32),
    }


def _setting(side: Sequence[Record]) -> list[Bag]:
    """The countries and places of each sentence; of one that names none those that its paragraph named last."""
    found: list[Bag] = []
    last: Bag = {}
    for record in side:
        names = {key: one.weight for key, one in record.terms.items() if key.startswith("entities:")}
        own = {key: weight for key, weight in names.items() if weight > PRINCIPAL}
        is_frame = record.act.opening or record.act.closing
        last = own or ({} if record.begins or is_frame else last)
        found.append(last)
    return found


def _paragraph(
    sides: tuple[Sequence[Record], Sequence[Record]], terms: tuple[Sequence[Bag], Sequence[Bag]], pairs: Pairs
) -> Vector:
    """Dice coefficient of what the paragraphs speak of in which the two sentences stand."""
    places = [np.cumsum([number > 0 and record.begins for number, record in enumerate(side)]) for side in sides]
    bags = [_of_paragraphs(own, of_side.tolist()) for own, of_side in zip(terms, places, strict=True)]
    codes = places[0][pairs.rows].astype(np.intp) * len(bags[1]) + places[1][pairs.columns].astype(np.intp)
    shape = (len(bags[0]), len(bags[1]))
    if shape[0] * shape[1] <= len(pairs):
        return np.asarray(dice(bags[0], bags[1], Pairs.every(shape))[codes], np.float32)
    among = Pairs.chosen(shape, codes)
    return np.asarray(dice(bags[0], bags[1], among)[np.searchsorted(among.codes, codes)], np.float32)


def _of_paragraphs(terms: Sequence[Bag], places: Sequence[int]) -> list[Bag]:
    """The known concepts of each paragraph; `places` is the paragraph of each sentence."""
    found: list[dict[str, float]] = [{} for _ in range(places[-1] + 1 if places else 0)]
    for bag, place in zip(terms, places, strict=True):
        concepts = {k: weight for k, weight in bag.items() if weight >= _CONCEPT and not k.startswith(_NO_CONCEPTS)}
        of_all = found[place]
        for key in concepts.keys() & of_all.keys():
            concepts[key] = max(concepts[key], of_all[key])
        of_all |= concepts
    return list(found)


def _words(a: Sequence[Record], b: Sequence[Record], pairs: Pairs) -> Vector:
    """Cosine of the sets of stems."""
    sets_a, sets_b = ([dict.fromkeys(record.stems, 1.0) for record in side] for side in (a, b))
    size = np.sqrt(totals(sets_a)[pairs.rows] * totals(sets_b)[pairs.columns])
    return np.asarray(held(sets_a, sets_b, pairs) / np.maximum(size, 1e-6), np.float32)


def _fuzzy(a: Sequence[Record], b: Sequence[Record], pairs: Pairs) -> Vector:
    # Only texts in one language need it, and its import costs as much as reading both.
    from rapidfuzz import fuzz, process

    texts_a, texts_b = ([" ".join(record.stems) for record in side] for side in (a, b))
    if pairs.is_every:
        ratios = process.cdist(texts_a, texts_b, scorer=fuzz.token_sort_ratio, workers=-1).ravel()
    else:
        one, other = [texts_a[row] for row in pairs.rows], [texts_b[column] for column in pairs.columns]
        ratios = process.cpdist(one, other, scorer=fuzz.token_sort_ratio, workers=-1)
    return (ratios / 100).astype(np.float32)


def _bags(a: Sequence[Record], b: Sequence[Record], pairs: Pairs, members: Callable[[Record], Iterable[str]]) -> Vector:
    first, second = ([dict.fromkeys(members(record), 1.0) for record in side] for side in (a, b))
    return dice(first, second, pairs)


def _column(
    a: Sequence[Record], b: Sequence[Record], pairs: Pairs, value: Callable[[Record], float]
) -> tuple[Vector, Vector]:
    first, second = (np.array([value(record) for record in side], dtype=np.float32) for side in (a, b))
    return first[pairs.rows], second[pairs.columns]
