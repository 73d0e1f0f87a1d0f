"""The docx report, opened again as a word processor would."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from page_samples import HOSTILE, hostile_comparison

from readcompare import compare
from readcompare.model.comparison import Comparison
from readcompare.reports import document, formats
from readcompare.reports.interface import Layout
from readcompare.views.passages import visible
from readcompare.views.rows import row_views


@pytest.fixture(params=["2021-11-10-de-ru", "2014-03-06-us-ru", "hostile", "empty"])
def comparison(request: pytest.FixtureRequest, root: Path) -> Comparison:
    if request.param == "hostile":
        return hostile_comparison()
    if request.param == "empty":
        return compare("", "")
    found = compare(root / "readouts" / request.param / "comparison.yaml")
    assert isinstance(found, Comparison)
    return found


def test_the_table_holds_every_row_with_both_sides(comparison: Comparison) -> None:
    opened = docx.Document(io.BytesIO(document.render(comparison, Layout())))
    facts, table = opened.tables
    assert facts.rows[0].cells[0].text == "Fact"
    views = row_views(comparison)
    assert len(table.rows) == len(views) + 1
    for shown, view in zip(table.rows[1:], views, strict=True):
        head, *cells = (cell.text for cell in shown.cells)
        assert head.startswith(f"{view.id} {view.gutter} {view.label}")
        assert ("to be checked" in head) is not view.sure
        for text, side in zip(cells, (view.a, view.b), strict=True):
            assert text == ("\n".join(f"{one.id} {one.text}" for one in side) or view.absent)


def test_quoted_words_carry_their_language_and_the_heading_repeats(root: Path) -> None:
    comparison = compare(root / "readouts" / "2021-11-10-de-ru" / "comparison.yaml")
    table = docx.Document(io.BytesIO(document.render(comparison, Layout()))).tables[1]
    for column, language in ((1, "de"), (2, "ru")):
        tags = list(table.rows[1].cells[column]._tc.iter(qn("w:lang")))
        assert {tag.get(qn("w:val")) for tag in tags} == {language}
    assert list(table.rows[0]._tr.iter(qn("w:tblHeader")))


def test_hostile_text_stays_text() -> None:
    opened = docx.Document(io.BytesIO(document.render(hostile_comparison(), Layout())))
    assert opened.paragraphs[0].text == visible(" ".join(HOSTILE))
    assert "<U+202E>" in "\n".join(paragraph.text for paragraph in opened.paragraphs)


def test_it_is_written_to_a_file_and_refused_to_a_terminal(sample: str, tmp_path: Path) -> None:
    out = tmp_path / "call.docx"
    command = [sys.executable, "-m", "readcompare", "report", sample]
    done = subprocess.run([*command, "-o", str(out)], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert docx.Document(str(out)).core_properties.title == "Merkel–Putin call, 10 November 2021"

    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    here, there = pty.openpty()
    shown = subprocess.run([*command, "-f", "docx"], stdout=there, stderr=subprocess.PIPE, text=True, check=False)
    os.close(there)
    os.close(here)
    assert shown.returncode == 2
    assert shown.stderr == "readcompare: this format is no text for a terminal; name a file with -o\n"


def test_without_the_library_one_line_says_what_to_install(sample: str) -> None:
    script = (
        "import sys\nsys.modules['docx'] = None\nfrom readcompare.cli import main\n"
        "raise SystemExit(main(['report', sys.argv[1], '-f', 'docx', '-o', 'never.docx']))\n"
    )
    done = subprocess.run([sys.executable, "-c", script, sample], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "readcompare: docx needs python-docx, which is not installed; pip install 'readcompare[docs]'\n"
    )
    assert not Path("never.docx").exists()


def test_the_register_knows_it() -> None:
    assert formats.form_by_ending("Call.DOCX") == "docx"
