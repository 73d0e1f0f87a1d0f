"""Every command, asked for with its key: what the screen shows then. A command that the table lacks fails a test."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from readcompare.intake import Wishes
from readcompare.model.alignment import RowKind
from readcompare.session import Session, start
from readcompare.tui.app import ReadcompareApp
from readcompare.tui.commands import COMMANDS
from readcompare.tui.screens.answers import AnswersScreen
from readcompare.tui.screens.reading import ReadingScreen
from readcompare.tui.start_commands import OPENING, PASTING, START
from readcompare.tui.surroundings import Surroundings
from readcompare.tui.widgets.why import WhyPanel
from readcompare.views.marking import Marking

EVERY = {command.id: command for command in (*COMMANDS, *START, *OPENING, *PASTING)}


@dataclass(frozen=True, slots=True)
class Case:
    """What is pressed before the command's own key, and what is so afterwards."""

    before: str
    after: dict[str, object]
    begins: str = "texts"
    """`start` for the start screen."""


def texts(before: str = "", **after: object) -> Case:
    return Case(before, after)


def from_start(before: str = "", **after: object) -> Case:
    return Case(before, after, "start")


# The call has four rows: = A1 B1, ~ A2 B2, !? A3 B3 B4, > B5.
CASES = {
    "row.next": texts(cursor=1),
    "row.previous": texts("G", cursor=2),
    "page.next": texts(cursor=3),
    "page.previous": texts("G", cursor=0),
    "row.first": texts("G", cursor=0),
    "row.last": texts(cursor=3),
    "difference.next": texts(cursor=1),
    "difference.previous": texts("G", cursor=2),
    "check.next": texts(cursor=2),
    "check.previous": texts("G", cursor=2),
    "kind.next": texts(said="There is no further row with =."),
    "kind.previous": texts(said="There is no earlier row with =."),
    "jump": texts(asked="Go to sentence (A3, B7) or row (R2):"),
    "filter": texts(asked="/"),
    "rows.all": texts("1", places=(0, 1, 2, 3)),
    "kind.same": texts(places=(1, 2, 3)),
    "kind.partial": texts(places=(0, 2, 3)),
    "kind.competing": texts(places=(0, 1, 3)),
    "kind.only-a": texts(hidden={RowKind.ONLY_A}),
    "kind.only-b": texts(places=(0, 1, 2)),
    "kind.frame": texts(hidden={RowKind.FRAME}),
    "answers": texts(page="At a glance"),
    "terms": texts(page="Terms"),
    "topics": texts(page="Topics"),
    "order": texts(page="Order"),
    "findings": texts(findings="all"),
    "why": texts(why=True),
    "marks": texts(marking=Marking.WORDS),
    "version.a": texts(languages=("en", "ru")),
    "version.b": texts(languages=("de", "en")),
    "threshold.lower": texts(said_of="Linked from a probability of"),
    "threshold.higher": texts(said_of="Linked from a probability of"),
    "threshold.usual": texts("plus", said_of="Linked from the usual probability."),
    "read_again": texts(said="Read again, and aligned anew around what was set by hand."),
    "mark": texts(marked={"A1", "B1"}),
    "link": texts("G space g", said="A1 B1 B5 linked", first=("A1", "B1", "B5")),
    "link.ids": texts(asked="These sentences are one row:"),
    "unlink": texts(first=("B1",)),
    "confirm": texts(origin="confirmed"),
    "kind": texts(kind=RowKind.PARTIAL),
    "release": texts("c", origin="auto"),
    "note": texts(asked="Note:"),
    "labels": texts(asked="Labels, with commas between:"),
    "undo": texts("c", origin="auto"),
    "redo": texts("c u", origin="confirmed"),
    "save_copy": texts(asked="Write all work by hand to:"),
    "copy": texts(said_of="quotations.txt"),
    "copy.words": texts(said="Select words with the mouse first; y copies the whole row."),
    "export": texts(asked="Write a report (.txt) to:"),
    "edit.a": texts(said="Name your editor in EDITOR, such as EDITOR=nano."),
    "edit.b": texts(said="Name your editor in EDITOR, such as EDITOR=nano."),
    "start": texts(screen="StartScreen"),
    "help": texts(screen="HelpScreen"),
    "theme": texts(theme="readcompare-light"),
    "palette": texts(screen="CommandPalette"),
    "quit": texts(is_over=True),
    "help.close": texts("question_mark", screen="ReadingScreen"),
    "findings.next_kind": texts("f", findings="omission"),
    "findings.previous_kind": texts("f right right", findings="omission"),
    "findings.close": texts("f", findings=None),
    "answers.next_page": texts("a", page="Terms"),
    "answers.previous_page": texts("a", page="Order"),
    "answers.close": texts("a", screen="ReadingScreen"),
    "start.open": from_start(screen="OpeningScreen"),
    "start.paste": from_start(screen="PastingScreen"),
    "start.filter": from_start(asked="Filter:"),
    "start.look_again": from_start(options=4),
    "start.back": from_start("slash x x enter", options=4),
    "opening.next": from_start("o", marked_line=2),
    "opening.previous": from_start("o down", marked_line=1),
    "opening.complete": from_start("o", written="call/"),
    "opening.close": from_start("o", screen="StartScreen"),
    "pasting.compare": from_start("p", said="There is no text A yet; paste it."),
    "pasting.next": from_start("p", focus="text-b"),
    "pasting.close": from_start("p", screen="StartScreen"),
}


