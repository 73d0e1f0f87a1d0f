"""Who says it: the source that stands beside a verb of saying, as its subject or behind "according to"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from msgspec.structs import replace

from readcompare.engine.quotes.cues import Cue
from readcompare.engine.quotes.phrases import Phrase, Source
from readcompare.engine.quotes.reading import Reading
from readcompare.lexicon.tokens import Break

_FILLED = 6
"""Tokens between a source and its verb."""
_NEAR = 4
_ACCORDING = 12
_PREPOSITIONS = frozenset(
    "in from to with mit an zu gegen against aus von im bei gegenüber с со из к ко от о about of at à avec nach "
    "for für between zwischen между toward towards via über through durch".split()
)
_IN = frozenset(["in", "im", "aus", "в", "во", "из", "from"])
_JOINS = frozenset("but and aber und doch sondern но и а mais et".split())
_ARTICLES = frozenset("the a an der die das ein eine".split())
_SERVING = frozenset(["office", "official"])
_AUXILIARIES = frozenset(
    "is are was were has have had will would must should could can may might does did needs wants remains".split()
)
_HIM = frozenset("him her them его ее их ihn".split())
"""Whom media quote: "the agency quoted him as saying"."""
_FEMININE = ("ung", "in", "schaft", "ei", "tät", "ion", "seite", "stelle", "ukraine", "behörde")
"""How German nouns end of which "der" is the second or the third case."""
_BREAKS = ";:–—()"


def _first(one: Phrase) -> int:
    return one.first


class Subjects:
    """Finds the source of one verb of saying after another."""

    def __init__(self, reading: Reading) -> None:
        self.words = reading.words
        self.phrases = reading.phrases
        self.cues = reading.cues
        self.fillers = reading.fillers
        self.language = reading.language
        self._at: Mapping[int, Phrase] = {
            place: phrase for phrase in reading.phrases for place in range(phrase.first, phrase.end)
        }

    def of(self, cue: Cue, first: int, end: int) -> Phrase | None:
        """The subject of a verb of saying between the tokens `first` and `end`; None when it is nobody known.

        Whom media quote counts, not the media: "TASS quoted Peskov".
        """
        phrase = self._subject(cue, first, end)
        if phrase is None or self.words.tokens[phrase.first].norm == "former":
            phrase = self._described(cue, first) or phrase
        if phrase is None and self.shares_subject(cue):
            phrase = next((p for p in self.phrases if first <= p.first < cue.first and not self.is_object(p)), None)
        if phrase is None or "media" not in phrase.parts:
            return phrase
        near = range(max(first, cue.first - 1), min(phrase.end + 2, end))
        him = next((n for n in near if self.words.tokens[n].norm in _HIM), None)
        if him is not None:
            return Phrase(him, him + 1, Source.BEFORE, None, frozenset(["pronoun"]))
        begin = max(cue.end, phrase.end)
        behind = [p for p in self.phrases if begin <= p.first < min(begin + _NEAR, end)]
        return next((p for p in behind[:1] if p.source in (Source.OFFICE, Source.LEADER)), phrase)

    def shares_subject(self, cue: Cue) -> bool:
        """Whether the subject of a verb of saying may be that of the sentence, far before it."""
        return self._is_participle(cue) or self._is_joined(cue)

    def _is_participle(self, cue: Cue) -> bool:
        """True for ", adding that": its subject is that of the sentence."""
        last, apart = self.words.tokens[cue.end - 1].norm, self.words.between(cue.first, cue.first)
        if self.language == "en":
            return last.endswith("ing") and "," in apart
        return self.language == "ru" and last.endswith(("ив", "ав", "ув"))

    def _is_joined(self, cue: Cue) -> bool:
        """True for a second verb of the same subject: "declined to comment, but said"."""
        return cue.first > 0 and self.words.tokens[cue.first - 1].norm in _JOINS

    def _described(self, cue: Cue, first: int) -> Phrase | None:
        """Who is only described, in English: "the former comic added"."""
        for place in range(cue.first - 1, max(first, cue.first - 6) - 1, -1):
            token = self.words.tokens[place]
            apart = self.words.between(place + 1, place + 1).strip()
            if (
                self.language != "en"
                or apart
                or self.words.quoted[place]
                or (place in self._at and token.norm != "former")
            ):
                return None
            if token.norm == "the":
                found = frozenset(["description"])
                return Phrase(place, cue.first, Source.BEFORE, None, found) if place + 1 < cue.first else None
            if token.raw[:1].isupper():
                return None
        return None

    def _subject(self, cue: Cue, first: int, end: int) -> Phrase | None:
        inside = [p for p in self.phrases if cue.first < p.first and p.end <= cue.end]
        if inside:
            return next((p for p in inside if not self.is_object(p)), None)
        inverted = self._is_inverted(cue, first)
        after = self.after(cue, end, 3 if self.language != "en" else 1)
        before = self.before(cue, first, prepositions=False)
        if self.language == "en":
            is_behind = inverted and cue.part == "say" and after is not None and not self._begins_statement(after, end)
            return before or (after if is_behind else None)
        if inverted or (self.language == "ru" and after and after.first == cue.end and before is None):
            return after or before or self._far_before(cue, first, end)
        if before and after and after.first == cue.end and "," in self.words.between(before.end, cue.first):
            return after
        return before or after or self._far_before(cue, first, end)

    def _begins_statement(self, phrase: Phrase, end: int) -> bool:
        """True for "Canada" in "..., said Canada must act": it has a verb of its own."""
        return phrase.end < end and self.words.tokens[phrase.end].norm in _AUXILIARIES

    def _far_before(self, cue: Cue, first: int, end: int) -> Phrase | None:
        """In German a subordinate clause ends with its verb: "während der Élysée von „...“ sprach"."""
        behind = self.words.between(cue.end, cue.end).lstrip()[:1] if cue.end < end else "."
        if self.language != "de" or behind not in (",", ".", ";", "–"):
            return None
        begin = max((one.end for one in self.cues if first <= one.first < cue.first), default=first)
        named = [p for p in self.phrases if begin <= p.first and p.end <= cue.first]
        return next((p for p in named if not self.is_object(p)), None)

    def _is_inverted(self, cue: Cue, first: int) -> bool:
        """True when what is said stands before the verb."""
        if cue.first <= first:
            return cue.first == first and self.language != "en"
        place = cue.first
        before = self.words.between(place, place).rstrip()
        while place > first + 1 and not before and self.words.tokens[place - 1].norm in ("wie", "как", "as", "so"):
            place -= 1
            before = self.words.between(place, place).rstrip()
        return bool(before) and before[-1] in ',“”"»«’‘—–!?.'

    def before(self, cue: Cue, first: int, *, prepositions: bool) -> Phrase | None:
        """The source before the cue; with `prepositions` also one that is no subject."""
        for phrase in reversed(self.phrases[: bisect_left(self.phrases, cue.first, key=_first)]):
            if phrase.end > cue.first:
                continue
            if phrase.first < first or cue.first - phrase.end > _FILLED:
                return None
            if not prepositions and self.is_object(phrase):
                continue
            if self._ends_set_off(phrase, cue.first) or self._may_be_between(phrase.end, cue.first):
                return phrase
            return None
        return None

    def after(self, cue: Cue, end: int, reach: int) -> Phrase | None:
        """The source at most `reach` tokens behind the cue."""
        for phrase in self.phrases[bisect_left(self.phrases, cue.end, key=_first) :]:
            between = self.words.between(cue.end, phrase.first)
            is_object = self.words.tokens[phrase.first].norm == "es"  # „nannte es“
            is_far = phrase.end > end or phrase.first - cue.end > reach
            if is_far or is_object or any(char in between for char in ',"“”«»„' + _BREAKS):
                return None
            gap = range(cue.end, phrase.first)
            strict = [
                place for place in gap if place not in self.fillers and self.words.tokens[place].raw[:1].isupper()
            ]
            if strict and self.language != "de":
                return None
            in_place = (
                self.language == "ru" and phrase.first > cue.end and self.words.tokens[phrase.first - 1].norm in _IN
            )
            if self.is_object(phrase) and not in_place:
                return None
            return phrase
        return None

    def around_end(self, cue: Cue) -> Phrase | None:
        """The source that a cue of several words reaches into or holds: „in der Darstellung Pekings“."""
        named = (p for p in self.phrases if cue.first < p.end and p.first < cue.end <= p.end)
        return next((p for p in named if p.source is not Source.BEFORE), None)

    def named_after(self, cue: Cue, end: int) -> Phrase | None:
        """The source behind "according to": in the same clause, before the next comma."""
        weak: Phrase | None = None
        for phrase in self.phrases[bisect_left(self.phrases, cue.end, key=_first) :]:
            if phrase.first >= end or phrase.first - cue.end > _ACCORDING:
                break
            between = self.words.between(cue.end, phrase.first)
            if any(char in between for char in ',"“”«»„' + _BREAKS):
                break
            if any(
                place in self.words.verbs and place not in self._participles(cue.end, phrase.first)
                for place in range(cue.end, phrase.first)
            ):
                break
            near = phrase.first - cue.end <= _NEAR
            if phrase.source is not Source.BEFORE and (near or weak or phrase.source is Source.OFFICE):
                if weak and phrase.source is Source.LEADER:
                    break
                return phrase
            weak = weak or phrase
        return weak

    def _participles(self, first: int, end: int) -> frozenset[int]:
        words = ("released", "published", "issued", "posted", "verbreiteten", "veröffentlichten", "shared", "given")
        return frozenset(place for place in range(first, end) if self.words.tokens[place].norm in words)

    def near(self, cue: Cue, first: int, end: int) -> Phrase | None:
        """The source beside a verb that has no subject: "hieß es aus dem Kreml"."""
        after = [p for p in self.phrases if p.first >= cue.end and p.first - cue.end <= _NEAR and p.end <= end]
        before = [p for p in self.phrases if p.end <= cue.first and cue.first - p.end <= _NEAR and p.first >= first]
        for phrase in (*after, *reversed(before)):
            span = (cue.end, phrase.first) if phrase.first >= cue.end else (phrase.end, cue.first)
            if any(char in self.words.between(*span) for char in ',"“”«»„;:'):
                continue
            if phrase.source is Source.LEADER:
                continue
            return self._of_website(phrase, end)
        return None

    def _of_website(self, phrase: Phrase, end: int) -> Phrase:
        """Whose a paper is: "in a statement on the website of the Kremlin" names the Kremlin behind it."""
        if phrase.source is not Source.BEFORE or "paper" not in phrase.parts:
            return phrase
        behind = (p for p in self.phrases if phrase.end <= p.first < min(phrase.end + _NEAR, end))
        named = next((p for p in behind if p.source is Source.OFFICE), None)
        if named is None or any(sign in self.words.between(phrase.end, named.first) for sign in ',"“”«»„;:'):
            return phrase
        return replace(phrase, end=named.end, source=named.source, home=named.home, parts=phrase.parts | named.parts)

    def is_object(self, phrase: Phrase) -> bool:
        """True after a preposition, unless that tells where a statement was made."""
        if phrase.first == 0 or self.words.tokens[phrase.first].before is Break.CLAUSE:
            return False
        before = self.words.tokens[phrase.first - 1].norm
        if self.language == "de" and self._is_oblique(before, phrase):
            return True
        if before in ("the", "a", "an", "der", "dem", "den", "die", "das", "einem", "einer") and phrase.first > 1:
            if self.words.tokens[phrase.first - 1].before is Break.CLAUSE:
                return False
            before = self.words.tokens[phrase.first - 2].norm
        if before not in _PREPOSITIONS or self.words.between(phrase.first, phrase.first).strip():
            return False
        return before not in ("в", "во") or phrase.source is Source.LEADER

    def _is_oblique(self, article: str, phrase: Phrase) -> bool:
        """True for a German phrase in another case than the first: "der Bundesregierung", "dem Kreml"."""
        if article in ("dem", "des", "den", "einem", "einer", "eines", "einen"):
            return True
        if article != "der" or phrase.parts & {"pronoun", "possessive"}:
            return False
        word = self.words.tokens[phrase.first]
        return word.norm.endswith(_FEMININE if word.raw[:1].isupper() else "en")

    def is_where(self, phrase: Phrase) -> bool:
        """True for "in the ministry": a place that speaks."""
        return phrase.first > 0 and self.words.tokens[phrase.first - 1].norm in _IN

    def _ends_set_off(self, phrase: Phrase, end: int) -> bool:
        """True before the comma that ends "the head of the office, Anna Roe," or the same the other way round."""
        inside = range(phrase.first + 1, phrase.end)
        if phrase.end != end or self.words.between(end, end).strip() != ",":
            return False
        first = phrase.first - (self.words.tokens[phrase.first - 1].norm in _ARTICLES)
        is_behind_name = self.words.between(first, first).strip() == "," and bool(phrase.parts & _SERVING)
        return is_behind_name or any("," in self.words.between(place, place) for place in inside)

    def _may_be_between(self, first: int, end: int) -> bool:
        """Whether the tokens may stand between a source and its verb."""
        between = self.words.between(first, end)
        if any(char in between for char in '"“”«»„' + _BREAKS) or any(
            place in self.words.verbs for place in range(first, end)
        ):
            return False
        if between.lstrip().startswith(",") and between.rstrip().endswith(",") and end > first:
            return True  # an insertion: "the minister, speaking in Rome, said"
        others = [place for place in range(first, end) if place not in self.fillers]
        if "," in between and (len(others) > 2 or first == end):
            return False
        return not any(self.words.tokens[place].raw[:1].isupper() and place not in self._at for place in others)

    def has_stranger(self, cue: Cue, first: int, end: int) -> bool:
        """Whether somebody unknown is the subject: a name or, in German, a noun beside the verb."""
        if (self._is_inverted(cue, first) or self.language != "en") and self.is_stranger_at(cue.end, end):
            return True
        before = cue.first - 1
        if before >= first and not self.words.quoted[before] and not self.words.between(cue.first, cue.first).strip():
            token = self.words.tokens[before]
            return token.raw[:1].isupper() and before not in self.fillers
        return False

    def is_stranger_at(self, place: int, end: int) -> bool:
        """Whether a name that nobody knows stands at the token `place` or soon after it."""
        for here in range(place, min(place + 4, end)):
            if self.words.quoted[here] or any(
                char in self.words.between(place, here) for char in ',.;:«»“”„"' if here > place
            ):
                return False
            if self.words.between(here, here).strip(" \n") and here == place:
                return False
            token = self.words.tokens[here]
            if here in self._at:
                return False
            if token.raw[:1].isupper() and here not in self.fillers:
                return True
        return False
