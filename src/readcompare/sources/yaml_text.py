"""Writing texts into YAML so that they come back as they were."""

from __future__ import annotations

import json


def quoted(text: str) -> str:
    """A YAML double-quoted scalar: what JSON writes is YAML too, but for characters that YAML forbids in the clear."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else _escape(c) for c in written)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
