"""What the name of a text says beside its date: whose account it is, in which language, which call of the day."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from msgspec import Struct

from readcompare.engine.homes import home_of
from readcompare.lexicon.entries import Mention
from readcompare.lexicon.matcher import Matcher
from readcompare.lexicon.tokens import tokenise

# Addresses and short forms that stand in the names of files and in no running text.
_ADDRESSES = {
    "whitehouse": "usa", "potus": "usa", "usa": "usa", "state gov": "usa", "statedept": "usa",
    "no10": "uk", "number10": "uk", "number 10": "uk", "gov uk": "uk", "govuk": "uk",
    "bundeskanzleramt": "germany", "kanzleramt": "germany", "bundesregierung": "germany", "bkamt": "germany",
    "bundeskanzler": "germany", "bundeskanzlerin": "germany", "auswaertiges amt": "germany",
    "elysee": "france", "mid": "russia", "kreml": "russia", "fmprc": "china", "tccb": "turkey", "eeas": "eu",
}  # fmt: skip
# Codes of countries count where a name has no other word: `in` and `it` are words, too.
_CODES = {
    "de": "germany", "ru": "russia", "us": "usa", "uk": "uk", "gb": "uk", "fr": "france", "cn": "china",
    "ua": "ukraine", "by": "belarus", "tr": "turkey", "il": "israel", "in": "india", "it": "italy",
    "jp": "japan", "pl": "poland",
    "eu": "eu", "kz": "kazakhstan", "az": "azerbaijan", "am": "armenia", "ge": "georgia",
}  # fmt: skip
LANGUAGES = frozenset(
    "ar be bg bs ca cs da de el en es et fa fi fr ga he hi hr hu hy it ja ka kk ko lt lv mk mt nl no pl pt ro ru sk sl "
    "sq sr sv th tr uk und vi zh".split()
)
"""Codes that are taken for a language at the end of a name."""
# What a text is, in a name, says nothing about whose it is.
_GENERAL = frozenset(
    "account call conversation meeting phone press readout release statement talk telephone text the with gespräch "
    "gespraech kommuniqué mit pressemitteilung telefonat treffen und appel communiqué entretien встреча звонок "
    "разговор с и and".split()
)
_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(
    r"(?:call|nr|no|part|teil)?(?P<number>\d{1,2})|t?(?P<time>[0-2]\d[0-5]\d)|(?P<letter>[abc])", re.IGNORECASE
)
_NO_ID = re.compile(r"[^a-z0-9]+")


class Named(Struct, frozen=True, kw_only=True):
    """What a name says."""

    words: str
    """The words that name the side, as written; empty when there are none."""
    homes: tuple[str, ...]
    """Whose they are by the lexicons, offices and countries before persons; two when the name tells both sides."""
    language: str | None
    """The language code at its end."""
    mark: str
    """Which call of the day: a number, a time, or a letter; empty when there is only one."""


def read_name(name: str, matchers: Sequence[Matcher]) -> Named:
    """Read a name without its date and its ending; `matchers` know the entities as any language writes them."""
    words = _WORD.findall(name)
    mark = ""
    is_named = len(words) > 1 and words[-1].lower() in LANGUAGES
    language = words.pop().lower() if is_named else None
    for place in (0, -1):
        found = _MARK.fullmatch(words[place]) if words and not mark else None
        if found and _address(" ".join(words)) is None:
            mark = next(group for group in found.groups() if group).lower().lstrip("0")
            del words[place]
    text = " ".join(word for word in words if word.lower() not in _GENERAL)
    spoken, homes = _sides(text, matchers)
    return Named(words=spoken or text, homes=homes, language=language, mark=mark)


def country_of_code(code: str) -> str | None:
    """The country of a two-letter code, which may be that of a language as well: `uk`, `de`."""
    return _CODES.get(code)


def slug(words: str) -> str:
    """Words as the id of a side; empty when nothing of them can be written in one."""
    plain = unicodedata.normalize("NFKD", words.lower().replace("ß", "ss"))
    return _NO_ID.sub("-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")


def _sides(text: str, matchers: Sequence[Matcher]) -> tuple[str, tuple[str, ...]]:
    """The words that name one side, and the homes that a name tells."""
    only = _CODES.get(text.lower())
    if only:
        return text, (only,)
    address = _address(text)
    if address:
        return address
    mentions = _mentions(text, matchers)
    # An office says who published; a person in the name is mostly the one who was called.
    offices = [m for m in mentions if m.entry.text("kind") != "person"]
    homes: dict[str, Mention] = {}
    for mention in offices or mentions:
        home = home_of(mention.entry)
        if home:
            homes.setdefault(home, mention)
    if len(homes) != 1:
        return text, tuple(homes)
    ((home, mention),) = homes.items()
    return mention.span.of(text), (home,)


def _address(text: str) -> tuple[str, tuple[str, ...]] | None:
    for words, home in _ADDRESSES.items():
        found = re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE)
        if found:
            return found.group(), (home,)
    return None


def _mentions(text: str, matchers: Sequence[Matcher]) -> list[Mention]:
    """The entities of a name, which may be written without capitals."""
    found = []
    for matcher in matchers:
        for written in dict.fromkeys((text, text.title())):
            found += [m for m in matcher.mentions(tokenise(written)) if m.layer == "entities"]
    return sorted(found, key=lambda mention: mention.span)
