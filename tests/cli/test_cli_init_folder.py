"""`init` on a folder of texts: what is paired, and what is left in doubt."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from test_cli import readcompare

from readcompare.sources.comparison_file import read_comparison_file
from readcompare.sources.pairing import find_date

TEXTS = {
    "de": "Die Bundeskanzlerin hat mit dem Präsidenten gesprochen. Thema war die Lage an der Grenze zu Belarus.",
    "en": "The Chancellor spoke with the President about the situation at the border with Belarus.",
    "ru": "Президент провёл телефонный разговор с канцлером. Обсуждалась ситуация на границе Белоруссии.",
}


def put(folder: Path, **names: str) -> None:
    for language, listed in names.items():
        for name in listed.split():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(TEXTS[language], encoding="utf-8")


def test_texts_are_paired_by_date_and_side(tmp_path: Path) -> None:
    put(
        tmp_path,
        de="2021-11-10-germany.de.txt germany_20211111.txt 2021-12-07/berlin.txt",
        en="2021-11-10-germany.en.txt",
        ru="2021-11-10-kremlin.txt 11.11.2021_kremlin.ru.txt 2021-12-07/kremlin.txt",
    )
    done = readcompare("init", ".", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines() == [
        "2021-11-10-germany-kremlin.yaml: germany (de, en) and kremlin (ru)",
        "2021-11-11-germany-kremlin.yaml: germany (de) and kremlin (ru)",
        "2021-12-07-berlin-kremlin.yaml: berlin (de) and kremlin (ru)",
    ]
    assert readcompare("validate", ".", cwd=tmp_path).returncode == 0
    described = read_comparison_file(str(tmp_path / "2021-12-07-berlin-kremlin.yaml"))
    assert (described.title, described.date) == ("Berlin and Kremlin, 2021-12-07", "2021-12-07")
    assert described.sides[0].texts[0].written == "2021-12-07/berlin.txt"


@pytest.mark.parametrize(
    ("names", "doubted"),
    [
        ({"de": "germany.txt"}, ["germany.txt: its name has no date"]),
        ({"de": "2021-11-10-2021-11-11-germany.txt"}, ["no date, or more than one"]),
        ({"de": "2021-13-10-germany.txt"}, ["no date, or more than one"]),
        ({"de": "2021-11-20.txt"}, ["no side in Latin letters"]),
        ({"ru": "2021-11-20-кремль.txt"}, ["no side in Latin letters"]),
        ({"de": "2021-11-20-germany.txt"}, ["2021-11-20 has one side only: germany"]),
        (
            {"de": "2021-11-20-germany.txt", "ru": "2021-11-21-kremlin.txt"},
            [
                "is 2021-11-21-kremlin.txt of the day beside the same call?",
                "is 2021-11-20-germany.txt of the day beside",
            ],
        ),
        (
            {"de": "2021-11-20-germany.txt", "ru": "2021-11-20-kremlin.txt", "en": "2021-11-20-france.txt"},
            ["2021-11-20 has 3 sides, and two are compared: france, germany, kremlin"] * 3,
        ),
        ({"de": "2021-11-20-germany.txt x/20211120_germany.txt"}, ["germany has two texts in de of 2021-11-20"] * 2),
        ({"en": "2021-11-20-prime.minister.uk.txt"}, ["its name says uk, and its text reads as en"]),
    ],
)
def test_what_is_doubtful_is_told_and_not_guessed(tmp_path: Path, names: dict[str, str], doubted: list[str]) -> None:
    put(tmp_path, de="2021-11-10-germany.txt", ru="2021-11-10-kremlin.txt")
    put(tmp_path, **names)
    done = readcompare("init", ".", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.decode().count("\n") == 1
    told = done.stderr.decode().splitlines()
    assert len(told) == len(doubted)
    assert all(gist in line for gist, line in zip(doubted, told, strict=True))


def test_a_comparison_that_is_there_stays(tmp_path: Path) -> None:
    put(tmp_path, de="2021-11-10-germany.txt", ru="2021-11-10-kremlin.txt")
    mine = tmp_path / "2021-11-10-germany-kremlin.yaml"
    mine.write_text("mine\n", encoding="utf-8")
    done = readcompare("init", str(tmp_path), cwd=tmp_path)
    assert done.returncode == 0
    assert b"is there already and stays" in done.stderr
    assert mine.read_text(encoding="utf-8") == "mine\n"
    assert readcompare("init", str(tmp_path), "--force", cwd=tmp_path).returncode == 0
    assert read_comparison_file(str(mine)).sides[1].id == "kremlin"


def test_a_folder_without_a_pair_is_trouble_and_stays_as_it_was(tmp_path: Path) -> None:
    put(tmp_path, de="germany.txt")
    done = readcompare("init", str(tmp_path), cwd=tmp_path)
    assert done.returncode == 2
    assert b"no two texts here belong together" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["germany.txt"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("2021-11-10-kremlin", (date(2021, 11, 10), "kremlin")),
        ("kremlin 20211110 ru", (date(2021, 11, 10), "kremlin.ru")),
        ("kremlin_2021_11_10", (date(2021, 11, 10), "kremlin")),
        ("Kreml (1.2.2021)", (date(2021, 2, 1), "Kreml")),
        ("2021-11-10", (date(2021, 11, 10), "")),
        ("press-release-2021111012", None),
        ("2021-02-30-kremlin", None),
        ("call-391", None),
    ],
)
def test_dates_in_names(name: str, found: tuple[date, str] | None) -> None:
    assert find_date(name) == found
