"""Do the two sides give different numbers, dates or extents for the same thing?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from readcompare.engine.checks.interface import Pairing, RowSide, excerpt
from readcompare.engine.counted import NOT, OVER, UNDER, Counted, are_apart, counted, counted_as, may_agree
from readcompare.engine.duration import call_lengths
from readcompare.engine.features import Record, headings_of
from readcompare.engine.matter import MEASURES, NUMBERS, is_of_one_day, is_of_one_sum, said
from readcompare.lexicon.entries import Mention
from readcompare.model.alignment import Origin, Row
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt, Span

_ALIKE = 0.8
"""Probability of a match from which one negation more means the opposite."""
_REACH = 3
"""Words before a date among which its bound stands."""
_BEFORE = frozenset("before vor avant".split())
_BY = frozenset("by bis spätestens until till d'ici".split())
_LATER = frozenset("later später позднее позже".split())
"""By a date, when denied: "no later than"."""
_AND = frozenset("and und sowie и et".split())
_NOUN_WEIGHT = 0.4
"""Weight from which a concept is a thing of its own and no filler."""
_NEAR = 30
"""Characters between a visit and the word that says that it goes both ways."""
_ONLY = "almost_all"
_ENDING = "neg_stop"
"""Words such as "stop": they end something and deny nothing."""
_NAMED = 3
"""Other topics named at most."""
_ROOM = 0.3
"""Share of a text that other topics must have to gainsay that a call was about one topic alone."""
_MUTUAL = frozenset(["bridge:visit", "bridge:visit_invite"])
_OF_CITIZENS = frozenset(["bridge:people_movement", "bridge:people_exchange"])
"""A sentence with one of them speaks of journeys of students or of visas, not of visits of leaders."""

Place = tuple[Excerpt, Excerpt]
"""The words of A and of B that differ."""


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each pair of numbers, dates or extents of one thing that cannot both be exact."""
    yield from _durations(pairing)
    yield from _only_topics(pairing)
    yield from _visits(pairing)
    for row, a, b in pairing.matched():
        is_clear = row.score >= _ALIKE or row.origin is not Origin.AUTO
        if is_clear and a.language == b.language:
            yield from _polarity(pairing, row, a, b)
        differences = (
            *(("number", 0.7, places) for places in _numbers(a, b)),
            *(("date", 0.6, places) for places in (*_bounds(a, b), *_dates(a, b))),
            *(("extent", 0.6, places) for places in _extents(a, b)),
        )
        for what, severity, (first, second) in differences:
            yield Finding(
                kind=FindingKind.CONTRADICTION,
                severity=severity,
                confidence=pairing.confidence(row, 0.6),
                summary=f"The readouts differ in the {what}. {a.name}: {a.words([first])} · "
                f"{b.name}: {b.words([second])}.",
                rows=(row.id,),
                evidence=(first, second),
            )


def _durations(pairing: Pairing) -> Iterator[Finding]:
    """How long the call was, where both texts say it."""
    lengths = [
        [
            counted_as(pairing.record(place.sentence), minutes, place)
            for minutes, place in call_lengths(document.readout.text, document.sentences, headings_of(records))
        ]
        for document, records in zip(pairing.documents, pairing.records, strict=True)
    ]
    if not all(lengths) or any(may_agree(one, other) for one, other in product(*lengths)):
        return
    (first, place), (second, other) = ((round(told[0].value), told[0].place) for told in lengths)
    names = [document.readout.name for document in pairing.documents]
    yield Finding(
        kind=FindingKind.CONTRADICTION,
        severity=0.6,
        confidence=0.9,
        summary=f"The readouts differ in the length of the call. {names[0]}: {first} minutes · {names[1]}: {second}.",
        rows=pairing.rows_with([place.sentence, other.sentence]),
        evidence=(place, other),
    )


def _only_topics(pairing: Pairing) -> Iterator[Finding]:
    """One text says that the call was about one subject alone, and the other gives room to what is not in that text."""
    for number, document in enumerate(pairing.documents):
        other, own, topics = pairing.documents[1 - number], pairing.topics[number].uses, pairing.topics[1 - number].uses
        for sentence, record in zip(document.sentences, pairing.records[number], strict=True):
            only = next((m for m in record.mentions if m.layer == "boosters" and m.id == _ONLY), None)
            if only is None or not record.topics or "discuss" not in record.act.verbs:
                continue
            more = [use for topic, use in topics.items() if use.parent not in record.parents and topic not in own]
            if sum(use.share for use in more) < _ROOM:
                continue
            most = sorted(more, key=lambda use: -use.share)[:_NAMED]
            yield Finding(
                kind=FindingKind.CONTRADICTION,
                severity=0.6,
                confidence=0.6,
                summary=f"The readouts differ in the extent. {document.readout.name}: {sentence.id} names one subject "
                f"for nearly all of the call · {other.readout.name}: also "
                f"{', '.join(use.label for use in most)}.",
                rows=pairing.rows_with([sentence.id]),
                evidence=(Excerpt(sentence.id, only.span), *(mention for use in most for mention in use.mentions)),
            )


