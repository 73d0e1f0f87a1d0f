"""Who does what in a sentence: the actor among the participants, and the reporting verbs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from readcompare.engine.actors import Earlier, Scene, beside_verbs
from readcompare.engine.formulas import is_closing, is_opening
from readcompare.engine.subjects import Candidate
from readcompare.lexicon.entries import Entry, Mention
from readcompare.lexicon.tokens import Token

# What the leader of a country is, where it is not just the president.
_PRIME_MINISTER = frozenset(["prime minister"])
_MONARCH = frozenset(["monarch"])
_PRESIDENT = frozenset(["president"])
_OFFICES: Mapping[str, frozenset[str]] = {
    "austria": frozenset(["chancellor"]),
    "germany": frozenset(["chancellor"]),
    **dict.fromkeys("bulgaria czechia estonia kosovo latvia poland".split(), _PRIME_MINISTER | _PRESIDENT),
    **dict.fromkeys(
        "albania armenia australia bangladesh belgium cambodia canada croatia denmark ethiopia georgia greece hungary "
        "iceland india iraq ireland israel italy japan luxembourg malaysia malta montenegro nepal netherlands "
        "new_zealand north_macedonia norway pakistan portugal singapore slovakia slovenia spain sweden thailand "
        "uk".split(),
        _PRIME_MINISTER,
    ),
    **dict.fromkeys("bahrain jordan kuwait morocco oman qatar saudi_arabia".split(), _MONARCH),
}
TITLES = {
    "chancellor_c": "chancellor",
    "minister_c": "minister",
    "monarch_c": "monarch",
    "president_c": "president",
    "prime_minister_c": "prime minister",
    "secretary_c": "secretary",
}
"""What somebody is who bears a title, by the concept of the title."""
_TOGETHER = "role.both_leaders"
_JOINT_BY_NATURE = frozenset(["topic", "agree"])
"""Types of verbs of which "we" means both."""
_TOPIC_FORCE = 2.0


class Cast(Struct, frozen=True):
    """The participants of the call, as lexicon entities."""

    persons: Mapping[str, str]
    """Entity id of each participant and the country that he or she leads; never changed."""
    homes: Mapping[str, str]
    """The country that publishes each side, by the side's letter; a side of unknown home is left out."""
    offices: Mapping[str, str] = MappingProxyType({})
    """What a participant is who does not lead the country, such as `minister`; never changed."""
    names: Mapping[str, str] = MappingProxyType({})
    """How each participant is called in what the tool tells, by entity id; never changed."""

    def is_principal(self, entry: Entry) -> bool:
        """True for a participant, all of them ("both sides"), a participant's office, country or seat of government."""
        countries = set(self.persons.values())
        home = entry.text("metonym_of", entry.id)
        return entry.id in {*self.persons, _TOGETHER} or home in countries or _represented(entry) in countries

    def person_of(self, entry: Entry) -> str | None:
        """The participant whom an entity or a role names."""
        if entry.id in self.persons:
            return entry.id
        person = self.leader(_represented(entry))
        if person is None or entry.id.startswith("role.side_"):
            return person
        return person if self.offices.get(person, "") == entry.text("office") else None

    def titled(self, title: str, letter: str) -> str | None:
        """The participant whom a bare title means in the text of side `letter`: its own leader before any other."""
        own = self.homes.get(letter)
        homes = ([own] if own else []) + sorted(set(self.persons.values()) - {own})
        return next((self.leader(home) for home in homes if title in self.titles(home)), None)

    def leader_name(self, letter: str) -> str | None:
        """How the leader of the home of side `letter` is called; None when nobody knows."""
        home = self.homes.get(letter)
        return self.names.get(self.leader(home) or "") if home else None

    def is_shared(self, title: str) -> bool:
        """True for what more than one participant is called, such as the Chancellors of Germany and Austria."""
        return sum(title in self.titles(home) for home in set(self.persons.values())) > 1

    def titles(self, home: str) -> frozenset[str]:
        """What the participant from the country `home` is called."""
        own = self.offices.get(self.leader(home) or "")
        return frozenset([own]) if own else titles_of(home)

    def leader(self, country: str | None) -> str | None:
        """The participant from `country`, its leader or whoever speaks for it."""
        for person, home in self.persons.items():
            if home == country:
                return person
        return None


def titles_of(home: str) -> frozenset[str]:
    """What the leader of the country `home` is called."""
    return _OFFICES.get(home, _PRESIDENT)


