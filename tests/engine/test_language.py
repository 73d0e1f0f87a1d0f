"""Language recognition: whole readouts without a mistake, short texts where they tell, `und` where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readcompare.engine.language import recognise

READOUTS = sorted((Path(__file__).parents[2] / "readouts").glob("*/*.??.txt"))


@pytest.mark.parametrize("path", READOUTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_sample_readout_is_recognised(path: Path) -> None:
    assert recognise(path.read_text(encoding="utf-8")) == path.suffixes[0].removeprefix(".")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "pl",
            (
                "Prezydent Andrzej Duda rozmawiał przez telefon z prezydentem Ukrainy. "
                "Rozmowa dotyczyła sytuacji na granicy oraz pomocy, która jest potrzebna."
            ),
        ),
        (
            "uk",
            (
                "Президент України провів телефонну розмову з канцлером Німеччини. "
                "Сторони обговорили ситуацію на фронті та подальшу допомогу."
            ),
        ),
        (
            "bg",
            (
                "Президентът проведе телефонен разговор с канцлера на Германия. "
                "Двамата обсъдиха положението в региона и помощта за Украйна."
            ),
        ),
        ("sr", "Председник је разговарао телефоном са канцеларком Немачке. Они су разговарали о ситуацији у региону."),
        ("be", "Прэзідэнт правёў тэлефонную размову з канцлерам Германіі. Бакі абмеркавалі сітуацыю на мяжы."),
        ("zh", "国家主席习近平同德国总理通电话。"),
        ("ja", "岸田総理大臣は、ドイツのショルツ首相と電話会談を行いました。"),
        (
            "es",
            (
                "El Presidente mantuvo una conversación telefónica con la canciller alemana. "
                "Los dos líderes hablaron de la situación en Ucrania."
            ),
        ),
        (
            "it",
            (
                "Il Presidente ha avuto una conversazione telefonica con la cancelliera tedesca. "
                "I due leader hanno discusso della situazione in Ucraina."
            ),
        ),
        (
            "pt",
            (
                "O Presidente teve uma conversa telefónica com a chanceler alemã. "
                "Os dois líderes falaram sobre a situação na Ucrânia."
            ),
        ),
        (
            "nl",
            (
                "De minister-president heeft gebeld met de Duitse bondskanselier. "
                "Zij spraken over de situatie in Oekraïne en de hulp die nodig is."
            ),
        ),
        (
            "cs",
            (
                "Prezident hovořil telefonicky s německou kancléřkou. "
                "Oba lídři jednali o situaci na Ukrajině a o pomoci, která je třeba."
            ),
        ),
        (
            "sk",
            (
                "Prezidentka hovorila telefonicky s nemeckým kancelárom. "
                "Obaja lídri rokovali o situácii na Ukrajine a o pomoci, ktorá je potrebná."
            ),
        ),
        (
            "tr",
            (
                "Cumhurbaşkanı Erdoğan, Rusya Devlet Başkanı Putin ile bir telefon görüşmesi gerçekleştirdi. "
                "Görüşmede ikili ilişkiler ele alındı."
            ),
        ),
        (
            "sv",
            (
                "Statsministern talade i telefon med den tyska förbundskanslern. "
                "De diskuterade läget i Ukraina och det stöd som behövs."
            ),
        ),
        (
            "da",
            (
                "Statsministeren talte i telefon med den tyske forbundskansler. "
                "De drøftede situationen i Ukraine og den hjælp, der er brug for af alle."
            ),
        ),
        (
            "no",
            (
                "Statsministeren snakket i telefonen med den tyske forbundskansleren. "
                "De drøftet situasjonen i Ukraina og hjelpen som trengs etter krigen, og også av oss."
            ),
        ),
        (
            "hu",
            (
                "A miniszterelnök telefonon beszélt a német kancellárral. "
                "Megbeszélték az ukrajnai helyzetet és azt, hogy mi a teendő."
            ),
        ),
        (
            "fi",
            (
                "Presidentti puhui puhelimessa Saksan liittokanslerin kanssa. "
                "He keskustelivat tilanteesta, joka on vakava, ja avusta."
            ),
        ),
        (
            "ro",
            (
                "Președintele a avut o convorbire telefonică cu cancelarul Germaniei. "
                "Cei doi lideri au discutat despre situația din Ucraina."
            ),
        ),
        ("el", "Ο Πρόεδρος μίλησε τηλεφωνικά με την καγκελάριο."),
        ("he", "הנשיא שוחח בטלפון עם הקנצלרית"),
        ("ar", "تحدث الرئيس هاتفيا مع المستشارة الألمانية"),
        ("fa", "رئیس‌جمهور با صدراعظم آلمان تلفنی گفتگو کرد"),
        ("ko", "대통령은 독일 총리와 전화 통화를 했다."),
        ("hi", "राष्ट्रपति ने जर्मन चांसलर से फोन पर बात की"),
        ("ka", "პრეზიდენტმა ისაუბრა"),
        ("hy", "Նախագահը հեռախոսով խոսեց"),
        ("kk", "Президент Германия канцлерімен телефон арқылы сөйлесті. Тараптар екіжақты қатынастарды талқылады."),
        (
            "hr",
            "Predsjednik je razgovarao telefonom s njemačkom kancelarkom. Oni su razgovarali o situaciji u Ukrajini.",
        ),
        ("de", "Merkel und Putin haben heute telefoniert."),
        ("en", "Merkel and Putin spoke by phone today."),
        ("ru", "Путин и Меркель поговорили по телефону."),
        ("fr", "Merkel et Poutine se sont parlé au téléphone."),
        (
            "mk",
            (
                "Претседателот разговараше по телефон со канцеларката. "
                "Тие разговараа за состојбата во регионот и ќе се сретнат."
            ),
        ),
        ("de", "Telefongespräch mit Putin"),
        ("ru", "Состоялся телефонный разговор."),
        ("ru", "Разговор Путина с Меркель"),
        ("en", "Telephone conversation with Putin"),
        ("fr", "Entretien avec M. Poutine"),
        ("en", "President Erdoğan of Türkiye spoke to President Zelenskyy and to the Élysée."),
        ("de", "Das Außenministerium in Київ teilte mit, dass das Gespräch nicht zustande kam."),
        ("de", "Das Gespräch war gut."),
        ("de", "Weitere Hilfstransporte bedürften, so Merkel, der Zustimmung."),
        ("en", "The President reiterated U.S. support"),
        ("en", "President Biden made clear that U.S. support does not waver."),
        ("ru", "Разговор был полезным."),
        ("ru", "Личное общение двух президентов будет продолжено."),
        ("ru", "Другая тема – Сирия."),
        ("ru", "Затронута тематика Совместного всеобъемлющего плана действий по иранской ядерной программе."),
        ("uk", "Розмова була доброю."),
        ("bg", "Разговорът беше добър."),
    ],
)
def test_short_text_is_recognised(language: str, text: str) -> None:
    assert recognise(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "12345 ... !!! 2021",
        "Merkel",
        "Путин",
        "Lorem ipsum dolor sit amet",
        "Merkel Меркель",
        "Ja.",
        "Беларусь",
        "Зустріч відбулась",
        "De la Syrie",
        "\ud800",
    ],
)
def test_text_that_does_not_tell_is_not_guessed_at(text: str) -> None:
    assert recognise(text) == "und"


def test_two_languages_of_equal_weight_are_not_guessed_at() -> None:
    assert recognise("Das Gespräch fand heute statt. Разговор состоялся сегодня") == "und"


@given(st.text())
def test_any_text_has_a_code(text: str) -> None:
    code = recognise(text)
    assert code.isalpha()
    assert code.islower()
    assert 2 <= len(code) <= 3