def _polarity(pairing: Pairing, row: Row, a: RowSide, b: RowSide) -> Iterator[Finding]:
    """The same said, and one side denies it.

    A word more may turn it round as well: "will no longer buy" is "will stop buying", "no alternative" "the only way".
    """
    negations = [_negations(side) for side in (a, b)]
    if len(negations[0]) % 2 == len(negations[1]) % 2 or said(a, negations[0]) != said(b, negations[1]):
        return
    side, other, places = (a, b, negations[0]) if len(negations[0]) > len(negations[1]) else (b, a, negations[1])
    yield Finding(
        kind=FindingKind.CONTRADICTION,
        severity=0.7,
        confidence=pairing.confidence(row, 0.5),
        summary=f"{side.name} denies here ({side.words(places)}) what {other.name} states, or the other way round.",
        rows=(row.id,),
        evidence=tuple(places),
    )


def _negations(side: RowSide) -> list[Excerpt]:
    """What denies; "no more than 20" and "не позднее 1 июля" set a bound and deny nothing."""
    found: list[Excerpt] = []
    for sentence, record in zip(side.sentences, side.records, strict=True):
        numbers = [term.span.start for key, term in record.terms.items() if key.startswith(NUMBERS)]
        for mention in record.mentions:
            is_negation = mention.layer == "modality" and mention.entry.text("class") == "negation"
            if is_negation and mention.id != _ENDING and not _sets_a_bound(mention, record, numbers):
                found.append(excerpt(sentence, mention))
    return found


def _sets_a_bound(mention: Mention, record: Record, numbers: Sequence[int]) -> bool:
    """True for a negation with a bound in it or after it, and a number after that."""
    from_it = [token for token in record.tokens if token.span.start >= mention.span.start]
    words = from_it[: len(mention.tokens) + 1]
    bound = next((token for token in reversed(words) if token.norm in OVER | UNDER | _LATER), None)
    if bound is None:
        return False
    after = [token for token in from_it if token.span.start >= bound.span.end][:_REACH]
    return any(token.span.start == number for token in after for number in numbers)


def _numbers(a: RowSide, b: RowSide) -> Iterator[Place]:
    """The one number of a thing on each side that the other side does not have.

    Where a side has several such, nothing tells which of them belong together.
    """
    sides = _counted(a), _counted(b)
    values = [{one.value for one in side} for side in sides]
    lone = [[one for one in side if one.value not in theirs] for side, theirs in zip(sides, values[::-1], strict=True)]
    for first in lone[0]:
        rivals = [second for second in lone[1] if first.things & second.things]
        if len(rivals) != 1 or [one for one in lone[0] if one.things & rivals[0].things] != [first]:
            continue
        places = first.place, rivals[0].place
        # A sum of money is not yet a sum of the same: a deficit and all of the trade are both counted in euros.
        is_counted_alike = bool(first.things & rivals[0].things - MEASURES) or is_of_one_sum(a, b)
        if is_counted_alike and (are_apart(first, rivals[0]) or not may_agree(first, rivals[0])):
            yield places


def _counted(side: RowSide) -> list[Counted]:
    document = side.document
    return [
        one
        for name, record in zip(side.sentences, side.records, strict=True)
        for one in counted(document.readout.text, document.sentence(name), record)
    ]


def _bounds(a: RowSide, b: RowSide) -> Iterator[Place]:
    """One date, before which it must be on one side, and by which on the other."""
    for key, (word_a, place_a) in _bounded(a).items():
        word_b, place_b = _bounded(b).get(key, (None, None))
        if place_b and word_b != word_a:
            yield place_a, place_b


def _dates(a: RowSide, b: RowSide) -> Iterator[Place]:
    """The one day that each side names, where the two say the same of it."""
    first, second = _days(a), _days(b)
    if len(first) != 1 or len(second) != 1 or first[0][0] == second[0][0]:
        return
    places = first[0][1], second[0][1]
    if is_of_one_day(a, b, places):
        yield places


def _days(side: RowSide) -> list[tuple[str, Excerpt]]:
    return [
        (key, Excerpt(sentence, term.span))
        for sentence, record in zip(side.sentences, side.records, strict=True)
        for key, term in record.terms.items()
        if key.startswith("date:")
    ]


