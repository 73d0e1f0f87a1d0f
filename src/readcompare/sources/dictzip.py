"""Reading pieces of a dictionary's text: plain, or packed with dictzip so that a piece is unpacked without the rest."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from itertools import accumulate

from readcompare.errors import InputError, Problem

MAX_UNPACKED = 300_000_000
"""Bytes of a text that was packed in one piece; the largest dictionary known has 100 million."""
MAX_READ = 128_000_000
"""Bytes of articles that one comparison reads at most."""
MAX_ARTICLE = 200_000
"""Bytes of one article; a longer one is no article of words."""

_MAGIC = b"\x1f\x8b"
_HAS_CRC, _HAS_EXTRA, _HAS_NAME, _HAS_COMMENT = 2, 4, 8, 16

Place = tuple[int, int]
"""Where an article begins in the unpacked text, and how many bytes it has."""


class PackedText:
    """The text of a dictionary, given as the bytes of its file."""

    def __init__(self, data: bytes, path: str) -> None:
        self._path = path
        self._data = data
        self._size = len(data)
        self._chunk = 0
        self._chunks: tuple[int, ...] = ()
        if data.startswith(_MAGIC):
            try:
                self._open()
            except (struct.error, ValueError, zlib.error):
                raise self._damaged() from None

    def read(self, places: Iterable[Place]) -> dict[Place, bytes]:
        """Read the articles at `places`; InputError when the file is damaged or belongs to another index."""
        wanted = sorted({place for place in places if place[1] <= MAX_ARTICLE})
        if sum(size for _, size in wanted) > MAX_READ:
            raise InputError(Problem(message="its articles for these texts are too many; divide them", path=self._path))
        found: dict[Place, bytes] = {}
        self._last = -1, b""
        for start, size in wanted:
            article = self._piece(start, start + size)
            if len(article) != size:
                raise InputError(
                    Problem(
                        message="it ends before an article that its index names; take both from one dictionary",
                        path=self._path,
                    )
                )
            found[start, size] = article
        return found

    def _open(self) -> None:
        flags = self._data[3]
        at = 10
        if flags & _HAS_EXTRA:
            (length,) = struct.unpack_from("<H", self._data, at)
            self._read_extra(self._data[at + 2 : at + 2 + length])
            at += 2 + length
        for flag in (_HAS_NAME, _HAS_COMMENT):
            if flags & flag:
                at = self._data.index(b"\0", at) + 1
        at += 2 if flags & _HAS_CRC else 0
        if self._chunk:
            self._chunks = tuple(accumulate(self._chunks, initial=at))
            return
        unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        text = unpacker.decompress(self._data, MAX_UNPACKED)
        if unpacker.unconsumed_tail:
            raise InputError(Problem(message=f"it unpacks to more than {MAX_UNPACKED:,} bytes", path=self._path))
        if not unpacker.eof:
            raise self._damaged()
        self._data = text

    def _read_extra(self, extra: bytes) -> None:
        """Find the sizes of the chunks (the format of dictzip 1.0, by Faith)."""
        at = 0
        while at + 4 <= len(extra):
            name = extra[at : at + 2]
            (length,) = struct.unpack_from("<H", extra, at + 2)
            if name == b"RA":
                _, self._chunk, count = struct.unpack_from("<3H", extra, at + 4)
                self._chunks = struct.unpack_from(f"<{count}H", extra, at + 10)
            at += 4 + length

    def _piece(self, start: int, end: int) -> bytes:
        if not self._chunk:
            return self._data[start:end]
        first, last = start // self._chunk, max(start, end - 1) // self._chunk
        text = b"".join(self._unpacked(number) for number in range(first, last + 1))
        return text[start - first * self._chunk : end - first * self._chunk]

    def _unpacked(self, number: int) -> bytes:
        if number >= len(self._chunks) - 1:
            return b""
        if self._last[0] != number:
            packed = self._data[self._chunks[number] : self._chunks[number + 1]]
            try:
                text = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, self._chunk)
            except zlib.error:
                raise self._damaged() from None
            self._last = number, text
        return self._last[1]

    def _damaged(self) -> InputError:
        return InputError(Problem(message="it cannot be unpacked: the file is damaged", path=self._path))
