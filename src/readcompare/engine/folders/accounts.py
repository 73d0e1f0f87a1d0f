"""One text of a folder as the account of a side: of which day, whose, in which language, and with whom it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from readcompare.engine.folders.days import Day, dateline, days_in_name, iso_day, year_in_name
from readcompare.engine.folders.names import Named, country_of_code, read_name, slug
from readcompare.engine.homes import home_id, home_of
from readcompare.lexicon.matcher import Matcher
from readcompare.lexicon.tokens import tokenise
from readcompare.model.text import UNKNOWN_LANGUAGE

_OPENING = 400
"""Characters at the start of a readout in which it says who talked with whom."""
# The first paragraph that is longer than a dateline or a title.
_PARAGRAPH = re.compile(r"[^\n]{60,}")
_LANGUAGES = {
    "germany": "de", "austria": "de", "russia": "ru", "usa": "en", "uk": "en", "france": "fr", "china": "zh",
    "ukraine": "uk", "belarus": "ru", "turkey": "tr", "israel": "he", "italy": "it", "japan": "ja", "poland": "pl",
    "canada": "en", "australia": "en", "india": "en",
}  # fmt: skip
"""In which language a government writes first."""


class FolderText(Struct, frozen=True, kw_only=True):
    """A text as it lies in a folder."""

    path: str
    """From the folder, with `/` between folders and file."""
    text: str
    language: str
    """As recognised from the text, or `und`."""
    published: str | None = None
    """ISO 8601 day or time that a page or document says of itself."""
    publisher: str | None = None
    """The office that a page or document names as its own."""


class Account(Struct, frozen=True, kw_only=True):
    """A text of which day, side and language are known."""

    path: str
    day: date
    side: str
    """Id for the side, from the words of the name or the country: `kremlin`, `germany`."""
    home: str | None
    """Whose account it is, by the lexicons; None when they do not know the name."""
    language: str
    mark: str
    """Which call of the day, as the name says."""
    parties: frozenset[str]
    """Whom else the opening names as having talked, by homes."""
    notes: tuple[str, ...]
    """What was taken from the text, for the user to check."""

    @property
    def key(self) -> str:
        """What the versions of one side share."""
        return self.home or self.side


class _Dated(Struct, frozen=True):
    day: date
    rest: str
    """The name without its date."""
    notes: tuple[str, ...] = ()


class _Sided(Struct, frozen=True):
    home: str | None
    side: str
    notes: tuple[str, ...] = ()


class Readers(Struct, frozen=True, kw_only=True):
    """The lexicons by which names and texts are read."""

    names: tuple[Matcher, ...]
    """Know entities as any language may write them in the name of a file."""
    text: Matcher
    """Knows entities as the language of the text writes them."""


def account_of(text: FolderText, folder_name: str, readers: Readers) -> Account | str:
    """A text as an account, or why it is in doubt; `folder_name` is that of the folder in which all texts lie."""
    *folders, name = (folder_name, *text.path.split("/"))
    dated = _dated(name.rpartition(".")[0], folders, text)
    if isinstance(dated, str):
        return dated
    named = read_name(dated.rest, readers.names)
    speaking = _speaking(text.text, readers.text)
    sided = _sided(named, _Hints(tuple(folders[1:]), text.publisher or "", speaking, text.language), readers.names)
    if isinstance(sided, str):
        return sided
    trouble = _language_trouble(named.language, sided.home, text.language)
    if trouble:
        return trouble
    return Account(
        path=text.path,
        day=dated.day,
        side=sided.side,
        home=sided.home,
        language=text.language if text.language != UNKNOWN_LANGUAGE else named.language or UNKNOWN_LANGUAGE,
        mark=named.mark,
        parties=frozenset(speaking - {sided.home}),
        notes=dated.notes + sided.notes,
    )


def _dated(stem: str, folders: Sequence[str], text: FolderText) -> _Dated | str:
    """The day by the name of the file, else by that of the nearest folder, else by the dateline, else by the page."""
    in_name = days_in_name(stem)
    rest = _undated(stem)
    above = "/".join(folders)
    for found in (in_name, *(days_in_name(name) for name in reversed(folders)), days_in_name(above)):
        dates = {day.meant for day in found}
        if len(dates) > 1:
            return "its name has more than one date: 2021-11-10-kremlin.txt has one"
        if dates:
            return _settled(found[0], rest, text.text)
    told = dateline(text.text, year_in_name(f"{above}/{stem}"))
    published = iso_day(text.published or "") if told is None else None
    if published:
        return _Dated(published, rest, ("day by when it was published",))
    if told is None:
        return "neither its name nor the head of its text has a date: 2021-11-10-kremlin.txt has one"
    return told if isinstance(told, str) else _Dated(told, rest, ("day by its text",))


def _settled(day: Day, rest: str, text: str) -> _Dated | str:
    """A day that may be another by American habit is the one that the text begins with."""
    if day.other is None:
        return _Dated(day.meant, rest)
    told = dateline(text, day.meant.year)
    if isinstance(told, date) and told in (day.meant, day.other):
        return _Dated(told, rest, ("day by its text",))
    return f"the date in its name may be {day.meant} or {day.other}; write it in this form"


class _Hints(Struct, frozen=True):
    """What tells the side when the name does not."""

    folders: tuple[str, ...]
    publisher: str
    speaking: frozenset[str]
    """The homes of those who talked."""
    language: str


def _sided(named: Named, hints: _Hints, names: Sequence[Matcher]) -> _Sided | str:
    """Whose account it is: by the name, by what a page says of itself, by a folder, by who speaks that language."""
    publishers = read_name(hints.publisher, names).homes
    if len(named.homes) != 1 and len(publishers) == 1:
        return _Sided(publishers[0], home_id(publishers[0]), ("side by its publisher",))
    by_name = _sided_by_name(named, hints.language)
    if by_name:
        return by_name
    above = (read_name(_undated(folder), names).homes for folder in reversed(hints.folders))
    in_folder = next((homes[0] for homes in above if len(homes) == 1), None)
    if in_folder:
        return _Sided(in_folder, home_id(in_folder))
    own = [home for home in sorted(named.homes or hints.speaking) if _LANGUAGES.get(home) == hints.language]
    if len(own) == 1:
        return _Sided(own[0], home_id(own[0]), ("side by its language",))
    return _sideless(named)


def _sideless(named: Named) -> str:
    if named.homes:
        return f"its name tells more than one side, {' and '.join(named.homes)}; name the one whose account it is"
    if named.words:
        return "its name says no side that is known here, nor one in Latin letters: 2021-11-10-kremlin.txt does"
    return "nothing says whose account it is: 2021-11-10-kremlin.txt does"


def _sided_by_name(named: Named, language: str) -> _Sided | None:
    side = slug(named.words)
    if len(named.homes) == 1:
        return _Sided(named.homes[0], side or home_id(named.homes[0]))
    if named.homes or not re.search("[a-z]", side):
        return None
    code = country_of_code(named.language or "")
    if code and named.language != language:
        return _Sided(code, slug(f"{named.words} {named.language}"))
    return _Sided(None, side)


def _undated(name: str) -> str:
    for day in reversed(days_in_name(name)):
        name = f"{name[: day.span.start]} {name[day.span.end :]}"
    return name


def _language_trouble(named: str | None, home: str | None, recognised: str) -> str | None:
    """Say what is doubtful about a language; `kremlin.ru` and `gov.uk` are addresses as well."""
    if recognised == UNKNOWN_LANGUAGE:
        return None if named else "its language is not recognised; name it, as in kremlin.ru.txt"
    if named in (None, recognised) or (home is not None and country_of_code(named or "") == home):
        return None
    return f"its name says {named}, and its text reads as {recognised}"


def _speaking(text: str, matcher: Matcher) -> frozenset[str]:
    """The homes of the persons and offices that the first paragraph names."""
    paragraph = _PARAGRAPH.search(text)
    opening = (paragraph.group() if paragraph else text)[:_OPENING]
    entries = (m.entry for m in matcher.mentions(tokenise(opening)) if m.layer == "entities")
    return frozenset(home for entry in entries if entry.text("kind") in ("person", "role") and (home := home_of(entry)))
