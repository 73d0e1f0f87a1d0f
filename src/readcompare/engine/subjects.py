"""Which of the named participants is the subject of a sentence, by word order and form."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from readcompare.lexicon.tokens import Token

_AND = frozenset("and und и et sowie".split())
_TOGETHER = frozenset("they both beide beiden они оба обе обоих двух участники each two ils tous deux".split())
_PLURAL_PRONOUNS = {
    "en": frozenset(["they"]),
    "de": frozenset(["sie"]),
    "ru": frozenset(["они"]),
    "fr": frozenset(["ils", "elles"]),
}
_PLURAL = ("en", "ern", "eln")
_NO_VERBS = frozenset(
    "gegen zwischen neben wegen hinten unten oben innen außen zusammen sondern denen deren den seinen ihren einen "
    "keinen meinen deinen unseren".split()
)
"""Other words before a German "sie" that end as verbs of several do."""
_FIRST_PERSON = {
    "en": (frozenset("i my me".split()), frozenset("we our".split())),
    "de": (frozenset("ich mir mich".split()), frozenset("wir uns".split())),
    "ru": (frozenset("я мне меня".split()), frozenset("мы нам нас".split())),
    "fr": (frozenset("je j' mes".split()), frozenset("nous nos".split())),
}
# "according to the President", "по словам Президента": whoever is named next speaks.
_ACCORDING = (
    ("according", "to"),
    ("in", "the", "view", "of"),
    ("in", "the", "words", "of"),
    ("nach", "den", "worten"),
    ("nach", "ansicht"),
    ("nach", "auffassung"),
    ("nach", "überzeugung"),
    ("nach", "angaben"),
    ("nach", "einschätzung"),
    ("aus", "sicht"),
    ("laut",),
    ("so",),
    ("по", "словам"),
    ("по", "мнению"),
    ("по", "убеждению"),
    ("по", "оценке"),
    ("по", "оценкам"),
    ("по", "выражению"),
    ("с", "точки", "зрения"),
    ("selon",),
    ("d'après",),
)
_LONGEST_SOURCE = max(map(len, _ACCORDING))
_SINGLE_PRONOUNS = {
    "en": frozenset("he she".split()),
    "de": frozenset("er sie".split()),
    "ru": frozenset("он она".split()),
    "fr": frozenset("il elle".split()),
}
_IN_HIS_WORDS = (
    "in his view",
    "in her view",
    "in his words",
    "in her words",
    "according to him",
    "according to her",
    "aus seiner sicht",
    "aus ihrer sicht",
    "seiner ansicht nach",
    "ihrer ansicht nach",
    "nach seinen worten",
    "nach ihren worten",
    "по его словам",
    "по ее словам",
    "по его мнению",
    "по ее мнению",
    "по его убеждению",
    "по ее убеждению",
    "selon lui",
    "selon elle",
    "à ses yeux",
)
# German reported speech without a verb of saying: the speaker is the one of the sentence before.
_SUBJUNCTIVE = frozenset(
    "sei seien habe müsse müssten solle sollten werde könne dürfe gebe wolle gelte brauche bestehe stehe gehe komme "
    "bleibe trage stelle mache lasse laufe liege bedeute führe sehe nehme diene gehöre wisse erwarte halte zeige "
    "bedürfe bedürften hätten wären".split()
)
_PREPOSITIONS = {
    "en": frozenset("with to of by from for on between against than about at toward towards".split()),
    "de": frozenset("mit von vom an bei beim zu zum zur für gegenüber zwischen gegen durch des eines über".split()),
    "ru": frozenset("с со от у к ко при для по между о об".split()),
    "fr": frozenset("avec de du à au par pour entre d'".split()),
}
_PLACES = frozenset("auf aus in unter на в dans sur".split())
"""Prepositions that may also end a verb, and make no subject of what follows them."""
_TITLES = frozenset(
    "president prime minister chancellor premier secretary präsident präsidenten ministerpräsident ministerpräsidenten "
    "premierminister bundeskanzler bundeskanzlerin kanzler kanzlerin außenminister außenministerin président ministre "
    "chancelier chancelière".split()
)
"""Words between a preposition and a name that may have a first name behind them: "mit Präsident Barack Obama"."""
_ARTICLES = frozenset("the der die dem den das le la l' m mme herr herrn frau mr mrs ms".split())
# Endings of Russian names and titles in other cases than the nominative.
_OBLIQUE = ("а", "у", "ом", "ым", "ем", "ой", "ы", "и", "е", "ому", "ого", "ами", "ами")
_OF_THE_DATIVE = ("у", "ю", "е")
_OF_SEVERAL = ("ов", "ей", "ам", "ах")
"""Endings of Russian offices of more than one person, which names, in capitals, may have in the nominative."""
# Names and words whose nominative looks like another case.
_NOMINATIVE = frozenset(
    "ангела анналена глава джорджа дуда илья кайя камала кисида лула майя мелони моди нарендра нетаньяху никита никола "
    "обама санду санна саркози си тереза урсула франсуа эмомали".split()
)
_UNDECLINED = frozenset("франсуа никола си эмомали".split())
"""First names that are the same in each case, so that the last name tells it."""
_CONSONANTS = tuple("бвгджзйклмнпрстфхцчшщ")
_THAT = frozenset(["dass", "что"])
_VERB_FIRST = ("de", "ru")
"""Languages in which a sentence without a subject begins with its verb."""
_DATIVE = frozenset("dem den des einem einen eines".split())
"""German articles that make what follows them no subject."""
_MASCULINE = (
    "iran",
    "irak",
    "libanon",
    "sudan",
    "südsudan",
    "jemen",
    "kongo",
    "kreml",
    "vatikan",
    "tschad",
    "oman",
    "niger",
)
"""Countries whose German article is "der" in the nominative, and what stands for one."""
_REACH = 8
"""Tokens from the start within which a subject stands in a sentence without a verb."""
_NEAR = 5
"""Tokens between a subject and its verb."""
_FEWEST = 2
_OWN_SHARE = 0.3
"""Words such as "I" and "our" for each sentence, from which on a writer speaks of himself."""


class Candidate(Struct, frozen=True):
    """A participant as the sentence names him or her."""

    person: str
    start: int
    """Index of the first token of the phrase in the sentence."""
    end: int
    """One past the last token."""
    is_title: bool
    """True for a bare title, such as "the President"."""


def subject_of(
    tokens: Sequence[Token], candidates: Sequence[Candidate], verbs: Sequence[int], language: str
) -> Candidate | None:
    """The participant who is the subject; `verbs` are the places of the reporting verbs.

    Whoever stands close before a verb comes first, in German and Russian also close after it; then whoever stands
    before all verbs.
    """
    content = _content_from(tokens, verbs, language)
    able = [
        candidate
        for candidate in candidates
        if candidate.start < content and may_be_subject(tokens, candidate, language)
    ]
    for verb in verbs:
        before = [candidate for candidate in able if 0 <= verb - candidate.end < _NEAR]
        if before:
            return before[-1]
    if language in _VERB_FIRST:
        for candidate in able:
            if any(0 < candidate.start - verb <= _NEAR for verb in verbs):
                return candidate
    for candidate in able:
        if candidate.start < max(min(verbs, default=_REACH), 2):
            return candidate
    return None


def _content_from(tokens: Sequence[Token], verbs: Sequence[int], language: str) -> int:
    """Where what is said begins, when the sentence begins with a verb: "Отмечено, что германская сторона не ответила".

    Not in English, where the subject may follow: "Stating that it was late, President Erdoğan said ...".
    """
    first = min(verbs, default=len(tokens))
    begins = (place for place in range(first + 1, min(first + _REACH, len(tokens))) if tokens[place].norm in _THAT)
    return next(begins, len(tokens)) if first < _NEAR and language in _VERB_FIRST else len(tokens)


def is_preposition(word: str, language: str) -> bool:
    """True for a word, in small letters, that makes what follows it no subject and no verb."""
    return word in _PREPOSITIONS.get(language, ())


def _is_initial(tokens: Sequence[Token], place: int) -> bool:
    """True for the letter of a first name, as in "В. Путин"; "В США" begins with a preposition.

    Of other names the case tells, so it does no harm to take "В Москве" for one.
    """
    letter, name = tokens[place], tokens[place + 1]
    if len(letter.raw) > 1 or not letter.raw.isupper() or not name.raw[0].isupper():
        return False
    return place > 0 or len(name.raw) == 1 or not name.raw.isupper()


def follows_preposition(tokens: Sequence[Token], place: int, language: str) -> bool:
    """True when a preposition stands before the name at `place`, maybe with an article, a title and a first name."""
    before = place - 1
    if before > 0 and _is_first_name(tokens[before], tokens[place]) and tokens[before - 1].norm in _TITLES:
        before -= 2
    while before >= 0 and (tokens[before].norm in _ARTICLES or _is_initial(tokens, before)):
        before -= 1
    return before >= 0 and (is_preposition(tokens[before].norm, language) or tokens[before].norm in _PLACES)


def _is_first_name(word: Token, following: Token) -> bool:
    """True for a word in capitals that no comma parts from the name behind it, and that is no title itself."""
    is_beside = following.span.start - word.span.end == 1
    return is_beside and word.raw[0].isupper() and word.norm not in _TITLES


def subjunctive_at(tokens: Sequence[Token], language: str) -> int | None:
    """The place of the verb by which a German sentence goes on with what somebody said; None when it has none."""
    places = (place for place, token in enumerate(tokens) if token.norm in _SUBJUNCTIVE)
    return next(places, None) if language == "de" else None


def named_as_source(tokens: Sequence[Token], candidates: Sequence[Candidate]) -> str | None:
    """The participant to whom the words of the sentence are ascribed: "according to President Putin"."""
    for candidate in candidates:
        before = candidate.start
        while before and tokens[before - 1].norm in _ARTICLES:
            before -= 1
        words = tuple(token.norm for token in tokens[max(0, before - _LONGEST_SOURCE) : before])
        if any(words[-len(phrase) :] == phrase for phrase in _ACCORDING):
            return candidate.person
    return None


def is_and(word: str) -> bool:
    """True for a word that joins two subjects."""
    return word in _AND


def is_together_word(word: str) -> bool:
    """True for "they" and "both", by which the participants act together."""
    return word in _TOGETHER


def plural_pronoun(word: str, language: str) -> bool:
    """True for "they"."""
    return word in _PLURAL_PRONOUNS.get(language, ())


def is_plural_sie(tokens: Sequence[Token], place: int, language: str) -> bool:
    """True for the German "sie" that means several: the verb beside it ends in -en, as those of one person do not."""
    if language != "de" or tokens[place].norm != "sie":
        return False
    verb = tokens[place + 1 : place + 2] if place == 0 else tokens[place - 1 : place]
    return bool(verb) and verb[0].raw.endswith(_PLURAL) and verb[0].raw.islower() and verb[0].norm not in _NO_VERBS


def single_pronoun(word: str, language: str) -> bool:
    """True for "he" and "she"."""
    return word in _SINGLE_PRONOUNS.get(language, ())


def first_person(word: str, language: str) -> bool:
    """True for "I" and "my"."""
    return language in _FIRST_PERSON and word in _FIRST_PERSON[language][0]


def is_in_first_person(tokens: Sequence[Token], sentences: int, language: str) -> bool:
    """True for a text of so many sentences whose writer speaks of himself: a post, a press conference."""
    own = frozenset(word for words in _FIRST_PERSON.get(language, ()) for word in words)
    words = sum(token.norm in own for token in tokens)
    return words >= max(_FEWEST, sentences * _OWN_SHARE)


def first_person_plural(word: str, language: str) -> bool:
    """True for "we" and "our"."""
    return language in _FIRST_PERSON and word in _FIRST_PERSON[language][1]


def goes_on(tokens: Sequence[Token], language: str) -> bool:
    """True when the sentence goes on with the speaker of the one before: a pronoun or reported speech."""
    words = [token.norm for token in tokens]
    if any(single_pronoun(word, language) for word in words):
        return True
    text = f" {' '.join(words)} "
    if any(f" {phrase} " in text for phrase in _IN_HIS_WORDS):
        return True
    return subjunctive_at(tokens, language) is not None


def may_be_subject(tokens: Sequence[Token], candidate: Candidate, language: str) -> bool:
    """False after a preposition, and in another case than the nominative: by the German article, the Russian ending."""
    if follows_preposition(tokens, candidate.start, language):
        return False
    if language == "de" and candidate.start:
        article = tokens[candidate.start - 1].norm
        # "der Kanzler" speaks, "der Kanzlerin" is spoken to.
        if article in _DATIVE or (article == "der" and tokens[candidate.start].norm.endswith("in")):
            return False
    if language == "ru":
        head = _head(tokens, candidate)
        several = head.norm.endswith(_OF_SEVERAL) and not head.raw[0].isupper()
        return head.norm in _NOMINATIVE or not (several or head.norm.endswith(_OBLIQUE))
    return True


def is_called(name: Sequence[Token]) -> bool:
    """True for a Russian name in the dative, before "позвонил": that of the one who was called."""
    return bool(name) and name[0].norm.endswith(_OF_THE_DATIVE) and name[0].norm not in _NOMINATIVE


def is_of_country(tokens: Sequence[Token], country: Candidate, language: str) -> bool:
    """True for "der USA" and "der Ukraine", which act only as "die USA" and "die Ukraine"; "der Iran" acts."""
    before = tokens[country.start - 1].norm if country.start else ""
    return language == "de" and before == "der" and not tokens[country.start].norm.startswith(_MASCULINE)


def _head(tokens: Sequence[Token], candidate: Candidate) -> Token:
    """The word that tells the case of a Russian name: the first name before it, where it is declined."""
    place = candidate.start
    before = tokens[place - 1] if place else None
    # At the beginning of a sentence any word has a capital, and a verb there ends in a consonant too.
    is_name = before and len(before.raw) > 1 and before.raw[0].isupper() and tokens[place].raw[0].isupper()
    if before and is_name and before.norm.endswith(_CONSONANTS):
        return before
    is_undeclined = tokens[place].norm in _UNDECLINED and candidate.end - place > 1
    return tokens[candidate.end - 1] if is_undeclined else tokens[place]
