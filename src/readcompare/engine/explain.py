"""Why a row stands as it does, in short sentences a reader can check."""

from __future__ import annotations

from collections.abc import Sequence

from readcompare.engine.align import Group
from readcompare.engine.features import PRINCIPAL, Record, Term
from readcompare.model.alignment import RowKind
from readcompare.model.text import Document

_SHOWN = 4


def reasons(
    group: Group,
    documents: tuple[Document, Document],
    records: tuple[Sequence[Record], ...],
    likeness: float | None = None,
) -> tuple[str, ...]:
    """Up to four reasons: what the two sides share, who acts, and for a one-sided row what comes nearest.

    `likeness` is what a sentence encoder says about the row, or about the nearest sentence, 0..1; None without one.
    """
    side_a = [records[0][number] for number in group.a]
    side_b = [records[1][number] for number in group.b]
    if group.kind is RowKind.FRAME:
        if any(record.is_heading for record in (*side_a, *side_b)):
            return ("a line above the text",)
        is_footing = any(record.is_footing for record in (*side_a, *side_b))
        return ("a line below the text" if is_footing else "it names no subject of its own",)
    if not (side_a and side_b):
        return (*_nearest(group, documents, records), *_meaning(likeness))
    told = []
    if any(record.act.opening for record in side_a) and any(record.act.opening for record in side_b):
        told.append("both report that the conversation took place")
    shared = _shared(side_a, side_b, documents)
    if shared:
        told.append(f"shared: {', '.join(shared)}")
    if group.kind is RowKind.COMPETING and _other_actors(side_a, side_b):
        told.append("different actors")
    told += _meaning(likeness)
    return tuple(told) or ("similar words",)


def _meaning(likeness: float | None) -> tuple[str, ...]:
    if likeness is None:
        return ()
    return (f"likeness in meaning by the encoder: {likeness:.2f} of 1",)


def _nearest(
    group: Group, documents: tuple[Document, Document], records: tuple[Sequence[Record], ...]
) -> tuple[str, ...]:
    here = 0 if group.kind is RowKind.ONLY_A else 1
    other = documents[1 - here]
    if group.nearest is None:
        return (f"no sentence of {other.letter} comes near",)
    own = records[here][(group.a or group.b)[0]]
    near = records[1 - here][group.nearest]
    pair = ([own], [near]) if here == 0 else ([near], [own])
    shared = _shared(*pair, documents)
    common = f"; shared: {', '.join(shared)}" if shared else ""
    return (f"nearest in {other.letter}: {other.letter}{group.nearest + 1} ({group.score:.2f}){common}",)


def _shared(
    side_a: Sequence[Record], side_b: Sequence[Record], documents: tuple[Document, Document]
) -> tuple[str, ...]:
    """The strongest shared terms in the words of both texts, the participants left out."""
    terms_a, terms_b = _terms(side_a), _terms(side_b)
    common = [key for key in terms_a if key in terms_b and terms_a[key].weight > PRINCIPAL]
    common.sort(key=lambda key: (-terms_a[key].weight, key))
    told = []
    for key in common:
        words = [
            " ".join(term.span.of(document.readout.text).split())
            for term, document in zip((terms_a[key], terms_b[key]), documents, strict=True)
        ]
        told.append(words[0] if words[0].casefold() == words[1].casefold() else " / ".join(words))
    return tuple(dict.fromkeys(told))[:_SHOWN]


def _terms(side: Sequence[Record]) -> dict[str, Term]:
    return {key: term for record in side for key, term in record.named.items()}


def _other_actors(side_a: Sequence[Record], side_b: Sequence[Record]) -> bool:
    actors_a = frozenset(actor for record in side_a for actor in record.act.actors)
    actors_b = frozenset(actor for record in side_b for actor in record.act.actors)
    return bool(actors_a and actors_b and not actors_a & actors_b)
