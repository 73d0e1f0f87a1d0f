"""Stops: does a full stop, a question mark or an ellipsis end its sentence?"""

from __future__ import annotations

import re
from enum import Enum

from msgspec import Struct

from readcompare.engine.segment.conventions import Conventions
from readcompare.engine.segment.layout import WIDE, is_small

# Marks of scripts that have no other use for them, so that they need no blank after them.
_HARD = "؟۔।॥።。！？｡"
_MARKS = f".!?…‽{_HARD}"
_QUOTES = "\"'“”„‟‘’‚‛«»‹›「」『』〝〞＂"
_OPENING_QUOTES = "“‘「『«"
_CLOSING_BRACKETS = ")\\]}）】》〉〕］"

# A run of marks with what closes after it: quotes, brackets, a French guillemet after its blank, footnote numbers.
# Possessive, and never begun inside a run, so that a line of a million stops is read once.
STOP = re.compile(
    rf"(?<![{_MARKS}])(?P<mark>[{_MARKS}]++)"
    rf"(?P<closers>(?:[{_QUOTES}{_CLOSING_BRACKETS}]|[ \u00a0\u202f][»›](?![^\s.,;:!?)]))*+)(?:\[\d{{1,3}}\])*+"
)
# What opens the next sentence before its first word; a gap mark such as [...] counts as an opening.
_FOLLOWING = re.compile(
    rf"(?P<open>(?:[\[(<](?:…|\.{{3}})[\])>]\s?|[{_QUOTES}(\[{{（【《<*_¿¡]){{0,9}}+)(?P<word>[^\W_]*+)"
)
_LETTERED = re.compile(r"\(?[^\W\d_]\)\s")
_DASHED = re.compile(r"[-–—−]+\s*(?P<next>\S?)")
_CONTINUING = ",;:.!?…)]}»%…№&/=+|、，；："
_DASHES = "-–—−"
_ADDRESS = ("www", "http", "https")
_ADDRESS_SIGNS = ("://", "www.", "@")
_DOMAINS = frozenset("ru com net org gov de eu info ру рф".split())

