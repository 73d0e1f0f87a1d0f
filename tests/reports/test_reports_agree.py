"""Every format tells the same: same rows, same sentences, same findings, same words."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from readcompare import compare
from readcompare.model.comparison import Comparison
from readcompare.reports import formats
from readcompare.reports.interface import Layout
from readcompare.reports.spreadsheet import guarded
from readcompare.views.outline import ONLY
from readcompare.views.passages import visible
from readcompare.views.rows import row_views

CALLS = ("2021-11-10-de-ru", "2021-11-15-de-by", "2014-03-06-us-ru", "2022-02-14-us-uk", "2020-12-07-de-ru")
HOSTILE = (
    "He [sic] said [/foo] | <b>no</b> =1+1. `a|b` [x](http://x.y)\nand\\ *more* _so_ ~~no~~ $a$ &amp; ![i](j). "
    "=cmd|'/c calc'!A1 was said. 1. Not a list. - Nor this. 双方讨论了乌克兰局势。",
    "# Not a heading; =1+1 was said. @someone said +1. -2 was the answer; \u202e\x1b[31mred. He [sic] said | no.",
)


def text_of(form: str, comparison: Comparison, layout: Layout = Layout()) -> str:  # noqa: B008 - it is frozen
    report = formats.render(form, comparison, layout)
    assert isinstance(report, str)
    return report


def tables(markdown: str) -> list[list[list[str]]]:
    """The tables of a page as a reader sees them: rows of cells without markup, a line break as a bar."""
    found: list[list[list[str]]] = []
    inside = False
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        if token.type in ("table_open", "table_close"):
            inside = token.type == "table_open"
            found += [[]] if inside else []
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type == "inline" and inside:
            shown = [
                "|" if child.type == "html_inline" and child.content == "<br>" else child.content
                for child in token.children or ()
            ]
            assert {child.type for child in token.children or ()} <= {
                "text", "html_inline", "strong_open", "strong_close", "em_open", "em_close", "text_special",
            }  # fmt: skip
            found[-1][-1].append("".join(shown))
    return found


@pytest.fixture(scope="module", params=[*CALLS, "hostile"])
def comparison(root: Path, request: pytest.FixtureRequest) -> Comparison:
    if request.param == "hostile":
        return compare(*HOSTILE)
    found = compare(root / "readouts" / request.param / "comparison.yaml")
    assert isinstance(found, Comparison)
    return found


def test_table_spreadsheet_and_record_agree_cell_by_cell(comparison: Comparison) -> None:
    record = json.loads(text_of("json", comparison))
    sentences = {s["id"]: visible(s["text"]) for side in record["sides"] for s in side["sentences"]}
    _, table = tables(text_of("md", comparison))
    lines = list(csv.DictReader(io.StringIO(text_of("csv", comparison))))
    assert len(table) - 1 == len(record["rows"]) == sum(bool(line["row"]) for line in lines)
    for row, (point, *cells), line, view in zip(record["rows"], table[1:], lines, row_views(comparison), strict=False):
        assert point == f"{row['id']} {view.gutter} {view.label}"
        assert (line["row"], line["kind"], line["certainty"]) == (row["id"], row["kind"], row["certainty"])
        assert float(line["score"]) == row["score"]
        assert bool(line["moved"]) == row["moved"]
        for letter, cell in zip("ab", cells, strict=True):
            shown = "|".join(f"{name} {sentences[name]}" for name in row[letter])
            assert cell == (shown or view.absent)
            assert line[f"{letter}_ids"].split() == row[letter]
            assert line[f"{letter}_text"] == guarded(" ".join(sentences[name] for name in row[letter]) or view.absent)


@pytest.mark.parametrize("arrangement", ["list", "columns"])
def test_the_text_report_tells_every_sentence_and_finding_of_the_record(
    comparison: Comparison, arrangement: str
) -> None:
    record = json.loads(text_of("json", comparison))
    alike = {name for view in row_views(comparison) if view.is_alike for s in (*view.a, *view.b) for name in [s.id]}
    report = text_of("text", comparison, Layout(arrangement=arrangement, width=300))
    flat = " ".join(report.replace("[-", "").replace("-]", "").replace("{+", "").replace("+}", "").split())
    for side in record["sides"]:
        for sentence in side["sentences"]:
            assert sentence["id"] in flat
            if arrangement == "list" and sentence["id"] not in alike:
                assert visible(sentence["text"]).strip() in flat.replace("[-", "")
    for finding in record["findings"]:
        told = visible(finding["summary"]) in flat
        assert told or finding["kind"] == "omission"
    for row in record["rows"] if arrangement == "list" else ():
        for reason in row["reasons"]:
            assert visible(reason) in flat or row["kind"] == "same"


def test_no_two_formats_disagree_about_what_is_asked_for_alone(comparison: Comparison) -> None:
    for only in ONLY:
        lines = list(csv.DictReader(io.StringIO(text_of("csv", comparison, Layout(only=only)))))
        table = tables(text_of("md", comparison, Layout(only=only)))[1]
        assert [row[0].split()[0] for row in table[1:]] == [line["row"] for line in lines]
        for line in lines:
            for name in (*line["a_ids"].split(), *line["b_ids"].split()):
                assert name in text_of("text", comparison, Layout(only=only))


def test_the_names_on_the_command_line_are_those_of_the_views() -> None:
    assert set(formats.ONLY) == set(ONLY)


def test_a_format_is_known_by_the_ending_it_is_written_with() -> None:
    assert {formats.form_by_ending(f"x{formats.ending_of(form)}") for form in formats.MODULES} == set(formats.MODULES)
    assert formats.form_by_ending("report") is formats.form_by_ending(None) is None
