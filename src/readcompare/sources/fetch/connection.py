"""Connections that look at the very address they connect to, so that no name can lead into a private network."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING, Self

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

from readcompare.errors import InputError, Problem
from readcompare.sources.fetch.addresses import is_public

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CONNECT_SECONDS = 10.0


class Network:
    """Opens connections to public addresses, or to any address when `allow_private`; one page at a time.

    Use it in a `with` statement; the connections are closed at its end.
    """

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._open: list[HTTPConnection] = []
        self.manager = urllib3.PoolManager(num_pools=4, maxsize=1)
        self.manager.pool_classes_by_scheme = _pools(self.connect)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.manager.clear()

    def connect(self, connection: HTTPConnection) -> socket.socket:
        """A socket to the host of `connection`.

        The name is looked up once, and the socket is opened to a number that was examined: between the two, no name
        server can change its answer. Raises InputError for a private address, OSError when there is no connection.
        """
        host, port = connection.host, connection.port
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except socket.gaierror as error:
            if error.errno == socket.EAI_AGAIN:
                raise  # the name server is busy
            raise _refused(f"there is no host {host}, or no network") from None
        allowed = [entry for entry in found if self._allow_private or is_public(str(entry[4][0]))]
        if not allowed:
            number = found[0][4][0] if found else "nothing"
            named = host if host == number else f"{host} is {number},"
            where = "an address on this machine or in a private network"
            raise _refused(f"{named} {'is ' if host == number else ''}{where}; it is fetched only with --allow-private")
        self._open.append(connection)
        return _first_open(allowed)

    def end_all(self) -> None:
        """Break off what is under way: a read that waits ends with an error."""
        for connection in self._open:
            sock = connection.sock
            if sock is not None:
                try:
                    sock.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue  # it has ended by itself
        self._open.clear()

    def timer(self, seconds: float) -> threading.Timer:
        """A timer, not yet started, that breaks off after `seconds`: a server may send one sign a second for ever."""
        timer = threading.Timer(seconds, self.end_all)
        timer.daemon = True
        return timer


def _first_open(entries: Sequence[tuple[int, int, int, str, tuple[object, ...]]]) -> socket.socket:
    trouble: OSError | None = None
    for family, kind, protocol, _, place in entries:
        opened = socket.socket(family, kind, protocol)
        opened.settimeout(CONNECT_SECONDS)
        try:
            opened.connect(place)
        except OSError as error:
            opened.close()
            trouble = error
            continue
        return opened
    raise trouble or OSError("no address")


def _refused(message: str) -> InputError:
    return InputError(Problem(message=message))


def _pools(connect: Callable[[HTTPConnection], socket.socket]) -> dict[str, type[urllib3.HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return connect(self)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return connect(self)

    class PlainPool(urllib3.HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(urllib3.HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}
