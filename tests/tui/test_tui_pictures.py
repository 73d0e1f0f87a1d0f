"""The screen as SVG, view by view: what changed how it looks is seen in the diff of a picture.

`READCOMPARE_REWRITE_GOLDEN=1` writes the pictures anew; look at each one that changed. They hold for the version of
Textual in `requirements.lock`; with another one the tests are skipped, since it may draw the same screen otherwise.
"""

from __future__ import annotations

import os
import re
from importlib.metadata import version
from itertools import product
from pathlib import Path

import pytest

from readcompare.runner import run_file
from readcompare.tui.app import ReadcompareApp
from readcompare.tui.surroundings import Surroundings

SIZES = [(200, 50), (120, 40), (80, 24), (60, 20), (40, 12)]
THEMES = ["dark", "light", "contrast", "terminal"]
VIEWS = {
    "reading": (),
    "glance": ("a",),
    "topics": ("f4",),
    "findings": ("f",),
    "why": ("w",),
    "help": ("question_mark",),
}
CASES = [
    (f"{name}-{w}x{h}-{theme}", (w, h), theme, keys)
    for (name, keys), (w, h), theme in product(VIEWS.items(), SIZES, THEMES)
]
Case = tuple[str, tuple[int, int], str, tuple[str, ...]]


def same_ids(svg: str) -> str:
    """The picture without the number that Textual makes anew, and without the fonts that it would ask the web for."""
    return re.sub(r"@font-face \{.*?\}\s*", "", re.sub(r"terminal-\d+", "terminal", svg), flags=re.DOTALL)


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
async def test_the_screen_looks_as_it_did(root: Path, sample: str, case: Case) -> None:
    name, size, theme, keys = case
    locked = re.search(r"^textual==(.*)$", (root / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    if locked is None or version("textual") != locked[1]:
        pytest.skip("the pictures are of another version of Textual")
    async with ReadcompareApp(run_file(sample), Surroundings(theme=theme)).run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("n", *keys)
        await pilot.pause()
        drawn = same_ids(pilot.app.export_screenshot(title=name))
    picture = root / "tests" / "golden" / "screens" / f"{name}.svg"
    if os.environ.get("READCOMPARE_REWRITE_GOLDEN"):
        picture.parent.mkdir(exist_ok=True)
        picture.write_text(drawn, encoding="utf-8")
    assert drawn == picture.read_text(encoding="utf-8")
