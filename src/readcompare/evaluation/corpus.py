"""The annotated calls: which texts are compared, and what a careful reader found in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from pathlib import Path

from msgspec import Struct

from readcompare.errors import InputError, Problem
from readcompare.evaluation.scoring import Answer, AnsweredRow
from readcompare.model.alignment import Certainty, RowKind
from readcompare.model.comparison import Comparison
from readcompare.model.text import Sentence, Span
from readcompare.sources.comparison_file import read_comparison_file
from readcompare.sources.disk import is_folder
from readcompare.sources.gold import Gold, check_complete, read_gold
from readcompare.sources.side_reader import SideFile
from readcompare.sources.text import read_text


class AnnotatedText(Struct, frozen=True):
    """One language version of a side, one annotated sentence a line."""

    language: str
    lines: tuple[Span, ...]
    """Where each annotated sentence stands in the text."""
    text: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """The annotated sentences."""
        return tuple(line.of(self.text) for line in self.lines)


class Case(Struct, frozen=True):
    """One call in one pair of languages."""

    call: str
    """Name of the call's folder."""
    path: str
    """Its comparison file."""
    a: AnnotatedText
    b: AnnotatedText
    gold: Gold

    @property
    def day(self) -> str:
        """The day of the call: one conversation may stand under two names, and is left out of learning as one."""
        return self.call[:10]

    @property
    def languages(self) -> str:
        """The pair, such as `de-ru`."""
        return f"{self.a.language}-{self.b.language}"

    @property
    def answer(self) -> Answer:
        """What the annotation says."""
        gold = self.gold
        return Answer(
            links=frozenset((link.a, link.b) for link in gold.links),
            competing=frozenset(gold.competing),
            one_sided=_names("A", gold.only_a) | _names("B", gold.only_b),
            ignored=_names("A", gold.ignore_a) | _names("B", gold.ignore_b),
            debatable=frozenset(gold.debatable),
            frame=_names("A", gold.frame_a) | _names("B", gold.frame_b),
        )


def read_corpus(folder: str, *, every_language: bool = False) -> tuple[Case, ...]:
    """The annotated calls below `folder`, sorted by name; each in its native languages or in every pair of them.

    Raises InputError when there is none, ConfigurationError when a file is not well formed.
    """
    if not is_folder(folder):
        raise InputError(Problem(message="there is no such folder", path=folder))
    paths = sorted(Path(folder).glob("*/gold.yaml"))
    if not paths:
        raise InputError(Problem(message="no annotated call here: no folder in it holds a gold.yaml", path=folder))
    return tuple(case for path in paths for case in _cases(path, every_language=every_language))


def predicted(comparison: Comparison, case: Case) -> Answer:
    """The rows of `comparison` in the sentence numbers of the annotation, mapped by character overlap."""
    a, b = (
        {sentence.id: line_of(sentence, side.lines) for sentence in document.sentences}
        for document, side in ((comparison.a, case.a), (comparison.b, case.b))
    )
    pairs: dict[bool, set[tuple[int, int]]] = {True: set(), False: set()}
    framed: set[str] = set()
    sure_links: set[tuple[int, int]] = set()
    sure_one_sided: set[str] = set()
    rows: list[AnsweredRow] = []
    for row in comparison.rows:
        lines_a, lines_b = {a[sentence] for sentence in row.a}, {b[sentence] for sentence in row.b}
        sure = row.certainty is Certainty.SURE
        rows.append(AnsweredRow(row.kind, frozenset(lines_a), frozenset(lines_b), sure))
        if row.kind.is_match or row.kind is RowKind.COMPETING:
            pairs[row.kind.is_match] |= set(product(lines_a, lines_b))
            sure_links |= set(product(lines_a, lines_b)) if sure and row.kind.is_match else set()
        elif row.kind is RowKind.FRAME:
            framed |= _names("A", lines_a) | _names("B", lines_b)
        elif sure:
            sure_one_sided |= _names("A", lines_a) | _names("B", lines_b)
    links = frozenset(pairs[True])
    linked = _names("A", [line for line, _ in links]) | _names("B", [line for _, line in links])
    everything = _names("A", range(1, len(case.a.lines) + 1)) | _names("B", range(1, len(case.b.lines) + 1))
    return Answer(
        links=links,
        competing=frozenset(pairs[False]) - links,
        one_sided=frozenset(everything - linked - framed),
        sure_links=frozenset(sure_links),
        sure_one_sided=frozenset(sure_one_sided),
        rows=tuple(rows),
    )


def line_of(sentence: Sentence, lines: Sequence[Span]) -> int:
    """The number, from 1, of the annotated line that shares most characters with `sentence`."""
    return 1 + max(range(len(lines)), key=lambda number: lines[number].overlap(sentence.span))


def _cases(path: Path, *, every_language: bool) -> list[Case]:
    described = read_comparison_file(str(path.with_name("comparison.yaml")))
    gold = read_gold(str(path))
    if len(described.sides) != 2:
        told = f"a call is annotated with two sides; the comparison beside this file has {len(described.sides)}"
        raise InputError(Problem(message=told, path=str(path)))
    versions = [_versions(side, every_language=every_language) for side in described.sides]
    for a, b in product(*versions):
        wrong = check_complete(gold, len(a.lines), len(b.lines))
        if wrong:
            raise InputError([Problem(message=message, path=str(path)) for message in wrong])
    return [Case(path.parent.name, str(path.with_name("comparison.yaml")), a, b, gold) for a, b in product(*versions)]


def _versions(side: SideFile, *, every_language: bool) -> list[AnnotatedText]:
    wanted = [version for version in side.texts if every_language or version.language == side.compare]
    return [_annotated(str(version.language), read_text(version.path, encoding=side.encoding)) for version in wanted]


def _annotated(language: str, text: str) -> AnnotatedText:
    lines, position = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            start = position + len(line) - len(line.lstrip())
            lines.append(Span(start, position + len(line.rstrip())))
        position += len(line)
    return AnnotatedText(language, tuple(lines), text)


def _names(letter: str, numbers: Sequence[int] | set[int] | frozenset[int] | range) -> frozenset[str]:
    return frozenset(f"{letter}{number}" for number in numbers)
