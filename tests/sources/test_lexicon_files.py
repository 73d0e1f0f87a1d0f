"""Lexicon files: the shipped ones and their stored copy, and what is said about faulty ones."""

from __future__ import annotations

import zlib
from importlib.resources import files
from pathlib import Path

import pytest

from readcompare.errors import ConfigurationError, InputError, ReadcompareError
from readcompare.lexicon.entries import Entry, Lexicon
from readcompare.lexicon.tokens import tokenise
from readcompare.sources import lexicon_files
from readcompare.sources.lexicon_files import LANGUAGES, LAYERS, read_lexicon, shipped_lexicons, shipped_matcher

HEAD = "format: readcompare-lexicon/1\nname: test\n"


@pytest.fixture
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder, as on a fresh machine."""
    folder = tmp_path / "cache"
    monkeypatch.setattr(lexicon_files, "user_cache_path", lambda name: folder / name)
    return folder / "readcompare"


SAID = "Bundeskanzlerin Merkel forderte Präsident Putin auf, das Regime in Minsk zur Vernunft zu bringen."


def fresh() -> list[tuple[str, str, tuple[tuple[str, object], ...]]]:
    """What a newly made matcher finds in a sentence: layer, entry and the entry's fields."""
    shipped_lexicons.cache_clear()
    shipped_matcher.cache_clear()
    mentions = shipped_matcher("de").mentions(tokenise(SAID))
    assert mentions
    return [(mention.layer, mention.id, mention.entry.fields) for mention in mentions]


def problems(tmp_path: Path, text: str | bytes) -> list[tuple[int | None, int | None, str]]:
    path = tmp_path / "mine.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ReadcompareError) as caught:
        read_lexicon(str(path))
    assert all(problem.path == str(path) for problem in caught.value.problems)
    return [(problem.line, problem.column, problem.message) for problem in caught.value.problems]


SHIPPED = sorted(path.name for path in (files("readcompare.lexicon") / "data").iterdir() if path.name[0] != "_")


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_file_passes_the_strict_reader_under_its_own_name(name: str) -> None:
    lexicon = read_lexicon(str(files("readcompare.lexicon") / "data" / name))
    layer = name.removesuffix(".yaml").partition("-")[0]
    assert layer in (*LAYERS, "attribution")  # who is said to have said something: no comparison loads it
    assert lexicon.name == layer
    assert all(entry.layer == layer for entry in lexicon.entries)
    if layer in LAYERS:  # what attributes words to an office is said in one language and not in another
        assert all({"en", "de", "ru"} <= dict(entry.patterns).keys() for entry in lexicon.entries)
    assert not any(len(name) < 2 for entry in lexicon.entries for name, _ in entry.patterns)


def test_shipped_lexicons_come_in_order_with_their_fields() -> None:
    lexicons = shipped_lexicons()
    assert tuple(lexicon.name for lexicon in lexicons) == LAYERS
    entries = {(entry.layer, entry.id): entry for lexicon in lexicons for entry in lexicon.entries}
    assert entries["verbs", "discuss"].number("force") == 1
    assert entries["entities", "merkel"].text("of") == "germany"
    assert entries["term_families", "war2022.war"].names("used_by") == ("de_gov", "west")
    assert entries["bridge", "situation"].number("w") == 0.2


def test_the_languages_are_those_of_the_files() -> None:
    entries = [entry for lexicon in shipped_lexicons() for entry in lexicon.entries]
    assert {language for entry in entries for language, _ in entry.patterns} == set(LANGUAGES)
    assert not shipped_matcher("es").knows_language


def test_a_layer_is_all_its_files_in_the_order_of_their_names() -> None:
    for lexicon in shipped_lexicons():
        names = [f"{lexicon.name}.yaml", *(name for name in SHIPPED if name.startswith(f"{lexicon.name}-"))]
        folder = files("readcompare.lexicon") / "data"
        parts = [read_lexicon(str(folder / name)).entries for name in names]
        assert lexicon.entries == tuple(entry for part in parts for entry in part)


