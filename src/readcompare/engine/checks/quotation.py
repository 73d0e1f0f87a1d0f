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
_CUSTOM = re.compile(
    r"(?:компани\w*|авиакомпани\w*|концерн\w*|корпораци\w*|[ЗОП]?АО|ООО|газет\w*|журнал\w*|агентств\w*|канал\w*"
    r"|проект\w*|программ\w*|формат\w*|групп\w*|company|airline|newspaper|agency|project|Firma|Konzern|Zeitung|Projekt"
    r"|société|compagnie|journal|projet)\s+[«„“\"]\Z"
)
"""Nouns behind which a name stands in marks."""
_NOUN = 20
"""Letters before the marks that are looked at for such a noun."""
_SEVERITY, _CONFIDENCE = 0.5, 0.55
_NAMES = frozenset(["document", "doc", "org", "organisation", "organization", "format", "company", "project", "treaty"])
"""Kinds of entities whose names stand in quotation marks by custom, above all in Russian."""


def check(pairing: Pairing) -> Iterator[Finding]:
    """One finding for each short quotation in a two-sided row, all of which the other side says without the marks.

    Words that the other text sets in marks in any place are no difference.
    """
    marked = [
        {match["words"].casefold() for match in _QUOTED.finditer(document.readout.text)}
        for document in pairing.documents
    ]
    for row, a, b in pairing.two_sided():
        for side, other, quoted in ((a, b, marked[1]), (b, a, marked[0])):
            plain = {key for record in other.records for key in record.terms} - _keys_in_quotes(other)
            for place, keys in _quotations(side):
                if keys <= plain and place.span.of(side.document.readout.text).casefold() not in quoted:
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
            before = text[max(within.start, span.start - _NOUN) : span.start]
            is_name = _CUSTOM.search(before) or _is_a_name(side, sentence, span)
            # In Russian all names of what is no person or place stand in marks: «Аккую».
            is_name = is_name or (side.language == "ru" and match["words"][0].isupper())
            if len(match["words"].split()) > _WORDS or is_name:
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
