"""`serve`: the screen in a real browser, and who may connect to it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, WebSocket, sync_playwright

WITHOUT_NETWORK = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


@contextmanager
def serving(*words: str, cwd: Path, state: Path) -> Iterator[str]:
    """The address that a running `serve` tells; it must end well when it is interrupted."""
    command = [sys.executable, "-m", "readcompare", "serve", "--port", "0", *words]
    surroundings = os.environ | {"XDG_STATE_HOME": str(state)}  # no place of another reading
    with subprocess.Popen(
        command, cwd=cwd, env=surroundings, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stderr is not None
        try:
            told = process.stderr.readline()
            (address,) = re.findall(r"http://\S+", told) or [told]
            assert "Ctrl+C ends it" in process.stderr.readline()
            yield address
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=30) == 0


@pytest.fixture(scope="module")
def address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    state = tmp_path_factory.mktemp("state")
    with serving("readouts/2021-11-10-de-ru", "--threshold", "0.5", cwd=root, state=state) as told:
        yield told


class Seen:
    """What a window asked for, what its terminal was sent, and what it complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.drawn = ""
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        page.on("websocket", self._listen)

    def _listen(self, opened: WebSocket) -> None:
        self.requests.append(opened.url)
        opened.on("framereceived", self._draw)

    def _draw(self, payload: str | bytes) -> None:
        if isinstance(payload, bytes):
            # Without the sequences that colour and place it.
            self.drawn += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", payload.decode("utf-8", "replace"))

    def wait_for(self, words: str) -> None:
        for _ in range(300):
            if words in self.drawn:
                return
            self.page.wait_for_timeout(100)
        pytest.fail(f"{words!r} did not come up; drawn was:\n{self.drawn[-3000:]}")


@pytest.fixture
def seen(chromium_path: str) -> Iterator[Seen]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=list(WITHOUT_NETWORK))
        yield Seen(chromium.new_page(viewport={"width": 1200, "height": 760}))
        chromium.close()


def test_the_screen_is_read_in_a_browser_without_any_request_outside(address: str, seen: Seen) -> None:
    page = seen.page
    page.goto(address)
    seen.wait_for("Федерального")
    assert "?key=" not in page.url
    page.keyboard.press("?")  # the keys are taken without a click
    seen.wait_for("Same: both state this.")
    seen.drawn = ""
    page.keyboard.press("Escape")
    seen.wait_for("Федерального")  # a key at once after Escape would be one with Alt
    assert page.evaluate("document.fonts.check('16px \"Roboto Mono\"')")
    page.keyboard.press("q")
    again = page.get_by_role("button", name="Read again")
    again.wait_for()
    assert again.evaluate("button => button === document.activeElement")
    seen.drawn = ""
    page.keyboard.press("Enter")
    seen.wait_for("Федерального")  # the cookie has the key
    origin = address.split("/?", maxsplit=1)[0].removeprefix("http:")
    assert {url.split(":", 1)[1].startswith(f"{origin}/") for url in seen.requests} == {True}
    assert len([url for url in seen.requests if url.startswith("ws:")]) == 2
    assert [words for words in seen.complaints if "CLOSING or CLOSED" not in words] == []


def test_without_a_file_one_is_chosen_in_the_browser(root: Path, tmp_path: Path, seen: Seen) -> None:
    with serving(cwd=root, state=tmp_path) as told:
        seen.page.goto(told)
        seen.wait_for("Macron–Putin call")
        seen.page.keyboard.press("/")
        seen.wait_for("Filter:")
        seen.page.keyboard.type("2014-03-06")
        seen.wait_for("Obama–Putin call")
        seen.page.mouse.click(200, 95)  # the fifth line is the only one that is left
        seen.wait_for("White House")


def answer(address: str, **headers: str) -> tuple[int, dict[str, str]]:
    """The status and the headers of an answer."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urlopen(Request(address, headers=named), timeout=20) as response:  # noqa: S310 - a server of ours
            return response.status, dict(response.headers)
    except HTTPError as error:
        error.close()
        return error.code, dict(error.headers)


def test_the_page_allows_nothing_from_outside_and_is_kept_nowhere(address: str) -> None:
    status, headers = answer(address)
    assert status == 200
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    cookie = headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


@pytest.mark.parametrize("path", ["/", "/?key=wrong", "/?key=%ff", "/ws", "/page/page.js", "/terminal/js/textual.js"])
def test_nobody_comes_in_without_the_key(address: str, path: str) -> None:
    status, headers = answer(address.split("/?", maxsplit=1)[0] + path)
    assert status == 403
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},  # a name that another site has given to this address
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/ws"])
def test_pages_of_other_sites_cannot_connect(address: str, headers: dict[str, str], path: str) -> None:
    assert answer(address.replace("/?", f"{path}?"), **headers)[0] == 403


def fails(*words: str, cwd: Path) -> str:
    """What `serve` tells when it cannot serve."""
    command = [sys.executable, "-m", "readcompare", "serve", *words]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["gone.yaml"], "gone.yaml: no such file"),
        (["a.txt", "-"], "leave out -, clipboard: and --linear"),
        (["a.txt", "--nonsense"], "--nonsense"),
        (["--port", "70000"], "'70000' is no port"),
        (["--host", "no such host"], "cannot listen on no such host"),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_served(tmp_path: Path, words: list[str], told: str) -> None:
    (tmp_path / "a.txt").write_text("They spoke.", encoding="utf-8")
    assert told in fails(*words, cwd=tmp_path)


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = fails("--port", str(port), cwd=tmp_path)
    assert told == (
        f"readcompare: cannot listen on 127.0.0.1, port {port}: address already in use; name another --host or --port\n"
    )


def test_a_missing_library_is_told_with_the_command_that_installs_it(tmp_path: Path) -> None:
    script = (
        "import sys\nsys.modules['textual_serve'] = None\nfrom readcompare.cli import main\nsys.exit(main(['serve']))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == (
        'readcompare: serving needs more libraries; install them with: pip install "readcompare[serve]"\n'
    )
