"""Who does what: the actor among the participants, in three languages."""

from __future__ import annotations

import pytest

from readcompare import compare
from readcompare.engine.acts import Act, Cast
from readcompare.engine.features import extract
from readcompare.engine.reading import read
from readcompare.engine.segment import segment
from readcompare.intake import make_readout
from readcompare.sources.lexicon_files import shipped_matcher

MERKEL_PUTIN = Cast({"merkel": "germany", "putin": "russia"}, {"A": "germany", "B": "russia"})
BOTH = frozenset(["merkel", "putin"])


def acts(text: str, language: str, letter: str = "A") -> list[Act]:
    readout, _ = make_readout(text, side_id="x", name="x", language=language)
    return [record.act for record in extract(read(segment(readout, letter), shipped_matcher(language)), MERKEL_PUTIN)]


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
        # Whoever comes first is the subject: a name before "both sides", a pronoun before a name.
        ("en", "The Chancellor encouraged both parties to refrain from further steps.", ["merkel"]),
        ("ru", "Владимир Путин со своей стороны изложил российский подход.", ["putin"]),
        ("de", "Für Vertriebene auf beiden Seiten forderte die Bundeskanzlerin Hilfe.", ["merkel"]),
        ("de", "In der Bewertung der Gefahr stimmten beide überein.", BOTH),
        # An article in another case than the nominative makes nobody a subject.
        ("de", "Dem Präsidenten sagte die Bundeskanzlerin Hilfe zu.", ["merkel"]),
        # The words are ascribed to somebody.
        ("en", "According to President Putin, the talks are being delayed.", ["putin"]),
        ("ru", "По словам Владимира Путина, обстрелы продолжаются.", ["putin"]),
        ("de", "Nach Ansicht der Bundeskanzlerin muss die Waffenruhe halten.", ["merkel"]),
        # A country that hopes or is ready is whoever leads it; two are both.
        ("en", "Russia hopes that the talks will go on.", ["putin"]),
        ("de", "Deutschland und Russland begrüßen die Gespräche.", BOTH),
        # Of a passive verb the ones behind "by" act; of a noun they do not.
        ("en", "It was agreed by Angela Merkel and Vladimir Putin that contacts would continue.", BOTH),
        ("en", "The question of Syria was also taken up by President Putin.", ["putin"]),
        ("en", "With regard to the plan put forward by President Putin, documents were signed.", []),
        ("en", "Angela Merkel criticised the demands that were raised by Vladimir Putin.", ["merkel"]),
        # The German "sie" is both where its verb says so.
        ("de", "An Iran appellierten sie, das Angebot anzunehmen.", BOTH),
        ("de", "Sie würdigten die Zusammenarbeit.", BOTH),
        # The letters of first names are no prepositions.
        ("ru", "В.В.Путин указал на важность переговоров.", ["putin"]),
        ("ru", "В.Путин указал на важность переговоров.", ["putin"]),
        ("ru", "Затем В. Путин указал на важность переговоров.", ["putin"]),
        # Whoever is named in what is said does not say it.
        ("ru", "Отмечено, что германская сторона не ответила на запросы.", []),
        ("ru", "Условлено провести консультации на уровне канцлеров.", []),
        # Whoever stands next to the verb says it, not whoever is thanked before.
        ("en", "Thanking President Putin, the Chancellor stated that talks must go on.", ["merkel"]),
        # Whoever writes "I" leads the side that publishes.
        ("en", "I told President Putin that the fighting must stop.", ["merkel"]),
        ("de", "Wir haben die Lage in Syrien erörtert.", BOTH),
        ("en", "President Putin and I agreed to meet.", BOTH),
    ],
)
def test_the_actor(language: str, sentence: str, expected: list[str] | frozenset[str]) -> None:
    # A first sentence is given, since the first sentences of a text may report the call itself.
    frame = {"en": "It was a call.", "de": "Es gab ein Gespräch.", "ru": "Состоялся разговор."}[language]
    assert acts(f"{frame} {frame} {sentence}", language)[-1].actors == frozenset(expected)


