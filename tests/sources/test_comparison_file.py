from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from readcompare.errors import ConfigurationError, InputError
from readcompare.model.text import Wording
from readcompare.sources.align_settings import AlignSettings
from readcompare.sources.comparison_file import ComparisonFile, read_comparison_file
from readcompare.sources.side_reader import TextFile

FULL = """\
title: Merkel–Putin call
date: 2021-11-10
participants: [Angela Merkel, Vladimir Putin]
sides:
  - id: germany
    name: German Federal Government
    texts: {de: germany.de.txt, en: germany.en.txt}
    compare: en
    wording: official
    complete: false
    published: 2021-11-10T13:05+01:00
    source: https://example.org/1
  - id: kremlin
    file: texts/kremlin.txt
    language: ru
    encoding: cp1251
align: {threshold: 0.4, matcher: lexical}
"""
SMALL = """\
sides:
  - {id: germany, file: germany.de.txt}
  - {id: kremlin, file: kremlin.txt}
"""
A = "  - {id: germany, file: germany.de.txt}\n"
B = "  - {id: kremlin, file: kremlin.txt}\n"


@pytest.fixture
def call(tmp_path: Path) -> Path:
    """The comparison file of a folder with some texts in it."""
    folder = tmp_path / "merkel-putin"
    (folder / "texts").mkdir(parents=True)
    for name in ("germany.de.txt", "germany.en.txt", "kremlin.txt", "texts/kremlin.txt", "../outside.txt"):
        (folder / name).write_text(f"The text of {name}.\n", encoding="utf-8")
    return folder / "comparison.yaml"


def read(call: Path, content: str) -> ComparisonFile:
    call.write_text(content, encoding="utf-8")
    return read_comparison_file(str(call))


def told(call: Path, content: str) -> list[tuple[int | None, int | None, str]]:
    """Line, column and message of all problems."""
    with pytest.raises(ConfigurationError) as caught:
        read(call, content)
    assert all(problem.path == str(call) for problem in caught.value.problems)
    return [(problem.line, problem.column, problem.message) for problem in caught.value.problems]


def test_everything_that_a_file_says_is_read(call: Path) -> None:
    described = read(call, FULL)
    assert (described.title, described.date) == ("Merkel–Putin call", "2021-11-10")
    assert described.participants == ("Angela Merkel", "Vladimir Putin")
    assert described.align == AlignSettings(matcher="lexical", threshold=0.4)
    germany, kremlin = described.sides
    assert (germany.id, germany.name) == ("germany", "German Federal Government")
    assert [(text.language, text.written) for text in germany.texts] == [
        ("de", "germany.de.txt"),
        ("en", "germany.en.txt"),
    ]
    assert (germany.compare, germany.wording, germany.complete) == ("en", Wording.OFFICIAL, False)
    assert (germany.published, germany.source) == ("2021-11-10T13:05+01:00", "https://example.org/1")
    assert (kremlin.id, kremlin.name, kremlin.compare, kremlin.encoding) == ("kremlin", "kremlin", "ru", "cp1251")
    assert kremlin.texts == (TextFile("ru", str(call.parent / "texts/kremlin.txt"), "texts/kremlin.txt"),)
    assert Path(kremlin.texts[0].path).read_text(encoding="utf-8") == "The text of texts/kremlin.txt.\n"


def test_what_is_not_given_has_a_default(call: Path) -> None:
    described = read(call, SMALL)
    assert (described.title, described.date, described.participants) == ("merkel-putin", None, ())
    assert described.align == AlignSettings()
    side = described.sides[0]
    assert (side.name, side.compare, side.texts[0].language, side.encoding) == ("germany", None, None, None)
    assert (side.wording, side.complete, side.published, side.source) == (None, True, None, None)


def test_the_first_text_is_compared_unless_another_is_named(call: Path) -> None:
    content = SMALL.replace("file: germany.de.txt", "texts: {en: germany.en.txt, de: germany.de.txt}")
    assert read(call, content).sides[0].compare == "en"


def test_another_file_name_is_the_title(call: Path) -> None:
    assert read(call.with_name("Merkel call.yaml"), SMALL).title == "Merkel call"


