"""Which words of a text the lexicons know."""

from __future__ import annotations

from pathlib import Path

import pytest

from readcompare.errors import ReadcompareError
from readcompare.lexicon.entries import Entry, Lexicon
from readcompare.lexicon.matcher import Matcher
from readcompare.model.coverage import Unknown
from readcompare.vocabulary.coverage import cover, coverage

MATCHER = Matcher(
    (
        Lexicon("bridge", (Entry(id="talk", layer="bridge", patterns=(("en", ("talk*",)),)),)),
        Lexicon("entities", (Entry(id="talk", layer="entities", patterns=(("en", ("peace talks", "minsk")),)),)),
        Lexicon("verbs", (Entry(id="meet", layer="verbs", patterns=(("en", ("met",)),)),)),
    ),
    "en",
)


def test_known_words_are_counted_by_layer_and_unknown_ones_listed_by_frequency() -> None:
    found = coverage("They met in Minsk for the peace talks. A fence, 2 fences, the wall.", "x", MATCHER)
    assert (found.words, found.known) == (7, 3)
    assert found.share == pytest.approx(3 / 7)
    assert found.layers == (("bridge", 1), ("entities", 3), ("term_families", 0))
    assert found.unknown == (Unknown("fence", 2), Unknown("met", 1), Unknown("wall", 1))


def test_a_text_without_words_of_content_is_known() -> None:
    assert coverage("12 of the 14.", "x", MATCHER).share == 1


def test_a_lexicon_of_ones_own_counts(tmp_path: Path) -> None:
    text, lexicon = tmp_path / "a.txt", tmp_path / "mine.yaml"
    text.write_text("Der Flusskrebs. Ein Flusskrebs.", encoding="utf-8")
    lexicon.write_text(
        "format: readcompare-lexicon/1\nname: bridge\nentries:\n- {id: crayfish, de: ['flusskrebs*']}\n",
        encoding="utf-8",
    )
    (without,) = cover([str(text)], language="de")
    (with_it,) = cover([str(text)], [str(lexicon)], language="de")
    assert (without.known, with_it.known, with_it.words) == (0, 2, 2)
    assert (without.name, without.unknown) == ("a.txt", (Unknown("flusskrebs", 2),))


def test_every_text_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadcompareError) as caught:
        cover([str(tmp_path / "no.txt"), str(tmp_path / "nor.txt")])
    assert len(caught.value.problems) == 2
