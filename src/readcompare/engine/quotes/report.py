"""A report taken apart: tokens, mentions, quotations, and statements that a quotation holds together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from readcompare.engine.quotes.marks import Quotation, quotations, without
from readcompare.engine.segment import segment
from readcompare.lexicon.entries import Mention
from readcompare.lexicon.matcher import Matcher
from readcompare.lexicon.tokens import Token, tokenise
from readcompare.model.text import Readout, Span

_INSERT = re.compile(r"[,!?…]\s*[—–-]\s+(?P<said>[^—–«»]{3,160}?)[.,]\s*[—–-]\s+")


class Kit(Struct, frozen=True):
    """What reading a report needs."""

    language: str
    entities: Matcher
    attribution: Matcher


class Statement(Struct, frozen=True):
    """Sentences that one quotation holds together, or one sentence; or a clause of it."""

    first: int
    """Index of its first token."""
    end: int
    span: Span
    paragraph: int


class Report:
    """One report, taken apart once; its fragments can be drawn for one cast after another."""

    def __init__(self, text: str, kit: Kit) -> None:
        """`text` is the report with everything blanked that is not running text."""
        self.text = text
        self.kit = kit
        self.tokens: tuple[Token, ...] = tokenise(text)
        mentions = kit.entities.mentions(_without_possessives(self.tokens))
        self.entities = _without_first_names([mention for mention in mentions if mention.layer == "entities"])
        self.verbs = tuple(mention for mention in mentions if mention.layer == "verbs")
        self.attribution: tuple[Mention, ...] = kit.attribution.mentions(self.tokens)
        whole = quotations(text)
        self.quotations = tuple(part for one in whole for part in self._parts(one))
        self.quoted = _covered(self.tokens, [one.span for one in self.quotations])
        self.statements = self._statements(whole)

    def places(self, *parts: str) -> frozenset[int]:
        """Indices of the tokens of the attribution lexicon's entries of these parts, quotations left out."""
        return frozenset(
            place
            for mention in self.attribution
            if mention.entry.text("part") in parts
            for place in mention.tokens
            if not self.quoted[place]
        )

    def _parts(self, quotation: Quotation) -> tuple[Quotation, ...]:
        """The quotation without the words of the report inside its marks."""
        inserts = []
        for match in _INSERT.finditer(self.text, quotation.span.start, quotation.span.end):
            said = Span(*match.span("said"))
            if any(said.overlap(span) for span in self._says()):
                inserts.append(Span(match.start() + 1, match.end()))
        return without(quotation, inserts) if inserts else (quotation,)

    def _says(self) -> Iterator[Span]:
        return (m.span for m in self.attribution if m.entry.text("part") in ("say", "tell", "impersonal"))

    def _statements(self, whole: Sequence[Quotation]) -> tuple[Statement, ...]:
        readout = Readout(id="report", name="report", text=self.text, language=self.kit.language, sha256="")
        sentences = segment(readout, "R").sentences
        joined: list[tuple[Span, int]] = []
        at = 0
        for sentence in sentences:
            while at < len(whole) and whole[at].outer.end <= sentence.span.start:
                at += 1
            if joined and at < len(whole) and whole[at].outer.start < joined[-1][0].end:
                joined[-1] = (Span(joined[-1][0].start, sentence.span.end), joined[-1][1])
            else:
                joined.append((sentence.span, sentence.paragraph))
        found, place = [], 0
        for span, paragraph in joined:
            first = place
            while place < len(self.tokens) and self.tokens[place].span.start < span.end:
                place += 1
            if place > first:
                found.append(Statement(first, place, span, paragraph))
        return tuple(found)


def _without_possessives(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with "Greece's" as "Greece", since lexicons do not hold that form of every name."""
    return tuple(
        replace(token, norm=token.norm[:-2], raw=token.raw[:-2]) if token.norm.endswith("'s") else token
        for token in tokens
    )


def _without_first_names(entities: Sequence[Mention]) -> tuple[Mention, ...]:
    """The entities without persons whose name is here the first name of the next one: Abbas Araghchi."""
    persons = {mention.first for mention in entities if mention.entry.text("kind") == "person"}
    return tuple(mention for mention in entities if mention.first not in persons or mention.end not in persons)


def _covered(tokens: Sequence[Token], spans: Sequence[Span]) -> tuple[bool, ...]:
    covered, at = [], 0
    for token in tokens:
        while at < len(spans) and spans[at].end <= token.span.start:
            at += 1
        covered.append(at < len(spans) and spans[at].start <= token.span.start)
    return tuple(covered)
