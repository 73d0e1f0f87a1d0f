"""Where reading meets the engine: from what was read to one comparison."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec.structs import replace

from readcompare.engine.compare import conclude
from readcompare.engine.history import Histories, history, with_histories
from readcompare.engine.prepare import Kit, Prepared, prepare
from readcompare.engine.progress import Progress, begun, part, parts, silent
from readcompare.intake import Accounts, Inputs, Wishes, read_file, read_texts
from readcompare.model.annotations import Annotations
from readcompare.model.comparison import Comparison
from readcompare.model.sides import LETTERS
from readcompare.model.text import Readout
from readcompare.model.weights import Weights
from readcompare.sources.lexicon_files import shipped_matcher, shipped_names
from readcompare.sources.weights import shipped_newsworthiness, shipped_weights

if TYPE_CHECKING:
    from readcompare.model.history import History
    from readcompare.model.synopsis import Synopsis

_WEIGHTS = (66, 34)
"""How long preparing and concluding take of two texts of 5,000 sentences, in percent of the whole."""


def run_file(path: str, wishes: Wishes | None = None, progress: Progress = silent) -> Comparison:
    """The comparison that the YAML file at `path` describes; a ReadcompareError when it cannot be made.

    Of several sides this is the pair that is wished, else the pivot and the first of the others; `run_all` has all.
    """
    return run(read_file(path, wishes), progress=progress)


def run_texts(paths: tuple[str, str], wishes: Wishes | None = None, progress: Progress = silent) -> Comparison:
    """The comparison of two text files (`-` is standard input); a ReadcompareError when it cannot be made."""
    return run(read_texts(paths, wishes).inputs((0, 1)), progress=progress)


def run_all(read: Accounts, progress: Progress = silent) -> Comparison | Synopsis:
    """The comparison of two sides; of several each with each other, joined to one table."""
    pairs = read.pairs
    # What was set by hand is read first, so that a fault in it does not wait for the work to be done.
    asked = [read.inputs(pair) for pair in pairs]
    found = [
        run(inputs, progress=part(progress, n / len(pairs), (n + 1) / len(pairs))) for n, inputs in enumerate(asked)
    ]
    if len(found) == 1:
        return found[0]
    from readcompare.engine.synopsis import join  # most comparisons have two sides

    return join(found, LETTERS[read.pivot])


def run(inputs: Inputs, weights: Weights | None = None, progress: Progress = silent) -> Comparison:
    """The comparison of what was read, with the shipped lexicons and with the shipped weights or the given ones."""
    return run_keeping(inputs, weights, progress)[1]


def run_keeping(
    inputs: Inputs, weights: Weights | None = None, progress: Progress = silent
) -> tuple[Prepared, Comparison]:
    """The same with what was prepared for it, from which it can be concluded anew."""
    first, last, before = parts(progress, *_WEIGHTS, sum(_WEIGHTS) * sum(map(bool, inputs.previous)))
    prepared = run_prepared(inputs, first)
    found = run_from(prepared, inputs, weights, last)
    return prepared, with_histories(found, histories_of(inputs, before))


def histories_of(inputs: Inputs, progress: Progress = silent) -> Histories:
    """What is new in each text against the last one of its side; None where none is given."""
    if not any(inputs.previous):
        return None, None
    middle = 0.5 if all(inputs.previous) else float(bool(inputs.previous[0]))
    alone = replace(inputs, previous=(None, None), annotations=Annotations(), notes=())

    def of(readout: Readout, previous: Readout | None, letters: tuple[str, str], progress: Progress) -> History | None:
        if previous is None:
            return None
        return history(run(replace(alone, a=previous, b=readout, letters=letters), progress=progress))

    a, b = inputs.letters
    return (
        of(inputs.a, inputs.previous[0], (b, a), part(progress, 0, middle)),
        of(inputs.b, inputs.previous[1], (a, b), part(progress, middle, 1)),
    )


def weights_for(inputs: Inputs) -> Weights:
    """The weights that the user names for a comparison, else the shipped ones."""
    return (inputs.matching.weights if inputs.matching else None) or shipped_weights()


def run_prepared(inputs: Inputs, progress: Progress = silent) -> Prepared:
    """What the engine knows about the texts before it decides; the first half of `run`."""
    opening, preparing = parts(progress, 1 + 4 * bool(inputs.own), 66)
    with collector_at_rest():
        begun(opening, "opening dictionaries" if inputs.own else "opening lexicons")
        kit = _kit(inputs)
        return prepare(inputs.a, inputs.b, call=inputs.call, kit=kit, letters=inputs.letters, progress=preparing)


def run_from(
    prepared: Prepared, inputs: Inputs, weights: Weights | None = None, progress: Progress = silent
) -> Comparison:
    """The comparison of what was prepared, without histories; recipe and work by hand may have changed since."""
    with collector_at_rest():
        return conclude(
            prepared,
            call=inputs.call,
            recipe=inputs.recipe,
            kit=_kit(inputs),
            weights=weights or weights_for(inputs),
            annotations=inputs.annotations,
            notes=inputs.notes,
            progress=progress,
        )


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Comparing makes many small values and next to no cycles: the collector would look through them in vain."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _kit(inputs: Inputs) -> Kit:
    # The names of participants and sides are written in English in most comparison files.
    a, b = (shipped_matcher(language) for language in (inputs.a.language, inputs.b.language))
    names = shipped_names()
    encoder = inputs.matching.encoder if inputs.matching else None
    news = shipped_newsworthiness()
    if inputs.own is None:
        return Kit((a, b), names, news, encoder=encoder)
    own = inputs.own
    return Kit((own.over(a), own.over(b)), own.over(names), news, own.glossaries(inputs.a, inputs.b), encoder)
