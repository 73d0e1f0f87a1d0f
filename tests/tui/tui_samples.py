"""Small comparisons made by hand, for the screen's tests."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from readcompare.model.alignment import Certainty, Edit, EditKind, Row, RowKind
from readcompare.model.comparison import Comparison, Glance
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.recipe import Recipe
from readcompare.model.text import Document, Excerpt, Readout, Sentence, Span, Wording

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What one row shall hold: its kind and the sentences of each side."""

    kind: RowKind
    a: tuple[str, ...] = ()
    b: tuple[str, ...] = ()
    sure: bool = True
    moved: bool = False
    nearest: str | None = None
    reasons: tuple[str, ...] = ()
    edits: bool = False
    """True to mark every word that the other side lacks."""


def make_comparison(
    pairs: Sequence[Pair],
    *,
    title: str = "A call",
    names: tuple[str, str] = ("Berlin", "Moscow"),
    notes: tuple[str, ...] = (),
    wording: Wording | None = None,
    complete: bool = True,
    findings: tuple[Finding, ...] = (),
) -> Comparison:
    """A comparison whose texts are the sentences of `pairs`, one line each."""
    a = _document("A", names[0], [text for pair in pairs for text in pair.a], None, complete=True)
    b = _document("B", names[1], [text for pair in pairs for text in pair.b], wording, complete=complete)
    rows = []
    next_a = next_b = 1
    for number, pair in enumerate(pairs, start=1):
        ids_a = tuple(f"A{next_a + place}" for place in range(len(pair.a)))
        ids_b = tuple(f"B{next_b + place}" for place in range(len(pair.b)))
        next_a, next_b = next_a + len(pair.a), next_b + len(pair.b)
        rows.append(
            Row(
                id=f"R{number}",
                kind=pair.kind,
                a=ids_a,
                b=ids_b,
                score=0.61,
                certainty=Certainty.SURE if pair.sure else Certainty.CHECK,
                moved=pair.moved,
                nearest=pair.nearest,
                reasons=pair.reasons,
                edits=_edits(a, ids_a, b, ids_b) if pair.edits else (),
            )
        )
    return Comparison(
        title=title,
        date=None,
        participants=(),
        recipe=Recipe(),
        a=a,
        b=b,
        rows=tuple(rows),
        findings=findings,
        glance=Glance((None, None), (0, 0), (0, 0), (0, 0), (0, 0)),
        notes=notes,
    )


def _document(letter: str, name: str, texts: Sequence[str], wording: Wording | None, *, complete: bool) -> Document:
    text = "\n".join(texts)
    readout = Readout(
        id=letter.lower(),
        name=name,
        text=text,
        language="en",
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        wording=wording,
        complete=complete,
    )
    sentences, start = [], 0
    for number, line in enumerate(texts, start=1):
        sentences.append(Sentence(f"{letter}{number}", Span(start, start + len(line)), number))
        start += len(line) + 1
    return Document(letter, readout, tuple(sentences))


def _edits(a: Document, ids_a: Sequence[str], b: Document, ids_b: Sequence[str]) -> tuple[Edit, ...]:
    """On A every word that B lacks is replaced; on B every word that A lacks is inserted."""
    words_a, words_b = _words(a, ids_a), _words(b, ids_b)
    common = {word for word, _ in words_a} & {word for word, _ in words_b}
    changed = tuple(excerpt for word, excerpt in words_a if word not in common)
    added = tuple(excerpt for word, excerpt in words_b if word not in common)
    return (Edit(EditKind.REPLACE, changed, ()), Edit(EditKind.INSERT, (), added))


def _words(document: Document, ids: Sequence[str]) -> list[tuple[str, Excerpt]]:
    found = []
    for sentence in map(document.sentence, ids):
        for match in _WORD.finditer(document.text_of(sentence)):
            span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            found.append((match.group(), Excerpt(sentence.id, span)))
    return found


HOSTILE = (
    "He [sic] said [/foo] and [bold]|this|[/bold] <b>too</b> =1+1,\ttab, \x1b[31mred\x1b[0m, \u202eback, $x {y} \\[z]."
)
WIDE = (
    "双方就共同关心的国际和地区问题交换了意见，并同意保持密切沟通。ｆｕｌｌ 한국어 "
    "👍🏽 👨\u200d👩\u200d👧 ❤\ufe0f e\u0301."
)
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwe" * 5

MIXED = make_comparison(
    [
        Pair(kind=RowKind.SAME, a=("The two leaders spoke today.",), b=("There was a telephone conversation.",)),
        Pair(
            kind=RowKind.PARTIAL,
            a=("The Chancellor condemned the use of migrants and called on him to act.",),
            b=("The leaders exchanged views on migrants.", "They agreed to go on with the discussion of this."),
            sure=False,
            edits=True,
            reasons=("Shared terms: migrants [sic].",),
        ),
        Pair(kind=RowKind.COMPETING, a=(HOSTILE,), b=(WIDE,), moved=True, sure=False),
        Pair(kind=RowKind.FRAME, a=("Other topics were discussed.",), b=("Other issues were touched upon.",)),
        Pair(kind=RowKind.ONLY_A, a=(f"{LONG} was raised.",), nearest="B3"),
        Pair(kind=RowKind.ONLY_B, b=("He suggested direct contacts with Minsk.",), sure=False),
        Pair(kind=RowKind.SAME, a=("They agreed to stay in touch.",), b=("They agreed to keep in touch.",), edits=True),
        Pair(kind=RowKind.FRAME, a=("The call was long.",), b=("The call was long.",)),
    ],
    title="Call [/bold] one",
    names=("Berlin [x]", "Moscow"),
    notes=("Moscow: language [en] recognised from the text",),
    wording=Wording.RECONSTRUCTION,
)


def excerpt(sentence: str, words: str) -> Excerpt:
    document, found = MIXED.sentence(sentence)
    start = document.readout.text.index(words, found.span.start)
    return Excerpt(sentence, Span(start, start + len(words)))


def finding(kind: FindingKind, summary: str, row: str, *evidence: Excerpt) -> Finding:
    return Finding(kind=kind, severity=0.5, confidence=0.5, summary=summary, rows=(row,), evidence=evidence)


FOUND = replace(
    MIXED,
    findings=(
        finding(FindingKind.OMISSION, "A5 is not said [/x] in B.", "R5", excerpt("A5", "was raised")),
        finding(FindingKind.INITIATOR, "B alone states who asked.", "R1", excerpt("B1", "telephone")),
        finding(FindingKind.OMISSION, "B6 is not said in A.", "R6", excerpt("B6", "Minsk")),
    ),
)
"""`MIXED` with findings."""
