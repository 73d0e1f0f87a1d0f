"""The figures of the findings as a table, and how often who acts is told right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from readcompare.engine.examine import pair
from readcompare.engine.prepare import Prepared
from readcompare.evaluation.corpus import Case, line_of
from readcompare.evaluation.findings import (
    FIRST,
    LOUD,
    FindingScore,
    Placed,
    add,
    found_words,
    on_annotated_rows,
    on_found_rows,
)
from readcompare.evaluation.scoring import Counts
from readcompare.model.acts import ReportedAct
from readcompare.model.weights import Weights
from readcompare.sources.gold import EMPHASIS_KINDS


class ActScore(Struct):
    """How often the actor and the type of an annotated act are told right."""

    acts: int = 0
    actors: int = 0
    types: int = 0


def add_acts(total: ActScore, one: Placed) -> None:
    """Count the annotated acts of one call; an act that is not found is wrong in both."""
    pairing = pair(one.prepared, one.rows)
    for item in one.case.gold.acts:
        side = 0 if item.side == "a" else 1
        document, text = one.prepared.documents[side], (one.case.a, one.case.b)[side]
        line = text.lines[item.sentence - 1]
        start, end = found_words(item.verb, text, line.start) or (line.start, line.end)
        found = [
            act
            for sentence, acts in zip(document.sentences, pairing.acts[side], strict=True)
            if line_of(sentence, text.lines) == item.sentence
            for act in acts
        ]
        total.acts += 1
        if found:
            best = min(found, key=lambda act: (not _touches(act, start, end), abs(act.verb.span.start - start)))
            total.actors += _is_actor(best, item.actor)
            total.types += best.type == item.type


def _touches(act: ReportedAct, start: int, end: int) -> bool:
    return act.verb.span.start < end and start < act.verb.span.end


def _is_actor(act: ReportedAct, annotated: str) -> bool:
    """True for the same names; "all three leaders" are all participants, and a side stands for its leader."""
    if annotated == act.actor or set(act.actors) == set(annotated.split(" and ")):
        return True
    return act.is_joint and annotated.startswith("all ")


def findings_table(title: str, cases: Sequence[tuple[Case, Prepared]], weights: Callable[[Case], Weights]) -> str:
    """The figures of the findings on the rows found and on the annotated rows."""
    scores: dict[str, FindingScore] = {"rows found": FindingScore(), "annotated rows": FindingScore()}
    acts = ActScore()
    for case, prepared in cases:
        found, annotated = on_found_rows(case, prepared, weights(case)), on_annotated_rows(case, prepared)
        add(scores["rows found"], found)
        add(scores["annotated rows"], annotated)
        add_acts(acts, found)
    blocks = [title, _emphasis_block(scores), _other_block(scores, len(cases)), _act_block(acts)]
    loud = scores["rows found"].loud
    if not loud:
        return "\n\n".join(blocks) + "\n"
    told = ", ".join(f"{call} {number}" for call, number in sorted(loud.items()))
    blocks.append(f"Findings above severity {LOUD} in the calls of allies: {told}")
    return "\n\n".join(blocks) + "\n"


def _emphasis_block(scores: Mapping[str, FindingScore]) -> str:
    lines = [f"{'Emphasis, by row and kind':32}" + " ".join(f"{name:^17}" for name in scores)]
    lines.append(f"{'':32}" + " ".join(f"{'P':>5} {'R':>5} {'F1':>5}" for _ in scores))
    for kind in (*EMPHASIS_KINDS, "all"):
        counts = [
            sum(score.emphasis.values(), Counts()) if kind == "all" else score.emphasis[kind]
            for score in scores.values()
        ]
        lines.append(f"{kind:32}" + " ".join(_cells(count) for count in counts))
    return "\n".join(lines)


def _other_block(scores: Mapping[str, FindingScore], calls: int) -> str:
    lines = [f"{'Phrases and contradictions':32}" + " ".join(f"{name:^17}" for name in scores)]
    lines.append(f"{'words of missing phrases':32}" + " ".join(_cells(score.phrases) for score in scores.values()))
    for name, score in scores.items():
        counts = score.contradictions
        lines.append(
            f"contradictions of number, date and scope on {name}: {counts.right} of {counts.right + counts.missed} "
            f"found; {counts.false} false in {calls} calls"
        )
    for name, score in scores.items():
        right = score.salience.right
        sides = right + score.salience.missed
        lines.append(f"most salient omission among the first {FIRST} on {name}: {right} of {sides} sides")
    counts = scores["rows found"].initiators
    total = counts.right + counts.false + counts.missed
    lines.append(
        f"who asked for the call: {counts.right} of {total} right, {counts.false} wrong, {counts.missed} missed"
    )
    return "\n".join(lines)


def _act_block(acts: ActScore) -> str:
    whole = max(acts.acts, 1)
    return (
        f"Acts: of {acts.acts} annotated ones the actor is right in {acts.actors} ({acts.actors / whole:.2f}) "
        f"and the type in {acts.types} ({acts.types / whole:.2f})"
    )


def _cells(count: Counts) -> str:
    return f"{count.precision:5.2f} {count.recall:5.2f} {count.f1:5.2f}"
