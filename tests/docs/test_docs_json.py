"""The page on the record, its schema, and what the program writes know the same fields."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from readcompare import compare
from readcompare.reports import formats
from readcompare.reports.interface import Layout
from readcompare.reports.records import result_schema

DEFINED: dict[str, dict[str, Any]] = {
    name: shape for name, shape in json.loads(result_schema())["$defs"].items() if "properties" in shape
}


@pytest.fixture(scope="module")
def chapters(root: Path) -> dict[str, str]:
    text = (root / "docs" / "json.md").read_text(encoding="utf-8")
    parts = re.split(r"^## (\w+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_object_of_the_schema_has_a_chapter(chapters: dict[str, str]) -> None:
    assert set(chapters) == set(DEFINED)


@pytest.mark.parametrize("name", DEFINED)
def test_every_field_of_the_schema_is_told_and_no_other(chapters: dict[str, str], name: str) -> None:
    chapter, fields = chapters[name], set(DEFINED[name]["properties"])
    assert {field for field in fields if f"`{field}`" not in chapter} == set()
    told = {word for line in chapter.splitlines() if line.startswith("| `") for word in re.findall(
        r"`(\w+)`", line.split("|")[1]
    )}  # fmt: skip
    assert told <= fields


@pytest.mark.parametrize("name", ["finding", "row", "edit", "side", "table_row", "act"])
def test_every_word_of_a_choice_is_told(chapters: dict[str, str], name: str) -> None:
    for field, shape in DEFINED[name]["properties"].items():
        if field == "type":
            continue  # of the acts some are told as examples
        assert {word for word in shape.get("enum", ()) if word and f"`{word}`" not in chapters[name]} == set()


def test_what_is_written_has_no_field_that_the_schema_does_not_know(root: Path) -> None:
    for path in ("readouts/2021-11-10-de-ru", "tests/several/2014-07-03-de-fr-ru"):
        report = formats.render("json", compare(root / path / "comparison.yaml"), Layout())
        record = json.loads(report)
        assert set(record) <= set(DEFINED[record.get("kind", "comparison")]["properties"])
        assert set(record["sides"][0]) == set(DEFINED["side"]["properties"])
        one = record["pairs"][0] if "pairs" in record else record
        assert set(one["rows"][0]) == set(DEFINED["row"]["properties"])
        assert set(one["findings"][0]) == set(DEFINED["finding"]["properties"])
        assert set(one["glance"]) == set(DEFINED["glance"]["properties"])
        assert set(one["acts"][0]) == set(DEFINED["act"]["properties"])
        recipe = one["recipe"] if "pairs" in record else record["comparison"]["recipe"]
        assert set(recipe) == set(DEFINED["recipe"]["properties"])


def test_the_commands_of_the_page_run(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "readouts" / "2021-11-10-de-ru", tmp_path / "call")
    (block,) = re.findall(r"```console\n(.*?)```", (root / "docs" / "json.md").read_text("utf-8"), re.DOTALL)
    for line in block.splitlines():
        command = shlex.split(line.removeprefix("$ "))
        subprocess.run([sys.executable, "-m", *command], cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "call.json").is_file()
