"""Moving and narrowing: filter, kinds, jumps, the overview and the mouse."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from tui_pilot import columns_of, cursor_of, screen_text
from tui_samples import MIXED, Pair, make_comparison

from readcompare.model.alignment import RowKind
from readcompare.model.comparison import Comparison
from readcompare.tui.app import ReadcompareApp
from readcompare.tui.surroundings import Surroundings
from readcompare.tui.widgets.columns import TwoColumns
from readcompare.tui.widgets.footer import Keys
from readcompare.tui.widgets.heading import Heading
from readcompare.tui.widgets.overview import Overview
from readcompare.tui.widgets.why import WhyPanel
from readcompare.views.rows import row_views

LONG = make_comparison(
    [
        Pair(kind=RowKind.ONLY_A, a=(f"Sentence {number}.",))
        if number % 3
        else Pair(kind=RowKind.SAME, a=("x",), b=("x",))
        for number in range(300)
    ]
)


def notified(pilot: Pilot[None]) -> list[str]:
    return [notification.message for notification in pilot.app._notifications]


async def written(pilot: Pilot[None], text: str) -> None:
    await pilot.press(*("exclamation_mark" if letter == "!" else letter for letter in text))


async def test_the_rows_follow_the_words_of_the_filter_and_escape_brings_all_back() -> None:
    async with ReadcompareApp(MIXED).run_test(size=(120, 50)) as pilot:
        await pilot.press("slash")
        await written(pilot, "agreed")
        await pilot.pause()
        assert "2 of 8 rows · /agreed · 1 in A, 2 in B" in screen_text(pilot)
        assert "There was a telephone" not in screen_text(pilot)
        await pilot.press("enter")
        assert cursor_of(pilot) == 1
        await pilot.press("j", "j", "j")
        assert cursor_of(pilot) == 6
        await pilot.press("escape")
        await pilot.pause()
        assert cursor_of(pilot) == 6
        assert "There was a telephone" in screen_text(pilot)


async def test_a_filter_that_is_given_up_leaves_what_was_shown() -> None:
    async with ReadcompareApp(MIXED).run_test(size=(120, 50)) as pilot:
        await pilot.press("slash")
        await written(pilot, "agreed")
        await pilot.press("escape")
        assert "of 8 rows" not in screen_text(pilot)
        await pilot.press("n")  # the keys are the screen's again
        assert cursor_of(pilot) == 1


async def test_nothing_left_is_said_and_no_key_breaks() -> None:
    async with ReadcompareApp(MIXED).run_test(size=(100, 30)) as pilot:
        await pilot.press("slash")
        await written(pilot, "zzz")
        await pilot.press("enter", "j", "k", "n", "N", "G", "g", "pagedown", "pageup", "w", "right_square_bracket")
        assert "No row is left; Escape shows all of them." in screen_text(pilot)
        assert "0 of 8 rows" in screen_text(pilot)


async def test_looked_for_words_are_marked_beyond_colour() -> None:
    async with ReadcompareApp(MIXED).run_test(size=(120, 50)) as pilot:
        await pilot.press("slash")
        await written(pilot, "migrants")
        await pilot.press("enter")
        await pilot.pause()
        strips = pilot.app.screen._compositor.render_strips()
        marked = {segment.text for strip in strips for segment in strip if segment.style and segment.style.reverse}
        assert {"migrants"} <= marked


@pytest.mark.parametrize(("key", "kind"), list(zip("123456", "=~!<>.", strict=True)))
async def test_a_number_hides_a_kind_and_shows_it_again(key: str, kind: str) -> None:
    async with ReadcompareApp(MIXED).run_test(size=(200, 50)) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert f"({kind} " in screen_text(pilot)
        assert all(entry.gutter[0] != kind for entry in columns_of(pilot)._contents.entries)
        await pilot.press(key)
        assert len(columns_of(pilot)._contents.entries) == 8


@pytest.mark.parametrize(("name", "row"), [("A6", 6), ("b3", 1), ("r4", 3), ("B05", 3)])
async def test_a_jump_goes_to_the_sentence_even_if_it_was_hidden(name: str, row: int) -> None:
    async with ReadcompareApp(MIXED).run_test(size=(120, 50)) as pilot:
        await pilot.press("1", "2", "4", "5", "6", "colon")
        await written(pilot, name)
        await pilot.press("enter")
        await pilot.pause()
        assert cursor_of(pilot) == row


async def test_a_jump_to_nowhere_says_so() -> None:
    async with ReadcompareApp(MIXED).run_test(size=(120, 50)) as pilot:
        await pilot.press("colon", "A", "9", "9", "enter")
        await pilot.pause()
        assert notified(pilot) == ["There is no A99; sentences are called A1, B1 and so on, rows R1."]


async def test_brackets_visit_the_rows_of_one_kind() -> None:
    async with ReadcompareApp(MIXED).run_test(size=(120, 50)) as pilot:
        await pilot.press("right_square_bracket")
        assert cursor_of(pilot) == 6
        await pilot.press("right_square_bracket")
        assert notified(pilot) == ["There is no further row with =."]
        await pilot.press("left_square_bracket")
        assert cursor_of(pilot) == 0


async def test_of_a_short_text_each_row_has_one_sign_in_the_overview_that_leads_to_it() -> None:
    async with ReadcompareApp(MIXED).run_test(size=(100, 40)) as pilot:
        strip = pilot.app.screen.query_one(Overview)
        signs = [row.glyph for row in row_views(MIXED)]
        drawn = "".join(strip.render_line(y).text for y in range(strip.size.height))
        assert drawn.rstrip() == "".join(signs)
        for y in (3, 0, len(signs) - 1):
            await pilot.click(Overview, offset=(0, y))
            await pilot.pause()
            assert cursor_of(pilot) == y
        await pilot.press("g", "4", "5")
        await pilot.pause()
        drawn = "".join(strip.render_line(y).text for y in range(strip.size.height))
        assert drawn.rstrip() == "".join(sign for sign in signs if sign not in "<>")


@pytest.mark.parametrize("comparison", [LONG, MIXED])
async def test_the_overview_shows_where_the_reader_is_and_takes_clicks(comparison: Comparison) -> None:
    async with ReadcompareApp(comparison).run_test(size=(100, 24)) as pilot:
        strip = pilot.app.screen.query_one(Overview)
        bottom = strip.size.height - 1
        await pilot.click(Overview, offset=(0, bottom))
        await pilot.pause()
        assert cursor_of(pilot) >= len(comparison.rows) * bottom // strip.size.height
        here = [
            y
            for y in range(bottom + 1)
            if all(segment.style and segment.style.reverse for segment in strip.render_line(y))
        ]
        assert here[-1] == min(bottom, len(comparison.rows) - 1)
        first, last = strip.sight
        assert first <= cursor_of(pilot) <= last
        assert strip.size.width == 1


async def test_the_mouse_points_at_signs_counts_and_keys() -> None:
    async with ReadcompareApp(MIXED).run_test(size=(120, 50)) as pilot:
        columns = columns_of(pilot)
        sign = 1 + columns._plan.geometry.column + 1
        line = columns._plan.top(1) + columns._plan.header
        await pilot.click(TwoColumns, offset=(sign, line))
        assert pilot.app.screen.query_one(WhyPanel).display
        assert cursor_of(pilot) == 1
        await pilot.click(TwoColumns, offset=(sign, line))
        assert not pilot.app.screen.query_one(WhyPanel).display
        await pilot.click(Heading, offset=(2, 1))
        await pilot.pause()
        assert "(= 2 same, hidden)" in screen_text(pilot)
        await pilot.click(Keys, offset=(9, 0))  # n Difference
        assert cursor_of(pilot) == 2


async def test_a_narrow_footer_keeps_what_is_needed_most() -> None:
    async with ReadcompareApp(MIXED).run_test(size=(40, 12)) as pilot:
        foot = screen_text(pilot).splitlines()[-1]
        for words in ("? Help", "n Difference", "q Quit"):
            assert words in foot


async def test_keys_that_the_user_set_work_and_are_shown() -> None:
    app = ReadcompareApp(MIXED, Surroundings(user_keys={"difference.next": "x"}))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        assert cursor_of(pilot) == 0
        await pilot.press("x")
        assert cursor_of(pilot) == 1
        assert "x Difference" in screen_text(pilot)


async def test_after_an_answer_the_reader_is_where_he_was() -> None:
    async with ReadcompareApp(MIXED).run_test(size=(80, 24)) as pilot:
        await pilot.press("w", "slash", *"the", "escape", "tab")
        await pilot.pause()
        assert isinstance(pilot.app.focused, WhyPanel)
