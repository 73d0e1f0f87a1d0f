"""Dictionaries in files: dictd packed and plain, texts, the way from language to language, hostile files."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from dictionary_files import dictzip, number, write_dictd
from readcompare.engine.glossary import words_of
from readcompare.errors import InputError, ReadcompareError, UsageError
from readcompare.lexicon.glossary import Glossary
from readcompare.sources import dictionary as dictionaries
from readcompare.sources.dictionary import Dictionary, Named, named, open_dictionary
from readcompare.sources.dictzip import PackedText
from readcompare.sources.routes import glossaries, serving

ARTICLES = [
    ("00databaseshort", "00databaseshort\n     German - English test dictionary\n"),
    ("ausdrücke", "Ausdrücke /x/ <pl>\nexpressions <n>\n see: {Ausdruck}\n"),
    ("etw beschließen", "etw. beschließen /x/ <v>\nresolve sth. <v>, decide on sth. <v>\n"),
    ("schneesturm", "Schneesturm /ʃn/ <masc>\nsnowstorm <n>, blizzard <n>\n"),
    ("strasse", "Straße\nstreet <n>\n"),
    ("um den heißen brei reden", "um den heißen Brei reden\nbeat about the bush\n"),
    ("überfall", "Überfall\nraid <n>\n" + '      "ein Überfall"  - a raid\n' * 20),
]
PAIRS = "# comment\nSchneesturm; Unwetter {n}\tblizzard, storm (bad weather)\nAbzug\twithdrawal\n"


def look_up(dictionary: Dictionary, source: str, target: str, *asked: str) -> dict[str, tuple[str, ...]]:
    stem = words_of(source).stem
    found = dictionary.look_up((source, target), {stem(word) for word in asked}, words_of)
    return dict(found.translations)


@pytest.mark.parametrize("packed", [True, False])
def test_headwords_are_found_by_their_stems_however_the_articles_are_packed(tmp_path: Path, *, packed: bool) -> None:
    dictionary = open_dictionary(Named(str(write_dictd(tmp_path, "words-deu-eng", ARTICLES, packed=packed))))
    assert dictionary.languages == ("de", "en")
    asked = ("schneestürme", "schneesturms", "ausdruck", "beschließen", "straßen", "überfälle", "brei", "haus")
    assert look_up(dictionary, "de", "en", *asked) == {
        "schneesturm": ("blizzard", "snowstorm")[::-1],
        "ausdruck": ("express",),
        "beschliess": ("resolv", "decid"),
        "strass": ("street",),
        "uberfall": ("raid",),
    }


def test_one_piece_of_gzip_is_a_dictionary_too(tmp_path: Path) -> None:
    index = write_dictd(tmp_path, "de-en", ARTICLES, packed=False)
    (tmp_path / "de-en.dict.dz").write_bytes(gzip.compress((tmp_path / "de-en.dict").read_bytes()))
    assert look_up(open_dictionary(Named(str(index))), "de", "en", "straße") == {"strass": ("street",)}


def test_a_text_with_two_columns_serves_both_directions(tmp_path: Path) -> None:
    path = tmp_path / "words.de-en.txt"
    path.write_text(PAIRS, encoding="utf-8")
    dictionary = open_dictionary(Named(str(path)))
    assert dictionary.directions == (("de", "en"), ("en", "de"))
    assert look_up(dictionary, "de", "en", "unwetter") == {"unwett": ("blizzard", "storm")}
    assert look_up(dictionary, "en", "de", "withdrawals", "storm") == {
        "withdraw": ("abzug",),
        "storm": ("schneesturm", "unwett"),
    }


def test_the_variants_of_ding_answer_one_another(tmp_path: Path) -> None:
    path = tmp_path / "de-en"
    path.write_text("Abzug {m} [mil.] | Abzüge {pl}; Rückzüge :: withdrawal | retreats\n", encoding="utf-8")
    dictionary = open_dictionary(Named(str(path)))
    assert look_up(dictionary, "de", "en", "abzug", "rückzug") == {
        "abzug": ("retreat", "withdraw"),
        "ruckzug": ("retreat",),
    }


@pytest.mark.parametrize(
    ("name", "title", "languages"),
    [
        ("freedict-deu-eng", "", ("de", "en")),
        ("de-fr", "", ("de", "fr")),
        ("my.ru_en", "", ("ru", "en")),
        ("mueller7", "", ("en", "ru")),
        ("words", "English - French FreeDict Dictionary", ("en", "fr")),
        ("well-known", "Mueller English-Russian Dictionary", ("en", "ru")),
    ],
)
def test_the_languages_are_told_by_name_or_title(
    tmp_path: Path, name: str, title: str, languages: tuple[str, str]
) -> None:
    index = write_dictd(tmp_path, name, [("00databaseshort", f"00databaseshort\n  {title}\n"), ("a", "a\nb\n")])
    assert open_dictionary(Named(str(index))).languages == languages
    assert open_dictionary(Named(str(index), ("it", "es"))).languages == ("it", "es")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a.index", Named("a.index")),
        ("a.index:de-en", Named("a.index", ("de", "en"))),
        ("a.txt:deu-rus", Named("a.txt", ("de", "ru"))),
        ("C:/words/a.txt", Named("C:/words/a.txt")),
    ],
)
def test_languages_may_stand_behind_the_name(written: str, expected: Named) -> None:
    assert named(written) == expected


def test_two_languages_must_be_two() -> None:
    with pytest.raises(UsageError, match="between two languages, not de-deu"):
        named("a.txt:de-deu")


def test_an_installed_dictionary_is_found_by_its_bare_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_dictd(tmp_path, "freedict-deu-eng", ARTICLES)
    monkeypatch.setattr(dictionaries, "INSTALLED", (str(tmp_path / "none"), str(tmp_path)))
    assert open_dictionary(Named("freedict-deu-eng.index")).mark.name == "freedict-deu-eng.index"
    with pytest.raises(InputError, match="neither here nor in"):
        open_dictionary(Named("freedict-deu-fra.index"))


def test_the_mark_changes_with_either_file(tmp_path: Path) -> None:
    index = write_dictd(tmp_path, "de-en", ARTICLES)
    first = open_dictionary(Named(str(index))).mark
    assert (first.name, first.languages, len(first.sha256)) == ("de-en.index", "de-en", 64)
    write_dictd(tmp_path, "de-en", [(word, article.upper()) for word, article in ARTICLES])
    assert open_dictionary(Named(str(index))).mark.sha256 != first.sha256


def spoil_no_articles(folder: Path) -> None:
    (folder / "de-en.dict.dz").unlink()


def spoil_index(folder: Path) -> None:
    (folder / "de-en.index").write_text("strasse nothing more\n", encoding="utf-8")


def spoil_digits(folder: Path) -> None:
    (folder / "de-en.index").write_text("strasse\t!!\tB\n", encoding="utf-8")


def spoil_end(folder: Path) -> None:
    (folder / "de-en.index").write_text(f"strasse\t{number(10_000_000)}\tB\n", encoding="utf-8")


def spoil_too_many(folder: Path) -> None:
    lines = "".join(f"strasse\t{number(place)}\t{number(199_999)}\n" for place in range(2_000))
    (folder / "de-en.index").write_text(lines, encoding="utf-8")


def spoil_latin(folder: Path) -> None:
    (folder / "de-en.index").write_bytes("straße\tA\tB\n".encode("latin-1"))


def spoil_chunk(folder: Path) -> None:
    packed = (folder / "de-en.dict.dz").read_bytes()
    (folder / "de-en.dict.dz").write_bytes(packed[:150] + b"\xff" * (len(packed) - 150))


def spoil_head(folder: Path) -> None:
    (folder / "de-en.dict.dz").write_bytes(b"\x1f\x8b\x08\x04")


def spoil_gzip(folder: Path) -> None:
    (folder / "de-en.dict.dz").write_bytes(gzip.compress(b"abc" * 100)[:-12])


@pytest.mark.parametrize(
    ("spoil", "gist"),
    [
        (spoil_no_articles, "articles are missing: de-en.dict.dz must stand beside it"),
        (spoil_index, "no line of a dictd index"),
        (spoil_digits, "no line of a dictd index"),
        (spoil_end, "ends before an article"),
        (spoil_too_many, "too many"),
        (spoil_latin, "not UTF-8"),
        (spoil_chunk, "damaged"),
        (spoil_head, "damaged"),
        (spoil_gzip, "damaged"),
    ],
)
def test_what_is_wrong_with_a_dictionary_is_one_line(tmp_path: Path, spoil: object, gist: str) -> None:
    index = write_dictd(tmp_path, "de-en", ARTICLES)
    assert callable(spoil)
    spoil(tmp_path)
    with pytest.raises(InputError) as caught:
        look_up(open_dictionary(Named(str(index))), "de", "en", "straße", "überfall", "schneesturm")
    (problem,) = caught.value.problems
    assert gist in problem.message
    assert "de-en." in (problem.path or "")


@pytest.mark.parametrize(
    ("name", "text", "gist"),
    [
        ("words.txt", "Haus\thouse\n", "words.txt:de-en"),
        ("de-en.txt", "Haus house\n", "two columns with a tab between"),
        ("de-en.txt", "", "two columns"),
        ("de-en.dict", "x", "name its index, de-en.index"),
        ("de-en.dict.dz", "x", "name its index, de-en.index"),
    ],
)
def test_a_file_that_is_no_dictionary_is_told_so(tmp_path: Path, name: str, text: str, gist: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ReadcompareError) as caught:
        open_dictionary(Named(str(tmp_path / name)))
    assert gist in str(caught.value)


def test_a_packed_text_that_grows_beyond_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readcompare.sources.dictzip.MAX_UNPACKED", 1_000_000)
    with pytest.raises(InputError, match="more than 1,000,000 bytes"):
        PackedText(gzip.compress(b"\0" * 2_000_000), "bomb.dict.dz")


def test_a_chunk_never_grows_beyond_the_size_it_declares() -> None:
    packed = dictzip(b"a" * 60_000, chunk=60_000)
    lying = packed.replace((60_000).to_bytes(2, "little"), (50).to_bytes(2, "little"), 1)
    assert PackedText(lying, "x").read([(0, 20)]) == {(0, 20): b"a" * 20}


def fixed(tmp_path: Path, name: str, *articles: tuple[str, str]) -> Dictionary:
    return open_dictionary(
        Named(str(write_dictd(tmp_path, name, [(word, f"{word}\n{told}\n") for word, told in articles])))
    )


def test_the_way_from_language_to_language(tmp_path: Path) -> None:
    de_en = fixed(tmp_path, "de-en", ("schneesturm", "blizzard"))
    en_ru = fixed(tmp_path, "en-ru", ("blizzard", "метель"))
    ru_en = fixed(tmp_path, "ru-en", ("метель", "blizzard"))
    de_ru = fixed(tmp_path, "de-ru", ("schneesturm", "вьюга"))
    stems = frozenset({"schneesturm"}), frozenset({words_of("ru").stem("метели")})
    snow = words_of("ru").stem("метель")

    def ways(*given: Dictionary) -> list[Glossary]:
        return list(glossaries(given, ("de", "ru"), stems, words_of))

    chained = [Glossary(("de", "ru"), {"schneesturm": (snow,)})]
    assert ways(de_en, en_ru) == chained
    assert ways(de_en, ru_en) == chained
    assert ways(de_en, en_ru, ru_en) == chained
    assert ways(de_en) == ways(en_ru) == ways(ru_en, en_ru) == []
    assert [one.translations["schneesturm"] for one in ways(de_ru, de_en, en_ru)] == [(words_of("ru").stem("вьюга"),)]
    assert serving((de_en, en_ru), ("ru", "de")) == (de_en, en_ru)
    assert serving((de_en, en_ru, de_ru), ("ru", "de")) == (de_ru,)
    assert serving((de_en, en_ru), ("fr", "de")) == ()


def test_an_installed_dictionary_of_debian_is_read(installed: Callable[[str, str], str]) -> None:
    dictionary = open_dictionary(Named(installed("mueller7.index", "mueller7-dict")))
    assert dictionary.languages == ("en", "ru")
    stem = words_of("ru").stem
    found = look_up(dictionary, "en", "ru", "blizzards", "warehouse", "condemned", "rejecting")
    assert stem("буран") in found["blizzard"]
    assert stem("склад") in found["warehous"]
    assert {stem("осуждать"), stem("порицать")} <= set(found["condemn"])
    assert stem("отвергать") in found["reject"]
