"""Numbers of a sentence: what each counts, and whether the words about it make it a bound or a rough one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from readcompare.engine.duration import durations
from readcompare.engine.features import PRINCIPAL, Record
from readcompare.lexicon.tokens import Token
from readcompare.model.text import Excerpt, Sentence, Span

_EQUAL = 0.1
"""Share by which a rounded number may differ from the exact one: an hour and 62 minutes are no contradiction."""
OVER = frozenset(
    "more over least above exceeding minimum mehr über länger mindestens übersteigt свыше более больше дольше минимум "
    "превысит превысил превысила превысило превышает plus".split()
)
UNDER = frozenset(
    "less fewer under below to many most maximum weniger unter bis höchstens maximal менее меньше до максимум "
    "jusqu'à".split()
)
"""What puts a number above or below the one named: "no more than" and "не менее" turn it round, "up to" is below."""
_ROUGHLY = frozenset(
    "about around roughly approximately some nearly almost circa rund etwa ungefähr ca gut knapp fast beinahe "
    "annähernd около порядка примерно почти environ presque moins".split()
)
"""What makes a number a rough one; the French "moins" is less than, or at least."""
_QUALIFYING = OVER | UNDER | _ROUGHLY | frozenset("just not no nicht не pas".split())
_NEARLY = 0.3
"""The same share for a rough number."""
_JOINING = frozenset("than als чем de à a an the zu на of".split())
"""Stands between such a word and its number."""
_OR = frozenset("or oder или ou".split())
"""Before a bound that follows its number."""
_RANGE = frozenset("between zwischen между от entre from".split())
_NOUN = 2
"""Words after a number among which the thing counted stands."""
_REACH = 3
"""Words before and after a number among which the others stand."""
NOT = frozenset("not no nicht не pas".split())
"""What turns a bound round."""


class Counted(Struct, frozen=True):
    """A number with what is counted."""

    value: float
    things: frozenset[str]
    bound: int
    """1 for "more than 20", -1 for "up to 25", 0 for the number itself."""
    is_rough: bool
    """True for "about 20"."""
    place: Excerpt
    """The number and the words that say of what it is: "25 billion euros"."""


def counted(text: str, sentence: Sentence, record: Record) -> list[Counted]:
    """The numbers of a sentence of `text` but for lengths of time and the ends of ranges, in its order."""
    found: list[Counted] = []
    # "20 minutes" of "1 hour 20 minutes" is no number of its own.
    times = [place for _, place in durations(text, sentence.span)]
    # A term has the place of its first mention, and "25 billion euros" mentions money twice.
    telling = {name for name, term in record.terms.items() if term.weight > PRINCIPAL}
    named = [(record.terms[name].span, name) for name in telling]
    named += [(m.span, name) for m in record.mentions if (name := f"{m.layer}:{m.id}") in telling]
    named.sort()
    longest = max((len(span) for span, _ in named), default=0)
    for key, term in record.terms.items():
        is_number = key.startswith("n:") and not any(term.span.overlap(place) for place in times)
        if not is_number or _is_in_range(text, record, term.span):
            continue
        after = record.tokens[_first_from(record.tokens, term.span.end) :][:_NOUN]
        reach = Span(after[0].span.start, after[-1].span.end) if after else Span(0, 0)
        # Nothing that begins earlier reaches so far: a sentence may be thousands of numbers long.
        near = named[
            bisect_left(named, reach.start - longest, key=_start_of) : bisect_left(named, reach.end, key=_start_of)
        ]
        things = {
            name: place for place, name in near if name != key and any(place.overlap(token.span) for token in after)
        }
        nearest = min(things.values(), default=term.span)
        place = Excerpt(sentence.id, Span(term.span.start, max(term.span.end, nearest.end)))
        found.append(counted_as(record, float(key[2:]), place, frozenset(things)))
    return found


def counted_as(record: Record, value: float, place: Excerpt, things: frozenset[str] = frozenset()) -> Counted:
    """A number with the bound that the words right before it set, or those after it: "500 or more"."""
    at = _first_from(record.tokens, place.span.start)
    before = _words_before(record.tokens, place.span.start, _REACH + 1)
    after = [token.norm for token in record.tokens[at : at + _REACH + 2]]
    while before and before[-1] in _JOINING:
        before.pop()
    word, is_denied = before[-1] if before else "", before[-2:-1] != [] and before[-2] in NOT
    bound = (word in OVER) - (word in UNDER)
    if not bound and any(one in _OR and more in OVER for one, more in pairwise(after)):
        bound = 1
    return Counted(value, things, -bound if is_denied else bound, word in _ROUGHLY, place)


def qualified(record: Record, number: Span) -> Span | None:
    """A number with the words before it that make it a bound or a rough one; None where there are none."""
    at = first = _first_from(record.tokens, number.start)
    while first and record.tokens[first - 1].norm in _QUALIFYING | _JOINING:
        first -= 1
    words = {token.norm for token in record.tokens[first:at]}
    return None if words.isdisjoint(_QUALIFYING) else Span(record.tokens[first].span.start, number.end)


def _is_in_range(text: str, record: Record, number: Span) -> bool:
    """True for an end of a range, "between 300 and 500" or "25–50": what lies between agrees with both."""
    before = _words_before(record.tokens, number.start, _REACH)
    around = text[max(0, number.start - 1) : number.start], text[number.end : number.end + 1]
    return not _RANGE.isdisjoint(before) or any(sign and sign in "-–—" for sign in around)


def _first_from(tokens: Sequence[Token], place: int) -> int:
    """The number of the first token that begins at `place` or later."""
    return bisect_left(tokens, place, key=lambda token: token.span.start)


def _words_before(tokens: Sequence[Token], place: int, count: int) -> list[str]:
    """The last words that end at `place` or before."""
    end = bisect_right(tokens, place, key=lambda token: token.span.end)
    return [token.norm for token in tokens[max(0, end - count) : end]]


def _start_of(named: tuple[Span, str]) -> int:
    return named[0].start


def may_agree(one: Counted, other: Counted) -> bool:
    """True for numbers that are about equal, and where "more than three" and "nearly four" may be one number."""
    less, more = sorted((one, other), key=lambda counted: counted.value)
    near = _NEARLY if one.is_rough or other.is_rough else _EQUAL
    return more.value - less.value <= near * more.value or less.bound > 0 or more.bound < 0


def are_apart(one: Counted, other: Counted) -> bool:
    """True for two exact numbers that no rounding makes one: 7.5 and 6.9, and not 62 and 60."""
    is_exact = not (one.is_rough or other.is_rough or one.bound or other.bound)
    return is_exact and abs(one.value - other.value) > max(_step(one.value), _step(other.value))


def _step(value: float) -> float:
    """The power of ten to which a number is given: 10 for 60, 1 for 62, 0.1 for 7.5."""
    digits = f"{value:.15g}"
    if not digits.isdigit():
        return 10.0 ** -len(digits.partition(".")[2])
    return 10.0 ** (len(digits) - len(digits.rstrip("0")))
