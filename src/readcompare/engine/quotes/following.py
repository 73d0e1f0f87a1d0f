"""Whether a statement without a verb of saying goes on with an account, and whose it is then."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby

from readcompare.engine.quotes.cues import Attribution, Cue, Place
from readcompare.engine.quotes.marks import Quotation
from readcompare.engine.quotes.memory import Memory, Speaker
from readcompare.engine.quotes.phrases import Phrase, Source
from readcompare.engine.quotes.reading import Reading
from readcompare.engine.quotes.report import Statement
from readcompare.engine.quotes.subjects import Subjects
from readcompare.model.text import Span

_CHAIN = 8
"""Tokens from the start within which a sentence shows that it goes on with the account before it."""


_USED_TO = ("заявлял", "говорил", "называл", "отмечал", "подчеркивал", "сообщал", "указывал", "утверждал")
"""Russian verbs of saying in the aspect of what was said at some time before."""
_HAD = {"de": ("hatte", "hatten"), "en": ("had",), "fr": ("avait",)}


class Following:
    """Looks at one statement after another, with what was read before."""

    def __init__(self, reading: Reading, subjects: Subjects, memory: Memory) -> None:
        self.report = reading.report
        self.phrases = reading.phrases
        self.cues = reading.cues
        self._verbs = reading.words.verbs
        self.fillers = reading.fillers
        self.language = reading.language
        self.places = reading.places
        self.subjects = subjects
        self.memory = memory
        history = reading.places["history"]
        when = reading.places["when"]
        self._about_before = frozenset(
            paragraph
            for paragraph, statements in groupby(reading.report.statements, key=lambda one: one.paragraph)
            if next(statements).first in when
        )
        self._looking_back = frozenset(
            statement.paragraph
            for statement in reading.report.statements
            if any(place in history for place in range(statement.first, min(statement.first + 4, statement.end)))
        )

    def announced(self, clause: Statement, own: Sequence[Quotation]) -> tuple[Speaker, Span] | None:
        """Whose words follow a colon, as in "In the Kremlin it sounded like this: ...", and where they stand."""
        text, span = self.report.text, clause.span
        colon = text.find(": ", span.start, span.end)
        if colon < 0 or self.is_nobodys(clause) or any(one.outer.start < colon for one in self._inside(clause)):
            return None
        begin = bisect_left(self.report.tokens, colon, key=lambda token: token.span.start)
        named = [p for p in self.phrases if clause.first <= p.first < begin and p.source is not Source.BEFORE]
        is_speech = bool(own) or any(place in self.places["subjunctive"] for place in range(begin, clause.end))
        if len(named) != 1 or named[0].source is not Source.OFFICE or not is_speech:
            return None
        return self._speaker(named[0]), Span(colon + 2, span.end)

    def _inside(self, clause: Statement) -> list[Quotation]:
        return [one for one in self.report.quotations if clause.span.start <= one.span.start < clause.span.end]

    def is_nobodys(self, clause: Statement) -> bool:
        """Whether a statement looks back, or gives what both sides say."""
        if clause.paragraph in self._looking_back or clause.first in self.places["when"]:
            return True
        return any(cue.first - 2 <= n <= cue.end + 1 for cue in self._cues(clause) for n in self.places["both"])

    def implied(self, clause: Statement, own: Sequence[Quotation]) -> Speaker | None:
        """Whose a statement is that names no verb of saying; None when it is nobody's."""
        if self.is_nobodys(clause):
            return None
        last = self.memory.current(clause.paragraph)
        outside = [n for n in range(clause.first, clause.end) if not self.report.quoted[n] and n not in self.fillers]
        goes_on = self.goes_on(clause)
        if own and len(outside) <= 1:
            return last or (self.memory.last if self._follows_colon(clause) else None)
        if last and goes_on and (last.source is Source.OFFICE or self._is_subjunctive(clause)):
            return last
        return self._named_before(clause, own)

    def _named_before(self, clause: Statement, own: Sequence[Quotation]) -> Speaker | None:
        """The office or the leader whom a sentence with quotations has as its subject."""
        subject = self._subject(clause, own)
        if not own or subject is None or subject.source in (Source.OTHER, Source.BEFORE):
            return None
        is_earlier = subject.source is Source.LEADER and (self.is_background(clause) or self._had(clause))
        # A country alone may be its people, who have no spokesman.
        return None if is_earlier or subject.parts <= {"country"} else self._speaker(subject)

    def _speaker(self, phrase: Phrase) -> Speaker:
        span = Span(self.report.tokens[phrase.first].span.start, self.report.tokens[phrase.end - 1].span.end)
        return Speaker(phrase.home, phrase.source, span, phrase.parts)

    def _cues(self, clause: Statement) -> list[Cue]:
        return [cue for cue in self.cues if clause.first <= cue.first < clause.end and cue.part == "say"]

    def _follows_colon(self, clause: Statement) -> bool:
        return self.report.text[: clause.span.start].rstrip().endswith(":")

    def _subject(self, clause: Statement, own: Sequence[Quotation]) -> Phrase | None:
        """The source named before the first quotation; somebody else, when somebody else is named after it."""
        limit = own[0].outer.start if own else clause.span.end
        named = [p for p in self.phrases if clause.first <= p.first < clause.end]
        named = [p for p in named if self.report.tokens[p.first].span.start < limit]
        other = next(
            (
                p
                for p in named
                if p.source is Source.OTHER and p.parts & {"other", "media", "minister", "person", "ministry"}
            ),
            None,
        )
        if other:
            return other
        return next((p for p in named if not self.subjects.is_object(p)), None)

    def goes_on(self, clause: Statement) -> bool:
        """True when a statement goes on with the account that the one before it gave."""
        if not self._may_go_on(clause):
            return False
        return self._is_subjunctive(clause) or self.is_more(clause)

    def _is_subjunctive(self, clause: Statement) -> bool:
        inside = range(clause.first, clause.end)
        return any(place in self.places["subjunctive"] and not self.report.quoted[place] for place in inside)

    def is_indirect(self, clause: Statement, attribution: Attribution) -> bool:
        """True for „Macron habe Xi gesagt“ in the account of an office: that he said it is reported itself."""
        current = self.memory.current(clause.paragraph)
        if attribution.source is not Source.LEADER or current is None or current.source is not Source.OFFICE:
            return False
        ahead = range(clause.first, attribution.end)
        return any(n in self.places["subjunctive"] and not self.report.quoted[n] for n in ahead)

    def is_more(self, clause: Statement) -> bool:
        """True for "also" and "the two leaders" at the start of a statement that reports something."""
        inside = range(clause.first, clause.end)
        is_report = any(verb.first in inside and verb.entry.number("force") >= 2 for verb in self.report.verbs)
        if not is_report or not self._may_go_on(clause):
            return False
        start = range(clause.first, min(clause.first + _CHAIN, clause.end))
        is_both = any(place in self.places["both"] for place in start)
        is_also = any(place in self.places["also"] for place in start)
        leads = any(p.source is Source.LEADER and p.first in start for p in self._named(clause)[:1])
        pronoun = any(place in self.places["pronoun"] for place in start[:3])
        return is_both or (is_also and (leads or pronoun))

    def _may_go_on(self, clause: Statement) -> bool:
        """Whether somebody gives an account in the paragraph, and nobody else is named first."""
        if self.is_background(clause) or self.memory.current(clause.paragraph) is None:
            return False
        others = {"other", "media", "minister", "organisation"}
        return not any(p.source is Source.OTHER and p.parts & others for p in self._named(clause)[:1])

    def _named(self, clause: Statement) -> list[Phrase]:
        return [phrase for phrase in self.phrases if clause.first <= phrase.first < clause.end]

    def is_elsewhen(self, clause: Statement, attribution: Attribution, source: Source) -> bool:
        """Whether an attributed statement was made on another occasion than the talk and what offices said of it."""
        if clause.paragraph in self._looking_back or clause.first in self.places["when"]:
            return True
        if source is Source.LEADER:
            if clause.paragraph in self._about_before:
                return True
            return self.is_background(clause) or self._is_past_perfect(clause, attribution)
        said = (
            range(clause.first, min(attribution.end + 2, clause.end))
            if attribution.place is Place.LEADING
            else range(attribution.first, clause.end)
        )
        return any(place in self.places["background"] for place in said)

    def _is_past_perfect(self, clause: Statement, attribution: Attribution) -> bool:
        """True for "Macron had told them" and „Erdoğan hatte ... genannt“: before what the report tells."""
        inside = range(clause.first if self.language == "de" else attribution.first, attribution.end)
        if self.language == "ru":
            verb = "".join(self.report.tokens[n].norm for n in inside if n in self._verbs)
            return verb.startswith(_USED_TO)
        words = _HAD.get(self.language, ())
        return any(self.report.tokens[place].norm in words and not self.report.quoted[place] for place in inside)

    def _had(self, clause: Statement) -> bool:
        """True for a German sentence in the past perfect, whose participle may be far from its "hatte"."""
        inside = range(clause.first, clause.end)
        words = _HAD["de"] if self.language == "de" else ()
        return any(self.report.tokens[n].norm in words and not self.report.quoted[n] for n in inside)

    def is_background(self, clause: Statement) -> bool:
        """Whether it says that something was said on another occasion."""
        places = range(clause.first, clause.end)
        return clause.paragraph in self._looking_back or any(
            place in self.places["background"] or place in self.places["stage"] for place in places
        )
