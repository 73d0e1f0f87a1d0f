"""Phrases with the names that follow them, and persons who are known by their names alone later on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from readcompare.engine.quotes.phrases import Phrase, Source, Words, phrases_of
from readcompare.engine.quotes.report import Report
from readcompare.engine.quotes.sources import Cast, Mark, marks_of

_OPENING = 6
"""Statements in which a report says who talked with whom."""
_NAMES = 3
"""Names that may follow an office: spokeswoman Anna Maria Roe."""
_SERVING = frozenset(["office", "official", "minister"])
_HEADS = frozenset(["office", "official", "voice", "other", "media", "minister", "title", "person"])


_BELONGING = frozenset("of for der des von vom für du de".split())
_SAME = frozenset(
    "hauses amtes behörde zentrale ressorts landes staates republik nation country republic state".split()
)
"""What such a word belongs to when it is the office that spoke before."""


def named_phrases(report: Report, words: Words, cast: Cast) -> tuple[Phrase, ...]:
    """The sources of a report in order; who was introduced with an office is known by the name alone from then on."""
    marks = marks_of((*report.entities, *report.attribution), cast, report.tokens)
    opening = report.statements[: _OPENING + 1][-1].first if report.statements else 0
    namer = _Namer(words, cast, opening)
    known = _introduced(namer, namer.named(phrases_of(marks, words, cast)), marks)
    others = {n: mark.home for mark in marks if mark.part == "person" for n in range(mark.first, mark.end)}
    extra = [
        Mark(place, place + 1, part, home)
        for place, token in enumerate(words.tokens)
        if token.raw[:1].isupper()
        for name, (part, home) in known.items()
        if _is_form(token.norm, name) and (token.norm == name or others.get(place, home) == home)
    ]
    if not extra:
        return tuple(namer.named(phrases_of(marks, words, cast)))
    taken = {mark.first for mark in extra}
    rest = [mark for mark in marks if not (mark.part == "person" and mark.end - 1 in taken)]
    merged = sorted([*rest, *extra], key=lambda mark: (mark.first, mark.end))
    return tuple(namer.named(phrases_of(merged, words, cast)))


def _is_form(word: str, name: str) -> bool:
    """Whether a word is a name, also in the second case or, in Russian, in any other."""
    if word in (name, f"{name}s", f"{name}'s"):
        return True
    stem = name[: max(4, len(name) - 2)]
    return not name.isascii() and len(name) > 4 and abs(len(word) - len(name)) <= 3 and word.startswith(stem)


class _Namer:
    """Gives phrases the names that follow them."""

    def __init__(self, words: Words, cast: Cast, opening: int) -> None:
        self.words = words
        self.opening = opening
        known = {home for person, home in cast.persons.items() if not person.startswith("role.")}
        self.nameless = frozenset(home for home in cast.homes or () if home not in known)

    def named(self, phrases: Sequence[Phrase]) -> list[Phrase]:
        """The phrases with names that follow at once or are set off: "the head of the office, Anna Roe, said"."""
        return _with_appositions([self._with_name(phrase) for phrase in phrases], self.words)

    def _with_name(self, phrase: Phrase) -> Phrase:
        if not phrase.parts & _HEADS:
            return phrase
        end = _end_of_name(phrase.end, self.words)
        if (
            phrase.source is Source.BEFORE
            and phrase.parts & {"office", "official"}
            and _is_of_stranger(end, self.words)
        ):
            return replace(phrase, end=end, source=Source.OTHER)
        if phrase.parts == {"title"} and _is_of_stranger(end, self.words):
            return replace(phrase, end=end, source=Source.OTHER, home=None)
        if end > phrase.end and phrase.parts == {"title"} and not self._is_introduced(phrase):
            # A president with a name that nobody knows here is another one.
            return replace(phrase, end=end, source=Source.OTHER, home=None)
        return replace(phrase, end=end)

    def part(self, phrase: Phrase) -> str:
        """What the name of somebody with that office says later on; an empty word when it says nothing."""
        if phrase.source is Source.OFFICE and phrase.parts & _SERVING:
            return "ministry" if "ministry" in phrase.parts else "voice"
        is_leader = phrase.source is Source.LEADER and "title" in phrase.parts
        return "leader" if is_leader and self._is_introduced(phrase) else ""

    def _is_introduced(self, phrase: Phrase) -> bool:
        """True for a leader of a side whom no lexicon knows, where the report says who talked."""
        return phrase.first < self.opening and phrase.home in self.nameless


def _with_appositions(phrases: Sequence[Phrase], words: Words) -> list[Phrase]:
    named: list[Phrase] = []
    for phrase in phrases:
        last = named[-1] if named else None
        if last and last.parts & _SERVING and phrase.parts <= {"person"} and _is_set_off(last.end, phrase, words):
            named[-1] = replace(last, end=phrase.end, parts=last.parts | phrase.parts)
        else:
            named.append(phrase)
    return named


def _is_set_off(end: int, phrase: Phrase, words: Words) -> bool:
    """Whether a name stands between commas behind the token before `end`, with first names that nobody knows."""
    names = words.tokens[end : phrase.first]
    return (
        words.between(end, end).strip() == ","
        and words.between(phrase.end, phrase.end).strip() == ","
        and all(name.raw[:1].isupper() for name in names)
        and not any(words.between(place, place).strip() for place in range(end + 1, phrase.first + 1))
    )


def _introduced(namer: _Namer, phrases: Sequence[Phrase], marks: Sequence[Mark]) -> dict[str, tuple[str, str]]:
    """The last names of those who are introduced with an office, with what they are and their homes."""
    known = dict(_surnames(namer.words, marks))
    for phrase in phrases:
        part = namer.part(phrase)
        if part and phrase.home:
            last = namer.words.tokens[phrase.end - 1]
            is_name = "person" in phrase.parts or not _is_marked(marks, phrase.end - 1)
            if is_name and last.raw[:1].isupper() and len(last.norm) > 3:
                known[last.norm] = (part, phrase.home)
    return known


def _surnames(words: Words, marks: Sequence[Mark]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The last names of leaders, since lexicons keep many names with their first names only, and not in every case."""
    titles = {words.tokens[mark.end - 1].norm for mark in marks if mark.title}
    for mark in marks:
        last = words.tokens[mark.end - 1]
        if (
            mark.part == "leader"
            and last.norm not in titles
            and mark.home
            and last.raw[:1].isupper()
            and len(last.norm) > 3
        ):
            yield last.norm, ("leader", mark.home)


def _is_marked(marks: Sequence[Mark], place: int) -> bool:
    return any(mark.first <= place < mark.end for mark in marks)


def _is_of_stranger(end: int, words: Words) -> bool:
    """True when an office is somebody's whom nobody knows here: a spokesman for Amnesty."""
    if end >= len(words.tokens) or words.tokens[end].norm not in _BELONGING:
        return False
    for place in range(end, min(end + 4, len(words.tokens))):
        token = words.tokens[place]
        if words.between(place, place).strip() or words.quoted[place] or place in words.verbs:
            return False
        if token.raw[:1].isupper():
            return token.norm not in _SAME
    return False


def _end_of_name(end: int, words: Words) -> int:
    """Where the names end that follow the token before `end`."""
    begin = end
    while end < len(words.tokens) and end - begin < _NAMES:
        token = words.tokens[end]
        between = words.between(end, end).strip(" .")
        is_name = token.raw[:1].isupper() or (between == "-" and end > begin)
        if between not in ("", "-") or not is_name or words.quoted[end] or end in words.verbs:
            break
        if "\n" in words.between(end, end) or token.before.value == "clause":
            break
        end += 1
    return end
