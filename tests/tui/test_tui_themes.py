"""The colours: every text can be read, and no meaning hangs on a colour alone."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.pilot import Pilot
from tui_samples import Pair, make_comparison

from readcompare.model.alignment import RowKind
from readcompare.model.comparison import Comparison
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt, Span, Wording
from readcompare.tui.app import ReadcompareApp
from readcompare.tui.surroundings import Surroundings
from readcompare.tui.themes import THEMES

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


FOUND = replace(
    SAMPLE,
    findings=(
        Finding(
            kind=FindingKind.OMISSION,
            severity=0.5,
            confidence=0.5,
            summary="A3 is not said in B.",
            rows=("R3",),
            evidence=(Excerpt("A3", SAMPLE.a.sentence("A3").span),),
        ),
    ),
)


PLAIN_MARKED = make_comparison(
    [
        Pair(kind=RowKind.PARTIAL, a=("One demanded peace.",), b=("One discussed Minsk.",), edits=True),
        Pair(kind=RowKind.PARTIAL, a=("Two waited.",), b=("Two went home at once.",), edits=True),
    ]
)


def found(kind: FindingKind, sentence: str, words: str) -> Finding:
    start = (PLAIN_MARKED.a if sentence[0] == "A" else PLAIN_MARKED.b).readout.text.index(words)
    evidence = Excerpt(sentence, Span(start, start + len(words)))
    return Finding(kind=kind, severity=0.5, confidence=0.9, summary="A finding.", rows=("R1",), evidence=(evidence,))


MARKED = replace(
    PLAIN_MARKED,
    findings=(
        found(FindingKind.FORCE, "A1", "demanded"),
        found(FindingKind.TERM, "B1", "Minsk"),
        found(FindingKind.MISSING_PHRASE, "B1", "discussed Minsk"),
    ),
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


@pytest.mark.parametrize(
    ("comparison", "keys"),
    [
        *((FOUND, keys) for keys in (["w"], ["question_mark"], ["a"], ["f"], ["slash", "h", "e"], ["1", "n"])),
        (MARKED, []),
        (MARKED, ["n", "space"]),
    ],
)
@pytest.mark.parametrize(("theme", "least"), [("dark", 4.5), ("light", 4.5), ("contrast", 7.0)])
async def test_every_text_has_enough_contrast(
    comparison: Comparison, keys: list[str], theme: str, least: float
) -> None:
    async with ReadcompareApp(comparison, Surroundings(theme=theme)).run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        faint = {
            segment.text: round(contrast(segment.style), 2)
            for segment in segments(pilot)
            if segment.style and contrast(segment.style) < least and not set(segment.text) <= set(" ▁▂▃▄▅▆▇█─")
        }
        assert faint == {}


@pytest.mark.parametrize("theme", ["dark", "terminal"])
@pytest.mark.parametrize("no_color", ["", "1"])
async def test_marks_differ_by_more_than_colour(monkeypatch: pytest.MonkeyPatch, no_color: str, theme: str) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", no_color)
    async with ReadcompareApp(SAMPLE, Surroundings(theme=theme)).run_test(size=(120, 40)) as pilot:
        looks = {
            segment.text: (segment.style.bold, segment.style.underline, segment.style.reverse)
            for segment in segments(pilot)
            if segment.style
        }
        changed, only, plain = looks["condemned"], looks["discussed"], looks["Another."]
        assert len({changed, only, plain}) == 3


def style_of(pilot: Pilot[None], word: str) -> tuple[object, ...]:
    """How a word is drawn, without its colours."""
    (style,) = {segment.style for segment in segments(pilot) if word in segment.text}
    assert style is not None
    return style.bold, style.italic, style.underline, style.reverse


@pytest.mark.parametrize("theme", ["dark", "light", "contrast", "terminal"])
@pytest.mark.parametrize("no_color", ["", "1"])
async def test_words_of_findings_are_told_apart_without_colour(
    monkeypatch: pytest.MonkeyPatch, no_color: str, theme: str
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", no_color)
    async with ReadcompareApp(MARKED, Surroundings(theme=theme)).run_test(size=(120, 40)) as pilot:
        words = ("demanded", "Minsk", "discussed", "waited", "home", "Two")
        verb, term, phrase, changed, only, plain = (style_of(pilot, word) for word in words)
        assert len({verb, term, phrase, changed, only, plain}) == 6


async def test_what_is_marked_is_chosen_with_a_key() -> None:
    async with ReadcompareApp(MARKED).run_test(size=(120, 40)) as pilot:
        seen = []
        for _ in range(5):
            await pilot.pause()
            plain = style_of(pilot, "Two")
            seen.append((style_of(pilot, "waited") != plain, bool(style_of(pilot, "Minsk")[1])))
            await pilot.press("m")
        assert seen == [(True, True), (True, False), (False, True), (False, False), (True, True)]


async def test_the_theme_changes_what_is_already_drawn() -> None:
    async with ReadcompareApp(SAMPLE).run_test(size=(120, 40)) as pilot:
        before = {segment.text: segment.style for segment in segments(pilot)}
        await pilot.press("d")
        await pilot.pause()
        after = {segment.text: segment.style for segment in segments(pilot)}
        for text in ("condemned", "discussed", "A1", "Another."):
            found = next(words for words in before if words.strip() == text)
            assert before[found] != after[found]


@pytest.mark.parametrize("keys", [["w"], ["question_mark"], ["a"], ["f"], ["slash", "h", "e"]])
async def test_the_terminals_own_colours_are_the_only_ones(keys: list[str]) -> None:
    async with ReadcompareApp(FOUND, Surroundings(theme="terminal")).run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        own = {
            segment.text: (segment.style.color, segment.style.bgcolor)
            for segment in segments(pilot)
            if segment.style
            for color in (segment.style.color, segment.style.bgcolor)
            if color is not None and color.triplet is not None
        }
        assert own == {}


async def test_one_key_goes_through_all_colours() -> None:
    async with ReadcompareApp(SAMPLE).run_test() as pilot:
        seen = []
        for _ in THEMES:
            seen.append(pilot.app.theme)
            await pilot.press("d")
        assert seen == [theme.name for theme in THEMES.values()]
        assert pilot.app.theme == seen[0]
