from __future__ import annotations

import io
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readcompare.errors import InputError, Problem
from readcompare.sources import text as text_module
from readcompare.sources.given import source_bytes
from readcompare.sources.readers.anything import read_source
from readcompare.sources.text import MAX_TEXT_BYTES, decode, encoding_trouble, read_text, write_text

RUSSIAN = "Состоялся разговор.\r\nВторая строка «цитата» – конец.\n"


def problem_of(path: Path | str, encoding: str | None = None) -> Problem:
    with pytest.raises(InputError) as caught:
        read_source("-", encoding=encoding) if path == "-" else read_text(str(path), encoding=encoding)
    (problem,) = caught.value.problems
    assert "\n" not in str(problem)
    return problem


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (RUSSIAN.encode(), None),
        (RUSSIAN.encode("utf-8-sig"), None),
        (b"\xff\xfe" + RUSSIAN.encode("utf-16-le"), None),
        (b"\xfe\xff" + RUSSIAN.encode("utf-16-be"), None),
        (RUSSIAN.encode("utf-32"), None),
        (RUSSIAN.encode("cp1251"), "cp1251"),
        (RUSSIAN.encode("cp1251"), "Windows-1251"),
        (RUSSIAN.encode("utf-16-le"), "utf-16-le"),
        # A byte order mark tells more than a wish that stands for two files.
        (RUSSIAN.encode("utf-8-sig"), "cp1251"),
        (RUSSIAN.encode("utf-8-sig"), "utf-8-sig"),
        (b"\xff\xfe" + RUSSIAN.encode("utf-16-le"), "utf-16"),
    ],
)
def test_a_text_is_read_verbatim_in_its_encoding(tmp_path: Path, data: bytes, encoding: str | None) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    assert read_text(str(file), encoding=encoding) == RUSSIAN


@pytest.mark.parametrize(
    "text", ["a\rb\r\nc\n\n d \t", "a\u2028b\x85c\x0cd", " [sic] \x1b[31m\u202e ", "\u00a0x\u200b"]
)
def test_no_character_is_changed(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode())
    assert read_text(str(file)) == text


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")).filter(lambda text: text[:1] != "\ufeff")
)
def test_every_text_without_nul_comes_back(text: str) -> None:
    data = text.encode()
    if not data.startswith((b"{\\rtf", b"%PDF-", b"PK\x03\x04")):
        assert decode(data, "a.txt") == text


@given(
    st.binary(max_size=300), st.sampled_from([None, "utf-8", "cp1251", "utf-16-le", "gb18030", "shift-jis", "utf-7"])
)
def test_any_bytes_are_a_text_or_a_clear_error(data: bytes, encoding: str | None) -> None:
    try:
        text = decode(data, "a.txt", encoding=encoding)
    except InputError as error:
        told = str(error)
    else:
        told = ""
        assert "\0" not in text
    assert "\n" not in told


