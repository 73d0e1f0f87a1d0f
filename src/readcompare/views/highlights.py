"""Where the evidence of a finding stands in a sentence as it is displayed."""

from __future__ import annotations

from collections.abc import Iterable

from readcompare.model.comparison import Comparison
from readcompare.model.text import Excerpt
from readcompare.views.passages import visible


def displayed(
    comparison: Comparison, excerpts: Iterable[Excerpt], sentence_id: str, shown: str
) -> tuple[tuple[int, int], ...]:
    """The characters of `shown`, the display text of a sentence, that `excerpts` point at."""
    found = []
    for excerpt in excerpts:
        if excerpt.sentence != sentence_id:
            continue
        document, sentence = comparison.sentence(sentence_id)
        text = document.readout.text
        words = visible(excerpt.span.of(text)).strip()
        # Folded white space at the seams of two passages moves a word by a character or two.
        expected = len(visible(text[sentence.span.start : excerpt.span.start]))
        start = shown.find(words, max(0, expected - 2))
        start = start if start >= 0 else shown.find(words)
        if words and start >= 0:
            found.append((start, start + len(words)))
    return tuple(found)
