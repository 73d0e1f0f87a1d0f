"""Serves the screen to a browser: who may connect, the page of our own around it, and one process for each window."""

from __future__ import annotations

import hmac
import secrets
import socket
from collections.abc import Awaitable, Callable, Sequence
from importlib.resources import files

from aiohttp import web
from textual_serve.server import Server
from yarl import URL

from readcompare.errors import InputError, Problem

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_PAGE = str(files("readcompare.browser") / "page")
_TERMINAL = str(files("textual_serve") / "static")
_HEADERS = {
    "Cache-Control": "no-store",
    # Nothing comes from outside; the terminal writes the styles of its letters into the page.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "connect-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class BrowserServer(Server):
    """Runs `command` once for each window that knows the key.

    What the screen reads and writes is this machine's, so nobody else may drive it: neither other users, who do not
    know the key, nor pages of other sites, whose requests name another origin or, where such a site has given this
    address a name of its own, another host.
    """

    def __init__(self, command: str, host: str, port: int) -> None:
        """Take the port at once, 0 for any that is free; InputError when it cannot be had."""
        super().__init__(command, host=host, port=port)
        self._socket = _listening(host, port)
        self._key = secrets.token_urlsafe(16)
        self._port = self._socket.getsockname()[1]
        self._cookie = f"readcompare-{self._port}"  # the cookies of a host are shared by all its ports

    @property
    def address(self) -> str:
        """What the user opens, with the key."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self._port}/?key={self._key}"

    def run(self) -> None:
        """Serve until the user ends the program."""
        web.run_app(self.application(), sock=self._socket, print=None, access_log=None)

    def application(self) -> web.Application:
        """All that is answered."""
        app = web.Application(middlewares=[self._admit])
        app.add_routes(
            [
                web.get("/", self._index),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/page", _PAGE),
                web.static("/terminal", _TERMINAL),
            ]
        )
        app.on_response_prepare.append(_add_headers)
        return app

    async def _index(self, _request: web.Request) -> web.StreamResponse:
        response = web.FileResponse(f"{_PAGE}/index.html")
        response.set_cookie(self._cookie, self._key, httponly=True, samesite="Strict")
        return response

    @web.middleware
    async def _admit(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """Answer only those who may know what is read here."""
        given = request.query.get("key") or request.cookies.get(self._cookie, "")
        told = "Open the address that readcompare printed, with its key."
        if not hmac.compare_digest(given.encode("utf-8", "surrogatepass"), self._key.encode()):
            raise web.HTTPForbidden(text=told)
        if self.host in LOOPBACK and URL(f"http://{request.host}").host not in LOOPBACK:
            raise web.HTTPForbidden(text=told)
        origin = request.headers.get("Origin")
        if origin is not None and URL(origin).authority != request.host:
            raise web.HTTPForbidden(text=told)
        return await handler(request)


def serve(command: str, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serve `command` to browsers until the user ends the program; the address is told when it can be opened.

    Raises InputError when the port cannot be had.
    """
    server = BrowserServer(command, host, port)
    notes: Sequence[str] = () if host in LOOPBACK else ("whoever has this address can read and write your files",)
    for words in (f"open {server.address}", *notes, "Ctrl+C ends it"):
        tell(words)
    server.run()


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = (error.strerror or str(error)).partition(" (while")[0].lower()  # it names the address once more
        told = f"cannot listen on {host}, port {port}: {reason}; name another --host or --port"
        raise InputError(Problem(message=told)) from None


async def _add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)
