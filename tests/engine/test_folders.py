"""Names and texts of a folder: the day, the side, the language, and which belong together."""

from __future__ import annotations

from datetime import date

import pytest

from readcompare.engine.folders.accounts import Account, FolderText, Readers, account_of
from readcompare.engine.folders.days import dateline, days_in_name
from readcompare.engine.folders.pairing import pair
from readcompare.engine.language import recognise
from readcompare.sources.lexicon_files import shipped_matcher

NAMES = tuple(shipped_matcher(code) for code in ("en", "de", "ru", "fr"))
DE = "Die Bundesregierung teilt mit, dass der Bundeskanzler mit dem russischen Präsidenten Putin gesprochen hat."
DE_UKRAINE = "Bundeskanzler Olaf Scholz hat heute mit dem ukrainischen Präsidenten Selensky über die Lage gesprochen."
RU = "Состоялся телефонный разговор Владимира Путина с Федеральным канцлером Германии Олафом Шольцем."
EN = "President Biden spoke by telephone with President Vladimir Putin of Russia about the situation at the border."
UA = "President Volodymyr Zelensky of Ukraine had a telephone conversation with German Chancellor Olaf Scholz today."
PLAIN = "They have agreed that the talks should be continued, and that more time was needed for all of the work."


def read(path: str, text: str) -> Account | str:
    language = recognise(text)
    readers = Readers(names=NAMES, text=shipped_matcher(language))
    return account_of(FolderText(path=path, text=text, language=language), "calls", readers)


def account(path: str, text: str) -> Account:
    found = read(path, text)
    assert isinstance(found, Account), found
    return found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("2021-11-10-kremlin", ["2021-11-10"]),
        ("kremlin 20211110 ru", ["2021-11-10"]),
        ("kremlin_2021_11_10", ["2021-11-10"]),
        ("Kreml (1.2.2021)", ["2021-02-01"]),
        ("kremlin.10.11.2021", ["2021-11-10"]),
        ("10 November 2021 Kremlin", ["2021-11-10"]),
        ("kremlin_10_ноября_2021", ["2021-11-10"]),
        ("Nov-10-2021 white house", ["2021-11-10"]),
        ("13-11-2021-kremlin", ["2021-11-13"]),
        ("11-13-2021-kremlin", ["2021-11-13"]),
        ("10-11-2021-kremlin", ["2021-11-10 or 2021-10-11"]),
        ("2021-11-10-2021-11-11", ["2021-11-10", "2021-11-11"]),
        ("press-release-2021111012", []),
        ("2021-02-30-kremlin", []),
        ("call-391", []),
    ],
)
def test_days_in_names(name: str, found: list[str]) -> None:
    assert [f"{day.meant} or {day.other}" if day.other else str(day.meant) for day in days_in_name(name)] == found


@pytest.mark.parametrize(
    ("text", "year", "found"),
    [
        ("Berlin, 10. November 2021\n\nDie Bundeskanzlerin", None, date(2021, 11, 10)),
        ("Pressemitteilung 391 · Mittwoch, 10.11.2021", None, date(2021, 11, 10)),
        ("10 ноября 2021 года, Москва", None, date(2021, 11, 10)),
        ("November 10, 2021 - Statements and Releases", None, date(2021, 11, 10)),
        ("On November 10, a conversation took place", 2021, date(2021, 11, 10)),
        ("On November 10, a conversation took place", None, None),
        ("They talked for 10 minutes of 2021", 2021, None),
        ("x" * 400 + " 10 November 2021", None, None),
    ],
)
def test_datelines(text: str, year: int | None, found: date | None) -> None:
    assert dateline(text, year) == found


