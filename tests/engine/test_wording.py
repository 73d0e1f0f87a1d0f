"""Word differences inside a row."""

from __future__ import annotations

import pytest

from readcompare.engine.wording import MAX_ITEMS, Item, edits
from readcompare.lexicon.tokens import tokenise
from readcompare.model.text import Excerpt, Span


def items(sentence: str, text: str) -> list[Item]:
    return [Item(token.norm, Excerpt(sentence, token.span), at, at) for at, token in enumerate(tokenise(text))]


def told(a: str, b: str) -> list[str]:
    """Each step as `kind: words of A | words of B`."""
    steps = edits(items("A1", a), items("B1", b))
    return [
        f"{step.kind}: {' + '.join(x.span.of(a) for x in step.a)} | {' + '.join(x.span.of(b) for x in step.b)}"
        for step in steps
    ]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("They agreed.", "They agreed.", ["equal: They agreed | They agreed"]),
        (
            "They agreed to resume the talks.",
            "They agreed not to resume the talks.",
            [
                "equal: They agreed | They agreed",
                "insert:  | not",
                "equal: to resume the talks | to resume the talks",
            ],
        ),
        (
            "Merkel condemned the attack.",
            "Merkel regretted the attack.",
            ["equal: Merkel | Merkel", "replace: condemned | regretted", "equal: the attack | the attack"],
        ),
        ("„Grenze“ – Polen", '"Grenze"-Polen', ['equal: Grenze“ – Polen | Grenze"-Polen']),
        (
            "Russia criticised Ukraine",
            "Ukraine criticised Russia",
            ["moved:  | Ukraine criticised", "equal: Russia | Russia", "moved: criticised Ukraine | "],
        ),
        ("gone", "", ["delete: gone | "]),
        ("", "", []),
    ],
)
def test_steps(a: str, b: str, expected: list[str]) -> None:
    assert told(a, b) == expected


def test_a_run_over_two_sentences_points_into_both() -> None:
    one, two = "First part", "second part"
    steps = edits([*items("A1", one), *items("A2", two)], [])
    assert [excerpt.sentence for excerpt in steps[0].a] == ["A1", "A2"]


def test_a_side_that_is_too_long_is_not_compared() -> None:
    word = Item("x", Excerpt("A1", Span(0, 1)), 0, 0)
    assert edits([word] * (MAX_ITEMS + 1), [word]) == ()