def test_reported_speech_goes_on_with_the_speaker_of_the_sentence_before() -> None:
    text = (
        "Es gab ein Gespräch. Es war lang. Die Bundeskanzlerin forderte den Abzug der Truppen. "
        "Die Waffenruhe müsse eingehalten werden. Sie bat um Hilfe. Dabei kann sie auf Fortschritte verweisen."
    )
    assert [act.actors for act in acts(text, "de")[2:]] == [frozenset(["merkel"])] * 4


def test_a_pronoun_means_the_last_who_acted_alone() -> None:
    text = (
        "Es gab ein Gespräch. Es war lang. Präsident Putin forderte Garantien. Beide erörterten die Lage. "
        "Er rief zur Zurückhaltung auf."
    )
    assert [act.actors for act in acts(text, "de")[2:]] == [frozenset(["putin"]), BOTH, frozenset(["putin"])]


def test_he_told_somebody_is_said_by_him_and_not_by_the_one_who_is_told() -> None:
    text = "It was a call. It was long. The Chancellor raised Syria. She told President Putin that the war must end."
    assert [act.actors for act in acts(text, "en")[2:]] == [frozenset(["merkel"])] * 2


def test_he_and_another_act_together_and_both_of_what_he_says_do_not() -> None:
    text = (
        "Es gab ein Gespräch. Es war lang. Die Bundeskanzlerin sprach Syrien an. "
        "Sie forderte beide Konfliktparteien auf, die Waffen ruhen zu lassen. "
        "Sie und Präsident Putin vereinbarten Hilfe."
    )
    assert [act.actors for act in acts(text, "de")[2:]] == [frozenset(["merkel"]), frozenset(["merkel"]), BOTH]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "Подтверждено, что Россия готова помочь."),
        ("ru", "Отмечена важность того, чтобы он выполнил обещанное."),
        ("en", "It was noted that Russia and he who leads it are ready to help."),
    ],
)
def test_what_was_noted_nobody_is_named_for(language: str, said: str) -> None:
    begun = {
        "ru": "Был разговор. Он был долгим. Владимир Путин призвал к миру.",
        "en": "It was a call. It was long. President Putin called for peace.",
    }
    told = acts(f"{begun[language]} {said}", language)
    assert told[2].actors == frozenset(["putin"])
    assert told[3].actors == frozenset()


@pytest.mark.parametrize(
    "said",
    [
        "Президентом России было указано на неприемлемость вылазок.",
        "Владимиром Путиным подчёркнута важность этого.",
        "Подчёркнута Владимиром Путиным важность этого.",
    ],
)
def test_who_stands_in_the_instrumental_beside_what_was_done_did_it(said: str) -> None:
    assert acts(f"Был разговор. Он был долгим. {said}", "ru")[2].actors == frozenset(["putin"])


def test_what_both_should_do_says_who_spoke_before() -> None:
    text = (
        "It was a call. It was long. President Putin praised the talks. The two sides should rise above their "
        "differences. The two sides discussed the need for aid."
    )
    assert [act.actors for act in acts(text, "en")[2:]] == [*[frozenset(["putin"])] * 2, BOTH]


def test_a_leader_goes_on_within_his_paragraph_and_the_other_one_does_not() -> None:
    text = (
        "It was a call. It was long.\n\nThe Chancellor stressed that trust matters. It is necessary to restrain those "
        "who sell arms. Trade was discussed.\n\nIt is necessary to talk.\n\nPresident Putin stressed that trust "
        "matters. It is necessary to restrain them."
    )
    assert [act.actors for act in acts(text, "en")[2:]] == [
        *[frozenset(["merkel"])] * 2, frozenset(), frozenset(), frozenset(["putin"]), frozenset()
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Am Abend hat die Bundeskanzlerin heute früh mit Präsident Barack Obama telefoniert.", {"Angela Merkel"}),
        ("Als enger Verbündeter der USA erwartet die Bundesregierung Klarheit.", set()),
        ("Die USA forderten Klarheit.", {"Obama"}),
    ],
)
def test_neither_whom_one_speaks_with_nor_whose_ally_one_is_acts(said: str, expected: set[str]) -> None:
    berlin = "Bundeskanzlerin Angela Merkel hat mit Präsident Barack Obama gesprochen. Es gibt Hinweise. Es gibt mehr. "
    washington = "President Barack Obama spoke by telephone with Chancellor Angela Merkel."
    acts = compare(berlin + said, washington, languages=("de", "en")).acts[0][-1]
    assert {actor for act in acts for actor in act.actors} == expected


