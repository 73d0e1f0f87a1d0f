"""The pages of answers: facts, terms, topics and order, line by line, each with the rows that a reader can go to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from readcompare.model.alignment import RowKind
from readcompare.model.comparison import Comparison
from readcompare.model.findings import Finding
from readcompare.model.text import Document, Excerpt
from readcompare.views.findings import kind_told, leading
from readcompare.views.glance import (
    ALONE,
    ASKED,
    LENGTHS,
    NONE,
    NOT_STATED,
    PUBLISHED,
    TOPICS,
    absent_by_side,
    counts,
    facts,
)
from readcompare.views.passages import visible
from readcompare.views.rows import GLYPHS, MOVED, UNSURE, RowView

_ID = re.compile(r"\b[A-I][1-9]\d*\b")
_NO_WORD = "no word found"
_TERMS = frozenset(["term", "evaluative", "hedge", "intensifier"])
_TOPICS = frozenset(["topic", "space"])
_ORDER = frozenset(["order"])


class Chart(StrEnum):
    """What the two numbers of a line are."""

    SHARE = "share"
    """Lengths of two bars, 0..1."""
    PLACE = "place"
    """Two places in their texts, from 0 for the beginning to 1 for the end."""


class Target(Struct, frozen=True):
    """Where a line leads."""

    words: str
    """What the rows have in common."""
    rows: tuple[str, ...] = ()
    """Ids of rows."""
    evidence: tuple[Excerpt, ...] = ()
    findings: str | None = None
    """Kind of findings to list; None for no list."""


class Line(Struct, frozen=True, kw_only=True):
    """One answer: a label, what it is for each side, and where it leads. All of it is display text."""

    label: str
    a: str = ""
    b: str = ""
    chart: Chart | None = None
    values: tuple[float, float] = (0.0, 0.0)
    """What is drawn for A and for B, 0..1."""
    target: Target | None = None


class Section(Struct, frozen=True):
    """Some lines under a heading."""

    title: str
    lines: tuple[Line, ...]


class Page(Struct, frozen=True):
    """One page of answers."""

    title: str
    sections: tuple[Section, ...]


Rows = tuple[RowView, ...]


def pages(comparison: Comparison, rows: Rows) -> tuple[Page, ...]:
    """All pages, the facts at a glance first; a page without answers says so."""
    makers: tuple[tuple[str, Callable[[Comparison, Rows], Iterator[Section]]], ...] = (
        ("At a glance", _glance),
        ("Terms", _terms),
        ("Topics", _topics),
        ("Order", _order),
    )
    return tuple(
        Page(title, tuple(section for section in make(comparison, rows) if section.lines)) for title, make in makers
    )


def kind_words(kind: str) -> str:
    """A kind of findings as a reader says it."""
    return kind.replace("_", " ")


def finding_kinds(comparison: Comparison) -> tuple[tuple[str, int], ...]:
    """The kinds of findings that occur, with their number, in the order of their first finding."""
    return tuple(Counter(str(finding.kind) for finding in comparison.findings).items())


def sides_of(finding: Finding) -> str:
    """The sentences that a finding points at: `A3 B2`."""
    return " ".join(dict.fromkeys(excerpt.sentence for excerpt in finding.evidence))


def _glance(comparison: Comparison, rows: Rows) -> Iterator[Section]:
    yield Section("Facts", tuple(_fact(comparison, rows, *told) for told in _told_facts(comparison)))
    yield Section("To be reported first", tuple(_finding(finding) for finding in leading(comparison.findings)))
    yield Section("Rows", tuple(_counts(rows)))
    kinds = (
        Line(label=kind_words(kind), a=str(number), target=Target(kind_words(kind), findings=kind))
        for kind, number in finding_kinds(comparison)
        if kind not in _TERMS | _TOPICS | _ORDER
    )
    yield Section("Findings by kind, but for those on the other pages", tuple(kinds))


def _told_facts(comparison: Comparison) -> Iterator[tuple[str, str, str]]:
    """The facts of every face, with when and as what each text was published; the topics have a page of their own."""
    found = {fact.question: (visible(fact.a), visible(fact.b)) for fact in facts(comparison)}
    a, b = (_status(document) for document in comparison.documents)
    yield ASKED, *found.pop(ASKED)
    yield PUBLISHED, *found.pop(PUBLISHED, (NOT_STATED, NOT_STATED))
    yield "Text", a, b
    found.pop(TOPICS, None)
    lengths_a, lengths_b = zip(*(found.pop(question) for question in LENGTHS), strict=True)
    for question, told in found.items():
        if question == ALONE:
            yield "Length of the text", _length(lengths_a), _length(lengths_b)
        yield question, *told


def _length(numbers: Sequence[str]) -> str:
    """How long a text is, on one line: the page is read without scrolling."""
    units = (question.lower() for question in LENGTHS)
    return ", ".join(
        f"{number} {unit[:-1] if number == '1' else unit}" for number, unit in zip(numbers, units, strict=True)
    )


def _status(document: Document) -> str:
    """In which language and as what the text of a side is at hand."""
    readout = document.readout
    told = [readout.language, f"wording: {readout.wording or NOT_STATED}"]
    if not readout.complete:
        told.append("an excerpt")
    return " · ".join(map(visible, told))


def _fact(comparison: Comparison, rows: Rows, question: str, a: str, b: str) -> Line:
    """A fact leads to what was found about it, else to the sentences that it names, else to where the texts begin."""
    if question == ASKED:
        about = [finding for finding in comparison.findings if finding.kind == "initiator"]
        if about:
            return Line(label=question, a=a, b=b, target=_target(about[0]))
    if question == ALONE:
        alone = (RowKind.ONLY_A, RowKind.ONLY_B, RowKind.COMPETING)
        target = Target("without counterpart", tuple(row.id for row in rows if row.kind in alone))
        return Line(label=question, a=a, b=b, target=target)
    named = {match.group() for match in _ID.finditer(f"{a} {b}")}
    about_it = _rows_with(rows, named)
    target = Target(question, about_it) if about_it else Target("from the beginning")
    return Line(label=question, a=a, b=b, target=target)


def _rows_with(rows: Rows, sentences: Iterable[str]) -> tuple[str, ...]:
    wanted = set(sentences)
    return tuple(row.id for row in rows if any(one.id in wanted for one in (*row.a, *row.b)))


def _counts(rows: Rows) -> Iterator[Line]:
    takes: dict[str, Callable[[RowView], bool]] = {MOVED: lambda row: row.moved, UNSURE: lambda row: not row.sure}
    for count in counts(rows):
        wanted = takes.get(count.sign, lambda row, sign=count.sign: GLYPHS[row.kind] == sign)
        chosen = tuple(row.id for row in rows if wanted(row))
        yield Line(label=f"{count.sign} {count.words}", a=str(count.number), target=Target(count.words, chosen))


def _terms(comparison: Comparison, rows: Rows) -> Iterator[Section]:  # noqa: ARG001 - every page is made alike
    for kind, about in _by_kind(comparison, _TERMS):
        yield _wordings(comparison, kind, about)


def _wordings(comparison: Comparison, kind: str, about: list[Finding]) -> Section:
    """Each finding with the words of both sides; with bars where some stand there more often than others."""
    sides = [_of_sides(comparison, finding) for finding in about]
    most = max(len(side) for pair in sides for side in pair)
    has_bars = most > 1
    lines = (
        Line(
            label=_without_words(comparison, finding),
            a=_listed(a),
            b=_listed(b),
            chart=Chart.SHARE if has_bars else None,
            values=(len(a) / most, len(b) / most) if has_bars else (0.0, 0.0),
            target=_target(finding),
        )
        for finding, (a, b) in zip(about, sides, strict=True)
    )
    scale = f" · bars: how often the words stand there, the longest one {most} times" if has_bars else ""
    return Section(f"{kind_words(kind).capitalize()}{scale}", tuple(lines))


def _topics(comparison: Comparison, rows: Rows) -> Iterator[Section]:
    # The topic with the most room has the whole bar: beside it small differences are seen.
    most = max((one.share for side in comparison.glance.topics for one in side), default=0.0) or 1.0
    rooms = f"Room for each topic, in order of first mention · the longest bar: {most:.0%} of the words on topics"
    yield Section(rooms, tuple(_rooms(comparison, rows, most)))
    yield Section("Share of the words by kind of row · a whole bar: all words", tuple(_room(comparison, rows)))
    for kind, about in _by_kind(comparison, _TOPICS):
        yield _wordings(comparison, kind, about)


def _rooms(comparison: Comparison, rows: Rows, most: float) -> Iterator[Line]:
    """The topics of both texts, each with its share of the words and its first sentence on either side."""
    sides = [{one.topic: one for one in side} for side in comparison.glance.topics]
    absent = [_NO_WORD if told == NONE else told for told in absent_by_side(comparison)]
    for topic in dict.fromkeys((*sides[0], *sides[1])):
        found = [side.get(topic) for side in sides]
        told = [
            f"{one.share:.0%} ({one.first})" if one else instead for one, instead in zip(found, absent, strict=True)
        ]
        shares = [one.share / most if one else 0.0 for one in found]
        yield Line(
            label=visible(topic),
            a=told[0],
            b=told[1],
            chart=Chart.SHARE,
            values=(shares[0], shares[1]),
            target=Target(visible(topic), _rows_with(rows, [one.first for one in found if one])),
        )


def _room(comparison: Comparison, rows: Rows) -> Iterator[Line]:
    """How much of each text stands in rows of each kind; a sentence in several rows is shared out among them."""
    weights = [_weights(document, rows) for document in comparison.documents]
    for count in counts(rows):
        kind = next((kind for kind, glyph in GLYPHS.items() if glyph == count.sign), None)
        if kind is None:
            continue
        a, b = (shares.get(kind, 0.0) for shares in weights)
        chosen = tuple(row.id for row in rows if row.kind is kind)
        yield Line(
            label=f"{count.sign} {count.words}",
            a=f"{a:.0%}",
            b=f"{b:.0%}",
            chart=Chart.SHARE,
            values=(a, b),
            target=Target(count.words, chosen),
        )


def _weights(document: Document, rows: Rows) -> dict[RowKind, float]:
    places: dict[str, list[RowKind]] = {}
    for row in rows:
        for view in (*row.a, *row.b):
            if view.id.startswith(document.letter):
                places.setdefault(view.id, []).append(row.kind)
    words = {one.id: len(document.text_of(one).split()) for one in document.sentences}
    whole = sum(words.values()) or 1
    shares: dict[RowKind, float] = {}
    for sentence, kinds in places.items():
        for kind in kinds:
            shares[kind] = shares.get(kind, 0.0) + words[sentence] / len(kinds) / whole
    return shares


def _order(comparison: Comparison, rows: Rows) -> Iterator[Section]:
    for kind, about in _by_kind(comparison, _ORDER):
        yield Section(kind_words(kind).capitalize(), tuple(_finding(finding) for finding in about))
    lines = []
    for row in rows:
        if not (row.a and row.b):
            continue
        a, b = row.a[0], row.b[0]
        places = _place(comparison.a, a.id), _place(comparison.b, b.id)
        sign = f"{row.gutter} {row.id}"
        target = Target(row.label, (row.id,))
        lines.append(Line(label=sign, a=a.id, b=b.id, chart=Chart.PLACE, values=places, target=target))
    yield Section("Where both speak of it, from beginning to end", tuple(lines))


def _place(document: Document, sentence_id: str) -> float:
    last = len(document.sentences) - 1
    return (int(sentence_id[1:]) - 1) / last if last else 0.0


def _by_kind(comparison: Comparison, kinds: Iterable[str]) -> Iterator[tuple[str, list[Finding]]]:
    wanted = set(kinds)
    for kind, _ in finding_kinds(comparison):
        if kind in wanted:
            yield kind, [finding for finding in comparison.findings if finding.kind == kind]


def _finding(finding: Finding) -> Line:
    return Line(label=f"{sides_of(finding)}  {kind_told(finding)}: {visible(finding.summary)}", target=_target(finding))


def _without_words(comparison: Comparison, finding: Finding) -> str:
    """What was found, without the words of both sides where these stand beside it."""
    return visible(finding.summary.split(f". {comparison.a.readout.name}: ")[0])


def _target(finding: Finding) -> Target:
    return Target(kind_words(finding.kind), finding.rows, finding.evidence)


def _of_sides(comparison: Comparison, finding: Finding) -> tuple[list[str], list[str]]:
    sides: tuple[list[str], list[str]] = ([], [])
    for excerpt in finding.evidence:
        document, _ = comparison.sentence(excerpt.sentence)
        sides[document is comparison.b].append(visible(excerpt.span.of(document.readout.text)))
    return sides


def _listed(words: list[str]) -> str:
    """Different words, each with its number when it stands there more than once."""
    told = [f"{word} ({number})" if number > 1 else word for word, number in Counter(words).items()]
    return ", ".join(told) or "-"
