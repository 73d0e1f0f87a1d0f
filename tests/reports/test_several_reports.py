"""Reports on three and more accounts: all formats tell the same, cell by cell, and none of them loses anything."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import docx
import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from page_samples import HOSTILE
from rich.cells import cell_len

from readcompare import Synopsis, compare
from readcompare.cli import main
from readcompare.errors import InputError
from readcompare.reports import formats
from readcompare.reports.interface import Layout
from readcompare.reports.records import result_schema
from readcompare.reports.spreadsheet import guarded
from readcompare.sources.result_file import Pairs, read_any_result, read_result
from readcompare.views.passages import visible
from readcompare.views.several_outline import ONLY, SeveralOutline, several_outline

SAMPLE = Path("tests") / "several" / "2014-07-03-de-fr-ru" / "comparison.yaml"
FORMS = tuple(formats.MODULES)


@pytest.fixture(scope="module", params=["sample", "around C", "hostile", "empty", "five"])
def synopsis(request: pytest.FixtureRequest, root: Path) -> Synopsis:
    texts = {
        "hostile": [" ".join(HOSTILE), " ".join(reversed(HOSTILE[:4])), " ".join(HOSTILE[2:])],
        "empty": ["", "One sentence.", ""],
        "five": [f"The leaders met in {name}. They discussed {topic}." for name, topic in (
            ("Berlin", "trade"), ("Paris", "trade"), ("Rome", "Syria"), ("Oslo", "gas"), ("Bern", "Syria"),
        )],
    }  # fmt: skip
    pivot = "C" if request.param == "around C" else "A"
    found = compare(texts[request.param], pivot=pivot) if request.param in texts else None
    found = found or compare(root / SAMPLE, pivot=pivot)
    assert isinstance(found, Synopsis)
    return found


def sample_of(root: Path, pivot: str = "A") -> Synopsis:
    found = compare(root / SAMPLE, pivot=pivot)
    assert isinstance(found, Synopsis)
    return found


def text_of(form: str, synopsis: Synopsis, layout: Layout | None = None) -> str:
    report = formats.render(form, synopsis, layout or Layout())
    assert isinstance(report, str)
    return report


def parsed(page: str) -> Element:
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return tree


def flat(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def expected(told: SeveralOutline) -> list[list[str]]:
    """For each row its head and for each side what a reader sees in the cell."""
    return [
        [
            f"{row.id} {row.label}",
            *(
                " ".join((*(f"{one.id} {one.text}" for one in cell.sentences), *cell.told)).strip() or cell.absent
                for cell in row.cells
            ),
        ]
        for row in told.rows
    ]


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_table_page_document_and_spreadsheet_agree_cell_by_cell(synopsis: Synopsis) -> None:
    wanted = [[squeezed(cell) for cell in row] for row in expected(several_outline(synopsis))]
    assert [[squeezed(cell) for cell in row] for row in _page_rows(text_of("html", synopsis))] == wanted
    assert [[squeezed(cell) for cell in row] for row in _document_rows(synopsis)] == wanted
    lines = [line for line in csv.DictReader(io.StringIO(text_of("csv", synopsis))) if line["row"]]
    for line, row, view in zip(lines, wanted, several_outline(synopsis).rows, strict=True):
        assert squeezed(f"{line['row']} {line['label']}") == row[0]
        for document, cell in zip(synopsis.documents, view.cells, strict=True):
            letter = document.letter.lower()
            assert line[f"{letter}_ids"].split() == [one.id for one in cell.sentences]
            text = " ".join(one.text for one in cell.sentences) or cell.absent
            assert line[f"{letter}_text"] == guarded(text)
            assert line[f"{letter}_links"] == guarded("; ".join(cell.told))


def _page_rows(page: str) -> list[list[str]]:
    (table,) = [element for element in parsed(page).iter("table") if element.get("class") == "rows"]
    rows = []
    for row in table.iter("tr"):
        if not row.get("id"):
            continue
        (head,) = row.iter("th")
        first, label = list(head.iter("p"))[:2]
        cells = []
        for cell in row.iter("td"):
            for more in cell.findall("details"):
                cell.remove(more)
            cells.append(flat(cell).replace("nothing beside it", ""))
        rows.append([f"{flat(first)} {flat(label)}", *cells])
    return rows


def _document_rows(synopsis: Synopsis) -> list[list[str]]:
    report = formats.render("docx", synopsis, Layout())
    assert isinstance(report, bytes)
    assert zipfile.is_zipfile(io.BytesIO(report))
    table = docx.Document(io.BytesIO(report)).tables[1]
    return [[" ".join(p.text for p in cell.paragraphs) for cell in row.cells] for row in table.rows[1:]]


def test_the_markdown_table_has_the_same_cells(synopsis: Synopsis) -> None:
    told = several_outline(synopsis)
    lines = text_of("md", synopsis).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("| Point |")) + 2
    table = lines[start : start + len(told.rows)]
    assert all(line.startswith("| T") for line in table)
    assert not lines[start + len(told.rows)].startswith("|")
    for line, row in zip(table, told.rows, strict=True):
        bare = line.replace("\\", "").replace("**", "").replace("<br>", " ").replace("*", "")
        for cell in row.cells:
            for one in cell.sentences:
                assert f"{one.id} {one.text}".replace("\\", "").replace("*", "").replace("<br>", " ") in bare
            assert all(link in bare for link in cell.told)
            assert cell.absent in bare
        assert row.label in bare


@pytest.mark.parametrize("arrangement", formats.ARRANGEMENTS)
def test_the_text_report_tells_every_sentence_and_finding(synopsis: Synopsis, arrangement: str) -> None:
    told = several_outline(synopsis)
    report = " ".join(text_of("text", synopsis, Layout(arrangement=arrangement, width=300)).split())
    alike = {one.id for row in told.rows if row.is_alike for cell in row.cells for one in cell.sentences}
    for document in synopsis.documents:
        for sentence in document.sentences:
            assert sentence.id in report
            if arrangement == "list" and sentence.id not in alike:
                assert visible(document.text_of(sentence)).strip() in report
    for found in told.findings:
        assert found.view.kind == "omission" or " ".join(found.told.split()) in report
    for note in (*told.notes, *told.method):
        assert " ".join(note.split()) in report


def test_the_page_has_every_finding_with_its_pair_and_every_link_leads_somewhere(synopsis: Synopsis) -> None:
    tree = parsed(text_of("html", synopsis))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    inside = [link.get("href", "") for link in tree.iter("a") if link.get("href", "").startswith("#")]
    assert {link.removeprefix("#") for link in inside} <= set(ids)
    by_id = {element.get("id"): element for element in tree.iter() if element.get("id")}
    for found in several_outline(synopsis).findings:
        shown = flat(by_id[found.id])
        assert shown.startswith(f"{found.pair[0]} and {found.pair[1]} {found.view.label}")
        assert " ".join(found.view.summary.split()) in shown
    for document in synopsis.documents:
        for sentence in document.sentences:
            wanted = " ".join(f"{sentence.id} {visible(document.text_of(sentence))}".split())
            assert flat(by_id[sentence.id]) == wanted


def test_the_record_fits_the_schema_and_comes_back_byte_for_byte(synopsis: Synopsis, tmp_path: Path) -> None:
    written = text_of("json", synopsis)
    record = json.loads(written)
    assert [error.message for error in Draft202012Validator(json.loads(result_schema())).iter_errors(record)] == []
    path = str(tmp_path / "result.json")
    Path(path).write_bytes(written.encode("utf-8", "backslashreplace"))
    for form in FORMS:
        again = str(tmp_path / f"again{formats.ending_of(form)}")
        assert main(["view", path, "-f", form, "-o", again]) == 0
        report = formats.render(form, synopsis, Layout())
        if form == "docx":
            continue  # a packed file tells when it was packed
        expected_bytes = report.encode("utf-8-sig" if form == "csv" else "utf-8", "backslashreplace")  # type: ignore[union-attr]
        assert Path(again).read_bytes() == expected_bytes
    assert [row["id"] for row in record["rows"]] == [row.id for row in several_outline(synopsis).rows]


def test_a_record_is_shown_around_another_pivot(root: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "result.json")
    assert main(["report", str(root / SAMPLE), "-o", path]) == 0
    assert main(["view", path, "--pivot", "kremlin", "-o", str(tmp_path / "c.md")]) == 0
    assert main(["report", str(root / SAMPLE), "--pivot", "C", "-o", str(tmp_path / "d.md")]) == 0
    assert (tmp_path / "c.md").read_bytes() == (tmp_path / "d.md").read_bytes()
    with pytest.raises(InputError, match="record of several accounts"):
        read_result(path)


@pytest.mark.parametrize(
    ("change", "gist"),
    [
        (lambda record: record.update(kind="table"), "kind 'table'"),
        (lambda record: record.update(pivot="D"), "pivot: one of the letters A, B, C is needed"),
        (lambda record: record["pairs"].pop(), "pairs: the comparisons AB, AC, BC are needed"),
        (lambda record: record["pairs"][1]["rows"][0].pop("kind"), "pairs[1].rows[0].kind: this is missing"),
        (lambda record: record["sides"][2].pop("text"), "sides[2].text: this is missing"),
        (
            lambda record: record["sides"][2].update(id=record["sides"][0]["id"]),
            "sides: every side has an id of its own",
        ),
        (lambda record: record["sides"].pop(), "a list of three to 9"),
        (lambda record: record["pairs"][1]["rows"].pop(), "every sentence stands in a row"),
        (lambda record: record["pairs"][1].update(recipe=None), "pairs[1].recipe: a mapping is needed"),
        (lambda record: record["sides"][2]["sentences"].pop(0), "C1 with its place in the text is needed"),
    ],
)
def test_what_is_no_such_record_is_told(
    root: Path, tmp_path: Path, change: Callable[[dict[str, Any]], object], gist: str
) -> None:
    record = json.loads(text_of("json", sample_of(root)))
    change(record)
    (tmp_path / "r.json").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_any_result(str(tmp_path / "r.json"))
    assert gist in str(error.value)


def test_a_record_holds_the_comparisons_that_it_was_made_of(root: Path, tmp_path: Path) -> None:
    synopsis = sample_of(root)
    (tmp_path / "r.json").write_text(text_of("json", synopsis), encoding="utf-8")
    back = read_any_result(str(tmp_path / "r.json"))
    assert isinstance(back, Pairs)
    for one, other in zip(back.comparisons, synopsis.comparisons, strict=True):
        for form in ("text", "md", "html", "csv", "diff"):
            assert formats.render(form, one, Layout()) == formats.render(form, other, Layout())


@pytest.mark.parametrize("only", ONLY)
def test_formats_agree_about_what_is_asked_for_alone(root: Path, only: str) -> None:
    synopsis = sample_of(root)
    layout = Layout(only=only)
    wanted = [row.id for row in several_outline(synopsis, only).rows]
    assert [
        line["row"] for line in csv.DictReader(io.StringIO(text_of("csv", synopsis, layout))) if line["row"]
    ] == wanted
    assert [row[0].split()[0] for row in _page_rows(text_of("html", synopsis, layout))] == wanted
    page = text_of("html", synopsis, layout)
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r' id="([^"]+)"', page))
    lines = text_of("md", synopsis, layout).splitlines()
    table = [line.split()[1] for line in lines if re.match(r"\| T[0-9]", line)]
    assert table == wanted
    text = text_of("text", synopsis, layout)
    assert all(f"{row} " in text for row in wanted)


def test_each_pair_around_the_pivot_is_a_diff_that_holds_both_texts(root: Path) -> None:
    synopsis = sample_of(root, "B")
    diff = text_of("diff", synopsis)
    assert [line[4] for line in diff.splitlines() if line.startswith(("--- ", "+++ "))] == ["A", "B", "B", "C"]
    for document in synopsis.documents:
        assert all(visible(document.text_of(sentence)).strip() in diff for sentence in document.sentences)


some = st.lists(st.sampled_from([*HOSTILE, "They met.", "They discussed Syria."]), max_size=4).map(" ".join)
several = st.lists(some, min_size=3, max_size=5)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(some, min_size=3, max_size=5), st.integers(40, 300), st.sampled_from(formats.ARRANGEMENTS), st.booleans()
)
def test_no_line_is_too_wide_and_no_control_character_gets_out(
    texts: list[str],
    width: int,
    arrangement: str,
    ascii_only: bool,  # noqa: FBT001 - a table
) -> None:
    found = compare(texts)
    report = formats.render("text", found, Layout(width=width, arrangement=arrangement, ascii_only=ascii_only))
    assert isinstance(report, str)
    assert max(map(cell_len, report.splitlines())) <= width
    assert all(character.isprintable() or character in "\n\u200c\u200d" for character in report)
    assert not ascii_only or report.isascii()


def test_nine_sides_find_room_in_forty_cells() -> None:
    found = compare([f"They met on day {number}." for number in range(1, 10)])
    for arrangement in formats.ARRANGEMENTS:
        report = formats.render("text", found, Layout(width=40, arrangement=arrangement))
        assert isinstance(report, str)
        assert max(map(cell_len, report.splitlines())) <= 40
        assert "I1" in report


def test_a_notebook_shows_all_sides_and_runs_nothing() -> None:
    html = compare(["He <script>alert(1)</script>.", "Он сказал.", "They & we."])._repr_html_()
    assert html is not None
    assert "&lt;script&gt;" in html
    assert "<script" not in html
    assert html.count("<th ") == 3