def test_the_country_beside_a_title_tells_whose_it_is() -> None:
    cast = Cast(
        {"katz": "israel", "baerbock": "germany"},
        {"A": "israel", "B": "germany"},
        {"katz": "minister", "baerbock": "minister"},
    )
    text = "It was a call. It was long. The German Foreign Minister called for aid. The ministers discussed Syria."
    readout, _ = make_readout(text, side_id="x", name="x", language="en")
    records = extract(read(segment(readout, "A"), shipped_matcher("en")), cast)
    assert [record.act.actors for record in records[2:]] == [frozenset(["baerbock"]), frozenset(["katz", "baerbock"])]


def test_they_are_the_two_of_three_who_spoke_before() -> None:
    cast = Cast({"merkel": "germany", "macron": "france", "putin": "russia"}, {"A": "germany", "B": "russia"})
    text = (
        "Es gab ein Gespräch. Es war lang. Die Bundeskanzlerin und Präsident Macron hoben die Lage hervor. "
        "Sie appellierten an Präsident Putin, die Seeleute freizulassen."
    )
    readout, _ = make_readout(text, side_id="x", name="x", language="de")
    records = extract(read(segment(readout, "A"), shipped_matcher("de")), cast)
    assert [record.act.actors for record in records[2:]] == [frozenset(["merkel", "macron"])] * 2


def test_in_a_text_that_says_i_throughout_the_writer_speaks() -> None:
    text = (
        "I just had a call with President Putin. We discussed Syria. I asked for help. "
        "The pressure has to be kept in place. My position is known."
    )
    assert acts(text, "en")[3].actors == frozenset(["merkel"])


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
    records = extract(read(segment(readout, "A"), shipped_matcher(language)), cast)
    assert records[-1].act.actors == frozenset(expected)


@pytest.mark.parametrize(
    ("language", "closing"),
    [
        ("de", "Bundeskanzlerin und Präsident vereinbarten, in Kontakt zu bleiben."),
        ("de", "Der Austausch soll im September fortgesetzt werden."),
        ("de", "In den kommenden Tagen wollen beide wieder miteinander sprechen."),
        ("en", "The two leaders agreed to keep talking and will meet again in May."),
        ("en", "They hoped to keep channels of communication open."),
        ("en", "It was agreed that the contacts would be continued."),
        ("ru", "Условлено, что контакты будут продолжены."),
        ("ru", "Лидеры договорились не прерывать диалог."),
        ("ru", "Обсуждён график следующих встреч."),
        ("fr", "Les deux dirigeants sont convenus de rester en contact."),
    ],
)
def test_a_text_ends_with_the_next_contact(language: str, closing: str) -> None:
    said = {
        "de": "Es ging um Syrien.",
        "en": "They discussed Syria.",
        "ru": "Обсуждалась Сирия.",
        "fr": "Ils ont parlé.",
    }
    assert [act.closing for act in acts(f"{said[language]} {closing}", language)] == [False, True]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Über weitere Inhalte des Gesprächs wurde Stillschweigen vereinbart."),
        ("en", "He demanded that Russia hold further talks with Ukraine without delay."),
        ("ru", "Президент потребовал прекратить обстрелы и вернуться за стол переговоров."),
    ],
)
def test_what_else_stands_at_the_end_is_no_closing(language: str, text: str) -> None:
    assert not acts(text, language)[0].closing
