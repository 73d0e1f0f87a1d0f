"""What a sentence reports somebody to do: the type of the act, in four languages."""

from __future__ import annotations

import pytest

from readcompare.engine.acts import Cast
from readcompare.engine.features import extract
from readcompare.engine.reading import read
from readcompare.engine.reporting import reported_acts
from readcompare.engine.segment import segment
from readcompare.intake import make_readout
from readcompare.model.acts import ReportedAct
from readcompare.sources.lexicon_files import shipped_matcher

CAST = Cast(
    {"merkel": "germany", "putin": "russia"},
    {"A": "germany", "B": "russia"},
    names={"merkel": "Angela Merkel", "putin": "Vladimir Putin"},
)
FRAME = {
    "en": "It was a call.",
    "de": "Es gab ein Gespräch.",
    "ru": "Состоялся разговор.",
    "fr": "Il y a eu un entretien.",
}


def acts(sentence: str, language: str, letter: str = "A") -> list[ReportedAct]:
    """The acts of a sentence in the middle of a text of side `letter`."""
    frame = FRAME[language]
    readout, _ = make_readout(f"{frame} {frame} {sentence}", side_id="x", name="x", language=language)
    document = segment(readout, letter)
    return list(reported_acts(document, extract(read(document, shipped_matcher(language)), CAST), CAST)[2])


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        (
            "en",
            "They discussed Syria, and the Chancellor called for a ceasefire.",
            [("discussed", ["Angela Merkel", "Vladimir Putin"]), ("called for", ["Angela Merkel"])],
        ),
        (
            "en",
            "The Chancellor informed President Putin about Syria, and requested help.",
            [("informed", ["Angela Merkel"]), ("requested", ["Angela Merkel"])],
        ),
        (
            "en",
            "The Chancellor called for restraint and President Putin rejected interference.",
            [("called for", ["Angela Merkel"]), ("rejected", ["Vladimir Putin"])],
        ),
        (
            "en",
            "The Chancellor proposed a ceasefire, and Russia accepted that.",
            [("proposed", ["Angela Merkel"]), ("accepted", ["Vladimir Putin"])],
        ),
        (
            "ru",
            "Лидеры обсудили Сирию, а Владимир Путин призвал к перемирию.",
            [("обсудили", ["Angela Merkel", "Vladimir Putin"]), ("призвал", ["Vladimir Putin"])],
        ),
    ],
)
def test_each_act_has_its_own_subject(language: str, sentence: str, expected: list[tuple[str, list[str]]]) -> None:
    told = [(act.verb.span, list(act.actors)) for act in acts(sentence, language)]
    text = f"{FRAME[language]} {FRAME[language]} {sentence}"
    assert [(span.of(text), actors) for span, actors in told] == expected


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        # What is voiced, conveyed or expressed is the act.
        ("en", "The Chancellor voiced deep concern about the fighting.", ["concern"]),
        ("de", "Die Bundeskanzlerin brachte ihre große Sorge zum Ausdruck.", ["concern"]),
        ("ru", "Владимир Путин выразил серьёзную обеспокоенность обстрелами.", ["concern"]),
        # How it is said tells the act too.
        ("en", "The Chancellor noted with satisfaction that trade grows.", ["welcome"]),
        ("ru", "С удовлетворением отмечено, что торговля растёт.", ["welcome"]),
        ("ru", "Владимир Путин с тревогой говорил о жертвах.", ["concern"]),
        # Who remarks something and gives figures informs.
        ("en", "The Chancellor noted that trade has reached 5 million euros.", ["inform"]),
        ("en", "The Chancellor noted that trade has reached 5 bn euros.", ["inform"]),
        ("de", "Die Bundeskanzlerin wies darauf hin, dass der Handel 5 Mrd. Euro erreicht habe.", ["inform"]),
        ("ru", "Владимир Путин отметил, что товарооборот достиг 5 трлн рублей.", ["inform"]),
        ("en", "The Chancellor noted that trade grows.", ["stress"]),
        # Who repeats a call calls; who stresses a commitment stresses.
        ("en", "President Putin reiterated his invitation to the Chancellor.", ["propose"]),
        ("ru", "Владимир Путин подтвердил готовность к переговорам.", ["commit"]),
        ("en", "The Chancellor underlined her country's unshakable commitment to peace.", ["stress"]),
        ("en", "President Putin stressed his readiness to help.", ["commit"]),
        # What somebody else must do is demanded.
        ("en", "The Chancellor stressed that Russia must withdraw its troops.", ["demand"]),
        ("en", "The Chancellor stressed that peace must be preserved.", ["stress"]),
        ("ru", "Подчёркнуто, что Киев должен выполнить соглашения.", ["demand"]),
        # What the speaker's own country will do is promised.
        ("en", "The Chancellor said that Germany would send doctors.", ["commit"]),
        ("en", "Germany, the Chancellor said, would send doctors.", ["commit"]),
        ("en", "The Chancellor said that Russia would send doctors.", ["inform"]),
        ("en", "The Chancellor confirmed that Germany will attend.", ["commit"]),
        ("en", "The Chancellor explained that Germany will attend.", ["inform"]),
        # Who speaks out for something urges it.
        ("en", "The Chancellor spoke out for an early ceasefire.", ["urge"]),
        ("de", "Die Bundeskanzlerin trat dafür ein, die Gespräche fortzusetzen.", ["urge"]),
        ("ru", "Владимир Путин высказался за отмену ограничений.", ["urge"]),
        ("fr", "La chancelière a plaidé pour un cessez-le-feu.", ["urge"]),
        # Figures inform, the name that somebody gives condemns.
        ("ru", "Владимир Путин отметил, что торговля выросла на 40 процентов.", ["inform"]),
        ("de", "Die Bundeskanzlerin bezeichnete den Angriff als verbrecherisch.", ["condemn"]),
        # What all confirm, or have their people do, they agree on.
        ("en", "The two leaders confirmed that the contacts would go on.", ["agree"]),
        ("ru", "Министрам поручено подготовить встречу.", ["agree"]),
        # German reported speech goes on without a verb of saying.
        ("de", "Grundlage jeder Lösung sei die territoriale Unversehrtheit.", ["stress"]),
        # What is judged, refused, denied, threatened.
        ("en", "The Chancellor said that Russia had violated the ceasefire.", ["accuse"]),
        ("en", "The Chancellor informed President Putin of violations of the ceasefire.", ["inform"]),
        ("ru", "Владимир Путин отметил, что Киев отказывается от переговоров.", ["accuse"]),
        ("ru", "Указано, что сообщения об ударах не соответствуют действительности.", ["deny"]),
        ("en", "The Chancellor said that reports of an attack were false and that this was untrue.", ["deny"]),
        ("en", "The Chancellor stressed that this would have serious consequences.", ["warn"]),
        ("de", "Die Bundeskanzlerin betonte, dies werde nicht unbeantwortet bleiben.", ["warn"]),
        ("en", "The Chancellor stated that what had happened at the embassy was completely unacceptable.", ["condemn"]),
        ("en", "The Chancellor raised concerns.", ["concern"]),
        # The topic is no act where a verb says what is done with it.
        ("de", "Die Lage sei ernst, unterstrich die Bundeskanzlerin.", ["stress"]),
        ("en", "In the call it was agreed that the teams would meet.", ["agree"]),
        ("de", "Nachdrücklich drangen die Bundeskanzlerin und Präsident Putin darauf, zu reden.", ["urge"]),
        # Each of two verbs has its own object.
        (
            "de",
            "Die Bundeskanzlerin hob hervor, die Lage sei ernst, und verurteilte den Angriff.",
            ["stress", "condemn"],
        ),
    ],
)
def test_the_type_of_the_act(language: str, sentence: str, expected: list[str]) -> None:
    assert [act.type.value for act in acts(sentence, language)] == expected


