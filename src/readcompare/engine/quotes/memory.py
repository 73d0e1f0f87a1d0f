"""Who spoke before: what "it", "the statement" and "there" mean."""

from __future__ import annotations

from msgspec import Struct, field

from readcompare.engine.quotes.phrases import Source
from readcompare.model.text import Span


class Speaker(Struct, frozen=True):
    """Whose account a statement gives."""

    home: str | None
    """The side; None for anybody else."""
    source: Source
    attribution: Span
    """The words of the report that say so."""
    parts: frozenset[str] = frozenset()
    """What the report calls it."""


_NOBODY = Speaker(None, Source.OTHER, Span(0, 0))
_NOUNS = ("ministry", "paper", "official", "office")
_PERSONS = frozenset(["voice", "leader", "person", "minister", "title"])


class Memory(Struct):
    """The sources of a report so far."""

    last: Speaker | None = None
    """Whoever spoke last."""
    paragraph: int = 0
    """Number of the paragraph of the last attributed statement."""
    noted: Speaker | None = None
    """The office that a statement was about which reported nothing."""
    noted_in: int = 0
    """Number of its paragraph."""
    person: Speaker | None = None
    """The leader whom a statement was about which reported nothing."""
    person_in: int = 0
    """Number of its paragraph."""
    institution: Speaker | None = None
    """The office, or the other body, that spoke or was spoken of last."""
    by_noun: dict[str, Speaker] = field(default_factory=dict)
    by_word: dict[str, Speaker] = field(default_factory=dict)
    """The last one in whose name a word stood, in folded letters."""
    by_name: dict[str, Speaker] = field(default_factory=dict)
    """Spokespersons that were introduced by their names, in folded letters."""

    def hear(self, speaker: Speaker, paragraph: int) -> None:
        """Keep who made the statement in `paragraph`."""
        self.last, self.paragraph = speaker, paragraph
        self.mention(speaker)

    def note(self, speaker: Speaker, paragraph: int) -> None:
        """Keep whom a statement in `paragraph` is about that reports nothing."""
        self.mention(speaker)
        self.noted, self.noted_in = speaker, paragraph

    def current(self, paragraph: int) -> Speaker | None:
        """Whose account a paragraph gives so far: whoever spoke in it last, or was spoken of since."""
        last = self.last if self.paragraph == paragraph else None
        noted = self.noted if self.noted_in == paragraph else None
        if last is None or noted is None:
            return last or noted
        return last if noted.attribution.start <= last.attribution.start else noted

    def mention(self, speaker: Speaker) -> None:
        """Keep who is spoken of."""
        if speaker.source is Source.OFFICE or not speaker.parts & _PERSONS:
            self.institution = speaker
        for noun in _NOUNS:
            if noun in speaker.parts:
                self.by_noun[noun] = speaker

    def resolve(self, parts: frozenset[str], paragraph: int) -> Speaker:
        """Whom a phrase without a name means: the last source that was called so, else the last one."""
        return self._meant(parts, paragraph) or _NOBODY

    def _meant(self, parts: frozenset[str], paragraph: int) -> Speaker | None:
        if {"office", "title"} <= parts and "office" in self.by_noun:
            return self.by_noun["office"]
        if parts == {"title"}:
            return self._subject(paragraph) or self.last or self.institution
        if parts == {"description"}:
            return self.last if self.paragraph == paragraph else None
        if "ministry" in parts or ("official" in parts and "office" not in parts):
            return self.by_noun.get("ministry" if "ministry" in parts else "official")
        if parts & {"paper", "there", "pronoun"} or not parts:
            return (self._subject(paragraph) if "he" in parts else None) or self._nearest()
        return self.institution or self.last

    def _subject(self, paragraph: int) -> Speaker | None:
        """The leader whom the paragraph is about since somebody spoke in it last."""
        if self.person is None or self.person_in != paragraph:
            return None
        spoke = self.last.attribution.start if self.last and self.paragraph == paragraph else -1
        return self.person if self.person.attribution.start > spoke else None

    def _nearest(self) -> Speaker | None:
        """Who spoke last, or the body that was spoken of since."""
        last, body = self.last, self.institution
        if last is None or body is None:
            return last or body
        return last if body.attribution.start <= last.attribution.start else body
