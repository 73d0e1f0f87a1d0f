"""The findings of a comparison as every face tells them: in words, with the words of the texts they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from msgspec import Struct

from readcompare.model.comparison import Comparison
from readcompare.model.findings import Finding, FindingKind
from readcompare.views.passages import visible

SURE_FROM = 0.75
"""Confidence from which a finding is told without a question mark."""
_OF_THE_WHOLE = frozenset([FindingKind.ORDER, FindingKind.SPACE])
"""Kinds that speak of both texts as a whole."""
_ALONE = frozenset([FindingKind.OMISSION, FindingKind.AGREEMENT_CLAIM, FindingKind.TOPIC, FindingKind.MISSING_PHRASE])
"""Kinds that tell what one side has alone."""
FIRST = 3
"""How many findings a reader is shown before everything else."""


def nothing_found(comparison: Comparison) -> str:
    """What is told of a comparison without findings: where a text is not read, not that there is nothing."""
    letters = [
        document.letter
        for document, unread in zip(comparison.documents, comparison.glance.unread, strict=True)
        if unread
    ]
    if not letters:
        return "Nothing was found to report."
    have = "has" if len(letters) == 1 else "have"
    return f"Nothing was found in what is read; {' and '.join(letters)} {have} sentences in a language that is not."


class _InRows(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def rows(self) -> tuple[str, ...]: ...
    @property
    def sentences(self) -> tuple[str, ...]: ...


F = TypeVar("F", bound=_InRows)


class Quote(Struct, frozen=True):
    """Words of a text, as display text."""

    sentence: str
    """The id of the sentence that they stand in."""
    text: str


class FindingView(Struct, frozen=True):
    """One finding, ready to be laid out."""

    kind: str
    """As the record names it."""
    label: str
    """The kind in words."""
    summary: str
    sure: bool
    severity: float
    confidence: float
    rows: tuple[str, ...]
    quotes: tuple[Quote, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences that its words stand in."""
        return tuple(quote.sentence for quote in self.quotes)

    @property
    def told(self) -> str:
        """The finding on one line: what kind, whether it is to be checked, and what was found."""
        return f"{self.label}{'' if self.sure else '?'}: {self.summary}"

    @property
    def unquoted(self) -> tuple[Quote, ...]:
        """The words it rests on, those left out that the summary itself quotes."""
        return tuple(quote for quote in self.quotes if quote.text not in self.summary)

    @property
    def evidence(self) -> str:
        """The same on one line; empty when there are none."""
        return ", ".join(f"{quote.sentence} “{quote.text}”" for quote in self.unquoted)


def kind_told(finding: Finding) -> str:
    """The kind of a finding in words, with a question mark when it is to be checked."""
    return f"{finding.kind.replace('_', ' ')}{'' if finding.confidence >= SURE_FROM else '?'}"


def finding_views(comparison: Comparison) -> tuple[FindingView, ...]:
    """All findings, most reportable first."""
    return tuple(finding_view(comparison, finding) for finding in comparison.findings)


def finding_view(comparison: Comparison, finding: Finding) -> FindingView:
    """One finding in words."""
    quotes = []
    for excerpt in finding.evidence:
        document, _ = comparison.sentence(excerpt.sentence)
        quotes.append(Quote(excerpt.sentence, visible(excerpt.span.of(document.readout.text)).strip()))
    return FindingView(
        kind=finding.kind.value,
        label=finding.kind.value.replace("_", " "),
        summary=visible(finding.summary),
        sure=finding.confidence >= SURE_FROM,
        severity=finding.severity,
        confidence=finding.confidence,
        rows=finding.rows,
        quotes=tuple(quotes),
    )


def by_row(findings: tuple[FindingView, ...]) -> dict[str, tuple[FindingView, ...]]:
    """The findings that stand inside each row; that a sentence has no counterpart is told by its row itself."""
    found: dict[str, list[FindingView]] = {}
    for finding in findings:
        if finding.kind != FindingKind.OMISSION:
            for row in finding.rows:
                found.setdefault(row, []).append(finding)
    return {row: tuple(views) for row, views in found.items()}


def leading(findings: Sequence[F]) -> tuple[F, ...]:
    """The first findings; of several of one kind on one row the first, as two rival sentences are one thing to read.

    A promise that only one side reports, and that its sentence has no counterpart, is one thing too. Order and room of
    topics come last: they lead to no sentence. Where all of the first tell of what the same side has alone, the last of
    them gives way to what the other side has alone: nobody is to read one side's omissions only.
    """
    told: set[tuple[str, str]] = set()
    chosen: list[F] = []
    for finding in sorted(findings, key=lambda one: one.kind in _OF_THE_WHOLE):
        kind = FindingKind.OMISSION if finding.kind == FindingKind.AGREEMENT_CLAIM else finding.kind
        places = {(kind, row) for row in finding.rows}
        if told.isdisjoint(places):
            told |= places
            chosen.append(finding)
    first = chosen[:FIRST]
    alone = {_alone(one) for one in first}
    if len(first) == FIRST and len(alone) == 1 and alone != {None}:
        first[-1:] = next(([one] for one in chosen[FIRST:] if _alone(one) not in (*alone, None)), first[-1:])
    return tuple(first)


def _alone(finding: _InRows) -> str | None:
    """The letter of the side that has alone what is found; None where both have something."""
    letters = {sentence[0] for sentence in finding.sentences}
    return letters.pop() if len(letters) == 1 and finding.kind in _ALONE else None
