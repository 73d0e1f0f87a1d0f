"""What the reader must know about the texts and about what was set by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from readcompare.engine.hand import Hand
from readcompare.engine.prepare import Kit, Prepared
from readcompare.engine.unread import named
from readcompare.lexicon.matcher import Matcher
from readcompare.model.text import Document, Wording

_NAMED = 8
"""Sentences named in a note at most."""


def notes_about(prepared: Prepared, kit: Kit) -> list[str]:
    """What the reader must know, each note once with the letters of the sides that it is about."""
    sides: dict[str, list[str]] = {}
    for document, matcher, unread in zip(prepared.documents, kit.matchers, prepared.unread, strict=True):
        for note in _notes_on(document, matcher, unread):
            sides.setdefault(note, []).append(document.letter)
    notes = [f"{' and '.join(letters)}: {note}" for note, letters in sides.items()]
    return [*notes, prepared.meaning.scale.note] if prepared.meaning else notes


def lost(hand: Hand) -> Iterator[str]:
    """What was set by hand and has no place in these texts: said, so that no work is lost unseen."""
    for judgement in hand.lost:
        names = ", ".join(anchor.sentence for anchor in (*judgement.a, *judgement.b))
        yield f"set by hand and not found in the texts any more: {names} ({judgement.verdict}); look at the annotations"
    for (a, b), count in Counter(judgement.languages for judgement in hand.elsewhere if judgement.languages).items():
        yield f"kept for the versions in {a} and {b}: {count} {'row' if count == 1 else 'rows'} set by hand"


def _notes_on(document: Document, matcher: Matcher, unread: frozenset[int]) -> Iterator[str]:
    readout = document.readout
    if not document.sentences:
        yield "the text is empty"
    elif not matcher.knows_language:
        yield (
            f"language {readout.language} has no lexicon, so sentences are matched by names, numbers and like words "
            "alone, and acts, terms and what is missing are not checked"
        )
    elif unread:
        names = [document.sentences[place].id for place in sorted(unread)]
        yield (
            f"in another language than {readout.language}, so compared by names, numbers and like words alone: "
            f"{named(names, _NAMED)}; nothing that the other side has is surely missing here"
        )
    if readout.wording is Wording.RECONSTRUCTION:
        yield "wording: reconstruction, written after reports of the text; not the official wording"
    elif readout.wording:
        yield f"wording: {readout.wording}"
    if not readout.complete:
        yield "an excerpt, so nothing is said to be missing from the whole text"
