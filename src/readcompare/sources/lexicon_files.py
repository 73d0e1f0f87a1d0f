"""Lexicon files: the shipped ones, read fast, and anybody's, read strictly."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, overload

from platformdirs import user_cache_path

from readcompare.lexicon.matcher import Entry, Lexicon, Matcher

LAYERS = ("bridge", "entities", "topics", "verbs", "term_families", "evaluatives", "hedges", "boosters", "modality")
"""Names of the shipped lexicons."""

_CACHE_FORMAT = 2  # to be raised whenever what is stored changes


@cache
def shipped_lexicons() -> tuple[Lexicon, ...]:
    """Read the lexicons that come with the program, one a layer, in the order of `LAYERS`."""
    return tuple(
        Lexicon(layer, tuple(entry for path in _files_of(layer) for entry in read_lexicon(str(path)).entries))
        for layer in LAYERS
    )


@cache
def shipped_matcher(language: str) -> Matcher:
    """The shipped lexicons compiled for texts in `language`.

    Reading YAML and compiling is slow, so the result is kept in the user's cache folder under a name made from the
    content of the files. Without a usable copy, or a place to write one, the files themselves are read.
    """
    digest = hashlib.blake2b(b"\0".join(path.read_bytes() for path in _shipped_files()), digest_size=16).hexdigest()
    try:
        folder = user_cache_path("readcompare")
    except RuntimeError:  # a user without a home
        return Matcher(shipped_lexicons(), language)
    copy = folder / f"lexicons-{_CACHE_FORMAT}-{digest}-{language}.json"
    matcher = _load(copy, language)
    if matcher is None:
        matcher = Matcher(shipped_lexicons(), language)
        if matcher.knows_language:
            _store(copy, matcher)
    return matcher


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
    folder = Path(__file__).resolve().parent.parent / "lexicon" / "data"
    return [folder / f"{layer}.yaml", *sorted(folder.glob(f"{layer}-*.yaml"))]


def _load(copy: Path, language: str) -> Matcher | None:
    """Make the matcher that is stored in `copy`; None unless the file is exactly as it was written."""
    try:
        checksum, _, body = copy.read_bytes().partition(b"\n")
    except OSError:
        return None
    if checksum != _checksum(body):
        return None
    entries, tables = json.loads(body)
    return Matcher.restored(_StoredEntries(entries), tables, language)


def _store(copy: Path, matcher: Matcher) -> None:
    """Write beside `copy` and rename, so that no reader sees half a file; a folder that refuses is left alone."""
    entries = [[entry.id, entry.layer, entry.fields, entry.requires] for entry in matcher.entries]
    body = json.dumps([entries, matcher.tables], ensure_ascii=False, separators=(",", ":")).encode()
    beside = copy.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):
        copy.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(_checksum(body) + b"\n" + body)
            beside.replace(copy)
            for old in copy.parent.glob(f"lexicons-*-{copy.stem.rpartition('-')[2]}.json"):
                if old != copy:
                    old.unlink(missing_ok=True)
        finally:
            beside.unlink(missing_ok=True)


def _checksum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=16).hexdigest().encode()


class _StoredEntries(Sequence[Entry]):
    """Entries without their patterns, which stand in the tables; each is made when it is asked for."""

    def __init__(self, stored: list[tuple[str, str, list[tuple[str, Any]], str | None]]) -> None:
        self._stored = stored
        self._made: dict[int, Entry] = {}

    def __len__(self) -> int:
        return len(self._stored)

    @overload
    def __getitem__(self, place: int) -> Entry: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Entry]: ...
    def __getitem__(self, place: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(place, slice):
            return [self[number] for number in range(len(self))[place]]
        entry = self._made.get(place)
        if entry is None:
            entry_id, layer, fields, requires = self._stored[place]
            told = tuple((key, tuple(value) if isinstance(value, list) else value) for key, value in fields)
            entry = Entry(id=entry_id, layer=layer, fields=told, patterns=(), requires=requires)
            self._made[place] = entry
        return entry
