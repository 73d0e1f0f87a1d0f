"""Reading a comparison back from its JSON record, so that it can be shown again without the texts."""

from __future__ import annotations

import json
import re
from itertools import combinations
from typing import Any

from msgspec import Struct

from readcompare.errors import InputError, Problem
from readcompare.model.acts import BOTH, ActType, ReportedAct, Stance
from readcompare.model.alignment import Row
from readcompare.model.comparison import Comparison, Glance
from readcompare.model.findings import Finding
from readcompare.model.history import History
from readcompare.model.recipe import Recipe
from readcompare.model.sides import LETTERS, MAX_SIDES
from readcompare.model.synopsis import KIND
from readcompare.model.text import Document, Excerpt, Readout, Sentence, Span
from readcompare.sources.given import source_bytes, source_name
from readcompare.sources.text import decode
from readcompare.sources.typed_json import TypedReader

SCHEMA = 1
"""The version of the record that is read."""
MAX_RESULT_BYTES = 500_000_000
"""Largest record that is read: two books and what was found in them."""
_ROW = re.compile(r"R[1-9][0-9]*")


def read_result(path: str) -> Comparison:
    """The comparison of two whose JSON record stands at `path`; errors as `read_any_result`, also for several."""
    found = read_any_result(path)
    if isinstance(found, Comparison):
        return found
    raise InputError(Problem(message="this is the record of several accounts; one of two is needed", path=path))


def read_any_result(path: str) -> Comparison | Pairs:
    """The comparison, or those of any two of several accounts, whose record stands at `path` (`-`: standard input).

    Raises InputError, with all problems at once, for what is no such record: no JSON, another schema, a field of
    another type, a place outside its text, a row of a sentence that is not there.
    """
    name = source_name(path)
    text = decode(source_bytes(path, limit=MAX_RESULT_BYTES), name)
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"this is no JSON: {error.msg[:1].lower()}{error.msg[1:]}; it may have been cut off"
        raise InputError(Problem(message=message, path=name, line=error.lineno, column=error.colno)) from None
    except ValueError:  # Python reads no number of more than 4300 digits
        raise InputError(
            Problem(message="this is no record: a number in it has thousands of digits", path=name)
        ) from None
    except RecursionError:
        raise InputError(Problem(message="this is no record: it is nested too deeply", path=name)) from None
    schema = record.get("schema") if isinstance(record, dict) else None
    if schema != SCHEMA:
        told = "this is no record that `readcompare report -f json` wrote" if schema is None else f"schema {schema!r}"
        raise InputError(Problem(message=f"{told}; this version reads schema {SCHEMA}", path=name))
    reader = _Reader(name)
    kind = record.get("kind")
    if kind not in (None, KIND):
        raise InputError(Problem(message=f"kind {kind!r}; this version reads {KIND!r}, or no kind for two", path=name))
    found = reader.pairs(record) if kind else reader.comparison(record)
    if found is None or reader.problems:
        raise InputError(reader.problems)
    return found


class Pairs(Struct, frozen=True):
    """What the record of several accounts says: their table follows from it."""

    comparisons: tuple[Comparison, ...]
    """Every side with every other, in the order AB, AC, …, BC, …"""
    pivot: str
    """The letter of the side that the others are set against."""


class _ActRecord(Struct, frozen=True, kw_only=True):
    """An act as the record tells it: its words stand beside the rest, and one actor may be the word for both."""

    sentence: str
    span: Span
    actor: str
    actors: tuple[str, ...]
    inherited: bool
    type: ActType
    force: float
    stance: Stance
    addressee: str | None

    @property
    def verb(self) -> Excerpt:
        """The words that say so."""
        return Excerpt(self.sentence, self.span)

    @property
    def act(self) -> ReportedAct:
        """The value of the model."""
        return ReportedAct(
            type=self.type,
            verb=self.verb,
            actors=self.actors,
            is_joint=self.actor == BOTH,
            inherited=self.inherited,
            addressee=self.addressee,
            force=self.force,
            stance=self.stance,
        )


