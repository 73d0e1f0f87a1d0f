"""Segmentation of the shared hard cases and of every sample readout."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from readcompare.engine.segment import segment
from readcompare.model.text import Document, Readout

TESTS = Path(__file__).parents[1]
LANGUAGES = ("de", "en", "ru")
LEAST_F1 = 0.97


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its boundaries: the ends of all its sentences but the last."""

    text: str
    required: frozenset[int]
    optional: frozenset[int]


def read_case(marked: str) -> Case:
    """A case from its notation: ¦ marks a required boundary, ‖ one that may or may not be set."""
    text = ""
    boundaries: dict[str, set[int]] = {"¦": set(), "‖": set()}
    for character in marked:
        if character in boundaries:
            boundaries[character].add(len(text))
        else:
            text += character
    return Case(text, frozenset(boundaries["¦"]), frozenset(boundaries["‖"]))


def read_cases(language: str) -> list[tuple[str, Case]]:
    entries = yaml.safe_load((TESTS / "cases" / "segmentation" / f"{language}.yaml").read_text(encoding="utf-8"))
    return [
        (f"{language}-{number}-{entry['kind']}", read_case(entry["text"]))
        for number, entry in enumerate(entries, start=1)
    ]


CASES = {language: read_cases(language) for language in LANGUAGES}
READOUTS = sorted((TESTS.parent / "readouts").glob("*/*.??.txt"))


def segmented(text: str, language: str, letter: str = "A") -> Document:
    return segment(Readout(id="a", name="A", text=text, language=language, sha256=""), letter)


def pieces(text: str, language: str) -> list[str]:
    document = segmented(text, language)
    return [document.text_of(sentence) for sentence in document.sentences]


def ends(text: str, language: str) -> set[int]:
    return {sentence.span.end for sentence in segmented(text, language).sentences[:-1]}


@pytest.mark.parametrize(
    ("language", "case"),
    [pytest.param(language, case, id=name) for language in LANGUAGES for name, case in CASES[language]],
)
def test_case_has_its_boundaries_and_no_others(language: str, case: Case) -> None:
    found = ends(case.text, language)
    assert found - case.optional == case.required


@pytest.mark.parametrize("language", LANGUAGES)
def test_boundaries_of_all_cases_together_are_right(language: str) -> None:
    right = wrong = missed = 0
    for _, case in CASES[language]:
        found = ends(case.text, language)
        right += len(found & case.required)
        wrong += len(found - case.required - case.optional)
        missed += len(case.required - found)
    assert 2 * right / (2 * right + wrong + missed) >= LEAST_F1


@pytest.mark.parametrize("path", READOUTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_line_of_a_sample_readout_is_a_sentence(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    language = path.suffixes[0].removeprefix(".")
    assert pieces(text, language) == [line.strip() for line in text.splitlines() if line.strip()]


# Nothing but the line break tells that the sentence ends with "for the U.S." and not "for the U.S. President".
TOLD_BY_ITS_LINES = TESTS.parent / "readouts" / "2025-06-05-us-cn" / "whitehouse.en.txt"


@pytest.mark.parametrize(
    "path",
    [path for path in READOUTS if path != TOLD_BY_ITS_LINES],
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_sentences_of_a_sample_readout_are_found_in_running_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    language = path.suffixes[0].removeprefix(".")
    running = "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    assert pieces(running, language) == [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def test_sentences_carry_the_letter_of_their_side_and_the_number_of_their_paragraph() -> None:
    document = segmented("Erstens. Zweitens.\n\n \t\nDrittens.\nViertens.", "de", "B")
    assert [(sentence.id, sentence.paragraph) for sentence in document.sentences] == [
        ("B1", 1),
        ("B2", 1),
        ("B3", 2),
        ("B4", 2),
    ]
    assert document.text_of(document.sentence("B3")) == "Drittens."


@pytest.mark.parametrize("text", ["", "\n\n", " \t\r\n\u00a0\u2029 "])
def test_text_without_characters_has_no_sentences(text: str) -> None:
    assert segmented(text, "de").sentences == ()


@pytest.mark.parametrize("language", ["de-AT", "DE", "de"])
def test_a_region_does_not_change_the_conventions_of_a_language(language: str) -> None:
    assert pieces("Am 10. November sprach er.", language) == ["Am 10. November sprach er."]


@pytest.mark.parametrize("language", ["und", "fi", "xx"])
def test_a_language_without_lists_is_still_divided(language: str) -> None:
    assert pieces("Hän soitti J. K. Paasikivelle. Puhelu kesti 3.5 minuuttia! Entä nyt?", language) == [
        "Hän soitti J. K. Paasikivelle.",
        "Puhelu kesti 3.5 minuuttia!",
        "Entä nyt?",
    ]
