"""Lexicon files: the shipped ones, read fast, and anybody's, read strictly."""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
import zlib
from array import array
from collections.abc import Collection, Sequence
from functools import cache
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import overload

from platformdirs import user_cache_path

from readcompare.lexicon.entries import Entry, Lexicon
from readcompare.lexicon.matcher import Matcher
from readcompare.version import __version__

LAYERS = ("bridge", "entities", "topics", "verbs", "term_families", "evaluatives", "hedges", "boosters", "modality")
"""Names of the shipped lexicons."""

LANGUAGES = ("de", "en", "fr", "ru")
"""Languages that the shipped lexicons have patterns for."""

_DATA = Path(__file__).resolve().parent.parent / "lexicon" / "data"
_CACHE_FORMAT = 11  # to be raised whenever what is stored changes
_CHECKSUM = 4  # bytes
_COPIES = 4
"""Copies for one language that are kept: one installation of the program may stand beside others."""


@cache
def shipped_lexicons() -> tuple[Lexicon, ...]:
    """Read the lexicons that come with the program, one a layer, in the order of `LAYERS`."""
    return tuple(
        Lexicon(layer, tuple(entry for path in _files_of(layer) for entry in read_lexicon(str(path)).entries))
        for layer in LAYERS
    )


@cache
def shipped_matcher(language: str) -> Matcher:
    """The shipped lexicons compiled for texts in `language`; nothing is found in one that is not in `LANGUAGES`."""
    return _compiled(language, LAYERS, language) if language in LANGUAGES else Matcher((), language)


@cache
def shipped_names() -> Matcher:
    """The same for the names of people, offices and countries in English: all that the name of a side can hold."""
    return _compiled("en", ("entities",), "names")


def _compiled(language: str, layers: Collection[str], name: str) -> Matcher:
    """The lexicons of some layers compiled for a language.

    Reading YAML and compiling is slow, so the result is kept in the user's cache folder, under a name that tells the
    files it was made from as Python tells those of its bytecode. Without a usable copy, or a place to write one, the
    files themselves are read.
    """

    def made() -> Matcher:
        return Matcher((lexicon for lexicon in shipped_lexicons() if lexicon.name in layers), language)

    try:
        folder = user_cache_path("readcompare")
    except RuntimeError:  # a user without a home
        return made()
    copy = folder / f"lexicons-{_CACHE_FORMAT}-{_files_mark()}{_copies_of(name)}"
    matcher = _load(copy, language)
    if matcher is None:
        matcher = made()
        _store(copy, matcher, name)
    return matcher


@cache
def attribution_matcher(language: str) -> Matcher:
    """How news reports in `language` say who said something; small, and read by no comparison, so it is not stored."""
    return Matcher([read_lexicon(str(_DATA / "attribution.yaml"))], language)


def read_lexicon(path: str) -> Lexicon:
    """Read the lexicon in the YAML file at `path`.

    Raises InputError when it cannot be read as text, ConfigurationError that names every problem of a faulty one.
    """
    # YAML is not needed when the lexicons come from the cache.
    from readcompare.sources.lexicon_reader import LexiconReader
    from readcompare.sources.yaml_file import read_yaml

    file = read_yaml(path)
    reader = LexiconReader(file)
    lexicon = reader.lexicon(file.root)
    reader.finish()
    return lexicon


def _shipped_files() -> list[Path]:
    return [path for layer in LAYERS for path in _files_of(layer)]


def _files_of(layer: str) -> list[Path]:
    """`<layer>.yaml` and then what adds to it, `<layer>-*.yaml`, by name."""
    more = sorted(name for name in _names() if name.startswith(f"{layer}-") and name.endswith(".yaml"))
    return [_DATA / name for name in (f"{layer}.yaml", *more)]


@cache
def _names() -> tuple[str, ...]:
    return tuple(os.listdir(_DATA))  # noqa: PTH208 - pathlib costs start-up


@cache
def _files_mark() -> str:
    """Tells these shipped files from any others: by version, name, size and the time each was last changed."""
    stats = ((path.name, os.stat(path)) for path in _shipped_files())  # noqa: PTH116 - pathlib costs start-up
    files = [(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats]
    return f"{zlib.crc32(repr((__version__, str(_DATA), files)).encode('utf-8', 'surrogatepass')):08x}"


def _load(copy: Path, language: str) -> Matcher | None:
    """Make the matcher that is stored in `copy`; None unless the file is exactly as it was written."""
    try:
        # Mapped, as the file is large and its bytes are looked at once.
        with (
            copy.open("rb") as file,
            mmap(file.fileno(), 0, access=ACCESS_READ) as mapped,
            memoryview(mapped) as stored,
            stored[_CHECKSUM:] as body,
        ):
            if stored[:_CHECKSUM] != _checksum(body):
                return None
            ends, entries, tables = marshal.loads(body)  # noqa: S302 - only what was written here comes so far
    except (OSError, ValueError):  # an empty file cannot be mapped
        return None
    return Matcher.restored(_PackedEntries(memoryview(ends).cast("I"), entries), tables, language)


def _store(copy: Path, matcher: Matcher, name: str) -> None:
    """Write beside `copy` and rename, so that no reader sees half a file; a folder that refuses is left alone.

    Entries and rules are packed one by one: a text asks for few of them, and only these need be unpacked.
    """
    entries = [marshal.dumps((entry.id, entry.layer, entry.fields, entry.requires)) for entry in matcher.entries]
    ends = array("I", accumulate(map(len, entries)))
    body = marshal.dumps((ends.tobytes(), b"".join(entries), matcher.tables))
    beside = copy.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):
        copy.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(_checksum(body) + body)
            beside.replace(copy)
            copies = copy.parent.glob(f"lexicons-*{_copies_of(name)}")
            for old in sorted(copies, key=_age)[_COPIES:]:
                old.unlink(missing_ok=True)
        finally:
            beside.unlink(missing_ok=True)


def _age(copy: Path) -> float:
    """How old a copy is, in seconds, beside others."""
    return -copy.stat().st_mtime


def _checksum(content: bytes | memoryview) -> bytes:
    """Tells a copy that was damaged; it guards against no one who means harm, as the folder is the user's own."""
    return zlib.crc32(content).to_bytes(_CHECKSUM, "big")


def _copies_of(name: str) -> str:
    """How the names of copies end that this Python can read."""
    return f"-{sys.implementation.cache_tag}-{name}.marshal"


class _PackedEntries(Sequence[Entry]):
    """Entries without their patterns, which stand in the tables; each is unpacked when it is asked for."""

    def __init__(self, ends: Sequence[int], packed: bytes) -> None:
        self._ends, self._packed = ends, packed
        self._made: dict[int, Entry] = {}

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, place: int) -> Entry: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Entry]: ...
    def __getitem__(self, place: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(place, slice):
            return [self[number] for number in range(len(self))[place]]
        entry = self._made.get(place)
        if entry is None:
            place = range(len(self))[place]
            stored = self._packed[self._ends[place - 1] if place else 0 : self._ends[place]]
            entry_id, layer, fields, requires = marshal.loads(stored)  # noqa: S302 - as above
            entry = Entry(id=entry_id, layer=layer, fields=fields, patterns=(), requires=requires)
            self._made[place] = entry
        return entry