_REACH = 40  # characters looked back at: longer words are no abbreviations
_ASIDE = 200  # characters within which an opening bracket is looked for
_PIECES = re.compile(r"[.\-‑–/’']")
_NUMBER = re.compile(r"(?:\d{1,2}\.?[-–/])?\d{1,2}")
_MARKER = re.compile(r"\d{1,3}(?:\.\d{1,2})*|[^\W\d_]|[IVX]{1,5}")
_ROMAN = re.compile(r"[IVXLХ]{2,6}")
_VOWELLESS = re.compile(r"[^\W\d_aeiouyäöüáéíóúàèòœæаеёиоуыэюяіїєAEIOUYÄÖÜÉАЕЁИОУЫЭЮЯІЇЄ]{2,3}")
_YEAR = re.compile(r"(?:\d|\b[IVXХ]+)[\s\u00a0]*(?:гг?|г\.\s?г|вв?|рр?|r)$")
_TIME = re.compile(r"\d\s*[ap]\.\s?m$", re.IGNORECASE)
_CLOCK = (  # needed by few texts, so it is compiled when one does
    r"[\"(]*(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|EES?T|WES?T|MSK|IST|JST)\b|[\"(]*\w+ (?:\w+ )?[Tt]ime\b"
    r"|(?:Eastern|Central|Mountain|Pacific)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
# Words with which a sentence can begin that is, so far, nothing but a date: "On Nov. 10 at 3 p.m. President …".
_BEFORE_DATES = frozenset(
    "at on by in from since until around about shortly в во с со к ко до по на за от после перед около летом зимой "
    "осенью весной у з із від під w od do na po dnia на през след".split()
)
# German words before an ordinal that may be capitalised, at the beginning of a sentence.
_DETERMINERS = frozenset(
    "ab am beim bis das dem den der des die ein eine einem einen einer ihr ihre im jeder mein sein seine seit unser "
    "vom zum zur".split()
)


class Verdict(Enum):
    """What a stop does to its sentence."""

    OPEN = 0
    """The sentence goes on."""
    DOUBTFUL = 1
    """It goes on unless the layout says otherwise: initials, units, ordinals before a capital."""
    END = 2


class _Context(Struct, frozen=True):
    """What stands around one stop."""

    text: str
    begin: int
    """Where the sentence begins."""
    dot: int
    """Where the stop stands."""
    closers: str
    follow: int
    """Where the next word or its opening quote stands."""
    opening: str
    word: str
    """The next word; empty when a sign stands there."""
    conventions: Conventions

    @property
    def before(self) -> str:
        """The character before the stop, or a blank."""
        return self.text[self.dot - 1] if self.dot > self.begin else " "

    @property
    def begins_sentence(self) -> bool:
        """True when the next word is one that begins sentences."""
        after = self.follow + len(self.opening) + len(self.word)
        initial = len(self.word) == 1 and self.text.startswith(".", after)
        return self.word in self.conventions.starters and not initial and not self._interrupted

    @property
    def _interrupted(self) -> bool:
        """True when a bracket divides an abbreviation from the next word: the stop is the abbreviation's alone."""
        closed = any(sign in ")]" for sign in self.closers) and self.text[self.begin] not in "(["
        return closed or "(" in self.opening

    @property
    def at_capital(self) -> Verdict:
        """Verdict on an abbreviation that ends a sentence before any capital."""
        return Verdict.DOUBTFUL if self._interrupted else Verdict.END

    @property
    def at_starter(self) -> Verdict:
        """Verdict on an abbreviation that ends a sentence only before a word that begins sentences."""
        return Verdict.END if self.begins_sentence else Verdict.DOUBTFUL


def end_of(text: str, stop: re.Match[str]) -> int:
    """One past the last character of the sentence, should it end here; a quote that opens the next is left to it."""
    end = stop.end()
    opening = _OPENING_QUOTES if stop["mark"] in _HARD else _QUOTES
    opens = stop["closers"] and end < len(text) and text[end].isalnum() and text[end - 1] in opening
    return end - 1 if opens else end


def judge(text: str, begin: int, stop: re.Match[str], follow: int, conventions: Conventions) -> Verdict:
    """What `stop` does to the sentence that begins at `begin`, when `follow` is the next character not white space."""
    end = end_of(text, stop)
    if (follow == end and text[follow].islower()) or stop.start() == begin or text[stop.start() - 1] in "([<":
        return Verdict.OPEN
    following = next(_FOLLOWING.finditer(text, follow))  # every part of it is optional: it matches at `follow`
    context = _Context(
        text=text,
        begin=begin,
        dot=stop.start(),
        closers=text[stop.end("mark") : end],
        follow=follow,
        opening=following["open"],
        word=following["word"],
        conventions=conventions,
    )
    mark = stop["mark"]
    if any(sign in _HARD for sign in mark):
        return Verdict.OPEN if _sign(context) in _CONTINUING else Verdict.END
    if _continues(context) or (follow == end and not _is_squeezed(context, mark)):
        return Verdict.OPEN
    if mark == ".":
        return _after_word(context)
    if "!" in mark or "?" in mark:
        return Verdict.END
    gap = context.before.isspace() and not context.closers and conventions.starters
    return context.at_starter if gap else Verdict.END


def _sign(context: _Context) -> str:
    """The sign in place of the next word; a blank when there is a word."""
    place = context.follow + len(context.opening)
    return context.text[place] if not context.word and place < len(context.text) else " "


def _continues(context: _Context) -> bool:
    """True when what follows cannot begin a sentence."""
    if context.word:
        small = is_small(context.word[0]) and context.word not in _ADDRESS
        return small and not _LETTERED.match(context.text, context.follow)
    sign = _sign(context)
    if sign in _DASHES:
        dashed = _DASHED.match(context.text, context.follow)
        return bool(context.closers) or dashed is None or is_small(dashed["next"])
    return sign in _CONTINUING


def _is_squeezed(context: _Context, mark: str) -> bool:
    """True when a new sentence begins right after the stop, its blank forgotten."""
    text, dot, word = context.text, context.dot, context.word
    follows = word[:1].isupper() and (word[1:2].islower() or context.begins_sentence)
    if mark != "." and context.before >= WIDE and text[context.follow] >= WIDE:
        return True
    token = text[max(context.begin, dot - 2 * _REACH) : dot].split()[-1:]
    if not follows or not token or word.lower() in _DOMAINS or any(sign in token[0] for sign in _ADDRESS_SIGNS):
        return False
    if context.closers or not context.before.isalnum():
        return True
    ending = token[0][-3:]
    return (ending[-2:].isalpha() and (ending[-1].islower() or ending[-2:].isupper())) or ending.isdecimal()


def _after_word(context: _Context) -> Verdict:
    """Verdict on a single full stop, by the word before it."""
    tokens = context.text[max(context.begin, context.dot - _REACH) : context.dot].rsplit(None, 4)
    word = tokens[-1].lstrip(f"{_QUOTES}([{{") if tokens else ""
    last = _PIECES.split(word)[-1]
    if not context.before.isalnum() or not last:
        return Verdict.END
    before = tokens[-2] if len(tokens) > 1 else ""
    if _is_marker(context, word, before):
        return Verdict.OPEN
    if context.closers[:1] in _CLOSING_BRACKETS and context.closers and _is_aside(context):
        return Verdict.END if context.word in context.conventions.starters else Verdict.DOUBTFUL
    if last.isdecimal():
        return _after_number(context, word, before)
    return _after_abbreviation(context, word, last, tokens[:-1])


def _is_marker(context: _Context, word: str, before: str) -> bool:
    """True when the stop belongs to the marker of a list item: `1.`, `b.`, `III.`."""
    if not _MARKER.fullmatch(word):
        return False
    if context.dot - context.begin < _REACH:
        so_far = context.text[context.begin : context.dot].split()
        if len(so_far) == 1 or (len(so_far) == 2 and so_far[0][-1] in ".§№•*–—-"):  # "1.", "• 1.", "Art. 1."
            return True
    return before[-1:] == ";" or (before[-1:] == ":" and word in ("1", "a", "I", "а"))


def _is_aside(context: _Context) -> bool:
    """True when the bracket that closes after the stop holds no sentence: "Gen. (ret.)", "(energy, trade, etc.)"."""
    opened = context.text.rfind("(", max(context.begin + 1, context.dot - _ASIDE), context.dot)
    return opened > 0 and is_small(context.text[opened + 1])


def _after_number(context: _Context, word: str, before: str) -> Verdict:
    months = context.conventions.months
    if context.word in months:
        return Verdict.OPEN
    if context.word.isdecimal():
        after = context.follow + len(context.opening) + len(context.word)
        spaced_date = context.text.startswith(".", after) or re.fullmatch(r"\d{1,2}\.", before)
        return Verdict.DOUBTFUL if _NUMBER.fullmatch(word) and spaced_date else Verdict.END
    # "Artikel 5." names a thing; "am heutigen 5." and "Putins 5." are ordinals.
    named = before[:1].isupper() and before.lower() not in _DETERMINERS and before[-1] not in "s'’"
    if not months or not context.word or named or not _NUMBER.fullmatch(word):
        return Verdict.END
    return context.at_starter


def _after_abbreviation(context: _Context, word: str, last: str, tokens: list[str]) -> Verdict:
    conventions = context.conventions
    dotted = word
    for token in reversed(tokens):  # "z. B.", "и т. д."
        if len(token) != 2 or token[1] != "." or not token[0].isalpha():
            break
        dotted = token + dotted
    forms = {dotted.lower(), last, last[:1].lower() + last[1:]}
    if last.isupper() and len(last) > 1:
        forms.add(last.capitalize())
    if forms & conventions.bound:
        return Verdict.OPEN
    if forms & conventions.numbered:
        return Verdict.OPEN if context.word.isdecimal() or _ROMAN.fullmatch(context.word) else Verdict.END
    if forms & conventions.final:
        return context.at_capital
    nearby = max(context.begin, context.dot - 12), context.dot
    if _TIME.search(context.text, *nearby):
        return _after_time(context)
    if _YEAR.search(context.text, *nearby):
        # A title may follow the date of a document: "Указ от 1 марта 2022 г. «О мерах»".
        return Verdict.DOUBTFUL if context.opening or _is_only_date(context) else context.at_capital
    # Only German writes rulers with a stop after the numeral, and streets as one word.
    german = conventions.months and (_ROMAN.fullmatch(word) or last.endswith("str"))
    doubtful = german or forms & conventions.weak or _looks_abbreviated(word, last, tokens)
    return context.at_starter if doubtful else Verdict.END


def _looks_abbreviated(word: str, last: str, tokens: list[str]) -> bool:
    """True for initials, dotted letters and short words without a vowel, but no unit after its number."""
    if len(last) == 1:
        return last.isalpha()
    if "." in word and all(len(piece) <= 1 + place for place, piece in enumerate(_PIECES.split(word))):
        return True
    counted = bool(tokens) and tokens[-1][-1].isdecimal()
    return bool(_VOWELLESS.fullmatch(last)) and "." not in word and not last.isupper() and not counted


def _after_time(context: _Context) -> Verdict:
    """Verdict after `a.m.` or `p.m.`: a time zone or a day belongs to it."""
    following = context.text[context.follow : context.follow + _ASIDE]
    if context.word not in context.conventions.starters and re.match(_CLOCK, following):
        return Verdict.OPEN
    return Verdict.DOUBTFUL if _is_only_date(context) else context.at_capital


def _is_only_date(context: _Context) -> bool:
    """True when the sentence so far is no more than a date or a time: it has no statement yet."""
    so_far = context.text[context.begin : min(context.dot, context.begin + 2 * _REACH)]
    words = so_far.split()
    first = words[0].strip(_QUOTES).lower()
    statement = [word for word in words if not word[0].isdecimal()]
    return len(so_far) < 2 * _REACH and len(statement) <= 5 and (first[:1].isdecimal() or first in _BEFORE_DATES)
