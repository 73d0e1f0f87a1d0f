"""Finding the entries of lexicons in the tokens of a text."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from readcompare.lexicon.entries import Entry, Lexicon, Mention
from readcompare.lexicon.pattern import GAP, WIDEST_GAP, Part, TokenPattern, accepts, as_written, parse_pattern, written
from readcompare.lexicon.tokens import Break
from readcompare.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readcompare.lexicon.tokens import Token

# Overlapping matches compete inside a whole lexicon, but for these only where the named property is the same.
_RIVALS_SHARE = {"topics": "id", "term_families": "family", "attribution": "part"}
_OPENING = 3  # letters of the second token that rules are found by
_AT_HAND = 1 << 14  # words whose rules are kept at hand
_LONGEST = 10_000  # more letters than any pattern has, so that one token more outweighs them


Rule = tuple[int, bool, int, int, tuple[str, ...]]
"""The place of an entry among all entries; whether the pattern undoes a match; how strong it is against others, the
greater the stronger; how many of its tokens are given whole; and how the tokens after the first one are written, with
`GAP` where a gap is. Plain values all through, so that they are stored in little room and read back quickly."""
Openings = Mapping[str, Sequence[Rule]]
"""Rules by the first letters of the token after the first one, as far as the pattern tells them, else by the empty
string: most rules for a common word fail there."""
Tables = Mapping[str, Mapping[str, Openings]]
"""Rules by how their pattern begins: by the shape of the first token, and then by its letters."""


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
    """Finds rules by the first two words."""

    def __init__(self, tables: Tables, *, cased: bool) -> None:
        self._whole, self._start, self._end, self._inside = (
            tables.get(_shape(part, cased=cased), {}) for part in (Part.WHOLE, Part.START, Part.END, Part.INSIDE)
        )
        # Each word is looked for in many ways, mostly in vain, and a set of its own answers soonest.
        self._wholes, self._starts, self._ends = map(frozenset, (self._whole, self._start, self._end))
        self._start_lengths, self._end_lengths = (sorted(set(map(len, known))) for known in (self._starts, self._ends))
        self._openings = lru_cache(maxsize=_AT_HAND)(self._openings_of)

    def rules(self, word: str, opening: str) -> list[Rule]:
        """Collect the rules whose pattern may begin with `word` and a token that begins with `opening`."""
        found: list[Rule] = []
        for openings in self._openings(word):
            found += openings.get("", ())
            if opening:
                found += openings.get(opening, ())
        return found

    def _openings_of(self, word: str) -> tuple[Openings, ...]:
        """The rules for all that a pattern may say for `word`."""
        length = len(word)
        found = [self._whole[word]] if word in self._wholes else []
        for size in self._start_lengths:
            if size > length:
                break
            if word[:size] in self._starts:
                found.append(self._start[word[:size]])
        for size in self._end_lengths:
            if size > length:
                break
            if word[length - size :] in self._ends:
                found.append(self._end[word[length - size :]])
        found += [self._inside[literal] for literal in self._inside if literal in word]
        return tuple(found)


class Matcher:
    """Finds the entries of all given lexicons in texts of one language.

    A language without patterns is no error: nothing is found in it. ValueError for a malformed pattern.
    """

    def __init__(self, lexicons: Iterable[Lexicon], language: str) -> None:
        entries = tuple(entry for lexicon in lexicons for entry in lexicon.entries)
        self._prepare(entries, _tables(entries, language), language)

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
        self._rivalries: dict[int, tuple[str, str]] = {}
        self._folded, self._cased = _Index(tables, cased=False), _Index(tables, cased=True)
        self._rules = lru_cache(maxsize=_AT_HAND)(self._rules_of)

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
        rivals: defaultdict[tuple[str, str], list[_Candidate]] = defaultdict(list)
        for candidate in candidates:
            covers = undone.get(candidate.order)
            if not covers or not any(start <= candidate.first and candidate.tokens[-1] < end for start, end in covers):
                order = candidate.order
                rivals[self._rivalries.get(order) or self._rivalry_of(order)].append(candidate)
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
        for position, (token, opening) in enumerate(zip(tokens, [*starts[1:], ""], strict=False)):
            for order, undoes, strength, wholes, rest in self._rules(token.norm, token.raw, opening):
                matched = _match(rest, tokens, clauses, position) if rest else (position,)
                if matched is None:
                    continue
                if undoes:
                    undone[order].append((position, matched[-1] + 1))
                else:
                    candidates.append(_Candidate(-strength, position, -wholes, order, matched))
        return candidates, undone

    def _rules_of(self, norm: str, raw: str, opening: str) -> tuple[Rule, ...]:
        """The rules whose pattern may begin with a word, when the word after it begins with `opening`."""
        return (*self._folded.rules(norm, opening), *self._cased.rules(raw, opening))

    def _rivalry_of(self, order: int) -> tuple[str, str]:
        found = self._rivalries[order] = rivalry(self.entries[order])
        return found

    def _mention(self, candidate: _Candidate, tokens: Sequence[Token]) -> Mention:
        entry = self.entries[candidate.order]
        own = candidate.tokens
        span = tokens[own[0]].span
        if len(own) > 1:
            span = Span(span.start, tokens[own[-1]].span.end)
        return Mention(entry.layer, entry, span, own)


def _tables(entries: Iterable[Entry], language: str) -> Tables:
    tables: dict[str, dict[str, dict[str, list[Rule]]]] = {}
    for order, entry in enumerate(entries):
        for undoes, versions in ((False, entry.patterns), (True, entry.excepts)):
            for source in dict(versions).get(language, ()):
                pattern = parse_pattern(source)
                first, *after = pattern.runs[0]
                table = tables.setdefault(_shape(first.part, cased=first.cased), {})
                strength = pattern.tokens * _LONGEST + pattern.literals
                rest = [written(token) for token in after]
                for run in pattern.runs[1:]:
                    rest += [GAP, *map(written, run)]
                rule = (order, undoes, strength, pattern.wholes, tuple(rest))
                opening = _opening(after[0]) if after else ""
                table.setdefault(first.literal, {}).setdefault(opening, []).append(rule)
    return tables


def _opening(wanted: TokenPattern) -> str:
    """How a folded token must begin to be what is wanted; empty when the pattern does not tell."""
    part, literal, cased = wanted
    told = not cased and (part == Part.WHOLE or (part == Part.START and len(literal) >= _OPENING))
    return literal[:_OPENING] if told else ""


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
