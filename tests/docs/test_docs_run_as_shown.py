"""Whatever stands in a block of a page can be copied: commands are known and run, YAML is YAML, Python runs."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import pytest
import yaml

from document_files import a_pdf
from readcompare.cli import main, parser
from readcompare.cli.examples import EXAMPLES
from readcompare.sources.annotations import parse_annotations

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
TESTED_APART = ("comparison-file.md", "configuration.md", "json.md", "reports.md", "several.md", "tutorial.md")
"""Pages that a test of their own runs, word for word."""
CANNOT_RUN_HERE = re.compile(
    r"readcompare(?: (?:fetch|versions|serve|evaluate)\b|$)|clipboard:|--matcher semantic|freedict-| -( |$)"
)
"""What asks the web, serves for ever, takes minutes, draws a screen, or needs what no machine has by itself."""
TEXTS = {
    "berlin.txt": "The Chancellor spoke with the President. She demanded a ceasefire.",
    "paris.txt": "The President spoke with the Chancellor. They agreed on talks in October.",
    "london.txt": "The Prime Minister spoke with the Chancellor. They agreed on talks in May.",
    "moscow.txt": "Президент поговорил с канцлером. Стороны договорились о переговорах в октябре.",
    "kremlin.txt": "Президент поговорил с канцлером. Обсуждены поставки газа.",
    "calls/2021-11-10-berlin.txt": "Chancellor Merkel spoke with President Putin on 10 November 2021 about gas.",
    "calls/2021-11-10-moscow.txt": "President Putin spoke with Chancellor Merkel on 10 November 2021 about gas.",
    "my-words.txt": "Haus\thouse\n",
}


def commands(page: Path) -> Iterator[tuple[str, int]]:
    """Each command of the program on a page, without the prompt, and the exit code that the page tells."""
    for _, block in blocks(page, "", "sh", "console"):
        lines = block.splitlines()
        for line, following in zip_longest(lines, lines[1:], fillvalue=""):
            # In tables of scores the program stands as well.
            if re.match(r"(\$ )?readcompare(?! +\d\.)( |$)", line):
                code = re.fullmatch(r"\[exit code (\d)\]", following)
                yield line.removeprefix("$ "), int(code[1]) if code else 0


def blocks(page: Path, *kinds: str) -> list[tuple[str, str]]:
    return [found for found in BLOCK.findall(page.read_text(encoding="utf-8")) if found[0] in kinds]


def words_of(command: str) -> list[str]:
    """The words that the program is given; the shell keeps the rest to itself."""
    alone = re.split(r" [<|>] ", command)[0]
    words = shlex.split(alone, comments=True)[1:]
    return words if not words or words[0] in EXAMPLES else ["open", *words]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_of_a_page_is_understood(page: Path) -> None:
    for command, _ in commands(page):
        parser().parse_args(words_of(command))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file that the pages name."""
    for name in ("readouts", "seeds"):
        (tmp_path / name).symlink_to(ROOT / name)
    for name, text in TEXTS.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "readouts" / "2021-11-10-de-ru", tmp_path, dirs_exist_ok=True)
    (tmp_path / "comparison.yaml").rename(tmp_path / "call.yaml")
    for name, page in (("berlin.html", "chancellery.html"), ("kremlin.html", "kremlin.html")):
        shutil.copy(ROOT / "tests" / "pages" / page, tmp_path / name)
    (tmp_path / "statement.pdf").write_bytes(a_pdf([[(700, TEXTS["berlin.txt"])]]))
    lexicon = blocks(ROOT / "docs" / "lexicons.md", "yaml")[0][1]
    (tmp_path / "my-terms.yaml").write_text(lexicon, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("page", [page for page in PAGES if page.name not in TESTED_APART], ids=lambda page: page.stem)
def test_every_command_of_a_page_runs(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command, code in commands(page):
        if not CANNOT_RUN_HERE.search(command.split("  #")[0].rstrip()):
            assert main(words_of(command)) == code, f"{command}\n{capsys.readouterr().err}"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_python_runs_and_yaml_is_yaml(page: Path) -> None:
    for kind, block in blocks(page, "python", "yaml"):
        if kind == "python":
            exec(compile(block, page.name, "exec"), {})  # noqa: S102 - the page's own words
        else:
            assert next(yaml.safe_load_all(block))
        if "readcompare-annotations" in block:
            assert parse_annotations(block.encode(), page.name)[0].judgements
