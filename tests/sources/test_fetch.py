"""Fetching from a real server on loopback, faults among its pages."""

from __future__ import annotations

import gzip
import json
import socket
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path

import pytest

from readcompare import editions, runner
from readcompare.cli import main
from readcompare.errors import InputError
from readcompare.sources.fetch import connection as connection_module
from readcompare.sources.fetch.addresses import address_trouble, is_public, normal_address
from readcompare.sources.fetch.connection import Network
from readcompare.sources.fetch.fetcher import Fetched, Fetcher, Limits
from readcompare.sources.fetch.store import keep, versions_of
from web_server import Handler, Web, running

PAGE = (
    b"<!doctype html><html lang=en><head><title>A call</title></head><body><main><h1>A call</h1>"
    b"<p>The two sides spoke for an hour about the river crossing and the market.</p>"
    b"<p>They agreed to open the crossing on weekdays before the winter.</p></main></body></html>"
)
BOMB = gzip.compress(b"<p>" + b" " * 50_000_000)
BRIEF = Limits(size=100_000, seconds=1.0, silence=0.4, tries=3)


@pytest.fixture
def web() -> Iterator[Web]:
    with running() as server:
        yield server


class Waits(list[int]):
    """Notes how long a fetcher would have waited."""

    def __call__(self, seconds: float) -> None:
        self.append(round(seconds))


def get(address: str, *, waits: Waits | None = None, limits: Limits = BRIEF) -> Fetched:
    with Network(allow_private=True) as network:
        return Fetcher(network=network, limits=limits, sleep=waits if waits is not None else Waits()).fetch(address)


def trouble(address: str, *, waits: Waits | None = None) -> str:
    with pytest.raises(InputError) as caught:
        get(address, waits=waits)
    told = str(caught.value)
    assert told.startswith(f"{address}: ")
    assert "\n" not in told
    return told.removeprefix(f"{address}: ")


def test_a_page_comes_verbatim_with_what_is_known_about_it(web: Web) -> None:
    web.serve("/a?b=ü".replace("ü", "%C3%BC"), PAGE, Set_Cookie="secret=1", X_Office="Sample")
    fetched = get(web.url("/a?b=ü#part"))
    assert fetched.body == PAGE
    assert fetched.header("x-office") == "Sample"
    assert fetched.header("set-cookie") is None
    assert web.asked == ["/robots.txt", "/a?b=%C3%BC"]
    (agent,) = web.agents
    assert agent.startswith("readcompare/")


def test_a_packed_page_is_unpacked(web: Web) -> None:
    web.serve("/", gzip.compress(PAGE), Content_Encoding="gzip")
    assert get(web.url("/")).body == PAGE


def test_redirects_are_followed_and_told(web: Web) -> None:
    web.pages["/old"] = lambda handler: handler.answer(301, b"", {"Location": "/new"})
    web.serve("/new", PAGE)
    fetched = get(web.url("/old"))
    assert (fetched.final, fetched.redirects) == (web.url("/new"), (web.url("/old"),))


def _hang(handler: Handler) -> None:
    handler.web.over.wait(20)


