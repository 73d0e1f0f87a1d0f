"""Where quotations begin and end, with the marks of four languages."""

from __future__ import annotations

import pytest

from readcompare.engine.quotes.marks import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “a ‘b’ c.” and “d”.", ["a ‘b’ c.", "d"]),
        ("Er sagte: „Eins ‚zwei‘ drei“ und »vier ›fünf‹«.", ["Eins ‚zwei‘ drei", "vier ›fünf‹"]),
        ("Он сказал: «раз „два“ три» и «четыре».", ["раз „два“ три", "четыре"]),
        ("Il a dit : « oui », puis « non ».", ["oui", "non"]),
        ("A \"straight\" one, and 'another one'.", ["straight", "another one"]),
        ("‘It is the leaders’ duty,’ he said. Don’t ask.", ["It is the leaders’ duty,"]),
        ("It's the leaders' turn, 'twas said; a 5\" gun.", []),
        ("Группа «внешний «внутренний» конец».", ["внешний «внутренний» конец"]),
        ("Компания «Группа «Север» рядом.", ["Группа «Север"]),
        ("“never closed\n\nbut “this one” is", ["this one"]),
        ("", []),
    ],
)
def test_the_outermost_quotations_are_found(text: str, expected: list[str]) -> None:
    assert [one.span.of(text) for one in quotations(text)] == expected


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("“One.\n\n“Two.\n\n“Three,” he said.", ["One.", "Two.", "Three,"]),
        ("«Раз.\n\n«Два», — сказал он.", ["Раз.", "Два"]),
        ('"A.\n\n"B," she said.', ["A.", "B,"]),
        ("„Eins.\n\n„Zwei“, sagte er.", ["Eins.", "Zwei"]),
        ("“One.\n“Two,” he said.", ["One.", "Two,"]),
    ],
)
def test_a_quotation_goes_on_over_paragraphs_that_each_open_again(text: str, pieces: list[str]) -> None:
    (found,) = quotations(text)
    assert [piece.of(text) for piece in found.pieces] == pieces
    assert (text[found.outer.start], text[found.outer.end - 1]) != (pieces[0][0], pieces[-1][-1])
