"""A report as it reads for one cast: its sources, its verbs of saying, and the small words that decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from readcompare.engine.quotes.cues import Cue, cues_of
from readcompare.engine.quotes.naming import named_phrases
from readcompare.engine.quotes.phrases import Phrase, Words
from readcompare.engine.quotes.report import Report
from readcompare.engine.quotes.sources import Cast
from readcompare.lexicon.tokens import Break

_NO_VERBS = frozenset(
    "alle beide bisherige ebene ehe eigene eine einige erste gerade gerne heute hohe ihre jede jene keine meine "
    "mehrere nahe ohne seine solche viele vorige wenige welche weitere zufolge".split()
)
_DETERMINERS = frozenset("der die das den dem ein eine dieser diese dieses sein seine ihr ihre alle beide".split())
_VERBS = ("say", "tell", "impersonal", "according", "zufolge", "own_words")
_PARTS = (
    "also", "aside", "background", "both", "contrast", "deny", "history", "joining", "naming", "paper", "pronoun",
    "stage", "subjunctive", "that", "this", "when",
)  # fmt: skip


class Reading(Struct, frozen=True):
    """What all rules about one report look at."""

    report: Report
    cast: Cast
    words: Words
    phrases: Sequence[Phrase]
    """The sources, in order."""
    cues: Sequence[Cue]
    """The verbs of saying and their like, in order."""
    places: Mapping[str, frozenset[int]]
    """For each part of the attribution lexicon the indices of its tokens; never changed."""
    fillers: frozenset[int]
    """Indices of tokens that may stand between a source, its verb and what is said."""
    language: str


def _subjunctives(words: Words) -> Iterator[int]:
    """German verbs in the form of reported speech, told by their place: "die Schweiz zahle", "man prüfe"."""
    for place in range(1, len(words.tokens)):
        token, before = words.tokens[place], words.tokens[place - 1]
        is_form = token.raw.islower() and token.norm.endswith("e") and not token.norm.endswith(("te", "ende"))
        is_noun = before.raw[:1].isupper() and before.norm not in _DETERMINERS
        behind_subject = is_noun or before.norm in ("er", "sie", "es", "man")
        is_other = token.norm in _NO_VERBS or token.norm in _DETERMINERS or before.before is Break.CLAUSE
        if is_form and behind_subject and not is_other and not words.between(place, place).strip():
            yield place


def reading_of(report: Report, cast: Cast) -> Reading:
    """Read `report` for the sides of `cast`."""
    verbs = report.places(*_VERBS) - report.places("aside")
    words = Words(report.text, report.tokens, report.quoted, verbs, report.places("woman"))
    numbers = frozenset(place for place, token in enumerate(report.tokens) if token.norm[0].isdigit())
    places = {part: report.places(part) for part in _PARTS}
    if report.kit.language == "de":
        places["subjunctive"] |= frozenset(_subjunctives(words))
    return Reading(
        report=report,
        cast=cast,
        words=words,
        phrases=named_phrases(report, words, cast),
        cues=cues_of(report),
        places=places,
        fillers=report.places("filler", "aside") | numbers,
        language=report.kit.language,
    )
