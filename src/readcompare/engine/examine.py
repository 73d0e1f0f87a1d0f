"""What the checks are given, and what they find."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from readcompare.engine.checks import CHECKS, Pairing
from readcompare.engine.parallel import is_parallel, softened
from readcompare.engine.prepare import Prepared
from readcompare.engine.progress import Share, silent
from readcompare.engine.reporting import reported_acts
from readcompare.engine.topics import topics_of
from readcompare.model.alignment import Row
from readcompare.model.findings import Finding
from readcompare.model.text import Excerpt


def pair(prepared: Prepared, rows: tuple[Row, ...]) -> Pairing:
    """What the checks are given: the rows with all that is known about both texts."""
    acts_a, acts_b = (
        reported_acts(document, records, prepared.cast)
        for document, records in zip(prepared.documents, prepared.records, strict=True)
    )
    own = frozenset(prepared.cast.homes.values())
    topics_a, topics_b = (
        topics_of(document, records, manners, own)
        for document, records, manners in zip(prepared.documents, prepared.records, prepared.voices, strict=True)
    )
    standing: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        for name in (*row.a, *row.b):
            standing.setdefault(name, []).append(place)
    return Pairing(
        documents=prepared.documents,
        records=prepared.records,
        cast=prepared.cast,
        rows=rows,
        voices=prepared.voices,
        acts=(acts_a, acts_b),
        topics=(topics_a, topics_b),
        newsworthiness=prepared.newsworthiness,
        unread=prepared.unread,
        standing={name: tuple(places) for name, places in standing.items()},
    )


def found_findings(pairing: Pairing, progress: Share = silent) -> tuple[Finding, ...]:
    """What the checks find, the most reportable first."""
    findings: list[Finding] = []
    for number, check in enumerate(CHECKS, start=1):
        findings += check(pairing)
        progress(number / len(CHECKS))
    if is_parallel(pairing.documents, pairing.rows):
        findings = softened(findings)
    return merged(most_reportable_first(findings))


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What is found alike in two rows, since a sentence stands in both, is one finding of both rows."""
    found: dict[tuple[str, str, tuple[Excerpt, ...]], Finding] = {}
    for finding in findings:
        same = (finding.kind, finding.summary, finding.evidence)
        first = found.setdefault(same, finding)
        if first is not finding:
            found[same] = replace(first, rows=tuple(dict.fromkeys((*first.rows, *finding.rows))))
    return tuple(found.values())


def most_reportable_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By severity times confidence; the evidence tells equals apart, so that the order is the same every time."""
    return tuple(sorted(findings, key=lambda one: (-one.severity * one.confidence, one.kind, one.evidence)))