@pytest.mark.parametrize(
    ("lines", "field", "value"),
    [
        ("title:", "title", "merkel-putin"),
        ("title: No", "title", "No"),
        ('title: "2024"', "title", "2024"),
        ("title: '[sic] <b> | =1+1'", "title", "[sic] <b> | =1+1"),
        ("date: ~", "date", None),
        ("date: 2024-02-29", "date", "2024-02-29"),
        ("participants:", "participants", ()),
        ("participants: [No, On]", "participants", ("No", "On")),
        ("align:", "align", AlignSettings()),
        ("align: {threshold: auto}", "align", AlignSettings()),
        ("align: {threshold: 0}", "align", AlignSettings(threshold=0.0)),
        ("align: {threshold: 1}", "align", AlignSettings(threshold=1.0)),
        ("align: {threshold: .35}", "align", AlignSettings(threshold=0.35)),
    ],
)
def test_values_of_the_call(call: Path, lines: str, field: str, value: object) -> None:
    assert getattr(read(call, f"{lines}\n{SMALL}"), field) == value


@pytest.mark.parametrize(
    ("written", "field", "value"),
    [
        ("name: ДЕ", "name", "ДЕ"),
        ("language: no", "compare", "no"),
        ("language: und", "compare", "und"),
        ("complete: true", "complete", True),
        ("wording: quoted", "wording", Wording.QUOTED),
        ("published: 2021-11-10", "published", "2021-11-10"),
        ("published: 2021-11-10T13:05", "published", "2021-11-10T13:05"),
        ("published: 2021-11-10T13:05:30Z", "published", "2021-11-10T13:05:30Z"),
        ("published: 2021-11-10 13:05+03:00", "published", "2021-11-10 13:05+03:00"),
        ("encoding: UTF-16", "encoding", "UTF-16"),
        ("source:", "source", None),
    ],
)
def test_values_of_a_side(call: Path, written: str, field: str, value: object) -> None:
    described = read(call, f"sides:\n  - id: germany\n    file: germany.de.txt\n    {written}\n{B}")
    assert getattr(described.sides[0], field) == value


@pytest.mark.parametrize(
    ("lines", "column", "gist"),
    [
        ("titel: x", 1, "unknown key 'titel'; did you mean 'title'?"),
        ("Title: x", 1, "unknown key 'Title'; did you mean 'title'?"),
        ("zzz: x", 1, "unknown key 'zzz'; known are title, date, participants, sides, pivot, align"),
        ("title: 2024", 8, 'title must be a text; put it in quotes: "2024"'),
        ("title: true", 8, 'title must be a text; put it in quotes: "true"'),
        ("title: [a]", 8, "title must be a text, not a list"),
        ("title: {a: b}", 8, "title must be a text, not a mapping"),
        ("title: ' '", 8, "title is empty"),
        ("date: 10.11.2021", 7, "date must be a day such as 2021-11-10, not '10.11.2021'"),
        ("date: 2021-02-30", 7, "'2021-02-30' is no real one"),
        ("date: 20211110", 7, "date must be a day such as 2021-11-10, not '20211110'"),
        ("date: 2021-W45-3", 7, "date must be a day such as 2021-11-10"),
        ("date: ٢٠٢١-11-10", 7, "date must be a day such as 2021-11-10"),
        ("date: [2021-11-10]", 7, "date must be a day such as 2021-11-10"),
        ("participants: Merkel, Putin", 15, "participants must be a list: [one, two]"),
        (
            "participants: {a: b}",
            15,
            "participants must be a list: [one, two], or lines that begin with `- `, not a mapping",
        ),
        ("participants: [a, 3]", 19, 'a participant must be a text; put it in quotes: "3"'),
        ("participants: [[a]]", 16, "a participant must be a text, not a list"),
        ("align: auto", 8, "align must be a mapping"),
        ("align: {threshold: 1.5}", 20, "threshold must be `auto` or a number from 0 to 1"),
        ("align: {threshold: -0.1}", 20, "threshold must be `auto`"),
        ("align: {threshold: 1e999}", 20, "threshold must be `auto`"),
        ("align: {threshold: true}", 20, "threshold must be `auto`"),
        ("align: {threshold: 0,5}", 22, "unknown key '5'"),
        ("align: {threshold: [1]}", 20, "threshold must be `auto`"),
        ("align: {matcher: lexcal}", 18, "matcher cannot be 'lexcal'; did you mean 'lexical'?"),
        ("align: {matcher: neural}", 18, "matcher cannot be 'neural'; "),
        ("align: {treshold: 1}", 9, "unknown key 'treshold'; did you mean 'threshold'?"),
        ('title: "\\e[31m"\ntitle: b', 1, "the key 'title' stands twice"),
        ("title: *x", 8, "aliases such as *x are not supported"),
    ],
)
def test_what_is_wrong_with_the_call(call: Path, lines: str, column: int, gist: str) -> None:
    ((line, found_column, message),) = told(call, f"{lines}\n{SMALL}")
    assert (line, found_column) == (len(lines.splitlines()), column)
    assert gist in message


