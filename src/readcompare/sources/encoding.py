"""The encoding of a text: told, declared or recognised, and never guessed when the guess is weak."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from readcompare.sources.text import BYTE_ORDER_MARKS, decode, encoding_trouble

_ENOUGH = 20_000  # bytes beyond ASCII that are looked at; more say nothing new
_LEAST_BYTES = 10  # bytes beyond ASCII below which no guess is sure
_LEAST_LETTERS = 5  # the same for the Latin encodings, in which such a byte stands alone among letters of ASCII
_LEAST_MARGIN = 12.0  # by how much, in natural logarithms, the best guess must lead the next that reads otherwise
_PLAUSIBLE = 0.97  # share of ordinary characters from which bytes are taken for UTF-16

# How much rarer than the usual one each is among the texts of offices: natural logarithms, by rule of thumb.
_CYRILLIC = {"cp1251": 0.0, "koi8-r": -1.0, "cp866": -4.0, "iso-8859-5": -4.0, "mac-cyrillic": -10.0}
_LATIN = {"cp1252": 0.0, "iso-8859-15": -3.0, "cp1250": -3.0, "mac-roman": -6.0, "cp850": -6.0}
_SAME_AS_THE_WEB = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
# Letters in a hundred of running Russian, from the most frequent on; those of its neighbours count as rare.
_RUSSIAN = dict(
    zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
        (11.0, 8.5, 8.0, 7.4, 6.7, 6.3, 5.5, 4.7, 4.5, 4.4, 3.5, 3.2, 3.0, 2.8, 2.6, 2.0, 1.9, 1.7, 1.7, 1.6, 1.6,
         1.4, 1.2, 1.0, 0.9, 0.7, 0.6, 0.5, 0.4, 0.3, 0.3, 0.04, 0.04),
        strict=True,
    )
)  # fmt: skip
_NEIGHBOURS = "іїєґўђћјљњџѓќѕ"
# Accented letters that are common in some language of official texts, and those that are rarer.
_COMMON_LATIN = "äöüßéèàçêîôâëïûùœñóíáúãõåæøąęłńśźżćčšžěřůýőűğışț"
_QUOTES_AND_DASHES = "„“”’«»–"
_TYPOGRAPHY = "‚‘—…€§°\u00a0·•‹›№" + _QUOTES_AND_DASHES
_CAPITAL = 0.06  # a letter of running text is a capital about as often
_OTHER, _STRANGE, _UNDEFINED = math.log(1e-3), math.log(1e-5), -30.0


class Decoded(Struct, frozen=True):
    """Characters, and how they came out of bytes."""

    text: str
    encoding: str
    """Python's name of the encoding."""
    note: str | None = None
    """What a reader must know: that the encoding was recognised, or is another than was declared."""


class Guess(Struct, frozen=True):
    """The likeliest encoding of bytes that are not UTF-8."""

    encoding: str
    is_sure: bool
    """False when there is too little to go by, or another encoding reads nearly as well."""


def decode_any(data: bytes, name: str, *, named: str | None = None, declared: str | None = None) -> Decoded:
    """Decode `data`, the bytes of the file that messages call `name`.

    A byte order mark decides, then the encoding that the user `named`, which must fit. What a page or a server
    `declared` is taken when it fits and the bytes are not plainly UTF-8. Else the encoding is recognised, with a note.
    Raises InputError when the text is not in the named encoding, or when the guess is weak.
    """
    marked = next((codec for mark, codec in BYTE_ORDER_MARKS if data.startswith(mark)), None)
    if named or marked:
        return Decoded(decode(data, name, encoding=named), marked or named or "utf-8")
    known = _SAME_AS_THE_WEB.get((declared or "").lower(), (declared or "").lower())
    is_declared = bool(known) and not encoding_trouble(known)
    if _is_utf8(data):
        at_odds = is_declared and not data.isascii() and not known.startswith(("utf-8", "utf8"))
        note = f"declared as {declared}, but it is UTF-8 and was read as that" if at_odds else None
        return Decoded(decode(data, name), "utf-8", note)
    if is_declared and _fits(data, known):
        return Decoded(decode(data, name, encoding=known), known)
    return _recognised(data, name, declared)


def recognise_encoding(data: bytes) -> Guess | None:
    """The likeliest encoding of `data`, which is not UTF-8 and has no byte order mark; None when it looks like none."""
    if b"\0" in data or _looks_like_utf16(data):
        return _utf16(data)
    high = [byte for byte in data if byte >= 0x80]
    if not high:
        return None
    runs = _runs(data)
    texts = {codec: _lenient(runs, codec) for codec in (*_CYRILLIC, *_LATIN)}
    priors = _CYRILLIC | _LATIN
    points = {codec: priors[codec] + _points(text) for codec, text in texts.items()}
    best = max(points, key=points.__getitem__)
    rivals = [points[codec] for codec, text in texts.items() if text != texts[best]]
    least = _LEAST_BYTES if best in _CYRILLIC else _LEAST_LETTERS
    leads = points[best] - max(rivals, default=-math.inf) >= _LEAST_MARGIN
    fits = "\ufffd" not in texts[best]
    return Guess(best, is_sure=leads and fits and len(high) >= least)


