"""Which words of the texts are marked beside the search: where they differ, and what findings point at."""

from __future__ import annotations

from enum import StrEnum

from readcompare.model.comparison import Comparison
from readcompare.model.findings import FindingKind
from readcompare.model.text import Excerpt


class Marking(StrEnum):
    """What a reader wants to see marked; the value tells it."""

    ALL = "word differences and findings"
    WORDS = "word differences alone"
    FINDINGS = "findings alone"
    NOTHING = "nothing"

    @property
    def next(self) -> Marking:
        """The one after it, from the last one the first."""
        every = tuple(Marking)
        return every[(every.index(self) + 1) % len(every)]

    @property
    def words(self) -> bool:
        """True when words are marked that differ from the other side."""
        return self in (Marking.ALL, Marking.WORDS)

    @property
    def findings(self) -> bool:
        """True when words are marked that findings point at."""
        return self in (Marking.ALL, Marking.FINDINGS)


class Found(StrEnum):
    """What a finding observes about some words."""

    VERB = "verb"
    """The other side has a verb of another force."""
    TERM = "term"
    """The other side has another name for it, or no word that judges, weakens or stresses."""
    PHRASE = "phrase"
    """The other side does not have them in this row."""


_FOUND = {
    FindingKind.FORCE: Found.VERB,
    FindingKind.TERM: Found.TERM,
    FindingKind.EVALUATIVE: Found.TERM,
    FindingKind.HEDGE: Found.TERM,
    FindingKind.INTENSIFIER: Found.TERM,
    FindingKind.MISSING_PHRASE: Found.PHRASE,
}


def found_in_words(comparison: Comparison) -> dict[str, dict[Found, tuple[Excerpt, ...]]]:
    """For each sentence the words that findings inside a row point at, by what they observe."""
    found: dict[str, dict[Found, tuple[Excerpt, ...]]] = {}
    for finding in comparison.findings:
        what = _FOUND.get(finding.kind)
        if what is None:
            continue
        for excerpt in finding.evidence:
            here = found.setdefault(excerpt.sentence, {})
            here[what] = (*here.get(what, ()), excerpt)
    return found
