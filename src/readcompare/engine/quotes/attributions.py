"""Which words of a sentence say whose account it gives: a source with a verb of saying, or "according to" one."""

from __future__ import annotations

from bisect import bisect_left

from msgspec.structs import replace

from readcompare.engine.quotes.cues import Attribution, Cue, Place
from readcompare.engine.quotes.phrases import Phrase, Source
from readcompare.engine.quotes.reading import Reading
from readcompare.engine.quotes.subjects import Subjects

_LOOSE_SOURCES = frozenset(["angaben", "per", "citing", "quoting"])
_LOOSE_VERBS = frozenset(["steht", "stand", "heisst", "hiess"])
"""Words that attribute only when they stand beside a source."""


def _first(one: Cue) -> int:
    return one.first


class Finder:
    """Finds the attributions of one clause after another."""

    def __init__(self, reading: Reading) -> None:
        self.words = reading.words
        self.cues = reading.cues
        self.fillers = reading.fillers
        self.papers = reading.places["paper"]
        self.subjunctive = reading.places["subjunctive"]
        self.subjects = Subjects(reading)

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
                phrase = self.subjects.around_end(cue) or self.subjects.named_after(cue, end)
                return self._told(cue, phrase, Source.OTHER if is_sure else None, first, end)
            case "own_words":
                return self._made(cue, None, Source.BEFORE, first, end)
            case "zufolge":
                return self._told(cue, self.subjects.before(cue, first, prepositions=True), Source.OTHER, first, end)
            case "so":
                return self._so(cue, first, end)
            case "impersonal":
                is_sure = self.words.tokens[cue.first].norm not in _LOOSE_VERBS or cue.end - cue.first > 1
                return self._told(
                    cue, self.subjects.near(cue, first, end), Source.BEFORE if is_sure else None, first, end
                )
        return self._with_subject(cue, first, end)

    def _told(
        self, cue: Cue, phrase: Phrase | None, unnamed: Source | None, first: int, end: int
    ) -> Attribution | None:
        """An attribution to the phrase; without one to `unnamed`, or none at all."""
        source = phrase.source if phrase else unnamed
        return None if source is None else self._made(cue, phrase, source, first, end)

    def _with_subject(self, cue: Cue, first: int, end: int) -> Attribution | None:
        phrase = self.subjects.of(cue, first, end)
        if phrase is not None:
            made = self._made(cue, phrase, phrase.source, first, end)
            if phrase.end <= cue.first and self.subjects.shares_subject(cue):
                # The words between are a statement of their own.
                return replace(
                    made, first=cue.first, end=cue.end, place=self._place(cue.part, cue.first, cue.end, first, end)
                )
            return made
        if self.subjects.has_stranger(cue, first, end):
            return self._made(cue, None, Source.OTHER, first, end)
        return None

    def _so(self, cue: Cue, first: int, end: int) -> Attribution | None:
        """„..., so der Sprecher"."""
        if any(one.first == cue.end and one.part == "impersonal" for one in self.cues):
            return None  # "so heißt es": the verb says it
        before = self.words.between(cue.first, cue.first) if cue.first else ""
        phrase = self.subjects.after(cue, end, 2)
        if not any(char in before for char in ',“”«»"–—') or phrase is None:
            if any(char in before for char in ',“«»"–—') and self.subjects.is_stranger_at(cue.end, end):
                return self._made(cue, None, Source.OTHER, first, end)
            return None
        return self._made(cue, phrase, phrase.source, first, end)

    def _made(self, cue: Cue, phrase: Phrase | None, source: Source, first: int, end: int) -> Attribution:
        begin = min(cue.first, phrase.first) if phrase else cue.first
        stop = max(cue.end, phrase.end) if phrase else cue.end
        while (
            begin > first
            and self.words.tokens[begin - 1].norm in _LEADS
            and self.words.between(begin, begin).strip() in ("", ".")
        ):
            begin -= 1
        return Attribution(
            first=begin,
            end=stop,
            phrase=phrase,
            source=source,
            says=cue.part != "tell",
            place=self._place(cue.part, begin, stop, first, end),
        )

    def _place(self, part: str, begin: int, stop: int, first: int, end: int) -> Place:
        ahead = [place for place in range(first, begin) if self.words.quoted[place] or place not in self.fillers]
        if not ahead:
            return Place.LEADING
        behind = [n for n in range(stop, end) if self.words.quoted[n] or n not in self.fillers | self.papers]
        before = self.words.between(begin, begin).rstrip()
        is_apart = bool(before) and before[-1] in ',“”"»«’‘—–!?…'
        if not behind:
            return Place.TRAILING if is_apart or part in _BARE else Place.LEADING
        if not is_apart or self._announces(stop, end):
            return Place.LEADING
        # "After the talks in Rome, the office said": what stands before is no statement.
        opens = first in self.fillers and self.words.tokens[first].norm not in _ARTICLES
        is_inserted = self.words.between(stop, stop).startswith(",")
        is_setting = not is_inserted and (
            opens
            and not any(place in self.subjunctive for place in ahead)
            and len(ahead) <= 4
            and not any(self.words.quoted[first:begin])
        )
        if (before[-1] == "," and is_setting) or self._opens_content(stop, end):
            return Place.LEADING
        return Place.TRAILING

    def _announces(self, stop: int, end: int) -> bool:
        """True when a colon follows: what stands before the attribution is then only what it is about."""
        for place in range(stop, min(stop + 8, end)):
            between = self.words.between(place, place).strip(" ()")
            if between or self.words.quoted[place]:
                return between.startswith(":")
        return False

    def _opens_content(self, stop: int, end: int) -> bool:
        if self.subjects.language == "en" and "," in self.words.between(stop, stop):
            return False  # "..., the office said, an account that"
        for place in range(stop, min(stop + 8, end)):
            if self.words.tokens[place].norm in ("that", "dass", "что", "que"):
                return True
            if place not in self.fillers:
                return False
        return False


_ARTICLES = frozenset("the a an der die das dem den ein eine".split())
_BARE = frozenset(["according", "zufolge", "own_words"])
"""Attributions that can end a sentence without a comma before them."""
_LEADS = frozenset(
    "mr mrs ms dr herr frau господин госпожа wie as как the a an der die das dem den des in im aus von laut в во "
    "из".split()
)
