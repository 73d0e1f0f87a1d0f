"""The charts of the web page: what they show, and that their words say the same."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest
from msgspec.structs import replace
from page_samples import with_topics

from readcompare import compare
from readcompare.model.comparison import Comparison
from readcompare.reports import charts, webpage
from readcompare.reports.interface import Layout


@pytest.fixture
def comparison(root: Path) -> Comparison:
    return with_topics(compare(root / "readouts" / "2014-03-06-us-ru" / "comparison.yaml"))


def test_bars_compare_within_one_scale_and_the_largest_topic_stands_first(comparison: Comparison) -> None:
    drawn = charts.bars(comparison)
    assert [line.topic for line in drawn] == ["Ukraine", "arms", "sanctions and <b>trade</b>", "energy"]
    a, b = drawn[0].bars
    assert a
    assert b
    assert (a.percent, a.length, a.first) == ("42 %", 84.0, "A2")
    assert (b.percent, b.length, b.first) == ("50 %", 100.0, "B2")
    assert drawn[2].bars[1] is None
    assert drawn[3].bars[0] is None


def test_slopes_join_shared_topics_and_tell_those_that_change_places(comparison: Comparison) -> None:
    drawn = charts.slopes(comparison)
    assert drawn
    lines = {line.topic: line for line in drawn.lines}
    assert lines["Ukraine"].crosses
    assert lines["arms"].crosses
    assert (lines["energy"].left, lines["sanctions and <b>trade</b>"].right) == (None, None)
    assert (lines["Ukraine"].left or 0) < (lines["arms"].left or 0)
    assert (lines["Ukraine"].right or 0) > (lines["arms"].right or 0)
    assert drawn.told == "A: Ukraine, sanctions and <b>trade</b>, arms. B: arms, Ukraine, energy."


def test_the_same_order_crosses_nothing_and_one_topic_draws_no_slope(comparison: Comparison) -> None:
    topics = comparison.glance.topics[0]
    alike = replace(comparison, glance=replace(comparison.glance, topics=(topics, topics)))
    drawn = charts.slopes(alike)
    assert drawn
    assert not any(line.crosses for line in drawn.lines)
    single = replace(comparison, glance=replace(comparison.glance, topics=(topics, topics[:1])))
    assert charts.slopes(single) is None


def test_the_page_tells_the_charts_in_words(comparison: Comparison) -> None:
    page = webpage.render(comparison, Layout())
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    (table,) = [element for element in tree.iter("table") if element.get("class") == "topics"]
    told = [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in table.iter("tr")]
    assert told[1] == ["Ukraine", "42 % A2", "50 % B2"]
    assert told[4] == ["energy", "none found", "11 % B3"]
    assert "A: Ukraine, sanctions and &lt;b&gt;trade&lt;/b&gt;, arms. B: arms, Ukraine, energy." in page


def test_without_topics_there_is_no_chart(comparison: Comparison) -> None:
    page = webpage.render(replace(comparison, glance=replace(comparison.glance, topics=((), ()))), Layout())
    assert "<svg" not in page
    assert 'href="#topics"' not in page
