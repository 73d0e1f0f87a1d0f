"""Selected words: what is copied is what stands in the source, character for character."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from readcompare.model.comparison import Comparison
from readcompare.model.text import Document, Readout, Sentence, Span
from readcompare.runner import run_file
from readcompare.views.passages import places, sentence_view, visible
from readcompare.views.rows import row_views
from readcompare.views.selection import Selection, Spot, selected

SIGNS = " \t\n\u00a0\u200b\u00ad\u200d\x1b\u202eaЖ字👍e\u0301[].-"


@given(st.text(alphabet=SIGNS, min_size=1, max_size=40))
def test_every_character_shown_stands_for_some_of_the_source(text: str) -> None:
    readout = Readout(id="a", name="A", text=text, language="en", sha256="")
    sentence = Sentence("A1", Span(0, len(text)), 1)
    document = Document("A", readout, (sentence,))
    shown = sentence_view(document, sentence).text
    behind = places(document, sentence)
    assert len(behind) == len(shown)
    assert all(one.start <= other.start for one, other in pairwise(behind))
    for place, sign in zip(behind, shown, strict=True):
        assert sign in visible(place.of(text))


@pytest.fixture(scope="module")
def comparison(sample: str) -> Comparison:
    return run_file(sample)


def copied(comparison: Comparison, side: int, first: Spot, last: Spot, shown: list[int] | None = None) -> str:
    rows = row_views(comparison)
    places_shown = range(len(rows)) if shown is None else shown
    return selected(comparison, rows, places_shown, Selection.between(side, first, last)).text


def test_words_of_one_sentence(comparison: Comparison) -> None:
    row = next(place for place, row in enumerate(comparison.rows) if row.a)
    text = row_views(comparison)[row].a[0].text
    assert copied(comparison, 0, Spot(row, 0, 4), Spot(row, 0, 12)) == text[4:13]
    assert copied(comparison, 0, Spot(row, 0, 12), Spot(row, 0, 4)) == text[4:13]
    assert copied(comparison, 0, Spot(row, 0, len(text)), Spot(row, 0, len(text))) == ""


def test_all_of_a_side_is_every_sentence_verbatim(comparison: Comparison) -> None:
    for side, document in enumerate(comparison.documents):
        rows = row_views(comparison)
        found = selected(
            comparison, rows, range(len(rows)), Selection(side, Spot(0, 0, 0), Spot(len(rows) - 1, 9, 10_000))
        )
        assert set(found.sentences) == {sentence.id for sentence in document.sentences}
        assert all(document.text_of(sentence) in found.text for sentence in document.sentences)
        assert all(line in document.readout.text for line in found.text.split("\n"))


def test_sentences_that_follow_one_another_bring_what_stands_between_them(comparison: Comparison) -> None:
    rows = [place for place, row in enumerate(comparison.rows) if row.a[:1] in (("A1",), ("A2",))]
    assert len(rows) == 2
    last = len(row_views(comparison)[rows[1]].a[0].text) - 1
    spans = [sentence.span for sentence in comparison.a.sentences[:2]]
    whole = comparison.a.readout.text[spans[0].start : spans[1].end]
    assert copied(comparison, 0, Spot(rows[0], 0, 0), Spot(rows[1], 0, last)) == whole
    # A row that is not shown is not copied.
    assert copied(comparison, 0, Spot(rows[0], 0, 0), Spot(rows[1], 0, last), [rows[1]]) == comparison.a.text_of(
        comparison.a.sentences[1]
    )


def test_white_space_and_hidden_characters_are_copied_as_they_stand(comparison: Comparison) -> None:
    text = "They\n  spoke\u200b of\u00a0“peace”."
    readout = replace(comparison.a.readout, text=text)
    a = Document("A", readout, (Sentence("A1", Span(0, len(text)), 1),))
    row = replace(next(row for row in comparison.rows if row.a), a=("A1",), b=(), edits=(), nearest=None)
    made = replace(comparison, a=a, rows=(row,), findings=())
    shown = row_views(made)[0].a[0].text
    assert shown == "They spoke of “peace”."
    first, last = shown.index("spoke"), shown.index("peace") + 4
    assert copied(made, 0, Spot(0, 0, first), Spot(0, 0, last)) == "spoke\u200b of\u00a0“peace"
