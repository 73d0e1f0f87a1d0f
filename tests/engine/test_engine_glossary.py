"""Words that no lexicon knows, linked across languages by glossaries."""

from __future__ import annotations

import pytest

from readcompare.engine.acts import cast_of
from readcompare.engine.features import Record, extract
from readcompare.engine.glossary import linked, stems_of, words_of
from readcompare.engine.reading import read
from readcompare.engine.segment import segment
from readcompare.intake import make_readout
from readcompare.lexicon.glossary import Glossary
from readcompare.lexicon.matcher import Matcher
from readcompare.model.text import Document, Readout

DE_EN = Glossary(
    ("de", "en"),
    {
        "schneesturm": ("snowstorm", "blizzard"),
        "unwett": ("storm", "blizzard"),
        "haushaltsausschuss": ("budget", "committe"),
        "zug": ("train", "move"),
        "beweg": ("move",),
    },
)
NOBODY = cast_of([], {"A": (), "B": ()})


def records_of(text: str, letter: str, language: str) -> tuple[Document, tuple[Record, ...]]:
    readout, _ = make_readout(text, side_id=letter.lower(), name=letter, language=language)
    document = segment(readout, letter)
    return document, extract(read(document, Matcher([], language)), NOBODY)


def shared(german: str, english: str, *glossaries: Glossary, swapped: bool = False) -> set[str]:
    """The keys that both texts have in common."""
    (a, records_a), (b, records_b) = records_of(german, "A", "de"), records_of(english, "B", "en")
    if swapped:
        second, first = linked((b, a), (records_b, records_a), glossaries)[::-1], None
        assert first is None
        records_a, records_b = second
    else:
        records_a, records_b = linked((a, b), (records_a, records_b), glossaries)
    keys = [{key for record in side for key in record.terms} for side in (records_a, records_b)]
    for side in (records_a, records_b):
        assert all(term.key == key for record in side for key, term in record.terms.items())
    return keys[0] & keys[1]


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(
    ("german", "english", "expected"),
    [
        ("Der Schneesturm dauert an.", "The blizzards continue.", {"word:blisard=shnesturm"}),
        ("Der Schneesturm dauert an.", "The sun is shining.", set()),
        ("Der Haushaltsausschuss tagt.", "The budget committee meets.", {"word:budget=haushalsaushus=komit"}),
        ("Der Zug hält.", "The trains stop.", {"word:sug=train"}),
        ("Kuleba fuhr im Zug.", "Kuleba came by train.", {"word:kuleba", "word:sug=train"}),
    ],
)
def test_words_that_translate_one_another_have_one_key(
    german: str, english: str, expected: set[str], *, swapped: bool
) -> None:
    assert shared(german, english, DE_EN, swapped=swapped) == expected


@pytest.mark.parametrize("swapped", [False, True])
def test_a_word_of_many_meanings_does_not_tie_others_together(*, swapped: bool) -> None:
    found = shared("Der Zug fährt. Die Bewegung wächst.", "The train goes. The move grows.", DE_EN, swapped=swapped)
    assert found == {"word:sug=train", "word:beveg=mov"}


def test_a_glossary_in_the_other_direction_does_the_same() -> None:
    en_de = Glossary(("en", "de"), {"blizzard": ("schneesturm",)})
    assert shared("Ein Schneesturm.", "A blizzard.", en_de) == {"word:blisard=shnesturm"}


def test_without_a_translation_the_records_are_the_same_ones() -> None:
    (a, first), (b, second) = records_of("Ein Haus.", "A", "de"), records_of("A garden.", "B", "en")
    assert linked((a, b), (first, second), (DE_EN,)) == (first, second)
    assert linked((a, b), (first, second), ()) == (first, second)


def test_the_stems_of_a_text_are_those_of_its_words_of_content() -> None:
    readout = Readout(id="a", name="a", text="The 12 trains in 2021 moved.", language="en", sha256="")
    assert stems_of(readout) == {"train", "move"}
    assert words_of("en").stem("moved") == "move"
