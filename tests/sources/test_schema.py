"""The schema for editors and the reader of comparison files: what one refuses, so does the other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from readcompare.errors import ConfigurationError
from readcompare.model.recipe import MATCHERS
from readcompare.model.settings import BY_NAME, NARROWEST, WIDEST
from readcompare.model.text import Wording
from readcompare.sources.align_settings import ALIGN_KEYS
from readcompare.sources.comparison_file import KEYS, REPORT_KEYS, read_comparison_file
from readcompare.sources.schema import comparison_schema
from readcompare.sources.side_reader import SIDE_KEYS
from readcompare.sources.yaml_file import MappingNode, Node, ScalarNode, read_yaml

SCHEMA: dict[str, Any] = json.loads(comparison_schema())
VALIDATOR = Draft7Validator(SCHEMA)
SIDE = "sides:\n  - {{id: germany, {0}}}\n  - {{id: kremlin, file: b.txt}}\n"
SIDES = SIDE.format("file: a.txt")


def value_of(node: Node) -> object:
    """What an editor makes of the YAML."""
    if isinstance(node, MappingNode):
        return {key.text: value_of(value) for key, value in node.entries}
    return node.value if isinstance(node, ScalarNode) else [value_of(item) for item in node.items]


def faults(path: Path) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(value_of(read_yaml(str(path)).root))]


@pytest.fixture
def call(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt", "terms.yaml", "words.txt", "more.yaml"):
        (tmp_path / name).write_text("name: x\n", encoding="utf-8")
    return tmp_path / "call.yaml"


def test_the_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_every_key_of_the_reader_stands_in_the_schema_with_its_help() -> None:
    top = SCHEMA["properties"]
    side = SCHEMA["definitions"]["side"]["properties"]
    assert set(top) == set(KEYS)
    assert set(side) == set(SIDE_KEYS)
    assert set(top["align"]["properties"]) == set(ALIGN_KEYS)
    assert set(top["report"]["properties"]) == set(REPORT_KEYS)
    for described in (top, side, top["align"]["properties"], top["report"]["properties"]):
        assert all(len(key["description"]) > 10 for key in described.values())


def test_every_word_that_the_reader_knows_stands_in_the_schema() -> None:
    top, side = SCHEMA["properties"], SCHEMA["definitions"]["side"]["properties"]
    assert side["wording"]["enum"] == [*(wording.value for wording in Wording), None]
    assert top["align"]["properties"]["matcher"]["enum"] == [*MATCHERS, None]
    report = top["report"]["properties"]
    for name in ("format", "layout", "color"):
        assert report[name]["enum"] == [*BY_NAME[name].choices, None]
    assert (report["width"]["minimum"], report["width"]["maximum"]) == (NARROWEST, WIDEST)
    assert all(report[name]["default"] == BY_NAME[name].default for name in REPORT_KEYS)


def test_the_shipped_comparisons_validate(root: Path) -> None:
    paths = [*root.glob("readouts/*/comparison.yaml"), *root.glob("benchmarks/calls/*/comparison.yaml")]
    assert len(paths) > 30
    assert {path: faults(path) for path in paths if faults(path)} == {}


@pytest.mark.parametrize(
    "content",
    [
        SIDES,
        "title:\ndate: ~\nparticipants:\nalign:\nreport:\nlexicons:\n" + SIDES,
        "title: No\ndate: 2024-02-29\nparticipants: [No, On]\nalign: {threshold: auto, matcher: lexical}\n" + SIDES,
        "align: {matcher: semantic, model: hub:owner/name}\n" + SIDES,
        "align: {weights: words.txt}\nreport: {layout: columns, color: never}\n" + SIDES,
        "align: {threshold: .35}\nreport: {width: 100, format: json}\nannotations: call.notes.yaml\n" + SIDES,
        "dictionaries: [words.txt, {file: words.txt, languages: de-en}]\n" + SIDES,
        SIDE.format("texts: {no: a.txt}, compare: no, wording: quoted, complete: false"),
        SIDE.format("file: a.txt, language: no, encoding: cp1251, published: 2021-11-10T13:05+01:00"),
        SIDE.format("file: a.txt, published: '2021-11-10 13:05:30Z', source: https://example.org, name: ДЕ"),
        SIDE.format("file: a.txt, include: more.yaml"),
        SIDE.format("file: a.txt, previous: terms.yaml"),
        SIDES + "  - {id: third, file: terms.yaml}\n",
        SIDES + "  - {id: third, file: terms.yaml}\npivot: third\n",
        SIDES + "pivot:\n",
    ],
)
def test_what_the_reader_takes_the_schema_takes(call: Path, content: str) -> None:
    call.write_text(content, encoding="utf-8")
    read_comparison_file(str(call))
    assert faults(call) == []


@pytest.mark.parametrize(
    "content",
    [
        "title: x\n",
        "sides: []\n",
        "sides: germany\n",
        "sides:\n  - {id: germany, file: a.txt}\n",
        SIDES + "pivot: germany\n",
        SIDES + "  - {id: third, file: terms.yaml}\npivot: [third]\n",
        SIDES + "".join(f"  - {{id: more-{n}, file: a.txt}}\n" for n in range(8)),
        "sides:\n  - germany\n  - {id: kremlin, file: b.txt}\n",
        "titel: x\n" + SIDES,
        "title: 2024\n" + SIDES,
        "title: [a]\n" + SIDES,
        "title: ' '\n" + SIDES,
        "date: 10.11.2021\n" + SIDES,
        "date: 2021-13-10\n" + SIDES,
        "date: 20211110\n" + SIDES,
        "participants: Merkel\n" + SIDES,
        "participants: [a, 3]\n" + SIDES,
        "align: auto\n" + SIDES,
        "align: {threshold: 1.5}\n" + SIDES,
        "align: {threshold: true}\n" + SIDES,
        "align: {matcher: lexcal}\n" + SIDES,
        "align: {treshold: 1}\n" + SIDES,
        "align: {model: encoder}\n" + SIDES,
        "align: {matcher: lexical, model: encoder}\n" + SIDES,
        "align: {matcher: semantic, model: /encoder}\n" + SIDES,
        "align: {weights: [w.json]}\n" + SIDES,
        "report: {layout: rows}\n" + SIDES,
        "report: {color: sometimes}\n" + SIDES,
        "report: text\n" + SIDES,
        "report: {format: htlm}\n" + SIDES,
        "report: {width: 20}\n" + SIDES,
        "report: {widht: 20}\n" + SIDES,
        "annotations: /etc/notes.yaml\n" + SIDES,
        "lexicons: terms.yaml\n" + SIDES,
        "lexicons: [~]\n" + SIDES,
        "dictionaries: [{languages: de-en}]\n" + SIDES,
        "dictionaries: [{file: words.txt, languages: german}]\n" + SIDES,
        "dictionaries: [{file: words.txt, language: de}]\n" + SIDES,
        "defaults: /more.yaml\n" + SIDES,
        "defaults: more.txt\n" + SIDES,
        "defaults: [more.yaml]\n" + SIDES,
        "sides:\n  - {file: a.txt}\n  - {id: kremlin, file: b.txt}\n",
        SIDES.replace("id: germany", "id: The Germany"),
        SIDES.replace("id: germany", "id: 7"),
        SIDE.format("name: x"),
        SIDE.format("texts: {}"),
        SIDE.format("texts: a.txt"),
        SIDE.format("texts: [a.txt]"),
        SIDE.format("texts: {DE: a.txt}"),
        SIDE.format("texts: {ua: a.txt}"),
        SIDE.format("texts: {german: a.txt}"),
        SIDE.format("texts: {de: ~}"),
        SIDE.format("texts: {de: /a.txt}"),
        SIDE.format("texts: {de: 5}"),
        SIDE.format("texts: {de: a.txt}, file: a.txt"),
        SIDE.format("texts: {de: a.txt}, language: de"),
        SIDE.format("file: a.txt, language: german"),
        SIDE.format("file: 'C:\\a.txt'"),
        SIDE.format("file: a.txt, wordng: official"),
        SIDE.format("file: a.txt, wording: oficial"),
        SIDE.format("file: a.txt, complete: yes"),
        SIDE.format("file: a.txt, complete: 1"),
        SIDE.format("file: a.txt, published: 10 November"),
        SIDE.format("file: a.txt, published: 2021-11-10T25:00"),
        SIDE.format("file: a.txt, published: 2021"),
        SIDE.format("file: a.txt, source: 5"),
        SIDE.format("file: a.txt, encoding: [utf-8]"),
        SIDE.format("file: a.txt, name: []"),
        SIDE.format("file: a.txt, previous: [a.txt]"),
        SIDE.format("file: a.txt, previous: /a.txt"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(call: Path, content: str) -> None:
    call.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError):
        read_comparison_file(str(call))
    assert faults(call) != []