@pytest.mark.parametrize(
    ("lines", "line", "column", "gist"),
    [
        ("wordng: official", 4, 5, "unknown key 'wordng'; did you mean 'wording'?"),
        ("wording: oficial", 4, 14, "wording cannot be 'oficial'; did you mean 'official'?"),
        ("wording: x", 4, 14, "known are official, reconstruction, translation, quoted"),
        ("wording: 3", 4, 14, "wording must be a text"),
        ("complete: yes", 4, 15, "complete must be true or false, not 'yes'; write true"),
        ("complete: no", 4, 15, "complete must be true or false, not 'no'; write false"),
        ("complete: 1", 4, 15, "complete must be true or false, not '1'"),
        ("complete: [true]", 4, 15, "complete must be true or false, not a list"),
        ("published: 10 November", 4, 16, "published must be a day or a time such as 2021-11-10T13:05+01:00"),
        ("published: 2021-13-10", 4, 16, "'2021-13-10' is no real one"),
        ("published: 2021-11-10T25:00", 4, 16, "is no real one"),
        ("published: 2021-11-10T13:05 CET", 4, 16, "is no real one"),
        ("published: 2021", 4, 16, "published must be a day or a time"),
        ("language: DE", 4, 15, "not 'DE'; did you mean 'de'?"),
        ("language: de-AT", 4, 15, "not 'de-AT'; did you mean 'de'?"),
        ("language: german", 4, 15, "not 'german'; write de, en, ru, ..."),
        ("language: d", 4, 15, "a language must be a code of two or three letters"),
        ("language: ua", 4, 15, "not 'ua'; did you mean 'uk'?"),
        ("compare: de", 4, 14, "`compare` chooses among `texts`"),
        ("encoding: cp125", 4, 15, "unknown encoding 'cp125'; did you mean cp125"),
        ("source: 5", 4, 13, "source must be a text"),
        ("name: []", 4, 11, "name must be a text, not a list"),
        ("texts: {de: germany.de.txt}", 3, 11, "`texts` or one `file`, not both"),
        ("id: x", 4, 5, "the key 'id' stands twice; the first is in line 2"),
    ],
)
def test_what_is_wrong_with_a_side(call: Path, lines: str, line: int, column: int, gist: str) -> None:
    problems = told(call, f"sides:\n  - id: germany\n    file: germany.de.txt\n    {lines}\n{B}")
    assert [problem[:2] for problem in problems] == [(line, column)]
    assert gist in problems[0][2]