@pytest.mark.parametrize(
    ("language", "sentence", "wrong"),
    [
        ("en", "The Chancellor took part in an impartial hearing in March.", "inform"),
        ("en", "The ships went back to base in March.", "welcome"),
        ("en", "A phone call on Friday lasted an hour.", "urge"),
        ("en", "Crimes committed in the war were many.", "commit"),
        ("en", "The line of contact was quiet.", "stress"),
        ("de", "Die Einwanderung ist gestiegen.", "deny"),
        ("de", "Man wird dafür sorgen.", "concern"),
        ("de", "Ihr Anteil ist gestiegen.", "concern"),
        ("ru", "Сообщения о погоде поступили утром.", "inform"),
        ("ru", "Шоколад подорожал.", "condemn"),
        ("ru", "Вопросы представляют взаимный интерес.", "commit"),
        ("fr", "Les conseillers des ministres étaient là.", "propose"),
        ("fr", "Des garanties de sécurité existent.", "commit"),
    ],
)
def test_words_that_only_look_like_a_verb_report_nothing(language: str, sentence: str, wrong: str) -> None:
    assert wrong not in [act.type.value for act in acts(sentence, language)]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("de", "Mit Blick auf Libyen herrschte Einigkeit.", "both"),
        ("ru", "Условились продолжить контакты.", "both"),
        ("ru", "Условлено продолжить контакты.", "not stated"),
        ("en", "It was agreed to continue the contacts.", "not stated"),
    ],
)
def test_words_of_unity_make_an_agreement_everybodys(language: str, sentence: str, expected: str) -> None:
    assert [act.actor for act in acts(sentence, language)] == [expected]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Environmental issues were also on the table."),
        ("en", "Energy also figured in the conversation."),
        ("de", "Breiten Raum nahm die Flüchtlingspolitik ein."),
        ("de", "Auch der Gasstreit war Thema."),
        ("ru", "Речь зашла и о наблюдателях."),
        ("ru", "Отдельной темой стала миграция."),
        ("fr", "La sécurité a occupé une place centrale."),
    ],
)
def test_a_topic_is_named_in_many_ways(language: str, sentence: str) -> None:
    assert [act.type for act in acts(sentence, language)] == ["topic"]
