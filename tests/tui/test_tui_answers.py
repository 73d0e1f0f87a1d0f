"""Answers: pages whose lines lead to their rows, and findings shown in place."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import OptionList
from tui_pilot import bare, cursor_of, screen_text
from tui_samples import FOUND, MIXED, excerpt, finding

from readcompare.model.findings import Finding, FindingKind
from readcompare.runner import run_file
from readcompare.tui.app import ReadcompareApp
from readcompare.tui.screens.answers import AnswersScreen, bar, place
from readcompare.tui.screens.reading import ReadingScreen
from readcompare.tui.widgets.findings import FindingsPanel
from readcompare.tui.widgets.why import WhyPanel
from readcompare.views.answers import Chart, pages
from readcompare.views.findings import leading
from readcompare.views.passages import visible
from readcompare.views.rows import row_views


def marked(pilot: Pilot[None]) -> set[str]:
    strips = pilot.app.screen._compositor.render_strips()
    columns = strips[: pilot.app.screen.query_one("#texts").region.bottom]
    return {
        part.text
        for strip in columns
        for part in strip
        if part.style and part.style.underline and part.style.bold and part.text.strip()
    }


async def choose(pilot: Pilot[None], words: str) -> None:
    """Choose the line of the page that holds `words`."""
    listing = pilot.app.screen.query_one(OptionList)
    screen = pilot.app.screen
    assert isinstance(screen, AnswersScreen)
    flat = [
        told
        for section in screen._pages[screen._page].sections
        for told in (section.title, *(line.label for line in section.lines))
    ]
    listing.highlighted = (
        flat.index(words) if words in flat else next(n for n, told in enumerate(flat) if words in told)
    )
    await pilot.press("enter")
    await pilot.pause()


async def test_the_glance_answers_without_scrolling() -> None:
    async with ReadcompareApp(FOUND).run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        text = bare(screen_text(pilot))
        for words in (
            "Askedforthecall",
            "Lengthofthetext",
            "!competing1",
            "?tocheck3",
            "omission2",
            "A5isnotsaid[/x]inB.",
        ):
            assert words in text
        assert pilot.app.screen.query_one(OptionList).max_scroll_y == 0


LONGEST = (
    "2022-02-14-us-uk", "2022-05-28-de-ru", "2023-08-02-tr-ru", "2024-04-02-us-cn", "2024-04-16-de-cn",
    "2025-02-12-us-ru", "2025-03-18-us-ru", "2025-06-05-us-cn",
)  # fmt: skip
"""The calls in `readouts/` whose page at a glance is longest, with the one that the README shows."""


@pytest.mark.parametrize("call", ["2021-11-10-de-ru", *LONGEST])
async def test_of_a_real_call_it_answers_what_is_asked_most_without_scrolling(root: Path, call: str) -> None:
    comparison = run_file(str(root / "readouts" / call / "comparison.yaml"))
    async with ReadcompareApp(comparison).run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        text = screen_text(pilot)
        # What one side alone says, who asked, how long, published when and as what, whose agreements, what to report.
        for words in (
            "Without counterpart",
            "Asked for the call",
            "Length of the text",
            " words, ",
            "Published",
            "wording: ",
            "To be reported first",
        ):
            assert words in text
        assert ("Agreements and promises" in text) is any(comparison.glance.agreements)
        assert all(bare(visible(finding.summary)) in bare(text) for finding in leading(comparison.findings))
        assert pilot.app.screen.query_one(OptionList).max_scroll_y == 0


@pytest.mark.parametrize(
    ("line", "row", "told"),
    [
        ("? to check", 1, "3 of 8 rows · to check"),
        ("! competing", 2, "1 of 8 rows · competing"),
        ("B6 is not", 5, "1 of 8 rows · omission"),
        ("Asked for", 0, "1 of 8 rows · initiator"),
        ("Length of the text", 0, ""),
    ],
)
async def test_every_line_is_a_jump(line: str, row: int, told: str) -> None:
    async with ReadcompareApp(FOUND).run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        await choose(pilot, line)
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert cursor_of(pilot) == row
        assert told in screen_text(pilot)


async def test_a_kind_of_findings_leads_to_its_list() -> None:
    async with ReadcompareApp(FOUND).run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        await choose(pilot, "omission")
        assert "Findings: omission, 2 of 3" in screen_text(pilot)


async def test_a_finding_is_shown_in_place_and_the_kinds_are_gone_through() -> None:
    async with ReadcompareApp(FOUND).run_test(size=(120, 50)) as pilot:
        await pilot.press("f")
        await pilot.pause()
        assert cursor_of(pilot) == 4
        assert "was raised" in marked(pilot)
        await pilot.press("j")
        await pilot.pause()
        assert (cursor_of(pilot), "telephone" in marked(pilot)) == (0, True)
        await pilot.press("right")
        await pilot.pause()
        assert "Findings: omission, 2 of 3" in screen_text(pilot)
        await pilot.press("right")
        await pilot.pause()
        assert "Findings: initiator, 1 of 3" in screen_text(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert not pilot.app.screen.query_one(FindingsPanel).display
        assert "telephone" not in marked(pilot)
        await pilot.press("n")
        assert cursor_of(pilot) == 1


async def test_a_finding_in_a_hidden_row_lifts_the_narrowing() -> None:
    async with ReadcompareApp(FOUND).run_test(size=(120, 50)) as pilot:
        await pilot.press("4", "f")
        await pilot.pause()
        assert cursor_of(pilot) == 4
        assert "hidden" not in screen_text(pilot)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (80, 30), (120, 40)])
@pytest.mark.parametrize("keys", ["fw", "wf"])
async def test_both_panels_leave_room_for_the_texts_and_for_what_they_say(size: tuple[int, int], keys: str) -> None:
    async with ReadcompareApp(FOUND).run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        screen = pilot.app.screen
        assert screen.query_one("#texts").size.height >= 2
        findings, why = screen.query_one(FindingsPanel), screen.query_one(WhyPanel)
        assert (why if keys == "fw" else findings).display
        assert findings.display + why.display == (2 if size[1] >= 30 else 1)
        if findings.display:
            assert findings.query_one(OptionList).region.height >= 3
            assert findings.region.bottom < size[1]
        if why.display:
            assert why.size.height >= 4


async def test_a_window_that_becomes_low_keeps_one_panel() -> None:
    async with ReadcompareApp(FOUND).run_test(size=(120, 40)) as pilot:
        await pilot.press("w", "f")
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert pilot.app.screen.query_one(FindingsPanel).display
        assert not pilot.app.screen.query_one(WhyPanel).display


@pytest.mark.parametrize("width", [80, 60])
async def test_bars_begin_at_the_same_cells(sample: str, width: int) -> None:
    async with ReadcompareApp(run_file(sample)).run_test(size=(width, 40)) as pilot:
        await pilot.press("f4")
        await pilot.pause()
        text = screen_text(pilot)
        section = text[text.index("Room for each topic") : text.index("Share of the words")]
        for letter in "AB":
            assert len({line.index(f" {letter}: ") for line in section.splitlines() if f" {letter}: " in line}) == 1


@pytest.mark.parametrize("size", [(120, 40), (60, 24)])
async def test_words_never_go_on_under_their_bar(size: tuple[int, int]) -> None:
    words = excerpt("A1", "The two leaders spoke today.")
    many = finding(FindingKind.TERM, "Many names.", "R1", words, *[excerpt("B2", "The leaders exchanged views")] * 2)
    long = replace(many, evidence=(*many.evidence, excerpt("B3", "They agreed to go on with the discussion of this")))
    async with ReadcompareApp(replace(FOUND, findings=(long,))).run_test(size=size) as pilot:
        await pilot.press("f3")
        await pilot.pause()
        lines = [line for line in screen_text(pilot).splitlines() if line.strip()]
        first = next(place for place, line in enumerate(lines) if "B: █" in line)
        begin = lines[first].index("The leaders")
        following = lines[first + 1]
        assert following.strip()
        assert len(following) - len(following.lstrip()) == begin


async def test_no_findings_are_said() -> None:
    async with ReadcompareApp(MIXED).run_test(size=(120, 50)) as pilot:
        await pilot.press("f")
        assert [one.message for one in pilot.app._notifications] == ["Nothing was found to report."]


@pytest.mark.parametrize("size", [(200, 50), (80, 24), (40, 12)])
async def test_every_page_opens_at_every_size_and_closes(size: tuple[int, int]) -> None:
    async with ReadcompareApp(FOUND).run_test(size=size) as pilot:
        for key, title in (("f2", "At a glance"), ("f3", "Terms"), ("f4", "Topics"), ("f5", "Order")):
            await pilot.press(key)
            await pilot.pause()
            assert f"[{title}]" in screen_text(pilot)
            await pilot.press("right", "left", "escape")
            assert isinstance(pilot.app.screen, ReadingScreen)


async def test_the_keys_of_the_pages_switch_between_them_and_lead_back() -> None:
    async with ReadcompareApp(FOUND).run_test(size=(80, 24)) as pilot:
        for key, title in (("f4", "Topics"), ("f3", "Terms"), ("f5", "Order"), ("f2", "At a glance"), ("f3", "Terms")):
            await pilot.press(key)
            await pilot.pause()
            assert f"[{title}]" in screen_text(pilot)
        await pilot.press("a")
        await pilot.pause()
        assert "[At a glance]" in screen_text(pilot)
        await pilot.press("a")
        assert isinstance(pilot.app.screen, ReadingScreen)


@pytest.mark.parametrize("before", [(), ("f", "w")])
async def test_a_page_is_left_for_a_panel_that_then_stands_there(before: tuple[str, ...]) -> None:
    async with ReadcompareApp(FOUND).run_test(size=(120, 40)) as pilot:
        await pilot.press(*before, "f3", "w")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert pilot.app.screen.query_one(WhyPanel).display
        await pilot.press("f3", "f")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert pilot.app.screen.query_one(FindingsPanel).display


async def test_a_click_opens_another_page() -> None:
    async with ReadcompareApp(FOUND).run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        await pilot.click("#pages", offset=(17, 0))
        await pilot.pause()
        assert "[Terms]" in screen_text(pilot)


def test_the_room_of_each_side_sums_to_the_whole() -> None:
    page = next(page for page in pages(MIXED, row_views(MIXED)) if page.title == "Topics")
    section = next(
        section for section in page.sections if section.title.startswith("Share of the words by kind of row")
    )
    shares = [line.values for line in section.lines if line.chart is Chart.SHARE]
    assert [round(sum(side), 6) for side in zip(*shares, strict=True)] == [1.0, 1.0]


def _page(title: str, *findings: Finding) -> str:
    comparison = replace(FOUND, findings=findings)
    page = next(page for page in pages(comparison, row_views(comparison)) if page.title == title)
    return "\n".join(
        f"{section.title}: {[(line.chart, line.values) for line in section.lines]}" for section in page.sections
    )


def test_bars_tell_their_scale_and_stand_only_where_something_is_to_be_compared() -> None:
    once = finding(FindingKind.TERM, "Named differently.", "R1", excerpt("A1", "leaders"), excerpt("B1", "telephone"))
    twice = replace(once, evidence=(*once.evidence, excerpt("B2", "migrants"), excerpt("B3", "agreed")))
    assert _page("Terms", once) == "Term: [(None, (0.0, 0.0))]"
    assert _page("Terms", once, twice) == (
        "Term · bars: how often the words stand there, the longest one 3 times: "
        f"[({Chart.SHARE!r}, (0.3333333333333333, 0.3333333333333333)), ({Chart.SHARE!r}, (0.3333333333333333, 1.0))]"
    )
    assert "a whole bar: all words" in _page("Topics")


@pytest.mark.parametrize(
    ("value", "drawn"), [(0, " " * 10), (1, "█" * 10), (0.5, "█████     "), (0.0125, "▏" + " " * 9)]
)
def test_bars_are_ten_cells(value: float, drawn: str) -> None:
    assert bar(value) == drawn


@pytest.mark.parametrize(("value", "drawn"), [(0, "●·········"), (1, "·········●")])
def test_places_are_ten_cells(value: float, drawn: str) -> None:
    assert place(value) == drawn
