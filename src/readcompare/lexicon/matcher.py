"""Finding the entries of lexicons in the tokens of a text."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from readcompare.lexicon.entries import Entry, Lexicon, Mention
from readcompare.lexicon.pattern import WIDEST_GAP, Part, Runs, TokenPattern, accepts, parse_pattern
from readcompare.lexicon.tokens import Break
from readcompare.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readcompare.lexicon.tokens import Token

# Overlapping matches compete inside a whole lexicon, but for these only where the named property is the same.
_RIVALS_SHARE = {"topics": "id", "term_families": "family", "attribution": "part"}
_OPENING = 3  # letters of the second token that rules are found by
_AT_HAND = 1 << 14  # words whose rules are kept at hand


Rule = tuple[int, bool, tuple[int, int, int], Runs]
"""The place of an entry among all entries; whether the pattern undoes a match; how many tokens, literals and whole
tokens it has; and its runs. Plain tuples all through, so that they can be stored and read back quickly."""
Openings = Mapping[str, Sequence[Rule]]
"""Rules by the first letters of the token after the first one, as far as the pattern tells them, else by the empty
string: most rules for a common word fail there."""
Tables = Mapping[str, Mapping[str, Openings]]
"""Rules by how their pattern begins: by the shape of the first token, and then by its letters."""


class _Candidate(NamedTuple):
    """A match before rivals are weighed; the smaller one is the stronger one."""

    tokens_negated: int
    literals_negated: int
    first: int
    wholes_negated: int
    order: int
    tokens: tuple[int, ...]


class _Clauses(NamedTuple):
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
                rivals[self._rivalry_of(candidate.order)].append(candidate)
        winners = sorted(
            (winner for group in rivals.values() for winner in _winners(group)),
            key=lambda winner: (winner.first, winner.tokens[-1], winner.order),
        )
        return tuple(self._mention(winner, tokens) for winner in winners)

    def _candidates(self, tokens: Sequence[Token]) -> tuple[list[_Candidate], dict[int, list[tuple[int, int]]]]:
        """Find all matches, and for each entry the token ranges that its exceptions cover."""
        openings: defaultdict[str, list[int]] = defaultdict(list)
        for position, token in enumerate(tokens):
            openings[token.norm[:_OPENING]].append(position)
        clauses = _Clauses(
            phrases=list(accumulate(token.before is Break.CLAUSE for token in tokens)),
            gaps=list(accumulate(token.before is not Break.NONE for token in tokens)),
            openings=openings,
        )
        candidates: list[_Candidate] = []
        undone: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for position, token in enumerate(tokens):
            opening = tokens[position + 1].norm[:_OPENING] if position + 1 < len(tokens) else ""
            for order, undoes, (length, literals, wholes), runs in self._rules(token.norm, token.raw, opening):
                matched = (position,) if length == 1 else _match(runs, tokens, clauses, position)
                if matched is None:
                    continue
                if undoes:
                    undone[order].append((position, matched[-1] + 1))
                else:
                    candidates.append(_Candidate(-length, -literals, position, -wholes, order, matched))
        return candidates, undone

    def _rules_of(self, norm: str, raw: str, opening: str) -> tuple[Rule, ...]:
        """The rules whose pattern may begin with a word, when the word after it begins with `opening`."""
        return (*self._folded.rules(norm, opening), *self._cased.rules(raw, opening))

    def _rivalry_of(self, order: int) -> tuple[str, str]:
        known = self._rivalries.get(order)
        if known is None:
            known = self._rivalries[order] = rivalry(self.entries[order])
        return known

    def _mention(self, candidate: _Candidate, tokens: Sequence[Token]) -> Mention:
        entry = self.entries[candidate.order]
        span = Span(tokens[candidate.first].span.start, tokens[candidate.tokens[-1]].span.end)
        return Mention(entry.layer, entry, span, candidate.tokens)


def _tables(entries: Iterable[Entry], language: str) -> Tables:
    tables: dict[str, dict[str, dict[str, list[Rule]]]] = {}
    for order, entry in enumerate(entries):
        for undoes, versions in ((False, entry.patterns), (True, entry.excepts)):
            for source in dict(versions).get(language, ()):
                pattern = parse_pattern(source)
                first = pattern.first
                table = tables.setdefault(_shape(first.part, cased=first.cased), {})
                rule = (order, undoes, (pattern.tokens, pattern.literals, pattern.wholes), pattern.runs)
                table.setdefault(first.literal, {}).setdefault(_opening(pattern.runs[0]), []).append(rule)
    return tables


def _opening(run: Sequence[TokenPattern]) -> str:
    """How the folded token after the first one must begin; empty when the pattern does not tell."""
    second = run[1] if len(run) > 1 else None
    if (
        second is None
        or second.cased
        or not (second.part == Part.WHOLE or (second.part == Part.START and len(second.literal) >= _OPENING))
    ):
        return ""
    return second.literal[:_OPENING]


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


def _match(runs: Runs, tokens: Sequence[Token], clauses: _Clauses, position: int) -> tuple[int, ...] | None:
    """Give the indices of the tokens that `runs` match from `position` on, with each gap as short as can be.

    The token at `position` is known to be what the first run begins with.
    """
    run = runs[0]
    end = position + len(run)
    if end > len(tokens) or clauses.phrases[position] != clauses.phrases[end - 1]:
        return None
    for step in range(1, len(run)):
        if not accepts(run[step], tokens[position + step]):
            return None
    here = tuple(range(position, end))
    later = runs[1:]
    if not later:
        return here
    opening = later[0][0]
    for following in _reached(opening, clauses, end, min(end + WIDEST_GAP + 1, len(tokens))):
        if clauses.gaps[following] != clauses.gaps[end - 1]:
            return None
        if accepts(opening, tokens[following]):
            rest = _match(later, tokens, clauses, following)
            if rest is not None:
                return here + rest
    return None


def _reached(wanted: TokenPattern, clauses: _Clauses, start: int, stop: int) -> Sequence[int]:
    """The places from `start` to before `stop` where `wanted` may match: most gaps are looked over in vain."""
    part, literal, cased = wanted
    if cased or not (part == Part.WHOLE or (part == Part.START and len(literal) >= _OPENING)):
        return range(start, stop)
    places = clauses.openings.get(literal[:_OPENING], ())
    return places[bisect_left(places, start) : bisect_left(places, stop)]