@pytest.mark.parametrize(
    ("texts", "column", "gist"),
    [
        ("texts: {de: germny.de.txt}", 18, "the text 'germny.de.txt': no such file; did you mean 'germany.de.txt'?"),
        ("texts: {de: no/a.txt}", 18, "the text 'no/a.txt': no such file: there is no folder"),
        ("texts: {de: texts}", 18, "the text 'texts': this is a folder"),
        ("texts: {de: .}", 18, "the text '.': this is a folder"),
        ("texts: {de: ../outside.txt}", 18, "the text '../outside.txt' lies outside the folder of this file"),
        ("texts: {de: texts/../../outside.txt}", 18, "lies outside the folder of this file"),
        ("texts: {de: ../nowhere.txt}", 18, "lies outside the folder of this file"),
        ("texts: {de: /etc/passwd}", 18, "not from the root as '/etc/passwd'"),
        ("texts: {de: 'C:\\texts\\a.txt'}", 18, "not from the root as 'C:\\\\texts\\\\a.txt'"),
        ('texts: {de: "a\\0.txt"}', 18, "cannot be the path of a file"),
        ("texts: {de: " + "x" * 5000 + "}", 18, "xxx…'"),
        ("texts: {de: ~}", 18, "the path of a text is missing"),
        ("texts: {de: ''}", 18, "the path of a text is empty"),
        ("texts: {de: [germany.de.txt]}", 18, "the path of a text must be a text, not a list"),
        ("texts: {de: 5}", 18, "the path of a text must be a text"),
        ("texts: {DE: germany.de.txt}", 14, "not 'DE'; did you mean 'de'?"),
        ("texts: {german: germany.de.txt}", 14, "must be a code of two or three letters, not 'german'"),
        ("texts: {1: germany.de.txt}", 14, "a language must be a text"),
        ("texts: germany.de.txt", 13, "texts must be a mapping"),
        ("texts: [germany.de.txt]", 13, "texts must be a mapping"),
        ("texts: {}", 13, "there is no text here: write {de: germany.de.txt}"),
        ("texts: {de: germany.de.txt}, compare: fr", 44, "there is no text in 'fr' to compare; there is de"),
        ("texts: {de: germany.de.txt}, language: de", 45, "`language` goes with `file`"),
        ("texts: {de: germany.de.txt, de: germany.en.txt}", 34, "the key 'de' stands twice"),
        ("texts: {de: germany.de.txt, en: germany.de.txt}", 38, "is the file of line 2 once more"),
        ("texts: {de: kremlin.txt}", None, "is the file of line 2 once more"),
        ("file: ", 5, "this side has no text"),
        ("language: de", 5, "this side has no text: write `texts: {de: germany.de.txt}`"),
    ],
)
def test_what_is_wrong_with_texts(call: Path, texts: str, column: int | None, gist: str) -> None:
    problems = told(call, f"sides:\n  - {{{texts}, id: germany}}\n{B}")
    expected = (2, column) if column else (3, 25)
    assert [problem[:2] for problem in problems] == [expected]
    assert gist in problems[0][2]


@pytest.mark.parametrize(
    ("content", "places", "gist"),
    [
        ("title: x\n", [(1, 1)], "a comparison needs two `sides`; this file has none"),
        ("title: x\nsides:\n", [(2, 7)], "a comparison needs two `sides`; this file has none"),
        ("sides: []\n", [(1, 8)], "a comparison needs two `sides`; this file has none"),
        (
            "sides: germany\n",
            [(1, 8)],
            "sides must be a list: [one, two], or lines that begin with `- `, not 'germany'",
        ),
        ("sides: {a: b}\n", [(1, 8)], "sides must be a list"),
        (f"sides:\n{A}", [(2, 5)], "a comparison needs two sides; this file has one"),
        (f"sides:\n{A}  - kremlin\n", [(3, 5)], "a side must be a mapping with `id`, `name` and `texts`"),
        (f"sides:\n{A}  -\n", [(3, 4)], "a side must be a mapping"),
        (f"sides:\n{A}  - {{id: germany, file: kremlin.txt}}\n", [(3, 10)], "'germany' is taken by the side of line 2"),
        (
            f"sides:\n{A}  - {{id: the Kremlin!, file: kremlin.txt}}\n",
            [(3, 10)],
            "hyphens, as 'the-kremlin'; not 'the Kremlin!'",
        ),
        (f"sides:\n{A}  - {{id: Кремль, file: kremlin.txt}}\n", [(3, 10)], "not 'Кремль'"),
        (f"sides:\n{A}  - {{id: 7, file: kremlin.txt}}\n", [(3, 10)], 'id must be a text; put it in quotes: "7"'),
        (f"sides:\n{A}  - {{file: kremlin.txt}}\n", [(3, 5)], "this side has no `id`"),
        (f"sides:\n{A}  - {{id: , file: kremlin.txt}}\n", None, "this side has no `id`"),
        (
            f"sides:\n{A}  - {{id: b, file: germany.de.txt}}\n",
            [(3, 19)],
            "'germany.de.txt' is the file of line 2 once more",
        ),
        (f"sides:\n{A}  - {{}}\n", [(3, 5), (3, 5)], "this side has no `id`"),
    ],
)
def test_what_is_wrong_with_the_sides(
    call: Path, content: str, places: list[tuple[int, int]] | None, gist: str
) -> None:
    problems = told(call, content)
    assert places is None or [problem[:2] for problem in problems] == places
    assert gist in problems[0][2]


