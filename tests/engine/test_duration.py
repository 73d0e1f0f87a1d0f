"""How long a call was, whatever words say it."""

from __future__ import annotations

import pytest

from readcompare.engine.duration import call_lengths, durations
from readcompare.model.text import Sentence, Span


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
        ("The call lasted 1 hour 20 minutes.", 80, "1 hour 20 minutes"),
        ("Das Gespräch dauerte eine Stunde und 20 Minuten.", 80, "eine Stunde und 20 Minuten"),
        ("Беседа продлилась 1 час 45 минут.", 105, "1 час 45 минут"),
        ("They spoke for one hour.", 60, "one hour"),
        ("The call lasted one and a half hours.", 90, "one and a half hours"),
        ("Беседа длилась два с половиной часа.", 150, "два с половиной часа"),
        ("They spoke for three quarters of an hour.", 45, "three quarters of an hour"),
        ("Un entretien de 45 minutes a eu lieu.", 45, "45 minutes"),
        ("L'entretien a duré 1h45.", 105, "1h45"),
        ("The call lasted 1 h 45 min and was frank.", 105, "1 h 45 min"),
        ("They spoke for 1h05 minutes.", 65, "1h05"),
        ("Das Gespräch dauerte 1:45 Stunden.", 105, "1:45 Stunden"),
        ("Die beiden sprachen 1 Std. 20 Min. miteinander.", 80, "1 Std. 20 Min."),
    ],
)
def test_a_length_is_told_in_minutes_with_its_words(text: str, minutes: int, words: str) -> None:
    assert [(found, place.of(text)) for found, place in durations(text, Span(0, len(text)))] == [(minutes, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Over the last 24 hours 90 people died.",
        "Le Président l'a appelé à 9h30.",
        "The call began at 1:45 pm.",
        "Сделана первая из трёх частей.",
        "Am 5. Mai.",
        "They agreed on a four-hour pause in Gaza.",
        "La conversation a duré une heure quarante-cinq.",
    ],
)
def test_other_lengths_and_words_are_none(text: str) -> None:
    assert not durations(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("last", "minutes"),
    [
        ("The call lasted 45 minutes.", [45]),
        ("Das Gespräch dauerte eine Stunde.", [60]),
        ("Беседа длилась 45 минут.", [45]),
        ("The ceasefire lasted 45 minutes.", []),
        ("They agreed on a pause of 45 minutes.", []),
    ],
)
def test_a_later_sentence_must_say_that_the_call_lasted_so_long(last: str, minutes: list[int]) -> None:
    text, sentences = "", []
    for number, one in enumerate(("They spoke.", "They greeted each other.", last), start=1):
        sentences.append(Sentence(f"A{number}", Span(len(text), len(text) + len(one)), 1))
        text += f"{one} "
    assert [found for found, _ in call_lengths(text, sentences, 0)] == minutes
