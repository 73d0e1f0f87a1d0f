"""How surely a sentence stands alone."""

from __future__ import annotations

from readcompare import compare
from readcompare.model.alignment import Certainty

OTHER = (
    "Merkel und Putin haben heute telefoniert. Sie sprachen über die Lage in Syrien und vereinbarten weitere Kontakte."
)


def certainty(sentence: str) -> Certainty:
    """Of the last sentence, which the other text does not have."""
    text = f"Angela Merkel spoke with Vladimir Putin by phone today. {sentence}"
    return next(row.certainty for row in compare(text, OTHER).rows if "A2" in row.a)


def test_what_is_said_in_known_words_and_is_not_there_is_surely_not_there() -> None:
    told = "The Chancellor condemned the poisoning of Alexei Navalny with a nerve agent and demanded an investigation."
    assert certainty(told) is Certainty.SURE


def test_what_is_said_in_words_that_no_lexicon_knows_may_be_there() -> None:
    assert (
        certainty("The Chancellor marvelled at the plughs, frobbed the xyzzies and quuxed a garply.") is Certainty.CHECK
    )
