"""Numbers, dates and years in one form."""

from __future__ import annotations

import pytest

from readcompare.engine.numbers import quantities
from readcompare.model.text import Span


def keys(text: str) -> list[str]:
    return [quantity.key for quantity in quantities(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["on 9 August", "on August 9th", "am 9. August", "9 августа", "9-го августа"], ["date:08-09"]),
        (["4,000 people", "4.000 Menschen", "4 000 человек", "4 тыс. человек"], ["n:4000"]),
        (["1.5 million euros", "1,5 Mio. Euro", "1,5 млн евро", "1,5 Millionen Euro"], ["n:1500000"]),
        (["3 Tsd. Tonnen", "3 тысячи тонн", "3 thousands of tons", "3 Tausend Tonnen"], ["n:3000"]),
        (["2 bn euros", "2 billion euros", "2 Mrd. Euro", "2 млрд евро", "2 milliards d'euros"], ["n:2000000000"]),
        (["2 trillion roubles", "2 Billionen Rubel", "2 трлн рублей"], ["n:2e+12"]),
        (["2 millennia"], ["n:2"]),
        (["eighty minutes", "achtzig Minuten", "восьмидесяти минут", "80 minutes"], ["n:80"]),
        (["the 30-day moratorium", "30-дневный мораторий"], ["n:30"]),
        (["on 10 November 2021", "am 10.11.2021", "10 ноября 2021 года"], ["date:11-10", "year:2021"]),
        (["3.4 per cent", "3,4 Prozent", "3,4 процента"], ["n:3.4"]),
        (["The share rose to 2.5.", "Der Anteil stieg auf 2,5."], ["n:2.5"]),
        (["der Bericht vom 8.11. fehlt"], ["date:11-08"]),
        (["at 17:30", "um 17:30 Uhr"], ["time:17:30"]),
        (["in 2015", "im Jahr 2015", "в 2015 году"], ["year:2015"]),
        (["only 5 may attend", "the 5 march on"], ["n:5"]),
        (["May 12,000 soldiers go home"], ["n:12000"]),
        (["March 5,2022", "March 5.2022", "5TH MARCH 2022", "5 марта 2022"], ["date:03-05", "year:2022"]),
        (["1er juin", "1ER JUIN", "1 июн.", "1 of June"], ["date:06-01"]),
        (["on 5 May 9 people came", "le 5 mai 9 personnes"], ["date:05-05", "n:9"]),
        (["9 янв. 2021 года", "9 January 2021", "am 9. Jänner 2021"], ["date:01-09", "year:2021"]),
        (["the two leaders may meet", "Sie mahnte an", "они обсудили"], []),
    ],
)
def test_the_same_quantity_has_one_key(texts: list[str], expected: list[str]) -> None:
    assert [keys(text) for text in texts] == [expected] * len(texts)


def test_spans_point_at_the_words() -> None:
    text = "Das Gespräch am 9. August dauerte achtzig Minuten."
    found = quantities(text, Span(0, len(text)))
    assert [quantity.span.of(text) for quantity in found] == ["9. August", "achtzig"]


def test_nothing_outside_the_sentence_counts() -> None:
    text = "In 2014 they met. In 2015 they spoke."
    assert [quantity.key for quantity in quantities(text, Span(18, len(text)))] == ["year:2015"]
