"""The shipped lexicons: every pattern can match, and every name they use is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from readcompare.lexicon.entries import Entry, Lexicon
from readcompare.lexicon.matcher import Matcher
from readcompare.lexicon.pattern import Part, TokenPattern, parse_pattern
from readcompare.lexicon.tokens import tokenise
from readcompare.sources.lexicon_files import LAYERS, shipped_lexicons

LANGUAGES = (
    "en",
    "de",
    "ru",
    "fr",
)  # the first three have patterns in every entry, French where there are words for it
EACH = [(layer, language) for layer in LAYERS for language in LANGUAGES]


def lexicon(layer: str) -> Lexicon:
    return next(one for one in shipped_lexicons() if one.name == layer)


def examples(pattern: str) -> Iterator[str]:
    """Texts that the pattern must match: bare, with other word parts, with filled gaps."""
    runs = parse_pattern(pattern).runs
    for more in ("", "xyz"):
        written = [" ".join(example(token, more) for token in run) for run in runs]
        yield " ".join(written)
        yield " x y z ".join(written)


def example(token: TokenPattern, more: str) -> str:
    before = more if token.part in (Part.END, Part.INSIDE) else ""
    after = more if token.part in (Part.START, Part.INSIDE) else ""
    return f"{before}{token.literal}{after}"


def alone(entry: Entry, language: str, pattern: str) -> Matcher:
    excepts = tuple((code, patterns) for code, patterns in entry.excepts if code == language)
    one = Entry(id=entry.id, layer=entry.layer, patterns=((language, (pattern,)),), excepts=excepts)
    return Matcher([Lexicon(entry.layer, (one,))], language)


@pytest.mark.parametrize("layer", LAYERS)
def test_no_id_stands_twice_in_a_layer(layer: str) -> None:
    counted = Counter(entry.id for entry in lexicon(layer).entries)
    assert [entry_id for entry_id, times in counted.items() if times > 1] == []


@pytest.mark.parametrize(("layer", "language"), EACH)
def test_every_pattern_matches_itself(layer: str, language: str) -> None:
    failed = [
        (entry.id, pattern, text)
        for entry in lexicon(layer).entries
        for pattern in dict(entry.patterns).get(language, ())
        for text in examples(pattern)
        if not alone(entry, language, pattern).mentions(tokenise(text))
    ]
    assert failed == []


@pytest.mark.parametrize(("layer", "language"), EACH)
def test_no_pattern_is_always_beaten_by_another_entry(layer: str, language: str) -> None:
    matcher = Matcher([lexicon(layer)], language)
    beaten = [
        (entry.id, pattern)
        for entry in lexicon(layer).entries
        for pattern in dict(entry.patterns).get(language, ())
        if not any(mention.id == entry.id for text in examples(pattern) for mention in matcher.mentions(tokenise(text)))
    ]
    assert beaten == []


def test_every_exception_undoes_something() -> None:
    idle = []
    for entry in (entry for one in shipped_lexicons() for entry in one.entries):
        for language, patterns in entry.excepts:
            bare = Entry(id=entry.id, layer=entry.layer, patterns=entry.patterns)
            matcher = Matcher([Lexicon(entry.layer, (bare,))], language)
            idle += [
                (entry.id, pattern)
                for pattern in patterns
                if not any(matcher.mentions(tokenise(text)) for text in examples(pattern))
            ]
    assert idle == []


def test_every_requirement_names_an_entity_or_a_topic() -> None:
    known = {entry.id for layer in ("entities", "topics") for entry in lexicon(layer).entries}
    required = {entry.requires for one in shipped_lexicons() for entry in one.entries if entry.requires}
    assert required
    assert required <= known


def test_every_whole_is_another_entity() -> None:
    entities = lexicon("entities").entries
    known = {entry.id for entry in entities}
    wholes = [
        (entry.id, whole)
        for entry in entities
        for whole in (entry.text("of"), entry.text("metonym_of"), *entry.names("within"))
        if whole
    ]
    assert [(part, whole) for part, whole in wholes if whole not in known or whole == part] == []
    assert [entry.id for entry in entities if entry.text("of") in entry.names("within")] == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "President Putin told Angela Merkel about the Minsk Agreements.",
            {("entities", "role.president_ru"), ("entities", "merkel"), ("topics", "minsk"), ("verbs", "inform")},
        ),
        (
            "de",
            "Sie forderte Russland zum wiederholten Mal auf, die Waffenruhe einzuhalten.",
            {("entities", "russia"), ("topics", "ceasefire"), ("verbs", "summon_to")},
        ),
        (
            "ru",
            "Ангела Меркель и Владимир Путин обсудили ситуацию на белорусско-польской границе.",
            {("entities", "merkel"), ("entities", "putin"), ("topics", "border"), ("verbs", "discuss")},
        ),
        (
            "fr",
            "Le Président de la République a appelé Vladimir Poutine à respecter la souveraineté de l’Ukraine.",
            {
                ("entities", "role.president_fr"),
                ("entities", "putin"),
                ("entities", "ukraine"),
                ("topics", "international_law"),
                ("verbs", "call_on"),
            },
        ),
    ],
)
def test_a_sentence_mentions_what_a_reader_sees(language: str, text: str, expected: set[tuple[str, str]]) -> None:
    found = {(mention.layer, mention.id) for mention in Matcher(shipped_lexicons(), language).mentions(tokenise(text))}
    assert expected <= found
    assert ("entities", "minsk_city") not in found


@pytest.mark.parametrize(
    ("language", "text", "entry_id", "expected"),
    [
        ("en", "They spoke in Minsk.", "minsk_city", True),
        ("en", "the Minsk agreements", "minsk_city", False),
        ("en", "contacts with Minsk", "by_gov.minsk_metonym", True),
        ("en", "in line with Minsk agreements", "by_gov.minsk_metonym", False),
        ("de", "die humanitäre Lage", "humanitarian_aid", True),
        ("de", "das humanitäre Völkerrecht", "humanitarian_aid", False),
        ("ru", "ответственность за удары", "hold_responsible", True),
        ("ru", "особая ответственность за мир", "hold_responsible", False),
        ("fr", "l'accès à Minsk", "minsk_city", True),
        ("fr", "les accords de Minsk", "minsk_city", False),
        ("fr", "l'aide humanitaire", "humanitarian_aid", True),
        ("fr", "le droit international humanitaire", "humanitarian_aid", False),
        ("fr", "pour qu'il vienne", "vienna", False),
        ("en", "told us so", "usa", False),
        ("en", "the U.S. economy", "usa", True),
        ("en", "It is important to speak.", "economy_trade", False),
        ("en", "the import of grain", "economy_trade", True),
        ("en", "the tension in Crimea", "crime", False),
        ("en", "the People's Republic of China", "donbas", False),
        ("en", "the people's republics of Donbass", "donbas", True),
        ("en", "the Great Patriotic War", "arms_supplies", False),
        ("en", "according to the law", "agreement", False),
        ("en", "education and mobility", "mobilisation", False),
        ("de", "zeigten sich zufrieden", "peace", False),
        ("de", "handelte unverzüglich", "economy_trade", False),
        ("de", "nicht nur Öl, sondern auch Gas", "special_c", False),
        ("de", "rief sie in Erinnerung", "history_memory", False),
        ("ru", "встреча с Генсеком Гутеррешем", "syria", False),
        ("ru", "удары по Восточной Гуте", "syria", True),
        ("ru", "сделка, заключённая в Стамбуле", "prisoners", False),
        ("ru", "миссия МАГАТЭ на станции", "iran_nuclear", False),
        ("ru", "беседа с друзьями", "syria_transition", False),
        ("ru", "диверсификация поставок", "hybrid_sabotage", False),
        ("ru", "объективное расследование", "object_target", False),
        ("ru", "семь лет спустя", "woman_family", False),
        ("ru", "во всём мире", "peace", False),
        ("ru", "прочный мир", "peace", True),
        ("ru", "в настоящее время", "demand_c", False),
        ("ru", "умеренная оппозиция", "death", False),
        ("ru", "в режиме видеоконференции", "regime_c", False),
        ("ru", "Министр внутренних дел", "international_law", False),
        ("fr", "visant à réduire", "people_movement", False),
        ("fr", "une vue de l'espace européen", "space_tech", False),
    ],
)
def test_look_alikes_are_told_apart(language: str, text: str, entry_id: str, *, expected: bool) -> None:
    mentions = Matcher(shipped_lexicons(), language).mentions(tokenise(text))
    assert (entry_id in {mention.id for mention in mentions}) is expected
