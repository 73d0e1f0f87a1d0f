"""Numbers, dates and years in one form for all languages: 9 August, 9. August and 9 августа are one date."""

from __future__ import annotations

import re

from msgspec import Struct

from readcompare.model.text import Span

_MONTHS = {
    1: "january jan januar jänner январь января январю январем январе янв janvier",
    2: "february feb februar февраль февраля февралю февралем феврале фев février",
    3: "March mar märz март марта марту мартом марте mars",
    4: "april apr апрель апреля апрелю апрелем апреле апр avril",
    5: "May mai май мая маю маем мае",
    6: "june jun juni июнь июня июню июнем июне июн juin",
    7: "july jul juli июль июля июлю июлем июле июл juillet",
    8: "august aug август августа августу августом августе авг août",
    9: "september sept sep сентябрь сентября сентябрю сентябрем сентябре сент septembre",
    10: "october oct oktober okt октябрь октября октябрю октябрем октябре окт octobre",
    11: "november nov ноябрь ноября ноябрю ноябрем ноябре нояб novembre",
    12: "december dec dezember dez декабрь декабря декабрю декабрем декабре дек décembre",
}
"""A word with a capital is a month with a capital alone: "5 may" and "5 march" tell of people, not of days."""
_MONTH_OF = {name: number for number, names in _MONTHS.items() for name in names.split()}
# What multiplies the number before it. A German Billion is a thousand English ones, which only its plural tells.
_SCALES = {
    1e3: "thousand thousands tausend tausende tausenden tsd mille тыс",
    1e6: "mio mln mn млн",
    1e9: "billion billions mrd mld bn млрд",
    1e12: "billionen trillion trillions трлн",
}
_SCALE_OF = {word: scale for scale, words in _SCALES.items() for word in words.split()}
_SCALE_STEMS = {"тысяч": 1e3, "million": 1e6, "миллион": 1e6, "milliard": 1e9, "миллиард": 1e9, "триллион": 1e12}
_QUANTITY = re.compile(
    r"""
    (?<![\w.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?:(?P<short>\d{4}|\d{2})(?!\w)|(?=\s+[a-zа-яё]))
    | (?<!\w)(?P<year>(?:19|20)\d\d)(?![\w:])
    | (?<!\w)(?P<number>\d{1,3}(?:[.,\s]\d{3}){1,4}(?!\d)|\d+(?:[.,:]\d+)?)
    """,
    re.VERBOSE,
)
_MONTH_BEFORE = re.compile(r"(?<!\w)(?P<name>[^\W\d_]{3,9})\.?\s+\Z")
_MONTH_AFTER = re.compile(r"(?:\.|st|nd|rd|th|-?го|er)?\s+(?:of\s+)?(?P<name>[^\W\d_]{3,9})(?!\w)", re.IGNORECASE)
_DAY_ENDS = re.compile(r"(?:st|nd|rd|th)?(?![\w:])", re.IGNORECASE)
# What is written to a day without its month is a number; with it, "March 5,2022" and "May 9,10" are days.
_DAY = re.compile(r"\d{1,2}(?!\d)(?![.,]\d{3}(?!\d))")
_SCALE_AFTER = re.compile(r"\s*-?(?P<word>[^\W\d_]+)(?!\w)")
_LONGEST_BEFORE = 60
"""Characters before a day among which its month is looked for."""
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
    return _scale(word) is not None


def quantities(text: str, within: Span) -> tuple[Quantity, ...]:
    """The numbers, dates and years in `within`, in the order of the text; spans count characters of `text`."""
    found: list[Quantity] = []
    # Most sentences hold no digit, and looking for one is far cheaper than the whole pattern.
    if _DIGIT.search(text, within.start, within.end):
        place = within.start
        while match := _QUANTITY.search(text, place, within.end):
            keys, span = _read(text, match, Span(place, within.end))
            found += [Quantity(key, span) for key in keys]
            place = span.end
    folded = within.of(text).lower().replace("ё", "е")
    # Nor does it hold a number in words.
    if len(folded) == len(within) and not _WORDS.keys().isdisjoint(_WORD.findall(folded)):
        for match in _WORD.finditer(folded):
            number = _WORDS.get(match.group())
            if number is not None:
                span = Span(within.start + match.start(), within.start + match.end())
                found.append(Quantity(f"n:{number}", span))
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def _read(text: str, match: re.Match[str], within: Span) -> tuple[list[str], Span]:
    """The keys of a number with the words beside it that belong to it, and where all of them stand."""
    span = Span(*match.span())
    if match["month"]:
        short = match["short"] or ""
        year = f"20{short}" if len(short) == 2 else short
        date = f"date:{int(match['month']):02}-{int(match['day']):02}"
        return [date, f"year:{year}"] if year else [date], span
    if match["year"]:
        return [f"year:{match['year']}"], span
    number = match["number"]
    day = _DAY.match(number)
    if day:
        month, place = _month(text, Span(span.start, span.start + day.end()), within)
        if month:
            return [f"date:{month:02}-{int(day.group()):02}"], place
    if ":" in number:
        return [f"time:{number}"], span
    after = _SCALE_AFTER.match(text, span.end, within.end)
    scale = _scale(after["word"].lower()) if after else None
    if after and scale:
        return [f"n:{_value(number) * scale:.12g}"], Span(span.start, after.end())
    return [f"n:{_value(number):.12g}"], span


def _month(text: str, day: Span, within: Span) -> tuple[int, Span]:
    """The month beside a day and the place of both; 0 where there is none."""
    start = max(within.start, day.start - _LONGEST_BEFORE)
    before = _MONTH_BEFORE.search(text, start, day.start)
    ends = _DAY_ENDS.match(text, day.end, within.end)
    if before and ends and (month := _month_named(before["name"])):
        return month, Span(before.start(), ends.end())
    after = _MONTH_AFTER.match(text, day.end, within.end)
    if after and (month := _month_named(after["name"])):
        return month, Span(day.start, after.end())
    return 0, day


def _month_named(word: str) -> int:
    word = word.replace("ё", "е")
    return _MONTH_OF.get(word.lower()) or _MONTH_OF.get(word.capitalize() if word[0].isupper() else word, 0)


def _scale(word: str) -> float | None:
    """What a word in small letters multiplies the number before it by."""
    stemmed = (scale for stem, scale in _SCALE_STEMS.items() if word.startswith(stem))
    return _SCALE_OF.get(word) or next(stemmed, None)


def _value(written: str) -> float:
    if _THOUSANDS.fullmatch(written):
        return float(re.sub(r"\D", "", written))
    return float(written.replace(",", "."))
