"""Who is named in a report: phrases that can be the source of a statement, and whose side they are on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from readcompare.engine.acts import titles_of
from readcompare.lexicon.matcher import Entry, Mention
from readcompare.lexicon.tokens import Break, Token
from readcompare.model.text import Span


class Source(Enum):
    """What a phrase is as the source of a statement."""

    OFFICE = "office"
    """An office that speaks for a government."""
    LEADER = "leader"
    """Who took part in the conversation."""
    OTHER = "other"
    """Somebody who speaks for neither side."""
    BEFORE = "before"
    """Whoever spoke before: "it", "the statement", "there"."""


@dataclass(frozen=True, slots=True)
class Cast:
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


@dataclass(frozen=True, slots=True)
class Mark:
    """One mention that says something about a source."""

    first: int
    """Index of its first token."""
    end: int
    part: str
    """What it is: leader, person, country, seat, city, organisation, alias, or a `part` of the attribution lexicon."""
    home: str | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Consecutive marks that name one source."""

    first: int
    end: int
    source: Source
    home: str | None
    parts: frozenset[str]


_MINISTRIES = {
    "russian_mfa": "russia",
    "foreign_office_de": "germany",
    "state_department": "usa",
    "quai_ministry": "france",
    "fcdo": "uk",
    "indian_mea": "india",
}
_GOVERNMENTS = {"federal_government": "germany", "russian_government": "russia", "us_nsc": "usa"}
_NOUNS = frozenset("office paper official ministry minister other voice title pronoun there possessive chief".split())
_HEADS = frozenset(["office", "official", "voice"])
_APART = frozenset(
    "with to against and or on from told than mit zu gegen und oder an auf über aus von_ с со к и или против о "
    "et avec à que dass что that who which".split()
)
_CONNECTORS = frozenset(
    "of the for a an at in der die das dem den des von vom im in für beim du de la le des в при по".split()
)
_WIDEST = 2
"""Tokens between two marks of one phrase."""


