"""Breaking text into lines by cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from readcompare.views.paragraph import NARROW, Paragraph


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in Paragraph(text, cell_len).lines(width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("a call today", 20, ["a call today"]),
        ("a call today", 7, ["a call", "today"]),
        ("a call today", 6, ["a call", "today"]),
        ("a call today", 5, ["a", "call", "today"]),
        ("instrumentalisation of", 8, ["instrume", "ntalisat", "ion of"]),
        ("the instrumentalisation", 8, ["the", "instrume", "ntalisat", "ion"]),
        ("Минские соглашения", 10, ["Минские", "соглашения"]),
        ("双方同意保持沟通", 6, ["双方同", "意保持", "沟通"]),
        ("双方同意保持沟通", 7, ["双方同", "意保持", "沟通"]),
        ("双方同意。保持", 8, ["双方同", "意。保持"]),
        ("EU和中国 talks", 6, ["EU和中", "国", "talks"]),
        ("  two  blanks  between ", 6, ["two", "blanks", "betwee", "n"]),
        ("  two  blanks  — 中 ", 6, ["two", "blanks", "— 中"]),
        ("", 10, [""]),
        (" ", 10, [""]),
    ],
)
def test_lines_end_where_a_reader_expects(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


@given(
    st.lists(st.text("ab-é", max_size=12) | st.text("ab中。한👍\u200d\ufe0f❤\u0301", max_size=12)).map(" ".join),
    st.integers(min_value=2, max_value=30),
)
def test_no_line_is_too_wide_and_no_character_is_lost(text: str, width: int) -> None:
    told = lines(text, width)
    assert all(cell_len(line) <= width for line in told)
    assert "".join(told).replace(" ", "") == text.replace(" ", "")


def test_a_run_without_blanks_is_broken_in_time_that_grows_with_it() -> None:
    counted = 0

    def measure(text: str) -> int:
        nonlocal counted
        counted += len(text)
        return cell_len(text)

    told = Paragraph("ж中👍" * 2000, measure).lines(40)
    assert "".join(("ж中👍" * 2000)[start:end] for start, end in told) == "ж中👍" * 2000
    assert counted < 100 * 6000


def test_characters_that_are_not_measured_are_one_cell_wide() -> None:
    assert {character for character in NARROW if cell_len(character) != 1} == set()


def test_a_line_too_narrow_for_a_wide_character_is_refused() -> None:
    with pytest.raises(ValueError, match="two cells"):
        Paragraph("中", cell_len).lines(1)
