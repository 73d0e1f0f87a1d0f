"""The columns at every size: nothing is lost, nothing is too wide, hostile text stands as it is."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.strip import Strip
from tui_pilot import all_strips, bare, columns_of, cursor_of, screen_text
from tui_samples import MIXED, Pair, make_comparison

from readcompare.model.alignment import RowKind
from readcompare.model.comparison import Comparison
from readcompare.tui.app import ReadcompareApp
from readcompare.tui.widgets.columns import TwoColumns
from readcompare.tui.widgets.plan import GUTTER, MARGIN
from readcompare.views.rows import row_views


@pytest.mark.parametrize(("width", "height"), [(200, 50), (120, 40), (90, 24), (89, 24), (80, 24), (40, 12)])
async def test_no_character_is_lost_and_no_line_is_too_wide(width: int, height: int) -> None:
    async with ReadcompareApp(MIXED).run_test(size=(width, height)) as pilot:
        columns = columns_of(pilot)
        strips = all_strips(columns)
        assert {strip.cell_length for strip in strips} == {
            width - 2
        }  # the scroll bar and the overview have a cell each
        assert columns._plan.geometry.stacked == (width < 90)
        assert bare(f"Note: {MIXED.notes[0]}") in bare("".join(strip.text for strip in strips))
        for letters, told in _told(strips, columns).items():
            assert told == _expected(MIXED, letters, stacked=width < 90)


def _told(strips: list[Strip], columns: TwoColumns) -> dict[str, str]:
    """The characters of each column, from top to bottom; of both together when they are stacked."""
    geometry = columns._plan.geometry
    texts = {"AB": [strip.crop(MARGIN).text for strip in strips]}
    if not geometry.stacked:
        start_b = MARGIN + geometry.column + GUTTER
        rows = strips[columns._plan.top(0) :]
        texts = {"A": [strip.crop(MARGIN, MARGIN + geometry.column).text for strip in rows]}
        texts["B"] = [strip.crop(start_b).text for strip in rows]
    return {letter: bare("".join(lines)) for letter, lines in texts.items()}


def _expected(comparison: Comparison, letters: str, *, stacked: bool) -> str:
    parts = []
    if stacked:
        parts += ["A Berlin [x] · en", "B Moscow · en · wording: reconstruction", f"Note: {comparison.notes[0]}"]
    for row in row_views(comparison):
        parts += [row.gutter, row.label] if stacked else []
        for letter, side in (("A", row.a), ("B", row.b)):
            if letter in letters:
                parts += [sentence.id + sentence.text for sentence in side]
                parts += [] if side or stacked else [row.absent]
                parts += [row.label] if letter == "A" and row.kind is RowKind.COMPETING and not stacked else []
    return bare("".join(parts))


async def test_a_resize_lays_the_texts_out_anew_and_keeps_the_row_in_sight() -> None:
    async with ReadcompareApp(MIXED).run_test(size=(120, 40)) as pilot:
        await pilot.press("end", "k")  # the sentence A6 stands in this row
        for width, height in [(80, 24), (40, 12), (200, 50)]:
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert cursor_of(pilot) == 6
            assert "▌A6 They agreed" in screen_text(pilot).replace("▌A6  ", "▌A6 ")
            widths = {cell_len(line) for line in screen_text(pilot).splitlines()}
            assert widths == {width}


@pytest.mark.parametrize("size", [(120, 60), (80, 60)])
async def test_hostile_text_is_drawn_as_it_stands(size: tuple[int, int]) -> None:
    async with ReadcompareApp(MIXED).run_test(size=size) as pilot:
        await pilot.press("s", "w")
        text = screen_text(pilot)
        for literal in (
            "Call [/bold] one",
            "Berlin [x]",
            "He [sic] said [/foo]",
            "[bold]|this|[/bold]",
            "<b>too</b>",
            "=1+1",
            "<U+001B>[31mred",
            "<U+202E>back",
            "\\[z]",
            "language [en] recognised",
            "Shared terms: migrants [sic].",
        ):
            assert literal in text
        assert not {"\x1b", "\u202e", "\t"} & set(text)


async def test_every_line_of_the_terminal_has_its_width_with_wide_characters_too() -> None:
    async with ReadcompareApp(MIXED).run_test(size=(120, 60)) as pilot:
        widths = {cell_len(line) for line in screen_text(pilot).splitlines()}
        assert widths == {120}


async def test_the_heading_counts_the_kinds_and_names_what_is_uncertain() -> None:
    async with ReadcompareApp(MIXED).run_test(size=(120, 40)) as pilot:
        text = screen_text(pilot)
        assert (
            "= 2 same  ~ 1 partly  ! 1 competing  < 1 A only  > 1 B only  . 2 general  ↕ 1 moved  ? 3 to check" in text
        )
        assert "Moscow · en · wording: reconstruction" in text
        assert "not said" in text


@pytest.mark.parametrize("size", [(120, 24), (40, 12)])
async def test_endless_names_and_titles_leave_room_for_the_texts(size: tuple[int, int]) -> None:
    endless = "Ministry of Foreign Affairs and Cooperation " * 20
    pairs = [Pair(kind=RowKind.ONLY_A, a=("He spoke.",)), Pair(kind=RowKind.ONLY_B, b=("She spoke.",))]
    comparison = make_comparison(pairs, title=endless, names=(endless, endless))
    async with ReadcompareApp(comparison).run_test(size=size) as pilot:
        told = "".join(strip.text for strip in all_strips(columns_of(pilot)))
        assert bare(told).count("CooperationMinistry") == 2 * 19
        await pilot.press("end")
        await pilot.pause()
        assert "B1" in screen_text(pilot)
        assert "She spoke." in screen_text(pilot)


@pytest.mark.parametrize("size", [(120, 60), (40, 60)])
async def test_nothing_is_called_absent_from_an_excerpt(size: tuple[int, int]) -> None:
    comparison = make_comparison([Pair(kind=RowKind.ONLY_A, a=("He spoke.",))], complete=False)
    async with ReadcompareApp(comparison).run_test(size=size) as pilot:
        text = screen_text(pilot)
        assert "an excerpt" in text
        assert "not said" not in text
        assert "not in the excerpt" in text


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
@pytest.mark.parametrize(("key", "asked"), [("slash", "/"), ("colon", "Go to sentence (A3, B7) or row (R2):")])
async def test_a_notice_never_covers_what_is_written(size: tuple[int, int], key: str, asked: str) -> None:
    written = "b" * 36
    async with ReadcompareApp(MIXED).run_test(size=size, notifications=True) as pilot:
        await pilot.press(key, *written)
        pilot.app.notify("A file has changed; read again. " * 3, markup=False)
        await pilot.pause()
        shown = screen_text(pilot)
        assert "A file" in shown
        assert asked in shown
        assert written in shown.splitlines()[-2]
