"""A user's lexicon over the shipped ones."""

from __future__ import annotations

import pytest

from readcompare.lexicon.entries import Entry, Lexicon
from readcompare.lexicon.matcher import Matcher
from readcompare.lexicon.merging import merged
from readcompare.lexicon.tokens import tokenise


def entry(layer: str, entry_id: str, *patterns: str, **fields: float) -> Entry:
    return Entry(id=entry_id, layer=layer, fields=tuple(fields.items()), patterns=(("en", patterns),))


SHIPPED = (
    Lexicon("bridge", (entry("bridge", "border", "border*", "frontier", w=0.6), entry("bridge", "war", "war"))),
    Lexicon("topics", (entry("topics", "border", "border*"),)),
)


def found(own: list[Lexicon], text: str) -> list[tuple[str, str, float]]:
    mentions = merged(Matcher(SHIPPED, "en"), own).mentions(tokenise(text))
    return [(mention.layer, mention.id, mention.entry.number("w")) for mention in mentions]


def test_nothing_of_ones_own_changes_nothing() -> None:
    shipped = Matcher(SHIPPED, "en")
    assert merged(shipped, []) is shipped


def test_an_entry_replaces_the_one_with_its_id_in_its_layer_alone() -> None:
    own = [Lexicon("bridge", (entry("bridge", "border", "fence", w=0.9),))]
    assert found(own, "the border") == [("topics", "border", 0)]
    assert found(own, "the frontier") == []
    assert found(own, "the fence") == [("bridge", "border", 0.9)]


def test_a_new_entry_is_added_and_the_others_stay() -> None:
    own = [Lexicon("bridge", (entry("bridge", "fence", "fence"),))]
    assert found(own, "a war over the fence at the border") == [
        ("bridge", "war", 0),
        ("bridge", "fence", 0),
        ("bridge", "border", 0.6),
        ("topics", "border", 0),
    ]


def test_of_two_equally_strong_patterns_the_users_own_wins() -> None:
    own = [Lexicon("bridge", (entry("bridge", "line", "border*"),))]
    assert found(own, "the borders") == [("bridge", "line", 0), ("topics", "border", 0)]


def test_a_later_lexicon_replaces_an_entry_of_an_earlier_one() -> None:
    own = [
        Lexicon("bridge", (entry("bridge", "fence", "fence"),)),
        Lexicon("bridge", (entry("bridge", "fence", "wall"),)),
    ]
    assert found(own, "a fence") == []
    assert found(own, "a wall") == [("bridge", "fence", 0)]


def test_a_layer_that_is_not_shipped_is_added() -> None:
    assert found([Lexicon("verbs", (entry("verbs", "say", "said"),))], "He said war") == [
        ("verbs", "say", 0),
        ("bridge", "war", 0),
    ]


def test_exceptions_come_along() -> None:
    own = Entry(id="war", layer="bridge", patterns=(("en", ("war",)),), excepts=(("en", ("cold war",)),))
    assert found([Lexicon("bridge", (own,))], "war") == [("bridge", "war", 0)]
    assert found([Lexicon("bridge", (own,))], "the cold war") == []


@pytest.mark.parametrize("text", ["the border", "a war", "the frontier of war"])
def test_it_finds_what_one_matcher_of_all_entries_finds(text: str) -> None:
    fence = entry("bridge", "fence", "fence")
    whole = Matcher((Lexicon("bridge", (fence, *SHIPPED[0].entries)), SHIPPED[1]), "en")
    assert [
        (m.layer, m.id) for m in merged(Matcher(SHIPPED, "en"), [Lexicon("bridge", (fence,))]).mentions(tokenise(text))
    ] == [(m.layer, m.id) for m in whole.mentions(tokenise(text))]
