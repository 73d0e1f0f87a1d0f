"""Who takes part in a call, and whose text is whose, when nobody says so: by the first sentences alone."""

from __future__ import annotations

import pytest

from readcompare.engine.acts import Cast
from readcompare.engine.casting import cast_of_call
from readcompare.engine.reading import read
from readcompare.engine.segment import segment
from readcompare.intake import make_readout
from readcompare.model.call import Call
from readcompare.sources.lexicon_files import shipped_matcher, shipped_names


def cast(a: tuple[str, str], b: tuple[str, str], *participants: str) -> Cast:
    readouts = [make_readout(text, side_id="x", name="a text", language=code)[0] for code, text in (a, b)]
    matchers = shipped_matcher(a[0]), shipped_matcher(b[0])
    readings = read(segment(readouts[0], "A"), matchers[0]), read(segment(readouts[1], "B"), matchers[1])
    call = Call(title="", date=None, participants=participants)
    return cast_of_call(readings, call, matchers, shipped_names())


@pytest.mark.parametrize("first", ["BERLIN (dpa).", "Breaking!"])
def test_a_first_sentence_that_names_nobody_hides_no_participants(first: str) -> None:
    found = cast(
        ("de", f"{first} Bundeskanzler Scholz hat mit Präsident Putin telefoniert."),
        ("ru", "Состоялся телефонный разговор Владимира Путина с Олафом Шольцем."),
    )
    assert found.persons == {"putin": "russia", "scholz": "germany"}


def test_offices_do_not_depend_on_which_side_comes_first() -> None:
    a = ("en", "Secretary of State Antony Blinken spoke with Russian Foreign Minister Sergey Lavrov today.")
    b = ("en", "US Minister Antony Blinken spoke with Minister Sergey Lavrov today.")
    assert cast(a, b).offices == cast(b, a).offices


def test_an_office_is_of_the_name_beside_it() -> None:
    found = cast(
        ("en", "Secretary Blinken spoke with President Putin by phone."),
        ("en", "President Vladimir Putin spoke with Secretary Antony Blinken."),
    )
    assert found.offices == {"blinken": "secretary"}


def test_who_is_president_now_was_minister_in_a_text_that_says_so() -> None:
    found = cast(
        (
            "de",
            "Außenminister Frank-Walter Steinmeier ist heute mit dem russischen Außenminister Lawrow zusammengekommen.",
        ),
        ("ru", "Состоялись переговоры Министра иностранных дел России С.В.Лаврова с Ф.-В.Штайнмайером."),
        "Frank-Walter Steinmeier",
        "Sergey Lavrov",
    )
    assert found.offices == {"steinmeier": "minister", "lavrov": "minister"}
    assert found.titled("minister", "A") == "steinmeier"


@pytest.mark.parametrize(
    ("a", "b", "persons", "homes"),
    [
        pytest.param(
            ("en", "President Biden spoke today with President Xi."),
            ("en", "President Xi Jinping spoke with President Biden."),
            {"biden": "usa", "xi": "china"},
            {"A": "usa", "B": "china"},
            id="a name in a title",
        ),
        pytest.param(
            ("en", "The Prime Minister spoke to President Putin this afternoon."),
            (
                "ru",
                "Состоялся телефонный разговор Владимира Путина с Премьер-министром Великобритании Борисом Джонсоном.",
            ),
            {"johnson_b": "uk", "putin": "russia"},
            {"A": "uk", "B": "russia"},
            id="a bare title on one side",
        ),
        pytest.param(
            ("de", "Bundeskanzlerin Angela Merkel hat mit dem russischen Präsidenten Wladimir Putin telefoniert."),
            ("ru", "По инициативе германской стороны Владимир Путин провёл телефонный разговор с Ангелой Меркель."),
            {"merkel": "germany", "putin": "russia"},
            {"A": "germany", "B": "russia"},
            id="the other side named first, its leader last",
        ),
        pytest.param(
            (
                "ru",
                "Телефонный разговор с Премьер-министром Венгрии Виктором Орбаном\n\n"
                "Состоялся телефонный разговор Владимира Путина с Премьер-министром Венгрии Виктором Орбаном.",
            ),
            ("en", "Prime Minister Viktor Orbán held a telephone conversation with President Vladimir Putin."),
            {"orban": "hungary", "putin": "russia"},
            {"A": "russia", "B": "hungary"},
            id="a heading that leaves its own side out",
        ),
        pytest.param(
            (
                "de",
                "Telefonat mit dem brasilianischen Präsidenten\n\nDer Sprecher teilt mit:\n\n"
                "Der Bundeskanzler hat mit dem Präsidenten Brasiliens, Lula da Silva, gesprochen.",
            ),
            ("en", "President Luiz Inácio Lula da Silva received a telephone call from the Chancellor of Germany."),
            {"lula": "brazil", "role.chancellor": "germany"},
            {"A": "germany", "B": "brazil"},
            id="a leader whom nobody names",
        ),
    ],
)
def test_the_first_sentences_tell_who_spoke_and_whose_text_it_is(
    a: tuple[str, str], b: tuple[str, str], persons: dict[str, str], homes: dict[str, str]
) -> None:
    found = cast(a, b)
    assert dict(found.persons) == persons
    assert dict(found.homes) == homes
    mirrored = cast(b, a)
    assert dict(mirrored.persons) == persons
    assert mirrored.homes == {"A": homes["B"], "B": homes["A"]}


def test_of_many_who_are_named_nobody_is_taken_for_the_other_one() -> None:
    found = cast(
        ("en", "The Prime Minister telephoned President Putin today."),
        ("ru", "Владимир Путин переговорил по телефону с Дэвидом Кэмероном, Ангелой Меркель и Херманом Ван Ромпёем."),
    )
    assert dict(found.persons) == {"putin": "russia"}


def test_whoever_is_not_named_is_called_by_the_office() -> None:
    found = cast(
        ("en", "The Prime Minister spoke to the President of Egypt, Abdel Fattah el-Sisi, this afternoon."),
        ("en", "President Abdel Fattah El-Sisi received a phone call from the Prime Minister of the United Kingdom."),
    )
    assert found.homes == {"A": "uk", "B": "egypt"}
    assert found.leader_name("A") == "Prime Minister of the United Kingdom"


def test_a_text_of_headings_alone_begins_with_the_first() -> None:
    found = cast(
        ("en", "President Biden speaks with President Xi"), ("en", "President Xi Jinping speaks with President Biden")
    )
    assert found.homes == {"A": "usa", "B": "china"}
