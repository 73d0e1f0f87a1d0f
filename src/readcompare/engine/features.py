"""What each sentence is about: one record a sentence, from which every signal is computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from readcompare.engine.acts import Act, Cast, Setting, acts_of
from readcompare.engine.clauses import clauses
from readcompare.engine.headings import is_stamp
from readcompare.engine.names import fold
from readcompare.engine.normalize import is_content, stemmer
from readcompare.engine.numbers import quantities
from readcompare.engine.progress import Share, silent
from readcompare.engine.reading import Reading
from readcompare.engine.subjects import is_in_first_person
from readcompare.lexicon.entries import Entry, Mention
from readcompare.lexicon.tokens import Token
from readcompare.model.text import Document, Span

WORD = "word:"
"""How the key of a word begins that no lexicon knows."""
UNKNOWN_WORD = 0.5
"""Weight of a content word that no lexicon knows; it can only meet itself."""
PRINCIPAL = 0.1
"""Weight of the participants, their offices and countries: they stand in every sentence."""
WHOLE = 0.5
"""Weight of that to which an entity belongs: of its country, of its region."""
FILLER = 0.2
"""Weight of a word such as "situation" that must not make a link alone."""
FAMILY = 0.7
"""Weight of a referent that has rival names: under whatever name, it is the same thing."""
QUANTITY = 0.7
"""Weight of a number or a date."""

_MEMORY = 6  # sentences before a sentence in which the person is looked for whom a pronoun means
_OFTEN = 100  # sentences after which the progress is told


class Term(Struct, frozen=True, gc=False):
    """Something a sentence speaks of."""

    key: str
    """`bridge:border`, `entities:belarus`, `n:4000`, `date:08-09`, `word:kuleba`: equal keys mean the same."""
    weight: float
    """How much it says, 0..1."""
    span: Span
    """Its first mention in the sentence, or the first by its own name."""
    is_whole: bool = False
    """True where only a part of it is named: Gaza for Rafah."""


class Record(Struct, frozen=True, gc=False):
    """One sentence as the engine sees it."""

    terms: Mapping[str, Term]
    """Concepts, entities, numbers, unknown names and words, by key; never changed."""
    clauses: tuple[Mapping[str, float], ...]
    """The terms of each clause by their weights, the participants left out; at least one, never changed."""
    topics: frozenset[str]
    """Topics of substance."""
    parents: frozenset[str]
    """The coarse topics they belong to."""
    matter: frozenset[str]
    """The same topics; where it names none, the one or two of the sentence before, with which it goes on."""
    matter_parents: frozenset[str]
    """The coarse topics they belong to."""
    words: tuple[str, ...]
    """Content words in folded letters, with repetitions."""
    stems: tuple[str, ...]
    """The same words as stems."""
    identity: tuple[str, ...]
    """Its folded words and numbers: sentences that differ in quotes, spaces, dashes or case alone have the same."""
    act: Act
    mentions: tuple[Mention, ...]
    tokens: tuple[Token, ...]
    is_heading: bool = False
    """True for a line above the text, which stands for no sentence of it."""
    is_footing: bool = False
    """The same for a line below it."""
    begins: bool = False
    """True for the first sentence of a paragraph."""
    is_stamp: bool = False
    """True for such a line that says nothing of the call: a date, an office, an address. It answers nothing."""

    @property
    def is_outside(self) -> bool:
        """True for a line above or below the text."""
        return self.is_heading or self.is_footing

    @property
    def weight(self) -> float:
        """Sum of the weights of its terms."""
        return sum(term.weight for term in self.terms.values())

    @property
    def known_weight(self) -> float:
        """The same of the terms that a lexicon knows, and of numbers."""
        return sum(term.weight for term in self.terms.values() if not term.key.startswith(WORD))

    @property
    def named(self) -> Mapping[str, Term]:
        """The terms that are named themselves, by key: where names are compared, Rafah is not Gaza."""
        return {key: term for key, term in self.terms.items() if not term.is_whole}


def extract(reading: Reading, cast: Cast, progress: Share = silent) -> tuple[Record, ...]:
    """The records of the sentences of a text, in order."""
    document, tokens, mentions = reading.document, reading.tokens, reading.mentions
    # An entry means the same wherever it stands, and the common ones stand in every other sentence.
    meanings = {id(entry): _meanings(entry, cast) for entry in {id(m.entry): m.entry for m in mentions}.values()}
    language = document.readout.language
    is_own_voice = is_in_first_person(tokens, len(document.sentences), language)
    ends = len(document.sentences) - reading.footings
    records: list[Record] = []
    token_at = mention_at = paragraph = 0
    for sentence in document.sentences:
        token_from, mention_from = token_at, mention_at
        while token_at < len(tokens) and tokens[token_at].span.start < sentence.span.end:
            token_at += 1
        while mention_at < len(mentions) and mentions[mention_at].span.start < sentence.span.end:
            mention_at += 1
        own_tokens, own_mentions = tokens[token_from:token_at], mentions[mention_from:mention_at]
        # The text begins below its headings.
        first = reading.headings if len(records) >= reading.headings else 0
        acts = tuple(record.act for record in records[max(first, len(records) - _MEMORY) :])
        after = ends - len(records) - 1
        begins = sentence.paragraph != paragraph
        paragraph = sentence.paragraph
        setting = Setting(cast, document.letter, language, acts, after, is_own_voice, begins)
        act = acts_of(own_mentions, own_tokens, token_from, setting)
        words = _Words(own_tokens, token_from, own_mentions, tuple(meanings[id(m.entry)] for m in own_mentions))
        record = _record(document, sentence.span, words, act)
        before = records[-1] if records else None
        if before and not begins and not record.topics and _goes_on(record, before):
            record = replace(record, matter=before.matter, matter_parents=before.matter_parents)
        record = replace(record, begins=begins)
        is_heading, is_footing = len(records) < reading.headings, len(records) >= ends
        if is_heading or is_footing:
            stamped = is_footing or is_stamp(document.text_of(sentence))
            record = replace(record, is_heading=is_heading, is_footing=is_footing, is_stamp=stamped)
        records.append(record)
        if len(records) % _OFTEN == 0:
            progress(len(records) / len(document.sentences))
    return tuple(records)


def _goes_on(record: Record, before: Record) -> bool:
    """True for a sentence that may speak of what the one before it speaks of: after a list nobody knows of what."""
    is_frame = record.act.opening or record.act.closing or before.is_outside
    return not is_frame and len(before.matter) <= MOST_GOING_ON


def headings_of(records: Sequence[Record]) -> int:
    """How many headings stand above a text."""
    return sum(record.is_heading for record in records)


def footings_of(records: Sequence[Record]) -> int:
    """How many lines stand below a text."""
    return sum(record.is_footing for record in records)


def beginning(records: Sequence[Record], count: int) -> Sequence[Record]:
    """The first `count` sentences of a text, with the headings above them."""
    return records[: headings_of(records) + count]


MOST_GOING_ON = 2
"""Topics of a sentence at most with which the next one can go on."""
Meanings = Sequence[tuple[str, float]]
"""The keys of what an entry stands for when sentences are matched, and their weights; none for some layers."""


class _Words(Struct, frozen=True):
    """The tokens and mentions of one sentence."""

    tokens: tuple[Token, ...]
    first: int
    """Index of the first token among all tokens of the text."""
    mentions: tuple[Mention, ...]
    meanings: tuple[Meanings, ...]
    """What each mention stands for."""


def _record(document: Document, span: Span, words: _Words, act: Act) -> Record:
    language = document.readout.language
    terms: dict[str, Term] = {}
    known: set[int] = set()
    for mention, meanings in zip(words.mentions, words.meanings, strict=True):
        if meanings:
            known.update(token - words.first for token in mention.tokens)
        for key, weight in meanings:
            if key not in terms or terms[key].weight < weight:
                terms[key] = Term(key, weight, mention.span, is_whole=key != meanings[0][0])
    for quantity in quantities(document.readout.text, span):
        terms.setdefault(quantity.key, Term(quantity.key, QUANTITY, quantity.span))
    content = [
        (number, token, stemmed)
        for number, token in enumerate(words.tokens)
        if (stemmed := _content(token.norm, language)) is not None
    ]
    for number, token, stemmed in content:
        if number in known:
            continue
        key = word_key(stemmed)
        terms.setdefault(key, Term(key, UNKNOWN_WORD, token.span))
    topics = [mention.entry for mention in words.mentions if mention.entry.layer == "topics"]
    substance = [entry for entry in topics if entry.text("kind") != "protocol"]
    names = frozenset(entry.id for entry in substance)
    told = [(term.key, term.weight, term.span) for term in terms.values() if term.weight > PRINCIPAL]
    return Record(
        terms=terms,
        clauses=clauses(document.readout.text, words.tokens, told),
        topics=names,
        parents=(parents := frozenset(entry.text("parent", entry.id) for entry in substance)),
        matter=names,
        matter_parents=parents,
        words=tuple(fold(token.norm) for _, token, _ in content),
        stems=tuple(stemmed for _, _, stemmed in content),
        identity=tuple(token.norm for token in words.tokens) or (span.of(document.readout.text),),
        act=act,
        mentions=words.mentions,
        tokens=words.tokens,
    )


@lru_cache(maxsize=1 << 14)
def _content(word: str, language: str) -> str | None:
    """The stem of a word that carries content; None for any other word and for a number."""
    if not is_content(word, language) or word[0].isdigit():
        return None
    return stemmer(language)(word)


@lru_cache(maxsize=1 << 14)
def word_key(stem: str) -> str:
    """The key of a word that no lexicon knows: folded to one spelling, so that a name meets itself across alphabets."""
    return f"{WORD}{fold(stem) or stem}"


def _meanings(entry: Entry, cast: Cast) -> Meanings:
    """What an entry stands for, and what that belongs to: "the French President" also for France, Rafah for Gaza.

    Not for the participants' own countries, which say nothing.
    """
    if entry.layer == "entities":
        key = f"entities:{entry.text('metonym_of', entry.id)}"
        if cast.is_principal(entry):
            return ((key, PRINCIPAL),)
        homes = cast.persons.values()
        wholes = [whole for whole in (entry.text("of"), *entry.names("within")) if whole and whole not in homes]
        return ((key, 1.0), *((f"entities:{whole}", WHOLE) for whole in wholes))
    if entry.layer == "bridge":
        return ((f"bridge:{entry.id}", entry.number("w", UNKNOWN_WORD)),)
    if entry.layer == "term_families":
        return ((f"family:{entry.text('family', entry.id)}", FAMILY),)
    return ()
