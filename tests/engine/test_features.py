"""What a sentence is about: its terms, and what these belong to."""

from __future__ import annotations

import pytest

from readcompare.engine.acts import Cast
from readcompare.engine.features import Record, extract
from readcompare.engine.reading import read
from readcompare.engine.segment import segment
from readcompare.intake import make_readout
from readcompare.sources.lexicon_files import shipped_matcher

CAST = Cast({"merkel": "germany", "putin": "russia"}, {"A": "germany", "B": "russia"})


def record(text: str, language: str) -> Record:
    readout, _ = make_readout(text, side_id="x", name="x", language=language)
    return extract(read(segment(readout, "A"), shipped_matcher(language)), CAST)[0]


@pytest.mark.parametrize(
    ("part", "whole", "shared"),
    [
        (("de", "Ein Treffen mit dem französischen Präsidenten."), ("en", "A meeting with France."), "entities:france"),
        (("en", "Aid must reach Rafah."), ("ru", "Помощь должна поступать в Газу."), "entities:gaza"),
        (("ru", "Выполнение Минских соглашений."), ("de", "Die Lage in der Ukraine."), "entities:ukraine"),
        (("en", "The situation in Serbia and Kosovo."), ("de", "Die Lage auf dem Balkan."), "entities:balkans"),
        (("fr", "Le cessez-le-feu à Gaza."), ("en", "The Middle East was discussed."), "entities:middle_east"),
    ],
)
def test_a_part_stands_for_its_whole_too(part: tuple[str, str], whole: tuple[str, str], shared: str) -> None:
    terms, others = (record(text, language).terms for language, text in (part, whole))
    assert shared in terms.keys() & others.keys()
    assert terms[shared].weight < others[shared].weight == 1


def test_named_itself_a_whole_counts_in_full() -> None:
    terms = record("The French President spoke of France.", "en").terms
    assert terms["entities:france"].weight == 1


def test_the_participants_own_countries_say_nothing() -> None:
    terms = record("Sie sprachen über Hamburg und Sotschi.", "de").terms
    assert not {"entities:germany", "entities:russia"} & terms.keys()


def test_what_the_lexicons_know_is_told_from_what_they_do_not() -> None:
    told = record("The xyzzying of the plughs was condemned.", "en")
    assert 0 < told.known_weight < told.weight
