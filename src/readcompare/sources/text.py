"""Reading and writing text files: verbatim characters in, one clear line when a file is no text."""

from __future__ import annotations

import codecs
import difflib
import os
import re
import stat
from itertools import islice
from pathlib import Path

from readcompare.errors import InputError, Problem

MAX_TEXT_BYTES = 20_000_000
"""Largest text that is read: a readout is a page or two, this is a shelf of books."""

# The longer mark first: that of UTF-32 begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 4096  # bytes that an encoding is guessed by
_DOCUMENTS = (
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office document"),
    (b"\x1f\x8b", "a gzip archive"),
)
# A ZIP archive names its members in the clear: an office document is told by them.
_ZIP_MEMBERS = (
    (b"word/document", "a Word document (DOCX)"),
    (b"vnd.oasis.opendocument.text", "an OpenDocument text (ODT)"),
    (b"application/epub+zip", "an EPUB book"),
    (b"xl/workbook", "an Excel workbook (XLSX)"),
)
_UNUSUAL_FILES = (
    (stat.S_ISDIR, "this is a folder; a file is needed"),
    (stat.S_ISFIFO, "this is a named pipe, not a file; give its text on standard input, as -"),
    (stat.S_ISCHR, "this is a device, not a file"),
    (stat.S_ISBLK, "this is a device, not a file"),
    (stat.S_ISSOCK, "this is a socket, not a file"),
)
# The ones in which readouts are kept; any other that Python knows is accepted too.
_ENCODING_NAMES = (
    "utf-8", "utf-16-le", "utf-16-be", "cp1250", "cp1251", "cp1252", "windows-1251", "windows-1252", "koi8-r",
    "koi8-u", "latin-1", "iso-8859-1", "iso-8859-5", "gb18030",
)  # fmt: skip
_NOT_FOR_FILES = ("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape")
_LINE_END = re.compile(r"\r\n|\r|\n")
_NEIGHBOURS_READ = 5_000  # names in a folder among which the nearest is looked for


def read_text(path: str, *, encoding: str | None = None) -> str:
    """Read the characters of the text file at `path`, verbatim, without a byte order mark.

    A byte order mark decides the encoding, then `encoding`, then UTF-8 is tried. Raises InputError for a file that
    cannot be read, is larger than `MAX_TEXT_BYTES`, is no text, is in another encoding, or says nothing.
    """
    text = decode(read_bytes(path, limit=MAX_TEXT_BYTES), path, encoding=encoding)
    if is_blank(text):
        raise InputError(Problem(message="there is no text in it", path=path))
    return text


def is_blank(text: str) -> bool:
    """True when there is no letter and no digit in it: blanks, dots and invisible characters say nothing."""
    return not any(map(str.isalnum, text))


def write_text(path: str, text: str) -> None:
    """Write `text` to the file at `path` in UTF-8, line ends as they are; InputError when that is not possible.

    A file is written beside and then renamed, so that there is the old text or the new one and never half of it. What
    is no regular file, such as `/dev/stdout`, is written to directly.
    """
    write_bytes(path, text.encode("utf-8", "backslashreplace"))


def write_bytes(path: str, data: bytes) -> None:
    """Write `data` to the file at `path` as `write_text` does; InputError when that is not possible."""
    target = Path(path)
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target.resolve(), data)
    except (OSError, ValueError, RuntimeError) as error:  # a loop of links is a RuntimeError before Python 3.13
        raise InputError(Problem(message=f"cannot be written: {_reason(error)}", path=path)) from None


def _replace(target: Path, data: bytes) -> None:
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(data)
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def read_bytes(path: str, *, limit: int) -> bytes:
    """Read the bytes of the regular file at `path`; InputError when that fails or there are more than `limit`."""
    trouble = file_trouble(path)
    if trouble:
        raise InputError(Problem(message=trouble, path=path))
    try:
        size = Path(path).stat().st_size
        if size > limit:
            raise InputError(_too_large(path, f"{size:,}", limit))
        with Path(path).open("rb") as file:
            data = file.read(limit + 1)  # a file that grows, or hides its size, is still held to the limit
    except OSError as error:
        raise InputError(Problem(message=_reason(error), path=path)) from None
    if len(data) > limit:
        raise InputError(_too_large(path, f"more than {limit:,}", limit))
    return data


def file_trouble(path: str) -> str | None:
    """Say in a line why the file at `path` cannot be opened for reading; None when it can."""
    try:
        mode = Path(path).stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        if path.lower().startswith(("http://", "https://")):
            # Nothing is fetched unless that is what was asked for.
            return f"this is a web address, not a file; fetch the page first with: readcompare fetch {path[:200]}"
        return _not_found(Path(path))
    except (OSError, ValueError) as error:
        return _reason(error)
    for is_kind, message in _UNUSUAL_FILES:
        if is_kind(mode):
            return message
    is_allowed = os.access(path, os.R_OK, effective_ids=os.access in os.supports_effective_ids)
    return None if is_allowed else "permission denied"