def test_all_problems_are_told_at_once_in_the_order_of_the_file(call: Path) -> None:
    content = """\
date: 2021-02-30
sides:
  - id: Germany
    texts: {DE: germny.txt}
    wordng: official
  - id: kremlin
    file: ../outside.txt
    complete: no
align: {threshold: 2}
titel: x
date: 2021-11-10
"""
    assert [problem[:2] for problem in told(call, content)] == [
        (1, 7), (3, 9), (4, 13), (4, 17), (5, 5), (7, 11), (8, 15), (9, 20), (10, 1), (11, 1),
    ]  # fmt: skip


def test_a_problem_reads_as_place_message_and_line(call: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    call.write_text(SMALL.replace("id: kremlin", "id: kremlin, wordng: official"), encoding="utf-8")
    monkeypatch.chdir(call.parent)
    with pytest.raises(ConfigurationError) as caught:
        read_comparison_file("comparison.yaml")
    assert str(caught.value) == (
        "comparison.yaml:3:19: unknown key 'wordng'; did you mean 'wording'?\n"
        "    - {id: kremlin, wordng: official, file: kremlin.txt}\n"
        "                    ^"
    )


def test_the_caret_stands_under_the_fault_where_characters_are_wide(call: Path) -> None:
    call.write_text("title: x\nparticipants: [习近平, *x]\n" + SMALL, encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        read_comparison_file(str(call))
    _, line, caret = str(caught.value.problems[0]).splitlines()
    assert caret == " " * (len("    participants: [, ") + 3 * 2) + "^"
    assert line == "    participants: [习近平, *x]"


def test_paths_are_ready_to_open_from_any_folder(call: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    call.write_text(FULL, encoding="utf-8")
    for folder, name in ((call.parent, "comparison.yaml"), (call.parent.parent, "merkel-putin/comparison.yaml")):
        monkeypatch.chdir(folder)
        described = read_comparison_file(name)
        assert all(Path(text.path).is_file() for side in described.sides for text in side.texts)
    assert described.sides[0].texts[0].written == "germany.de.txt"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
@pytest.mark.parametrize(
    ("target", "gist"),
    [
        ("../outside.txt", "lies outside the folder of this file"),
        ("/etc/passwd", "lies outside the folder of this file"),
        ("link.txt", "cannot be the path of a file"),
        ("nowhere.txt", "this link leads to nothing"),
        ("kremlin.txt", "is the file of line 3 once more"),
    ],
)
def test_a_link_is_followed_inside_the_folder_only(call: Path, target: str, gist: str) -> None:
    (call.parent / "link.txt").symlink_to(target)
    content = f"sides:\n{B}  - {{id: germany, file: link.txt}}\n".replace("sides:\n", "title: x\nsides:\n")
    ((line, column, message),) = told(call, content)
    assert (line, column) == (4, 25)
    assert gist in message


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_linked_folder_is_no_way_out(call: Path) -> None:
    (call.parent / "up").symlink_to("..")
    ((_, _, message),) = told(call, f"sides:\n{B}  - {{id: germany, file: up/outside.txt}}\n")
    assert "lies outside" in message


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_folder_reached_by_a_link_is_a_folder_like_any_other(call: Path) -> None:
    call.write_text(SMALL, encoding="utf-8")
    link = call.parent.parent / "link"
    link.symlink_to(call.parent)
    assert Path(read_comparison_file(str(link / "comparison.yaml")).sides[0].texts[0].path).is_file()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of Unix")
def test_a_named_pipe_as_a_text_is_refused_without_waiting_for_it(call: Path) -> None:
    os.mkfifo(call.parent / "pipe")
    ((_, _, message),) = told(call, SMALL.replace("kremlin.txt", "pipe"))
    assert "the text 'pipe': this is a named pipe" in message


@pytest.mark.parametrize("name", ["nowhere.yaml", "."])
def test_a_file_that_cannot_be_read_is_told(call: Path, name: str) -> None:
    with pytest.raises(InputError):
        read_comparison_file(str(call.parent / name))


def test_every_shipped_comparison_file_is_read(root: Path) -> None:
    paths = sorted((root / "readouts").glob("*/comparison.yaml"))
    assert len(paths) >= 32
    for path in paths:
        described = read_comparison_file(str(path))
        assert described.date == path.parent.name[:10]
        assert len(described.participants) >= 2
        assert {side.wording for side in described.sides} == {Wording.RECONSTRUCTION}
