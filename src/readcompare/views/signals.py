"""What each signal of the matcher means, in the words of a reader."""

from __future__ import annotations

_MEANINGS = {
    "concepts": "share of what both speak of",
    "coverage": "how much of the poorer sentence the other one covers",
    "mass": "weight of all that both have",
    "names": "names, terms and numbers in common",
    "topics": "topics in common",
    "parents": "wider topics in common",
    "setting": "countries and places in common that they or their paragraphs name",
    "paragraph": "share of what both of their paragraphs speak of",
    "verbs": "ways of reporting in common",
    "characters": "strings of letters in common",
    "words": "words in common",
    "fuzzy": "words that are spelled nearly alike",
    "clause": "share of what their two likest clauses have in common",
    "clause mass": "weight of all that their two likest clauses have in common",
    "opening": "both report that the conversation took place",
    "half opening": "one of them reports that the conversation took place",
    "closing": "both say how the two go on",
    "half closing": "one of them says how the two go on",
    "topics named": "both only name what was spoken of",
    "topics half named": "one of them only names what was spoken of",
    "force": "how far apart they are in force",
    "same actor": "the same one acts",
    "other actor": "somebody else acts",
    "distance": "how far apart they stand in the two texts",
    "meaning": "likeness in meaning by the encoder",
    "leads": "lead over all rivals",
    "least lead": "lead over the strongest rival",
    "best of one": "the likest pair of one of them",
    "best of both": "the likest pair of both of them",
    "neighbours": "whether the sentences beside them answer each other",
    "critical, one": "one of them accuses, demands or condemns",
    "critical, both": "both accuse, demand or condemn",
    "critical and cooperative": "one of them is critical, the other one cooperative",
    "denials": "words that deny",
    "denial, one": "one of them denies",
    "blame, one": "one of them names a cause or a culprit",
    "blame, both": "both name a cause or a culprit",
    "remedy, one": "one of them says what would help",
    "contrasts": "words that contrast",
    "judgements": "words that judge",
    "same names": "things that both name alike",
    "rival names": "things that they name differently",
    "rival names, charge": "how far apart such names are in charge",
    "own + own, one person": "two statements of one leader",
    "own + own, two persons": "statements of two leaders",
    "rivalry, least": "how surely both of them compete with a sentence",
    "rivalry, greatest": "how surely one of them competes with a sentence",
    "other answer, least": "how surely both of them have another answer",
    "other answer, greatest": "how surely one of them has another answer",
    "left over, least": "lesser share of what both have that the other answers of one leave over",
    "left over, greatest": "greater share of what both have that the other answers of one leave over",
    "left over mass": "weight of what both have that the other answers of one leave over",
}
_MANNERS = {
    "opening": "a sentence that opens",
    "closing": "a sentence that closes",
    "topic": "a sentence that names topics",
    "joint": "a joint statement",
    "own": "a statement of one leader",
    "unnamed": "a statement of nobody named",
}
_LEADS = {"least lead": "over the stronger rivals", "greatest lead": "over the weaker rivals"}


def meaning_of(signal: str) -> str:
    """What the signal named `signal` tells of two sentences; KeyError for one that no matcher has."""
    if signal in _MEANINGS:
        return _MEANINGS[signal]
    base, _, lead = signal.partition(", ")
    if lead in _LEADS:
        return f"{_MEANINGS[base]}, as a lead {_LEADS[lead]}"
    one, _, other = signal.partition(" + ")
    return f"{_MANNERS[one]} beside {_MANNERS[other]}"
