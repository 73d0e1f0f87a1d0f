"""Fetching by https from a real server on loopback, with certificates of the test's own."""

from __future__ import annotations

import os
import ssl
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from readcompare.errors import InputError
from readcompare.sources.fetch.connection import Network
from readcompare.sources.fetch.fetcher import Fetched, Fetcher, Limits
from web_server import Web, running

PAGE = b"<!doctype html><html lang=en><body><main><p>The two sides spoke for an hour.</p></main></body></html>"
BRIEF = Limits(size=100_000, seconds=5.0, silence=2.0, tries=1)


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """An authority that this process, and those it starts, trust as they trust those of the system."""
    made = trustme.CA()
    made.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return made


def context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(made)
    return made


@pytest.fixture
def web(authority: trustme.CA) -> Iterator[Web]:
    """A server whose certificate is good for localhost."""
    with running(tls=context(authority.issue_cert("localhost"))) as server:
        yield server


def get(address: str) -> Fetched:
    with Network(allow_private=True) as network:
        return Fetcher(network=network, limits=BRIEF).fetch(address)


def trouble(address: str) -> str:
    with pytest.raises(InputError) as caught:
        get(address)
    told = str(caught.value)
    assert "\n" not in told
    return told.removeprefix(f"{address}: ")


def fetched_by_command(address: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "readcompare", "fetch", address, "--allow-private"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"},
        timeout=60,
        check=False,
    )


def test_a_good_certificate_lets_the_page_through(web: Web, tmp_path: Path) -> None:
    web.serve("/call", PAGE)
    done = fetched_by_command(web.url("/call", "localhost"), tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    (kept,) = (tmp_path / "sources").rglob("*.html")
    assert kept.read_bytes() == PAGE


def test_a_certificate_of_another_host_is_refused(web: Web) -> None:
    web.serve("/call", PAGE)
    told = trouble(web.url("/call", "127.0.0.1"))
    assert told == "no safe connection: the certificate of this host is not valid: it is for another host"
    assert web.asked == []


def test_an_expired_certificate_is_refused(authority: trustme.CA) -> None:
    now = datetime.now(UTC)
    old = authority.issue_cert("localhost", not_before=now - timedelta(days=9), not_after=now - timedelta(days=2))
    with running(tls=context(old)) as web:
        told = trouble(web.url("/call", "localhost"))
    assert told == "no safe connection: the certificate of this host is not valid: it has expired"
    assert web.asked == []


@pytest.mark.usefixtures("authority")
def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    with running(tls=context(trustme.CA().issue_cert("localhost"))) as web:
        done = fetched_by_command(web.url("/call", "localhost"), tmp_path)
    assert done.returncode == 2
    told = (
        "no safe connection: the certificate of this host is not valid: nobody whom this machine trusts vouches for it"
    )
    assert done.stderr == f"readcompare: {web.url('/call', 'localhost')}: {told}\n"
    assert web.asked == []
    assert not (tmp_path / "sources").exists()


@pytest.mark.usefixtures("authority")
def test_a_server_that_does_not_speak_https_is_told() -> None:
    with running() as web:
        told = trouble(web.url("/call", "localhost").replace("http:", "https:"))
    assert told.startswith("no safe connection: ")


def test_a_redirect_to_https_is_followed_and_told(web: Web) -> None:
    web.serve("/call", PAGE)
    with running() as plain:
        plain.pages["/call"] = lambda h: h.answer(301, b"", {"Location": web.url("/call", "localhost")})
        page = get(plain.url("/call"))
    assert (page.body, page.redirects, page.final) == (PAGE, (plain.url("/call"),), web.url("/call", "localhost"))


def test_a_redirect_from_https_is_refused(web: Web) -> None:
    with running() as plain:
        web.pages["/call"] = lambda h: h.answer(302, b"", {"Location": plain.url("/call")})
        told = trouble(web.url("/call", "localhost"))
        assert told.startswith(f"it is redirected from https to the unprotected {plain.url('/call')}; ")
        assert plain.asked == []
