"""Settings as a user meets them: who decides, where it is told, what is refused."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from readcompare.model.settings import SETTINGS

SIDES = """\
sides:
  - {id: germany, file: a.txt, language: en}
  - {id: kremlin, file: b.txt, language: en}
"""


def readcompare(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "readcompare", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | variables,
        timeout=60,
        check=False,
    )


def shown(*arguments: str, cwd: Path, **variables: str) -> dict[str, tuple[object, str]]:
    """Value and origin of every setting."""
    done = readcompare("config", "show", "--json", *arguments, cwd=cwd, **variables)
    assert done.returncode == 0, done.stderr
    return {name: (told["value"], told["origin"]) for name, told in json.loads(done.stdout).items()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a comparison file, its texts, and a configuration."""
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("The two leaders spoke about Syria.\n", encoding="utf-8")
    (tmp_path / "call.yaml").write_text(SIDES, encoding="utf-8")
    (tmp_path / "my.yaml").write_text("# mine\nwidth: 50\nthreshold: 0.2\n", encoding="utf-8")
    return tmp_path


def test_each_level_goes_before_the_ones_below_it(folder: Path) -> None:
    call = folder / "call.yaml"
    mine = {"READCOMPARE_CONFIG": "my.yaml"}
    assert shown("call.yaml", cwd=folder)["width"] == (80, "default")
    assert shown("call.yaml", cwd=folder, **mine)["width"] == (50, "my.yaml:2")
    call.write_text(SIDES + "report: {width: 60}\nalign:\n  threshold: 0.6\n", encoding="utf-8")
    told = shown("call.yaml", cwd=folder, **mine)
    assert told["format"] == ("text", "default")
    assert told["threshold"] == (0.6, "call.yaml:6")
    assert told["width"] == (60, "call.yaml:4")
    mine["READCOMPARE_WIDTH"] = "70"
    assert shown("call.yaml", cwd=folder, **mine)["width"] == (70, "READCOMPARE_WIDTH")
    assert shown("call.yaml", "-W", "90", cwd=folder, **mine)["width"] == (90, "option --width")
    assert shown("call.yaml", "--threshold", "auto", cwd=folder)["threshold"] == (None, "option --threshold")


def test_reports_follow_the_settings(folder: Path) -> None:
    (folder / "call.yaml").write_text(SIDES + "report: {format: json}\nalign: {threshold: 0.6}\n", encoding="utf-8")
    (folder / "my.yaml").write_text("threshold: 0.25\n", encoding="utf-8")
    record = json.loads(readcompare("report", "call.yaml", cwd=folder).stdout)
    assert record["comparison"]["recipe"]["threshold"] == 0.6
    record = json.loads(readcompare("report", "call.yaml", "--threshold", "auto", cwd=folder).stdout)
    assert record["comparison"]["recipe"]["threshold"] is None
    done = readcompare("report", "a.txt", "b.txt", "-f", "json", cwd=folder, READCOMPARE_CONFIG="my.yaml")
    assert json.loads(done.stdout)["comparison"]["recipe"]["threshold"] == 0.25
    narrow = readcompare("a.txt", "b.txt", cwd=folder, READCOMPARE_WIDTH="40").stdout
    assert max(map(len, narrow.splitlines())) <= 40


def test_the_ending_of_the_output_names_a_format_as_an_option_does(folder: Path) -> None:
    (folder / "my.yaml").write_text("format: csv\n", encoding="utf-8")
    mine = {"READCOMPARE_CONFIG": "my.yaml"}
    assert readcompare("report", "call.yaml", cwd=folder, **mine).stdout.startswith("row,kind")
    for output, start in (("out.json", "{"), ("out.md", "#"), ("out", "\ufeffrow,kind")):
        assert readcompare("report", "call.yaml", "-o", output, cwd=folder, **mine).returncode == 0
        assert (folder / output).read_text(encoding="utf-8").startswith(start)
    assert readcompare("diff", "a.txt", "b.txt", cwd=folder, **mine).stdout == ""


def test_a_batch_takes_widths_from_each_file_and_one_format_from_the_user(folder: Path) -> None:
    for name, wide in (("one", 50), ("two", 120)):
        (folder / f"{name}.yaml").write_text(SIDES + f"report: {{width: {wide}, format: json}}\n", encoding="utf-8")
    done = readcompare("report", "one.yaml", "two.yaml", "-o", "out/", cwd=folder)
    assert done.returncode == 0
    lines = [(folder / "out" / f"{name}.txt").read_text(encoding="utf-8").splitlines() for name in ("one", "two")]
    assert max(map(len, lines[0])) <= 50 < max(map(len, lines[1]))


def test_a_matcher_of_the_user_gives_way_to_that_of_the_file(folder: Path) -> None:
    (folder / "call.yaml").write_text(SIDES + "align: {matcher: lexical}\n", encoding="utf-8")
    semantic = {"READCOMPARE_CONFIG": "my.yaml"}
    (folder / "my.yaml").write_text("matcher: semantic\n", encoding="utf-8")
    assert readcompare("report", "call.yaml", cwd=folder, **semantic).returncode == 0
    done = readcompare("report", "a.txt", "b.txt", cwd=folder, **semantic)
    assert (done.returncode, "needs a model" in done.stderr) == (2, True)
    done = readcompare("report", "call.yaml", cwd=folder, READCOMPARE_MATCHER="semantic")
    assert (done.returncode, "needs a model" in done.stderr) == (2, True)


