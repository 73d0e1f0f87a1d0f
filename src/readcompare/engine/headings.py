"""The lines around a text: its title, its date line, who announces it; below it a date, labels and addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from readcompare.engine.formulas import tells_of_talk
from readcompare.lexicon.entries import Mention
from readcompare.model.text import Document, Sentence

Mentions = Callable[[Sentence], Sequence[Mention]]
"""Gives what a sentence mentions."""

_MOST = 6
"""Lines above a text at most: house, office, release, date, title, "the spokesman announced:". As many below it."""
_ENDED = re.compile(r"[.!?…][\s)\]»”“\"']*\Z")
_SHORTENED = re.compile(r"(?:[^\W\d_]\.){2,}")  # "Washington, D.C." is no end, at the end of a short line
_SHORT = 5
"""Words of such a line."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"[^\W\d_]{2,}")
_OF_A_DATE = 3
"""Words of a line that is a date: a day, a month, "года"."""
_SPOKEN = 3.0
"""Force of the verbs of a title: "speaks with"."""
_MUCH = 2
"""How many times as long as the text the lines above it may be."""
_AGAIN = 2 / 3
"""Share of what a title mentions that the sentence mentions which it announces."""
_ANNOUNCED = 40
"""Sentences below a title among which the one is that it announces."""
_GOES_ON = (",", ";")
_ITEM = re.compile(r"[^\w\s\"'„“”«»(\[]\s|\(?(?:\d{1,2}(?!\.\s\w+\s\d{4})|[a-zа-я])[.)]\s")  # no date, no initial
_BEGINNING = 2
"""Sentences below the lines of which one says that there was a conversation."""
_ADDRESS = re.compile(r"@|https?:|\bwww\.|\b[a-z-]+\.(?:ru|de|gov|int|org|com|uk|fr|cn|eu)/")
_LABEL = re.compile(
    r"(?:from|published|posted on|updated|delivered on|publication date|direct link|text version|tags?|filed under"
    r"|issued by|press contacts?|contacts?"
    r"|опубликован\w*|обновлен\w*|дата публикации|ссылка|текстовая версия|версия для печати|теги|материалы по теме"
    r"|veröffentlicht|stand|schlagw[oö]rte?r?|mehr zum thema|(?:presse)?kontakt|herausgeber"
    r"|publié|date de publication|mots[- ]clés|contacts? presse)\b[^:\n]{0,30}:",
    re.IGNORECASE,
)
"""What stands in pages above or below a text and before a colon."""


def headings(document: Document, mentions_of: Mentions) -> int:
    """How many sentences at the beginning of `document` are lines above the text.

    None ends as a sentence does, but above "the spokesman announced:" and above a date or an office a summary may stand
    that does. They say again what stands below. So where nobody is named who announces it, the last line that says that
    there was a conversation is none when the text begins with what was spoken about. Nor is one that tells of another
    act ("Russia agreed to a ceasefire"), unless the text tells of it too, nor are the items of a list, nor lines much
    longer than the rest, as in a text whose lines have no full stops.
    """
    sentences = document.sentences
    first = sentences[:_MOST]

    def says_nothing_of_its_own(sentence: Sentence) -> bool:
        mentions = mentions_of(sentence)
        place = sentences.index(sentence) + 1
        others = sentences[place : place + _ANNOUNCED]
        return not _tells_of_more(mentions) or any(_says_again(mentions, mentions_of(other)) for other in others)

    def is_above(sentence: Sentence) -> bool:
        text = document.text_of(sentence)
        return _is_line(text) and (text.endswith(":") or says_nothing_of_its_own(sentence))

    above = len(tuple(takewhile(is_above, sentences[: _MOST + 1])))
    announced = max((place for place, one in enumerate(first, 1) if is_stamp(document.text_of(one))), default=0)
    if announced > above and all(map(says_nothing_of_its_own, sentences[: announced - 1])):
        above = announced
    below = sentences[above:]
    if not 0 < above <= _MOST or _MUCH * _words(document, below) <= _words(document, sentences[:above]):
        return 0
    announcer = sentences[above - 1]
    if document.text_of(announcer).endswith(":") and _named(mentions_of(announcer)):
        return above
    last = max((place for place in range(above) if tells_of_talk(mentions_of(sentences[place]))), default=above)
    told_again = [mentions for mentions in map(mentions_of, below[:_BEGINNING]) if tells_of_talk(mentions)]
    if last < above and not _is_line(document.text_of(sentences[last])):
        # A summary, or the first sentence itself with the date below it: "Continued was the exchange on Ukraine".
        told_again = [one for one in told_again if _named(one) & _named(mentions_of(sentences[last]))]
    return above if told_again else last


def footings(document: Document, above: int) -> int:
    """How many sentences at the end of `document`, which has `above` headings, are dates, labels and addresses."""
    own = document.sentences[above + 1 :][::-1][:_MOST]
    return len(tuple(takewhile(lambda sentence: _is_footing(document.text_of(sentence)), own)))


def is_date(text: str) -> bool:
    """True for a line that is a date: it has a year and next to no words."""
    return bool(_YEAR.search(text)) and len(_WORD.findall(text)) <= _OF_A_DATE and not text.endswith(":")


def is_stamp(text: str) -> bool:
    """True for a line above a text that says who announces it or publishes it, and when, and nothing of the call."""
    return text.endswith(":") or is_date(text) or bool(_LABEL.match(text))


def _is_footing(text: str) -> bool:
    return bool(_LABEL.match(text) or (_is_line(text) and (_ADDRESS.search(text) or is_date(text))))


def _tells_of_more(mentions: Sequence[Mention]) -> bool:
    """True for a verb of more force than that they spoke, or that somebody says so."""
    return any(_is_act(mention) for mention in mentions)


def _is_act(mention: Mention) -> bool:
    return mention.layer == "verbs" and mention.entry.number("force", _SPOKEN) > _SPOKEN


def _named(mentions: Sequence[Mention]) -> set[str]:
    return {mention.id for mention in mentions if mention.layer == "entities"}


def _says_again(mentions: Sequence[Mention], others: Sequence[Mention]) -> bool:
    """True when a sentence that mentions `others` tells of the act that `mentions` tell of, and of what it is about."""
    found = {(mention.layer, mention.id) for mention in others}
    own = {(mention.layer, mention.id) for mention in mentions}
    acts = {(mention.layer, mention.id) for mention in mentions if _is_act(mention)}
    return acts <= found and len(own & found) >= _AGAIN * len(own)


def _is_line(text: str) -> bool:
    words = text.split(None, _SHORT)
    is_shortened = 1 < len(words) <= _SHORT and _SHORTENED.fullmatch(words[-1])
    is_of_a_year = len(words) <= _SHORT and _YEAR.search(text)
    is_ended = _ENDED.search(text) and not is_shortened and not is_of_a_year
    return not is_ended and not text.endswith(_GOES_ON) and not _ITEM.match(text)


def _words(document: Document, sentences: Sequence[Sentence]) -> int:
    return sum(len(document.text_of(sentence).split()) for sentence in sentences)
