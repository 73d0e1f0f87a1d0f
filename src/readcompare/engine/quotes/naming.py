"""Phrases with the names that follow them, and persons who are known by their names alone later on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readcompare.engine.quotes.phrases import Phrase, Source, Words, phrases_of
from readcompare.engine.quotes.report import Report
from readcompare.engine.quotes.sources import Cast, Mark, marks_of

_NAMES = 3
"""Names that may follow an office: spokeswoman Anna Maria Roe."""
_SERVING = frozenset(["office", "official", "minister"])
_HEADS = frozenset(["office", "official", "voice", "other", "media", "minister", "title", "person"])


_BELONGING = frozenset("of for der des von vom für du de".split())
_SAME = frozenset("hauses amtes behörde zentrale ressorts".split())
"""What such a word belongs to when it is the office that spoke before."""


def named_phrases(report: Report, words: Words, cast: Cast) -> tuple[Phrase, ...]:
    """The sources of a report in order; who was introduced with an office is that office's voice from then on."""
    marks = marks_of((*report.entities, *report.attribution), cast, report.tokens)
    phrases = _with_appositions(phrases_of(marks, words, cast), words)
    known = _introduced(phrases, marks, words)
    extra = [
        Mark(place, place + 1, *known[token.norm]) for place, token in enumerate(words.tokens) if token.norm in known
    ]
    if not extra:
        return tuple(phrases)
    taken = {mark.first for mark in extra}
    rest = [mark for mark in marks if not (mark.part == "person" and mark.end - 1 in taken)]
    merged = sorted([*rest, *extra], key=lambda mark: (mark.first, mark.end))
    return tuple(_with_appositions(phrases_of(merged, words, cast), words))


def _with_appositions(phrases: Sequence[Phrase], words: Words) -> list[Phrase]:
    """The phrases with names that follow at once or are set off: "the head of the office, Anna Roe, said"."""
    named: list[Phrase] = []
    for phrase in (_with_name(one, words) for one in phrases):
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


def _introduced(phrases: Sequence[Phrase], marks: Sequence[Mark], words: Words) -> dict[str, tuple[str, str]]:
    """The last names of those who are introduced with an office, with what they are and their homes."""
    known: dict[str, tuple[str, str]] = {}
    for phrase in phrases:
        if phrase.source is Source.OFFICE and phrase.home and phrase.parts & _SERVING:
            last = words.tokens[phrase.end - 1]
            is_name = "person" in phrase.parts or not _is_marked(marks, phrase.end - 1)
            if is_name and last.raw[:1].isupper() and len(last.norm) > 3:
                known[last.norm] = ("ministry" if "ministry" in phrase.parts else "voice", phrase.home)
    return known


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


def _with_name(phrase: Phrase, words: Words) -> Phrase:
    end = phrase.end
    if not phrase.parts & _HEADS:
        return phrase
    while end < len(words.tokens) and end - phrase.end < _NAMES:
        token = words.tokens[end]
        between = words.between(end, end).strip(" .")
        is_name = token.raw[:1].isupper() or (between == "-" and end > phrase.end)
        if between not in ("", "-") or not is_name or words.quoted[end] or end in words.verbs:
            break
        if "\n" in words.between(end, end) or token.before.value == "clause":
            break
        end += 1
    if phrase.source is Source.BEFORE and phrase.parts & {"office", "official"} and _is_of_stranger(end, words):
        return replace(phrase, end=end, source=Source.OTHER)
    if end > phrase.end and phrase.parts == {"title"}:
        # A president with a name that nobody knows here is another one.
        return replace(phrase, end=end, source=Source.OTHER, home=None)
    return replace(phrase, end=end)
