"""The Python function, as the documentation shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from readcompare import Comparison, Synopsis, compare
from readcompare.errors import ConfigurationError, InputError


def test_two_strings_are_two_texts() -> None:
    comparison = compare("Sie sprachen über Syrien.", "Обсуждалась ситуация в Сирии.")
    assert isinstance(comparison, Comparison)
    assert [document.readout.language for document in comparison.documents] == ["de", "ru"]
    assert [(row.a, row.b) for row in comparison.rows] == [(("A1",), ("B1",))]


def test_three_strings_are_three_texts_with_or_without_a_list() -> None:
    texts = ("They met. They discussed Syria.", "They met.", "Qwrt plk.")
    synopsis = compare(*texts, pivot="C")
    listed = compare(list(texts), pivot="C")
    assert isinstance(synopsis, Synopsis)
    assert isinstance(listed, Synopsis)
    assert synopsis.rows == listed.rows
    notes = {note for comparison in synopsis.comparisons for note in comparison.notes}
    assert "text C: the language was not recognised; name it with --lang-c (in Python: languages)" in notes


def test_one_path_is_a_comparison_file(sample: str) -> None:
    for path in (sample, Path(sample)):
        comparison = compare(path)
        assert comparison.title == "Merkel–Putin call, 10 November 2021"
        assert comparison.glance.initiator == (None, "germany")


def test_languages_choose_versions(sample: str) -> None:
    assert compare(sample, languages=("en", "en")).b.readout.language == "en"


def test_two_paths_are_two_files(tmp_path: Path) -> None:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text("One.", encoding="utf-8")
    b.write_text("Two.", encoding="utf-8")
    assert compare(a, b).title == "a.txt and b.txt"


def test_a_threshold_of_one_links_only_the_same_words() -> None:
    comparison = compare("They met. They discussed Syria.", "They met. Syria was discussed.", threshold=1.0)
    assert [row.kind for row in comparison.rows if row.a == ("A1",)] == ["same"]
    assert not any(row.kind.is_match for row in comparison.rows if row.a == ("A2",))


def test_what_is_wrong_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.yaml"):
        compare(tmp_path / "nowhere.yaml")
    (tmp_path / "bad.yaml").write_text("sides: 3\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"bad\.yaml:1:8"):
        compare(tmp_path / "bad.yaml")
    with pytest.raises(ValueError, match="probability"):
        compare("a", "b", threshold=2)
    with pytest.raises(TypeError, match="some of each"):
        compare("a text", tmp_path)
    with pytest.raises(TypeError, match="a list holds all texts"):
        compare(["a text", "another"], "a third")  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="the second text is None"):
        compare("call.yaml", None, "a third")  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="the first text is None"):
        compare(None, "a text")  # type: ignore[call-overload]


def test_the_name_of_a_file_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "berlin.txt"
    path.write_text("They met.", encoding="utf-8")
    with pytest.raises(TypeError, match=r"berlin\.txt.* is the name of a file; give Path\("):
        compare(str(path), "They met.")
    assert compare(str(tmp_path / "moscow.txt"), "They met.").a.readout.text.endswith("moscow.txt")


def test_a_notebook_shows_both_sides_and_runs_nothing() -> None:
    html = compare("He [sic] said <script>alert(1)</script> no.", "Он сказал & ушёл.")._repr_html_()
    assert html is not None
    assert "&lt;script&gt;" in html
    assert "<script" not in html
    assert "[sic]" in html
    assert 'lang="ru"' in html
    assert "Он сказал &amp; ушёл." in html
