"""What leaves the screen: quotations, reports, the editor, the place of the last reading."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from tui_pilot import cursor_of
from tui_samples import MIXED

from readcompare.intake import Wishes
from readcompare.reports.interface import Layout
from readcompare.reports.plain import render
from readcompare.session import Session, start
from readcompare.tui.app import ReadcompareApp
from readcompare.tui.clipboard import copy, native_tool, takes_osc_52
from readcompare.tui.editor import editor_command
from readcompare.tui.screens.reading import ReadingScreen
from readcompare.tui.surroundings import Surroundings
from readcompare.views.marking import Marking
from readcompare.views.quotation import quotation


@pytest.fixture
def session(sample: str, tmp_path: Path) -> Session:
    folder = shutil.copytree(Path(sample).parent, tmp_path / "call")
    return start((str(folder / "comparison.yaml"),), Wishes())


def told(pilot: Pilot[None]) -> list[str]:
    return [one.message for one in pilot.app._notifications]


def tool(folder: Path, name: str, exit_code: int = 0) -> dict[str, str]:
    """A tool that keeps what it is given beside itself, and surroundings in which it is found."""
    path = folder / name
    path.write_text(f'#!/bin/sh\nPATH=/usr/bin:/bin\ncat > "{folder}/taken"\nexit {exit_code}\n', encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return {"PATH": str(folder), "DISPLAY": ":0", "TERM": "xterm-256color"}


def test_a_native_tool_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    surroundings = tool(tmp_path, "xclip")
    monkeypatch.setenv("PATH", str(tmp_path))
    sent: list[str] = []
    assert native_tool(surroundings) == ("xclip", "-selection", "clipboard")
    assert copy("Wörter", sent.append, str(tmp_path), surroundings) == "Copied by xclip."
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "Wörter"
    assert sent == []


def test_a_tool_that_fails_gives_way_to_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    surroundings = tool(tmp_path, "xclip", exit_code=1) | {"TERM": "xterm-kitty"}
    monkeypatch.setenv("PATH", str(tmp_path))
    sent: list[str] = []
    assert copy("words", sent.append, str(tmp_path), surroundings) == "Copied through the terminal (OSC 52)."
    assert sent == ["words"]


def test_without_either_a_file_takes_it_and_is_named(tmp_path: Path) -> None:
    for words in ("one", "two"):
        said = copy(words, pytest.fail, str(tmp_path / "new"), {"PATH": "", "TERM": "xterm-256color"})
    assert said == f"No clipboard can be reached; added to {tmp_path / 'new' / 'quotations.txt'}"
    assert (tmp_path / "new" / "quotations.txt").read_text(encoding="utf-8") == "one\n\ntwo\n\n"


@pytest.mark.parametrize(
    ("surroundings", "takes"),
    [({"TERM_PROGRAM": "WezTerm"}, True), ({"TERM": "foot"}, True), ({"TERM": "xterm-256color"}, False), ({}, False)],
)
def test_only_known_terminals_are_trusted(surroundings: dict[str, str], *, takes: bool) -> None:
    assert takes_osc_52(surroundings) is takes


def test_a_quotation_names_its_source_and_what_it_is(session: Session) -> None:
    words = quotation(session.comparison, session.comparison.rows[1]).splitlines()
    assert words[0].startswith("“Thema war die derzeitige Lage an der polnisch-belarussischen Grenze.” (German Federal")
    assert "sentence A2, language de, wording: reconstruction, https://www.bundesregierung.de/" in words[0]
    assert words[1].startswith("“Обстоятельно")


async def test_y_copies_the_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TERM_PROGRAM", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("sys.platform", "linux")
    async with ReadcompareApp(MIXED, Surroundings(folder=str(tmp_path))).run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "y")
        assert told(pilot) == [f"No clipboard can be reached; added to {tmp_path / 'quotations.txt'}"]
    copied = (tmp_path / "quotations.txt").read_text(encoding="utf-8")
    assert "“The Chancellor condemned the use of migrants" in copied
    assert "sentence B2 B3" in copied


async def write_to(pilot: Pilot[None], name: str) -> str:
    await pilot.press("ctrl+s")
    await pilot.press(*name)
    await pilot.press("enter")
    await pilot.pause()
    return told(pilot)[-1]


async def test_a_report_is_written_and_never_over_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    surroundings = Surroundings(exporters={".txt": lambda comparison: render(comparison, Layout()).encode()})
    async with ReadcompareApp(MIXED, surroundings).run_test(size=(160, 40)) as pilot:
        assert await write_to(pilot, "call.txt") == "Written: call.txt"
        assert "is there already; name another file" in await write_to(pilot, "call.txt")
        assert await write_to(pilot, "call.odt") == "call.odt is no name for a report; it ends in one of .txt"
        assert "no/where.txt" in await write_to(pilot, "no/where.txt")
    assert (tmp_path / "call.txt").read_text(encoding="utf-8") == render(MIXED, Layout())


async def test_the_place_of_the_last_reading_is_found_again(session: Session, tmp_path: Path) -> None:
    surroundings = Surroundings(session=session, folder=str(tmp_path / "state"))
    async with ReadcompareApp(session.comparison, surroundings).run_test(size=(120, 40)) as pilot:
        await pilot.press("end")
    async with ReadcompareApp(session.comparison, surroundings).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert cursor_of(pilot) == len(session.comparison.rows) - 1


async def test_colours_and_marks_of_the_last_reading_are_there_again(tmp_path: Path) -> None:
    surroundings = Surroundings(folder=str(tmp_path / "state"))
    async with ReadcompareApp(MIXED, surroundings).run_test(size=(120, 40)) as pilot:
        await pilot.press("d", "m", "m")
    app = ReadcompareApp(MIXED, surroundings)
    async with app.run_test(size=(120, 40)):
        assert app.theme == "readcompare-light"
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.shown.marking is Marking.FINDINGS
    # What the user has set once for all goes before.
    assert ReadcompareApp(MIXED, replace(surroundings, theme="contrast")).theme == "readcompare-contrast"
    (tmp_path / "state" / "looks.json").write_text('{"theme": "pink", "marking": 3}', encoding="utf-8")
    assert ReadcompareApp(MIXED, surroundings).theme == "readcompare-dark"


@pytest.mark.parametrize("damaged", ["", "[1]", '{"x": 1}'])
async def test_a_damaged_memory_harms_nothing(session: Session, tmp_path: Path, damaged: str) -> None:
    (tmp_path / "places.json").write_text(damaged, encoding="utf-8")
    surroundings = Surroundings(session=session, folder=str(tmp_path))
    async with ReadcompareApp(session.comparison, surroundings).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert cursor_of(pilot) == 0


@pytest.mark.parametrize(
    ("named", "command"),
    [
        ("vim", ["vim", "+7", "a b.txt"]),
        ("emacsclient -t", ["emacsclient", "-t", "+7", "a b.txt"]),
        ("/usr/bin/code", ["/usr/bin/code", "--wait", "--goto", "a b.txt:7"]),
        ("hx", ["hx", "a b.txt:7"]),
        ("", None),
    ],
)
def test_editors_are_told_the_line_in_their_own_way(named: str, command: list[str] | None) -> None:
    assert editor_command({"EDITOR": named}, "a b.txt", 7) == command
    assert editor_command({"VISUAL": named, "EDITOR": "other"}, "a b.txt", 7) == (command or ["other", "+7", "a b.txt"])


async def test_without_an_editor_or_a_file_the_reader_is_told(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    async with ReadcompareApp(session.comparison, Surroundings(session=session)).run_test() as pilot:
        await pilot.press("v")
        assert told(pilot) == ["Name your editor in EDITOR, such as EDITOR=nano."]
        monkeypatch.setenv("EDITOR", "nano")
        await pilot.press("v")  # the test's terminal cannot be given away
        assert told(pilot) == ["No editor can be opened from here."]
    async with ReadcompareApp(MIXED).run_test() as pilot:
        await pilot.press("V")
        assert told(pilot) == ["There is no file to open."]
