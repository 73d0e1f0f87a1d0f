"""Which web addresses may be fetched: http and https, and machines on the public internet only."""

from __future__ import annotations

import ipaddress
from urllib.parse import quote, urlsplit, urlunsplit

_LONGEST = 2_000
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_web_address(text: str) -> bool:
    """True for what begins as an http or https address."""
    return text.lower().startswith(("http://", "https://"))


def address_trouble(address: str) -> str | None:
    """Say what is wrong with a web address; None when it can be fetched."""
    try:
        parts = urlsplit(address.strip())
        host, _ = _ascii_host(parts.hostname or ""), parts.port
    except ValueError:  # a UnicodeError is one
        return "this is no web address: its host or port cannot be one"
    scheme = parts.scheme.lower()
    doubts = (
        (not scheme or (not parts.netloc and "." in scheme), "this is no web address; it begins with https://"),
        (scheme not in ("http", "https"), f"only http and https addresses are fetched, not {scheme}:"),
        (not host, "this web address names no host"),
        (
            parts.username is not None or parts.password is not None,
            "a web address with a user name or password in it is not fetched; nothing secret belongs there",
        ),
        (len(address) > _LONGEST, f"this web address is longer than {_LONGEST:,} characters"),
    )
    return next((message for is_so, message in doubts if is_so), None)


def normal_address(address: str) -> str:
    """The address as it is sent: host in small ASCII letters, other signs encoded, without a fragment.

    The address must be free of trouble.
    """
    parts = urlsplit(address.strip())
    host = _ascii_host(parts.hostname or "")
    host = f"[{host}]" if ":" in host else host
    netloc = host if parts.port is None else f"{host}:{parts.port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]")
    return urlunsplit((parts.scheme.lower(), netloc, path, query, ""))


def origin_of(address: str) -> str:
    """Scheme, host and port of an address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def is_public(number: str) -> bool:
    """True for an IP address of a machine on the public internet, also when it is wrapped in one of IPv6."""
    try:
        address = ipaddress.ip_address(number.split("%", maxsplit=1)[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if wrapped is None and address in _NAT64:
            wrapped = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if wrapped is not None:
            return is_public(str(wrapped))
        if address.is_site_local:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _ascii_host(host: str) -> str:
    return host if host.isascii() else host.encode("idna").decode("ascii")
