"""Counting the lines of many texts at once gives what each text's own lines are."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from readcompare.views.line_counts import LineCounts
from readcompare.views.paragraph import Paragraph

TEXTS = (
    "",
    "a",
    "The two leaders spoke about the situation at the border between Belarus and the European Union.",
    "Речь шла о ситуации на границе Белоруссии с Европейским союзом, в том числе о беженцах.",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "one Donaudampfschifffahrtselektrizitätenhauptbetriebswerk two",
    " a blank at either edge ",
    "two  blanks between words, so that a line ends at one of them",
    "中国外交部发言人表示，双方就共同关心的问题交换了意见。",
    "an emoji 👩‍👩‍👧 and a flag 🇩🇪 among words, №\u00a05",
    "e\u0301 is two letters in one cell, over and over again: e\u0301 e\u0301 e\u0301 e\u0301",
)


@pytest.mark.parametrize("repeats", [1, 60], ids=["few", "many"])
@pytest.mark.parametrize("width", [2, 3, 7, 20, 56, 200])
def test_as_many_lines_as_the_paragraphs_have(width: int, repeats: int) -> None:
    texts = TEXTS * repeats
    assert LineCounts(texts, cell_len).at(width) == [len(Paragraph(text, cell_len).lines(width)) for text in texts]


def test_many_texts_without_a_blank() -> None:
    assert LineCounts(["abcdef"] * 600, cell_len).at(4) == [2] * 600


def test_no_text_has_no_lines() -> None:
    assert LineCounts([], cell_len).at(10) == []