def test_a_text_that_begins_with_two_dates_has_no_dateline() -> None:
    told = dateline("Berlin, 11 November 2021. On 10 November 2021 the Chancellor spoke", None)
    assert told == "its text begins with more than one date: 2021-11-10 and 2021-11-11"


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("2021-11-10-germany.de.txt", DE, "2021-11-10 germany=germany de"),
        ("2021-11-10_kremlin_ru.txt", RU, "2021-11-10 kremlin=russia ru"),
        ("2021-11-10_kremlin_ru.txt", PLAIN, "2021-11-10 kremlin=russia en"),
        ("germany-2021-11-10.txt", DE, "2021-11-10 germany=germany de"),
        ("10.11.2021 Bundesregierung.txt", DE, "2021-11-10 bundesregierung=germany de"),
        ("20211110_whitehouse.md", EN, "2021-11-10 whitehouse=usa en"),
        ("2021-11-10-Кремль.txt", RU, "2021-11-10 russia=russia ru"),
        ("2021-11-10 Telefonat Bundesregierung mit Putin.txt", DE, "2021-11-10 bundesregierung=germany de"),
        ("2021-11-10-downing-street.uk.txt", PLAIN, "2021-11-10 downing-street=uk en"),
        ("2021-11-10-prime.minister.uk.txt", PLAIN, "2021-11-10 prime-minister-uk=uk en"),
        ("2021-11-10-us.txt", EN, "2021-11-10 us=usa en"),
        ("2021-11-10-atlantis.txt", PLAIN, "2021-11-10 atlantis=None en"),
        ("2021-11-10-1430-kremlin.txt", RU, "2021-11-10 kremlin=russia ru call 1430"),
        ("2021-11-10-2-kremlin.txt", RU, "2021-11-10 kremlin=russia ru call 2"),
        ("2021-11-10b kremlin.txt", RU, "2021-11-10 kremlin=russia ru call b"),
        ("2021-11-10-No10.txt", PLAIN, "2021-11-10 no10=uk en"),
        ("2021/11/10/kremlin.txt", RU, "2021-11-10 kremlin=russia ru"),
        ("kremlin/2021-11-10.txt", RU, "2021-11-10 russia=russia ru"),
        ("2021-11-10.txt", RU, "2021-11-10 russia=russia ru (side by its language)"),
        ("2021-11-10-scholz-putin.txt", DE, "2021-11-10 germany=germany de (side by its language)"),
        ("kremlin.txt", f"Москва, 10 ноября 2021\n\n{RU}", "2021-11-10 kremlin=russia ru (day by its text)"),
        ("2021/kremlin.txt", f"10 ноября\n\n{RU}", "2021-11-10 kremlin=russia ru (day by its text)"),
        ("10-11-2021 kremlin.txt", f"10.11.2021\n\n{RU}", "2021-11-10 kremlin=russia ru (day by its text)"),
    ],
)
def test_what_a_text_is(path: str, text: str, found: str) -> None:
    read = account(path, text)
    call = f" call {read.mark}" if read.mark else ""
    notes = "".join(f" ({note})" for note in read.notes)
    assert f"{read.day} {read.side}={read.home} {read.language}{call}{notes}" == found


@pytest.mark.parametrize(
    ("path", "text", "reason"),
    [
        ("kremlin.txt", RU, "neither its name nor the head of its text has a date"),
        ("2021-02-30-kremlin.txt", RU, "neither its name nor the head of its text has a date"),
        ("2021-11-10-2021-11-11-kremlin.txt", RU, "more than one date"),
        ("10-11-2021-kremlin.txt", RU, "may be 2021-11-10 or 2021-10-11"),
        ("2021-11-10.txt", PLAIN, "nothing says whose account it is"),
        ("2021-11-10-неизвестно.txt", PLAIN, "no side that is known here"),
        ("2021-11-10-scholz-putin.txt", PLAIN, "more than one side, germany and russia"),
        ("2021-11-10-germany.ru.txt", DE, "its name says ru, and its text reads as de"),
        ("2021-11-10-kremlin.txt", "42", "its language is not recognised"),
    ],
)
def test_what_is_in_doubt(path: str, text: str, reason: str) -> None:
    told = read(path, text)
    assert isinstance(told, str)
    assert reason in told


def paired(*texts: tuple[str, str]) -> tuple[list[str], dict[str, str]]:
    """The calls, each as its paths, and the reasons of doubt by path."""
    found = pair(account(path, text) for path, text in texts)
    calls = [
        " + ".join(",".join(account.path for account in own) for own in call.sides) + f" #{call.number}"
        for call in found.calls
    ]
    return calls, {doubt.path: doubt.reason for doubt in found.doubts}


