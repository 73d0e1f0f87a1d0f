"""Who does what: the actor among the participants, in three languages."""

from __future__ import annotations

import pytest

from readcompare.engine.acts import Act, Cast
from readcompare.engine.features import extract
from readcompare.engine.segment import segment
from readcompare.intake import make_readout
from readcompare.sources.lexicon_files import shipped_matcher

MERKEL_PUTIN = Cast({"merkel": "germany", "putin": "russia"}, {"A": "germany", "B": "russia"})
BOTH = frozenset(["merkel", "putin"])


def acts(text: str, language: str, letter: str = "A") -> list[Act]:
    readout, _ = make_readout(text, side_id="x", name="x", language=language)
    return [record.act for record in extract(segment(readout, letter), shipped_matcher(language), MERKEL_PUTIN)]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "The Chancellor stressed the importance of the talks.", ["merkel"]),
        ("en", "President Putin warned against further steps.", ["putin"]),
        ("en", "The Chancellor asked President Putin to withdraw the troops.", ["merkel"]),
        ("en", "The two leaders agreed to stay in touch.", BOTH),
        ("en", "They discussed the situation in Syria.", BOTH),
        ("en", "The situation in Syria was discussed.", []),
        ("de", "Die Bundeskanzlerin forderte den Abzug der Truppen.", ["merkel"]),
        ("de", "Dabei betonte die Bundeskanzlerin die Bedeutung der Gespräche.", ["merkel"]),
        ("de", "Gegenüber Präsident Putin betonte die Bundeskanzlerin die Lage.", ["merkel"]),
        ("de", "Die Bundeskanzlerin und Präsident Putin vereinbarten weitere Gespräche.", BOTH),
        ("de", "Beide Seiten erörterten die Lage in Syrien.", BOTH),
        ("ru", "Владимир Путин подчеркнул важность переговоров.", ["putin"]),
        ("ru", "Подчеркнул это и Владимир Путин.", ["putin"]),
        ("ru", "Российский Президент выступил с предложением.", ["putin"]),
        ("ru", "По просьбе канцлера Владимир Путин рассказал о переговорах.", ["putin"]),
        ("ru", "Выражена обеспокоенность ситуацией на границе.", []),
        ("ru", "Лидеры договорились продолжить контакты.", BOTH),
    ],
)
def test_the_actor(language: str, sentence: str, expected: list[str] | frozenset[str]) -> None:
    # A first sentence is given, since the first sentences of a text may report the call itself.
    frame = {"en": "It was a call.", "de": "Es gab ein Gespräch.", "ru": "Состоялся разговор."}[language]
    assert acts(f"{frame} {frame} {sentence}", language)[-1].actors == frozenset(expected)


def test_reported_speech_goes_on_with_the_speaker_of_the_sentence_before() -> None:
    text = (
        "Es gab ein Gespräch. Es war lang. Die Bundeskanzlerin forderte den Abzug der Truppen. "
        "Die Waffenruhe müsse eingehalten werden. Sie bat um Hilfe."
    )
    assert [act.actors for act in acts(text, "de")[2:]] == [frozenset(["merkel"])] * 3


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Federal Chancellor Angela Merkel spoke by phone with President Vladimir Putin. They discussed Syria."),
        ("de", "Bundeskanzlerin Merkel hat mit Präsident Putin telefoniert. Thema war Syrien."),
        ("ru", "Владимир Путин провёл телефонный разговор с Ангелой Меркель. Обсуждалась Сирия."),
    ],
)
def test_a_text_opens_with_the_call(language: str, text: str) -> None:
    assert [act.opening for act in acts(text, language)] == [True, False]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They spoke. The two leaders agreed to stay in touch."),
        ("de", "Sie sprachen. Beide vereinbarten, in Kontakt zu bleiben."),
        ("ru", "Они поговорили. Условлено продолжить контакты."),
    ],
)
def test_a_text_closes_with_further_contacts(language: str, text: str) -> None:
    assert [act.closing for act in acts(text, language)] == [False, True]


BLINKEN_LAVROV = Cast(
    {"blinken": "usa", "lavrov": "russia"},
    {"A": "usa", "B": "russia"},
    {"blinken": "secretary", "lavrov": "minister"},
)
STARMER_TRUMP = Cast({"starmer": "uk", "trump": "usa"}, {"A": "uk", "B": "usa"})


@pytest.mark.parametrize(
    ("cast", "language", "sentence", "expected"),
    [
        (STARMER_TRUMP, "en", "The Prime Minister stressed the importance of the talks.", ["starmer"]),
        (STARMER_TRUMP, "en", "The President stressed the importance of the talks.", ["trump"]),
        (STARMER_TRUMP, "en", "The U.S. side stressed the importance of the talks.", ["trump"]),
        (STARMER_TRUMP, "en", "The British Prime Minister stressed the importance of the talks.", ["starmer"]),
        (STARMER_TRUMP, "en", "President Zelenskyy stressed the importance of the talks.", []),
        (STARMER_TRUMP, "en", "The Israeli Prime Minister stressed the importance of the talks.", []),
        (STARMER_TRUMP, "en", "Vice President Vance stressed the importance of the talks.", []),
        (STARMER_TRUMP, "de", "Der amerikanische Präsident betonte die Bedeutung der Gespräche.", ["trump"]),
        (STARMER_TRUMP, "ru", "Премьер-министр подчеркнул важность переговоров.", ["starmer"]),
        (STARMER_TRUMP, "ru", "Американская сторона подчеркнула важность переговоров.", ["trump"]),
        (BLINKEN_LAVROV, "en", "The Secretary stressed the importance of the talks.", ["blinken"]),
        (BLINKEN_LAVROV, "en", "The Secretary of State stressed the importance of the talks.", ["blinken"]),
        (BLINKEN_LAVROV, "en", "The Russian President stressed the importance of the talks.", []),
        (BLINKEN_LAVROV, "ru", "Министр подчеркнул важность переговоров.", ["lavrov"]),
    ],
)
def test_titles_and_sides_mean_participants_of_any_country(
    cast: Cast, language: str, sentence: str, expected: list[str]
) -> None:
    frame = {"en": "It was a call.", "de": "Es gab ein Gespräch.", "ru": "Состоялся разговор."}[language]
    readout, _ = make_readout(f"{frame} {frame} {sentence}", side_id="x", name="x", language=language)
    records = extract(segment(readout, "A"), shipped_matcher(language), cast)
    assert records[-1].act.actors == frozenset(expected)
