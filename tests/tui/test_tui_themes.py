"""The colours: every text can be read, and no meaning hangs on a colour alone."""

from __future__ import annotations

import pytest
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.pilot import Pilot
from tui_samples import Pair, make_comparison

from readcompare.model.alignment import RowKind
from readcompare.model.text import Wording
from readcompare.tui.app import ReadcompareApp

SAMPLE = make_comparison(
    [
        Pair(kind=RowKind.PARTIAL, a=("He condemned it.",), b=("He discussed it at length.",), sure=False, edits=True),
        Pair(kind=RowKind.PARTIAL, a=("She condemned it.",), b=("She discussed it at length.",), edits=True),
        Pair(kind=RowKind.ONLY_A, a=("One more.",), nearest="B1", reasons=("No shared term.",)),
        Pair(kind=RowKind.ONLY_B, b=("Another.",)),
    ],
    notes=("A note.",),
    wording=Wording.RECONSTRUCTION,
)


def luminance(color: Color) -> float:
    """Relative luminance (WCAG 2.1)."""
    parts = [part / 255 for part in color.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: Style) -> float:
    """Contrast ratio of a style's two colours (WCAG 2.1), from 1 to 21."""
    assert style.color is not None
    assert style.bgcolor is not None
    dark, light = sorted((luminance(style.color), luminance(style.bgcolor)))
    return (light + 0.05) / (dark + 0.05)


def segments(pilot: Pilot[None]) -> list[Segment]:
    strips = pilot.app.screen._compositor.render_strips()
    return [segment for strip in strips for segment in strip if segment.text.strip() and segment.style]


@pytest.mark.parametrize("keys", [["w"], ["d", "w"], ["question_mark"], ["d", "question_mark"]])
@pytest.mark.parametrize("size", [(120, 40), (80, 40)])
async def test_every_text_has_a_contrast_of_at_least_4_5(keys: list[str], size: tuple[int, int]) -> None:
    async with ReadcompareApp(SAMPLE).run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        faint = {
            segment.text: round(contrast(segment.style), 2)
            for segment in segments(pilot)
            if segment.style and contrast(segment.style) < 4.5 and not set(segment.text) <= set(" ▁▂▃▄▅▆▇█")
        }
        assert faint == {}


@pytest.mark.parametrize("no_color", ["", "1"])
async def test_marks_differ_by_more_than_colour(monkeypatch: pytest.MonkeyPatch, no_color: str) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", no_color)
    async with ReadcompareApp(SAMPLE).run_test(size=(120, 40)) as pilot:
        looks = {
            segment.text: (segment.style.bold, segment.style.underline, segment.style.reverse)
            for segment in segments(pilot)
            if segment.style
        }
        changed, only, plain = looks["condemned"], looks["discussed"], looks["Another."]
        assert len({changed, only, plain}) == 3


async def test_the_theme_changes_what_is_already_drawn() -> None:
    async with ReadcompareApp(SAMPLE).run_test(size=(120, 40)) as pilot:
        before = {segment.text: segment.style for segment in segments(pilot)}
        await pilot.press("d")
        await pilot.pause()
        after = {segment.text: segment.style for segment in segments(pilot)}
        for text in ("condemned", "discussed", "A1", "Another."):
            found = next(words for words in before if words.strip() == text)
            assert before[found] != after[found]