def test_the_stored_copy_is_used_and_says_the_same(cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = fresh()
    (stored,) = cache_folder.iterdir()
    assert stored.suffix == ".marshal"
    monkeypatch.setattr(lexicon_files, "read_lexicon", lambda _: pytest.fail("YAML is read although a copy is there"))
    assert fresh() == first


@pytest.mark.parametrize("name", ["Chancellor Angela Merkel and Vladimir Putin", "Germany", "Kremlin", "White House"])
def test_the_names_alone_are_found_as_in_the_whole_lexicons(name: str) -> None:
    everything = shipped_matcher("en").mentions(tokenise(name))
    names = lexicon_files.shipped_names().mentions(tokenise(name))
    assert names
    assert [(one.id, one.span) for one in names] == [(m.id, m.span) for m in everything if m.layer == "entities"]


def test_an_entity_asks_for_no_topic_and_so_can_be_found_among_entities_alone() -> None:
    entities = next(lexicon for lexicon in shipped_lexicons() if lexicon.name == "entities").entries
    assert {entry.requires for entry in entities} - {None} <= {entry.id for entry in entities}


def damaged(content: bytes) -> list[bytes]:
    return [
        b"",
        b"{}",
        b"\x00\xff",
        content[: len(content) // 2],
        content[:-1],
        content.replace(b"merkel", b"markel"),
        content.partition(b"\n")[2],
    ]


def test_a_damaged_copy_is_never_trusted_and_is_replaced(cache_folder: Path) -> None:
    first = fresh()
    (stored,) = cache_folder.iterdir()
    sound = stored.read_bytes()
    for content in damaged(sound):
        assert content != sound
        stored.write_bytes(content)
        assert fresh() == first
        # How things are packed depends on what else the process holds, so two sound copies need not be equal.
        written = stored.read_bytes()
        assert written[:4] == zlib.crc32(written[4:]).to_bytes(4, "big")
        assert written not in damaged(sound)
        assert fresh() == first
    assert [path.name for path in cache_folder.iterdir()] == [stored.name]


def test_without_a_place_for_a_copy_the_files_are_read(cache_folder: Path) -> None:
    first = fresh()
    (stored,) = cache_folder.iterdir()
    stored.unlink()
    stored.mkdir()  # neither readable nor replaceable, for any user
    assert fresh() == first
    stored.rmdir()
    cache_folder.rmdir()
    cache_folder.write_text("a file where the folder should be")
    assert fresh() == first


def test_a_user_without_a_home_has_no_cache_and_needs_none(monkeypatch: pytest.MonkeyPatch) -> None:
    first = fresh()

    def no_home(_: str) -> Path:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr(lexicon_files, "user_cache_path", no_home)
    assert fresh() == first


def test_a_sound_file_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "\ufeff" + HEAD + "entries:\n"
        "- {id: gas, of: energy, act: x, w: 0.5, n: 3, live: true, time: 12:30, used_by: [a, b], note: no,\n"
        "   uk: [газ*], no: ['gass'], except: {uk: [газет*]}, requires: ukraine}\n",
        encoding="utf-8",
    )
    assert read_lexicon(str(path)) == Lexicon(
        "test",
        (
            Entry(
                id="gas",
                layer="test",
                fields=(
                    ("of", "energy"),
                    ("act", "x"),
                    ("w", 0.5),
                    ("n", 3),
                    ("live", True),
                    ("time", "12:30"),
                    ("used_by", ("a", "b")),
                    ("note", "no"),
                ),
                patterns=(("uk", ("газ*",)), ("no", ("gass",))),
                excepts=(("uk", ("газет*",)),),
                requires="ukraine",
            ),
        ),
    )


@pytest.mark.parametrize(
    ("body", "line", "column", "gist"),
    [
        ("", 1, 1, "entries is missing"),
        ("entries:", 3, 9, "entries is empty"),
        ("entries: []", 3, 10, "entries is empty"),
        ("entries: {a: b}", 3, 10, "entries must be a list"),
        ("entries:\n- {id: a, en: [x]}\nmore: 1", 5, 1, "unknown key 'more'"),
        ("entries:\n- word", 4, 3, "an entry must be a mapping"),
        ("entries:\n- {id: b, en: [x]}\n- {en: [x]}", 5, 3, "id is missing"),
        ("entries:\n- {id: , en: [x]}", 4, 8, "id is missing"),
        ("entries:\n- {id: 12, en: [x]}", 4, 8, "id must be a text"),
        ("entries:\n- {id: [a], en: [x]}", 4, 8, "id must be a text"),
        ("entries:\n- {id: a, en: [x]}\n- {id: a, en: [y]}", 5, 3, "'a' stands twice; the first is in line 4"),
        ("entries:\n- {id: a, en: [x], en: [y]}", 4, 20, "'en' stands twice"),
        ("entries:\n- {id: a, kind: org}", 4, 3, "no patterns in any language"),
        ("entries:\n- {id: a, en: []}", 4, 15, "en is empty"),
        ("entries:\n- {id: a, en: }", 4, 15, "en is empty"),
        ("entries:\n- {id: a, en: x}", 4, 15, "en must be a list"),
        ("entries:\n- {id: a, en: [12]}", 4, 16, "a pattern must be a text"),
        ("entries:\n- {id: a, en: [[x]]}", 4, 16, "a pattern must be a text"),
        ("entries:\n- {id: a, en: [~]}", 4, 16, "a pattern is missing"),
        ("entries:\n- {id: a, en: ['']}", 4, 16, "a pattern is empty"),
        ("entries:\n- {id: a, ru: ['мир', 'ми*р']}", 4, 23, "only at the start or the end"),
        ("entries:\n- {id: a, en: [Minsk]}", 4, 16, "capitals"),
        ("entries:\n- {id: a, en: ['x ...']}", 4, 16, "a gap needs a word after it"),
        ("entries:\n- {id: a, en: [x], kind: {b: c}}", 4, 26, "kind must be a word, a number or a list"),
        ("entries:\n- {id: a, en: [x], kind: }", 4, 26, "kind must be a word, a number or a list"),
        ("entries:\n- {id: a, en: [x], except: [y]}", 4, 28, "except must be a mapping"),
        ("entries:\n- {id: a, en: [x], except: {english: [y]}}", 4, 29, "'english' is no language"),
        ("entries:\n- {id: a, en: [x], except: {en: []}}", 4, 33, "en is empty"),
        ("entries:\n- {id: a, en: [x], except: {en: ['*']}}", 4, 34, "no letters"),
        ("entries:\n- {id: a, en: [x], requires: [y]}", 4, 30, "requires must be a text"),
        ("entries:\n- {id: a, en: [x], [1]: y}", 4, 20, "a key must be a word"),
        ("entries:\n- {id: a, en: [x}", 4, 17, "not closed"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, body: str, line: int, column: int, gist: str) -> None:
    ((found_line, found_column, message),) = problems(tmp_path, HEAD + body)
    assert (found_line, found_column) == (line, column)
    assert gist in message


@pytest.mark.parametrize(
    ("text", "gist"),
    [
        ("", "nothing in it"),
        ("# nothing", "nothing in it"),
        ("- a", "must be a mapping"),
        ("[" * 20_000, "deep"),
        (b"name: \xff", "UTF-8"),
        (
            "format: readcompare-lexicon/9\nname: n\nentries:\n- {id: a, en: [x]}",
            "'readcompare-lexicon/9' is not known",
        ),
        ("name: n\nentries:\n- {id: a, en: [x]}", "format is missing"),
        ("format: readcompare-lexicon/1\nentries:\n- {id: a, en: [x]}", "name is missing"),
    ],
)
def test_a_file_that_is_no_lexicon_is_named_as_such(tmp_path: Path, text: str | bytes, gist: str) -> None:
    assert gist in problems(tmp_path, text)[0][2]


def test_all_faults_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = "name: 7\nentries:\n- {en: ['*']}\n- {id: b, en: []}\n- {id: b, ru: ['Я']}\nformat: other\n"
    lines = [line or 0 for line, _, _ in problems(tmp_path, text)]
    assert lines == sorted(lines)
    assert set(lines) == {1, 3, 4, 5, 6}


def test_the_faulty_line_is_quoted(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(HEAD + "entries:\n- id: a\n  ru: ['мир', '*']\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"mine\.yaml:5:15: '\*' has no letters\n {4}ru: \['мир', '\*'\]"):
        read_lexicon(str(path))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.yaml"):
        read_lexicon(str(tmp_path / "none.yaml"))