class Act(Struct, frozen=True, gc=False):
    """What a sentence reports."""

    actors: frozenset[str]
    """The participants who act; all of them for a joint act, none when the text does not say."""
    verbs: frozenset[str]
    """Ids of the reporting verbs."""
    force: float
    """Greatest force of its verbs, 0..10; 3 without any."""
    opening: bool
    """True when it reports that the call took place."""
    closing: bool
    """True when it stands near the end and says that the two will stay in touch."""

    @property
    def names_topics(self) -> bool:
        """True when it only says what was talked about: "they discussed", "the topic was"."""
        return bool(self.verbs) and self.force <= _TOPIC_FORCE and not self.opening


def cast_of(named: Iterable[tuple[str, Sequence[Mention]]], sides: Mapping[str, Sequence[Mention]]) -> Cast:
    """The cast from each participant's name with the mentions in it, and from those in each side's name or opening.

    Of a country whose leader nobody names the office stands for whoever holds it: "the Chancellor of Germany".
    """
    persons: dict[str, str] = {}
    offices: dict[str, str] = {}
    names: dict[str, str] = {}
    named = tuple(named)
    for name, mentions in named:
        for mention in mentions:
            entry = mention.entry
            if mention.layer == "entities" and entry.text("kind") == "person":
                persons.setdefault(entry.id, entry.text("of", entry.id))
                names.setdefault(entry.id, " ".join(name.split()))
                if entry.text("office"):
                    offices[entry.id] = entry.text("office")
    for name, mentions in named:
        for mention in mentions:
            country = _led(mention)
            if country and country not in persons.values():
                persons[mention.id] = country
                names[mention.id] = " ".join(name.split())
    homes: dict[str, str] = {}
    countries = set(persons.values())
    for letter, mentions in sides.items():
        found = [country_of(mention) for mention in mentions if mention.layer == "entities"]
        home = next((country for country in found if country in countries), None)
        if home:
            homes[letter] = home
    for letter, other in zip(sides, reversed(tuple(sides)), strict=True):
        rest = countries - set(homes.values())
        if letter not in homes and other in homes and len(rest) == 1:
            homes[letter] = rest.pop()
    return Cast(persons, homes, offices, names)


class Setting(Struct, frozen=True):
    """Where a sentence stands."""

    cast: Cast
    letter: str
    """The side whose text it is."""
    language: str
    before: tuple[Act, ...]
    """The acts of the sentences before it."""
    after: int
    """Number of sentences after it."""
    is_first_person: bool = False
    """True in a text whose writer says "I" or "we" throughout."""
    begins_paragraph: bool = True
    """True for the first sentence of a paragraph."""


def acts_of(mentions: Sequence[Mention], tokens: Sequence[Token], first: int, setting: Setting) -> Act:
    """What the sentence with these mentions and tokens reports; `first` is the index of its first token."""
    cast = setting.cast
    verbs = [mention for mention in mentions if mention.layer == "verbs"]
    force = max((mention.entry.number("force", 3.0) for mention in verbs), default=3.0)
    candidates = candidates_of(mentions, first, cast, setting.letter)
    own = cast.leader(cast.homes.get(setting.letter))
    opening = is_opening(mentions, {candidate.person for candidate in candidates}, own, len(setting.before))
    return Act(
        actors=frozenset(cast.persons) if opening else _actors(mentions, tokens, first, candidates, setting),
        verbs=frozenset(mention.id for mention in verbs),
        force=force,
        opening=opening,
        closing=not opening and is_closing(mentions, force, setting.after),
    )


def _actors(
    mentions: Sequence[Mention],
    tokens: Sequence[Token],
    first: int,
    candidates: Sequence[Candidate],
    setting: Setting,
) -> frozenset[str]:
    cast = setting.cast
    verbs = [mention for mention in mentions if mention.layer == "verbs"]
    places = [(mention.first - first, mention.end - first) for mention in verbs]
    scene = Scene(
        tokens=tokens,
        language=setting.language,
        candidates=candidates,
        countries=_countries(mentions, first, cast),
        verbs=places,
        beside=beside_verbs(places),
        collectives=collectives_of(mentions, first),
        everybody=frozenset(cast.persons),
        own=cast.leader(cast.homes.get(setting.letter)),
        before=[Earlier(act.actors, act.opening) for act in setting.before],
        is_joint_by_nature=bool(verbs) and verbs[0].entry.text("type") in _JOINT_BY_NATURE,
        is_first_person=setting.is_first_person,
        begins_paragraph=setting.begins_paragraph,
    )
    return scene.actors()


def _countries(mentions: Sequence[Mention], first: int, cast: Cast) -> list[Candidate]:
    """The countries of participants, and the capitals that stand for them, as the participants who lead them."""
    found: list[Candidate] = []
    for mention in mentions:
        entry = mention.entry
        if mention.layer != "entities" or entry.text("kind") in ("person", "role"):
            continue
        person = cast.leader(entry.text("metonym_of") or entry.id)
        if person:
            found.append(Candidate(person, mention.first - first, mention.end - first, is_title=False))
    return found


