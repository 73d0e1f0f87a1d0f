"""Laws of segmentation that hold for any text whatever."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readcompare.engine.segment import segment
from readcompare.model.text import Document, Readout

LANGUAGES = st.sampled_from(["de", "en", "ru", "fr", "zh", "und", ""])
# Pieces that the rules look at, so that random texts meet them.
PIECES = st.sampled_from(
    [
        *"ab AБ яé 。好.!?…:;,-–—•*()[]«»„“”‘’\"'1239 \t\n\r\u00a0\u2028\u0085\x00\x1c\ufeff\u200b\ud800ა",
        *(
            "Dr.",
            "z. B.",
            "U.S.",
            "и т. д.",
            "г.",
            "2021 г.",
            "p.m.",
            "10.",
            "November",
            "1)",
            "III.",
            "[...]",
            "<...>",
        ),
        *("Der", "The", "Он", "www.kremlin.ru", "\r\n", "\n\n", "\n– ", "\n1. ", "...", "[1]", "Это.Так"),
    ]
)
TEXTS = st.one_of(
    st.text(st.characters(), max_size=60), st.lists(PIECES, max_size=40).map("".join), st.lists(PIECES).map(" ".join)
)


def segmented(text: str, language: str) -> Document:
    return segment(Readout(id="a", name="A", text=text, language=language, sha256=""), "A")


@given(TEXTS, LANGUAGES)
@example("\ud800. \x00! \r\n\r\n。」\u2029– ", "de")
def test_sentences_hold_every_character_that_is_not_white_space_in_order(text: str, language: str) -> None:
    document = segmented(text, language)
    joined = "".join(document.text_of(sentence) for sentence in document.sentences)
    assert "".join(joined.split()) == "".join(text.split())


@given(TEXTS, LANGUAGES)
def test_spans_are_exact_ordered_and_apart(text: str, language: str) -> None:
    document = segmented(text, language)
    for sentence in document.sentences:
        content = document.text_of(sentence)
        assert content
        assert content == content.strip()
    for one, other in pairwise(document.sentences):
        assert one.span.end <= other.span.start
        assert text[one.span.end : other.span.start].strip() == ""


@given(TEXTS, LANGUAGES)
def test_ids_count_from_one_and_paragraphs_never_fall(text: str, language: str) -> None:
    sentences = segmented(text, language).sentences
    assert [sentence.id for sentence in sentences] == [f"A{number}" for number in range(1, len(sentences) + 1)]
    paragraphs = [sentence.paragraph for sentence in sentences]
    assert paragraphs == sorted(paragraphs)
    assert set(paragraphs) == set(range(1, len(set(paragraphs)) + 1))


@given(TEXTS, LANGUAGES)
def test_segmenting_twice_gives_the_same(text: str, language: str) -> None:
    assert segmented(text, language) == segmented(text, language)


@given(TEXTS, TEXTS, LANGUAGES)
def test_no_sentence_reaches_over_a_blank_line(above: str, below: str, language: str) -> None:
    document = segmented(f"{above}\n\n{below}", language)
    assert all(
        sentence.span.end <= len(above) or sentence.span.start >= len(above) + 2 for sentence in document.sentences
    )


@pytest.mark.parametrize(
    "piece",
    [*".(„«*\n。", "a.", "A. ", "1. ", "z. B. ", "a\n", "1. a\n", '."', ". (", "(a.) ", "[...] ", ". [...] ", ". --- "],
)
def test_a_long_hostile_line_is_read_in_full(piece: str) -> None:
    text = piece * 20_000
    sentences = segmented(text, "de").sentences
    held = sum(len("".join(sentence.span.of(text).split())) for sentence in sentences)
    assert held == len("".join(text.split()))
