"""Measuring which words of content of a text the lexicons know."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from readcompare.engine.glossary import words_of
from readcompare.engine.language import recognise
from readcompare.errors import Problem, ReadcompareError
from readcompare.lexicon.entries import apply_requires
from readcompare.lexicon.matcher import Matcher
from readcompare.lexicon.tokens import tokenise
from readcompare.model.coverage import Coverage, Unknown
from readcompare.sources.given import is_given, source_name
from readcompare.sources.lexicon_files import shipped_matcher
from readcompare.sources.readers.anything import read_source
from readcompare.vocabulary.own import read_own

LAYERS = ("bridge", "entities", "term_families")
"""The layers by whose entries sentences are matched."""


def cover(
    texts: Sequence[str], lexicons: Sequence[str] = (), *, language: str | None = None, encoding: str | None = None
) -> tuple[Coverage, ...]:
    """The coverage of the texts at `texts`, as files are named, with the user's own `lexicons` if any.

    `language` is that of all texts; None recognises it. Raises ReadcompareError with the problems of all files.
    """
    own = read_own(lexicons, ())
    problems: list[Problem] = []
    found = []
    for path in texts:
        try:
            text = read_source(path, encoding=encoding).text
        except ReadcompareError as error:
            problems += error.problems
            continue
        code = language or recognise(text)
        name = source_name(path) if is_given(path) else Path(path).name
        found.append(coverage(text, name, own.over(shipped_matcher(code))))
    if problems:
        raise ReadcompareError(problems)
    return tuple(found)


def coverage(text: str, name: str, matcher: Matcher) -> Coverage:
    """The coverage of one text in the language of `matcher`."""
    tokens = tokenise(text)
    by_layer: defaultdict[str, set[int]] = defaultdict(set)
    for mention in apply_requires(matcher.mentions(tokens)):
        by_layer[mention.layer].update(mention.tokens)
    words = words_of(matcher.language)
    content = [
        number for number, token in enumerate(tokens) if words.is_content(token.norm) and not token.norm[0].isdigit()
    ]
    known = set().union(*(by_layer[layer] for layer in LAYERS))
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for number in content:
        if number not in known:
            forms[words.stem(tokens[number].norm)][tokens[number].norm] += 1
    unknown = [Unknown(form.most_common(1)[0][0], form.total()) for form in forms.values()]
    return Coverage(
        name=name,
        language=matcher.language,
        words=len(content),
        known=len(known.intersection(content)),
        layers=tuple((layer, len(by_layer[layer].intersection(content))) for layer in LAYERS),
        unknown=tuple(sorted(unknown, key=lambda one: -one.count)),
    )