def _of_side(document: Document, acts: tuple[_ActRecord, ...]) -> tuple[tuple[ReportedAct, ...], ...]:
    """What each sentence of a text reports."""
    found: dict[str, list[ReportedAct]] = {}
    for act in acts:
        found.setdefault(act.sentence, []).append(act.act)
    return tuple(tuple(found.get(sentence.id, ())) for sentence in document.sentences)


class _Reader(TypedReader):
    """Turns plain JSON values into the frozen ones of the model."""

    _within = ""
    """Of several accounts the place of the comparison that is read."""

    def report(self, path: str, message: str) -> None:
        """Note what is wrong at the key `path`; what all comparisons share stands beside them."""
        if self._within and path.startswith("comparison.recipe"):
            path = path.removeprefix("comparison.")
        is_shared = path.startswith(("comparison", "sides", "pairs", "pivot"))
        super().report(path if is_shared else self._within + path, message)

    def pairs(self, record: dict[str, Any]) -> Pairs | None:
        """The comparisons of a synopsis; None when something is wrong, which then stands in `problems`."""
        about, sides, pairs = record.get("comparison"), record.get("sides"), record.get("pairs")
        if not isinstance(about, dict) or not isinstance(sides, list) or not 3 <= len(sides) <= MAX_SIDES:
            self.report("comparison, sides", f"a mapping and a list of three to {MAX_SIDES} are needed")
            return None
        wanted = list(combinations(range(len(sides)), 2))
        names = [LETTERS[a] + LETTERS[b] for a, b in wanted]
        told = (
            [pair.get("pair") if isinstance(pair, dict) else None for pair in pairs] if isinstance(pairs, list) else []
        )
        if told != names or not isinstance(pairs, list):
            self.report("pairs", f"the comparisons {', '.join(names)} are needed, in this order")
            return None
        pivot = record.get("pivot")
        if not isinstance(pivot, str) or len(pivot) != 1 or pivot not in LETTERS[: len(sides)]:
            self.report("pivot", f"one of the letters {', '.join(LETTERS[: len(sides)])} is needed")
            return None
        found = []
        for number, (pair, places, name) in enumerate(zip(pairs, wanted, names, strict=True)):
            self._within = f"pairs[{number}]."
            whole = pair | {"comparison": about | {"recipe": pair.get("recipe")}, "sides": [sides[n] for n in places]}
            before = len(self.problems)
            found.append(self.comparison(whole, name, places))
            # Of a wrong text every pair would say the same, so the first one says it.
            if len(self.problems) > before:
                return None
        # The rows of the table follow from the comparisons, so they are not read.
        return Pairs(tuple(comparison for comparison in found if comparison), pivot)

    def comparison(
        self, record: dict[str, Any], letters: str = "AB", places: tuple[int, int] = (0, 1)
    ) -> Comparison | None:
        """The comparison; None when something is wrong, which then stands in `problems`.

        `places` are those of its sides among all.
        """
        about, sides = record.get("comparison"), record.get("sides")
        if not isinstance(about, dict) or not isinstance(sides, list) or len(sides) != 2:
            self.report("comparison, sides", "a mapping and a list of two are needed")
            return None
        documents = [
            self._document(side, f"sides[{place}]", letter)
            for place, side, letter in zip(places, sides, letters, strict=True)
        ]
        title = self.read(str, about.get("title"), "comparison.title")
        date = self.read(str | None, about.get("date"), "comparison.date")
        participants = self.read(tuple[str, ...], about.get("participants"), "comparison.participants")
        recipe = self.read(Recipe, about.get("recipe"), "comparison.recipe")
        rows = self.read(tuple[Row, ...], record.get("rows"), "rows")
        findings = self.read(tuple[Finding, ...], record.get("findings"), "findings")
        glance = self._glance(record.get("glance"))
        notes = self.read(tuple[str, ...], record.get("notes"), "notes")
        acts = self.read(tuple[_ActRecord, ...], record.get("acts"), "acts")
        histories = self._histories(record.get("histories"))
        a, b = documents
        if self.problems or a is None or b is None:
            return None
        self._check_places(a, b, rows, findings, acts)
        return Comparison(
            title=title,
            date=date,
            participants=participants,
            recipe=recipe,
            a=a,
            b=b,
            rows=rows,
            findings=findings,
            glance=glance,
            notes=notes,
            acts=(_of_side(a, acts), _of_side(b, acts)),
            histories=histories,
        )

    def _histories(self, value: object) -> tuple[History | None, History | None]:
        """What is new on each side; a record of an earlier version has none."""
        sides = value if isinstance(value, dict) else {}
        a, b = (self.read(History | None, sides.get(side), f"histories.{side}") for side in "ab")
        return a, b

    def _document(self, side: object, path: str, letter: str) -> Document | None:
        readout: Readout = self.read(Readout, side, path)
        sentences: tuple[Sentence, ...] = self.read(
            tuple[Sentence, ...], side.get("sentences") if isinstance(side, dict) else None, path
        )
        if self.problems:
            return None
        end = 0
        for number, sentence in enumerate(sentences, start=1):
            span = sentence.span
            if sentence.id != f"{letter}{number}" or not end <= span.start < span.end <= len(readout.text):
                self.report(f"{path}.sentences[{number - 1}]", f"{letter}{number} with its place in the text is needed")
            end = span.end
        return Document(letter, readout, sentences)

    def _glance(self, value: object) -> Glance:
        """The facts: each is a pair in the model and a mapping from `a` and `b` in the record."""
        pairs = (
            {fact: [pair.get("a"), pair.get("b")] if isinstance(pair, dict) else pair for fact, pair in value.items()}
            if isinstance(value, dict)
            else value
        )
        glance: Glance = self.read(Glance, pairs, "glance")
        return glance

    def _check_places(
        self,
        a: Document,
        b: Document,
        rows: tuple[Row, ...],
        findings: tuple[Finding, ...],
        acts: tuple[_ActRecord, ...],
    ) -> None:
        """Every id and every excerpt points at something that is there."""
        spans = {sentence.id: sentence.span for document in (a, b) for sentence in document.sentences}
        for number, row in enumerate(rows):
            if not _ROW.fullmatch(row.id):
                self.report(f"rows[{number}].id", "an id such as R1 is needed")
            for sentence in (*row.a, *row.b, *([row.nearest] if row.nearest else [])):
                if sentence not in spans:
                    self.report(f"rows[{number}]", f"there is no sentence {sentence}")
            edits = [excerpt for edit in row.edits for excerpt in (*edit.a, *edit.b)]
            self._check_excerpts(edits, spans, f"rows[{number}]")
        for number, act in enumerate(acts):
            self._check_excerpts([act.verb], spans, f"acts[{number}]")
        left_out = sorted(spans.keys() - {sentence for row in rows for sentence in (*row.a, *row.b)})
        if left_out:
            self.report("rows", f"every sentence stands in a row, and {', '.join(left_out[:3])} stands in none")
        known = {row.id for row in rows}
        if len(known) < len(rows):
            self.report("rows", "every row has an id of its own")
        if a.readout.id == b.readout.id:
            self.report("sides", f"every side has an id of its own, and two are {a.readout.id!r}")
        for number, finding in enumerate(findings):
            self._check_excerpts(finding.evidence, spans, f"findings[{number}]")
            for row_id in set(finding.rows) - known:
                self.report(f"findings[{number}]", f"there is no row {row_id}")

    def _check_excerpts(self, excerpts: tuple[Excerpt, ...] | list[Excerpt], spans: dict[str, Span], path: str) -> None:
        for excerpt in excerpts:
            span = spans.get(excerpt.sentence)
            if span is None or not span.start <= excerpt.span.start <= excerpt.span.end <= span.end:
                self.report(path, f"there are no such characters in sentence {excerpt.sentence}")
