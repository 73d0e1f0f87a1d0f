"""What a report mentions that can be the source of a statement: offices, persons, papers, by place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from readcompare.engine.acts import titles_of
from readcompare.engine.homes import GOVERNMENTS, MINISTRIES
from readcompare.lexicon.entries import Entry, Mention
from readcompare.lexicon.tokens import Token


class Cast(Struct, frozen=True):
    """Whose accounts are looked for."""

    homes: frozenset[str] | None
    """The countries or organisations of the sides; None while they are not known, when every one counts."""
    persons: Mapping[str, str]
    """Entity id of each participant and his or her home; never changed."""
    aliases: Mapping[str, tuple[tuple[str, ...], ...]]
    """For each home the names that the report's front matter gives it, in folded tokens; never changed."""
    ministers: bool = False
    """True when foreign ministers talked, so that a ministry speaks for its side."""

    def has(self, home: str | None) -> bool:
        """Whether `home` is one of the sides."""
        return home is not None and (self.homes is None or home in self.homes)


class Mark(Struct, frozen=True):
    """One mention that says something about a source."""

    first: int
    """Index of its first token."""
    end: int
    part: str
    """What it is: leader, person, country, seat, city, organisation, alias, or a `part` of the attribution lexicon."""
    home: str | None = None
    title: str = ""


NOUNS = frozenset(
    "office paper official ministry minister other media voice title pronoun there possessive chief".split()
)
"""The parts of the attribution lexicon that name a source."""


def marks_of(mentions: Iterable[Mention], cast: Cast, tokens: Sequence[Token]) -> list[Mark]:
    """What the mentions say about sources, by place; where they overlap the longer one counts."""
    found = [mark for mention in mentions if (mark := _mark(mention, cast))]
    # "The chancellor's office" is that of the side that has a chancellor, whatever country the lexicon thinks of first.
    bearing = {place for mark in found if titled(mark.title, cast) for place in range(mark.first, mark.end)}
    found = [
        mark
        for mark in found
        if mark.title
        or not (mark.first in bearing and not cast.has(mark.home or "-"))
        or mark.part not in ("leader", "seat")
    ]
    # A bare title is not that of the country that the lexicon thinks of first when that country is no side.
    bare = {(mark.first, mark.end) for mark in found if mark.title}
    found = [
        mark for mark in found if mark.part != "leader" or (mark.first, mark.end) not in bare or cast.has(mark.home)
    ]
    starts = {mark.first: mark.home for mark in found if mark.part in ("leader", "person")}

    def bearer(end: int) -> str | None:
        """Whose the name is that follows, also behind first names that nobody knows."""
        last = next((n for n in range(end, min(end + 3, len(tokens))) if n in starts), None)
        names = tokens[end:last]
        return starts[last] if last is not None and all(name.raw[:1].isupper() for name in names) else None

    # "Head of state Tokayev": the person tells whose.
    found = [
        mark
        for mark in found
        if mark.part != "leader" or (mark.first, mark.end) not in bare or bearer(mark.end) in (None, mark.home)
    ]
    ministries = {(mark.first, mark.end) for mark in found if mark.part in ("ministry", "minister")}
    found = [mark for mark in found if mark.part != "other" or (mark.first, mark.end) not in ministries]
    found += _aliases(tokens, cast)
    found.sort(key=lambda mark: (mark.part != "alias", mark.first - mark.end, mark.first))
    kept: list[Mark] = []
    taken: dict[int, Mark] = {}
    for mark in found:
        over = {(taken[place].first, taken[place].end) for place in range(mark.first, mark.end) if place in taken}
        is_office_of = mark.part == "office" and {taken[p].part for p in range(mark.first, mark.end) if p in taken} <= {
            "leader",
            "country",
        }
        if over <= {(mark.first, mark.end)} or is_office_of:
            kept.append(mark)
            taken.update(dict.fromkeys(range(mark.first, mark.end), mark))
    return sorted(kept, key=lambda mark: (mark.first, mark.end))


def _mark(mention: Mention, cast: Cast) -> Mark | None:
    entry = mention.entry
    if mention.layer == "attribution":
        part = entry.text("part")
        home = entry.text("of") or None
        return Mark(mention.first, mention.end, part, home, entry.text("title")) if part in NOUNS else None
    if mention.layer != "entities":
        return None
    part, home = _entity(entry, cast)
    return Mark(mention.first, mention.end, part, home) if part else None


def _entity(entry: Entry, cast: Cast) -> tuple[str, str | None]:  # noqa: PLR0911 - one answer a kind of entity
    """What an entity is as a source, and its home; an empty word for one that says nothing."""
    home = entry.text("metonym_of") or entry.text("of") or None
    match entry.text("kind"):
        case "person":
            return ("leader", cast.persons[entry.id]) if entry.id in cast.persons else ("person", home)
        case "role":
            return _role(entry, home, cast)
        case "country":
            return "country", entry.id
        case "place":
            return ("city", home) if entry.text("metonym_of") else ("", None)
        case "org":
            if entry.id in MINISTRIES:
                return "ministry", MINISTRIES[entry.id]
            if entry.id in GOVERNMENTS or entry.id.endswith("_government"):
                return "seat", GOVERNMENTS.get(entry.id, home)
            if entry.text("metonym_of") or (cast.homes is not None and entry.id in cast.homes):
                return "seat", entry.text("metonym_of") or entry.id
            return "organisation", home
    return "", None


def _role(entry: Entry, home: str | None, cast: Cast) -> tuple[str, str | None]:
    if entry.id.startswith("role.side_"):
        return "seat", home
    office = entry.text("office")
    if office in ("minister", "secretary"):
        return "minister", home
    if entry.id.startswith("role.speaker") or "spokes" in entry.id:
        return "office", home
    if home and (not office or home in cast.persons.values()):
        return "leader", home
    if "adviser" in entry.id:
        return "official", home
    return ("other", home) if office else ("", None)


def _aliases(tokens: Sequence[Token], cast: Cast) -> Iterable[Mark]:
    names = [(name, home) for home, written in cast.aliases.items() for name in written if name]
    for place, token in enumerate(tokens):
        for name, home in names:
            if _same(token.norm, name[0]) and len(name) <= len(tokens) - place:
                words = [tokens[place + step].norm for step in range(len(name))]
                if all(_same(word, part) for word, part in zip(words, name, strict=True)):
                    yield Mark(place, place + len(name), "alias", home)


def _same(word: str, name: str) -> bool:
    """The same word, also in another case: the end of a long word may differ."""
    if word == name:
        return True
    stem = max(4, len(name) - 2)
    return len(name) > 4 and len(word) <= len(name) + 3 and word[:stem] == name[:stem] and not name.isascii()


def titled(title: str, cast: Cast) -> str | None:
    """The only side whose leader bears the title."""
    homes = sorted(cast.homes or ())
    bearing = [home for home in homes if title in titles_of(home)]
    return bearing[0] if len(bearing) == 1 else None
