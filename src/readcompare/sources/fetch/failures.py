"""Why a connection failed, in plain words."""

from __future__ import annotations

import http.client
import ssl

import urllib3

_NOBODY = "nobody whom this machine trusts vouches for it"
_CERTIFICATES = {
    9: "it is not valid yet",
    10: "it has expired",
    **dict.fromkeys((18, 19, 20, 21), _NOBODY),
    **dict.fromkeys((62, 64), "it is for another host"),
}
"""What is wrong with a certificate, by the codes of X.509 verification that OpenSSL gives."""


def broken(error: Exception) -> str:
    """Why a connection ended early."""
    cut = (urllib3.exceptions.IncompleteRead, http.client.IncompleteRead)
    if isinstance(error, cut) or any(isinstance(part, cut) for part in error.args):
        return "the answer was cut off"
    return f"the connection failed: {_reason(error)}"


def unsafe(error: Exception) -> str:
    """What is wrong with a certificate, in plain words; else what the connection says of itself."""
    failed = next((part for part in (error, *error.args) if isinstance(part, ssl.SSLCertVerificationError)), None)
    if failed is None:
        return _reason(error)
    why = _CERTIFICATES.get(failed.verify_code, failed.verify_message)
    return f"the certificate of this host is not valid: {why}"


def _reason(error: Exception) -> str:
    parts = (error, error.__cause__, *error.args)
    told = next((part.strerror for part in parts if isinstance(part, OSError) and part.strerror), None)
    return told or str(error).rpartition(">: ")[2].rpartition("): ")[2] or type(error).__name__
