"""Which words of a sentence say whose account it gives: a source with a verb of saying, or "according to" one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from readcompare.engine.quotes.cues import Attribution, Cue, Place
from readcompare.engine.quotes.phrases import Phrase, Source, Words
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
_LOOSE_SOURCES = frozenset(["angaben", "per", "citing", "quoting"])
_LOOSE_VERBS = frozenset(["steht", "stand", "heisst", "hiess"])
"""Words that attribute only when they stand beside a source."""
_BREAKS = ";:–—()"


def _first(one: Cue | Phrase) -> int:
    return one.first


class Finder:
    """Finds the attributions of one clause after another."""

    def __init__(
        self,
        words: Words,
        phrases: Sequence[Phrase],
        cues: Sequence[Cue],
        *,
        fillers: frozenset[int],
        papers: frozenset[int],
        language: str,
    ) -> None:
        self.words = words
        self.phrases = phrases
        self.cues = cues
        self.fillers = fillers
        self.papers = papers
        self.language = language
        self._at: Mapping[int, Phrase] = {
            place: phrase for phrase in phrases for place in range(phrase.first, phrase.end)
        }

    def attributions(self, first: int, end: int) -> tuple[Attribution, ...]:
        """Those between the tokens `first` and `end`."""
        found: list[Attribution] = []
        for cue in self.cues[bisect_left(self.cues, first, key=_first) : bisect_left(self.cues, end, key=_first)]:
            if found and cue.first < found[-1].end:
                continue
            attribution = self._attribution(cue, first, end)
            if attribution:
                found.append(attribution)
        return tuple(found)

    def _attribution(self, cue: Cue, first: int, end: int) -> Attribution | None:
        match cue.part:
            case "according":
                is_sure = self.words.tokens[cue.first].norm not in _LOOSE_SOURCES
                return self._told(cue, self._source_after(cue, end), Source.OTHER if is_sure else None, first, end)
            case "own_words":
                return self._made(cue, None, Source.BEFORE, first, end)
            case "zufolge":
                return self._told(cue, self._before(cue, first, prepositions=True), Source.OTHER, first, end)
            case "so":
                return self._so(cue, first, end)
            case "impersonal":
                is_sure = self.words.tokens[cue.first].norm not in _LOOSE_VERBS or cue.end - cue.first > 1
                return self._told(
                    cue, self._near_impersonal(cue, first, end), Source.BEFORE if is_sure else None, first, end
                )
        return self._with_subject(cue, first, end)

    def _told(
        self, cue: Cue, phrase: Phrase | None, unnamed: Source | None, first: int, end: int
    ) -> Attribution | None:
        """An attribution to the phrase; without one to `unnamed`, or none at all."""
        source = phrase.source if phrase else unnamed
        return None if source is None else self._made(cue, phrase, source, first, end)

    def _with_subject(self, cue: Cue, first: int, end: int) -> Attribution | None:
        phrase = self._subject(cue, first, end)
        if phrase is not None:
            return self._made(cue, phrase, phrase.source, first, end)
        if self._has_stranger(cue, first, end):
            return self._made(cue, None, Source.OTHER, first, end)
        return None

    def _so(self, cue: Cue, first: int, end: int) -> Attribution | None:
        """„..., so der Sprecher"."""
        before = self.words.between(cue.first, cue.first) if cue.first else ""
        phrase = self._after(cue, end, 2)
        if not any(char in before for char in ',“”«»"–—') or phrase is None:
            if any(char in before for char in ',“«»"–—') and self._stranger(cue.end, end):
                return self._made(cue, None, Source.OTHER, first, end)
            return None
        return self._made(cue, phrase, phrase.source, first, end)

    def _subject(self, cue: Cue, first: int, end: int) -> Phrase | None:
        inside = [p for p in self.phrases if cue.first < p.first and p.end <= cue.end]
        if inside:
            return next((p for p in inside if not self.is_object(p)), None)
        inverted = self._is_inverted(cue, first)
        after = self._after(cue, end, 3 if self.language != "en" else 1)
        before = self._before(cue, first, prepositions=False)
        if self.language == "en":
            return before or (after if inverted and cue.part == "say" else None)
        if inverted or (self.language == "ru" and after and after.first == cue.end and before is None):
            return after or before or self._far_before(cue, first, end)
        if before and after and after.first == cue.end and "," in self.words.between(before.end, cue.first):
            return after
        return before or after or self._far_before(cue, first, end)

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

    def _before(self, cue: Cue, first: int, *, prepositions: bool) -> Phrase | None:
        for phrase in reversed(self.phrases[: bisect_left(self.phrases, cue.first, key=_first)]):
            if phrase.end > cue.first:
                continue
            if phrase.first < first or cue.first - phrase.end > _FILLED:
                return None
            if not prepositions and self.is_object(phrase):
                continue
            return phrase if self._may_be_between(phrase.end, cue.first) else None
        return None

    def _after(self, cue: Cue, end: int, reach: int) -> Phrase | None:
        for phrase in self.phrases[bisect_left(self.phrases, cue.end, key=_first) :]:
            if phrase.end > end or phrase.first - cue.end > reach:
                return None
            gap = range(cue.end, phrase.first)
            if any(char in self.words.between(cue.end, phrase.first) for char in ',"“”«»„' + _BREAKS):
                return None
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

    def _source_after(self, cue: Cue, end: int) -> Phrase | None:
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

    def _near_impersonal(self, cue: Cue, first: int, end: int) -> Phrase | None:
        after = [p for p in self.phrases if p.first >= cue.end and p.first - cue.end <= _NEAR and p.end <= end]
        before = [p for p in self.phrases if p.end <= cue.first and cue.first - p.end <= _NEAR and p.first >= first]
        for phrase in (*after, *reversed(before)):
            span = (cue.end, phrase.first) if phrase.first >= cue.end else (phrase.end, cue.first)
            if any(char in self.words.between(*span) for char in ',"“”«»„;:'):
                continue
            if phrase.source is Source.LEADER:
                continue
            return phrase
        return None

    def is_object(self, phrase: Phrase) -> bool:
        """True after a preposition, unless that tells where a statement was made."""
        if phrase.first == 0 or self.words.tokens[phrase.first].before is Break.CLAUSE:
            return False
        before = self.words.tokens[phrase.first - 1].norm
        if before in ("the", "a", "an", "der", "dem", "den", "die", "das", "einem", "einer") and phrase.first > 1:
            if self.words.tokens[phrase.first - 1].before is Break.CLAUSE:
                return False
            before = self.words.tokens[phrase.first - 2].norm
        if before not in _PREPOSITIONS or self.words.between(phrase.first, phrase.first).strip():
            return False
        return before not in ("в", "во") or phrase.source is Source.LEADER

    def is_where(self, phrase: Phrase) -> bool:
        """True for "in the ministry": a place that speaks."""
        return phrase.first > 0 and self.words.tokens[phrase.first - 1].norm in _IN

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

    def _has_stranger(self, cue: Cue, first: int, end: int) -> bool:
        """Whether somebody unknown is the subject: a name or, in German, a noun beside the verb."""
        if (self._is_inverted(cue, first) or self.language != "en") and self._stranger(cue.end, end):
            return True
        before = cue.first - 1
        if before >= first and not self.words.quoted[before] and not self.words.between(cue.first, cue.first).strip():
            token = self.words.tokens[before]
            return token.raw[:1].isupper() and before not in self.fillers
        return False

    def _stranger(self, place: int, end: int) -> bool:
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

    def _made(self, cue: Cue, phrase: Phrase | None, source: Source, first: int, end: int) -> Attribution:
        begin = min(cue.first, phrase.first) if phrase else cue.first
        stop = max(cue.end, phrase.end) if phrase else cue.end
        while (
            begin > first
            and self.words.tokens[begin - 1].norm in _LEADS
            and not self.words.between(begin, begin).strip()
        ):
            begin -= 1
        return Attribution(
            first=begin,
            end=stop,
            phrase=phrase,
            source=source,
            says=cue.part != "tell",
            place=self._place(begin, stop, first, end),
        )

    def _place(self, begin: int, stop: int, first: int, end: int) -> Place:
        ahead = [place for place in range(first, begin) if self.words.quoted[place] or place not in self.fillers]
        if not ahead:
            return Place.LEADING
        behind = [n for n in range(stop, end) if self.words.quoted[n] or n not in self.fillers | self.papers]
        if not behind:
            return Place.TRAILING
        before = self.words.between(begin, begin).rstrip()
        if not before or before[-1] not in ',“”"»«’‘—–!?':
            return Place.LEADING
        # "After the talks in Rome, the office said": what stands before is no statement.
        is_setting = first in self.fillers and len(ahead) <= 4 and not any(self.words.quoted[first:begin])
        if before[-1] == "," and (is_setting or self._opens_content(stop, end)):
            return Place.LEADING
        return Place.TRAILING

    def _opens_content(self, stop: int, end: int) -> bool:
        for place in range(stop, min(stop + 8, end)):
            if self.words.tokens[place].norm in ("that", "dass", "что", "que"):
                return True
            if place not in self.fillers:
                return False
        return False


_LEADS = frozenset("wie as как the a an der die das dem den des in im aus von laut в во из".split())
