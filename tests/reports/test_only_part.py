"""A part of a report that is asked for alone: the web page and the document have the same rows as all others."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import docx
import pytest

from readcompare import compare
from readcompare.cli import main
from readcompare.model.comparison import Comparison
from readcompare.reports import formats
from readcompare.reports.formats import ONLY
from readcompare.reports.interface import Layout


@pytest.fixture(scope="module")
def comparison(root: Path) -> Comparison:
    found = compare(root / "readouts" / "2014-03-06-us-ru" / "comparison.yaml")
    assert isinstance(found, Comparison)
    return found


@pytest.mark.parametrize("only", ONLY)
def test_the_same_rows_stand_in_spreadsheet_page_and_document(comparison: Comparison, only: str) -> None:
    spreadsheet, page, document = (
        formats.render(form, comparison, Layout(only=only)) for form in ("csv", "html", "docx")
    )
    assert isinstance(spreadsheet, str)
    assert isinstance(page, str)
    assert isinstance(document, bytes)
    wanted = [line["row"] for line in csv.DictReader(io.StringIO(spreadsheet)) if line["row"]]
    assert re.findall(r'<tr id="(R\d+)"', page) == wanted
    table = docx.Document(io.BytesIO(document)).tables[1]
    assert [row.cells[0].text.split()[0] for row in table.rows[1:]] == wanted
    assert f"Some rows alone stand here: {only}." in page
    pointed_at = set(re.findall(r'<a class="id" href="#(R\d+)"', page))
    findings = page.partition('id="findings"')[2].partition('id="texts"')[0]
    assert all(set(re.findall(r"#(R\d+)", line)) & set(wanted) for line in re.findall(r'<li id="F.*\n<p>.*', findings))
    assert pointed_at or not wanted
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r' id="([^"]+)"', page))


def test_without_it_everything_stands_there_and_a_record_is_never_in_part(
    comparison: Comparison, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = formats.render("html", comparison, Layout())
    assert isinstance(page, str)
    assert re.findall(r'<tr id="(R\d+)"', page) == [row.id for row in comparison.rows]
    assert "Every sentence of both readouts stands here." in page
    path = str(root / "readouts" / "2014-03-06-us-ru")
    for form in ("json", "diff"):
        assert main(["report", path, "-f", form, "--only", "alike", "-o", str(tmp_path / "out")]) == 2
        assert f"a report in {form} is whole" in capsys.readouterr().err
