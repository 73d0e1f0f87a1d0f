"""How long the call was, according to a sentence: minutes, whatever words say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readcompare.model.text import Excerpt, Sentence, Span

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "half": 0.5,
    "ein": 1, "eine": 1, "einer": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4, "zehn": 10, "fünfzehn": 15,
    "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfundvierzig": 45, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
    "fünfundsiebzig": 75, "achtzig": 80, "neunzig": 90, "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5,
    "halb": 0.5, "halbe": 0.5, "halbes": 0.5, "fünf": 5, "fünfundzwanzig": 25, "fünfunddreißig": 35,
    "dreiviertel": 0.75,
    "один": 1, "одного": 1, "два": 2, "двух": 2, "три": 3, "трех": 3, "полтора": 1.5, "полутора": 1.5,
    "десять": 10, "пятнадцать": 15, "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50,
    "шестьдесят": 60, "семьдесят": 70, "восемьдесят": 80, "девяносто": 90,
    "une": 1, "un": 1, "deux": 2, "trois": 3, "quinze": 15, "trente": 30, "quarante": 40, "cinquante": 50,
}  # fmt: skip
_UNITS = ("hour", "heure", "minut", "minüt", "stund", "stünd", "час", "минут")
"""Of these letters a length of time has some: most sentences have none, and looking for them is soon done."""
# Any word may stand in the place of the number, as it is quicker to look it up afterwards than to ask for each.
_DURATION = re.compile(
    r"""
    (?P<bare>полчаса|(?<=почти\s)час(?!\w)|(?<=около\s)часа(?!\w)|demi-heure|half-hour|half\s+an\s+hour
      |three[\s-]quarters\s+of\s+an\s+hour)
    | (?<![\w.,])(?:(?P<digits>\d+(?:[.,]\d+)?)|(?P<word>[^\W\d_]+(?:-five)?))
    (?P<between>\s+and\s+a\s+half|\s+с\s+половиной)?[\s-]*
    (?P<unit>hours?|minutes?|stunden?|stündig\w*|minuten?|minütig\w*|час(?!т)\w*|минут\w*|heures?)(?!\w)
    (?!\s+(?:et\s+quart|dix|quinze|vingt|trente|quarante|cinquante))
    (?:(?P<half>\s+and\s+a\s+half|\s+с\s+половиной|\s+et\s+demie)
      | (?:\s*(?:,|and|und|и|et))?\s+(?P<rest>\d{1,2})[\s-]*(?:minutes?|minuten|минут\w?|min)(?!\w))?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "17h30" may be a time of day. So what is written like one must be told as a length: "lasted 1h45", "1:45 Stunden".
_CLOCK = re.compile(
    r"""
    (?<![\w.,:])(?P<hours>\d)(?:\s?h\s?|\s?Std\.?\s|:)(?P<minutes>[0-5]\d)(?!\d)
    (?:\s?(?P<unit>Stunden\b|(?:mn?|min|Min|Std)\b\.?))?
    """,
    re.VERBOSE,
)
_TOOK = re.compile(
    r".*\b(?:lasted|took|for|dauerte|sprachen|duré|pendant|длил\w+|продолжал\w+)\W+(?:\w+\W+){0,2}\Z",
    re.IGNORECASE | re.DOTALL,
)
# "The four-hour pause" is no length of the call, "the four-hour conversation" is.
_ADJECTIVE = re.compile(
    r".*(?:-(?:hour|minute)|stündig\w*|minütig\w*|часов\w{2,3}|минутн\w+)", re.IGNORECASE | re.DOTALL
)
# The next two are needed by few texts, so they are compiled when one does.
_TALK = (
    r"\W+(?:\w+\W+){0,2}?(?:call|phone|telephone|conversation|talk|discussion|exchange|meeting|gespräch|telefon|"
    r"unterredung|treffen|разговор|беседа|беседе|беседу|беседы|переговор|встреч|entretien|conversation|échange)"
)
_OPENING = 2
# "The call lasted 45 minutes", "Das Gespräch dauerte", "Беседа длилась", "L'entretien a duré".
_LASTED = (
    r"(?:\w+['’]?\s*)?(?:(?:phone|telephone)\s+)?(?:call|conversation|talks?|gespräch|telefonat|telefongespräch|unterredung|"
    r"разговор|беседа|entretien|conversation)\s+(?:lasted|took|dauerte|длил\w+|продлил\w+|продолжал\w+|a\s+duré)"
)
_BARE = {"час": 60.0, "часа": 60.0, "three": 45.0}
"""Minutes that are told without a number, by the first word; all others are half an hour."""
_LONGEST = 600
"""Minutes: whoever is given more time has something else than the call in mind."""


def durations(text: str, within: Span) -> list[tuple[int, Span]]:
    """The lengths of time in `within` that a conversation may have, in minutes, and where they stand."""
    found = list(_like_a_clock(text, within))
    folded = within.of(text).lower()
    if not any(unit in folded for unit in _UNITS):
        return found
    place = within.start
    while match := _DURATION.search(text, place, within.end):
        word = match["word"]
        if word and word.lower() not in _NUMBERS:
            place = match.end("word")
            continue
        place = match.end()
        minutes = _minutes(match)
        after = text[place : within.end]
        is_theirs = not _ADJECTIVE.fullmatch(match.group()) or re.match(_TALK, after, re.IGNORECASE)
        is_told = any(span.end > match.start() for _, span in found)
        if 0 < minutes <= _LONGEST and is_theirs and not is_told:
            found.append((round(minutes), Span(*match.span())))
    return found


def _like_a_clock(text: str, within: Span) -> Iterator[tuple[int, Span]]:
    """What is written like a time of day and told as a length."""
    for match in _CLOCK.finditer(text, within.start, within.end):
        unit = (match["unit"] or "").lower()
        if unit.startswith("s") or _TOOK.match(text, within.start, match.start()):
            yield 60 * int(match["hours"]) + int(match["minutes"]), Span(*match.span())


def call_lengths(text: str, sentences: Sequence[Sentence], above: int) -> list[tuple[int, Excerpt]]:
    """Minutes that the call may have taken and where it is said, the likeliest first.

    The first two sentences below `above` headings speak of the call; a later one must say that the call or the talk
    lasted so long.
    """
    return [
        (minutes, Excerpt(sentence.id, place))
        for number, sentence in enumerate(sentences)
        for minutes, place in durations(text, sentence.span)
        if number < above + _OPENING or re.match(_LASTED, sentence.span.of(text), re.IGNORECASE)
    ]


def _minutes(match: re.Match[str]) -> float:
    bare = match["bare"]
    if bare:
        return _BARE.get(bare.lower().split()[0].split("-")[0], 30.0)
    number = float(match["digits"].replace(",", ".")) if match["digits"] else float(_NUMBERS[match["word"].lower()])
    if match["half"] or match["between"]:
        number += 0.5
    if match["unit"][0].lower() not in "hsч":
        return number
    return 60 * number + int(match["rest"] or 0)
