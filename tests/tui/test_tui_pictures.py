"""The screen as SVG, view by view: what changed how it looks is seen in the diff of a picture.

`READCOMPARE_REWRITE_GOLDEN=1` writes the pictures anew; look at each one that changed. They hold for the version of
Textual in `requirements.lock`; with another one the tests are skipped, since it may draw the same screen otherwise.
"""

from __future__ import annotations

import os
import re
import shutil
import threading
from importlib.metadata import version
from itertools import product
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from readcompare.engine.progress import Progress, silent
from readcompare.model.wishes import Wishes
from readcompare.runner import run_file
from readcompare.session import Reading, Session, keep_place, read, start
from readcompare.tui.app import ReadcompareApp
from readcompare.tui.screens.comparing import ComparingScreen
from readcompare.tui.surroundings import Surroundings

SIZES = [(200, 50), (120, 40), (80, 24), (60, 20), (40, 12)]
THEMES = ["dark", "light", "contrast", "terminal"]
VIEWS = {
    "reading": (),
    "glance": ("a",),
    "terms": ("f3",),
    "topics": ("f4",),
    "order": ("f5",),
    "findings": ("f",),
    "why": ("w",),
    "help": ("question_mark",),
}
"""Views of one comparison, with the keys that lead to them from its first difference."""
BEFORE = {
    "start": (),
    "opening": ("o", *"readouts/20"),
    "pasting": ("p",),
}
"""Views before a comparison is open, with the keys that lead to them from the start screen."""
CALLS = ("2014-03-06-us-ru", "2020-12-07-de-ru", "2021-11-10-de-ru")
Size = tuple[int, int]


@pytest.fixture(autouse=True)
def _same_textual(root: Path) -> None:
    locked = re.search(r"^textual==(.*)$", (root / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    if locked is None or version("textual") != locked[1]:
        pytest.skip("the pictures are of another version of Textual")


@pytest.fixture
def home(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with some calls in `work`, which is the working folder; one of them was read before."""
    here = tmp_path / "work"
    for call in CALLS:
        shutil.copytree(root / "readouts" / call, here / "readouts" / call)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(here)
    keep_place(str(tmp_path / "state"), str(here / "readouts" / CALLS[-1] / "comparison.yaml"), "A3")
    return tmp_path


def cases(*views: str) -> pytest.MarkDecorator:
    """Each of the views at each size in each theme."""
    every = list(product(views, SIZES, THEMES))
    return pytest.mark.parametrize(("view", "size", "theme"), every, ids=[_name(*case) for case in every])


def _name(view: str, size: Size, theme: str) -> str:
    return f"{view}-{size[0]}x{size[1]}-{theme}"


def same_ids(svg: str) -> str:
    """The picture without the number that Textual makes anew, and without the fonts that it would ask the web for."""
    return re.sub(r"@font-face \{.*?\}\s*", "", re.sub(r"terminal-\d+", "terminal", svg), flags=re.DOTALL)


def compare_picture(root: Path, pilot: Pilot[None], name: str) -> None:
    """What is on the screen is what stands in the picture of that name."""
    drawn = same_ids(pilot.app.export_screenshot(title=name))
    picture = root / "tests" / "golden" / "screens" / f"{name}.svg"
    if os.environ.get("READCOMPARE_REWRITE_GOLDEN"):
        picture.parent.mkdir(exist_ok=True)
        picture.write_text(drawn, encoding="utf-8")
    assert drawn == picture.read_text(encoding="utf-8")


@cases(*VIEWS)
async def test_the_screen_looks_as_it_did(root: Path, sample: str, view: str, size: Size, theme: str) -> None:
    async with ReadcompareApp(run_file(sample), Surroundings(theme=theme)).run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("n", *VIEWS[view])
        await pilot.pause()
        compare_picture(root, pilot, _name(view, size, theme))


@cases(*BEFORE)
async def test_the_screens_before_look_as_they_did(root: Path, home: Path, view: str, size: Size, theme: str) -> None:
    around = Surroundings(theme=theme, folder=str(home / "state"), open=lambda files: start(files, Wishes()))
    async with ReadcompareApp(None, around).run_test(size=size) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(*BEFORE[view])
        await pilot.pause()
        if view == "pasting":
            text = Path("readouts", CALLS[-1], "germany.de.txt").read_text(encoding="utf-8")
            pilot.app.screen.query(TextArea)[0].text = text
            await pilot.press("tab")
            await pilot.pause()
        compare_picture(root, pilot, _name(view, size, theme))


class Unhurried(Reading):
    """Is compared when the picture is taken, not before."""

    taken = threading.Event()

    def compared(self, progress: Progress = silent) -> Session:
        self.taken.wait(60)
        return super().compared(progress)


@cases("comparing")
async def test_the_texts_being_compared_look_as_they_did(
    root: Path, sample: str, view: str, size: Size, theme: str
) -> None:
    Unhurried.taken.clear()
    reading = Unhurried(*read((sample,), Wishes()))
    try:
        async with ReadcompareApp(None, Surroundings(theme=theme, reading=reading)).run_test(size=size) as pilot:
            assert isinstance(pilot.app.screen, ComparingScreen)
            pilot.app.screen.say(0.4, "choosing pairs")
            await pilot.pause()
            compare_picture(root, pilot, _name(view, size, theme))
    finally:
        Unhurried.taken.set()
