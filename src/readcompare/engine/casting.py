"""Who takes part in a call: as it is given, or as the first sentences of both texts name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from readcompare.engine.acts import TITLES, Cast, cast_of, country_of
from readcompare.engine.formulas import tells_of_talk
from readcompare.engine.reading import Reading
from readcompare.lexicon.entries import Mention, apply_requires
from readcompare.lexicon.matcher import Matcher
from readcompare.lexicon.tokens import tokenise
from readcompare.model.call import Call

_NEAR = 6
"""Words between a title and the name it belongs to: "Minister of Foreign Affairs of the Russian Federation Lavrov"."""
_FIRST = 3
"""Sentences among which the one that tells of the talk is looked for."""
_OF_NO_LEADER = ("minister", "secretary")


def cast_of_call(
    readings: tuple[Reading, Reading], call: Call, matchers: tuple[Matcher, Matcher], names: Matcher
) -> Cast:
    """The participants as given, else the persons whom the first sentences of both texts name.

    `matchers` are those of the two texts, `names` finds people and countries in the names of sides.
    """
    openings = _openings(readings, matchers)
    # A text names its own leader before the other one, so that tells its home when the side's name does not.
    sides = {
        reading.document.letter: (*_mentions(reading.document.readout.name, names), *sorted(opening, key=_is_nobody))
        for reading, opening in zip(readings, openings, strict=True)
    }
    named_by = dict(zip(sides, openings, strict=True))
    if call.participants:
        cast = cast_of([(name, _mentions(name, names)) for name in call.participants], sides)
        return _at_two_homes(_as_titled(cast, openings), named_by)
    # "Präsident Putin" names an office and "Владимир Путин" a person: the country is what both have in common.
    common = set(map(country_of, openings[0])) & set(map(country_of, openings[1]))
    # One text may have a bare title alone: "The Prime Minister spoke with President Putin" is a call of two.
    for people in (_homes_of(openings, "person"), _homes_of(openings, "person", "role")):
        if len(people & common) == 1 and len(people - common) == 1:
            common |= people
    both = {mention.id for mention in openings[0]} & {mention.id for mention in openings[1]}
    named = [
        (mention.span.of(reading.document.readout.text), [mention])
        for reading, opening in zip(readings, openings, strict=True)
        for mention in opening
        if country_of(mention) in common
    ]
    # Of a country's people the first speaks for it: one whom both texts name, else by a rule that knows no order.
    named.sort(key=lambda one: (one[1][0].id not in both, one[1][0].id, one[0]))
    return _at_two_homes(_as_titled(cast_of(named, sides), openings), named_by)


def _as_titled(cast: Cast, openings: Iterable[Sequence[Mention]]) -> Cast:
    """The cast with the offices that the first sentences give: who is President now may have been Foreign Minister.

    Where the two texts give unlike ones, what is known of the person stands.
    """
    told: dict[str, set[str]] = {}
    for person, office in (one for opening in openings for one in _titles(opening)):
        told.setdefault(person, set()).add(office)
    offices = dict(cast.offices)
    for person, given in told.items():
        if person in cast.persons and len(given) == 1:
            office = next(iter(given))
            offices.pop(person, None)
            offices |= {person: office} if office in _OF_NO_LEADER else {}
    return replace(cast, offices=offices)


def _titles(opening: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """The persons before whose names a title stands, and what it makes them."""
    title: Mention | None = None
    for mention in sorted(opening, key=lambda one: (one.first, one.layer != "bridge")):
        if mention.layer == "bridge" and mention.id in TITLES:
            title = mention
        elif mention.entry.text("kind") == "person":
            if title and mention.first - title.end <= _NEAR:
                yield mention.id, TITLES[title.id]
            title = None


def _at_two_homes(cast: Cast, openings: Mapping[str, Sequence[Mention]]) -> Cast:
    """The cast, where both texts seemed to come from one of two countries: the one that names no other is the other's.

    Whoever writes "the President spoke with Prime Minister Modi" names his own leader by the bare title.
    """
    countries = set(cast.persons.values())
    homes = set(cast.homes.values())
    rest = countries - homes
    if len(cast.homes) < len(openings) or len(homes) > 1 or len(rest) != 1:
        return cast
    # "To follow up on their talks in London" names a place, and nobody.
    silent = [letter for letter, opening in openings.items() if rest.isdisjoint(_homes_of([opening], "person", "role"))]
    if len(silent) != 1:
        return cast
    return replace(cast, homes={**cast.homes, silent[0]: rest.pop()})


def _openings(
    readings: tuple[Reading, Reading], matchers: tuple[Matcher, Matcher]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """What the first sentence of each text mentions, and the persons whose names stand in its titles.

    Where somebody of the country is named without a title, the office is his or of no participant.
    """
    openings = [_opening(reading) for reading in readings]
    known = _homes_of(openings, "person")
    first, second = (
        (*opening, *(one for one in _titled(reading, opening, matcher) if country_of(one) not in known))
        for reading, opening, matcher in zip(readings, openings, matchers, strict=True)
    )
    return first, second


def _opening(reading: Reading) -> tuple[Mention, ...]:
    """What the first sentence below the headings mentions: "Conversation with Viktor Orbán" leaves one leader out.

    Where it names nobody ("BERLIN (dpa).", "Breaking!"), the next one does that tells of a talk.
    """
    sentences = reading.document.sentences[reading.headings : reading.headings + _FIRST]
    told = [reading.mentions_of(sentence) for sentence in sentences]
    if not told or _homes_of(told[:1], "person", "role"):
        return told[0] if told else ()
    later = (one for one in told[1:] if tells_of_talk(one) and _homes_of([one], "person", "role"))
    return next(later, told[0])


def _titled(reading: Reading, opening: Sequence[Mention], matcher: Matcher) -> Iterator[Mention]:
    """The persons whose names stand in titles: "President Biden" is found as the office."""
    for office in opening:
        if office.entry.text("kind") != "role" or len(office.tokens) == 1:
            continue
        for person in _mentions(reading.tokens[office.tokens[-1]].raw, matcher):
            if person.entry.text("kind") == "person" and country_of(person) == country_of(office):
                yield replace(person, span=office.span, tokens=office.tokens[-1:])


def _is_nobody(mention: Mention) -> bool:
    """True for a country or a side of it: "at the initiative of the German side, Putin spoke with Merkel"."""
    return mention.entry.text("kind") not in ("person", "role") or mention.id.startswith("role.side_")


def _homes_of(openings: Iterable[Sequence[Mention]], *kinds: str) -> set[str]:
    """The countries of the persons, or of the offices, that are named."""
    return {country_of(one) for opening in openings for one in opening if one.entry.text("kind") in kinds}


def _mentions(text: str, matcher: Matcher) -> tuple[Mention, ...]:
    return apply_requires(matcher.mentions(tokenise(text)))
