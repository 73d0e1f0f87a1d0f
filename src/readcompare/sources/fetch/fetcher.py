"""One page from the web: within limits, with the server's leave, and verbatim."""

from __future__ import annotations

import hashlib
import time
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import urllib3
from msgspec import Struct, field
from protego import Protego

from readcompare.errors import InputError, Problem
from readcompare.sources.fetch.addresses import address_trouble, normal_address, origin_of
from readcompare.sources.fetch.connection import CONNECT_SECONDS, Network
from readcompare.sources.fetch.failures import broken, unsafe
from readcompare.version import __version__

_AGENT = "readcompare"
_TYPES = (
    "text/", "application/xhtml+xml", "application/xml", "application/pdf", "application/octet-stream",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)  # fmt: skip
_REDIRECTS = (301, 302, 303, 307, 308)
_TRY_AGAIN = (429, 500, 502, 503, 504)
_CHUNK = 65_536
_ROBOTS_BYTES = 500_000
_NOT_KEPT = ("set-cookie", "set-cookie2")


class Limits(Struct, frozen=True, kw_only=True):
    """How far a fetch may go."""

    size: int = 15_000_000
    """Bytes of the page, packed and unpacked."""
    seconds: float = 40.0
    """For one request, from the connection to the last byte."""
    silence: float = 15.0
    """Seconds without a byte after which a server counts as gone."""
    redirects: int = 5
    tries: int = 3
    """Requests for one page while the server is busy or the connection breaks."""
    patience: float = 60.0
    """Longest pause in seconds that a server may ask for."""


