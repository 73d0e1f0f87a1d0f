"""Encodings are told, declared or recognised, and a weak guess is no guess; odd characters are noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from readcompare.errors import InputError
from readcompare.sources.encoding import declared_in_header, declared_in_page, decode_any
from readcompare.sources.oddities import oddities
from readcompare.sources.readers.anything import read_data

RUSSIAN = "Состоялся телефонный разговор. Обсуждалась переправа, «важная» для обеих сторон.\n"
GERMAN = "Beide Seiten führten ein Gespräch über die Brücke und hörten „gute“ Gründe für größere Märkte.\n"
UKRAINIAN = "Відбулася телефонна розмова. Сторони обговорили переправу, її відкриття та зерно.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"), (RUSSIAN.replace("«", '"').replace("»", '"'), "koi8-r"), (UKRAINIAN, "cp1251"),
        (RUSSIAN, "cp866"), (GERMAN, "cp1252"), (RUSSIAN, "utf-16-le"), (RUSSIAN, "utf-16-be"), (GERMAN, "utf-16-le"),
    ],
)  # fmt: skip
def test_an_encoding_is_recognised_and_told(text: str, encoding: str) -> None:
    data = text.encode(encoding, "replace")
    decoded = decode_any(data, "a.txt")
    assert decoded.text == data.decode(encoding)
    assert decoded.note == f"encoding {encoding} recognised from the bytes"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_or_plain_utf8_is_no_guess(encoding: str) -> None:
    decoded = decode_any(RUSSIAN.encode(encoding), "a.txt")
    assert (decoded.text, decoded.note) == (RUSSIAN, None)


@pytest.mark.parametrize(
    ("data", "near"),
    [("Привет".encode("cp1251"), "cp1251"), ("Das ist über".encode("cp1252"), ""), (b"A caf\xe9 by the river.", "")],
)
def test_a_weak_guess_is_refused_and_told(data: bytes, near: str) -> None:
    with pytest.raises(InputError, match=f"it may be {near}.*, but that is not sure; name its encoding"):
        decode_any(data, "a.txt")


def test_every_readout_comes_back_from_every_encoding_or_is_refused(root: Path) -> None:
    right = weak = 0
    for path in sorted(root.glob("readouts/*/*.txt")):
        text = path.read_text(encoding="utf-8")
        for encoding in ("cp1251", "koi8-r", "iso-8859-5") if path.stem.endswith(".ru") else ("cp1252",):
            data = text.encode(encoding, "replace")
            try:
                decoded = decode_any(data, "a.txt")
            except InputError:
                weak += 1
                continue
            right += 1
            assert decoded.text == data.decode(encoding), (path, encoding)
    assert right > 2 * weak


def test_the_named_encoding_goes_before_all_but_the_mark() -> None:
    data = RUSSIAN.encode("cp1251")
    assert decode_any(data, "a", named="cp1251", declared="koi8-r").note is None
    with pytest.raises(InputError, match="not UTF-8"):
        decode_any(data, "a", named="utf-8")
    assert decode_any(RUSSIAN.encode("utf-8-sig"), "a", named="cp1251").text == RUSSIAN


def test_a_declared_encoding_is_believed_when_it_fits_and_a_wrong_one_is_told() -> None:
    short = "<html><body><p>Привет всем</p></body></html>".encode("cp1251")
    assert read_data(short, "a", declared="windows-1251").text == "Привет всем"
    decoded = decode_any(RUSSIAN.encode("cp1251"), "a", declared="utf-8")
    assert (decoded.text, decoded.note) == (
        RUSSIAN, "declared as utf-8, but it is not; encoding cp1251 recognised from the bytes",
    )  # fmt: skip
    assert decode_any(GERMAN.encode(), "a", declared="iso-8859-1").note is not None
    assert decode_any(GERMAN.encode("cp1252"), "a", declared="ISO-8859-1").text == GERMAN
    assert decode_any(GERMAN.encode("cp1252"), "a", declared="klingon").text == GERMAN


def test_what_pages_and_servers_declare_is_found() -> None:
    assert declared_in_page(b'<meta charset="windows-1251">') == "windows-1251"
    assert declared_in_page(b'<META http-equiv="Content-Type" content="text/html; charset=KOI8-R">') == "koi8-r"
    assert declared_in_page(b"<p>charset=utf-8</p>") is None
    assert declared_in_header("text/html; charset=Windows-1251") == "windows-1251"
    assert declared_in_header(None) is None


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("One.\nTw\u200bo \u00ad.", "hidden characters (2): U+200B zero width space at 2:3, U+00AD soft hyphen at 2:6"),
        ("a\u202eb", "characters that change the direction of writing (1): U+202E right-to-left override at 1:2"),
        ("a\x1b[31m", "control characters (1): U+001B control at 1:2"),
        ("a\ufffd", "characters that were lost when the text was saved (1): U+FFFD replacement character at 1:2"),
        ("Он. \r\nCовет и мир", "“Cовет” (Latin C) at 2:1"),
        ("The Kremlіn said", "“Kremlіn” (Cyrillic і) at 1:5"),
    ],
)
def test_odd_characters_are_told_with_their_places(text: str, note: str) -> None:
    assert [told for told in oddities(text) if note in told]


@pytest.mark.parametrize("text", ["IT-компания и G7", "Ünïcödé – “quotes”", "евроZона", "שלום \u200f world", RUSSIAN])
def test_ordinary_texts_are_not_called_odd(text: str) -> None:
    assert oddities(text) == ()


def test_many_places_are_counted_not_listed() -> None:
    (note,) = oddities("\u200b" * 9)
    assert note.startswith("hidden characters (9)")
    assert note.endswith("and 4 more")
