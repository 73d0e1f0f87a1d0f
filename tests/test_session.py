"""Comparing anew: what changes, what stays, and what is noticed."""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path

import pytest

from readcompare.errors import ReadcompareError, UsageError
from readcompare.intake import Wishes
from readcompare.runner import run_file
from readcompare.session import Session, start


@pytest.fixture
def session(sample: str, tmp_path: Path) -> Session:
    folder = shutil.copytree(Path(sample).parent, tmp_path / "call")
    return start((str(folder / "comparison.yaml"),), Wishes())


def test_a_session_begins_with_what_the_runner_makes(session: Session, sample: str) -> None:
    assert session.comparison == run_file(sample)


def test_a_moved_threshold_gives_what_a_new_run_gives(session: Session, sample: str) -> None:
    for threshold in (0.0, 0.2, 0.99):
        assert session.with_threshold(threshold).comparison == run_file(sample, Wishes(threshold=threshold))
    assert session.with_threshold(0.99).with_threshold(None).comparison == session.comparison


def test_language_versions_are_gone_through(session: Session) -> None:
    assert session.versions == (("de", "en"), ("ru", "en"))
    assert (session.other_version(0), session.other_version(1)) == ("en", "en")
    english = session.with_threshold(0.3).with_version(0, "en").with_version(1, "en")
    assert [document.readout.language for document in english.comparison.documents] == ["en", "en"]
    assert english.threshold == 0.3
    assert english.other_version(0) == "de"
    assert english.texts[0] is not None
    assert english.texts[0].endswith("germany.en.txt")


def test_a_changed_file_is_noticed_and_read(session: Session) -> None:
    assert session.stamp_now == session.stamp
    assert session.texts[1] is not None
    path = Path(session.texts[1])
    path.write_text(path.read_text(encoding="utf-8") + "\n\nЭто новое предложение.\n", encoding="utf-8")
    assert session.stamp_now != session.stamp
    again = session.read_again()
    assert again.stamp == session.stamp_now
    assert len(again.comparison.b.sentences) == len(session.comparison.b.sentences) + 1


def test_a_file_that_went_away_is_told(session: Session) -> None:
    assert session.texts[0] is not None
    os.unlink(session.texts[0])  # noqa: PTH108 - the path is a word here
    assert session.stamp_now != session.stamp
    with pytest.raises(ReadcompareError):
        session.read_again()


def test_two_texts_are_a_session_too(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_text("They spoke on Monday.", encoding="utf-8")
    session = start(tuple(map(str, paths)), Wishes(languages=("en", "en")))
    assert session.texts == tuple(map(str, paths))
    assert session.other_version(0) is None


def test_standard_input_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("They spoke on Monday.", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"They spoke on Tuesday.")))
    session = start((str(path), "-"), Wishes(languages=("en", "en")))
    path.write_text("They spoke again.", encoding="utf-8")
    assert session.stamp_now == session.stamp
    with pytest.raises(UsageError, match="standard input"):
        session.read_again()
    assert session.with_threshold(0.9).threshold == 0.9
