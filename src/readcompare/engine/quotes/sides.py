"""The two sides of a report: as its front matter names them, or as it shows who talked with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from readcompare.engine.homes import home_id, home_name, home_of
from readcompare.engine.quotes.drawing import Drawn, draw
from readcompare.engine.quotes.report import Report
from readcompare.engine.quotes.sources import Cast
from readcompare.lexicon.entries import Mention
from readcompare.lexicon.matcher import Matcher
from readcompare.lexicon.tokens import tokenise
from readcompare.model.fragments import Fragment, QuotedSide

_GOVERNMENT = frozenset(["alias", "office", "seat", "voice"])
_BY_MINISTRY = frozenset(["china"])
"""Countries whose foreign ministry is the office that tells of their leader's talks."""
_OPENING = 6
"""Statements at the start of a report in which it says who talked with whom."""


class SideName(Struct, frozen=True, kw_only=True):
    """One side as the front matter of a report names it."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


def sides_of(
    report: Report, named: Sequence[SideName], participants: Sequence[str], matchers: Sequence[Matcher]
) -> tuple[QuotedSide, ...]:
    """The sides with their fragments, in the order of `named` or else of the report; a side without one is left out.

    `matchers` know the entities in the languages in which the names may be written.
    """
    persons, ministers = _persons(participants, matchers)
    if named:
        of_names = _homes(named, list(dict.fromkeys(persons.values())), matchers)
        leading = _leading(report, persons, frozenset(of_names))
        return _named(report, named, of_names, leading, ministers=ministers)
    if len(set(persons.values())) < 2:
        persons, ministers = _talking(report)
    homes = tuple(dict.fromkeys(persons.values()))
    if len(homes) != 2:
        cast = Cast(None, persons, {}, ministers=ministers)
        homes = _most_quoted(draw(report, cast))
    cast = Cast(frozenset(homes), _leading(report, persons, frozenset(homes)), {}, ministers=ministers)
    drawn = _primary(draw(report, cast), cast)
    found = [QuotedSide(id=home_id(home), name=home_name(home), fragments=_fragments(drawn, home)) for home in homes]
    return tuple(sorted((s for s in found if s.fragments), key=lambda side: side.fragments[0].span))


def _named(
    report: Report, named: Sequence[SideName], homes: Sequence[str], persons: Mapping[str, str], *, ministers: bool
) -> tuple[QuotedSide, ...]:
    written = {
        home: tuple(tuple(token.norm for token in tokenise(name)) for name in (side.name, *side.aliases))
        for side, home in zip(named, homes, strict=True)
    }
    cast = Cast(
        frozenset(homes),
        persons,
        {home: _without_articles(names) for home, names in written.items()},
        ministers=ministers,
    )
    drawn = _primary(draw(report, cast), cast)
    sides = (
        QuotedSide(id=side.id, name=side.name, fragments=_fragments(drawn, home))
        for side, home in zip(named, homes, strict=True)
    )
    return tuple(side for side in sides if side.fragments)


def _without_articles(names: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    articles = ("the", "der", "die", "das", "le", "la")
    return tuple(name[1:] if len(name) > 1 and name[0] in articles else name for name in names)


def _fragments(drawn: Iterable[Drawn], home: str) -> tuple[Fragment, ...]:
    return tuple(dict.fromkeys(one.fragment for one in drawn if one.home == home))


def _primary(drawn: Sequence[Drawn], cast: Cast) -> tuple[Drawn, ...]:
    """A foreign ministry is another office than that of the leader, unless the leader's says nothing."""
    if cast.ministers:
        return tuple(drawn)
    speaking = {one.home for one in drawn if one.parts & _GOVERNMENT and "ministry" not in one.parts}
    speaking -= _BY_MINISTRY
    return tuple(one for one in drawn if not ("ministry" in one.parts and one.home in speaking))


