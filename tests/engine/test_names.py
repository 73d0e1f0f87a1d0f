"""Names fold to the same letters across alphabets."""

from __future__ import annotations

import pytest
from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from readcompare.engine import names
from readcompare.engine.names import fold


@pytest.mark.parametrize(
    "spellings",
    [
        "Путин Putin Poutine",
        "Лукашенко Lukaschenko Lukashenko",
        "Зеленский Selenskyj Zelenskyy",
        "Шольц Scholz",
        "Навальный Nawalny Navalny",
        "Порошенко Poroschenko Poroshenko",
        "Эрдоган Erdoğan",
    ],
)
def test_one_name_one_folding(spellings: str) -> None:
    assert len({fold(name) for name in spellings.split()}) == 1


@pytest.mark.parametrize("pair", ["Макрон Macron", "Байден Biden", "Олланд Hollande", "Уиткофф Witkoff"])
def test_harder_names_come_near(pair: str) -> None:
    one, other = pair.split()
    assert ratio(fold(one), fold(other)) >= 80


@pytest.mark.parametrize("pair", ["Merkel Macron", "Путин Biden", "Минск Moskau"])
def test_different_names_stay_apart(pair: str) -> None:
    one, other = pair.split()
    assert ratio(fold(one), fold(other)) < 70


def test_a_word_without_letters_folds_to_nothing() -> None:
    assert fold("12:30") == ""


def test_the_letters_that_are_not_looked_up_are_what_anyascii_makes_of_them() -> None:
    kept = {entry[0]: entry[1:] for entry in names._LETTERS.split()}
    assert kept == {letter: anyascii(letter) for letter in kept}
    assert set("абвгдеёжзийклмнопрстуфхцчшщъыьэюяäöüßàâæçèéêëîïôœùûü") <= kept.keys()