def _drip(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    while not handler.web.over.wait(0.05):
        handler.wfile.write(b"x")
        handler.wfile.flush()


def _drip_head(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not handler.web.over.wait(0.05):
        handler.wfile.write(b"X-A: b\r\n"[:1])
        handler.wfile.flush()


def _cut_off(handler: Handler) -> None:
    handler.answer(200, PAGE[:40], {"Content_Length": str(len(PAGE))})
    handler.close_connection = True


def _cut_off_chunks(handler: Handler) -> None:
    handler.answer(200, b"40\r\n" + PAGE[:10], {"Content_Length": "", "Transfer_Encoding": "chunked"})
    handler.close_connection = True


def _cut_off_gzip(handler: Handler) -> None:
    handler.answer(200, gzip.compress(PAGE)[:-20], {"Content_Encoding": "gzip"})


def _bomb(handler: Handler) -> None:
    handler.answer(200, BOMB, {"Content_Encoding": "gzip"})


def _endless(handler: Handler) -> None:
    handler.answer(200, b"", {"Content_Length": ""})
    while not handler.web.over.is_set():
        handler.wfile.write(b"x" * 10_000)


@pytest.mark.parametrize(
    ("page", "gist"),
    [
        (_hang, "the connection failed"),
        (_drip, "it took longer than 1 seconds"),
        (_drip_head, "it took longer than 1 seconds"),
        (_cut_off, "the answer was cut off (asked 3 times)"),
        (_cut_off_chunks, "the answer was cut off"),
        (_cut_off_gzip, "the packed answer was cut off"),
        (_bomb, "it unpacks to more than 100,000 bytes"),
        (_endless, "it is too large: more than 100,000 bytes"),
        (lambda h: h.answer(200, PAGE, {"Content_Length": "999999999"}), "it is too large: 999,999,999 bytes"),
        (lambda h: h.answer(200, b"xx", {"Content_Encoding": "gzip"}), "the packing is damaged"),
        (lambda h: h.answer(200, b"xx", {"Content_Encoding": "br"}), "packed as 'br', which was not asked for"),
        (lambda h: h.answer(200, b"xx", {"Content_Type": "video/mp4"}), "of the type video/mp4"),
        (lambda h: h.answer(404, b"", {}), "the server answered 404 Not Found"),
        (lambda h: h.answer(503, b"", {}), "the server answered 503 Service Unavailable (asked 3 times)"),
        (lambda h: h.answer(302, b"", {}), "the redirect leads nowhere"),
        (lambda h: h.answer(302, b"", {"Location": "file:///etc/passwd"}), "only http and https"),
        (lambda h: h.answer(302, b"", {"Location": "/x"}), "redirected in a circle"),
        (lambda h: h.wfile.write(b"nonsense\r\n\r\n"), "the connection failed"),
    ],
)  # fmt: skip
def test_a_fault_of_a_server_ends_in_one_line(web: Web, page: object, gist: str) -> None:
    web.pages["/x"] = page  # type: ignore[assignment]
    assert gist in trouble(web.url("/x"))


def test_a_chain_of_redirects_has_an_end(web: Web) -> None:
    for number in range(20):
        target = {"Location": f"/{number + 1}"}
        web.pages[f"/{number}"] = lambda handler, target=target: handler.answer(302, b"", target)  # type: ignore[misc]
    assert "redirected more than 5 times" in trouble(web.url("/0"))
    assert len(web.asked) < 9


def test_nobody_listens() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        waits = Waits()
        assert "connection failed" in trouble(f"http://127.0.0.1:{unused.getsockname()[1]}/", waits=waits)
    assert waits == [1, 2]


def test_a_busy_server_is_asked_again_after_the_time_it_names(web: Web) -> None:
    answers = iter([(429, "7"), (503, ""), (200, "")])

    def busy(handler: Handler) -> None:
        status, pause = next(answers)
        handler.answer(status, PAGE if status == 200 else b"", {"Retry_After": pause})

    web.pages["/"] = busy
    waits = Waits()
    assert get(web.url("/"), waits=waits).body == PAGE
    assert waits == [7, 2]


@pytest.mark.parametrize("pause", ["3600", formatdate(4_000_000_000, usegmt=True)])
def test_a_server_that_asks_for_a_long_pause_is_left_alone(web: Web, pause: str) -> None:
    web.pages["/"] = lambda handler: handler.answer(429, b"", {"Retry_After": pause})
    waits = Waits()
    assert "and asks to come back in" in trouble(web.url("/"), waits=waits)
    assert waits == []


def test_robots_are_asked_once_and_respected(web: Web) -> None:
    rules = b"User-agent: *\nDisallow: /closed/\nAllow: /closed/open$\nCrawl-delay: 5\n"
    web.serve("/robots.txt", rules, Content_Type="text/plain")
    web.serve("/closed/open", PAGE)
    web.serve("/", PAGE)
    waits = Waits()
    with Network(allow_private=True) as network:
        fetcher = Fetcher(network=network, limits=BRIEF, sleep=waits)
        fetcher.fetch(web.url("/"))
        fetcher.fetch(web.url("/closed/open"))
        with pytest.raises(InputError, match=r"robots\.txt of this host asks programs not to fetch"):
            fetcher.fetch(web.url("/closed/a"))
    assert web.asked.count("/robots.txt") == 1
    assert "/closed/a" not in web.asked
    (wait,) = waits
    assert 0 < wait <= 5


def test_without_an_answer_about_robots_nothing_is_fetched(web: Web) -> None:
    web.pages["/robots.txt"] = lambda handler: handler.answer(500, b"", {})
    web.serve("/", PAGE)
    assert "answered 500" in trouble(web.url("/"))
    assert "/" not in web.asked


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.1", "100.64.0.1", "224.0.0.1",
     "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
     "2002:7f00:1::", "ff02::1", "nonsense"],
)  # fmt: skip
def test_private_addresses_are_known(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "2a00:1450:4001::1", "::ffff:8.8.8.8"])
def test_public_addresses_are_known(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_machine_is_refused_however_it_is_written(web: Web, host: str) -> None:
    web.serve("/", PAGE)
    with Network(allow_private=False) as network, pytest.raises(InputError) as caught:
        Fetcher(network=network, limits=BRIEF, sleep=Waits()).fetch(web.url("/", host))
    assert "only with --allow-private" in str(caught.value) or "failed" in str(caught.value)
    assert web.asked == []


def test_a_redirect_into_a_private_network_is_refused(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection_module, "is_public", lambda number: number == "127.0.0.1")
    web.pages["/"] = lambda handler: handler.answer(302, b"", {"Location": web.url("/secret", "127.0.0.2")})
    with (
        Network(allow_private=False) as network,
        pytest.raises(InputError, match=r"127\.0\.0\.2 is an address on this"),
    ):
        Fetcher(network=network, limits=BRIEF, sleep=Waits()).fetch(web.url("/"))


def test_a_name_that_changes_its_number_leads_nowhere_else(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is looked up once for a connection, and the number that was examined is the one connected to."""
    monkeypatch.setattr(connection_module, "is_public", lambda number: number == "127.0.0.1")
    numbers = iter(["127.0.0.1", "127.0.0.2"])

    def rebinding(_host: object, port: object, **_: object) -> object:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(numbers), port))]

    web.pages["/robots.txt"] = lambda handler: handler.answer(404, b"", {"Connection": "close"})
    web.serve("/", PAGE)
    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    with Network(allow_private=False) as network, pytest.raises(InputError, match=r"rebind\.example is 127\.0\.0\.2"):
        Fetcher(network=network, limits=BRIEF, sleep=Waits()).fetch(web.url("/", "rebind.example"))
    assert web.asked == ["/robots.txt"]


@pytest.mark.parametrize(
    ("address", "gist"),
    [
        ("ftp://example.org/", "only http and https"), ("file:///etc/passwd", "only http and https"),
        ("example.org/a", "begins with https://"), ("http://", "names no host"),
        ("https://me:word@example.org/", "password"), ("http://a:99999/", "no web address"),
        ("http://[x/", "no web address"), ("https://e.org/" + "a" * 3000, "longer than"),
        ("javascript:alert(1)", "only http and https"),
    ],
)  # fmt: skip
def test_what_is_no_address_to_fetch_is_told(address: str, gist: str) -> None:
    assert gist in (address_trouble(address) or "")


def test_addresses_are_sent_in_ascii() -> None:
    told = normal_address("HTTPS://Bücher.example:8443/a b/ü?q=ж&r=%20#x")
    assert told == "https://xn--bcher-kva.example:8443/a%20b/%C3%BC?q=%D0%B6&r=%20"


# Keeping, and versions.


def of(body: bytes, time: str) -> Fetched:
    address = "https://example.org/call"
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    return Fetched(address=address, final=address, redirects=(), time=time, headers=headers, body=body)


def test_every_version_is_kept_once(tmp_path: Path) -> None:
    first, second = of(PAGE, "2026-11-01T10:00:00+00:00"), of(PAGE + b"<!-- -->", "2026-11-03T10:00:00+00:00")
    assert keep(tmp_path, first)[1]
    again, is_new = keep(tmp_path, of(PAGE, "2026-11-02T10:00:00+00:00"))
    assert (is_new, again.time, again.last_seen) == (False, first.time, "2026-11-02T10:00:00+00:00")
    assert keep(tmp_path, second)[1]
    assert keep(tmp_path, of(PAGE, "2026-11-04T10:00:00+00:00"))[1]
    kept = versions_of(tmp_path, first.address)
    assert [version.data() for version in kept] == [PAGE, second.body, PAGE]
    record = json.loads(kept[0].path.with_name(kept[0].path.name + ".json").read_text(encoding="utf-8"))
    assert record["sha256"] == first.sha256
    assert record["headers"] == [["Content-Type", "text/html; charset=utf-8"]]
    assert not list(tmp_path.rglob("*.tmp"))


def test_two_versions_of_one_second_keep_their_order(web: Web, tmp_path: Path) -> None:
    bodies = [PAGE + b"<!-- %d -->" % number for number in range(6)]
    for body in bodies:
        web.serve("/", body)
        keep(tmp_path, get(web.url("/")))
    assert [version.data() for version in versions_of(tmp_path, web.url("/"))] == bodies


def test_a_page_that_was_tampered_with_and_a_broken_record_are_told(tmp_path: Path) -> None:
    version, _ = keep(tmp_path, of(PAGE, "2026-11-01T10:00:00+00:00"))
    version.path.write_bytes(PAGE + b" ")
    with pytest.raises(InputError, match="SHA-256 differs"):
        version.data()
    version.path.with_name(version.path.name + ".json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match="no record of a fetched page"):
        versions_of(tmp_path, "https://example.org/call")


def described(folder: Path, web: Web) -> str:
    file = folder / "call.yaml"
    file.write_text(
        "title: A call\nsides:\n"
        f"  - {{id: sample, name: Sample, source: '{web.url('/call')}'}}\n"
        f"  - {{id: other, name: Other, file: other.txt, language: en, source: '{web.url('/gone')}'}}\n",
        encoding="utf-8",
    )
    (folder / "other.txt").write_text("They spoke about the market.", encoding="utf-8")
    return str(file)


def test_a_comparison_file_is_fetched_compared_and_its_versions_told(
    web: Web, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = described(tmp_path, web)
    web.serve("/call", PAGE)
    assert main(["report", path]) == 2
    assert "fetch its `source` with `readcompare fetch`" in capsys.readouterr().err
    assert main(["fetch", path, "--allow-private"]) == 2
    told = capsys.readouterr()
    assert told.out.startswith(f"new: {web.url('/call')}\n")
    assert f"{web.url('/gone')}: the server answered 404" in told.err
    read = runner.run_file(path)
    assert read.a.readout.text.startswith("The two sides spoke for an hour")
    assert (read.a.readout.language, read.a.readout.source) == ("en", web.url("/call"))

    web.serve("/call", PAGE.replace(b"on weekdays before the winter", b"in spring"))
    assert main(["fetch", path, "--allow-private"]) == 2
    assert "CHANGED, now version 2" in capsys.readouterr().out
    assert main(["versions", path]) == 0
    told_versions = capsys.readouterr().out
    assert "-They agreed to open the crossing on weekdays before the winter.\n" in told_versions
    assert "+They agreed to open the crossing in spring.\n" in told_versions
    assert f"other: {web.url('/gone')}\n  not fetched yet" in told_versions
    assert [len(side.editions) for side in editions.editions_of(path)] == [2, 0]


def test_a_page_in_another_encoding_than_the_server_says_is_read_with_a_note(
    web: Web, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    russian = "<html><body><main><p>Состоялся телефонный разговор о переправе и о рынке.</p></main></body></html>"
    web.serve("/ru", russian.encode("cp1251"), Content_Type="text/html; charset=utf-8")
    assert main(["fetch", web.url("/ru"), "--allow-private", "-o", str(tmp_path)]) == 0
    assert "declared as utf-8, but it is not; encoding cp1251 recognised" in capsys.readouterr().out


def test_nothing_is_written_when_nothing_came(web: Web, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    web.pages["/x"] = lambda handler: handler.answer(403, b"", {})
    assert main(["fetch", web.url("/x"), "--allow-private", "-o", str(tmp_path / "out")]) == 2
    assert "403 Forbidden" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_address_of_a_comparison_file_is_checked_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "call.yaml"
    file.write_text("sides:\n- {id: a, source: ftp://example.org/}\n- {id: b}\n", encoding="utf-8")
    assert main(["fetch", str(file)]) == 2
    assert f"{file}:2:19: only http and https addresses are fetched, not ftp:" in capsys.readouterr().err
    file.write_text("sides: []\n", encoding="utf-8")
    assert main(["versions", str(file)]) == 2
    assert "no side of this file names a web address" in capsys.readouterr().err


def test_the_missing_library_is_named_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "readcompare.sources.fetch.connection", None)
    assert main(["fetch", "https://example.org/"]) == 2
    assert 'pip install "readcompare[web]"' in capsys.readouterr().err
