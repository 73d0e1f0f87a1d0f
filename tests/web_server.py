"""A real HTTP server on loopback whose pages are set by the tests, faults among them."""

from __future__ import annotations

import ssl
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Page = Callable[["Handler"], None]
"""Answers one request."""


@dataclass
class Web:
    """A running server: its pages by path, and what it was asked for."""

    port: int = 0
    scheme: str = "http"
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    over: threading.Event = field(default_factory=threading.Event)
    """Set when the test is over, so that a page that hangs lets go."""

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def serve(self, path: str, body: bytes, **headers: str) -> None:
        """Answer `path` with a whole page; header names are written with `_` for `-`."""
        self.pages[path] = lambda handler: handler.answer(200, body, headers)


class Handler(BaseHTTPRequestHandler):
    """Answers from the pages of its server."""

    web: Web
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.web.asked.append(self.path)
        self.web.agents.add(self.headers.get("User-Agent", ""))
        page = self.web.pages.get(self.path)
        try:
            if page is None:
                self.answer(404, b"nothing here", {})
            else:
                page(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the client has had enough

    def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        told = {"Content_Type": "text/html", "Content_Length": str(len(body))} | headers
        self.send_response(status)
        for name, value in told.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Tests read what they assert, not a log."""


class _Quiet(ThreadingHTTPServer):
    """A client that breaks off is what many tests are about, and nothing to print."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError | ssl.SSLError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def running(address: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> Iterator[Web]:
    """A server at `address` on a free port; with `tls` it speaks https."""
    web = Web(scheme="https" if tls else "http")
    server = _Quiet((address, 0), type("Bound", (Handler,), {"web": web}))
    if tls:
        # The handshake belongs to the thread of the connection: one that is refused must not hold up the server.
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    web.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        web.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