def decode(data: bytes, name: str, *, encoding: str | None = None, advice: str | None = None) -> str:
    """Decode `data` as `read_text` does.

    Raises InputError with `name` as the file and `advice` on what to do when it is no text in that encoding.
    """
    trouble = encoding_trouble(encoding) if encoding else None
    if trouble:
        raise InputError(Problem(message=trouble))
    document = _document_kind(data)
    if document:
        raise InputError(Problem(message=f"this is {document}, not a text; save it as plain text first", path=name))
    mark, codec = next((pair for pair in BYTE_ORDER_MARKS if data.startswith(pair[0])), (b"", encoding or "utf-8"))
    advice = advice or _advice(codec, data)
    if b"\0" in data and not mark and not encoding:
        raise InputError(Problem(message=f"this is no text in UTF-8: it holds NUL bytes; {advice}", path=name))
    try:
        text = data[len(mark) :].decode(codec)
    except UnicodeDecodeError as error:
        problem = _undecodable(data, len(mark) + error.start, codec)
        raise InputError(problem._replace(message=f"{problem.message}; {advice}", path=name)) from None
    if "\0" in text:
        message = f"this is no text in {codec.upper()}: it holds NUL characters; {advice}"
        raise InputError(Problem(message=message, path=name))
    return text


def encoding_trouble(encoding: str) -> str | None:
    """Say what is wrong with the name of a text encoding, and which was meant; None when it is known."""
    try:
        b"a".decode(encoding)
        known = codecs.lookup(encoding).name not in _NOT_FOR_FILES
    except UnicodeDecodeError:
        known = True  # but one byte is no text in it, as in UTF-16
    except (LookupError, ValueError):
        known = False
    if known:
        return None
    near = difflib.get_close_matches(encoding.lower(), _ENCODING_NAMES, n=1)
    meant = f"did you mean {near[0]}?" if near else "known are utf-8, cp1251, cp1252, koi8-r, utf-16-le and others"
    return f"unknown encoding {encoding[:60]!r}; {meant}"


def _undecodable(data: bytes, offset: int, codec: str) -> Problem:
    lines = _LINE_END.split(data[:offset].decode(codec, "replace").removeprefix("\ufeff"))
    message = f"this is not {codec.upper()}: byte 0x{data[offset]:02x} at offset {offset} is no character of it"
    return Problem(message=message, line=len(lines), column=len(lines[-1]) + 1)


def _advice(tried: str, data: bytes) -> str:
    other = "utf-8"
    if tried == "utf-8" and b"\0" in data:
        other = "utf-16-le" if data.index(b"\0") % 2 else "utf-16-be"
    elif tried == "utf-8":
        # Nearly every letter of a Cyrillic text is beyond ASCII, and few of a text in a western language.
        beginning = data[:_LOOKED_AT]
        other = "cp1251" if sum(byte > 0x7F for byte in beginning) > len(beginning) / 4 else "cp1252"
    return f"name its encoding, such as --encoding {other}, or `encoding: {other}` in a comparison file"


def _document_kind(data: bytes) -> str | None:
    if data.startswith(b"PK\x03\x04"):
        return next((kind for member, kind in _ZIP_MEMBERS if member in data), "a ZIP archive")
    return next((kind for magic, kind in _DOCUMENTS if data.startswith(magic)), None)


def _not_found(path: Path) -> str:
    if path.is_symlink():
        return "this link leads to nothing"
    if not path.parent.is_dir():
        return f"no such file: there is no folder {str(path.parent)!r}"
    try:
        names = sorted(entry.name for entry in islice(path.parent.iterdir(), _NEIGHBOURS_READ))
    except OSError:
        names = []
    # Names of other stems are alike by their endings alone.
    near = (name for name in difflib.get_close_matches(path.name, names) if _are_near(path.stem, Path(name).stem))
    meant = next(near, None)
    return f"no such file; did you mean {meant!r}?" if meant else "no such file"


def _are_near(one: str, other: str) -> bool:
    return bool(difflib.get_close_matches(one, [other]))


def _too_large(path: str, size: str, limit: int) -> Problem:
    return Problem(message=f"this is too large: {size} bytes, the limit is {limit:,}", path=path)


def _reason(error: Exception) -> str:
    """Tell what the operating system says, without its numbers and the path again."""
    told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return told[:1].lower() + told[1:]