def collectives_of(mentions: Sequence[Mention], first: int) -> list[int]:
    """The places of words such as "both leaders" among the tokens of the sentence that begins with token `first`."""
    return [
        mention.first - first
        for mention in mentions
        if (mention.layer == "modality" and mention.entry.text("class") == "collective_subject")
        or mention.id == _TOGETHER
    ]


def candidates_of(mentions: Sequence[Mention], first: int, cast: Cast, letter: str) -> list[Candidate]:
    """The participants that a sentence of side `letter` names, by name, office or bare title, in its order."""
    found: dict[int, Candidate] = {}
    others: frozenset[int] | None = None
    shared = _shared_titles(mentions, cast)
    for mention in mentions:
        person = None
        title = mention.layer == "bridge" and mention.id in TITLES
        if title:
            others = _others(mentions, cast) if others is None else others
            if others.intersection(range(mention.first, mention.end + 1)):
                continue  # "President Lukashenko", "the Ukrainian President": nobody of the cast
        if mention.layer == "entities" and mention.tokens in shared and mention.entry.text("kind") == "role":
            continue  # "the Chancellor" between two of them: whose title it is, the text tells
        if mention.layer == "entities":
            person = cast.person_of(mention.entry)
        elif title:
            person = _titled_of_country(mention, mentions, cast) or cast.titled(TITLES[mention.id], letter)
        if person:
            place = mention.first - first
            # A name or an office tells more than the bare title inside it.
            if place not in found or not title:
                found[place] = Candidate(person, place, mention.end - first, is_title=title)
    return _as_phrases([found[place] for place in sorted(found)])


def _titled_of_country(title: Mention, mentions: Sequence[Mention], cast: Cast) -> str | None:
    """Whom "the German Foreign Minister" means: the participant from the country beside the title, if he bears it."""
    entities = [mention for mention in mentions if mention.layer == "entities"]
    offices = [one.first for one in entities if one.entry.text("kind") == "role" and title.first in one.tokens]
    begins = min(offices, default=title.first)
    for mention in entities:
        is_beside = mention.entry.text("kind") == "country" and (mention.end == begins or mention.first == title.end)
        if is_beside and TITLES[title.id] in cast.titles(mention.id):
            return cast.leader(mention.id)
    return None


def _shared_titles(mentions: Sequence[Mention], cast: Cast) -> frozenset[tuple[int, ...]]:
    """The tokens of bare titles that more than one participant bears."""
    return frozenset(
        mention.tokens
        for mention in mentions
        if mention.layer == "bridge" and mention.id in TITLES and cast.is_shared(TITLES[mention.id])
    )


def _others(mentions: Sequence[Mention], cast: Cast) -> frozenset[int]:
    """The tokens that name a person, or the office of one, who is no participant."""
    return frozenset(
        token
        for mention in mentions
        if mention.layer == "entities" and cast.person_of(mention.entry) is None
        if mention.entry.text("kind") == "person" or _represented(mention.entry) or _is_office(mention.entry)
        for token in mention.tokens
    )


def _as_phrases(candidates: Sequence[Candidate]) -> list[Candidate]:
    """One candidate a phrase: "Bundeskanzlerin Angela Merkel" names her once, "Präsident Macron" means Macron."""
    phrases: list[Candidate] = []
    for candidate in candidates:
        last = phrases[-1] if phrases else None
        touching = last is not None and candidate.start <= last.end
        if last and touching and (last.is_title or candidate.is_title or candidate.person == last.person):
            name = last if candidate.is_title else candidate
            end = max(candidate.end, last.end)
            phrases[-1] = Candidate(name.person, last.start, end, is_title=name.is_title)
        else:
            phrases.append(candidate)
    return phrases


def country_of(mention: Mention) -> str:
    """The country that a person leads, an office belongs to or a capital stands for; else the mention's own id."""
    entry = mention.entry
    return entry.text("metonym_of") or entry.text("of") or entry.id


def _represented(entry: Entry) -> str | None:
    """The country for which a role, such as "the Russian President" or "the German side", speaks."""
    return entry.text("of") or None if entry.text("kind") == "role" else None


def _led(mention: Mention) -> str | None:
    """The country that an office leads; None for a minister's, for a side of a country and for what is no office."""
    entry = mention.entry
    return None if entry.id.startswith("role.side_") or entry.text("office") else _represented(entry)


def _is_office(entry: Entry) -> bool:
    return entry.text("kind") == "role" and bool(entry.text("office"))
