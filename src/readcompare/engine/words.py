"""The words of a row's side as items that difflib can compare."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from readcompare.engine.features import FILLER, PRINCIPAL, Record
from readcompare.engine.wording import Item
from readcompare.model.text import Document, Excerpt


def items(
    document: Document, records: Sequence[Record], indices: Sequence[int], *, one_language: bool
) -> tuple[Item, ...]:
    """In one language every word, folded; across two languages what a lexicon, a number or a name makes comparable.

    What cannot be compared is left out, so that no word is called different only because it is not known.
    """
    result: list[Item] = []
    for index in indices:
        sentence, record = document.sentences[index], records[index]
        if one_language:
            result += [
                Item(token.norm, Excerpt(sentence.id, token.span), place, place)
                for place, token in enumerate(record.tokens)
            ]
        else:
            result += _known(sentence.id, record)
    return tuple(result)


def _known(sentence: str, record: Record) -> list[Item]:
    starts = [token.span.start for token in record.tokens]
    # The participants and words such as "situation" or "hold" differ between any two languages and tell nothing.
    principals = [term.span for term in record.terms.values() if term.weight <= PRINCIPAL]
    terms = [
        term
        for term in record.named.values()
        if term.weight > FILLER
        and not term.key.startswith(("word:", "family:"))
        and not any(term.span.overlap(span) for span in principals)
    ]
    result: list[Item] = []
    end = -1
    # Where two terms share characters the longer one stands, so that no character is compared twice.
    for term in sorted(terms, key=lambda term: (term.span.start, -len(term.span), term.key)):
        if term.span.start >= end:
            end = term.span.end
            first, after = bisect_left(starts, term.span.start), bisect_left(starts, end)
            result.append(Item(term.key, Excerpt(sentence, term.span), first, after - 1))
    return result
