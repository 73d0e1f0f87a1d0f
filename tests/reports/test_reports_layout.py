"""What a report promises whatever the texts and the findings: widths, ASCII, colours, nothing lost."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from readcompare import compare
from readcompare.model.comparison import Comparison
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.text import Excerpt, Span
from readcompare.reports import formats, markdown, plain, spreadsheet, unified
from readcompare.reports.interface import Layout
from readcompare.views.passages import visible

SENTENCES = (
    "The leaders agreed to resume the talks.",
    "The leaders agreed not to resume the talks.",
    "They exchanged views.",
    "He [sic] said [/foo] | <b>no</b> =1+1.",
    "双方讨论了乌克兰局势，并同意继续保持沟通。",
    "Minsk \u202e\x1b\x07 agreements were “discussed”.",
    "Обсуждалась ситуация на границе Белоруссии.",
)
readouts = st.lists(st.sampled_from(SENTENCES), max_size=6).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(readouts, readouts, st.integers(40, 300), st.sampled_from(formats.ARRANGEMENTS), st.booleans())
def test_no_line_is_wider_than_asked(a: str, b: str, width: int, arrangement: str, ascii_only: bool) -> None:  # noqa: FBT001 - drawn
    layout = Layout(width=width, arrangement=arrangement, ascii_only=ascii_only)
    report = plain.render(compare(a, b), layout)
    assert max(map(cell_len, report.splitlines())) <= width
    assert "\x1b" not in report
    assert report.isascii() or not ascii_only
    painted = plain.render(compare(a, b), replace(layout, color=True))
    assert re.sub(r"\x1b\[\d+m", "", painted).split() == report.split()


@settings(max_examples=40, deadline=None)
@given(readouts, readouts)
def test_a_diff_holds_each_sentence_of_both_texts_once_and_in_order(a: str, b: str) -> None:
    comparison = compare(a, b)
    lines = unified.render(comparison, Layout()).splitlines()[2:]
    numbered = [re.match(r"@@ -(\d+),(\d+) \+(\d+),(\d+) @@", line) for line in lines if line.startswith("@@")]
    body = [line for line in lines if not line.startswith("@@")]
    texts = [[visible(d.text_of(s)) for s in d.sentences] for d in comparison.documents]
    if not lines:
        assert len(texts[0]) == len(texts[1])
        return
    assert [line[1:] for line in body if line[0] in " -"] == texts[0]
    assert len([line for line in body if line[0] in " +"]) == len(texts[1])
    assert sum(int(found[2]) for found in numbered if found) == len(texts[0])
    assert sum(int(found[4]) for found in numbered if found) == len(texts[1])


@pytest.mark.parametrize("call", ["2022-02-14-us-uk", "2021-11-10-de-ru", "2014-03-06-us-ru"])
def test_patch_makes_the_second_text_of_the_first(
    root: Path, tmp_path: Path, call: str, program: Callable[[str], str]
) -> None:
    comparison = compare(root / "readouts" / call / "comparison.yaml")
    a, b = ([visible(d.text_of(s)) for s in d.sentences] for d in comparison.documents)
    (tmp_path / "a").write_text("".join(f"{line}\n" for line in a), encoding="utf-8")
    diff = unified.render(comparison, Layout())
    command = [program("patch"), "--silent", "--output=-", str(tmp_path / "a")]
    done = subprocess.run(command, input=diff, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == b


class Later(StrEnum):
    """Kinds of findings that a check may bring one day."""

    FORCE = "force"
    TERM = "term"
    SPACE = "space"
    CONTRADICTION = "contradiction"
    NEWS = "brand_new"


def with_findings(comparison: Comparison) -> Comparison:
    """The comparison with one finding of each later kind: of force in its first row, the others in none."""
    found = [
        Finding(
            kind=cast("FindingKind", kind),
            severity=0.9,
            confidence=0.9 if kind is Later.FORCE else 0.4,
            summary=f"Observation of {kind.value} | with a bar.",
            rows=("R1",) if kind is Later.FORCE else (),
            evidence=(Excerpt("A1", Span(4, 11)), Excerpt("B1", Span(0, 3))),
        )
        for kind in Later
    ]
    return replace(comparison, findings=(*found, *comparison.findings))


def test_findings_of_any_kind_have_their_place() -> None:
    comparison = with_findings(compare("The leaders met.", "The leaders met."))
    report = plain.render(comparison, Layout())
    row, _, rest = report.partition("\nTERMS\n")
    assert "A1 = B1" in row.split("BOTH, BUT DIFFERENT\n")[1]  # what has a finding is not folded as alike
    assert "    * force: Observation of force | with a bar.\n      A1 “leaders”, B1 “The”\n" in row
    assert "    * term?: Observation of term" in rest
    assert "    * space?: Observation of space" in rest.split("\nORDER AND ROOM\n")[1]
    assert "Observation of contradiction" in rest.split("\nCONTRADICTIONS\n")[1]
    assert "brand new?: Observation of brand_new" in rest.split("\nFURTHER OBSERVATIONS\n")[1]
    for text in (markdown.render(comparison, Layout()).replace("\\", ""), spreadsheet.render(comparison, Layout())):
        assert all(f"Observation of {kind.value}" in text for kind in Later)
    columns = plain.render(comparison, Layout(arrangement="columns"))
    assert all(f"Observation of {kind.value}" in columns for kind in Later)


def test_what_is_sure_stands_before_what_is_to_be_checked(root: Path) -> None:
    report = plain.render(compare(root / "readouts" / "2020-12-07-de-ru" / "comparison.yaml"), Layout(width=300))
    part = report.split("Only in B")[1].split("\n\n")[0]
    told = [("to be checked" in line) for line in part.splitlines() if line.startswith("    - B only")]
    assert told == sorted(told)
    assert True in told
    assert False in told


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "\t'=1"),
        ("\r=1", "\r'=1"),
        ("  =1", "  '=1"),
        ("＝1", "'＝1"),
        ("a;=1+1", "a;'=1+1"),
        ("a = b, c - d", "a = b, c - d"),
        ("not said", "not said"),
        ("", ""),
    ],
)
def test_a_spreadsheet_runs_no_formula(cell: str, shown: str) -> None:
    assert spreadsheet.guarded(cell) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", "a \\| b"),
        ("`x` <b> [a](b) *c* _d_", "\\`x\\` \\<b\\> \\[a\\](b) \\*c\\* \\_d\\_"),
        ("1. no list", "1\\. no list"),
        ("- no list", "\\- no list"),
        ("2021-11-10", "2021-11-10"),
        ("# no heading", "\\# no heading"),
    ],
)
def test_quoted_text_is_never_markup(text: str, shown: str) -> None:
    assert markdown.escaped(text) == shown
