"""The pipeline behind the preparing: rows, what the checks find in them, one comparison out."""

from __future__ import annotations

from readcompare.engine.decide import decide
from readcompare.engine.examine import found_findings, pair
from readcompare.engine.glance import glance
from readcompare.engine.hand import place
from readcompare.engine.notes import lost, notes_about
from readcompare.engine.parallel import NOTE, is_parallel
from readcompare.engine.prepare import Kit, Prepared
from readcompare.engine.progress import Progress, begun, parts, silent
from readcompare.engine.rows import found_rows
from readcompare.model.annotations import Annotations
from readcompare.model.call import Call
from readcompare.model.comparison import Comparison
from readcompare.model.recipe import Recipe
from readcompare.model.weights import Weights

_WEIGHTS = (7, 6, 5, 14, 2)
"""How long each step takes of two texts of 5,000 sentences, in percent of the whole: linking, comparing words, who does
what, findings, summing up."""


def conclude(
    prepared: Prepared,
    *,
    call: Call,
    recipe: Recipe,
    kit: Kit,
    weights: Weights,
    annotations: Annotations = Annotations(),  # noqa: B008 - it is frozen and empty
    notes: tuple[str, ...] = (),
    progress: Progress = silent,
) -> Comparison:
    """The comparison of two prepared readouts; any two texts are a valid input, also empty ones.

    `annotations` were set by hand and are kept exactly. `notes` are what the reader must know about how the texts
    were read; the engine adds its own. `progress` is told how far the work has come. Another recipe, or other work by
    hand, needs no second preparing.
    """
    deciding, telling, acting, checking, ending = parts(progress, *_WEIGHTS)
    begun(deciding, "linking sentences")
    hand = place(annotations, prepared.documents, prepared.records)
    decided = decide(prepared, weights, recipe, hand)
    begun(telling, "comparing words")
    rows = found_rows(prepared, decided, hand)
    begun(acting, "finding who does what")
    pairing = pair(prepared, rows)
    findings = found_findings(pairing, begun(checking, "looking for findings"))
    ended = begun(ending, "summing up")
    parallel = [NOTE] if is_parallel(prepared.documents, rows) else []
    comparison = Comparison(
        title=call.title,
        date=call.date,
        participants=call.participants,
        recipe=recipe,
        a=prepared.documents[0],
        b=prepared.documents[1],
        rows=rows,
        findings=findings,
        acts=pairing.acts,
        glance=glance(pairing, findings),
        notes=(*notes, *notes_about(prepared, kit), *parallel, *lost(hand)),
    )
    ended(1)
    return comparison
