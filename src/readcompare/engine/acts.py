"""Who does what in a sentence: the actor among the participants, and the reporting verbs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from readcompare.lexicon.matcher import Entry, Mention
from readcompare.lexicon.tokens import Token

# Titles that stand for a participant once a text has tied them to his or her name.
_TITLES = {
    "president_c": "president",
    "prime_minister_c": "prime minister",
    "chancellor_c": "chancellor",
}
# A text says in its first sentences that there was a call, a talk or a meeting, and who took part.
_OPENING_SENTENCES = 2
_CONTACT = frozenset(
    [("verbs", "speak_by_phone"), ("bridge", "conversation"), ("bridge", "meeting"), ("bridge", "contact_c")]
)
_REPORTED_FORCE = 3.0
_PRONOUNS = frozenset("he she er sie он она ihm ihr им ею il elle".split())
# Roles that name a country's leader without a name.
_ROLE_OF = {
    "role.chancellor": "germany",
    "role.president_ru": "russia",
    "role.president_ua": "ukraine",
    "role.president_fr": "france",
    "role.president_us": "usa",
    "role.side_ru": "russia",
    "role.side_de": "germany",
    "role.side_ua": "ukraine",
}


@dataclass(frozen=True, slots=True)
class Cast:
    """The participants of the call, as lexicon entities."""

    persons: Mapping[str, str]
    """Entity id of each participant and the country that he or she leads; never changed."""
    homes: Mapping[str, str]
    """The country that publishes each side, by the side's letter; a side of unknown home is left out."""

    def is_principal(self, entry: Entry) -> bool:
        """True for a participant, a participant's office, country or seat of government."""
        countries = set(self.persons.values())
        home = entry.text("metonym_of", entry.id)
        return entry.id in self.persons or home in countries or _ROLE_OF.get(entry.id) in countries

    def person_of(self, entry: Entry) -> str | None:
        """The participant whom an entity or a role names."""
        if entry.id in self.persons:
            return entry.id
        return self.leader(_ROLE_OF.get(entry.id))

    def leader(self, country: str | None) -> str | None:
        """The participant from `country`."""
        return next((person for person, home in self.persons.items() if home == country), None)


@dataclass(frozen=True, slots=True)
class Act:
    """What a sentence reports."""

    actors: frozenset[str]
    """The participants who act; all of them for a joint act, none when the text does not say."""
    verbs: frozenset[str]
    """Ids of the reporting verbs."""
    force: float
    """Greatest force of its verbs, 0..10; 3 without any."""
    opening: bool
    """True when it reports that the call took place."""
    joint: bool
    """True when it speaks of the participants together."""
    impersonal: bool
    """True when the act has no stated actor."""


def cast_of(names: Iterable[Sequence[Mention]], sides: Mapping[str, Sequence[Mention]]) -> Cast:
    """The cast from the mentions in each participant's name and in each side's name (or first sentence)."""
    persons: dict[str, str] = {}
    for mentions in names:
        for mention in mentions:
            entry = mention.entry
            if mention.layer == "entities" and entry.text("kind") == "person":
                persons.setdefault(entry.id, entry.text("of", entry.id))
    homes: dict[str, str] = {}
    countries = set(persons.values())
    for letter, mentions in sides.items():
        found = [country_of(mention) for mention in mentions if mention.layer == "entities"]
        home = next((country for country in found if country in countries), None)
        if home:
            homes[letter] = home
    for letter, other in (("A", "B"), ("B", "A")):
        rest = countries - set(homes.values())
        if letter not in homes and other in homes and len(rest) == 1:
            homes[letter] = rest.pop()
    return Cast(persons, homes)


def acts_of(
    mentions: Sequence[Mention], tokens: Sequence[Token], cast: Cast, letter: str, before: Sequence[Act]
) -> Act:
    """What the sentence with these mentions and tokens reports; `before` are the acts of the sentences before it."""
    verbs = [mention for mention in mentions if mention.layer == "verbs"]
    persons = [
        (mention, person)
        for mention in mentions
        if mention.layer == "entities" and (person := cast.person_of(mention.entry))
    ]
    classes = {mention.entry.text("class") for mention in mentions if mention.layer == "modality"}
    impersonal = "impersonal" in classes
    forces = [mention.entry.number("force", 3.0) for mention in verbs]
    named = {person for _, person in persons}
    opening = (
        len(before) < _OPENING_SENTENCES
        and any((mention.layer, mention.id) in _CONTACT for mention in mentions)
        and max(forces, default=0) <= _REPORTED_FORCE
        and (len(named) > 1 or bool(named - {cast.leader(cast.homes.get(letter))}))
    )
    joint = "collective_subject" in classes
    actors: frozenset[str] = frozenset(cast.persons) if joint else frozenset()
    if not joint and not opening:
        first_verb = min((mention.span.start for mention in verbs), default=None)
        subject = [p for m, p in persons if first_verb is None or m.span.start < first_verb]
        title = [cast.leader(cast.homes.get(letter))] if _title(mentions, first_verb) else []
        if subject:
            actors = frozenset(subject[:1])
        elif impersonal:
            actors = frozenset()
        elif title and title[0]:
            actors = frozenset([title[0]])
        elif before and any(token.norm in _PRONOUNS for token in tokens[:6]):
            actors = before[-1].actors
        elif persons:
            actors = frozenset([persons[0][1]])
    return Act(
        actors=actors,
        verbs=frozenset(mention.entry.id for mention in verbs),
        force=max(forces, default=3.0),
        opening=opening,
        joint=joint,
        impersonal=impersonal and not actors,
    )


def _title(mentions: Sequence[Mention], before: int | None) -> bool:
    """True when a bare title stands before the first verb."""
    return any(
        mention.layer == "bridge" and mention.entry.id in _TITLES and (before is None or mention.span.start < before)
        for mention in mentions
    )


def country_of(mention: Mention) -> str:
    """The country that a person leads, an office belongs to or a capital stands for; else the mention's own id."""
    entry = mention.entry
    return entry.text("metonym_of") or entry.text("of") or _ROLE_OF.get(entry.id, entry.id)