def marks_of(mentions: Iterable[Mention], cast: Cast, tokens: Sequence[Token]) -> list[Mark]:
    """What the mentions say about sources, by place; where they overlap the longer one counts."""
    found = [mark for mention in mentions if (mark := _mark(mention, cast))]
    # "The chancellor's office" is that of the side that has a chancellor, whatever country the lexicon thinks of first.
    titled = {place for mark in found if _titled(mark.title, cast) for place in range(mark.first, mark.end)}
    found = [
        mark
        for mark in found
        if mark.title
        or not (mark.first in titled and not cast.has(mark.home or "-"))
        or mark.part not in ("leader", "seat")
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
        return Mark(mention.first, mention.end, part, home, entry.text("title")) if part in _NOUNS else None
    if mention.layer != "entities":
        return None
    part, home = _entity(entry, cast)
    return Mark(mention.first, mention.end, part, home) if part else None


def _entity(entry: Entry, cast: Cast) -> tuple[str, str | None]:
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
            if entry.id in _MINISTRIES:
                return "ministry", _MINISTRIES[entry.id]
            if entry.id in _GOVERNMENTS or entry.id.endswith("_government"):
                return "seat", _GOVERNMENTS.get(entry.id, home)
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


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a report, and what divides them."""

    text: str
    tokens: Sequence[Token]
    quoted: Sequence[bool]
    """For each token whether it stands in quotation marks."""
    verbs: frozenset[int]
    """Indices of the tokens of verbs of saying and other cues, which divide phrases."""
    women: frozenset[int]
    """Indices of the tokens of names of women."""

    def between(self, end: int, first: int) -> str:
        """The characters between the token before `end` and the token `first`."""
        start = self.tokens[end - 1].span.end if end else 0
        stop = self.tokens[first].span.start if first < len(self.tokens) else len(self.text)
        return self.text[start : max(start, stop)]

    def gap(self, end: int, first: int) -> Span:
        """The same as a place."""
        return Span(self.tokens[end - 1].span.end, max(self.tokens[end - 1].span.end, self.tokens[first].span.start))


def phrases_of(marks: Sequence[Mark], words: Words, cast: Cast) -> tuple[Phrase, ...]:
    """The sources outside quotation marks, in order."""
    groups: list[list[Mark]] = []
    for mark in marks:
        if words.quoted[mark.first]:
            continue
        if groups and _joined(groups[-1], mark, words, cast):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    found = (_phrase(group, words, cast) for group in groups)
    return tuple(phrase for phrase in found if phrase.parts != {"possessive"})


def _joined(group: Sequence[Mark], mark: Mark, words: Words, cast: Cast) -> bool:
    last = group[-1]
    if mark.first < last.end:
        return True
    if mark.part in ("pronoun", "there") or last.part in ("pronoun", "there") or mark.first - last.end > _WIDEST:
        return False
    if mark.part == "possessive" and last.part != "possessive":
        return False
    if any(char in ',;:()[]–—"“”„«»‘\n' for char in words.between(last.end, mark.first)):
        return False
    if any(words.tokens[place].before is Break.CLAUSE for place in range(last.end, mark.first + 1)):
        return False
    inner = range(last.end, mark.first)
    plain = [words.tokens[place] for place in inner if not words.tokens[place].raw[:1].isupper()]
    if mark.part not in _NOUNS and any(token.norm not in _CONNECTORS for token in plain):
        return False
    if any(place in words.verbs or words.tokens[place].norm in _APART for place in inner):
        return False
    if mark.part == "leader" and last.part == "leader":
        return mark.home == last.home
    held = [one.home for one in group if one.home and one.part in ("leader", "alias", "seat")]
    strange = mark.part in ("leader", "alias", "seat") and bool(held) and mark.home not in held
    return not (strange and cast.has(mark.home))


def _phrase(group: Sequence[Mark], words: Words, cast: Cast) -> Phrase:
    parts = frozenset(mark.part for mark in group)
    homes = [mark.home for mark in group if mark.home]
    home = next((one for one in homes if cast.has(one)), homes[0] if homes else None)
    first, end = min(mark.first for mark in group), max(mark.end for mark in group)
    source = _source(group, parts, home, words, cast)
    if source is Source.LEADER and home is None:
        home = _titled(next(mark.title for mark in group if mark.title), cast)
        bearer = Source.OFFICE if parts & _HEADS else Source.LEADER
        source = bearer if home else Source.BEFORE
    if source is Source.OFFICE and not cast.has(home):
        source = Source.OTHER
    return Phrase(first, end, source, home, parts)


def _source(group: Sequence[Mark], parts: frozenset[str], home: str | None, words: Words, cast: Cast) -> Source:
    if parts & {"pronoun", "there"}:
        return Source.BEFORE
    known = cast.has(home) or home is None
    if "other" in parts or not known or (parts & {"minister", "ministry"} and not _is_ministry(parts, cast)):
        return Source.OTHER
    if "alias" in parts:
        return Source.OFFICE
    if "minister" in parts:
        return Source.LEADER if home else Source.BEFORE
    if "chief" in parts and not parts & {"leader", "office", "voice"}:
        return Source.LEADER if "seat" in parts and home else Source.OTHER
    if parts & {"person", "organisation"} and not parts & (_HEADS | {"leader", "seat"}):
        return Source.OTHER
    if parts & {"office", "official", "voice", "paper", "ministry"}:
        return _office(group, parts, home, words, cast)
    if "leader" in parts or parts <= {"title"}:
        return Source.LEADER
    if _is_part_of_name(group, words):
        return Source.OTHER
    return Source.OFFICE if home else Source.LEADER if "title" in parts else Source.OTHER


def _is_ministry(parts: frozenset[str], cast: Cast) -> bool:
    return cast.ministers or ("ministry" in parts and "minister" not in parts)


def _office(group: Sequence[Mark], parts: frozenset[str], home: str | None, words: Words, cast: Cast) -> Source:
    if home:
        return Source.OFFICE
    if "title" in parts:
        title = next(mark.title for mark in group if mark.title)
        return Source.LEADER if _titled(title, cast) else Source.BEFORE
    if parts <= {"official"} and not _is_definite(group[0].first, words):
        return Source.OTHER
    return Source.BEFORE


def _is_definite(first: int, words: Words) -> bool:
    before = words.tokens[first - 1].norm if first else ""
    return before in ("the", "der", "die", "das", "dem", "den", "senior", "same")


def _is_part_of_name(group: Sequence[Mark], words: Words) -> bool:
    """True for a place inside the name of something else: the Carnegie Moscow Center, the Berlin Institute."""
    first, end = group[0].first, group[-1].end
    for place, gap in ((first - 1, (first, first)), (end, (end, end))):
        if not 0 <= place < len(words.tokens) or words.quoted[place] or place in words.verbs:
            continue
        token = words.tokens[place]
        apart = words.between(*gap)
        starts = place == 0 or words.tokens[place].before is Break.CLAUSE or "\n" in words.between(place, place)
        if token.raw[:1].isupper() and not apart.strip() and "\n" not in apart and not starts:
            return words.tokens[first].raw.isascii() and "alias" not in {mark.part for mark in group}
    return False


def _titled(title: str, cast: Cast) -> str | None:
    """The only side whose leader bears the title."""
    homes = sorted(cast.homes or ())
    bearing = [home for home in homes if title in titles_of(home)]
    return bearing[0] if len(bearing) == 1 else None