def _persons(names: Iterable[str], matchers: Sequence[Matcher]) -> tuple[dict[str, str], bool]:
    """The participants and their homes, and whether they are foreign ministers."""
    persons: dict[str, str] = {}
    ministers = False
    for name in names:
        entries = [m.entry for m in _entities(name, matchers)]
        for entry in entries:
            if entry.text("kind") == "person" and entry.text("of"):
                persons.setdefault(entry.id, entry.text("of"))
                ministers = ministers or entry.text("office") in ("minister", "secretary")
                break
        ministers = ministers or any(
            entry.text("office") in ("minister", "secretary") for entry in entries if entry.text("kind") == "role"
        )
    return persons, ministers


def _entities(text: str, matchers: Sequence[Matcher]) -> Iterator[Mention]:
    for matcher in matchers:
        yield from (m for m in matcher.mentions(tokenise(text)) if m.layer == "entities")


def _homes(named: Sequence[SideName], of_persons: Sequence[str], matchers: Sequence[Matcher]) -> list[str]:
    """The home of each side by its name and aliases; what is left over by the participants, else its own id."""
    homes: list[str | None] = []
    for side in named:
        counted = Counter(
            home
            for weight, text in ((3, side.name), (2, side.id), *((1, alias) for alias in side.aliases))
            for home in {_home(mention) for mention in _entities(text, matchers)} - {None}
            for _ in range(weight)
            if home
        )
        best = [home for home, _ in counted.most_common()]
        homes.append(next((home for home in best if home in of_persons), best[0] if best else None))
    left = [home for home in of_persons if home not in homes]
    for number, home in enumerate(homes):
        if home is None or home in homes[:number]:
            homes[number] = left.pop(0) if left else named[number].id
    return [home or "" for home in homes]


def _home(mention: Mention) -> str | None:
    return home_of(mention.entry)


def _leading(report: Report, persons: Mapping[str, str], homes: frozenset[str]) -> Mapping[str, str]:
    """The participants; for a side without a known one, whoever its office's country sends to the talk."""
    found = dict(persons)
    missing = homes - set(found.values())
    if missing:
        talking, _ = _talking(report)
        found.update({person: home for person, home in talking.items() if home in missing})
    return found


def _talking(report: Report) -> tuple[dict[str, str], bool]:
    """The persons from two homes whom the opening names as having talked, and whether they are ministers."""
    contact = report.places("contact")
    persons: dict[str, str] = {}
    for statement in report.statements[:_OPENING]:
        inside = range(statement.first, statement.end)
        here = [m for m in report.entities if m.first in inside and not report.quoted[m.first]]
        named = {m.id: m for m in here if m.entry.text("kind") in ("person", "role") and _home(m)}
        named = {key: m for key, m in named.items() if not _is_before_person(m, here, report)}
        homes = list(dict.fromkeys(_home(m) for m in here if m.id in named))
        if len(homes) < 2 or not (any(place in contact for place in inside) or (len(homes) == 2 and len(named) <= 4)):
            continue
        persons = {m.id: home for m in named.values() if (home := _home(m)) in homes[:2] and home}
        offices = [m.entry.text("office") for m in named.values() if m.entry.text("kind") == "person"]
        return persons, bool(offices) and all(office in ("minister", "secretary") for office in offices)
    return persons, False


def _is_before_person(mention: Mention, here: Sequence[Mention], report: Report) -> bool:
    """True for a title of which the name that follows tells whose it is: "head of state Tokayev"."""
    if mention.entry.text("kind") != "role":
        return False
    persons = {m.first: _home(m) for m in here if m.entry.text("kind") == "person"}
    place = mention.end
    while place not in persons and place < mention.end + 2 and report.tokens[place : place + 1]:
        if not report.tokens[place].raw[:1].isupper():
            return False
        place += 1
    return persons.get(place, _home(mention)) != _home(mention)


def _most_quoted(drawn: Sequence[Drawn]) -> tuple[str, ...]:
    counted = Counter(one.home for one in drawn)
    return tuple(home for home, _ in counted.most_common(2))
