"""Faults of patterns: each kind fires where it should and is silent where it should not."""

from __future__ import annotations

import pytest

from readcompare.lexicon.entries import Entry, Lexicon
from readcompare.lexicon.faults import faults
from readcompare.lexicon.matcher import Matcher

SHIPPED = Lexicon(
    "bridge",
    (
        Entry(id="border", layer="bridge", patterns=(("en", ("border*", "state border")),)),
        Entry(id="agreement", layer="bridge", patterns=(("en", ("*agreement*",)),)),
    ),
)
FILLERS = {"en": frozenset({"the", "of", "against"})}


def told(*entries: Entry) -> list[tuple[int, int, bool, str]]:
    lexicon = Lexicon(entries[0].layer, entries)
    found = faults(lexicon, lambda language: Matcher([SHIPPED], language), FILLERS)
    return [(fault.entry, fault.pattern, fault.exception, fault.message) for fault in found]


def one(
    *patterns: str, layer: str = "bridge", name: str = "own", w: float = 1.0, excepts: tuple[str, ...] = ()
) -> Entry:
    return Entry(
        id=name,
        layer=layer,
        fields=(("w", w),),
        patterns=(("en", patterns),),
        excepts=(("en", excepts),) if excepts else (),
    )


@pytest.mark.parametrize(
    ("entry", "gist"),
    [
        (one("a*"), "matches every word that begins with 'a'; write at least 3 letters"),
        (one("ab*"), "matches every word that begins with 'ab'"),
        (one("*ab"), "matches every word that ends with 'ab'"),
        (one("*b*"), "matches every word that holds 'b'"),
        (one("against"), "matches a function word"),
        (one("fence", "fence"), "stands twice in this entry"),
        (one("fence", excepts=("fence",)), "can never match: an exception"),
    ],
)
def test_a_fault_is_found(entry: Entry, gist: str) -> None:
    ((_, _, exception, message),) = told(entry)
    assert not exception
    assert gist in message


@pytest.mark.parametrize(
    "entry",
    [
        one("abc*"),
        one("ab"),
        one("=US"),
        one("of the"),
        one("ab* fence"),
        one("against", w=0.2),
        one("against", layer="modality"),
        one("bordering"),
        one("border*"),
        one("fence*", excepts=("fences",)),
        one("fence ... border"),
    ],
)
def test_a_sound_pattern_is_left_alone(entry: Entry) -> None:
    assert told(entry) == []


def test_a_pattern_of_two_entries_is_named_with_the_first() -> None:
    ((entry, pattern, _, message),) = told(one("wall", "fence"), one("hedge", "fence", name="other"))
    assert (entry, pattern) == (1, 1)
    assert "stands in the entry 'own' already" in message


def test_topics_may_share_a_pattern_because_a_sentence_has_several() -> None:
    assert told(one("fence", layer="topics"), one("fence", layer="topics", name="other")) == []


def test_a_pattern_that_is_always_beaten_is_named_with_the_winner() -> None:
    ((entry, pattern, _, message),) = told(one("fence*"), one("fence", "fencexyz", name="other"))
    assert (entry, pattern) == (0, 0)
    assert "'fence*' is always beaten by the entry 'other'" in message


def test_what_beats_a_pattern_may_be_a_shipped_one() -> None:
    shipped = Lexicon("bridge", (Entry(id="both", layer="bridge", patterns=(("en", ("fence", "fencexyz")),)),))
    lexicon = Lexicon("bridge", (one("fence*"),))
    (found,) = faults(lexicon, lambda language: Matcher([shipped], language), FILLERS)
    assert "always beaten by the entry 'both'" in found.message


def test_an_exception_that_covers_nothing_is_found() -> None:
    ((_, pattern, exception, message),) = told(one("fence*", excepts=("fences", "wall")))
    assert (pattern, exception) == (1, True)
    assert "covers no pattern" in message
