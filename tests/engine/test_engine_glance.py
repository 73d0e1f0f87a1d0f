"""What kind of conversation it was, and who took part."""

from __future__ import annotations

import pytest

from readcompare import compare

MOSCOW = "Состоялся телефонный разговор Владимира Путина с Эммануэлем Макроном. Обсуждена Сирия."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Präsident Macron und Präsident Putin sind heute zu einer Videokonferenz zusammengekommen.", "video call"),
        ("Президент Франции и Владимир Путин провели переговоры в режиме видеоконференции.", "video call"),
        ("President Macron spoke this morning by secure video with President Putin of Russia.", "video call"),
        ("President Macron had a video call with President Putin.", "video call"),
        ("Präsident Macron hat heute erneut mit dem russischen Präsidenten Putin telefoniert.", "telephone call"),
        ("President Macron spoke by phone with President Putin about a video of the attack.", "telephone call"),
    ],
)
def test_the_format_is_told_by_the_opening(text: str, expected: str) -> None:
    assert compare(f"{text} Syria / Syrien / Сирия.", MOSCOW).glance.format == (expected, "telephone call")


def test_who_was_spoken_to_before_took_no_part() -> None:
    paris = (
        "Le Président Emmanuel Macron s'est entretenu avec le Président russe Vladimir Poutine, en présence de "
        "António Guterres, dans la continuité de ses échanges avec le Président Zelensky et avec M. Grossi. "
        "Ils ont évoqué la Syrie."
    )
    assert compare(paris, MOSCOW).glance.attended == (("Guterres",), ())


def test_the_spokesman_who_announces_the_call_took_no_part() -> None:
    berlin = (
        "Zu dem Telefonat der Bundeskanzlerin mit dem russischen Präsidenten erklärt der Sprecher der Bundesregierung, "
        "Steffen Seibert:\n\nBundeskanzlerin Angela Merkel hat heute mit Präsident Wladimir Putin telefoniert."
    )
    moscow = "Состоялся телефонный разговор Владимира Путина с Ангелой Меркель."
    assert compare(berlin, moscow).glance.attended == ((), ())


def test_a_rough_length_is_told_in_the_words_of_the_text() -> None:
    long = "Präsident Macron und Präsident Putin haben heute ein knapp zweistündiges Telefonat geführt."
    glance = compare(long, f"{MOSCOW} Разговор продолжался 110 минут.").glance
    assert (glance.minutes, glance.length) == ((120, 110), ("knapp zweistündiges", None))