def test_the_configuration_of_the_platform_is_read(folder: Path) -> None:
    variables = {"XDG_CONFIG_HOME": str(folder), "HOME": str(folder), "APPDATA": str(folder)}
    environment = {name: word for name, word in os.environ.items() if name != "READCOMPARE_CONFIG"} | variables
    done = subprocess.run(
        [sys.executable, "-m", "readcompare", "config", "path"],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    path = Path(done.stdout.strip())
    assert path.is_relative_to(folder)
    assert (path.parent.name, path.name) == ("readcompare", "config.yaml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("width: 66\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "readcompare", "config", "show"],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    assert f"width      66       {path}:1\n" in done.stdout


@pytest.mark.parametrize(
    ("content", "variables", "lines"),
    [
        ("widht: 70\n", {}, ["my.yaml:1:1: unknown key 'widht'; did you mean 'width'?", "widht: 70", "^"]),
        ("width: 7\n", {}, ["my.yaml:1:8: width: '7' is no number from 40 to 300", "width: 7", "       ^"]),
        ("width: [70]\n", {}, ["my.yaml:1:8: width must be a single value", "width: [70]", "       ^"]),
        ("width: 70\nwidth: 80\n", {}, ["my.yaml:2:1: the key 'width' stands twice", "width: 80", "^"]),
        ("", {"READCOMPARE_WIDTH": "wide"}, ["READCOMPARE_WIDTH: 'wide' is no number from 40 to 300"]),
        ("", {"READCOMPARE_FORMAT": "jsn"}, ["READCOMPARE_FORMAT: 'jsn' is not known; did you mean json?"]),
        ("", {"READCOMPARE_CONFIG": "nowhere.yaml"}, ["nowhere.yaml: no such file"]),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    folder: Path, content: str, variables: dict[str, str], lines: list[str]
) -> None:
    (folder / "my.yaml").write_text(content, encoding="utf-8")
    done = readcompare("report", "a.txt", "b.txt", cwd=folder, **{"READCOMPARE_CONFIG": "my.yaml"} | variables)
    assert (done.returncode, done.stdout) == (2, "")
    told = [line.removeprefix("readcompare: ").removeprefix("    ") for line in done.stderr.splitlines()]
    assert len(told) == len(lines)
    assert all(one.startswith(start) for one, start in zip(told, lines, strict=True))


def test_wrong_variables_and_a_wrong_configuration_are_told_at_once(folder: Path) -> None:
    (folder / "my.yaml").write_text("widht: 70\n", encoding="utf-8")
    done = readcompare("config", "show", cwd=folder, READCOMPARE_CONFIG="my.yaml", READCOMPARE_WIDTH="x")
    assert done.returncode == 2
    assert done.stderr.count("readcompare: ") == 2


def test_a_variable_that_is_no_setting_is_told_by_config_show(folder: Path) -> None:
    done = readcompare("config", "show", cwd=folder, READCOMPARE_WIDHT="70")
    assert done.returncode == 0
    assert "READCOMPARE_WIDHT is no setting; did you mean READCOMPARE_WIDTH?" in done.stderr


def test_an_empty_configuration_is_no_mistake(folder: Path) -> None:
    (folder / "my.yaml").write_text("# nothing yet\n", encoding="utf-8")
    assert shown(cwd=folder, READCOMPARE_CONFIG="my.yaml")["width"] == (80, "default")


def test_keys_of_the_users_own_are_told_with_their_origin(folder: Path) -> None:
    (folder / "my.yaml").write_text('keys:\n  difference.next: [Z, "ctrl+n"]\n', encoding="utf-8")
    mine = {"READCOMPARE_CONFIG": "my.yaml"}
    assert shown(cwd=folder, **mine)["keys.difference.next"] == ("Z,ctrl+n", "my.yaml:2")
    listed = readcompare("config", "keys", cwd=folder, **mine).stdout.splitlines()
    assert ["difference.next", "Z,ctrl+n", "Next difference"] in [line.split(maxsplit=2) for line in listed]
    assert len(listed) == len({line.split()[0] for line in listed})


def test_a_report_does_not_ask_what_the_keys_are(folder: Path) -> None:
    (folder / "my.yaml").write_text("keys:\n  nowhere: x\n", encoding="utf-8")
    assert readcompare("report", "a.txt", "b.txt", cwd=folder, READCOMPARE_CONFIG="my.yaml").returncode == 0
    done = readcompare("config", "show", cwd=folder, READCOMPARE_CONFIG="my.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "my.yaml:2:3: there is no command 'nowhere'" in done.stderr


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_an_option_of_its_face_and_has_a_default_that_is_allowed(setting: object) -> None:
    from readcompare.cli import parser
    from readcompare.cli.parser import known_options
    from readcompare.model.settings import BY_NAME, Setting
    from readcompare.reports.formats import ARRANGEMENTS, DEFAULT, MODULES
    from readcompare.tui.themes import THEMES

    assert isinstance(setting, Setting)
    assert f"--{setting.name}" in known_options(parser("open" if setting.name == "theme" else "report"))
    assert setting.value("auto" if setting.default is None else str(setting.default)) == setting.default
    assert set(BY_NAME["format"].choices) == set(MODULES)
    assert (BY_NAME["layout"].choices, BY_NAME["format"].default) == (ARRANGEMENTS, DEFAULT)
    assert BY_NAME["theme"].choices == ("auto", *THEMES)


@pytest.mark.parametrize(
    ("arguments", "gist"),
    [
        (["reprot", "call.yaml"], "there is no command 'reprot'; did you mean report?"),
        (["config", "shwo"], "did you mean show?"),
        (["report", "a.txt", "b.txt", "--widht", "70"], "did you mean --width?"),
        (["report", "a.txt", "b.txt", "-f", "jsn"], "'jsn' is not known; did you mean json?"),
    ],
)
def test_unknown_words_of_the_command_line_name_the_nearest(folder: Path, arguments: list[str], gist: str) -> None:
    done = readcompare(*arguments, cwd=folder)
    assert done.returncode == 2
    assert gist in done.stderr
