"""The day of a conversation, in the name of a file or at the head of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from msgspec import Struct

from readcompare.engine.numbers import quantities
from readcompare.model.text import Span

_HEAD = 300
"""Characters at the start of a text in which a dateline stands."""
# 2021-11-10, 2021_11_10, 20211110, and as folders 2021/11/10; a longer number is no date.
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sep>[-_./]?)(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?!\d)")
# 10.11.2021 is a day of November in German, Russian and French. With other signs it may be one of October.
_DAY_FIRST = re.compile(
    r"(?<!\d)(?<!\d[-_.])(?P<day>\d{1,2})(?P<sep>[-_.])(?P<month>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?!\d)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BETWEEN = re.compile(r"[\s,.]{0,3}(?:of |г\. ?)?")


class Day(Struct, frozen=True):
    """A date and where it stands."""

    meant: date
    span: Span
    """In characters of the name or the text."""
    other: date | None = None
    """What it may mean as well: 10-11-2021 is 10 November or October 11."""


def days_in_name(name: str) -> tuple[Day, ...]:
    """The dates in the name of a file or a folder, in their order."""
    found = [day for form in (_YEAR_FIRST, _DAY_FIRST) for match in form.finditer(name) if (day := _numeric(match))]
    spaced = re.sub("[-_]", " ", name)
    # Days without the name of a month were found above, by rules that fit names.
    found += [day for day in _written(spaced) if re.search(r"[^\W\d_]", day.span.of(spaced))]
    return tuple(sorted(found, key=lambda day: day.span))


def dateline(text: str, year: int | None) -> date | str | None:
    """The only date at the head of a text; why there is none to trust, or None without one.

    `year` is that of a date which names none.
    """
    head = text[:_HEAD]
    dated = {day.meant for match in _YEAR_FIRST.finditer(head) if (day := _numeric(match))}
    dated |= {day.meant for day in _written(head)}
    if not dated and year is not None:
        dated = {meant for month, number in _days_of_a_year(head) if (meant := _date(year, month, number))}
    if len(dated) > 1:
        return f"its text begins with more than one date: {' and '.join(str(day) for day in sorted(dated))}"
    return next(iter(dated), None)


def year_in_name(name: str) -> int | None:
    """The only year that a name tells."""
    years = {int(found) for found in _YEAR.findall(name)}
    return years.pop() if len(years) == 1 else None


def iso_day(moment: str) -> date | None:
    """The day of an ISO 8601 time."""
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


def _numeric(match: re.Match[str]) -> Day | None:
    year, month, number = (int(match[name]) for name in ("year", "month", "day"))
    meant = _date(year, month, number)
    other = _date(year, number, month) if match.re is _DAY_FIRST and match["sep"] != "." else None
    if meant is None:
        meant, other = other, None
    return Day(meant, Span(*match.span()), other if other != meant else None) if meant else None


def _written(text: str) -> Iterator[Day]:
    """Dates with their year as people write them: 10. November 2021, November 10, 2021, 10.11.2021."""
    for day, year in pairwise(quantities(text, Span(0, len(text)))):
        if not (day.key.startswith("date:") and year.key.startswith("year:")):
            continue
        if year.span.start >= day.span.end and not _BETWEEN.fullmatch(text, day.span.end, year.span.start):
            continue
        month, number = day.key.removeprefix("date:").split("-")
        meant = _date(int(year.key.removeprefix("year:")), int(month), int(number))
        if meant:
            yield Day(meant, Span(day.span.start, max(day.span.end, year.span.end)))


def _days_of_a_year(text: str) -> Iterator[tuple[int, int]]:
    for found in quantities(text, Span(0, len(text))):
        if found.key.startswith("date:"):
            month, number = found.key.removeprefix("date:").split("-")
            yield int(month), int(number)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
