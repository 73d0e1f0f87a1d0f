"""Words that a reader selects in one of the two texts, and the verbatim text behind them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from readcompare.model.comparison import Comparison
from readcompare.model.text import Document, Span
from readcompare.views.passages import places
from readcompare.views.rows import RowView

_JOINER = "\u200d"


class Spot(Struct, frozen=True, order=True):
    """A character of one side as it is shown, in reading order."""

    row: int
    """Place of the row in reading order, from 0."""
    sentence: int
    """Which of the row's sentences of the side, from 0."""
    character: int
    """Which character of the sentence as it is shown, from 0."""


class Selection(Struct, frozen=True):
    """All characters of one side from one spot to another, both included."""

    side: int
    """0 for A, 1 for B."""
    first: Spot
    last: Spot

    @classmethod
    def between(cls, side: int, one: Spot, other: Spot) -> Selection:
        """From one spot to another, in whichever order they stand."""
        return cls(side, *sorted((one, other)))

    def part_of(self, row: int, sentence: int, text: str) -> tuple[int, int]:
        """Which characters of a sentence shown as `text` are selected: the first, and one past the last.

        What combines with a letter or a sign is selected with it.
        """
        here = (row, sentence)
        first, last = (self.first.row, self.first.sentence), (self.last.row, self.last.sentence)
        if not first <= here <= last:
            return 0, 0
        start = self.first.character if here == first else 0
        end = min(self.last.character + 1, len(text)) if here == last else len(text)
        while 0 < start < len(text) and _goes_with(text, start):
            start -= 1
        while 0 < end < len(text) and _goes_with(text, end):
            end += 1
        return min(start, end), end


class Selected(Struct, frozen=True):
    """What is selected, as it stands in the source."""

    document: Document
    text: str
    """Verbatim characters; where sentences do not follow one another in the source, a line end stands between them."""
    sentences: tuple[str, ...]
    """The ids of the sentences that it is taken from."""


def selected(comparison: Comparison, rows: Sequence[RowView], shown: Iterable[int], selection: Selection) -> Selected:
    """The verbatim text of a selection in the rows `shown`, which are places in reading order, ascending.

    A sentence that stands in two of the rows is taken once, and what stands between two sentences is taken with them.
    """
    document = comparison.documents[selection.side]
    spans: dict[str, Span] = {}
    for sentence_id, span in _spans(comparison, rows, shown, selection):
        before = spans.get(sentence_id, span)
        spans[sentence_id] = Span(min(before.start, span.start), max(before.end, span.end))
    pieces: list[Span] = []
    last = ""
    for sentence_id, span in spans.items():
        if last and int(sentence_id[1:]) == int(last[1:]) + 1:
            pieces[-1] = Span(pieces[-1].start, span.end)
        else:
            pieces.append(span)
        last = sentence_id
    text = document.readout.text
    return Selected(document, "\n".join(piece.of(text) for piece in pieces), tuple(spans))


def _goes_with(text: str, place: int) -> bool:
    """Tell whether a character belongs to the one before it: signs that combine, skin tones, what a joiner joins."""
    character = text[place]
    combines = unicodedata.category(character) in ("Mn", "Me") or "\U0001f3fb" <= character <= "\U0001f3ff"
    return combines or _JOINER in (character, text[place - 1])


def _spans(
    comparison: Comparison, rows: Sequence[RowView], shown: Iterable[int], selection: Selection
) -> Iterator[tuple[str, Span]]:
    """The selected characters of each sentence, as they stand in the source."""
    document = comparison.documents[selection.side]
    for place in shown:
        if not selection.first.row <= place <= selection.last.row:
            continue
        for number, sentence in enumerate((rows[place].a, rows[place].b)[selection.side]):
            start, end = selection.part_of(place, number, sentence.text)
            if start < end:
                behind = places(document, document.sentence(sentence.id), comparison.rows[place])
                yield sentence.id, Span(behind[start].start, behind[end - 1].end)