@pytest.mark.parametrize(
    ("data", "encoding", "place", "gist"),
    [
        ("Привет".encode("cp1251"), None, (1, 1), "not UTF-8: byte 0xcf at offset 0"),
        (b"one\ntwo\r\nth\xe9 end", None, (3, 3), "not UTF-8: byte 0xe9 at offset 11"),
        ("é\nüx".encode() + b"\xff", None, (2, 3), "not UTF-8: byte 0xff at offset 6"),
        (b"one\rtwo\n\xff", None, (3, 1), "at offset 8"),
        (b"\xef\xbb\xbfab\xff", None, (1, 3), "not UTF-8: byte 0xff at offset 5"),
        (b"ab\n\x98", "cp1251", (2, 1), "not CP1251: byte 0x98 at offset 3"),
        (b"\xff\xfea\0\n\0\x00\xd8", None, (2, 1), "not UTF-16-LE: byte 0x00 at offset 6"),
    ],
)
def test_an_undecodable_byte_is_named_with_its_place(
    tmp_path: Path, data: bytes, encoding: str | None, place: tuple[int, int], gist: str
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    problem = problem_of(file, encoding)
    assert (problem.path, problem.line, problem.column) == (str(file), *place)
    assert gist in problem.message


def test_the_error_names_an_encoding_to_try() -> None:
    with pytest.raises(InputError, match="--encoding cp1251"):
        decode(b"\xcf", "a.txt")
    with pytest.raises(InputError, match="--encoding utf-8"):
        decode(b"\x98", "a.txt", encoding="cp1251")


@pytest.mark.parametrize(
    ("data", "gist"),
    [
        (b"", "there is no text in it"),
        (b" \r\n\t\n", "there is no text in it"),
        ("\u200b\n...".encode(), "there is no text in it"),
        ("\ufeff\u00a0\n".encode(), "there is no text in it"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (b"PK\x03\x04\x14\0\x06\0[Content_Types].xml...word/document.xml", "a Word document (DOCX)"),
        (b"PK\x03\x04\x14\0\0\0mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text (ODT)"),
        (b"PK\x03\x04\x14\0\0\0berlin.txt", "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an old Word or Office document"),
        (b"{\\rtf1\\ansi Hello}", "an RTF document"),
        (b"\x1f\x8b\x08\0", "a gzip archive"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no text in UTF-8: it holds NUL bytes"),
        ("Состоялся разговор".encode("utf-16-le"), "no text in UTF-8: it holds NUL bytes"),
        (b"\xff\xfea\0\0\0", "no text in UTF-16-LE: it holds NUL characters"),
    ],
)
def test_what_is_no_text_is_called_by_its_name(tmp_path: Path, data: bytes, gist: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    problem = problem_of(file)
    assert problem.path == str(file)
    assert gist in problem.message


def test_binary_in_a_named_encoding_is_no_text() -> None:
    with pytest.raises(InputError, match="no text in CP1251: it holds NUL characters"):
        decode(b"a\0b", "a.txt", encoding="cp1251")


@pytest.mark.parametrize(
    ("name", "gist"),
    [
        ("cp-1251x", "did you mean cp1251?"),
        ("utf8x", "did you mean utf-8?"),
        ("windows1251", "did you mean windows-1251?"),
        ("klingon", "known are utf-8, cp1251"),
        ("rot13", "unknown encoding 'rot13'"),
        ("hex", "unknown encoding 'hex'"),
        ("idna", "unknown encoding 'idna'"),
        ("unicode_escape", "unknown encoding 'unicode_escape'"),
        ("", "unknown encoding ''"),
        ("utf-8\0", "unknown encoding 'utf-8\\x00'"),
        ("кои8", "unknown encoding 'кои8'"),
    ],
)
def test_an_unknown_encoding_is_refused_with_a_suggestion(tmp_path: Path, name: str, gist: str) -> None:
    trouble = encoding_trouble(name)
    assert trouble is not None
    assert gist in trouble
    if name:
        (tmp_path / "a.txt").write_text("a", encoding="utf-8")
        assert problem_of(tmp_path / "a.txt", name).message == trouble


@pytest.mark.parametrize(
    "name", ["utf-8", "UTF8", "utf-16", "utf_16_le", "koi8-r", "latin-1", "ISO-8859-5", "cp866", "big5"]
)
def test_ordinary_encodings_are_known(name: str) -> None:
    assert encoding_trouble(name) is None


def test_a_missing_file_suggests_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "germany.de.txt").write_text("a", encoding="utf-8")
    (tmp_path / "kremlin.ru.txt").write_text("a", encoding="utf-8")
    assert problem_of(tmp_path / "germny.de.txt").message == "no such file; did you mean 'germany.de.txt'?"
    assert problem_of(tmp_path / "whatever").message == "no such file"
    assert "there is no folder" in problem_of(tmp_path / "nowhere" / "a.txt").message
    assert "no such file" in problem_of(tmp_path / "kremlin.ru.txt" / "a.txt").message


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert problem_of(tmp_path).message == "this is a folder; a file is needed"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of Unix")
def test_a_named_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "named pipe" in problem_of(tmp_path / "pipe").message


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="devices are files on Unix only")
def test_an_endless_device_is_refused() -> None:
    assert "this is a device" in problem_of("/dev/zero").message


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="sockets are files on Unix only")
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        assert "this is a socket" in problem_of("s").message


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_a_loop_of_links_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    assert "symbolic links" in problem_of(tmp_path / "a.txt").message


def test_a_name_that_is_too_long_is_one_clear_line(tmp_path: Path) -> None:
    assert problem_of(tmp_path / ("x" * 5000)).message


@contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the right of the superuser to read everything, for a while."""
    is_superuser = os.geteuid() == 0
    if is_superuser:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_superuser:
            os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
@pytest.mark.parametrize("locked", ["a.txt", "."])
def test_without_permission_a_file_is_refused(locked: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder, "folder", "a.txt")
        file.parent.mkdir()
        file.write_text("a", encoding="utf-8")
        Path(folder).chmod(0o755)
        (file.parent / locked).chmod(0)
        with as_nobody():
            problem = problem_of(file)
        file.parent.chmod(0o755)
    assert problem.message == "permission denied"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_folder_that_may_not_be_listed_gives_no_suggestion() -> None:
    with TemporaryDirectory() as folder:
        Path(folder, "germany.txt").write_text("a", encoding="utf-8")
        Path(folder).chmod(0o111)
        with as_nobody():
            problem = problem_of(Path(folder, "germny.txt"))
        Path(folder).chmod(0o755)
    assert problem.message == "no such file"


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that opens and cannot be read")
def test_an_error_while_reading_is_one_clear_line() -> None:
    assert problem_of("/proc/self/mem").message == "input/output error"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as handle:
        handle.truncate(50_000_000)
    assert problem_of(file).message == f"this is too large: 50,000,000 bytes, the limit is {MAX_TEXT_BYTES:,}"


def test_the_limit_itself_is_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_module, "MAX_TEXT_BYTES", 4)
    (tmp_path / "four.txt").write_bytes(b"four")
    (tmp_path / "five.txt").write_bytes(b"fives")
    assert read_text(str(tmp_path / "four.txt")) == "four"
    assert "too large" in problem_of(tmp_path / "five.txt").message


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs a file that hides its size")
def test_a_file_that_hides_its_size_is_held_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_module, "MAX_TEXT_BYTES", 4)
    assert "more than 4 bytes" in problem_of("/proc/self/status").message


def stdin_of(data: bytes) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data))


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", stdin_of(RUSSIAN.encode("utf-8-sig")))
    assert read_source("-").text == RUSSIAN
    monkeypatch.setattr(sys, "stdin", stdin_of(RUSSIAN.encode("cp1251")))
    assert read_source("-", encoding="cp1251").text == RUSSIAN


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\n", "standard input: there is no text in it"),
        (b"a\n\xff", "standard input:2:1: this is not UTF-8"),
        (b"%PDF-1.7", "standard input: this PDF is damaged"),
    ],
)
def test_trouble_on_standard_input_is_told_as_such(monkeypatch: pytest.MonkeyPatch, data: bytes, told: str) -> None:
    monkeypatch.setattr(sys, "stdin", stdin_of(data))
    assert str(problem_of("-")).startswith(told)


def test_more_than_the_limit_on_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", stdin_of(b"x" * 5))
    with pytest.raises(InputError, match="standard input: this is too large: more than 4 bytes"):
        source_bytes("-", limit=4)


def test_a_closed_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert "closed" in problem_of("-").message


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "out.txt"
    write_text(str(file), RUSSIAN)
    assert file.read_bytes() == RUSSIAN.encode()
    write_text(str(file), "half \ud800 a character")
    assert file.read_text(encoding="utf-8") == "half \\ud800 a character"


@pytest.mark.parametrize(("name", "gist"), [("", "is a directory"), ("nowhere/out.txt", "no such file")])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, name: str, gist: str) -> None:
    with pytest.raises(InputError) as caught:
        write_text(str(tmp_path / name), "a")
    assert f"cannot be written: {gist}" in str(caught.value)


def test_a_web_address_is_told_from_a_file() -> None:
    told = problem_of("https://example.org/call").message
    assert told.endswith("fetch the page first with: readcompare fetch https://example.org/call")
