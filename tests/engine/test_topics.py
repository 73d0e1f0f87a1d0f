"""Which room a text gives to its topics."""

from __future__ import annotations

import pytest

from readcompare import compare

OPENING = "President Macron spoke by telephone with President Putin of Russia."


def shares(text: str) -> dict[str, float]:
    topics = compare(f"{OPENING} {text}", f"{OPENING} They discussed trade.", languages=("en", "en")).glance.topics[0]
    return {topic.topic: topic.share for topic in topics}


def test_a_sentence_goes_on_with_the_topic_of_its_paragraph() -> None:
    told = "They discussed Syria. The people there have waited for help far too long. Trade was touched upon."
    assert shares(told)["Syria"] > 0.6
    apart = told.replace(" The people", "\n\nThe people")
    assert shares(apart)["Syria"] < shares(told)["Syria"]


def test_after_a_list_nobody_knows_with_which() -> None:
    told = "They discussed Syria, Libya and sanctions. The people there have waited for help far too long."
    assert list(shares(told).values()) == pytest.approx([1 / 3] * 3, abs=0.01)
