"""How long a call was, whatever words say it."""

from __future__ import annotations

import pytest

from readcompare.engine.duration import duration
from readcompare.model.text import Span


@pytest.mark.parametrize(
    ("text", "minutes", "words"),
    [
        ("In dem 75-minütigen Gespräch ging es um Syrien.", 75, "75-minütigen"),
        ("Das anderthalbstündige Telefonat war ernst.", 90, "anderthalbstündige"),
        ("Das Gespräch dauerte rund 80 Minuten.", 80, "80 Minuten"),
        ("Ein halbstündiges Telefonat.", 30, "halbstündiges"),
        ("The two-hour meeting was frank.", 120, "two-hour"),
        ("They spoke for one hour and a half.", 90, "one hour and a half"),
        ("Полуторачасовой разговор был откровенным.", 90, "Полуторачасовой"),
        ("Беседа продолжалась полчаса.", 30, "полчаса"),
        ("Un entretien de 45 minutes a eu lieu.", 45, "45 minutes"),
    ],
)
def test_a_length_is_told_in_minutes_with_its_words(text: str, minutes: int, words: str) -> None:
    found = duration(text, Span(0, len(text)))
    assert found is not None
    assert (found[0], found[1].of(text)) == (minutes, words)


@pytest.mark.parametrize(
    "text", ["Over the last 24 hours 90 people died.", "Сделана первая из трёх частей.", "Am 5. Mai."]
)
def test_other_lengths_and_words_are_none(text: str) -> None:
    assert duration(text, Span(0, len(text))) is None
