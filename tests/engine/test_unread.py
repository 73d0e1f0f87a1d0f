"""Sentences in a language that is not read: nothing is claimed of them, and nothing is surely missing beside them."""

from __future__ import annotations

import pytest

from readcompare import compare
from readcompare.model.alignment import Certainty, RowKind
from readcompare.model.comparison import Comparison
from readcompare.model.findings import FindingKind
from readcompare.reports.formats import render
from readcompare.reports.interface import Layout
from readcompare.views.findings import nothing_found
from readcompare.views.glance import ASKED, NONE, NOT_READ, TOPICS, UNREAD, facts
from readcompare.views.rows import row_views

ENGLISH = (
    "President Xi Jinping spoke with President Biden. The Taiwan question is the first red line in relations, Xi "
    "stressed. Biden said the United States does not support Taiwan independence. They agreed to remain in contact."
)
FRAMED = (
    "President Biden spoke today with President Xi. They discussed trade and the economies of both countries.\n{}\n"
    "They agreed that their teams will stay in touch."
)
ABSENCE = (FindingKind.OMISSION, FindingKind.TOPIC, FindingKind.AGREEMENT_CLAIM)


def claims(comparison: Comparison, letter: str) -> list[str]:
    """What is said to be missing on the other side of these sentences."""
    return [
        finding.summary
        for finding in comparison.findings
        if finding.kind in ABSENCE and finding.evidence[0].sentence.startswith(letter)
    ]


@pytest.mark.parametrize(
    "foreign",
    [
        "习近平强调，台湾问题是中美关系的第一条红线。",
        "Си Цзиньпин подчеркнул, что тайваньский вопрос является первой красной чертой.",
        "Hij veroordeelde de aanvallen op burgers.",
        "Il presidente ha sottolineato che la questione di Taiwan è la prima linea rossa.",
        "Він наголосив, що питання Тайваню є першою червоною лінією у відносинах.",
        "Präsident Xi betonte, dass die Taiwan-Frage die erste rote Linie in den Beziehungen sei.",
    ],
)
def test_a_sentence_in_another_language_is_not_said_to_be_missing(foreign: str) -> None:
    comparison = compare(FRAMED.format(foreign), ENGLISH)
    rows = [row for row in comparison.rows if "A3" in row.a]
    assert {row.certainty for row in rows} == {Certainty.CHECK}
    assert all("in a language that is not read: A3" in row.reasons for row in rows)
    assert not any(finding.kind in ABSENCE and finding.evidence[0].sentence == "A3" for finding in comparison.findings)
    assert any("like words alone: A3" in note for note in comparison.notes)
    assert all(row.certainty is Certainty.CHECK for row in comparison.rows if row.kind is RowKind.ONLY_B)


def test_nothing_is_missing_in_a_text_whose_language_is_not_known() -> None:
    spanish = (
        "El presidente Xi habló hoy con el presidente Biden. Xi subrayó que la cuestión de Taiwán es la primera línea "
        "roja. Acordaron mantenerse en contacto."
    )
    comparison = compare(ENGLISH, spanish)
    assert claims(comparison, "A") == claims(comparison, "B") == []
    alone = [row for row in comparison.rows if not (row.a and row.b)]
    assert alone
    assert all(row.certainty is Certainty.CHECK for row in alone)
    assert any("what is missing are not checked" in note for note in comparison.notes)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Merkel, Macron, Selenskyj, Putin. Die Themen: Nord Stream, Gazprom und Naftogaz.", "de"),
        ("Ursula von der Leyen and Charles Michel joined. They met Ursula von der Leyen.", "en"),
        ("President Macron praised Médecins Sans Frontières, Action contre la Faim.", "en"),
        ("Joint Comprehensive Plan of Action (JCPOA) in Wien.", "de"),
        ("Объявлен Nord Stream 2 AG и SWIFT. Договорились о поставках Patriot, NASAMS, HIMARS, ATACMS.", "ru"),
    ],
)
def test_names_of_another_language_are_read(text: str, language: str) -> None:
    comparison = compare(text, ENGLISH, languages=(language, "en"))
    assert not any("another language" in note for note in comparison.notes)


def test_the_same_words_are_the_same_in_any_language() -> None:
    spanish = "El presidente habló con el canciller. Acordaron mantenerse en contacto sobre la pesca."
    comparison = compare(spanish, spanish, languages=("es", "es"))
    assert {(row.kind, row.certainty) for row in comparison.rows} == {(RowKind.SAME, Certainty.SURE)}


def test_every_face_says_what_is_not_read_and_calls_nothing_not_mentioned_beside_it() -> None:
    polish = (
        "Prezydent Xi rozmawiał dziś z prezydentem Bidenem. Xi podkreślił, że kwestia Tajwanu jest czerwoną linią. "
        "Uzgodnili, że pozostaną w kontakcie."
    )
    comparison = compare(ENGLISH, polish)
    assert comparison.glance.unread == ((), ("B1", "B2", "B3"))
    told = {fact.question: (fact.a, fact.b) for fact in facts(comparison)}
    assert told[UNREAD] == (NONE, "B1, B2, B3")
    assert told[TOPICS][1] == told[ASKED][1] == NOT_READ
    views = row_views(comparison)
    assert any(view.absent for view in views)
    assert not any("not said" in f"{view.label} {view.absent}" for view in views)
    for form in ("text", "md", "csv", "html"):
        report = render(form, comparison, Layout())
        assert "not said" not in str(report), form
        assert "no counterpart found" in str(report), form
    assert nothing_found(comparison).startswith("Nothing was found in what is read; B has")
