"""Where the phrase begins and ends in which a run of words stands: nobody quotes half a name."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from readcompare.engine.normalize import is_content
from readcompare.engine.subjects import is_preposition
from readcompare.lexicon.tokens import Token
from readcompare.model.text import Span

_AUXILIARY = frozenset(
    "is are was were be been has have had will would ist sind war waren sei seien wird werde werden wurde hat "
    "habe haben hatte был была было были будет будут est sont était étaient a ont".split()
)
"""What stands before a phrase and belongs to the sentence, not to the phrase."""
_QUOTES = (("«", "»"), ("„", "“"), ("“", "”"))
_HYPHENS = ("-", "–", "‑")
_GERMAN_ENDINGS = ("e", "en", "er", "es", "em")
_RUSSIAN_ENDINGS = tuple("ого его ому ему ых их ый ая ую ыми ими ое ые ой ей ие ий яя".split())
_SHORT = 4
"""Letters of a Russian word up to which such an ending tells nothing: "его", "одних"."""
_JOINED = 3
"""Words beside a run that its phrase takes in at most, on either side."""
_FEW = 2
"""Words of a phrase that is too short to begin with "and" or "that"."""
_JOINING = frozenset("and that und sowie dass и а что et que".split())
_LEADING_ON = frozenset("insbesondere especially particularly including notably namely sobald".split())
"""What announces words that belong to no phrase which ends with it."""
_NUMERAL = 3
"""Letters of what stands behind a name and belongs to it: "Sputnik V"."""
_OF = {"en": {"of"}, "de": {"des", "der", "von"}, "fr": {"de", "du", "des"}}
"""What stands between a noun and what it is of."""


class Phrases:
    """The phrases of one sentence, by its tokens."""

    def __init__(self, text: str, language: str, tokens: Sequence[Token], said: Collection[int]) -> None:
        """`said` are the places of the tokens that belong to verbs of saying."""
        self.text, self.language = text, language
        self.tokens, self.said = tokens, said

    def after_fragment(self, first: int, last: int) -> int:
        """Where a run begins that does not begin inside a hyphenated word or a quotation which the other side has too.

        Of "COVID-19-Pandemie und Impfstoffe" beside "COVID" the phrase is "Impfstoffe"; one past `last` where none is
        left.
        """
        while first <= last and self._between(first) in _HYPHENS:
            first += 1
        before = self.text[self.tokens[0].span.start : self.tokens[first].span.start] if first <= last else ""
        for opening, closing in _QUOTES:
            if before.count(opening) > before.count(closing):
                closed = (place for place in range(first + 1, last + 1) if closing in self._between(place))
                return next(closed, first)
        return first

    def plain(self, first: int, last: int) -> Span:
        """The words of a run alone: those of a formula are a phrase already."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def whole(self, first: int, last: int) -> Span:
        """The words from the preposition or adjective before them to the noun that they begin and what it is of."""
        while last > first and not (self._is_content(last) and self.tokens[last].norm not in _LEADING_ON):
            last -= 1
        begins, ends = self._begin(first, last), self._end(first, last)
        return Span(self.tokens[begins].span.start, self.tokens[ends].span.end)

    def _begin(self, first: int, last: int) -> int:
        is_short = last - first < _FEW
        for _ in range(_JOINED):
            if not (self._is_joined(first) and self._belongs(first - 1, first)):
                break
            first -= 1
        while self._is_joined(first) and not self._is_content(first - 1):
            before = self.tokens[first - 1].norm
            if before in _AUXILIARY or (is_short and before in _JOINING):
                break
            first -= 1
        return first - 1 if self._is_joined(first) and self._is_numeral(first) else first

    def _is_numeral(self, place: int) -> bool:
        """True for what stands behind a name and belongs to it: "Sputnik V"."""
        word, before = self.tokens[place].raw, self.tokens[place - 1].raw
        return word.isupper() and len(word) <= _NUMERAL and before[0].isupper()

    def _end(self, first: int, last: int) -> int:
        last = self._to_noun(last)
        if self._is_joined(last + 1) and self.tokens[last + 1].norm in _OF.get(self.language, ()):
            noun = next((place for place in range(last + 2, last + 4) if self._is_content(place)), None)
            if noun is not None and all(map(self._is_joined, range(last + 2, noun + 1))):
                last = self._to_noun(noun, is_of=True)
        return self._to_closing_mark(first, last)

    def _to_noun(self, last: int, *, is_of: bool = False) -> int:
        """The end of the noun phrase; what is said of it, which is a verb, is no part of it."""
        for _ in range(_JOINED):
            while self._is_joined(last + 1, _HYPHENS):
                last += 1
            is_verb = last + 1 in self.said and not is_of
            if is_verb or not (self._is_joined(last + 1) and self._is_content(last + 1)):
                break
            last += 1
        return last

    def _to_closing_mark(self, first: int, last: int) -> int:
        """The end of a quotation that begins in the phrase."""
        inside = self.text[self.tokens[first].span.start : self.tokens[last].span.end]
        for opening, closing in _QUOTES:
            if inside.count(opening) > inside.count(closing):
                ends = (
                    place
                    for place in range(last, min(last + _JOINED, len(self.tokens) - 1))
                    if closing in self._between(place + 1)
                )
                return next(ends, last)
        return last

    def _belongs(self, place: int, following: int) -> bool:
        """True for the adjective before a noun, or for the part of a name before the rest of it."""
        word, after = self.tokens[place], self.tokens[following]
        if place in self.said or not (self._is_content(place) and self._is_content(following)):
            return False
        is_name = word.raw[0].isupper() and after.raw[0].isupper() and self.language != "de"
        if is_name or self._is_numeral(following) or self.language == "en" or word.raw.isdigit():
            return True
        return self.language in ("de", "ru") and _is_adjective(word, after, self.language)

    def _is_content(self, place: int) -> bool:
        if not 0 <= place < len(self.tokens):
            return False
        word = self.tokens[place].norm
        is_word = is_content(word, self.language) and not is_preposition(word, self.language)
        return is_word or word[0].isdigit()

    def _is_joined(self, place: int, by: Collection[str] = (" ",)) -> bool:
        return self._between(place) in by

    def _between(self, place: int) -> str:
        """What stands before the token at `place`; nothing before the first one."""
        is_inside = 0 < place < len(self.tokens)
        return self.text[self.tokens[place - 1].span.end : self.tokens[place].span.start] if is_inside else ""


def _is_adjective(word: Token, following: Token, language: str) -> bool:
    """True for a German or Russian adjective before its noun, told by their endings and the capital of the noun."""
    if language == "de":
        return word.raw.endswith(_GERMAN_ENDINGS) and following.raw[0].isupper()
    return language == "ru" and len(word.norm) > _SHORT and word.norm.endswith(_RUSSIAN_ENDINGS)
