"""The sentences that a finding rests on, in full, with the very words it points at told apart."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from readcompare.model.comparison import Comparison
from readcompare.model.findings import Finding
from readcompare.model.text import Document, Sentence, Span
from readcompare.views.passages import visible


class Stretch(Struct, frozen=True):
    """A run of display text of a quoted sentence."""

    text: str
    is_pointed_at: bool
    """True for the very words that the finding points at."""


class SentenceQuote(Struct, frozen=True):
    """A sentence that a finding rests on."""

    sentence: str
    """Its id, such as `A3`."""
    letter: str
    language: str
    stretches: tuple[Stretch, ...]

    @property
    def is_whole(self) -> bool:
        """True when the finding points at the sentence as a whole, and not at words in it."""
        return all(stretch.is_pointed_at for stretch in self.stretches)


def evidence(comparison: Comparison, finding: Finding) -> tuple[SentenceQuote, ...]:
    """Each sentence once, in the order in which the finding names them."""
    spans: dict[str, list[Span]] = {}
    for excerpt in finding.evidence:
        spans.setdefault(excerpt.sentence, []).append(excerpt.span)
    return tuple(_quote(*comparison.sentence(name), found) for name, found in spans.items())


def _quote(document: Document, sentence: Sentence, spans: Iterable[Span]) -> SentenceQuote:
    text, position = document.readout.text, sentence.span.start
    stretches: list[Stretch] = []
    for span in sorted(spans):
        start, end = max(span.start, position), max(span.end, position)  # two excerpts may overlap
        stretches.append(Stretch(visible(text[position:start]), is_pointed_at=False))
        stretches.append(Stretch(visible(text[start:end]), is_pointed_at=True))
        position = end
    stretches.append(Stretch(visible(text[position : sentence.span.end]), is_pointed_at=False))
    shown = tuple(stretch for stretch in stretches if stretch.text)
    return SentenceQuote(sentence.id, document.letter, document.readout.language, shown)
