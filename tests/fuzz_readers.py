"""Mutated documents for the readers: `python tests/fuzz_readers.py READER SEED COUNT SECONDS`.

Every input must end in a text or in an InputError of one line, within a few seconds. It runs in a process of its own,
so that a crash or a hang of a library is a failed test and not the end of all tests. Exit code 0: nothing was found.
"""

from __future__ import annotations

import io
import random
import sys
import time
import traceback
import zipfile
from pathlib import Path

from document_files import TWO_PAGES, a_document
from readcompare.errors import InputError
from readcompare.sources.oddities import oddities
from readcompare.sources.readers.anything import read_data

SLOWEST = 8.0
"""Seconds that one input may take on a busy machine."""

PAGES = {path.stem: path.read_bytes() for path in sorted((Path(__file__).parent / "pages").glob("*.html"))}
MARKDOWN = (
    b"---\ntitle: A call\ndate: 2021-11-10\nlanguage: de\n---\n# Anruf\n\nEr **sprach** [mit](x) [sic].\n\n"
    b"- a\n- b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
)
RUSSIAN = "Состоялся телефонный разговор. Обсуждалась переправа, «важная» для обеих сторон.\n"
CORPUS = {
    "known page": [page for name, page in PAGES.items() if name != "unknown"],
    "unknown page": [PAGES["unknown"], PAGES["kremlin"].replace(b"kremlin.ru", b"example.org")],
    "markdown": [MARKDOWN, MARKDOWN.replace(b"\n", b"\r\n")],
    "pdf": [TWO_PAGES],
    "docx": [a_document()],
    "text": [
        RUSSIAN.encode(code, "replace") for code in ("utf-8", "cp1251", "cp866", "utf-16", "utf-16-le", "utf-8-sig")
    ],
}
TOKENS = (
    b"<ul>", b"<li>", b"</div>", b"<table><tr><td>", b"<p", b"<!--", b"<![CDATA[", b"\0", b"\xff\xfe", b"\xef\xbb\xbf",
    b"---\n", b"&#x110000;", b"&#0;", b"%PDF-", b"obj", b"endstream", b"<<", b"/Kids [4 0 R]", b"99999999999", b"-1",
    b"PK\x03\x04", b"PK\x05\x06", b"*a", b"&a ", b"[" * 50, b"<div>" * 300, b"> " * 200, "\u202e".encode(),
    b"<meta charset=utf-7>", b"<meta charset=idna>", b"<time datetime='0000-00-00T99'>", b"<ol start=9999999999999>",
)  # fmt: skip


def mutated(random_: random.Random, data: bytes, other: bytes) -> bytes:
    """`data` with one to eight changes, some of them pieces of `other`."""
    changed = bytearray(data)
    for _ in range(random_.choice((1, 1, 2, 3, 8))):
        place = random_.randrange(len(changed) + 1)
        length = random_.choice((1, 1, 4, 40, 400))
        match random_.randrange(6):
            case 0 if place < len(changed):
                changed[place] = random_.randrange(256)
            case 1:
                del changed[place : place + length]
            case 2:
                changed[place:place] = random_.choice(TOKENS)
            case 3:
                changed[place:place] = changed[place : place + length] * random_.choice((1, 2, 30))
            case 4:
                start = random_.randrange(len(other))
                changed[place : place + length] = other[start : start + length]
            case _:
                changed[place:place] = random_.randbytes(min(length, 8))
    return bytes(changed)


def repacked(random_: random.Random, data: bytes, other: bytes) -> bytes:
    """A ZIP archive one of whose members is changed, so that its checksums fit."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(packed, "w") as changed:
        names = archive.namelist()
        hit = "word/document.xml" if random_.random() < 0.6 else random_.choice(names)
        for name in names:
            body = archive.read(name)
            changed.writestr(name, mutated(random_, body, other) if name == hit else body)
    return packed.getvalue()


def main(reader: str, seed: int, count: int, seconds: float) -> int:
    """Read mutated inputs until there were `count` of them or the time is over; tell the first that fails."""
    corpus = CORPUS[reader]
    everything = [data for group in CORPUS.values() for data in group]
    started, done, read, slowest = time.monotonic(), 0, 0, 0.0
    while done < count and time.monotonic() - started < seconds:
        random_ = random.Random(f"{reader} {seed} {done}")  # noqa: S311 - nothing secret
        change = repacked if reader == "docx" and random_.random() < 0.7 else mutated
        data = change(random_, random_.choice(corpus), random_.choice(everything))
        begun = time.monotonic()
        try:
            extract = read_data(data, "input")
            oddities(extract.text)
            read += 1
        except InputError as error:
            if "\n" in str(error):
                print(f"{reader} {seed} {done}: an error of more than one line: {error}")
                return 1
        except Exception:  # noqa: BLE001 - this is what is looked for
            print(f"{reader} {seed} {done}:\n{traceback.format_exc()}")
            return 1
        slowest = max(slowest, time.monotonic() - begun)
        if slowest > SLOWEST:
            print(f"{reader} {seed} {done}: took {slowest:.1f} seconds")
            return 1
        done += 1
    print(f"{done} inputs, {read} read, slowest {slowest:.2f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])))