def _recognised(data: bytes, name: str, declared: str | None) -> Decoded:
    guess = recognise_encoding(data)
    if guess is None:
        return Decoded(decode(data, name), "utf-8")  # which says what is wrong with it
    if not guess.is_sure:
        advice = f"it may be {guess.encoding}, but that is not sure; name its encoding, such as --encoding"
        decode(data, name, advice=f"{advice} {guess.encoding}, or `encoding: {guess.encoding}` in a comparison file")
    text = _try(data, guess.encoding)
    if text is None or "\0" in text:
        return Decoded(decode(data, name), "utf-8")
    told = f"declared as {declared}, but it is not; " if declared else ""
    return Decoded(text, guess.encoding, f"{told}encoding {guess.encoding} recognised from the bytes")


def _is_utf8(data: bytes) -> bool:
    return b"\0" not in data and _try(data, "utf-8") is not None


def _fits(data: bytes, codec: str) -> bool:
    text = _try(data, codec)
    return text is not None and "\0" not in text


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _looks_like_utf16(data: bytes) -> bool:
    """Cyrillic in UTF-16 has no NUL bytes; every second byte is 4 there."""
    sample = data[:_ENOUGH]
    return len(sample) >= 2 * _LEAST_BYTES and max(sample[0::2].count(4), sample[1::2].count(4)) > len(sample) / 4


def _utf16(data: bytes) -> Guess | None:
    sample = data[: _ENOUGH & ~1]
    shares = {codec: _ordinary_share(_try(sample, codec)) for codec in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=shares.__getitem__)
    if len(data) % 2 or shares[best] < _PLAUSIBLE:
        return None
    return Guess(best, is_sure=len(data) >= 2 * _LEAST_BYTES and min(shares.values()) < _PLAUSIBLE)


def _ordinary_share(text: str | None) -> float:
    if not text:
        return 0.0
    return sum(1 for c in text if c in "\r\n\t" or " " <= c < "\u0530" or c in _TYPOGRAPHY) / len(text)


def _runs(data: bytes) -> list[bytes]:
    """The words with bytes beyond ASCII, each with the signs around it, up to a limit."""
    found, size = [], 0
    for match in re.finditer(rb"[^\x00-\x20]{1,200}", data):
        if match.group().isascii():
            continue
        found.append(match.group())
        size += len(match.group())
        if size > _ENOUGH:
            break
    return found


def _lenient(runs: Iterable[bytes], codec: str) -> str:
    return b" ".join(runs).decode(codec, "replace")


def _points(text: str) -> float:
    """The logarithm of how likely the characters beyond ASCII of `text` are in running text, roughly."""
    counts = Counter(character for character in text if not character.isascii())
    total = sum(_logarithm(character) * count for character, count in counts.items())
    return total - 5.0 * _misfits(text)


def _logarithm(character: str) -> float:
    if character == "\ufffd":
        return _UNDEFINED
    small = character.lower()
    capital = math.log(_CAPITAL) if character != small else 0.0
    if small in _RUSSIAN:
        return math.log(_RUSSIAN[small] / 100) + capital
    if small in _COMMON_LATIN:
        return math.log(1 / 25) + capital
    if character in _TYPOGRAPHY:
        return math.log(1 / 8 if character in _QUOTES_AND_DASHES else 1 / 50)
    return (_OTHER if small in _NEIGHBOURS or character.isalpha() else _STRANGE) + capital


_MISFIT = (  # compiled when bytes are not UTF-8
    "[a-zA-Z][\u0400-\u04ff]|[\u0400-\u04ff][a-zA-Z]"  # two alphabets in a word
    "|[\u00c0-\u024f](?=[\u00c0-\u024f])"  # accented letters in a row
    "|[а-яё](?=[А-ЯЁ])|[a-zß-ÿ](?=[À-ÖØ-Þ])"  # a capital within a word
    "|[^\\W\\d_][\u2500-\u259f°§€©®™¤¬¦]|[\u2500-\u259f¤¬¦][^\\W\\d_]"  # a letter beside a line drawing or a sign
)


def _misfits(text: str) -> int:
    return sum(1 for _ in re.finditer(_MISFIT, text))


def declared_in_page(data: bytes) -> str | None:
    """The encoding that a web page declares in its first bytes, in small letters; None when it declares none."""
    match = re.search(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", data[:4096], re.IGNORECASE)
    match = match or re.match(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{2,40})", data[:1024])
    return match.group(1).decode("ascii").lower() if match else None


def declared_in_header(content_type: str | None) -> str | None:
    """The encoding that a Content-Type header declares, in small letters; None when it declares none."""
    match = re.search(r"charset\s*=\s*[\"']?([\w:.-]{2,40})", content_type or "", re.ASCII | re.IGNORECASE)
    return match.group(1).lower() if match else None
