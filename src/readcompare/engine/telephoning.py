"""Whether "called" means the telephone: told by who stands behind it, and by what stands behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readcompare.lexicon.entries import Mention
from readcompare.lexicon.tokens import Break, Token

_CALLED = "called"
_ARTICLES = frozenset("the his her their its both".split())
_PERSONS = ("person", "role")
_OFFICES = frozenset(
    "president prime minister chancellor premier king queen prince princess emir sheikh sultan secretary taoiseach "
    "leader counterpart colleague".split()
)
"""Whoever bears one can be telephoned, also when the lexicon does not know the name."""
_TO_BE = ("elect", "designate")
_GOES_ON = frozenset(
    "about after again ahead amid and as at because before but by concerning during earlier following for from in just "
    "last late later of on over regarding shortly since that this to today tomorrow tonight twice upon when where "
    "while who whom with yesterday monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december".split()
)
"""With these a sentence goes on that is told of a telephone call; whoever is named something is named it at once."""
_IS_CALLED = frozenset("was were is are be been being so what which".split())


def telephoned(mentions: tuple[Mention, ...], tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """The mentions of a text without each "called" that means another thing: calling for, calling on, calling names.

    "Called the Turkish President to discuss grain" stays, "called the Turkish President a friend" goes.
    """
    if not any(_is_bare(mention, tokens) for mention in mentions):
        return mentions
    # Of entities that begin at one token the longest counts.
    entities: dict[int, Mention] = {}
    for mention in mentions:
        known = entities.get(mention.first)
        if mention.layer == "entities" and (known is None or known.end < mention.end):
            entities[mention.first] = mention
    return tuple(mention for mention in mentions if not _is_bare(mention, tokens) or _rings(mention, entities, tokens))


def _is_bare(mention: Mention, tokens: Sequence[Token]) -> bool:
    return mention.layer == "modality" and len(mention.tokens) == 1 and tokens[mention.first].norm == _CALLED


def _rings(verb: Mention, entities: Mapping[int, Mention], tokens: Sequence[Token]) -> bool:
    if verb.first and tokens[verb.first - 1].norm in _IS_CALLED:
        return False
    place, is_somebody = verb.end, False
    if place < len(tokens) and tokens[place].norm in _ARTICLES:
        place += 1
    while place < len(tokens) and tokens[place].before is not Break.CLAUSE:
        entity, word = entities.get(place), tokens[place]
        if word.norm in _GOES_ON and is_somebody:
            break
        if entity:
            place, is_somebody = entity.end, is_somebody or entity.entry.text("kind") in _PERSONS
        elif word.norm in _OFFICES or word.raw[0].isupper():
            place, is_somebody = place + 1, is_somebody or word.norm in _OFFICES
        elif word.norm in _TO_BE and is_somebody:
            place += 1
        else:
            break
    if not is_somebody or tokens[place - 1].norm.endswith("'s"):
        return False
    if place == len(tokens) or tokens[place].before is Break.CLAUSE:
        return True
    return tokens[place].norm in _GOES_ON or tokens[place].norm[0].isdigit()
