"""Finding the entries of lexicons in the tokens of a text."""

from __future__ import annotations

import marshal
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from readcompare.lexicon.entries import Entry, Lexicon, Mention
from readcompare.lexicon.pattern import GAP, WIDEST_GAP, Part, TokenPattern, accepts, as_written, parse_pattern, written
from readcompare.lexicon.tokens import Break, norm_of
from readcompare.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from readcompare.lexicon.tokens import Token

# Overlapping matches compete inside a whole lexicon, but for these only where the named property is the same.
_RIVALS_SHARE = {"topics": "id", "term_families": "family", "attribution": "part"}
_OPENING = 3  # letters of the second and third token that rules are found by
_AT_HAND = 1 << 14  # words whose rules are kept at hand
_LONGEST_LITERAL = 100  # letters of a word that the start or the end of one is looked for in
_LONGEST = 10_000  # more letters than any pattern has, so that one token more outweighs them


Rule = tuple[int, bool, int, int, tuple[str, ...]]
"""The place of an entry among all entries; whether the pattern undoes a match; how strong it is against others, the
greater the stronger; how many of its tokens are given whole; and how the tokens after the first one are written, with
`GAP` where a gap is. Plain values all through, so that they are stored in little room and read back quickly."""
Rules = Mapping[str, bytes]
"""Packed rules by how the tokens that their pattern wants begin, as far as it tells: see `_beginning`."""
Openings = tuple[Rules, Rules]
"""What comes after a first token: rules by the two tokens next to it, and by the one after a gap. Most rules for a
common word fail there. A rule that does not tell how its token after the gap begins stands in the first part."""
Tables = dict[str, dict[str, bytes]]
"""Packed openings by how their pattern begins: by the shape of the first token, and then by its letters. All is packed
with `marshal` until it is asked for: a text asks for few of the rules."""


class Placed(NamedTuple):
    """A rule, and where it stands in tables."""

    shape: str
    literal: str
    is_gapped: bool
    """True where it stands by the token after a gap."""
    opening: str
    rule: Rule


class _Candidate(NamedTuple):
    """A match before rivals are weighed; the smaller one is the stronger one."""

    strength_negated: int
    first: int
    wholes_negated: int
    order: int
    tokens: tuple[int, ...]


class _Clauses(Struct, frozen=True):
    """For each token the number of its clause."""

    phrases: list[int]
    """As far as consecutive tokens reach: over a line end, not over . ! ? ; or a blank line."""
    gaps: list[int]
    """As far as a gap reaches: not over a line end either."""
    openings: Mapping[str, Sequence[int]]
    """Where tokens stand that begin with these letters."""


class _Index:
    """Finds rules by the first three words."""

    def __init__(self, tables: Tables, *, cased: bool) -> None:
        self._whole, self._start, self._end, self._inside = (
            tables.get(_shape(part, cased=cased), {}) for part in (Part.WHOLE, Part.START, Part.END, Part.INSIDE)
        )
        self._openings = lru_cache(maxsize=_AT_HAND)(self._openings_of)

    def rules(self, word: str, second: str, third: str) -> list[Rule]:
        """Collect the rules whose pattern may begin with `word` and two tokens that begin with `second` and `third`."""
        found: list[Rule] = []
        beginnings = {_beginning(first, other) for first in ("", second) for other in ("", third)}
        for following, _ in self._openings(word):
            for beginning in beginnings & following.keys():
                found += unpacked(following[beginning])
        return found

    def gapped(self, word: str) -> list[Rules]:
        """Collect the rules whose pattern begins with `word` and a gap, by how the token after the gap begins."""
        return [later for _, later in self._openings(word) if later]

    def _openings_of(self, word: str) -> tuple[Openings, ...]:
        """The rules for all that a pattern may say for `word`."""
        found = [self._whole[word]] if word in self._whole else []
        if self._start:
            found += [self._start[start] for start in accumulate(word[:_LONGEST_LITERAL]) if start in self._start]
        if self._end:
            endings = (word[place:] for place in range(max(0, len(word) - _LONGEST_LITERAL), len(word)))
            found += [self._end[end] for end in endings if end in self._end]
        found += [openings for literal, openings in self._inside.items() if literal in word]
        return tuple(map(marshal.loads, found))


@lru_cache(maxsize=_AT_HAND)
def unpacked(rules: bytes) -> tuple[Rule, ...]:
    """The rules that are packed in `rules`."""
    return tuple(marshal.loads(rules))  # noqa: S302 - only what was packed here comes so far


