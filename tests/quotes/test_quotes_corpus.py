"""The annotated reports of benchmarks/quotes: what people would draw out is drawn out, and nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from readcompare.evaluation.quotations import scores

ENOUGH = 0.9


def test_attribution_is_right_in_every_language(root: Path) -> None:
    found = scores(str(root / "benchmarks" / "quotes"))
    languages = Counter(score.language for score in found)
    assert len(found) >= 12
    assert all(languages[language] >= 4 for language in ("de", "en", "ru"))
    for language in languages:
        own = [score for score in found if score.language == language]
        assert sum(score.right for score in own) / sum(score.needed for score in own) >= ENOUGH, own
        assert sum(score.foreign for score in own) / sum(score.drawn for score in own) <= 1 - ENOUGH, own


def test_the_reports_hold_what_must_be_left_out(root: Path) -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in (root / "benchmarks" / "quotes").glob("*.*"))
    assert all(word in texts for word in ("analyst", "NATO", "Nord Stream", "Normandy Format", "sogenannten"))
