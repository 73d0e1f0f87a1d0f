"""The JSON record: it fits its schema, and the comparison comes back from it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import readcompare.reports
from readcompare import compare
from readcompare.errors import InputError
from readcompare.model.alignment import RowKind
from readcompare.model.annotations import Anchor, Annotations, Judgement, Verdict
from readcompare.model.comparison import Comparison
from readcompare.model.findings import FindingKind
from readcompare.reports import formats, records
from readcompare.reports.interface import Layout
from readcompare.sources.result_file import SCHEMA, read_result

Plain = Any
CALLS = ("2021-11-10-de-ru", "2021-11-15-de-by", "2014-03-06-us-ru", "2022-02-14-us-uk", "2020-12-07-de-ru")


def schema() -> dict[str, Any]:
    path = Path(readcompare.reports.__file__).parent / records.SCHEMA_FILE
    shape: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return shape


@pytest.fixture(params=[*CALLS, "hostile", "by hand", "empty"])
def comparison(root: Path, request: pytest.FixtureRequest) -> Comparison:
    if request.param == "hostile":
        return compare("He [sic] said \u202e\x1b \ud800 | no. =1+1 “quoted”.", "双方讨论了乌克兰局势。\r\n<b>x</b>")
    if request.param == "empty":
        return compare("", "One sentence.")
    if request.param == "by hand":
        anchors = [Anchor(sentence=name, digest="", text=text) for name, text in (("A1", "They met."), ("B1", "No."))]
        judgement = Judgement(
            verdict=Verdict.LINKED, a=(anchors[0],), b=(anchors[1],), kind=RowKind.SAME, note="odd", labels=("later",)
        )
        return compare("They met.", "No.", annotations=Annotations((judgement,)))
    found = compare(root / "readouts" / request.param / "comparison.yaml")
    assert isinstance(found, Comparison)
    return found


def test_the_record_fits_the_shipped_schema(comparison: Comparison) -> None:
    shape = schema()
    Draft202012Validator.check_schema(shape)
    record = json.loads(records.render(comparison, Layout()))
    assert [error.message for error in Draft202012Validator(shape).iter_errors(record)] == []


def test_the_comparison_comes_back_and_is_written_byte_for_byte(comparison: Comparison, tmp_path: Path) -> None:
    written = records.render(comparison, Layout())
    (tmp_path / "result.json").write_bytes(written.encode("utf-8", "backslashreplace"))
    back = read_result(str(tmp_path / "result.json"))
    assert records.render(back, Layout()) == written
    assert (back.a, back.b, back.notes, back.glance) == (
        comparison.a,
        comparison.b,
        comparison.notes,
        comparison.glance,
    )
    for form in ("text", "md", "csv", "diff"):
        assert formats.render(form, back, Layout()) == formats.render(form, comparison, Layout())


def test_what_was_set_by_hand_comes_back(tmp_path: Path) -> None:
    anchors = [Anchor(sentence=name, digest="", text=text) for name, text in (("A1", "They met."), ("B1", "No."))]
    judgement = Judgement(verdict=Verdict.LINKED, a=(anchors[0],), b=(anchors[1],), note="odd", labels=("later",))
    comparison = compare("They met.", "No.", annotations=Annotations((judgement,)))
    (tmp_path / "r.json").write_text(records.render(comparison, Layout()), encoding="utf-8")
    (row,) = read_result(str(tmp_path / "r.json")).rows
    assert (row.origin, row.note, row.labels) == ("manual", "odd", ("later",))


def test_schema_and_program_know_the_same_versions_and_kinds() -> None:
    shape = schema()
    assert shape["properties"]["schema"]["const"] == records.SCHEMA == SCHEMA
    assert {kind.value for kind in FindingKind} <= set(shape["$defs"]["finding"]["properties"]["kind"]["enum"])
    assert {kind.value for kind in RowKind} == set(shape["$defs"]["row"]["properties"]["kind"]["enum"])


def drop(*keys: str) -> Callable[[Plain], None]:
    def change(record: Plain) -> None:
        for key in keys[:-1]:
            record = record[int(key) if key.isdigit() else key]
        del record[keys[-1]]

    return change


def put(value: object, *keys: str) -> Callable[[Plain], None]:
    def change(record: Plain) -> None:
        for key in keys[:-1]:
            record = record[int(key) if key.isdigit() else key]
        record[keys[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "gist"),
    [
        (put(2, "schema"), "schema 2; this version reads schema 1"),
        (drop("schema"), "no record that `readcompare report -f json` wrote"),
        (put("odd", "rows", "0", "kind"), "rows[0].kind: one of same, partial"),
        (put("1", "rows", "0", "score"), "rows[0].score: a number is needed"),
        (put(["A99"], "rows", "0", "a"), "rows[0]: there is no sentence A99"),
        (put("\x1b[31m", "rows", "0", "id"), "rows[0].id: an id such as R1 is needed"),
        (put([], "rows", "0", "a"), "rows: every sentence stands in a row, and A1 stands in none"),
        (put("B99", "rows", "3", "nearest"), "there is no sentence B99"),
        (put(["R99"], "findings", "0", "rows"), "findings[0]: there is no row R99"),
        (put(99_999, "findings", "0", "evidence", "0", "end"), "no such characters in sentence"),
        (put(-1, "sides", "0", "sentences", "0", "start"), "`start` and `end` are needed"),
        (put(99_999, "sides", "0", "sentences", "2", "end"), "A3 with its place in the text is needed"),
        (put([], "sides"), "a list of two"),
        (put({"a": 1}, "glance", "words"), "glance.words[1]: a whole number is needed"),
        (drop("glance"), "glance: a mapping is needed"),
        (drop("sides", "1", "text"), "sides[1].text: this is missing"),
        (put([1], "notes"), "notes[0]: a text is needed"),
        (put("R2", "rows", "0", "id"), "rows: every row has an id of its own"),
        (put([True], "comparison", "title"), "comparison.title: a text is needed"),
    ],
)
def test_a_damaged_record_is_told_with_its_place(
    sample: str, tmp_path: Path, change: Callable[[Plain], None], gist: str
) -> None:
    record = json.loads(records.render(compare(Path(sample)), Layout()))
    change(record)
    (tmp_path / "bad.json").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_result(str(tmp_path / "bad.json"))
    assert gist in str(raised.value)
    assert str(raised.value).startswith(str(tmp_path / "bad.json"))


@pytest.mark.parametrize(
    ("text", "gist"),
    [
        ("[" + "9" * 5_000 + "]", "thousands of digits"),
        ("{\n", ":2:1: this is no JSON"),
        ("[" * 100_000, "nested"),
        ("3", "no record"),
    ],
)
def test_what_is_no_record_at_all_is_said_to_be_none(tmp_path: Path, text: str, gist: str) -> None:
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=gist):
        read_result(str(tmp_path / "bad.json"))


def test_all_problems_are_told_at_once(sample: str, tmp_path: Path) -> None:
    record = json.loads(records.render(compare(Path(sample)), Layout()))
    record["rows"][0]["kind"] = record["rows"][1]["certainty"] = "odd"
    (tmp_path / "bad.json").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_result(str(tmp_path / "bad.json"))
    assert len(raised.value.problems) == 2
