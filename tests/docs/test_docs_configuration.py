"""What the pages on the comparison file and on settings show is what the program does."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from readcompare.model.settings import SETTINGS
from readcompare.sources.comparison_file import KEYS, read_comparison_file
from readcompare.sources.side_reader import SIDE_KEYS

LEXICON = "format: readcompare-lexicon/1\nname: bridge\nentries:\n- {id: crayfish, w: 1, en: ['crayfish*']}\n"


def blocks(root: Path, page: str, kind: str) -> list[str]:
    text = (root / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Every file that the pages name."""
    for place in (tmp_path, tmp_path / "calls"):
        place.mkdir(exist_ok=True)
        for name in ("germany.de.txt", "germany.en.txt", "germany.txt", "kremlin.txt", "kremlin-before.txt"):
            (place / name).write_text(f"The text of {name}.\n", encoding="utf-8")
    (tmp_path / "my-terms.yaml").write_text(LEXICON, encoding="utf-8")
    (tmp_path / "my-words.txt").write_text("Haus\thouse\n", encoding="utf-8")
    return tmp_path


def shown(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of a console block: variables, then the command."""
    words = shlex.split(command)
    variables = dict(word.split("=", 1) for word in words if "=" in word.split("readcompare")[0])
    arguments = words[words.index("readcompare") + 1 :]
    return subprocess.run(
        [sys.executable, "-m", "readcompare", *arguments],
        cwd=folder,
        env=os.environ | {"READCOMPARE_CONFIG": "config.yaml", "PYTHONIOENCODING": "utf-8"} | variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_file_with_everything_is_valid_and_has_every_key(root: Path, folder: Path) -> None:
    page = (root / "docs" / "comparison-file.md").read_text(encoding="utf-8")
    whole = blocks(root, "comparison-file.md", "yaml")[0]
    (folder / "call.yaml").write_text(whole, encoding="utf-8")
    described = read_comparison_file(str(folder / "call.yaml"))
    assert described.sides[0].name == "German Federal Government"
    for key in set(KEYS) | set(SIDE_KEYS):
        assert f"| `{key}` |" in page
        assert re.search(rf"\b{key}:", whole) or key in ("defaults", "include", "pivot")


def test_the_shared_defaults_fill_in_the_comparison(root: Path, folder: Path) -> None:
    _, defaults, call = blocks(root, "comparison-file.md", "yaml")
    for content in (defaults, call):
        name = content.splitlines()[0].removeprefix("# ")
        (folder / name).write_text(content, encoding="utf-8")
    described = read_comparison_file(str(folder / "calls" / "2021-11-10.yaml"))
    assert described.sides[1].name == "Kremlin"
    assert described.settings["width"].value == 100


def test_the_faults_are_told_as_the_page_shows(root: Path, folder: Path) -> None:
    (block,) = blocks(root, "comparison-file.md", "console")
    command, _, told = block.partition("\n")
    lines = ["titel: A call", "date: 10.11.2021", "sides:", "  - {id: germany, file: germny.txt}"]
    lines += ["  - {id: kremlin, file: kremlin.txt}"]
    (folder / "wrong.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "config.yaml").write_text("", encoding="utf-8")
    done = shown(command.removeprefix("$ "), folder)
    assert (done.returncode, done.stderr) == (2, told)


def test_what_config_show_tells(root: Path, folder: Path) -> None:
    (mine,) = blocks(root, "configuration.md", "yaml")
    (folder / "config.yaml").write_text(mine, encoding="utf-8")
    lines = ["sides:", "  - {id: germany, file: germany.txt}", "  - {id: kremlin, file: kremlin.txt}"]
    (folder / "call.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "mine.yaml").write_text("keys:\n  difference.next: x\n", encoding="utf-8")
    path, clash, show, wrong = blocks(root, "configuration.md", "console")
    assert path.splitlines()[1].endswith(os.path.join("readcompare", "config.yaml"))  # noqa: PTH118 - as it is shown
    for block, code in ((clash, 2), (show, 0), (wrong, 2)):
        command, _, told = block.partition("\n")
        done = shown(command.removeprefix("$ "), folder)
        assert done.returncode == code
        assert (done.stdout if code == 0 else done.stderr) == told


def test_the_table_of_settings_is_whole(root: Path) -> None:
    page = (root / "docs" / "configuration.md").read_text(encoding="utf-8")
    for setting in SETTINGS:
        default = "auto" if setting.default is None else setting.default
        in_a_file = f"`{setting.section}: {{{setting.name}: ...}}`" if setting.section else "no"
        cells = [f"`--{setting.name}`", f"`{setting.variable}`", in_a_file, f"`{default}`"]
        assert f"| `{setting.name}` | " + " | ".join(cells) + " |\n" in page
