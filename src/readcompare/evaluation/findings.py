"""`readcompare evaluate --findings`: how the findings do against the annotations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from msgspec import Struct, field

from readcompare.engine.arrange import stars
from readcompare.engine.decide import decide
from readcompare.engine.examine import found_findings, pair
from readcompare.engine.hand import Hand
from readcompare.engine.initiative import initiator
from readcompare.engine.prepare import Prepared
from readcompare.engine.rows import found_rows
from readcompare.evaluation.corpus import AnnotatedText, Case, line_of
from readcompare.evaluation.scoring import Counts
from readcompare.model.alignment import Certainty, Row, RowKind
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.recipe import Recipe
from readcompare.model.text import Document
from readcompare.model.weights import Weights
from readcompare.sources.gold import EMPHASIS_KINDS, Phrase

_WORD = re.compile(r"\w+")
_EXACT = ("number", "date", "scope")
"""The kinds of contradictions that the check looks for."""
_ALLIED = {"2014-07-03-de-fr", "2021-11-15-de-by", "2022-02-14-us-uk"}
LOUD = 0.5
FIRST = 2


class FindingScore(Struct):
    """The counts of many calls."""

    emphasis: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    """By kind: rows with a finding of the kind against annotated ones."""
    phrases: Counts = field(default_factory=Counts)
    """Words of missing phrases."""
    contradictions: Counts = field(default_factory=Counts)
    salience: Counts = field(default_factory=Counts)
    """Sides whose most salient omission is among the first two, and those where it is not."""
    initiators: Counts = field(default_factory=Counts)
    loud: dict[str, int] = field(default_factory=dict)
    """For each allied call its findings above severity 0.5."""


class Placed(Struct, frozen=True):
    """One call with its rows and findings, and the annotated lines that its sentences stand in."""

    case: Case
    prepared: Prepared
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]

    def lines(self, names: Iterable[str]) -> set[int]:
        """The annotated lines in which the sentences stand."""
        return {self.line(name) for name in names}

    def line(self, name: str) -> int:
        """The annotated line in which a sentence stands."""
        document, text = self._side(name)
        return line_of(document.sentence(name), text.lines)

    def _side(self, name: str) -> tuple[Document, AnnotatedText]:
        a, b = self.prepared.documents
        return (a, self.case.a) if name.startswith(a.letter) else (b, self.case.b)


def placed(case: Case, prepared: Prepared, rows: tuple[Row, ...]) -> Placed:
    """The findings on given rows, the most reportable first."""
    return Placed(case, prepared, rows, found_findings(pair(prepared, rows)))


def on_found_rows(case: Case, prepared: Prepared, weights: Weights) -> Placed:
    """The findings on the rows that the aligner finds."""
    hand = Hand()
    return placed(case, prepared, found_rows(prepared, decide(prepared, weights, Recipe(), hand), hand))


def on_annotated_rows(case: Case, prepared: Prepared) -> Placed:
    """The findings on the annotated rows: what the checks alone can do."""
    return placed(case, prepared, tuple(_annotated(case, prepared)))


def add(total: FindingScore, one: Placed) -> None:
    """Count one call."""
    case = one.case
    for kind in EMPHASIS_KINDS:
        total.emphasis[kind] += _emphasis(one, kind)
    total.phrases += _phrases(one)
    total.contradictions += _contradictions(one)
    total.salience += _salience(one)
    if case.call in _ALLIED:
        total.loud[case.call] = sum(finding.severity > LOUD for finding in one.findings)
    ids = {document.letter: document.readout.id for document in one.prepared.documents}
    for number, stated in enumerate(case.gold.initiator):
        found = initiator(one.prepared.documents[number], one.prepared.records[number], one.prepared.cast)
        told = ids[found[0]] if found else None
        is_side = stated is None or stated in ids.values()
        if is_side:
            total.initiators += Counts(
                told == stated, told is not None and told != stated, stated is not None and told is None
            )


def _emphasis(one: Placed, kind: str) -> Counts:
    annotated = {(item.a, item.b) for item in one.case.gold.emphasis if item.kind == kind}
    rows = {row.id: (one.lines(row.a), one.lines(row.b)) for row in one.rows}
    told = {name for finding in one.findings if finding.kind == kind for name in finding.rows}
    hit = {(a, b) for a, b in annotated if any(a in rows[name][0] and b in rows[name][1] for name in told)}
    right = {name for name in told if any(a in rows[name][0] and b in rows[name][1] for a, b in annotated)}
    return Counts(len(hit), len(told - right), len(annotated - hit))


def _phrases(one: Placed) -> Counts:
    """Words of the phrases that a match lacks on one side, told against annotated."""
    told: set[tuple[str, int]] = set()
    for finding in one.findings:
        if finding.kind is FindingKind.MISSING_PHRASE:
            for place in finding.evidence:
                letter = place.sentence[0]
                text = one.prepared.documents[letter != "A"].readout.text
                told |= {(letter, word.start()) for word in _WORD.finditer(text, place.span.start, place.span.end)}
    wanted: set[tuple[str, int]] = set()
    for item in one.case.gold.missing:
        side, line = (one.case.a, item.a) if item.side == "a" else (one.case.b, item.b)
        span = found_words(item.phrase, side, side.lines[line - 1].start)
        if span:
            wanted |= {(item.side.upper(), word.start()) for word in _WORD.finditer(side.text, *span)}
    return Counts(len(told & wanted), len(told - wanted), len(wanted - told))


def found_words(phrase: Phrase, text: AnnotatedText, start: int) -> tuple[int, int] | None:
    """First character and one past the last of an annotated phrase from `start` on; None when the text has none."""
    words = dict(phrase).get(text.language)
    place = text.text.find(words, start) if words else -1
    return (place, place + len(words)) if words and place >= 0 else None


def _contradictions(one: Placed) -> Counts:
    rows = {row.id: (one.lines(row.a), one.lines(row.b)) for row in one.rows}
    annotated = one.case.gold.contradictions
    told = [_reach(one, finding, rows) for finding in one.findings if finding.kind is FindingKind.CONTRADICTION]
    wanted = {(item.a, item.b) for item in annotated if item.kind in _EXACT}
    known = {(item.a, item.b) for item in annotated}
    hit = {pair for pair in wanted if any(pair in reach for reach in told)}
    return Counts(len(hit), sum(not reach & known for reach in told), len(wanted - hit))


def _reach(one: Placed, finding: Finding, rows: Mapping[str, tuple[set[int], set[int]]]) -> set[tuple[int, int]]:
    """The pairs of lines that a finding is about: those of its rows, and those in which its evidence stands."""
    a, b = (
        one.lines(place.sentence for place in finding.evidence if place.sentence.startswith(letter)) for letter in "AB"
    )
    for name in finding.rows:
        a, b = a | rows[name][0], b | rows[name][1]
    return set(product(a, b))


def _salience(one: Placed) -> Counts:
    total = Counts()
    for letter, wanted in zip("AB", one.case.gold.salience, strict=True):
        if wanted:
            ranked = [
                one.line(finding.evidence[0].sentence)
                for finding in sorted(one.findings, key=lambda finding: -finding.severity)
                if finding.kind is FindingKind.OMISSION and finding.evidence[0].sentence.startswith(letter)
            ]
            total += Counts(wanted[0] in ranked[:FIRST], 0, wanted[0] not in ranked[:FIRST])
    return total


def _annotated(case: Case, prepared: Prepared) -> Iterator[Row]:
    """The annotation as rows of sentences."""
    gold = case.gold
    competing_a, competing_b = ({pair[side] for pair in gold.competing} for side in (0, 1))
    found: list[tuple[RowKind, Sequence[int], Sequence[int]]] = [
        *((RowKind.PARTIAL, a, b) for a, b in stars((link.a, link.b) for link in gold.links)),
        *((RowKind.COMPETING, a, b) for a, b in stars(gold.competing)),
        *((RowKind.ONLY_A, [line], []) for line in gold.only_a if line not in competing_a),
        *((RowKind.ONLY_B, [], [line]) for line in gold.only_b if line not in competing_b),
        *((RowKind.FRAME, [line], []) for line in gold.frame_a),
        *((RowKind.FRAME, [], [line]) for line in gold.frame_b),
    ]
    names: list[dict[int, list[str]]] = [defaultdict(list), defaultdict(list)]
    for side, (document, text) in enumerate(zip(prepared.documents, (case.a, case.b), strict=True)):
        for sentence in document.sentences:
            names[side][line_of(sentence, text.lines)].append(sentence.id)
    for number, (kind, a, b) in enumerate(found, start=1):
        yield Row(
            id=f"R{number}",
            kind=kind,
            a=tuple(name for line in a for name in names[0][line]),
            b=tuple(name for line in b for name in names[1][line]),
            score=1.0,
            certainty=Certainty.SURE,
        )
