"""Numbers, dates and years in one form for all languages: 9 August, 9. August and 9 августа are one date."""

from __future__ import annotations

import re

from msgspec import Struct

from readcompare.model.text import Span

_MONTHS = (
    r"jan(?:uar|uary|\b)|январ\w*|janvier",
    r"feb(?:ruar|ruary|\b)|феврал\w*|février",
    r"mar(?:ch|\b)|märz|март\w*|mars",
    r"apr(?:il|\b)|апрел\w*|avril",
    r"may|mai|ма[йяею]",
    r"june?|juni|июн\w*|juin",
    r"july?|juli|июл\w*|juillet",
    r"aug(?:ust|\b)|август\w*|août",
    r"sept?(?:ember|\b)|сентябр\w*|septembre",
    r"o[ck]t(?:ober|\b)|октябр\w*|octobre",
    r"nov(?:ember|\b)|ноябр\w*|novembre",
    r"de[cz](?:ember|\b)|декабр\w*|décembre",
)
_MONTH = "|".join(f"(?P<m{number}>{pattern})" for number, pattern in enumerate(_MONTHS, start=1))
_MONTH_AFTER = re.sub(r"\?P<m(\d+)>", r"?P<n\1>", _MONTH)
# What multiplies the number before it. A German Billion is a thousand English ones, which only its plural tells.
_SCALES = (
    (r"тыс\w*|thousands?|tausende?n?|tsd|mille", 1e3),
    (r"млн|миллион\w*|million\w*|mio|mln|mn", 1e6),
    (r"трлн|триллион\w*|trillions?|billionen", 1e12),
    (r"млрд|миллиард\w*|billions?|milliard\w*|mrd|mld|bn", 1e9),
)
_SCALE = "|".join(f"(?P<s{power}>{pattern})" for power, (pattern, _) in enumerate(_SCALES))
_QUANTITY = re.compile(
    rf"""
    (?<![\w.])(?P<day0>\d{{1,2}})\.(?P<month0>\d{{1,2}})\.(?:(?P<year0>\d{{4}}|\d{{2}})(?!\w)|(?=\s+(?-i:[a-zа-яё])))
    | (?<!\w)(?P<day1>\d{{1,2}})(?:\.|st|nd|rd|th|-?го|er)?\s+(?:of\s+)?(?:{_MONTH})(?!\w)
    | (?<!\w)(?:{_MONTH_AFTER})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:])
    | (?<!\w)(?P<year>(?:19|20)\d\d)(?![\w:])
    | (?<!\w)(?P<number>\d{{1,3}}(?:[.,\s]\d{{3}}){{1,4}}(?!\d)|\d+(?:[.,:]\d+)?)
      (?:\s*-?(?:{_SCALE})\b)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SCALE_WORD = re.compile("|".join(pattern for pattern, _ in _SCALES))
_DIGIT = re.compile(r"\d")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,\s]\d{3})+")
_NUMBER_WORDS = {
    3: "three drei три трех тремя",
    4: "four vier четыре четырех",
    5: "five fünf пять пяти",
    6: "six sechs шесть шести",
    7: "seven sieben семь семи",
    8: "eight acht восемь восьми",
    9: "nine neun девять девяти",
    10: "ten zehn десять десяти",
    12: "twelve zwölf двенадцать двенадцати",
    15: "fifteen fünfzehn пятнадцать пятнадцати",
    20: "twenty zwanzig двадцать двадцати",
    30: "thirty dreißig тридцать тридцати",
    40: "forty vierzig сорок сорока",
    45: "forty-five fünfundvierzig",
    50: "fifty fünfzig пятьдесят пятидесяти",
    60: "sixty sechzig шестьдесят шестидесяти",
    75: "fünfundsiebzig",
    80: "eighty achtzig восемьдесят восьмидесяти",
    90: "ninety neunzig девяносто",
}
_WORDS = {word: number for number, words in _NUMBER_WORDS.items() for word in words.split()}
_WORD = re.compile(r"forty-five\b|\w+")


class Quantity(Struct, frozen=True):
    """A number or a date of the text in its normal form."""

    key: str
    """`n:4000`, `date:08-09` or `year:2021`."""
    span: Span


def is_scale(word: str) -> bool:
    """True for a word, in small letters, that multiplies the number before it: million, Mrd, тыс."""
    return _SCALE_WORD.fullmatch(word) is not None


def quantities(text: str, within: Span) -> tuple[Quantity, ...]:
    """The numbers, dates and years in `within`, in the order of the text; spans count characters of `text`."""
    found: list[Quantity] = []
    # Most sentences hold no digit, and looking for one is far cheaper than the whole pattern.
    if _DIGIT.search(text, within.start, within.end):
        for match in _QUANTITY.finditer(text, within.start, within.end):
            found += [Quantity(key, Span(*match.span())) for key in _keys(match)]
    folded = within.of(text).lower().replace("ё", "е")
    # Nor does it hold a number in words.
    if len(folded) == len(within) and not _WORDS.keys().isdisjoint(_WORD.findall(folded)):
        for match in _WORD.finditer(folded):
            number = _WORDS.get(match.group())
            if number is not None:
                span = Span(within.start + match.start(), within.start + match.end())
                found.append(Quantity(f"n:{number}", span))
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def _keys(match: re.Match[str]) -> list[str]:
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    if "month0" in groups:
        short = groups.get("year0", "")
        year = f"20{short}" if len(short) == 2 else short
        date = f"date:{int(groups['month0']):02}-{int(groups['day0']):02}"
        return [date, f"year:{year}"] if year else [date]
    if "year" in groups:
        return [f"year:{groups['year']}"]
    month = next((int(name[1:]) for name in groups if name[0] in "mn" and name[1:].isdecimal()), None)
    if month:
        return [f"date:{month:02}-{int(groups.get('day1') or groups['day2']):02}"]
    scale = next((_SCALES[int(name[1:])][1] for name in groups if name[0] == "s" and name[1:].isdecimal()), 1.0)
    if ":" in groups["number"]:
        return [f"time:{groups['number']}"]
    return [f"n:{_value(groups['number']) * scale:.12g}"]


def _value(written: str) -> float:
    if _THOUSANDS.fullmatch(written):
        return float(re.sub(r"\D", "", written))
    return float(written.replace(",", "."))
