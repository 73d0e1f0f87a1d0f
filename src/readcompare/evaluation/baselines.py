"""The plain measures that people use today, so that the aligner's figures have something to stand beside.

Each scores every sentence pair, keeps the best one-to-one assignment, and links what reaches a threshold that was
chosen on all other calls. Whatever is not linked is one-sided; none of them knows a competing row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from rapidfuzz import fuzz, process

from readcompare.engine.assignment import Matrix, best_assignment
from readcompare.evaluation.scoring import Answer

_WORD = re.compile(r"\w+")


def token_set_ratio(a: Sequence[str], b: Sequence[str]) -> Matrix:
    """The `token_set_ratio` of rapidfuzz for casefolded sentences, 0..1."""
    folded_a, folded_b = [text.casefold() for text in a], [text.casefold() for text in b]
    ratios = process.cdist(folded_a, folded_b, scorer=fuzz.token_set_ratio)
    return (ratios / 100).astype(np.float32)


def tfidf_words(a: Sequence[str], b: Sequence[str]) -> Matrix:
    """Cosine of TF-IDF word vectors; the IDF comes from the sentences of both texts."""
    return _tfidf([_WORD.findall(text.casefold()) for text in a], [_WORD.findall(text.casefold()) for text in b])


def tfidf_characters(a: Sequence[str], b: Sequence[str]) -> Matrix:
    """Cosine of TF-IDF vectors of character 3-, 4- and 5-grams inside words."""
    return _tfidf([_ngrams(text) for text in a], [_ngrams(text) for text in b])


BASELINES: dict[str, Callable[[Sequence[str], Sequence[str]], Matrix]] = {
    "rapidfuzz token_set_ratio": token_set_ratio,
    "TF-IDF of words": tfidf_words,
    "TF-IDF of character 3-5-grams": tfidf_characters,
}


def answer(scores: Matrix, threshold: float) -> Answer:
    """The one-to-one links of `scores` that reach `threshold`."""
    links = frozenset((a + 1, b + 1) for a, b in best_assignment(scores) if scores[a, b] >= threshold)
    rows, columns = scores.shape
    linked = {f"A{a}" for a, _ in links} | {f"B{b}" for _, b in links}
    everything = {f"A{a + 1}" for a in range(rows)} | {f"B{b + 1}" for b in range(columns)}
    return Answer(links=links, competing=frozenset(), one_sided=frozenset(everything - linked))


def _ngrams(text: str) -> list[str]:
    padded = [f" {word} " for word in _WORD.findall(text.casefold())]
    return [word[at : at + n] for word in padded for n in (3, 4, 5) for at in range(len(word) - n + 1)]


def _tfidf(a: Sequence[Iterable[str]], b: Sequence[Iterable[str]]) -> Matrix:
    """Cosines of TF-IDF vectors with smoothed IDF, ln((1 + n) / (1 + df)) + 1 (Salton and Buckley 1988)."""
    bags = [Counter(terms) for terms in (*a, *b)]
    document_frequency = Counter(term for bag in bags for term in bag)
    index = {term: number for number, term in enumerate(sorted(document_frequency))}
    vectors = np.zeros((len(bags), len(index)), dtype=np.float32)
    for row, bag in enumerate(bags):
        for term, count in bag.items():
            idf = np.log((1 + len(bags)) / (1 + document_frequency[term])) + 1
            vectors[row, index[term]] = count * idf
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.where(lengths > 0, lengths, 1)
    cosines: Matrix = vectors[: len(a)] @ vectors[len(a) :].T
    return cosines
