"""Who is named in a report: phrases that can be the source of a statement, and whose side they are on."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from msgspec import Struct

from readcompare.engine.quotes.sources import NOUNS, Cast, Mark, titled
from readcompare.lexicon.tokens import Break, Token


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


class Phrase(Struct, frozen=True):
    """Consecutive marks that name one source."""

    first: int
    end: int
    source: Source
    home: str | None
    parts: frozenset[str]


_HEADS = frozenset(["office", "official", "voice"])
_NAMED = frozenset(["leader", "alias", "seat"])
_APART = frozenset(
    "with to against and or on from told than mit zu gegen und oder an auf über aus с со к и или против о "
    "et avec à que dass что that who which".split()
)
_SPEAKING = frozenset(["leader", "office", "official", "seat", "title", "voice"])
"""Who is another source than the media beside it."""
_MINISTERS = frozenset("minister minister's ministers министр министра министром министру".split())
_PERSONAL = frozenset(["leader", "person", "voice"])
_WHERE = frozenset("in im at в во".split())
_PERSONS = frozenset("he she er sie он она il elle".split())
_SERVING = frozenset(["office", "official"])
"""An adviser to somebody, a secretary to somebody."""
_CONNECTORS = frozenset(
    "of the for a an at in der die das dem den des von vom im in für beim du de la le des в при по".split()
)
_WIDEST = 2
"""Tokens between two marks of one phrase."""


class Words(Struct, frozen=True):
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
    """Whether the mark goes on with the phrase of the group."""
    last = group[-1]
    if mark.first < last.end:
        return True
    if {mark.part, last.part} & {"pronoun", "there"} or mark.first - last.end > _WIDEST:
        return False
    if mark.part == "possessive" and last.part != "possessive":
        return False
    return _is_close(last, mark, words) and _is_one(group, mark, cast)


def _is_close(last: Mark, mark: Mark, words: Words) -> bool:
    """Whether nothing divides the two marks: no sign, no verb, no preposition but one of belonging."""
    if any(char in ',;:()[]–—"“”„«»‘\n' for char in words.between(last.end, mark.first)):
        return False
    inner = range(last.end, mark.first)
    if last.part in _PERSONAL and mark.part in _SERVING and words.tokens[mark.first].norm >= "а":
        return False  # in Russian an office stands before its holder
    if last.part in _PERSONAL and any(words.tokens[place].norm in _WHERE for place in inner):
        return False
    if last.part in _SERVING and [words.tokens[place].norm for place in inner] == ["to"]:
        return True
    plain = [words.tokens[place] for place in inner if not words.tokens[place].raw[:1].isupper()]
    divided = (
        any(words.tokens[place].before is Break.CLAUSE for place in range(last.end, mark.first + 1))
        or (mark.part not in NOUNS and any(token.norm not in _CONNECTORS for token in plain))
        or any(place in words.verbs or words.tokens[place].norm in _APART for place in inner)
    )
    return not divided


def _is_one(group: Sequence[Mark], mark: Mark, cast: Cast) -> bool:
    """Whether the mark names the same side as the group; two leaders side by side are two sources."""
    if mark.part == "leader" and group[-1].part == "leader":
        return mark.home == group[-1].home
    if mark.part == "media" and {one.part for one in group} & _SPEAKING:
        return False
    if "media" in {one.part for one in group} and mark.part in _SPEAKING:
        return False
    if mark.part not in _NAMED:
        return True
    held = [one.home for one in group if one.home and one.part in _NAMED]
    return not held or mark.home in held or not cast.has(mark.home)


def _phrase(group: Sequence[Mark], words: Words, cast: Cast) -> Phrase:
    parts = frozenset(mark.part for mark in group)
    homes = [mark.home for mark in group if mark.home]
    home = next((one for one in homes if cast.has(one)), homes[0] if homes else None)
    first, end = min(mark.first for mark in group), max(mark.end for mark in group)
    if not cast.has(home) and "person" in parts and parts - {"person"} <= _SERVING and _is_namesake(group, words):
        parts, home = parts - {"person"}, None
    if "chief" in parts and home and "".join(token.norm for token in words.tokens[end : end + 1]) == "государства":
        parts, end = (parts - {"chief"}) | {"title"}, end + 1  # «глава азербайджанского государства»
    if parts & {"pronoun"} and words.tokens[first].norm in _PERSONS:
        parts |= {"he"}
    source = _source(group, parts, home, words, cast)
    if source is Source.LEADER and home is None:
        home = titled(next(mark.title for mark in group if mark.title), cast)
        bearer = Source.OFFICE if parts & _HEADS else Source.LEADER
        source = bearer if home else Source.BEFORE
    if cast.ministers and parts == {"other"} and words.tokens[first].norm in _MINISTERS:
        parts, source = frozenset(["title"]), Source.BEFORE  # one of the two who talked
    if source is Source.OFFICE and not cast.has(home):
        source = Source.OTHER
    if source is Source.OTHER and _is_secondary(parts, home, cast):
        return Phrase(first, end, Source.OFFICE, home, parts | {"ministry"})
    return Phrase(first, end, source, home, parts)


def _source(  # noqa: PLR0911 - one answer a kind of source, the order is the rule
    group: Sequence[Mark], parts: frozenset[str], home: str | None, words: Words, cast: Cast
) -> Source:
    if parts & {"pronoun", "there"}:
        return Source.BEFORE
    known = cast.has(home) or home is None
    if {"media", "paper"} <= parts and "other" not in parts and home and known:
        return Source.OFFICE  # the state's own agency, which publishes what its leader says
    if parts & {"other", "media"} or not known or (parts & {"minister", "ministry"} and not _is_ministry(parts, cast)):
        return Source.OTHER
    if "alias" in parts:
        return Source.OFFICE
    if "minister" in parts:
        return Source.LEADER if home else Source.BEFORE
    if "chief" in parts and not parts & {"leader", "office", "official", "title", "voice"}:
        return Source.LEADER if "seat" in parts and home else Source.OTHER
    if parts & {"person", "organisation"} and not parts & (_HEADS | {"leader", "seat"}):
        return Source.OTHER
    if parts & {"office", "official", "voice", "paper", "ministry"}:
        return _office(group, parts, home, words, cast)
    if "leader" in parts or ("title" in parts and parts <= {"title", "country", "city", "chief", "possessive"}):
        return Source.LEADER
    if _is_part_of_name(group, words):
        return Source.OTHER
    return Source.OFFICE if home else Source.LEADER if "title" in parts else Source.OTHER


def _is_namesake(group: Sequence[Mark], words: Words) -> bool:
    """True for a known last name behind a first name that is not known with it: "spokesman Jay Carney"."""
    last = group[-1]
    if len(group) == 1 or last.part != "person" or last.end - last.first != 1 or last.first == 0:
        return False
    before = last.first - 1
    return words.tokens[before].raw[:1].isupper() and not any(mark.first <= before < mark.end for mark in group)


def _is_secondary(parts: frozenset[str], home: str | None, cast: Cast) -> bool:
    """True for the foreign minister of a side: he speaks for it when its leader's office does not."""
    return "minister" in parts and not parts & {"other", "media"} and cast.homes is not None and cast.has(home)


def _is_ministry(parts: frozenset[str], cast: Cast) -> bool:
    return cast.ministers or ("ministry" in parts and "minister" not in parts)


def _office(group: Sequence[Mark], parts: frozenset[str], home: str | None, words: Words, cast: Cast) -> Source:
    if home:
        return Source.OFFICE
    if "title" in parts:
        title = next(mark.title for mark in group if mark.title)
        return Source.LEADER if titled(title, cast) else Source.BEFORE
    if "organisation" in parts:
        return Source.OTHER
    if parts <= {"official"} and len(group) == 1 and not _is_definite(group[0].first, words):
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
