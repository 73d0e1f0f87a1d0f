"""`init` on a folder of texts: what is paired, and what is left in doubt."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from test_cli import readcompare

from readcompare.gathering import gather
from readcompare.sources.comparison_file import read_comparison_file

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
        ({"de": "germany.txt"}, ["germany.txt: neither its name nor the head of its text has a date"]),
        ({"en": "2021-11-20.txt"}, ["nothing says whose account it is"]),
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
            ["2021-11-20 has 3 sides, and init pairs two: france, germany, kremlin; name the texts of all of them"] * 3,
        ),
        ({"de": "2021-11-20-germany.txt x/20211120_germany.txt"}, ["germany has two texts in de of 2021-11-20"] * 2),
        ({"de": "2021-11-20-germany.ru.txt"}, ["its name says ru, and its text reads as de"]),
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


def test_a_dry_run_tells_the_same_and_writes_nothing(tmp_path: Path) -> None:
    put(tmp_path, de="2021-11-10-germany.txt", ru="2021-11-10-kremlin.txt")
    told = readcompare("init", "-n", ".", cwd=tmp_path)
    assert told.returncode == 0
    assert b"nothing was written" in told.stderr
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".txt", ".txt"]
    assert readcompare("init", ".", cwd=tmp_path).stdout == told.stdout
    assert readcompare("init", "--dry-run", "new.yaml", "--yes", cwd=tmp_path).stdout == b"new.yaml\n"
    assert not (tmp_path / "new.yaml").exists()


def test_texts_that_a_comparison_names_are_not_paired_again(tmp_path: Path) -> None:
    put(tmp_path, de="2021-11-10-germany.txt", ru="2021-11-10-kremlin.txt")
    assert readcompare("init", ".", cwd=tmp_path).returncode == 0
    (tmp_path / "2021-11-10-germany-kremlin.yaml").rename(tmp_path / "merkel.yaml")
    put(tmp_path, en="2021-11-10-kremlin.en.txt")
    again = readcompare("init", ".", cwd=tmp_path)
    assert (again.returncode, again.stdout) == (0, b"")
    assert (
        b"2021-11-10-kremlin.en.txt: 2021-11-10 has one side only: kremlin; merkel.yaml is of this day" in again.stderr
    )
    assert b"name already: 2" in again.stderr


def test_what_was_taken_from_a_text_is_told(tmp_path: Path) -> None:
    put(tmp_path, de="2021-11-10-germany.txt")
    (tmp_path / "kremlin.txt").write_text(f"10 ноября 2021 года\n\n{TEXTS['ru']}", encoding="utf-8")
    done = readcompare("init", ".", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr == b"readcompare: 2021-11-10-germany-kremlin.yaml: check kremlin.txt: day by its text\n"


def test_files_that_are_no_texts_are_listed_with_the_reason(tmp_path: Path) -> None:
    put(tmp_path, de="2021-11-10-germany.txt", ru="2021-11-10-kremlin.txt")
    (tmp_path / "2021-11-11-kremlin.txt").write_bytes(b"a\0b")
    (tmp_path / "2021-11-12-kremlin.txt").symlink_to("2021-11-12-kremlin.txt")
    (tmp_path / "2021-11-13-kremlin.txt").symlink_to("/etc/hostname")
    os.mkfifo(tmp_path / "2021-11-14-kremlin.txt")
    (tmp_path / "2021-11-15-\x1b[31m.txt").write_text("", encoding="utf-8")
    done = readcompare("init", ".", cwd=tmp_path)
    assert done.returncode == 0
    told = done.stderr.decode().splitlines()
    reasons = ["NUL bytes", "cannot be the path", "outside the folder", "named pipe", "no text in it"]
    assert len(told) == len(reasons)
    assert all(reason in line for reason, line in zip(reasons, told, strict=True))
    assert b"\x1b" not in done.stderr


def test_saved_pages_say_their_day_and_their_publisher(tmp_path: Path, root: Path) -> None:
    for name, page in (("73542.html", "kremlin"), ("page 2.html", "chancellery")):
        (tmp_path / name).write_bytes((root / "tests" / "pages" / f"{page}.html").read_bytes())
    done = readcompare("init", ".", cwd=tmp_path)
    assert done.stdout == b"2021-11-10-germany-russia.yaml: germany (de) and russia (ru)\n"
    assert done.stderr.decode().splitlines() == [
        f"readcompare: 2021-11-10-germany-russia.yaml: check {name}: {what}"
        for name in ("page 2.html", "73542.html")
        for what in ("day by when it was published", "side by its publisher")
    ]


def test_the_calls_of_this_project_are_found_again_from_their_texts_alone(tmp_path: Path, root: Path) -> None:
    described = {path.parent: read_comparison_file(str(path)) for path in root.glob("readouts/*/comparison.yaml")}
    for folder, call in described.items():
        (tmp_path / folder.name).mkdir()
        for text in (text for side in call.sides for text in side.texts):
            shutil.copy(text.path, tmp_path / folder.name)
    gathered = gather(tmp_path)
    assert (gathered.doubtful, gathered.known) == ((), 0)
    found = [{frozenset(path for _, path in side.texts) for side in begun.draft.sides} for begun in gathered.begun]
    assert len(found) == len(described)
    for folder, call in described.items():
        assert {frozenset(f"{folder.name}/{text.written}" for text in side.texts) for side in call.sides} in found
