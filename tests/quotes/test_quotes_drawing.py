"""Whose words a sentence gives: attribution in small reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from readcompare.errors import ReadcompareError
from readcompare.quoting import excerpts_of

_EN = "U.S. President Joe Biden and Russian President Vladimir Putin spoke by phone. "
_DE = "Bundeskanzler Olaf Scholz und Präsident Wladimir Putin haben telefoniert. "
_RU = "Канцлер Германии Олаф Шольц и президент России Владимир Путин поговорили по телефону. "
_BERLIN, _MOSCOW = "germany", "russia"


def drawn(folder: Path, text: str) -> list[tuple[str, str, str]]:
    """Side, kind and words of each fragment of a report."""
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8")
    excerpts = excerpts_of(str(path))
    return sorted(
        (side.id, fragment.kind.value, fragment.span.of(excerpts.text))
        for side in excerpts.sides
        for fragment in side.fragments
    )


_OTHER_EN = " The White House said “we are in touch with all of our many allies.”"
_OTHER_DE = " Der Kreml teilte mit: „Wir haben alles gesagt, was zu sagen war.“"
_OTHER_RU = " В Кремле заявили: «Мы сказали всё, что следовало сказать сегодня»."


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Kremlin said Putin had asked for a pause.", "Putin had asked for a pause"),
        ("Putin had asked for a pause, the Kremlin said in a statement.", "Putin had asked for a pause"),
        ("According to the Kremlin, Putin had asked for a pause.", "Putin had asked for a pause"),
        ("As per the Kremlin readout, Putin had asked for a pause.", "Putin had asked for a pause"),
        ("Putin had asked for a pause, said Kremlin spokesman Dmitry Peskov.", "Putin had asked for a pause"),
        (
            "Putin had asked for a pause, according to a readout of the call released by the Kremlin.",
            "Putin had asked for a pause",
        ),
        ("The readout released by the Kremlin said that Putin had asked for a pause.", "Putin had asked for a pause"),
        ("The Kremlin kept silent on grain. It said Putin had asked for a pause.", "Putin had asked for a pause"),
    ],
)  # fmt: skip
def test_reported_speech_in_english(tmp_path: Path, sentence: str, words: str) -> None:
    assert (_MOSCOW, "reported", words) in drawn(tmp_path, _EN + sentence + _OTHER_EN)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Scholz habe auf Abzug gedrungen, teilte die Bundesregierung mit.", "Scholz habe auf Abzug gedrungen"),
        ("Nach Angaben der Bundesregierung drang Scholz auf Abzug.", "drang Scholz auf Abzug"),
        ("Scholz habe auf Abzug gedrungen, so Regierungssprecher Hebestreit.", "Scholz habe auf Abzug gedrungen"),
        ("Wie Regierungssprecher Hebestreit mitteilte, drang Scholz auf Abzug.", "drang Scholz auf Abzug"),
        ("Laut Kanzleramt drang Scholz auf Abzug.", "drang Scholz auf Abzug"),
        ("Der Bundesregierung zufolge drang Scholz auf Abzug.", "drang Scholz auf Abzug"),
        ("Scholz habe auf Abzug gedrungen, hieß es aus dem Kanzleramt.", "Scholz habe auf Abzug gedrungen"),
    ],
)
def test_reported_speech_in_german(tmp_path: Path, sentence: str, words: str) -> None:
    assert (_BERLIN, "reported", words) in drawn(tmp_path, _DE + sentence + _OTHER_DE)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("По словам Хебештрайта, Шольц настаивал на выводе войск.", "Шольц настаивал на выводе войск"),
        ("В правительстве ФРГ сообщили, что Шольц просил о паузе.", "Шольц просил о паузе"),
        ("Шольц просил о паузе, сообщили в пресс-службе канцлера ФРГ.", "Шольц просил о паузе"),
        ("Как заявил представитель правительства Германии, Шольц просил о паузе.", "Шольц просил о паузе"),
    ],
)
def test_reported_speech_in_russian(tmp_path: Path, sentence: str, words: str) -> None:
    assert (_BERLIN, "reported", words) in drawn(tmp_path, _RU + sentence + _OTHER_RU)


@pytest.mark.parametrize(
    "sentence",
    [
        "“This will not end well for either of them,” said Ivan Smith, an analyst in Boston.",
        "NATO Secretary General Jens Stoltenberg said the call was “a step in the right direction today.”",
        "Polish Prime Minister Mateusz Morawiecki called it “a sell-out of all that we hold dear.”",
        "The so-called “spirit of Geneva” is gone.",
        "A film, “The Long Way Home to Moscow,” opens on Friday.",
        "Defense Secretary Lloyd Austin said the army was “ready for anything that may come.”",
        "The Kremlin did not say whether “the red line in the sand” was discussed.",
        "Carnegie Moscow Center wrote that “both of them needed this call badly.”",
    ],
)
def test_what_neither_office_said_is_left_out(tmp_path: Path, sentence: str) -> None:
    both = _EN + "The Kremlin said “we were heard by the other side.”" + _OTHER_EN
    assert drawn(tmp_path, f"{both}\n\n{sentence}") == drawn(tmp_path, both)


@pytest.mark.parametrize(
    ("opening", "sentence", "expected"),
    [
        (_EN, "An adviser to Putin, who asked not to be named, said Putin had asked for a pause.",
         (_MOSCOW, "reported", "Putin had asked for a pause")),
        (_EN, "Kremlin spokesman Dmitry Peskov declined to give a date, noting only that the talk had been “useful.”",
         (_MOSCOW, "quoted", "useful.")),
        (_EN, "The Kremlin said “we were heard,” adding that Putin had asked for a pause.",
         (_MOSCOW, "quoted", "we were heard,")),
        (_EN, "TASS quoted Peskov as saying that “we are in no hurry at all.”",
         (_MOSCOW, "quoted", "we are in no hurry at all.")),
        (_DE, "Das Gespräch dauerte eine Stunde. Das teilte der Kreml mit.",
         (_MOSCOW, "reported", "Das Gespräch dauerte eine Stunde")),
        (_DE, "Im Kreml las sich das so: Der Westen sei „nicht vertragsfähig“.",
         (_MOSCOW, "quoted", "nicht vertragsfähig")),
        (_DE, "Der Kreml äußerte sich am Abend. Der Westen zahle „keinen Preis“ dafür.",
         (_MOSCOW, "quoted", "keinen Preis")),
        (_DE, "Nach russischer Darstellung hat Putin um eine Pause gebeten.",
         (_MOSCOW, "reported", "hat Putin um eine Pause gebeten")),
        (_RU, "Разговор длился почти полтора часа. Об этом сообщил Кремль.",
         (_MOSCOW, "reported", "Разговор длился почти полтора часа")),
        (_RU, "В Кремле добавили, что Путин просил о паузе. «Мы ждём», — вздохнул Песков.",
         (_MOSCOW, "quoted", "Мы ждём")),
    ],
)  # fmt: skip
def test_attribution_by_grammar(tmp_path: Path, opening: str, sentence: str, expected: tuple[str, str, str]) -> None:
    other = {_EN: _OTHER_EN, _DE: " In Berlin teilte die Bundesregierung mit: „Wir sind im Gespräch mit allen.“"}
    found = drawn(tmp_path, opening + sentence + "\n\n" + other.get(opening, " «Ясно», — заявили в правительстве ФРГ."))
    assert expected in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Oppositionspolitiker Karl Roe warf der Bundesregierung vor, sie betreibe „Beschwichtigung am Telefon“.",
        "Ein Sprecher der Hilfsorganisation Brücke sagte, die Lage sei „schlimmer als je zuvor“.",
        "Der Präsident des Verbands, Karl Roe, sprach von einem „Hoffnungsschimmer für alle“.",
        "Putin hatte den Kanzler im Herbst einen „Freund mit kurzer Erinnerung“ genannt.",
        "Zur Erinnerung: Im Herbst sagte Putin, Russland habe „nichts zu verlieren als Zeit“.",
    ],
)
def test_what_was_said_by_others_or_at_another_time_is_left_out(tmp_path: Path, sentence: str) -> None:
    both = _DE + "Die Bundesregierung teilte mit: „Wir sind im Gespräch mit allen.“" + _OTHER_DE
    assert drawn(tmp_path, f"{both}\n\n{sentence}") == drawn(tmp_path, both)


def test_two_sides_in_one_sentence_are_told_apart(tmp_path: Path) -> None:
    text = _EN + "While the Kremlin spoke of “a businesslike talk”, the White House said Biden had warned of sanctions."
    assert drawn(tmp_path, text) == [
        ("russia", "quoted", "a businesslike talk"),
        ("usa", "reported", "Biden had warned of sanctions"),
    ]


def test_words_of_the_report_inside_russian_quotation_marks_are_no_quotation(tmp_path: Path) -> None:
    text = _RU + "«Мы хотим мира, — заявил Песков. — Но не любой ценой». " + "«Ясно», — ответили в правительстве ФРГ."
    quoted = [words for side, kind, words in drawn(tmp_path, text) if (side, kind) == (_MOSCOW, "quoted")]
    assert quoted == ["Мы хотим мира,", "Но не любой ценой"]


def test_a_report_of_one_side_or_of_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadcompareError, match="only Russia is quoted in it"):
        drawn(tmp_path, _EN + "The Kremlin said “we were heard by the other side.”")
    with pytest.raises(ReadcompareError, match="no words of either side were found"):
        drawn(tmp_path, "The weather was fine for the time of year. Nobody said a word about it.")


def test_from_python(root: Path) -> None:
    import readcompare

    excerpts = readcompare.quotes(root / "seeds" / "2021-11-10-merkel-putin.md")
    assert [len(side.fragments) for side in excerpts.sides] == [2, 2]
    assert excerpts.participants == ("Angela Merkel", "Vladimir Putin")
