"""Line breaks: where a line was full the sentence goes on, where it was broken on purpose it ends."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from readcompare.engine.segment import segment
from readcompare.model.text import Readout

READOUTS = sorted((Path(__file__).parents[2] / "readouts").glob("*/*.??.txt"))


def pieces(text: str, language: str) -> list[str]:
    document = segment(Readout(id="a", name="A", text=text, language=language, sha256=""), "A")
    return [" ".join(document.text_of(sentence).split()) for sentence in document.sentences]


@pytest.mark.parametrize("width", [50, 72, 100])
@pytest.mark.parametrize("path", READOUTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_wrapping_a_readout_changes_no_sentence(path: Path, width: int) -> None:
    paragraphs = path.read_text(encoding="utf-8").split("\n\n")
    language = path.suffixes[0].removeprefix(".")
    running = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    wrapped = "\n\n".join(
        textwrap.fill(paragraph, width, break_long_words=False, break_on_hyphens=False) for paragraph in paragraphs
    )
    assert pieces(wrapped, language) == pieces(running, language)


BODY = (
    "Bundeskanzlerin Merkel hat heute mit Präsident Putin über die Lage an der Grenze gesprochen, "
    "und beide blieben bei ihrer Haltung."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"Telefonat mit Präsident Putin\nMittwoch, 10. November 2021\n{BODY}",
            ["Telefonat mit Präsident Putin", "Mittwoch, 10. November 2021", BODY],
            id="headings above one long line",
        ),
        pytest.param(
            "Telefonat\n" + textwrap.fill(BODY, 60), ["Telefonat", BODY], id="a short heading above wrapped lines"
        ),
        pytest.param(
            textwrap.fill(BODY, 60).replace("\n", "\r\n"), [BODY], id="lines ended by carriage return and line feed"
        ),
        pytest.param(
            "Themen waren:\n- die Lage an der Grenze zwischen\n  Polen und Belarus\n- der Handel",
            ["Themen waren:", "- die Lage an der Grenze zwischen Polen und Belarus", "- der Handel"],
            id="a list item on two lines",
        ),
        pytest.param(
            "Sie forderte ihn auf – so der Sprecher der Regierung\n– seinen Einfluss auf Minsk geltend zu machen.",
            ["Sie forderte ihn auf – so der Sprecher der Regierung – seinen Einfluss auf Minsk geltend zu machen."],
            id="a dash that begins a full line's successor",
        ),
        pytest.param(
            "Der Termin ist der\n3. Dezember.\nEr steht fest.",
            ["Der Termin ist der 3. Dezember.", "Er steht fest."],
            id="a date that looks like a list item",
        ),
        pytest.param(
            "1.\nWaffenruhe\n2.\nAbzug der Truppen", ["1. Waffenruhe", "2. Abzug der Truppen"], id="markers alone"
        ),
        pytest.param(
            "- der Konflikt in der Ostukraine\n- der Handel",
            ["- der Konflikt in der Ostukraine", "- der Handel"],
            id="a list that opens its paragraph with the longest item",
        ),
        pytest.param("Темы\n• мир\n• хлеб", ["Темы", "• мир", "• хлеб"], id="one word above a list"),
        pytest.param("* * *\n\nEnde", ["* * *", "Ende"], id="a rule between paragraphs"),
    ],
)
def test_line_breaks_are_read_as_they_were_meant(text: str, expected: list[str]) -> None:
    assert pieces(text, "de") == expected
