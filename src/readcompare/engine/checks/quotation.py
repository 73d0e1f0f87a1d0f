"""Which words does one side set in quotation marks and the other not?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readcompare.engine.checks.interface import Pairing, RowSide
from readcompare.engine.features import PRINCIPAL
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt, Span

_QUOTED = re.compile(r"[«„“\"‚‘](?P<words>[^«»„“”\"‚‘’\n]{2,60})[»“”\"’‘]")
_WORDS = 3
"""Words in quotation marks at most: a longer quotation repeats what was said."""
_SEVERITY, _CONFIDENCE = 0.5, 0.55
_NAMES = frozenset(["document", "doc", "org", "organisation", "organization", "format", "company", "project", "treaty"])
"""Kinds of entities whose names stand in quotation marks by custom, above all in Russian."""


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each short quotation in a two-sided row, all of which the other side says without the marks."""
    for row, a, b in pairing.two_sided():
        for side, other in ((a, b), (b, a)):
            plain = {key for record in other.records for key in record.terms} - _keys_in_quotes(other)
            for place, keys in _quotations(side):
                if keys <= plain:
                    yield Finding(
                        kind=FindingKind.QUOTATION,
                        severity=_SEVERITY,
                        confidence=pairing.confidence(row, _CONFIDENCE),
                        summary=f"{side.name} sets {side.words([place])} in quotation marks; {other.name} does not.",
                        rows=(row.id,),
                        evidence=(place,),
                    )


def _quotations(side: RowSide) -> Iterator[tuple[Excerpt, frozenset[str]]]:
    """The short quotations of a side with the keys of what they name; names that always stand in marks are left out."""
    text = side.document.readout.text
    for sentence, record in zip(side.sentences, side.records, strict=True):
        within = side.document.sentence(sentence).span
        for match in _QUOTED.finditer(text, within.start, within.end):
            span = Span(*match.span("words"))
            if len(match["words"].split()) > _WORDS or _is_a_name(side, sentence, span):
                continue
            keys = frozenset(
                key for key, term in record.terms.items() if term.weight > PRINCIPAL and term.span.overlap(span)
            )
            if keys:
                yield Excerpt(sentence, span), keys


def _is_a_name(side: RowSide, sentence: str, span: Span) -> bool:
    return any(
        name == sentence and mention.span.overlap(span) and mention.entry.text("kind") in _NAMES
        for name, mention in side.mentions("entities")
    )


def _keys_in_quotes(side: RowSide) -> frozenset[str]:
    return frozenset(key for _, keys in _quotations(side) for key in keys)