class Fetched(Struct, frozen=True, kw_only=True):
    """A page as the server gave it."""

    address: str
    """As it was asked for."""
    final: str
    """Where it stood, after redirects."""
    redirects: tuple[str, ...]
    time: str
    """When the answer came, ISO 8601 in UTC."""
    headers: tuple[tuple[str, str], ...]
    """Of the answer, without cookies."""
    body: bytes
    """Verbatim, unpacked when it was sent packed."""

    @property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the body."""
        return hashlib.sha256(self.body).hexdigest()

    def header(self, name: str) -> str | None:
        """The first header called `name`, which is in small letters."""
        return next((value for key, value in self.headers if key.lower() == name), None)


class _Answer(Struct):
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key.lower() == name), "")


class _BusyError(Exception):
    """The page may come when it is asked for again."""

    def __init__(self, told: str, pause: float | None = None) -> None:
        super().__init__(told)
        self.pause = pause


class Fetcher(Struct, kw_only=True):
    """Fetches pages one after another; asks each host for its robots.txt once."""

    network: Network
    limits: Limits = field(default_factory=Limits)
    contact: str | None = None
    """Where the person who fetches can be reached; told to the server."""
    sleep: Callable[[float], None] = time.sleep
    _robots: dict[str, Protego] = field(default_factory=dict)
    _visited: dict[str, float] = field(default_factory=dict)

    @property
    def user_agent(self) -> str:
        """What the program calls itself: its name, its version, what it does, and the contact."""
        contact = f"; contact {self.contact}" if self.contact else ""
        return f"{_AGENT}/{__version__} (fetches single pages when a person asks{contact})"

    def fetch(self, address: str) -> Fetched:
        """The page at `address`.

        Raises InputError, with the address as its place, when the page may not be fetched or does not come whole.
        """
        try:
            return self._follow(address)
        except InputError as error:
            told = [Problem(message=problem.message, path=address[:200]) for problem in error.problems]
            raise InputError(told) from None

    def _follow(self, address: str) -> Fetched:
        trouble = address_trouble(address)
        if trouble:
            raise _refused(trouble)
        current, passed = normal_address(address), []
        while True:
            self._ask_leave(current)
            answer = self._patiently(current, self.limits.size)
            if answer.status not in _REDIRECTS:
                break
            passed.append(current)
            current = self._next(current, answer, passed)
        if answer.status != 200:
            raise _refused(f"the server answered {answer.status} {answer.reason}".rstrip())
        return Fetched(
            address=address,
            final=current,
            redirects=tuple(passed),
            time=datetime.now(UTC).isoformat(timespec="milliseconds"),
            headers=tuple(pair for pair in answer.headers if pair[0].lower() not in _NOT_KEPT),
            body=answer.body,
        )

    def _next(self, current: str, answer: _Answer, passed: list[str]) -> str:
        """Where a redirect leads."""
        target = urljoin(current, answer.header("location"))
        trouble = address_trouble(target) if answer.header("location") else "the redirect leads nowhere"
        if trouble:
            raise _refused(f"it is redirected, but {trouble}")
        target = normal_address(target)
        if current.startswith("https:") and target.startswith("http:"):
            raise _refused(
                f"it is redirected from https to the unprotected {target[:200]}; name that address if you mean it"
            )
        if target in passed:
            raise _refused(f"it is redirected in a circle, by way of {target[:200]}")
        if len(passed) > self.limits.redirects:
            raise _refused(f"it is redirected more than {self.limits.redirects} times")
        return target

    def _ask_leave(self, address: str) -> None:
        """InputError when the host's robots.txt asks programs to stay away; waits as long as it asks."""
        origin = origin_of(address)
        if origin not in self._robots:
            self._robots[origin] = Protego.parse(self._robots_of(origin))
        rules = self._robots[origin]
        if not rules.can_fetch(address, _AGENT):
            raise _refused("the robots.txt of this host asks programs not to fetch this address; save the page by hand")
        delay = min(rules.crawl_delay(_AGENT) or 0.0, self.limits.patience)
        since = time.monotonic() - self._visited.get(origin, -1e9)
        if since < delay:
            self.sleep(delay - since)
        self._visited[origin] = time.monotonic()

    def _robots_of(self, origin: str) -> str:
        """The rules of a host; none when it has none (RFC 9309), InputError when they cannot be had."""
        current, passed = f"{origin}/robots.txt", []
        while (answer := self._patiently(current, _ROBOTS_BYTES, any_type=True)).status in _REDIRECTS:
            passed.append(current)
            current = self._next(current, answer, passed)
        if 200 <= answer.status < 300:
            return answer.body.decode("utf-8", "replace")
        if 400 <= answer.status < 500:
            return ""
        raise _refused(f"the robots.txt of this host cannot be read: it answered {answer.status}")

    def _patiently(self, address: str, size: int, *, any_type: bool = False) -> _Answer:
        """The answer to a request, asked again after a while when the server is busy or the connection breaks."""
        for attempt in range(1, self.limits.tries + 1):
            try:
                return self._request(address, size, () if any_type else _TYPES)
            except _BusyError as busy:
                if attempt == self.limits.tries:
                    raise _refused(f"{busy} (asked {attempt} times)") from None
                if busy.pause is not None and busy.pause > self.limits.patience:
                    raise _refused(f"{busy}, and asks to come back in {busy.pause:.0f} seconds") from None
                self.sleep(busy.pause if busy.pause is not None else 2.0 ** (attempt - 1))
        raise AssertionError("the last attempt returns or raises")

    def _request(self, address: str, size: int, types: tuple[str, ...]) -> _Answer:
        """One request; InputError when it cannot succeed, _BusyError when it may another time."""
        deadline = time.monotonic() + self.limits.seconds
        timer = self.network.timer(self.limits.seconds)
        timer.start()
        try:
            response = self.network.manager.request(
                "GET",
                address,
                headers={"User-Agent": self.user_agent, "Accept-Encoding": "gzip", "Accept": ", ".join(
                    ("text/html", "application/xhtml+xml", "application/pdf", "text/plain", "*/*;q=0.5"))},
                redirect=False,
                retries=False,
                preload_content=False,
                decode_content=False,
                timeout=urllib3.Timeout(connect=CONNECT_SECONDS, read=self.limits.silence),
            )  # fmt: skip
            try:
                return self._read(response, size, types, deadline)
            finally:
                response.close()
        except (urllib3.exceptions.SSLError, urllib3.exceptions.LocationValueError) as error:
            raise _refused(f"no safe connection: {unsafe(error)}") from None
        except (urllib3.exceptions.HTTPError, OSError) as error:
            if time.monotonic() >= deadline:
                raise _refused(f"it took longer than {self.limits.seconds:.0f} seconds") from None
            raise _BusyError(broken(error)) from None
        finally:
            timer.cancel()

    def _read(self, response: urllib3.BaseHTTPResponse, size: int, types: tuple[str, ...], deadline: float) -> _Answer:
        if time.monotonic() > deadline:  # what was broken off may look like an answer with no more headers
            raise _refused(f"it took longer than {self.limits.seconds:.0f} seconds")
        answer = _Answer(response.status, response.reason or "", tuple(response.headers.items()))
        if answer.status in _TRY_AGAIN:
            told = f"the server answered {answer.status} {answer.reason}".rstrip()
            raise _BusyError(told, _pause(answer.header("retry-after")))
        if answer.status != 200:
            return answer
        kind = answer.header("content-type").split(";")[0].strip().lower()
        if types and kind and not kind.startswith(types):
            raise _refused(f"this is of the type {kind[:60]}, neither a page nor a document")
        told = answer.header("content-length")
        if told.isdecimal() and int(told) > size:
            raise _refused(f"it is too large: {int(told):,} bytes, the limit is {size:,}")
        body = bytearray()
        while piece := response.read1(_CHUNK):
            body += piece
            if len(body) > size:
                raise _refused(f"it is too large: more than {size:,} bytes")
            if time.monotonic() > deadline:
                raise _refused(f"it took longer than {self.limits.seconds:.0f} seconds")
        if not body:
            raise _BusyError("the server sent an empty page")
        answer.body = _unpacked(bytes(body), answer.header("content-encoding").lower().strip(), size)
        return answer


def _unpacked(body: bytes, coding: str, size: int) -> bytes:
    """The body as it was before it was packed for the way; never more than `size` bytes of it are made."""
    if coding in ("", "identity"):
        return body
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise _refused(f"it was sent packed as {coding[:40]!r}, which was not asked for")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        unpacked = unpacker.decompress(body, size + 1)
    except zlib.error:
        raise _refused("it was sent packed, and the packing is damaged") from None
    if len(unpacked) > size:
        raise _refused(f"it unpacks to more than {size:,} bytes")
    if not unpacker.eof:
        raise _BusyError("the packed answer was cut off")
    return unpacked


def _pause(retry_after: str) -> float | None:
    """Seconds that a Retry-After header asks for, given as a number or a date; None without one."""
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        when = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max(0.0, (when - datetime.now(when.tzinfo)).total_seconds())


def _refused(message: str) -> InputError:
    return InputError(Problem(message=message))
