"""The Python face: `compare` two texts, two files or one comparison file; `quotes` of a news report."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace

from readcompare.engine.prepare import Call
from readcompare.intake import Inputs, Wishes, make_readout, read_by_hand, read_file, read_texts, with_named
from readcompare.model.annotations import Annotations
from readcompare.model.comparison import Comparison
from readcompare.model.fragments import Excerpts
from readcompare.model.recipe import Recipe
from readcompare.reports.notebook import render
from readcompare.runner import run

Source = str | os.PathLike[str]
"""A text, or where one stands."""

# A comparison shows itself in a notebook from now on.
Comparison.notebook_view = render


def compare(
    first: Source,
    second: Source | None = None,
    *,
    languages: tuple[str | None, str | None] = (None, None),
    threshold: float | None = None,
    encoding: str | None = None,
    annotations: Annotations | os.PathLike[str] | None = None,
    lexicons: Sequence[Source] = (),
    dictionaries: Sequence[Source] = (),
    matcher: str | None = None,
    model: Source | None = None,
    weights: Source | None = None,
) -> Comparison:
    """Compare two accounts of one conversation.

    `compare("call.yaml")` reads a comparison file. `compare(text_a, text_b)` takes two strings as the texts
    themselves, and two `pathlib.Path` as files. `languages` are codes such as `("de", "ru")`: with a comparison file
    they choose language versions, otherwise they tell the language, which is recognised when it is None. From the
    probability `threshold` (0..1) on two sentences are linked; None takes the learned one. `encoding` is that of the
    files, UTF-8 by default. `annotations` were set by hand and are kept exactly: a value, or the path of an annotations
    file; None takes the one that the comparison file names. `lexicons` are paths of the user's own lexicon files,
    merged over the shipped ones; `dictionaries` are paths of bilingual dictionaries for the words that no lexicon
    knows, each with its languages behind it (`"words.txt:de-en"`) when its name does not tell them. Both are added to
    those that the comparison file names. `matcher` is `"lexical"` (the default) or `"semantic"`, which needs as `model`
    the folder of a sentence encoder, or `"hub:OWNER/NAME"`, which is fetched when it is not on this machine; `weights`
    is the path of a file of weights of your own.

    Raises ReadcompareError when something cannot be read, ValueError for a threshold outside 0..1, TypeError for a
    text beside a file, or for one path where a list of paths is needed.
    """
    if threshold is not None and not 0 <= threshold <= 1:
        raise ValueError(f"a threshold is a probability from 0 to 1, not {threshold}")
    given = annotations if isinstance(annotations, Annotations) else None
    path = os.fspath(annotations) if annotations is not None and not isinstance(annotations, Annotations) else None
    wishes = Wishes(
        languages=languages,
        threshold=threshold,
        encoding=encoding,
        annotations=path,
        lexicons=_paths(lexicons, "lexicons"),
        dictionaries=_paths(dictionaries, "dictionaries"),
        matcher=matcher,
        model=None if model is None else os.fspath(model),
        weights=None if weights is None else os.fspath(weights),
    )
    inputs = _inputs(first, second, wishes)
    return run(inputs if given is None else replace(inputs, annotations=given))


def quotes(report: Source, *, language: str | None = None, encoding: str | None = None) -> Excerpts:
    """What the news report at the path `report` quotes and reports of each side.

    `language` is recognised when it is None; `encoding` is that of the file, UTF-8 by default. Every fragment is a span
    of `text`, the characters of the file. Raises ReadcompareError when the report cannot be read, is in a language
    whose ways of attributing are not known, or when not both sides are found in it.
    """
    # Comparing does without it.
    from readcompare.quoting import excerpts_of

    return excerpts_of(os.fspath(report), language=language, encoding=encoding)


def _paths(given: Sequence[Source], what: str) -> tuple[str, ...]:
    if isinstance(given, str | os.PathLike):
        raise TypeError(f"{what} are a list of paths, such as [{os.fspath(given)!r}]")
    return tuple(os.fspath(path) for path in given)


def _inputs(first: Source, second: Source | None, wishes: Wishes) -> Inputs:
    if second is None:
        return read_file(os.fspath(first), wishes)
    if isinstance(first, str) and isinstance(second, str):
        (a, notes_a), (b, notes_b) = (
            make_readout(text, side_id=letter.lower(), name=f"text {letter}", language=language)
            for text, letter, language in zip((first, second), "AB", wishes.languages, strict=True)
        )
        recipe, notes = Recipe(threshold=wishes.threshold_over(None)), (*notes_a, *notes_b)
        return with_named(Inputs(a, b, Call(title="Two texts"), recipe, notes, read_by_hand(wishes)), wishes)
    if isinstance(first, str) or isinstance(second, str):
        raise TypeError("two strings are two texts and two paths are two files; this is one of each")
    return read_texts((os.fspath(first), os.fspath(second)), wishes)