def test_versions_of_one_side_stay_together_whatever_they_are_called() -> None:
    calls, doubts = paired(
        ("2021-11-10-kremlin.en.txt", PLAIN),
        ("10.11.2021 Кремль.txt", RU),
        ("2021-11-10-germany.txt", DE),
    )
    assert (calls, doubts) == (["2021-11-10-germany.txt + 10.11.2021 Кремль.txt,2021-11-10-kremlin.en.txt #1"], {})


def test_two_calls_of_a_day_by_number_by_partner_and_by_folder() -> None:
    by_number = [
        (f"2021-11-10-{n}-{side}.txt", text) for n in "12" for side, text in (("germany", DE), ("kremlin", RU))
    ]
    calls, doubts = paired(*by_number)
    assert (calls, doubts) == ([
        "2021-11-10-1-germany.txt + 2021-11-10-1-kremlin.txt #1",
        "2021-11-10-2-germany.txt + 2021-11-10-2-kremlin.txt #2",
    ], {})  # fmt: skip
    calls, doubts = paired(
        ("2022-03-04-germany-x.txt", DE),
        ("2022-03-04-germany-y.txt", DE_UKRAINE),
        ("2022-03-04-kremlin.txt", RU),
        ("2022-03-04-ukraine.txt", UA),
    )
    assert (calls, doubts) == ([
        "2022-03-04-germany-x.txt + 2022-03-04-kremlin.txt #1",
        "2022-03-04-germany-y.txt + 2022-03-04-ukraine.txt #1",
    ], {})  # fmt: skip
    in_folders = [
        (f"{n}/2021-11-10-{side}.txt", text) for n in "ab" for side, text in (("germany", DE), ("kremlin", RU))
    ]
    calls, doubts = paired(*in_folders)
    assert [call[:1] for call in calls] == ["a", "b"]
    assert not doubts


def test_times_of_publication_may_differ_inside_one_call() -> None:
    calls, doubts = paired(("2021-11-10-1430-germany.txt", DE), ("2021-11-10-1605-kremlin.txt", RU))
    assert (len(calls), doubts) == (1, {})


def test_a_second_copy_makes_all_of_its_day_doubtful() -> None:
    calls, doubts = paired(
        ("2021-11-10-germany.txt", DE), ("2021-11-10-germany (2).txt", DE), ("2021-11-10-kremlin.txt", RU)
    )
    assert not calls
    assert set(doubts.values()) == {"germany has two texts in de of 2021-11-10"}
    assert len(doubts) == 3


def test_two_accounts_of_one_day_that_name_other_partners_are_no_pair() -> None:
    calls, doubts = paired(("2021-11-10-germany.txt", DE_UKRAINE), ("2021-11-10-kremlin.txt", RU))
    assert not calls
    assert set(doubts.values()) == {
        "germany tells of a talk with ukraine, and the other text of 2021-11-10 is of kremlin"
    }


def test_three_sides_one_side_and_the_day_beside() -> None:
    _, doubts = paired(
        ("2021-11-10-germany.txt", PLAIN), ("2021-11-10-kremlin.txt", PLAIN), ("2021-11-10-france.txt", PLAIN)
    )
    assert set(doubts.values()) == {
        "2021-11-10 has 3 sides, and init pairs two: france, germany, kremlin; name the texts of all of them"
    }
    _, doubts = paired(("2021-11-10-germany.txt", DE), ("2021-11-11-kremlin.txt", RU))
    assert doubts["2021-11-10-germany.txt"] == (
        "2021-11-10 has one side only: germany; is 2021-11-11-kremlin.txt of the day beside the same call?"
    )


def test_the_order_of_the_texts_changes_nothing() -> None:
    texts = [("2021-11-10-germany.txt", DE), ("2021-11-10-kremlin.txt", RU), ("2021-11-10-kremlin.en.txt", PLAIN)]
    assert paired(*texts) == paired(*reversed(texts))
