"""Texts that say one thing over and over are matched in their order."""

from __future__ import annotations

from readcompare import compare

_SENTENCES = (
    "The President stressed the need for a ceasefire in Gaza.",
    "The Chancellor welcomed the progress of the negotiations.",
    "He called on Russia to withdraw its troops.",
    "They exchanged views on the situation in Syria.",
    "The Chancellor condemned the attacks on civilians.",
)


def test_what_repeats_with_small_changes_is_matched_where_it_stands() -> None:
    rounds = range(6)
    text_a = "\n".join(
        sentence[:-1] + f" in {month}." if at % 2 else sentence
        for at, month in zip(rounds, ("March", "April", "May", "June", "July", "August"), strict=True)
        for sentence in _SENTENCES
    )
    text_b = "\n".join(
        sentence.replace("The President", "President Smith") if at % 3 else sentence
        for at in rounds
        for sentence in _SENTENCES
    )
    rows = compare(text_a, text_b).rows
    assert all(row.a and row.b for row in rows)
    in_place = {name[1:] for row in rows for name in row.a if f"B{name[1:]}" in row.b}
    assert len(in_place) >= 0.9 * len(rounds) * len(_SENTENCES)


def test_a_sentence_that_one_text_repeats_is_mentioned_in_the_other() -> None:
    once = "\n".join(_SENTENCES)
    again = "\n".join((*_SENTENCES, _SENTENCES[2], _SENTENCES[2]))
    for rows in (compare(once, again).rows, compare(again, once).rows):
        assert all(row.a and row.b for row in rows)


def test_as_many_of_the_same_words_go_together_as_both_texts_have_in_order() -> None:
    rows = compare("\n".join(_SENTENCES * 3), "\n".join(_SENTENCES * 3)).rows
    assert [(row.kind, row.a, row.b) for row in rows] == [
        ("same", (f"A{number}",), (f"B{number}",)) for number in range(1, 16)
    ]
