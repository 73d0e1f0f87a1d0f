"""What "called" means is told by who stands behind it, and by what stands behind them."""

from __future__ import annotations

import pytest

from readcompare.engine.telephoning import telephoned
from readcompare.lexicon.tokens import tokenise
from readcompare.sources.lexicon_files import shipped_matcher


def rings(text: str) -> bool:
    tokens = tokenise(text)
    mentions = telephoned(shipped_matcher("en").mentions(tokens), tokens)
    return any(mention.entry.text("class") == "initiator" for mention in mentions)


@pytest.mark.parametrize(
    "behind",
    [
        "the Turkish president to discuss grain.",
        "the Turkish president.",
        "Turkish President Recep Tayyip Erdoğan and thanked him.",
        "Chinese President Xi Jinping.",
        "his South Korean counterpart on Friday.",
        "Prime Minister Boris Johnson of the United Kingdom.",
        "the Crown Prince of Saudi Arabia. A friend was there.",
        "Putin",
        "President Dmitry Medvedev of Russia this morning",
        "President Nobody Known to congratulate him",
        "Russian President-elect and Prime Minister Vladimir Putin this afternoon.",
        "the Prime Minister this morning.",
        "President Putin Thursday afternoon.",
        "President Putin Thursday morning to discuss Ukraine.",
        "President Putin March 6.",
        "President Putin that day.",
        "President Putin regarding Ukraine.",
        "both President Putin and Chancellor Merkel today.",
    ],
)
def test_somebody_is_telephoned(behind: str) -> None:
    assert rings(f"President Biden called {behind}")


@pytest.mark.parametrize(
    "sentence",
    [
        "President Biden called the Turkish president a friend.",
        "President Biden called President Putin the aggressor.",
        "President Biden called President Erdoğan's decision unacceptable.",
        "President Biden called the decision of the Turkish president unacceptable.",
        "President Biden called on the Turkish president to act.",
        "President Biden called for a ceasefire.",
        "President Biden called Russia to order.",
        "President Biden called the President's decision wrong.",
        "President Biden called President Nobody Known a friend.",
        "President Biden called the former president a friend.",
        "The so called President Putin and his friends spoke.",
        "He called. President Putin spoke.",
    ],
)
def test_whoever_is_named_something_is_not_telephoned(sentence: str) -> None:
    assert not rings(sentence)