class Matcher:
    """Finds the entries of all given lexicons in texts of one language.

    A language without patterns is no error: nothing is found in it. ValueError for a malformed pattern.
    """

    def __init__(self, lexicons: Iterable[Lexicon], language: str) -> None:
        entries = tuple(entry for lexicon in lexicons for entry in lexicon.entries)
        self._prepare(entries, tables_of(_placed(entries, language)), language)

    @classmethod
    def restored(cls, entries: Sequence[Entry], tables: Tables, language: str) -> Matcher:
        """Make a matcher again from its `entries`, which need no patterns, and its `tables`.

        An entry is looked at when a text mentions it and a rule when a text may, so both may be made one by one.
        """
        matcher = cls.__new__(cls)
        matcher._prepare(entries, tables, language)  # noqa: SLF001 - its own class
        return matcher

    def _prepare(self, entries: Sequence[Entry], tables: Tables, language: str) -> None:
        self.language = language
        self.entries = entries
        self.tables = tables
        self._met: dict[int, tuple[Entry, tuple[str, str]]] = {}
        self._folded, self._cased = _Index(tables, cased=False), _Index(tables, cased=True)
        self._rules = lru_cache(maxsize=_AT_HAND)(self._rules_of)
        self._gapped = lru_cache(maxsize=_AT_HAND)(self._gapped_of)

    @property
    def knows_language(self) -> bool:
        """True when any lexicon has a pattern in the language."""
        return any(self.tables.values())

    def mentions(self, tokens: Sequence[Token]) -> tuple[Mention, ...]:
        """Find what the tokens of one text mention, by place and then in the order of the lexicons.

        Where matches overlap, the one with more tokens wins, then the one with more literal characters, then the
        leftmost one; of two equal ones the one with fewer `*`, then the one earlier in the lexicon. Matches overlap
        when they share a token: what stands in a gap is free for others. `requires` is left to `apply_requires`,
        which needs the whole document.
        """
        candidates, undone = self._candidates(tokens)
        met = self._met
        rivals: defaultdict[tuple[str, str], list[_Candidate]] = defaultdict(list)
        for candidate in candidates:
            covers = undone.get(candidate.order)
            if not covers or not any(start <= candidate.first and candidate.tokens[-1] < end for start, end in covers):
                _, rivalled = met.get(candidate.order) or self._entry(candidate.order)
                rivals[rivalled].append(candidate)
        winners = sorted(
            (winner for group in rivals.values() for winner in _winners(group)),
            key=lambda winner: (winner.first, winner.tokens[-1], winner.order),
        )
        return tuple(self._mention(winner, tokens) for winner in winners)

    def _candidates(self, tokens: Sequence[Token]) -> tuple[list[_Candidate], dict[int, list[tuple[int, int]]]]:
        """Find all matches, and for each entry the token ranges that its exceptions cover."""
        starts = [token.norm[:_OPENING] for token in tokens]
        openings: defaultdict[str, list[int]] = defaultdict(list)
        for position, start in enumerate(starts):
            openings[start].append(position)
        clauses = _Clauses(
            phrases=list(accumulate(token.before is Break.CLAUSE for token in tokens)),
            gaps=list(accumulate(token.before is not Break.NONE for token in tokens)),
            openings=openings,
        )
        candidates: list[_Candidate] = []
        undone: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        following = zip(tokens, [*starts[1:], ""], [*starts[2:], "", ""], strict=False)
        for position, (token, second, third) in enumerate(following):
            rules: Iterable[Rule] = self._rules(token.norm, token.raw, second, third)
            for later in self._gapped(token.norm, token.raw):
                near = later.keys() & starts[position + 1 : position + 2 + WIDEST_GAP]
                rules = chain(rules, *(unpacked(later[start]) for start in near))
            for order, undoes, strength, wholes, rest in rules:
                matched = _match(rest, tokens, clauses, position) if rest else (position,)
                if matched is None:
                    continue
                if undoes:
                    undone[order].append((position, matched[-1] + 1))
                else:
                    candidates.append(_Candidate(-strength, position, -wholes, order, matched))
        return candidates, undone

    def _rules_of(self, norm: str, raw: str, second: str, third: str) -> tuple[Rule, ...]:
        """The rules whose pattern may begin with a word before two that begin with `second` and `third`."""
        return (*self._folded.rules(norm, second, third), *self._cased.rules(raw, second, third))

    def _gapped_of(self, norm: str, raw: str) -> tuple[Rules, ...]:
        """The rules whose pattern begins with a word and a gap."""
        return (*self._folded.gapped(norm), *self._cased.gapped(raw))

    def _entry(self, order: int) -> tuple[Entry, tuple[str, str]]:
        """An entry, and what it competes with others in."""
        known = self._met.get(order)
        if known is None:
            entry = self.entries[order]
            known = self._met[order] = entry, rivalry(entry)
        return known

    def _mention(self, candidate: _Candidate, tokens: Sequence[Token]) -> Mention:
        entry, _ = self._met[candidate.order]
        own = candidate.tokens
        span = tokens[own[0]].span
        if len(own) > 1:
            span = Span(span.start, tokens[own[-1]].span.end)
        return Mention(entry.layer, entry, span, own)


