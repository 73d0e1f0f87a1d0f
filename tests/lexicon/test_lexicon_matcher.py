"""The matcher: rivalry between entries, exceptions, requirements, places."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readcompare.lexicon.entries import Entry, FieldValue, Lexicon, Mention, apply_requires
from readcompare.lexicon.matcher import Matcher
from readcompare.lexicon.tokens import tokenise


def entry(
    layer: str,
    entry_id: str,
    *patterns: str,
    excepts: tuple[str, ...] = (),
    requires: str | None = None,
    **fields: FieldValue,
) -> Entry:
    return Entry(
        id=entry_id,
        layer=layer,
        fields=tuple(fields.items()),
        patterns=(("en", patterns),),
        excepts=(("en", excepts),) if excepts else (),
        requires=requires,
    )


def find(text: str, *entries: Entry, language: str = "en") -> tuple[Mention, ...]:
    layers = dict.fromkeys(one.layer for one in entries)
    lexicons = [Lexicon(layer, tuple(one for one in entries if one.layer == layer)) for layer in layers]
    return Matcher(lexicons, language).mentions(tokenise(text))


def told(text: str, *entries: Entry) -> list[tuple[str, str]]:
    return [(mention.id, mention.span.of(text)) for mention in find(text, *entries)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("peace talks", [("peace_talks", "peace talks")]),
        ("the talks on peace", [("talks", "talks"), ("peace", "peace")]),
        ("peacekeepers", [("peacekeeper", "peacekeepers")]),
        ("peaceful", [("peace", "peaceful")]),
        ("peace talks talks", [("peace_talks", "peace talks"), ("talks", "talks")]),
    ],
)
def test_in_one_lexicon_more_tokens_win_then_more_letters(text: str, expected: list[tuple[str, str]]) -> None:
    entries = (
        entry("bridge", "peace", "peace*"),
        entry("bridge", "talks", "talks"),
        entry("bridge", "peace_talks", "peace talks"),
        entry("bridge", "peacekeeper", "peacekeep*"),
    )
    assert told(text, *entries) == expected


def test_then_the_leftmost_wins() -> None:
    assert told("one two one", entry("verbs", "x", "one two"), entry("verbs", "y", "two one")) == [("x", "one two")]


def test_a_whole_word_beats_a_start_of_the_same_letters() -> None:
    entries = (entry("bridge", "side", "both*"), entry("bridge", "both", "both"))
    assert told("both", *entries) == [("both", "both")]


def test_in_topics_entries_do_not_compete() -> None:
    entries = (entry("topics", "talks", "talks", "peace talks"), entry("topics", "peace", "peace"))
    assert told("peace talks", *entries) == [("peace", "peace"), ("talks", "peace talks")]


def test_in_term_families_only_one_family_competes() -> None:
    entries = (
        entry("term_families", "w.war", "war", family="war"),
        entry("term_families", "w.civil", "civil war", family="war"),
        entry("term_families", "s.society", "civil", family="society"),
    )
    assert told("civil war", *entries) == [("s.society", "civil"), ("w.civil", "civil war")]


def test_layers_do_not_compete() -> None:
    entries = (entry("entities", "minsk", "minsk"), entry("topics", "minsk", "minsk agreement*"))
    assert told("Minsk agreements", *entries) == [("minsk", "Minsk"), ("minsk", "Minsk agreements")]


def test_what_stands_in_a_gap_is_free_for_others() -> None:
    text = "call today loudly on him"
    mentions = find(text, entry("verbs", "call_on", "call* ... on"), entry("verbs", "loud", "loud*"))
    assert [(mention.id, mention.tokens) for mention in mentions] == [("call_on", (0, 3)), ("loud", (2,))]
    assert mentions[0].span.of(text) == "call today loudly on"
    assert (mentions[0].first, mentions[0].end) == (0, 4)


def test_a_gap_is_as_short_as_can_be() -> None:
    assert told("call on him on Monday", entry("verbs", "x", "call ... on")) == [("x", "call on")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minsk agreements", []),
        ("Minsk", ["Minsk"]),
        ("the agreements of Minsk, Minsk agreements", ["Minsk"]),
        ("Minsk's long old plan", []),
    ],
)
def test_an_exception_undoes_what_it_covers(text: str, expected: list[str]) -> None:
    minsk = entry("entities", "minsk", "minsk*", excepts=("minsk agreement*", "minsk* ... plan"))
    assert [place for _, place in told(text, minsk)] == expected


def test_an_exception_undoes_nothing_of_other_entries() -> None:
    entries = (entry("entities", "a", "minsk", excepts=("minsk two",)), entry("entities", "b", "minsk two"))
    assert told("Minsk two", *entries) == [("b", "Minsk two")]


def test_a_match_undone_does_not_suppress_a_weaker_rival() -> None:
    entries = (entry("bridge", "long", "peace talks", excepts=("peace talks",)), entry("bridge", "short", "talks"))
    assert told("peace talks", *entries) == [("short", "talks")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the annexation. Crimea", {"annexation", "crimea"}),
        ("the annexation", set()),
        ("Syria and the annexation", {"syria"}),
    ],
)
def test_a_requirement_is_met_anywhere_in_the_document(text: str, expected: set[str]) -> None:
    mentions = find(
        text,
        entry("entities", "crimea", "crimea"),
        entry("topics", "syria", "syria"),
        entry("term_families", "annexation", "annexation", requires="crimea", family="crimea"),
    )
    assert {mention.id for mention in apply_requires(mentions)} == expected


def test_a_topic_meets_a_requirement_and_another_layer_does_not() -> None:
    needing = entry("term_families", "f", "word", requires="food", family="f")
    met = find("word food", needing, entry("topics", "food", "food"))
    unmet = find("word food", needing, entry("bridge", "food", "food"))
    assert [mention.id for mention in apply_requires(met)] == ["f", "food"]
    assert [mention.id for mention in apply_requires(unmet)] == ["food"]


@pytest.mark.parametrize("language", ["fr", "und", ""])
def test_a_language_without_patterns_mentions_nothing(language: str) -> None:
    assert find("peace talks Putin US", entry("bridge", "peace", "peace", "=US"), language=language) == ()


def test_a_matcher_tells_whether_it_knows_its_language() -> None:
    lexicon = Lexicon("bridge", (entry("bridge", "peace", "peace"),))
    assert Matcher([lexicon], "en").knows_language
    assert not Matcher([lexicon], "fr").knows_language


def test_an_empty_text_mentions_nothing() -> None:
    assert find("", entry("bridge", "peace", "peace")) == ()


def test_the_span_is_right_after_letters_that_change_length() -> None:
    text = "ßßß İ\u0307 Straße, Frie\u00adden"
    assert told(text, entry("bridge", "street", "strasse"), entry("bridge", "peace", "frieden")) == [
        ("street", "Straße"),
        ("peace", "Frie\u00adden"),
    ]


def test_fields_are_read_by_type() -> None:
    one = entry("verbs", "urge", "urge", force=7, stance="critical", used_by=("a", "b"))
    assert (one.number("force"), one.text("stance"), one.names("used_by")) == (7.0, "critical", ("a", "b"))
    assert (one.number("stance", 1.0), one.text("force"), one.names("stance")) == (1.0, "", ("critical",))
    assert (one.number("none"), one.text("none", "x"), one.names("none")) == (0.0, "x", ())


def test_a_malformed_pattern_is_a_programming_error() -> None:
    with pytest.raises(ValueError, match="empty"):
        find("word", entry("bridge", "nothing", " "))


WORDS = st.text(alphabet=st.sampled_from("abAB ßё\u00ad.\n-'1"), max_size=60)


@given(WORDS)
def test_mentions_lie_in_the_text_in_order_and_do_not_share_tokens(text: str) -> None:
    entries = (
        entry("bridge", "a", "a*", "*b*", "a b"),
        entry("bridge", "gap", "a ... b", "b* ... a a"),
        entry("bridge", "case", "=A", "=AB B"),
    )
    tokens = tokenise(text)
    mentions = find(text, *entries)
    for mention in mentions:
        assert mention.span.start == tokens[mention.first].span.start
        assert mention.span.end == tokens[mention.end - 1].span.end <= len(text)
    used = [index for mention in mentions for index in mention.tokens]
    assert len(used) == len(set(used))
    assert all(before.first <= after.first for before, after in pairwise(mentions))


@given(WORDS, WORDS)
def test_a_paragraph_mentions_the_same_alone_and_in_company(first: str, second: str) -> None:
    one = entry("bridge", "it", "a ... b", "a b", "b*")
    alone = [mention.span.of(first) for mention in find(first, one)]
    together = find(f"{first}\n\n{second}", one)
    assert [m.span.of(first) for m in together if m.span.start < len(first)] == alone


@pytest.mark.parametrize(
    ("pattern", "text", "is_found"),
    [
        ("the peace", "the peace", True),
        ("the peace", "the peacock", False),
        ("the eu", "the EU", True),
        ("the eu", "the euro", False),
        ("the eu*", "the euro", True),
        ("the eu*", "the e", False),
        ("the peac*", "the peacock", True),
        ("the *keeper", "the peacekeeper", True),
        ("the *eke*", "the peacekeeper", True),
        ("the =EU", "the EU", True),
        ("the =EU", "the eu", False),
        ("the =Straße", "the Straße", True),
        ("the strasse", "the Straße", True),
        ("the ... peace", "the lasting peace", True),
        ("the peace", "the", False),
    ],
)
def test_whatever_the_second_word_looks_like_it_is_found_behind_the_first(
    pattern: str, text: str, *, is_found: bool
) -> None:
    assert [mention.id for mention in find(text, entry("bridge", "known", pattern))] == ["known"] * is_found
