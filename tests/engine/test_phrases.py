"""A phrase that is quoted begins and ends where a reader would let it begin and end."""

from __future__ import annotations

import pytest

from readcompare.engine.phrases import Phrases
from readcompare.lexicon.tokens import tokenise


@pytest.mark.parametrize(
    ("language", "text", "run", "expected"),
    [
        ("ru", "По инициативе российской стороны, утром", "инициативе российской", "По инициативе российской стороны"),
        ("en", "they met the Presidents on June 20 in Vienna", "Presidents on June", "the Presidents on June 20"),
        ("en", "security of the Indian Mission and staff", "Mission and staff", "of the Indian Mission and staff"),
        ("de", "Experten der Europäischen Union, der Ukraine", "Union", "der Europäischen Union"),
        ("de", "Zulassung von Sputnik V allein nach Maß", "allein nach Maß", "Sputnik V allein nach Maß"),
        ("en", "support for sovereignty in the face of ongoing aggression today", "sovereignty in the face",
         "for sovereignty in the face of ongoing aggression today"),
        ("ru", "«Газпрома» и «Нафтогаза Украины» о транзите", "Нафтогаза", "Нафтогаза Украины"),
        ("en", "of the Nagorno-Karabakh conflict, and", "Nagorno", "of the Nagorno-Karabakh conflict"),
        ("de", "einig war man, dass Iran, wie gesagt, zahlt", "Iran", "Iran"),
        ("de", "alle Möglichkeiten zu nutzen und insbesondere das Format", "Möglichkeiten zu nutzen und insbesondere",
         "alle Möglichkeiten zu nutzen"),
        ("fr", "le Président ukrainien Volodymyr Zelensky", "ukrainien Volodymyr", "ukrainien Volodymyr Zelensky"),
    ],
)  # fmt: skip
def test_a_run_is_told_with_the_rest_of_its_phrase(language: str, text: str, run: str, expected: str) -> None:
    tokens = tokenise(text)
    words = [token.raw for token in tokenise(run)]
    first = next(n for n in range(len(tokens)) if [t.raw for t in tokens[n : n + len(words)]] == words)
    phrases = Phrases(text, language, tokens, ())
    assert phrases.whole(first, first + len(words) - 1).of(text) == expected


def test_a_verb_of_saying_is_no_part_of_the_phrase() -> None:
    text = "Zum Konflikt in der Ostukraine unterstrichen beide"
    assert Phrases(text, "de", tokenise(text), {5}).whole(2, 4).of(text) == "in der Ostukraine"
