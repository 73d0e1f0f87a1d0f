"""An encoder is measured before it is believed, and swapping the sides changes nothing that it says."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from readcompare.engine.meaning import STRONGEST, Encoder, Vectors, counting, meaning, measured
from readcompare.engine.pairs import Pairs
from readcompare.engine.score import MEANING
from readcompare.model.weights import Logistic, Models
from readcompare.sources.weights import shipped_weights

STATEMENTS = {
    "en": [["a one", "a two"], ["b one", "b two"], ["c one", "c two"]],
    "de": [["a eins", "a zwei"], ["b eins", "b zwei"], ["c eins", "c zwei"]],
}


def unit(rows: Sequence[Sequence[float]]) -> Vectors:
    vectors = np.array(rows, np.float32)
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), np.float32)


def by_first_letter(sentences: Sequence[str]) -> Vectors:
    """Knows a, b and c, and that all sentences are much alike: no two are further apart than 0.8."""
    return unit(
        [[2.0, *(float(text[0] == letter) for letter in "abc")] if text[0] in "abc" else [0] * 4 for text in sentences]
    )


def by_length(sentences: Sequence[str]) -> Vectors:
    """Knows nothing of what is said."""
    return unit([[1.0, len(text) % 3] for text in sentences])


def test_a_good_encoder_is_told_from_one_that_guesses() -> None:
    good = measured(Encoder(by_first_letter, STATEMENTS), ("en", "de"))
    assert [good.same, good.other, good.right] == pytest.approx([1, 0.8, 1])
    assert good.strength == STRONGEST
    bad = measured(Encoder(by_length, STATEMENTS), ("en", "de"))
    assert bad.right == pytest.approx(0.5, abs=0.1)
    assert bad.strength < 0.1


def test_likeness_is_on_the_scale_of_the_encoder() -> None:
    sides = by_first_letter(["a", "b", "?"]), by_first_letter(["a", "c"])
    told = meaning(Encoder(by_first_letter, STATEMENTS), sides, Pairs.every((3, 2)), ("en", "de"))
    # 0.8 is a great cosine elsewhere; here it is that of two statements.
    assert told.likeness.tolist() == pytest.approx([1, 0, 0, 0, np.nan, np.nan], abs=1e-3, nan_ok=True)
    assert told.odds.tolist() == pytest.approx([4, -1, -1, -1, 0, 0], abs=1e-2)
    assert told.of((0,), (0, 1)) == pytest.approx(0.5, abs=1e-3)
    assert told.of((), (0,)) is None
    assert told.of((2,), (0, 1)) is None


def test_pairs_that_are_not_looked_at_have_no_likeness() -> None:
    sides = by_first_letter(["a", "b"]), by_first_letter(["a", "b"])
    told = meaning(Encoder(by_first_letter, STATEMENTS), sides, Pairs.chosen((2, 2), np.array([0])), ("en", "de"))
    assert told.of((0,), (0,)) == pytest.approx(1)
    assert told.of((1,), (1,)) is None


def test_an_encoder_that_finds_two_statements_nearer_than_one_counts_for_nothing() -> None:
    def contrary(sentences: Sequence[str]) -> Vectors:
        # The second wordings of all statements are one vector, and so are the first ones.
        return unit([[1.0, 0.0] if text.endswith(("one", "eins")) else [0.0, 1.0] for text in sentences])

    encoder = Encoder(contrary, STATEMENTS)
    assert measured(encoder, ("en", "en")).strength == 0
    told = meaning(encoder, (contrary(["x one"]), contrary(["x one"])), Pairs.every((1, 1)), ("en", "en"))
    assert told.odds.tolist() == [0]


def test_a_language_without_test_sentences_is_measured_in_english() -> None:
    assert measured(Encoder(by_first_letter, STATEMENTS), ("fr", "de")).languages == ("en", "de")
    assert "of test sentences in en and de" in measured(Encoder(by_first_letter, STATEMENTS), ("fr", "de")).note


def test_swapping_the_sides_swaps_what_is_said() -> None:
    random = np.random.default_rng(3)
    directions = {letter: random.normal(0, 1, 8) for letter in "abcdefghijklmnopqrstuvwxyz "}

    def mixed(sentences: Sequence[str]) -> Vectors:
        return unit([np.sum([directions[letter] for letter in text], axis=0) for text in sentences])

    encoder, sides = Encoder(mixed, STATEMENTS), (mixed(["abc one", "tree"]), mixed(["sea", "bat", "cab"]))
    there = meaning(encoder, sides, Pairs.every((2, 3)), ("en", "de")).odds.reshape(2, 3)
    back = meaning(encoder, sides[::-1], Pairs.every((3, 2)), ("de", "en")).odds.reshape(3, 2)
    assert (there == back.T).all()


def test_texts_without_sentences_are_no_trouble() -> None:
    empty = np.zeros((0, 4), np.float32)
    told = meaning(Encoder(by_first_letter, STATEMENTS), (empty, empty), Pairs.every((0, 0)), ("en", "de"))
    assert (told.odds.tolist(), told.of((), ())) == ([], None)


def test_the_signal_of_an_encoder_counts_once_after_the_last_look() -> None:
    models = counting(shipped_weights().models)
    first, second, last = (model.coefficients for model in (models.first, models.second, models.link))
    assert last["odds"] * (second["odds"] * first[MEANING] + second[MEANING]) == pytest.approx(1)


@pytest.mark.parametrize("passed_on", [0.05, 0.0, -0.5])
def test_weights_that_pass_on_next_to_nothing_give_it_no_more_than_twice(passed_on: float) -> None:
    nothing = Logistic(0, {})
    models = counting(
        Models(first=nothing, second=nothing, competing=nothing, link=Logistic(0, {"odds": passed_on}), alone=nothing)
    )
    assert models.second.coefficients[MEANING] == 2
