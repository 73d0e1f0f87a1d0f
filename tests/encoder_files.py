"""A tiny sentence encoder, made here: it knows the test sentences of the yardstick and a few words more."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from readcompare.sources.encoder import yardstick

WORD = re.compile(r"\w+")
NOISE = 0.3


def write_encoder(folder: Path, *, alike: Mapping[str, int] | None = None, seed: int = 1) -> Path:
    """Write a model of model2vec in which words of one test statement, in all languages, point one way.

    `alike` gives more words the direction of the statement with that number. Skips the test where the packages are
    missing; nothing is missing in CI.
    """
    if not os.environ.get("READCOMPARE_NOTHING_SKIPPED"):
        pytest.importorskip("model2vec", reason="needs: pip install 'readcompare[semantic]'")
    from model2vec import StaticModel
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.normalizers import Lowercase
    from tokenizers.pre_tokenizers import Whitespace

    statements: dict[str, set[int]] = defaultdict(set)
    for sentences in yardstick().values():
        for number, wordings in enumerate(sentences):
            for word in (word for text in wordings for word in WORD.findall(text.lower())):
                statements[word].add(number)
    for word, number in (alike or {}).items():
        statements[word] = {number}
    words = ["[UNK]", *sorted(statements)]
    random = np.random.default_rng(seed)
    vectors = random.normal(0, NOISE, (len(words), 16)).astype(np.float32)
    vectors[0] = 0
    for row, word in enumerate(words[1:], start=1):
        if len(statements[word]) == 1:
            vectors[row, min(statements[word])] += 2
    tokenizer = Tokenizer(WordLevel({word: row for row, word in enumerate(words)}, unk_token="[UNK]"))  # noqa: S106 - no password
    tokenizer.normalizer = Lowercase()
    tokenizer.pre_tokenizer = Whitespace()
    StaticModel(vectors, tokenizer, normalize=True).save_pretrained(folder)
    return folder
