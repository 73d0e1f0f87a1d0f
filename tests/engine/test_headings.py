"""The lines above a text: title, date and announcement neither answer a sentence nor are missing anywhere.

Nor do the lines below it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from readcompare import compare
from readcompare.engine.reading import read
from readcompare.engine.segment import segment
from readcompare.intake import make_readout
from readcompare.model.alignment import Certainty, RowKind
from readcompare.sources.lexicon_files import shipped_matcher

TITLED = """Bundeskanzler Merz telefoniert mit dem britischen Premierminister Starmer

Donnerstag, 16. Oktober 2025

Der Sprecher der Bundesregierung, Stefan Kornelius, teilt mit:

Bundeskanzler Friedrich Merz hat heute mit dem britischen Premierminister Keir Starmer telefoniert.
Beide erörterten die Lage in der Ukraine und vereinbarten, in Kontakt zu bleiben.
"""
PLAIN = """The Prime Minister spoke to the Chancellor of Germany, Friedrich Merz, this afternoon.
The leaders discussed the situation in Ukraine.
They agreed to stay in close touch.
"""


def headings(text: str, language: str) -> int:
    readout, _ = make_readout(text, side_id="x", name="x", language=language)
    return read(segment(readout, "A"), shipped_matcher(language)).headings


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("de", TITLED, 3, id="title, date and who announces it"),
        pytest.param("en", PLAIN, 0, id="none"),
        pytest.param(
            "en",
            "THE WHITE HOUSE\nWashington, D.C.\n\nNovember 10, 2021\n\nReadout of the President's Call with the Kremlin"
            "\n\nPresident Biden spoke today with President Vladimir Putin of Russia. They discussed Ukraine, "
            "and agreed to hold further talks on arms control in Geneva.",
            4,
            id="a place with stops in it",
        ),
        pytest.param(
            "ru",
            "Телефонный разговор с Президентом Ирана Хасаном Рухани\n\n26 мая 2020 года, 20:15\n\nСостоялся телефонный"
            " разговор Владимира Путина с Президентом Исламской Республики Иран Хасаном Рухани по инициативе иранской"
            " стороны.",
            2,
            id="a title above one sentence",
        ),
        pytest.param(
            "en",
            "Just spoke with President Zelenskyy\n\nWe will keep supporting Ukraine for as long as it takes, with "
            "arms, money and our solidarity.",
            0,
            id="the line that alone tells of the talk",
        ),
        pytest.param("en", "Discussed Ukraine\nDiscussed trade\nAgreed to meet.", 0, id="a list without stops"),
        pytest.param(
            "en", "- Ukraine\n- Trade\nThe two leaders spoke today about these subjects at length.", 0, id="bullets"
        ),
        pytest.param("en", "A title and nothing else", 0, id="a title alone"),
        pytest.param(
            "de",
            "12. März 2022\n\nTelefonat mit Präsident Selenskyj\n\nBundeskanzler Scholz hat heute mit dem Präsidenten "
            "Selenskyj telefoniert.",
            2,
            id="a date is no list item",
        ),
        pytest.param(
            "ru",
            "15 ноября 2024 г.\n\nСостоялся телефонный разговор Владимира Путина с Олафом Шольцем.",
            1,
            id="a date that ends with a stop",
        ),
        pytest.param(
            "en",
            "President Trump spoke with President Putin today at 10 a.m. The two leaders discussed Ukraine at length. "
            "They had an excellent conversation.",
            0,
            id="a sentence that ends with a short form",
        ),
        pytest.param(
            "en",
            "Key points\n\nRussia agreed to a 30-day ceasefire\n\nPresident Trump and President Putin spoke today by "
            "phone about the war in Ukraine.",
            1,
            id="a line that tells of an act",
        ),
        pytest.param(
            "en",
            "PM call with Chancellor Merz of Germany\n\nPrime Minister Keir Starmer spoke to the Chancellor of "
            f"Germany, Friedrich Merz.\n\nA Downing Street spokesperson said:\n\n{PLAIN}",
            3,
            id="a summary above who announces it",
        ),
        pytest.param(
            "en",
            "The Prime Minister spoke to Chancellor Merz. He called for more sanctions.\nThe Prime Minister added:\n"
            "We spoke about grain. We will meet in Berlin. Our teams will prepare the visit together.",
            0,
            id="no summary: an act of which nothing else tells",
        ),
        pytest.param(
            "en",
            "PM speaks with Chancellor Merz\n\nPM calls for strong action against smugglers\n\nPosted On: 13 APR 2025 "
            f"9:16PM by PIB Delhi\n\n{PLAIN}The Prime Minister called for strong action against smugglers.",
            3,
            id="a line that tells of an act of which the text tells too",
        ),
        pytest.param(
            "en",
            "PM call with Chancellor Merz: 16 October 2025\nPrime Minister Keir Starmer spoke to Chancellor Friedrich "
            "Merz.\n\nFrom: Prime Minister's Office, 10 Downing Street\nPublished 16 October 2025\n\n" + PLAIN,
            4,
            id="a summary above the office and the date",
        ),
        pytest.param(
            "ru",
            "Телефонный разговор с Федеральным канцлером ФРГ Фридрихом Мерцем\n\nСостоялся телефонный разговор "
            "Владимира Путина с Федеральным канцлером Фридрихом Мерцем.\n\n16 октября 2025 года\n\nПродолжен обмен "
            "мнениями о ситуации на Украине. Рассмотрены перспективы переговоров. Условлено о дальнейших контактах.",
            1,
            id="the first sentence above the date, with the rest below it",
        ),
        pytest.param(
            "de",
            "Telefonat der Bundeskanzlerin mit dem amerikanischen Präsidenten\n\nDer Sprecher der Bundesregierung, "
            "Steffen Seibert, teilt mit:\n\nDie Bundesregierung hat Hinweise auf Überwachung erhalten. Sie "
            "hat um Aufklärung gebeten. Die Bundeskanzlerin telefonierte deshalb heute mit Präsident Obama.",
            2,
            id="who announces it above a text that tells of the call later",
        ),
        pytest.param(
            "en", "Spoke with Putin\n\nKey points:\n\nA ceasefire. Grain. Prisoners.", 0, id="a list is announced"
        ),
        pytest.param(
            "fr",
            "Entretien téléphonique avec M. Friedrich Merz, Chancelier de la République fédérale d'Allemagne.\n\n"
            "16 octobre 2025\n\nLe Président de la République s'est entretenu ce jour avec M. Friedrich Merz, "
            "Chancelier fédéral d'Allemagne. Ils ont évoqué la situation en Ukraine.",
            2,
            id="a title with a stop above the date",
        ),
        pytest.param("en", "", 0, id="an empty text"),
    ],
)
def test_what_stands_above_the_text(language: str, text: str, expected: int) -> None:
    assert headings(text, language) == expected


def test_it_is_neither_matched_nor_missing_nor_to_be_checked() -> None:
    rows = compare(TITLED, PLAIN).rows
    above = [row for row in rows if {"A1", "A2", "A3"} & set(row.a)]
    assert [(row.kind, row.b, row.certainty) for row in above] == [(RowKind.FRAME, (), Certainty.SURE)] * 3
    assert {row.reasons for row in above} == {("a line above the text",)}


def test_a_date_above_the_text_answers_no_title() -> None:
    dated = "Телефонный разговор с Премьер-министром Киром Стармером\n16 октября 2025 года, 20:15\n\nСостоялся "
    rows = compare(
        f"PM call with Chancellor Merz: 16 October 2025\n\n{PLAIN}",
        f"{dated}телефонный разговор Фридриха Мерца с Премьер-министром Великобритании Киром Стармером.",
    ).rows
    assert {row.b for row in rows if "A1" in row.a} == {("B1",)}
    assert [(row.kind, row.a) for row in rows if "B2" in row.b] == [(RowKind.FRAME, ())]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "ru",
            "Состоялся телефонный разговор Владимира Путина с Олафом Шольцем. Условлено продолжить контакты.\n\n"
            "Опубликовано в разделах: Новости, Телефонные разговоры\nДата публикации: 15 ноября 2024 года, 17:20\n"
            "Ссылка на материал: kremlin.ru/d/75590",
            3,
            id="where it was published",
        ),
        pytest.param(
            "de",
            "Der Kanzler hat mit dem Präsidenten telefoniert. Beide sprachen über Getreide.\n\n"
            "Sonntag, 29. Dezember 2019",
            1,
            id="a date",
        ),
        pytest.param("en", f"{PLAIN}\nPress contact: press@office.example", 1, id="whom to write to"),
        pytest.param("en", f"{PLAIN}\nThe call took place in 2021.", 0, id="a short sentence with a year"),
        pytest.param("en", f"{PLAIN}\nOn Ukraine: both called for a ceasefire", 0, id="a statement without a stop"),
        pytest.param("en", "13 April 2023", 0, id="nothing but a date"),
        pytest.param("en", "", 0, id="an empty text"),
    ],
)
def test_what_stands_below_the_text(language: str, text: str, expected: int) -> None:
    readout, _ = make_readout(text, side_id="x", name="x", language=language)
    assert read(segment(readout, "A"), shipped_matcher(language)).footings == expected


def test_what_stands_below_is_neither_matched_nor_missing() -> None:
    rows = compare(f"{PLAIN}\nPublished in sections: News, Telephone conversations\n", TITLED).rows
    below = [(row.kind, row.b, row.certainty, row.reasons) for row in rows if "A4" in row.a]
    assert below == [(RowKind.FRAME, (), Certainty.SURE, ("a line below the text",))]


def test_a_date_between_the_sentences_is_said_by_nobody() -> None:
    dated = TITLED.replace("telefoniert.\n", "telefoniert.\n\n16. Oktober 2025, 17.30 Uhr\n\n")
    rows = compare(dated, PLAIN).rows
    assert next(row.kind for row in rows if "A5" in row.a) is RowKind.FRAME


def test_the_first_sentence_below_is_the_first_of_the_text() -> None:
    comparison = compare(TITLED, PLAIN)
    opening = next(row for row in comparison.rows if "A4" in row.a)
    assert (opening.b, opening.kind) == (("B1",), RowKind.SAME)
    assert comparison.glance.format[0] == "telephone call"
    titled = compare(TITLED, f"PM call with Chancellor Merz of Germany: 16 October 2025\n\n{PLAIN}")
    assert titled.glance.format == ("telephone call", "telephone call")


def test_what_a_title_says_is_not_missing() -> None:
    rows = compare(
        "Ceasefire in Gaza\n\nThe two leaders spoke by phone today. They discussed grain exports and energy at length.",
        "The two leaders spoke by phone today. They welcomed the ceasefire in Gaza. They discussed grain exports.",
    ).rows
    lone = next(row for row in rows if "B2" in row.b)
    assert (lone.kind, lone.certainty) == (RowKind.ONLY_B, Certainty.CHECK)


def test_titles_of_sections_and_scraps_are_said_by_nobody() -> None:
    rows = compare(f"{PLAIN}\nNext steps\n\nPrint\n\n***\n", TITLED).rows
    assert {row.kind for row in rows if {"A4", "A5", "A6"} & set(row.a)} == {RowKind.FRAME}


def test_the_same_words_answer_each_other_though_one_is_a_title() -> None:
    rows = compare(TITLED, TITLED.replace("Premierminister Starmer\n", "Premierminister Starmer.\n")).rows
    assert {(row.kind, row.a, row.b) for row in rows if "A1" in row.a} == {(RowKind.SAME, ("A1",), ("B1",))}


def test_a_title_has_no_topics_and_is_no_news(tmp_path: Path) -> None:
    found = compare(f"Bundeskanzler Merz zu Getreideexporten\n\n{TITLED}", PLAIN)
    assert not [finding for finding in found.findings if "grain" in finding.summary]
    (tmp_path / "now.txt").write_text(TITLED, encoding="utf-8")
    (tmp_path / "last.txt").write_text(TITLED.replace("Starmer", "Sunak").replace("2025", "2024"), encoding="utf-8")
    (tmp_path / "there.txt").write_text(PLAIN, encoding="utf-8")
    (tmp_path / "call.yaml").write_text(
        "sides:\n- {id: a, name: Berlin, file: now.txt, previous: last.txt}\n"
        "- {id: b, name: London, file: there.txt}\n",
        encoding="utf-8",
    )
    told = compare(str(tmp_path / "call.yaml")).histories[0]
    assert told is not None
    assert not {"A1", "A2", "A3"} & set(told.new)
    assert not [text for text in told.dropped if "Sunak" in text]


def test_above_both_texts_they_answer_each_other() -> None:
    again = compare(TITLED, TITLED).rows
    assert all((row.kind, row.a) == (RowKind.SAME, tuple(name.replace("B", "A") for name in row.b)) for row in again)


def test_they_change_nothing_below() -> None:
    below = TITLED.split("\n\n", 3)[3]
    without = [(row.a, row.b, row.score) for row in compare(below, PLAIN).rows]
    moved = {f"A{number + 3}": f"A{number}" for number in (1, 2)}
    rows = [row for row in compare(TITLED, PLAIN).rows if row.a == () or row.a[0] in moved]
    assert [(tuple(moved[name] for name in row.a), row.b, row.score) for row in rows] == without
