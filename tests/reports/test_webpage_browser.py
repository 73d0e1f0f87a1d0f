"""The web page in a real browser: it asks for nothing, needs no script, and is accessible."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from headless_chromium import Opened, browser
from msgspec.structs import replace
from page_samples import HOSTILE, hostile_comparison, with_topics
from playwright.sync_api import Browser, expect

from readcompare import compare
from readcompare.model.alignment import Certainty, RowKind
from readcompare.model.comparison import Comparison
from readcompare.reports import webpage
from readcompare.reports.interface import Layout
from readcompare.views.passages import visible


@pytest.fixture(scope="module")
def chromium(chromium_path: str) -> Iterator[Browser]:
    with browser(chromium_path) as started:
        yield started


def standing(comparison: Comparison) -> Comparison:
    """The comparison with rows whose kinds are known: A1 and B1 stand in two rows, A2 and A3 have no counterpart."""
    first = comparison.rows[0]
    alone = replace(first, kind=RowKind.ONLY_A, b=(), edits=(), nearest=None, certainty=Certainty.SURE)
    rows = (
        replace(first, kind=RowKind.SAME, a=("A1",), b=("B1",), certainty=Certainty.SURE),
        replace(alone, a=("A2",)),
        replace(alone, a=("A3",), certainty=Certainty.CHECK),
        replace(first, kind=RowKind.COMPETING, a=("A1", "A4", "A5"), b=("B1",), certainty=Certainty.CHECK),
        *(replace(alone, kind=RowKind.ONLY_B, a=(), b=(f"B{number}",)) for number in range(2, 9)),
    )
    numbered = tuple(replace(row, id=f"R{number}") for number, row in enumerate(rows, start=1))
    return replace(comparison, rows=numbered)


@pytest.fixture(scope="module")
def pages(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    made = {
        "call": standing(with_topics(compare(root / "readouts" / "2014-03-06-us-ru" / "comparison.yaml"))),
        "hostile": hostile_comparison(),
        "empty": compare("", ""),
    }
    for name, comparison in made.items():
        (folder / f"{name}.html").write_text(webpage.render(comparison, Layout()), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


@pytest.mark.parametrize("name", ["call", "hostile", "empty"])
def test_the_page_asks_for_nothing_and_breaks_no_rule_of_its_own(
    chromium: Browser, pages: dict[str, Path], name: str
) -> None:
    with chromium.new_context() as context:
        opened = Opened(context.new_page())
        page = opened.go(pages[name])
        page.mouse.move(300, 300)
        assert opened.requests == [pages[name].as_uri()]
        assert opened.complaints == []
        # The policy let the style and the script in.
        assert page.evaluate("document.styleSheets[0].cssRules.length") > 80
        assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"


def test_hostile_text_is_read_as_it_was_written(chromium: Browser, pages: dict[str, Path]) -> None:
    with chromium.new_context() as context:
        opened = Opened(context.new_page())
        page = opened.go(pages["hostile"])
        shown = page.inner_text("body")
        assert page.title() == visible(" ".join(HOSTILE))
        sentences = page.locator("#texts td.a .sentence")
        text = " ".join(part.removeprefix(f"A{n}").strip() for n, part in enumerate(sentences.all_inner_texts(), 1))
        assert visible(" ".join(HOSTILE[:4])) in " ".join(text.split())
        assert "Both <U+202E>sides<U+202C> of the zerowidth <U+001B>[31mborder spoke." in shown
        assert page.locator("img, b, i").count() == 0
        assert opened.complaints == []


def test_filters_work_without_a_script(chromium: Browser, pages: dict[str, Path]) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = Opened(context.new_page()).go(pages["call"])
        rows = page.locator(".rows tbody tr")
        alone, competing = (page.locator(f'.rows tr[data-kind="{kind}"]').first for kind in ("only_a", "competing"))
        hint = page.locator("#row-filter .hidden")
        expect(hint).to_be_hidden()
        page.locator("#row-only_a").uncheck()
        expect(alone).to_be_hidden()
        expect(competing).to_be_visible()
        expect(hint).to_be_visible()
        page.get_by_role("button", name="Show all").last.click()
        expect(alone).to_be_visible()
        page.locator("#only-check").check()
        assert [row.get_attribute("data-check") for row in rows.all() if row.is_visible()] == [""] * 2
        # A link leads to its row even when the filter hides it.
        page.locator("#only-check").uncheck()
        page.locator("#row-only_a").uncheck()
        page.locator('a[href="#A2"]').first.click()
        expect(page.locator("#A2")).to_be_in_viewport()


def test_a_sentence_lights_up_with_its_pair_and_wherever_else_it_stands(
    chromium: Browser, pages: dict[str, Path]
) -> None:
    with chromium.new_context() as context:
        page = Opened(context.new_page()).go(pages["call"])
        before = page.locator("#R1").evaluate("row => getComputedStyle(row).backgroundColor")
        page.locator("#A1").hover()
        assert page.locator("#R1").evaluate("row => getComputedStyle(row).backgroundColor") != before
        page.locator('[data-sentence="A1"]').first.hover()
        expect(page.locator('[data-sentence="A1"].lit')).to_have_count(2)
        page.locator("#only-check").check()
        expect(page.locator("#row-filter output")).to_have_text("2 of 11 rows shown")


def test_print_leaves_out_what_paper_cannot_do_and_keeps_every_sentence(
    chromium: Browser, pages: dict[str, Path]
) -> None:
    with chromium.new_context(color_scheme="dark") as context:
        page = Opened(context.new_page()).go(pages["call"])
        page.emulate_media(media="print")
        for gone in ("nav", ".skip", "#row-filter fieldset", "#row-filter button"):
            expect(page.locator(gone).first).to_be_hidden()
        for sentence in page.locator(".sentence").all():
            expect(sentence).to_be_visible()
        ink = page.evaluate("getComputedStyle(document.body).color")
        assert ink == "rgb(27, 30, 35)"


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 320)])
@pytest.mark.parametrize("name", ["call", "hostile", "empty"])
def test_the_page_is_accessible(chromium: Browser, pages: dict[str, Path], name: str, scheme: str, width: int) -> None:
    with chromium.new_context(
        color_scheme="dark" if scheme == "dark" else "light", viewport={"width": width, "height": 800}
    ) as context:
        page = Opened(context.new_page()).go(pages[name], "#R1" if name == "call" else "")
        violations = Axe().run(page).response["violations"]
        assert [(one["id"], one["impact"], one["nodes"][0]["html"]) for one in violations] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
