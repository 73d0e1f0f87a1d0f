"""Sentences of a readout: exact places in its text, found by rules of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from readcompare.engine.segment.conventions import Conventions, conventions_of
from readcompare.engine.segment.layout import Layout, Line, is_small, layout_of, paragraphs
from readcompare.engine.segment.stops import STOP, Verdict, end_of, judge
from readcompare.model.text import Document, Readout, Sentence, Span

_GAP = re.compile(r"\s*+")
# A line that ends with one of these goes on in the next, whatever the layout says.
_UNFINISHED = ",(-–—„«/&"


def segment(readout: Readout, letter: str) -> Document:
    """Divide a readout into sentences `A1`, `A2`, … of the side `letter`, by the conventions of its language.

    The spans hold every character that is not white space, in order and without overlap. Blank lines divide
    paragraphs, numbered from 1; list items and headings are sentences of their own.
    """
    text = readout.text
    blocks = tuple(paragraphs(text))
    layout = layout_of(text, blocks)
    conventions = conventions_of(readout.language)
    sentences: list[Sentence] = []
    for number, lines in enumerate(blocks, start=1):
        for span in _sentences(layout, lines, conventions):
            sentences.append(Sentence(f"{letter}{len(sentences) + 1}", span, number))
    return Document(letter, readout, tuple(sentences))


def _sentences(layout: Layout, lines: Sequence[Line], conventions: Conventions) -> Iterator[Span]:
    """The sentences of one paragraph."""
    text = layout.text
    begin = lines[0].start
    in_list = layout.is_item(lines[0], conventions.months)
    for line, following in zip_longest(lines, lines[1:]):
        last_stop = None
        for stop in STOP.finditer(text, line.start, line.end):
            end = end_of(text, stop)
            if end >= line.end:
                last_stop = stop
                break
            follow = _end_of_gap(text, end)
            if judge(text, begin, stop, follow, conventions) is Verdict.END:
                yield Span(begin, end)
                begin = follow
        if following is None:
            yield Span(begin, line.end)
            return
        is_item = layout.is_item_after(line, following, conventions.months, in_list=in_list)
        in_list = in_list or is_item
        if is_item or _divides(layout, begin, (line, following), last_stop, conventions):
            yield Span(begin, line.end)
            begin = following.start


def _divides(
    layout: Layout, begin: int, lines: tuple[Line, Line], stop: re.Match[str] | None, conventions: Conventions
) -> bool:
    """True when the sentence that begins at `begin` ends with the first of two lines."""
    text = layout.text
    line, following = lines
    last = text[line.end - 1]
    if stop is None:
        # A line that has ended one sentence and begun another is prose, neither a heading nor an item.
        verdict = Verdict.OPEN if begin > line.start and last not in ":;" else Verdict.DOUBTFUL
    else:
        verdict = judge(text, begin, stop, following.start, conventions)
    if verdict is not Verdict.DOUBTFUL or not layout.is_deliberate(line, following):
        return verdict is Verdict.END
    return last in ":;" if is_small(text[following.start]) else last not in _UNFINISHED


def _end_of_gap(text: str, start: int) -> int:
    return next(_GAP.finditer(text, start)).end()
