"""Writes small dictionaries as the dict server has them, for tests."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def number(value: int) -> str:
    """`value` in the digits of dictd."""
    digits = DIGITS[value % 64]
    while value := value // 64:
        digits = DIGITS[value % 64] + digits
    return digits


def dictzip(text: bytes, chunk: int = 50) -> bytes:
    """`text` packed in chunks of so many bytes, with the table that tells where each begins."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    chunks = [
        packer.compress(text[at : at + chunk]) + packer.flush(zlib.Z_FULL_FLUSH) for at in range(0, len(text), chunk)
    ]
    table = struct.pack(f"<HHH{len(chunks)}H", 1, chunk, len(chunks), *map(len, chunks))
    extra = b"XX" + struct.pack("<H", 3) + b"abc" + b"RA" + struct.pack("<H", len(table)) + table
    flags = 4 | 8  # an extra field and a name
    head = b"\x1f\x8b\x08" + bytes([flags]) + b"\0\0\0\0\2\3" + struct.pack("<H", len(extra)) + extra + b"words.dict\0"
    end = packer.flush(zlib.Z_FINISH) + struct.pack("<LL", zlib.crc32(text), len(text))
    return head + b"".join(chunks) + end


def write_dictd(folder: Path, name: str, articles: Sequence[tuple[str, str]], *, packed: bool = True) -> Path:
    """Write `name`.index and its articles, each by its headword; the path of the index."""
    text, lines = b"", []
    for headword, article in articles:
        data = article.encode()
        lines.append(f"{headword}\t{number(len(text))}\t{number(len(data))}\n")
        text += data
    index = folder / f"{name}.index"
    index.write_text("".join(sorted(lines)), encoding="utf-8")
    if packed:
        (folder / f"{name}.dict.dz").write_bytes(dictzip(text))
    else:
        (folder / f"{name}.dict").write_bytes(text)
    return index