def _bounded(side: RowSide) -> dict[str, tuple[bool, Excerpt]]:
    """For each date with a bound whether it must be before it, and where that stands."""
    found: dict[str, tuple[bool, Excerpt]] = {}
    for sentence, record in zip(side.sentences, side.records, strict=True):
        for key, term in record.terms.items():
            if not key.startswith("date:"):
                continue
            before = [token for token in record.tokens if token.span.end <= term.span.start][-_REACH:]
            place = next((n for n in reversed(range(len(before))) if before[n].norm in _BEFORE | _BY | _LATER), None)
            if place is None:
                continue
            word, is_denied = before[place].norm, place > 0 and before[place - 1].norm in NOT
            if word in _LATER and not is_denied:
                continue
            # "не позже": without its first word it would say the opposite.
            first = before[place - 1 if is_denied else place]
            found[key] = word in _BEFORE, Excerpt(sentence, Span(first.span.start, term.span.end))
    return found


def _extents(a: RowSide, b: RowSide) -> Iterator[Place]:
    """Two things side by side ("energy and infrastructure") against one of the other ("energy infrastructure").

    What a comma or a hyphen divides is not one thing: "education, science", "торгово-экономический".
    """
    for first, second, flip in ((a, b, False), (b, a, True)):
        single = _neighbours(second, joined=False)
        for pair, place in _neighbours(first, joined=True).items():
            if pair in single:
                yield (single[pair], place) if flip else (place, single[pair])


def _neighbours(side: RowSide, *, joined: bool) -> dict[tuple[str, str], Excerpt]:
    """Concepts that stand beside each other, in their order, with "and" or with nothing but a blank between them."""
    found: dict[tuple[str, str], Excerpt] = {}
    for sentence, record in zip(side.sentences, side.records, strict=True):
        named = [mention for mention in record.mentions if mention.layer == "bridge"]
        by_first: dict[int, list[Mention]] = {}
        for mention in named:
            by_first.setdefault(mention.first, []).append(mention)
        for one in named:
            for other in by_first.get(one.end + joined, ()):
                if min(one.entry.number("w"), other.entry.number("w")) < _NOUN_WEIGHT:
                    continue
                between = side.document.readout.text[one.span.end : other.span.start].split()
                if all(word in _AND for word in between) and len(between) == joined:
                    span = Span(one.span.start, other.span.end)
                    found.setdefault((one.id, other.id), Excerpt(sentence, span))
    return found


def _visits(pairing: Pairing) -> Iterator[Finding]:
    """Visits or invitations go both ways in one text, and one way wherever the other text speaks of them."""
    names = [document.readout.name for document in pairing.documents]
    visits = [_invitations(pairing, number) for number in (0, 1)]
    mutual = [_mutual(pairing, number, visits[number]) for number in (0, 1)]
    if not (visits[0] and visits[1]) or bool(mutual[0]) is bool(mutual[1]):
        return
    first, second = (mutual[number] or visits[number] for number in (0, 1))
    told = [
        " ".join(one[0].span.of(d.readout.text).split())
        for d, one in zip(pairing.documents, (first, second), strict=True)
    ]
    yield Finding(
        kind=FindingKind.CONTRADICTION,
        severity=0.6,
        confidence=0.5,
        summary=f"The readouts differ in the extent. {names[0]}: “{told[0]}” · {names[1]}: “{told[1]}”.",
        rows=pairing.rows_with([first[0].sentence, second[0].sentence]),
        evidence=(first[0], second[0]),
    )


def _invitations(pairing: Pairing, side: int) -> list[Excerpt]:
    return [
        Excerpt(sentence.id, term.span)
        for sentence, record in zip(pairing.documents[side].sentences, pairing.records[side], strict=True)
        for key, term in record.terms.items()
        if key in _MUTUAL and record.terms.keys().isdisjoint(_OF_CITIZENS)
    ]


def _mutual(pairing: Pairing, side: int, visits: Sequence[Excerpt]) -> list[Excerpt]:
    """Where a text says that visits or invitations go both ways."""
    return [
        excerpt(sentence.id, mention)
        for sentence, record in zip(pairing.documents[side].sentences, pairing.records[side], strict=True)
        for mention in record.mentions
        if mention.layer == "modality" and mention.entry.text("class") == "reciprocity"
        if any(_is_near(place, excerpt(sentence.id, mention)) for place in visits)
    ]


def _is_near(one: Excerpt, other: Excerpt) -> bool:
    gap = max(one.span.start, other.span.start) - min(one.span.end, other.span.end)
    return one.sentence == other.sentence and gap <= _NEAR
