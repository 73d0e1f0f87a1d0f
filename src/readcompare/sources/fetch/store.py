"""The sources folder beside a comparison file: every version of every page, verbatim, with where and when."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct

from readcompare.errors import InputError, Problem
from readcompare.sources.encoding import declared_in_header
from readcompare.sources.text import MAX_TEXT_BYTES, read_bytes, write_bytes

if TYPE_CHECKING:
    from readcompare.sources.fetch.fetcher import Fetched

FOLDER = "sources"
"""Name of the folder beside a comparison file."""

_MAX_RECORD = 1_000_000
_NO_NAME = re.compile(r"[^a-z0-9.-]+")
_ENDINGS = {"application/pdf": ".pdf", "text/plain": ".txt", "text/html": ".html", "application/xhtml+xml": ".html"}


class Version(Struct, frozen=True, kw_only=True):
    """One version of a page, as it is kept."""

    address: str
    path: Path
    """Of the verbatim bytes; what is known about them stands beside, in a file that ends in `.json`."""
    time: str
    """When it was first seen, ISO 8601 in UTC."""
    last_seen: str
    """When it was last found unchanged, the same."""
    sha256: str
    declared: str | None
    """Encoding that the server declared."""

    def data(self) -> bytes:
        """The verbatim bytes; InputError when they are gone or are not those that were fetched."""
        data = read_bytes(str(self.path), limit=MAX_TEXT_BYTES)
        if hashlib.sha256(data).hexdigest() != self.sha256:
            message = "this is not what was fetched: its SHA-256 differs from the one kept beside it"
            raise InputError(Problem(message=message, path=str(self.path)))
        return data


def keep(folder: Path, fetched: Fetched) -> tuple[Version, bool]:
    """Keep a page in the sources folder `folder`; the version, and whether it is a new one.

    The bytes are written before the record, and both beside and then renamed: a version without a record does not
    count, so that there is a whole version or none. Raises InputError when the folder cannot be written.
    """
    known = versions_of(folder, fetched.address)
    if known and known[-1].sha256 == fetched.sha256:
        record = json.loads(_record_of(known[-1].path).read_bytes())
        _write_record(known[-1].path, record | {"last_seen": fetched.time})
        return _version(_record_of(known[-1].path)), False
    place = _place(folder, fetched.address)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(Problem(message=f"cannot be made: {error.strerror}", path=str(place))) from None
    kind = (fetched.header("content-type") or "").split(";")[0].strip().lower()
    stamp = re.sub(r"[-:.]|\+00:00", "", fetched.time)
    path = place / f"{stamp}Z-{fetched.sha256[:12]}{_ENDINGS.get(kind, '.bin')}"
    write_bytes(str(path), fetched.body)
    _write_record(path, {
        "address": fetched.address,
        "final_address": fetched.final,
        "redirects": list(fetched.redirects),
        "time": fetched.time,
        "last_seen": fetched.time,
        "sha256": fetched.sha256,
        "bytes": len(fetched.body),
        "headers": [list(pair) for pair in fetched.headers],
    })  # fmt: skip
    return _version(_record_of(path)), True


def versions_of(folder: Path, address: str) -> tuple[Version, ...]:
    """The versions of the page at `address` that are kept in `folder`, oldest first."""
    place = _place(folder, address)
    if not place.is_dir():
        return ()
    found = [_version(record) for record in sorted(place.glob("*.json")) if not record.name.startswith(".")]
    return tuple(sorted(found, key=lambda version: (version.time, version.path.name)))


def _place(folder: Path, address: str) -> Path:
    """The folder of an address: its host and last word for people, and a mark that tells it from all others."""
    parts = urlsplit(address)
    words = _NO_NAME.sub("-", f"{parts.hostname or ''}-{Path(parts.path).stem}".lower()).strip("-.")
    return folder / f"{words[:60].rstrip('-.')}-{hashlib.sha256(address.encode()).hexdigest()[:10]}"


def _record_of(path: Path) -> Path:
    return path.with_name(path.name + ".json")


def _write_record(path: Path, record: dict[str, object]) -> None:
    write_bytes(str(_record_of(path)), (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode())


def _version(record: Path) -> Version:
    try:
        told = json.loads(read_bytes(str(record), limit=_MAX_RECORD))
        headers = {str(name).lower(): str(value) for name, value in told["headers"]}
        version = Version(
            address=str(told["address"]),
            path=record.with_name(record.name.removesuffix(".json")),
            time=str(told["time"]),
            last_seen=str(told["last_seen"]),
            sha256=str(told["sha256"]),
            declared=declared_in_header(headers.get("content-type")),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        message = "this is no record of a fetched page; restore it, or delete it together with the page"
        raise InputError(Problem(message=message, path=str(record))) from None
    return version
