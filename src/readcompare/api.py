"""The Python face: `compare` two texts, two files or one comparison file."""

from __future__ import annotations

import os

from readcompare.engine.compare import Call
from readcompare.model.comparison import Comparison
from readcompare.model.recipe import Recipe
from readcompare.reports.notebook import render
from readcompare.runner import Inputs, Wishes, make_readout, read_file, read_texts, run

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
) -> Comparison:
    """Compare two accounts of one conversation.

    `compare("call.yaml")` reads a comparison file. `compare(text_a, text_b)` takes two strings as the texts
    themselves, and two `pathlib.Path` as files. `languages` are codes such as `("de", "ru")`: with a comparison file
    they choose language versions, otherwise they tell the language, which is recognised when it is None. From the
    probability `threshold` (0..1) on two sentences are linked; None takes the learned one. `encoding` is that of the
    files, UTF-8 by default.

    Raises ReadcompareError when something cannot be read, ValueError for a threshold outside 0..1, TypeError for a
    text beside a file.
    """
    if threshold is not None and not 0 <= threshold <= 1:
        raise ValueError(f"a threshold is a probability from 0 to 1, not {threshold}")
    return run(_inputs(first, second, Wishes(languages=languages, threshold=threshold, encoding=encoding)))


def _inputs(first: Source, second: Source | None, wishes: Wishes) -> Inputs:
    if second is None:
        return read_file(os.fspath(first), wishes)
    if isinstance(first, str) and isinstance(second, str):
        (a, notes_a), (b, notes_b) = (
            make_readout(text, side_id=letter.lower(), name=f"text {letter}", language=language)
            for text, letter, language in zip((first, second), "AB", wishes.languages, strict=True)
        )
        return Inputs(a, b, Call(title="Two texts"), Recipe(threshold=wishes.threshold), (*notes_a, *notes_b))
    if isinstance(first, str) or isinstance(second, str):
        raise TypeError("two strings are two texts and two paths are two files; this is one of each")
    return read_texts((os.fspath(first), os.fspath(second)), wishes)
