"""The Python face: `compare` texts, files or one comparison file; `quotes` of a news report."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypedDict, Unpack, overload

from msgspec.structs import replace

from readcompare.intake import Account, Accounts, Wishes, accounts_of, make_readout, read_accounts, read_texts
from readcompare.model.annotations import Annotations
from readcompare.model.comparison import Comparison
from readcompare.model.fragments import Excerpts
from readcompare.model.sides import LETTERS, MAX_SIDES
from readcompare.model.synopsis import Synopsis
from readcompare.reports.notebook import render
from readcompare.reports.several.notebook import render as render_several
from readcompare.runner import run, run_all

Source = str | os.PathLike[str]
"""A text, or where one stands."""
_LONGEST_NAME = 255
Languages = Sequence[str | None]
"""Codes by side, None for one that is to be recognised."""

# What was compared shows itself in a notebook from now on.
Comparison.notebook_view = render
Synopsis.notebook_view = render_several


class Options(TypedDict, total=False):
    """What `compare` can be asked for beside the texts."""

    languages: Languages
    pivot: str | None
    threshold: float | None
    encoding: str | None
    annotations: Annotations | os.PathLike[str] | None
    lexicons: Sequence[Source]
    dictionaries: Sequence[Source]
    matcher: str | None
    model: Source | None
    weights: Source | None


@overload
def compare(first: Source, second: Source, **options: Unpack[Options]) -> Comparison: ...


# What a comparison file gives depends on the file; nobody shall have to ask who knows that it has two sides.
@overload
def compare(first: Source, **options: Unpack[Options]) -> Comparison | Any: ...  # noqa: ANN401


@overload
def compare(
    first: list[Source] | list[str] | list[Path] | tuple[Source, ...], **options: Unpack[Options]
) -> Comparison | Synopsis: ...


# A Synopsis; but what `compare(*texts)` gives depends on how many these are, which only the caller knows.
@overload
def compare(first: Source, second: Source, third: Source, /, *more: Source, **options: Unpack[Options]) -> Any: ...  # noqa: ANN401


def compare(
    first: Source | Sequence[Source],
    second: Source | None = None,
    *more: Source,
    languages: Languages = (),
    pivot: str | None = None,
    threshold: float | None = None,
    encoding: str | None = None,
    annotations: Annotations | os.PathLike[str] | None = None,
    lexicons: Sequence[Source] = (),
    dictionaries: Sequence[Source] = (),
    matcher: str | None = None,
    model: Source | None = None,
    weights: Source | None = None,
) -> Comparison | Synopsis:
    """Compare two accounts of one conversation, or several.

    `compare("call.yaml")` reads a comparison file. `compare(text_a, text_b)` takes two strings as the texts themselves,
    and two `pathlib.Path` as files. `compare(text_a, text_b, text_c)`, or a list of them, compares each with each
    other, as does a comparison file with as many sides: what comes back then is a `Synopsis`, a table around the side
    `pivot`, which is named by its letter or its id and is the first by default. `languages` are codes such as `("de",
    "ru")`: with a comparison file they choose language versions, otherwise they tell the language, which is recognised
    when it is None. From the probability `threshold` (0..1) on two sentences are linked; None takes the learned one.
    `encoding` is that of the files, UTF-8 by default. `annotations` were set by hand and are kept exactly: a value, or
    the path of an annotations file; None takes the one that the comparison file names. `lexicons` are paths of the
    user's own lexicon files, merged over the shipped ones; `dictionaries` are paths of bilingual dictionaries for the
    words that no lexicon knows, each with its languages behind it (`"words.txt:de-en"`) when its name does not tell
    them. Both are added to those that the comparison file names. `matcher` is `"lexical"` (the default) or
    `"semantic"`, which needs as `model` the folder of a sentence encoder, or `"hub:OWNER/NAME"`, which is fetched when
    it is not on this machine; `weights` is the path of a file of weights of your own.

    Raises ReadcompareError when something cannot be read, ValueError for a threshold outside 0..1 or too few
    texts, TypeError for a text beside a file, for a text that is the name of a file, or for one path where a list of
    paths is needed.
    """
    if threshold is not None and not 0 <= threshold <= 1:
        raise ValueError(f"a threshold is a probability from 0 to 1, not {threshold}")
    given = annotations if isinstance(annotations, Annotations) else None
    path = os.fspath(annotations) if annotations is not None and not isinstance(annotations, Annotations) else None
    wishes = Wishes(
        languages=tuple(languages),
        pivot=pivot,
        threshold=threshold,
        encoding=encoding,
        annotations=path,
        lexicons=_paths(lexicons, "lexicons"),
        dictionaries=_paths(dictionaries, "dictionaries"),
        matcher=matcher,
        model=None if model is None else os.fspath(model),
        weights=None if weights is None else os.fspath(weights),
    )
    read = _accounts(first, second, more, wishes)
    if given is None:
        return run_all(read)
    if len(read.sides) > 2:
        raise ValueError("annotations are about two sides; those of several are kept beside the comparison file")
    return run(replace(read.inputs((0, 1)), annotations=given))


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


def _refuse_names(texts: Sequence[str]) -> None:
    """No text is the name of a file that is there: who gives one means the file."""
    for text in texts:
        if len(text) <= _LONGEST_NAME and text.isprintable() and os.path.isfile(text):  # noqa: PTH113 - texts are no paths
            raise TypeError(
                f"two strings are compared as texts, and {text!r} is the name of a file; give Path({text!r})"
            )


def _accounts(
    first: Source | Sequence[Source], second: Source | None, more: tuple[Source, ...], wishes: Wishes
) -> Accounts:
    if first is None:
        raise TypeError("the first text is None")
    if not isinstance(first, str | os.PathLike):
        if second is not None or more:
            raise TypeError("a list holds all texts; put the others into it")
        return _several(tuple(first), wishes)
    if second is None and more:
        raise TypeError("the second text is None, and others follow it")
    return read_accounts(os.fspath(first), wishes) if second is None else _several((first, second, *more), wishes)


def _several(given: tuple[Source, ...], wishes: Wishes) -> Accounts:
    if not 2 <= len(given) <= MAX_SIDES:
        raise ValueError(f"two texts are needed, and at most {MAX_SIDES}; these are {len(given)}")
    texts = [one for one in given if isinstance(one, str)]
    if not texts:
        return read_texts(tuple(os.fspath(one) for one in given), wishes)
    if len(texts) < len(given):
        raise TypeError("strings are texts and paths are files; these are some of each")
    _refuse_names(texts)
    wishes.refuse_what_is_not_there([letter.lower() for letter in LETTERS[: len(texts)]])
    sides = [
        make_readout(text, side_id=letter.lower(), name=f"text {letter}", place=place, language=wishes.language(place))
        for place, (text, letter) in enumerate(zip(texts, LETTERS, strict=False))
    ]
    title = "Two texts" if len(texts) == 2 else f"{len(texts)} texts"
    return accounts_of(tuple(Account(readout, notes) for readout, notes in sides), wishes, title=title)