def test_every_command_is_tried() -> None:
    assert set(CASES) == set(EVERY)


@pytest.fixture
def folder(sample: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one call, and surroundings without a clipboard and without an editor."""
    shutil.copytree(Path(sample).parent, tmp_path / "here" / "call")
    (tmp_path / "here" / "empty").mkdir()
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TERM_PROGRAM", "WSL_DISTRO_NAME", "EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


def opened(files: tuple[str, ...]) -> Session:
    return start(files, Wishes())


def state(pilot: Pilot[None]) -> dict[str, object]:
    """What the screen shows, by the names that the table uses."""
    app, screen = pilot.app, pilot.app.screen
    said = [one.message for one in app._notifications]
    told: dict[str, object] = {
        "screen": type(screen).__name__,
        "theme": app.theme,
        "said": said[-1] if said else "",
        "is_over": app.return_code == 0,
        "focus": screen.focused.id if screen.focused else None,
        "asked": next((str(one.query_one("Label").render()) for one in screen.query("Prompt") if one.display), None),
        "written": next((one.value for one in screen.query(Input)), None),
    }
    if isinstance(screen, AnswersScreen):
        told["page"] = screen._pages[screen._page].title
    for listing in screen.query(OptionList):
        told |= {"options": listing.option_count, "marked_line": listing.highlighted}
    return told | (_of_texts(screen) if isinstance(screen, ReadingScreen) else {})


def _of_texts(screen: ReadingScreen) -> dict[str, object]:
    shown, panel = screen.shown, screen.findings
    first = shown.rows[0]
    return {
        "cursor": screen.cursor,
        "places": shown.places,
        "hidden": shown.narrowing.hidden,
        "marked": shown.marked,
        "marking": shown.marking,
        "why": screen.query_one(WhyPanel).display,
        "findings": (panel._kind or "all") if panel and panel.display else None,
        "languages": tuple(document.readout.language for document in shown.comparison.documents),
        "first": tuple(sentence.id for sentence in (*first.a, *first.b)),
        "origin": first.origin.value,
        "kind": first.kind,
    }


@pytest.mark.parametrize("name", CASES)
async def test_a_command_does_what_it_says(folder: Path, name: str) -> None:
    case, command = CASES[name], EVERY[name]
    session = opened(("call/comparison.yaml",)) if case.begins == "texts" else None
    surroundings = Surroundings(
        session=session,
        folder=str(folder / "state"),
        open=opened,
        exporters={".txt": lambda comparison: comparison.title.encode()},
    )
    app = ReadcompareApp(session.comparison if session else None, surroundings)
    async with app.run_test(size=(120, 40)) as pilot:
        for key in (*case.before.split(), command.keys.split(",")[0]):
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
        after = dict(case.after)
        told = state(pilot)
        assert str(after.pop("said_of", "")) in str(told["said"])
        assert {what: told[what] for what in after} == after
