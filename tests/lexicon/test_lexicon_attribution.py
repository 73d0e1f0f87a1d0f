"""The lexicon of attribution: every pattern finds what it is written for."""

from __future__ import annotations

import pytest

from readcompare.lexicon.examples import examples
from readcompare.lexicon.tokens import tokenise
from readcompare.sources.lexicon_files import attribution_matcher, read_lexicon


@pytest.mark.parametrize("language", ["de", "en", "fr", "ru"])
def test_every_pattern_finds_its_part(language: str, attribution_file: str) -> None:
    matcher = attribution_matcher(language)
    beaten = [
        (entry.id, pattern)
        for entry in read_lexicon(attribution_file).entries
        for pattern in dict(entry.patterns).get(language, ())
        if not any(
            mention.entry.text("part") == entry.text("part")
            for text in examples(pattern)
            for mention in matcher.mentions(tokenise(text))
        )
    ]
    assert beaten == []


@pytest.fixture
def attribution_file(root: object) -> str:
    return f"{root}/src/readcompare/lexicon/data/attribution.yaml"