def tables_of(rules: Iterable[Placed]) -> Tables:
    """Put rules into tables; those at one place keep their order."""
    tables: dict[str, dict[str, tuple[dict[str, list[Rule]], dict[str, list[Rule]]]]] = {}
    for shape, literal, is_gapped, opening, rule in rules:
        openings = tables.setdefault(shape, {}).setdefault(literal, ({}, {}))
        openings[is_gapped].setdefault(opening, []).append(rule)
    return {
        shape: {
            literal: marshal.dumps(
                tuple({opening: marshal.dumps(its) for opening, its in part.items()} for part in parts)
            )
            for literal, parts in table.items()
        }
        for shape, table in tables.items()
    }


def placed(tables: Tables) -> Iterator[Placed]:
    """All rules of `tables`."""
    for shape, table in tables.items():
        for literal, openings in table.items():
            for is_gapped, rules_by_opening in enumerate(marshal.loads(openings)):  # noqa: S302 - as above
                for opening, rules in rules_by_opening.items():
                    for rule in unpacked(rules):
                        yield Placed(shape, literal, bool(is_gapped), opening, rule)


def _placed(entries: Iterable[Entry], language: str) -> Iterator[Placed]:
    for order, entry in enumerate(entries):
        for undoes, versions in ((False, entry.patterns), (True, entry.excepts)):
            for source in dict(versions).get(language, ()):
                pattern = parse_pattern(source)
                first, *after = pattern.runs[0]
                strength = pattern.tokens * _LONGEST + pattern.literals
                rest = [written(token) for token in after]
                for run in pattern.runs[1:]:
                    rest += [GAP, *map(written, run)]
                rule = (order, undoes, strength, pattern.wholes, tuple(rest))
                gapped = "" if after or not pattern.runs[1:] else _opening(pattern.runs[1][0])
                opening = gapped or _beginning(*map(_opening, after[:2]))
                yield Placed(_shape(first.part, cased=first.cased), first.literal, bool(gapped), opening, rule)


def _beginning(second: str = "", third: str = "") -> str:
    """How two tokens begin, as one key: `fol`, `fol dev`, ` dev` where only the third is told, and nothing at all."""
    return f"{second} {third}".rstrip()


def _opening(wanted: TokenPattern) -> str:
    """How the `norm` of a token must begin for it to be what is wanted; empty when the pattern does not tell."""
    part, literal, cased = wanted
    if part != Part.WHOLE and (part != Part.START or len(literal) < _OPENING):
        return ""
    return (norm_of(literal) if cased else literal)[:_OPENING]


def _shape(part: str, *, cased: bool) -> str:
    return f"={part}" if cased else part


def rivalry(entry: Entry) -> tuple[str, str]:
    """Entries with the same value compete for tokens."""
    shared = _RIVALS_SHARE.get(entry.layer)
    if shared is None:
        return entry.layer, ""
    return entry.layer, entry.id if shared == "id" else entry.text(shared, entry.id)


def _winners(rivals: list[_Candidate]) -> list[_Candidate]:
    """Choose the strongest candidates so that no two share a token."""
    taken: set[int] = set()
    winners = []
    for candidate in sorted(rivals):
        if taken.isdisjoint(candidate.tokens):
            taken.update(candidate.tokens)
            winners.append(candidate)
    return winners


def _match(rest: Sequence[str], tokens: Sequence[Token], clauses: _Clauses, position: int) -> tuple[int, ...] | None:
    """Give the indices of the tokens that a pattern matches from `position` on, with each gap as short as can be.

    The token at `position` is known to be what the pattern begins with; `rest` is what comes after it.
    """
    end = position + 1
    for place, wanted in enumerate(rest):
        if wanted == GAP:
            later = _after_gap(rest[place + 1 :], tokens, clauses, end)
            return (*range(position, end), *later) if later else None
        if (
            end == len(tokens)
            or clauses.phrases[end] != clauses.phrases[position]
            or not accepts(as_written(wanted), tokens[end])
        ):
            return None
        end += 1
    return tuple(range(position, end))


def _after_gap(later: Sequence[str], tokens: Sequence[Token], clauses: _Clauses, start: int) -> tuple[int, ...] | None:
    """The same for what comes after a gap that begins at `start`."""
    wanted = as_written(later[0])
    stop = min(start + WIDEST_GAP + 1, len(tokens))
    opening = _opening(wanted)
    following: Sequence[int] = range(start, stop)
    if opening:  # most gaps are looked over in vain
        places = clauses.openings.get(opening, ())
        following = places[bisect_left(places, start) : bisect_left(places, stop)]
    for position in following:
        if clauses.gaps[position] != clauses.gaps[start - 1]:
            return None
        if accepts(wanted, tokens[position]):
            matched = _match(later[1:], tokens, clauses, position)
            if matched is not None:
                return matched
    return None
