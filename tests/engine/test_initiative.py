"""Who asked for the call, and what comes next."""

from __future__ import annotations

import pytest

from readcompare import Comparison, compare

CAIRO = "President Abdel Fattah El-Sisi spoke by telephone with the Prime Minister of the United Kingdom."
LONDON = "The Prime Minister spoke to the President of Egypt, Abdel Fattah el-Sisi, this afternoon."


def compared(a: str, b: str) -> Comparison:
    found = compare(a, b, languages=("en", "en"))
    assert isinstance(found, Comparison)
    return found


@pytest.mark.parametrize(
    "told",
    [
        "President Abdel Fattah El-Sisi received a phone call from the Prime Minister of the United Kingdom.",
        "President Abdel Fattah El-Sisi received a telephone call this Monday (October 13) from the Prime Minister of "
        "the United Kingdom.",
        "President Abdel Fattah El-Sisi spoke by phone with the Prime Minister of the United Kingdom, who had "
        "called him on Friday evening.",
    ],
)
def test_who_receives_a_call_did_not_ask_for_it(told: str) -> None:
    found = compared(LONDON, told)
    assert found.glance.initiator == (None, found.a.readout.id)


@pytest.mark.parametrize(
    ("london", "cairo", "expected"),
    [
        pytest.param(LONDON, f"{CAIRO[:-1]} at the request of the latter.", 0, id="the latter"),
        pytest.param(
            "The Prime Minister called President Sisi of Egypt today to follow up on their talks in London.",
            CAIRO,
            0,
            id="a capital beside whom was called",
        ),
    ],
)
def test_who_asked_is_told_whatever_else_is_named(london: str, cairo: str, expected: int) -> None:
    found = compared(london, cairo)
    assert set(found.glance.initiator) - {None} == {(found.a, found.b)[expected].readout.id}


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("Президенту Ильхаму Алиеву позвонил Президент России Владимир Путин.", "moscow"),
        ("28 декабря Ильхаму Алиеву позвонил Владимир Путин.", "moscow"),
        ("Президент Ильхам Алиев позвонил Президенту России Владимиру Путину.", "baku"),
    ],
)
def test_in_russian_the_case_tells_who_telephoned(told: str, asked: str) -> None:
    moscow = "Состоялся телефонный разговор Владимира Путина с Президентом Азербайджана Ильхамом Алиевым."
    found = compare(moscow, f"{told} Обсуждены вопросы торговли.", languages=("ru", "ru"))
    assert isinstance(found, Comparison)
    assert found.glance.initiator == (None, {"moscow": found.a, "baku": found.b}[asked].readout.id)


@pytest.mark.parametrize(
    ("cairo", "asked"),
    [
        ("At my request the British Prime Minister and I spoke today. We discussed Gaza.", "cairo"),
        (f"{CAIRO[:-1]}. President El-Sisi returned the call of the British Prime Minister.", "london"),
    ],
)
def test_my_request_and_a_call_that_is_returned(cairo: str, asked: str) -> None:
    found = compared(LONDON, cairo)
    assert found.glance.initiator == (None, {"london": found.a, "cairo": found.b}[asked].readout.id)


def test_the_last_sentence_may_say_who_asked() -> None:
    found = compare(
        "Владимир Путин провёл телефонный разговор с Реджепом Тайипом Эрдоганом. Обсуждена Сирия. Рассмотрена "
        "торговля. Затронута энергетика. Разговор состоялся по инициативе турецкой стороны.",
        "President Erdoğan spoke by phone with President Putin. They discussed Syria.",
    )
    assert found.glance.initiator == (found.b.readout.id, None)


def test_a_heading_does_not_hide_who_telephoned() -> None:
    found = compared(
        LONDON,
        "President and Prime Minister on Sudan\n\n"
        "President Abdel Fattah El-Sisi took a call from the Prime Minister of the United Kingdom.",
    )
    assert found.glance.initiator == (None, found.a.readout.id)


def test_a_meeting_that_is_agreed_is_a_next_step() -> None:
    found = compared(
        f"{LONDON} They agreed that the Commission should meet before the end of October. They discussed Sudan.",
        f"{CAIRO} It was agreed that a British delegation would visit Cairo next week. They spoke of Sudan.",
    )
    assert found.glance.next_steps == (("A2",), ("B2",))
