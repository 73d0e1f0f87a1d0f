"""The semantic matcher in whole comparisons: the file, the function, weights of one's own, the record."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from encoder_files import write_encoder
from readcompare import Comparison, compare
from readcompare.errors import ConfigurationError, InputError, ReadcompareError, UsageError
from readcompare.evaluation.table import evaluation_table, fitted, steps_table
from readcompare.intake import Wishes
from readcompare.model.alignment import Certainty
from readcompare.model.recipe import Recipe
from readcompare.reports.interface import Layout
from readcompare.reports.records import render
from readcompare.sources.weights import read_weights, shipped_weights, weights_text

# No lexicon knows these words; the encoder knows what they mean.
A = "The grumbok was plinted. Nobody snorfled the wibbers. A vorp came."
B = "Le zanfo fut trombi. Personne ne girnait les loufs. Un drack vint."
ALIKE = {"grumbok": 0, "plinted": 0, "zanfo": 0, "trombi": 0, "snorfled": 1, "wibbers": 1, "girnait": 1, "loufs": 1}
CALLS = ("2021-11-10-de-ru", "2021-12-07-us-ru", "2022-05-13-de-ru", "2022-02-14-us-uk")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_encoder(tmp_path_factory.mktemp("models") / "tiny", alike=ALIKE)


@pytest.fixture
def call(tmp_path: Path, model: Path) -> Path:
    """A folder with two texts and a model."""
    (tmp_path / "a.txt").write_text(A, encoding="utf-8")
    (tmp_path / "b.txt").write_text(B, encoding="utf-8")
    shutil.copytree(model, tmp_path / "tiny")
    return tmp_path


@pytest.fixture
def calls(root: Path, tmp_path: Path) -> Path:
    """A few annotated calls."""
    for name in CALLS:
        shutil.copytree(root / "readouts" / name, tmp_path / "calls" / name)
    return tmp_path / "calls"


def described(folder: Path, align: str) -> Path:
    path = folder / "call.yaml"
    sides = "sides:\n- {id: a, file: a.txt, language: en}\n- {id: b, file: b.txt, language: fr}\n"
    path.write_text(f"{sides}align: {align}\n", encoding="utf-8")
    return path


def links(comparison: Comparison) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    return {(row.a, row.b) for row in comparison.rows if row.kind.is_match}


WANTED = {(("A1",), ("B1",)), (("A2",), ("B2",))}


def test_what_no_lexicon_knows_is_linked_by_meaning_alone(call: Path) -> None:
    assert links(compare(A, B, languages=("en", "fr"))) == set()
    comparison = compare(A, B, languages=("en", "fr"), matcher="semantic", model=call / "tiny")
    assert links(comparison) == WANTED
    reasons = {row.a: row.reasons for row in comparison.rows if row.kind.is_match}
    assert all(
        any(reason.startswith("likeness in meaning by the encoder: ") for reason in told) for told in reasons.values()
    )


def test_a_comparison_file_names_matcher_and_model(call: Path) -> None:
    comparison = compare(described(call, "{matcher: semantic, model: tiny}"))
    assert links(comparison) == WANTED
    assert comparison.recipe.matcher == "semantic"
    assert comparison.recipe.model is not None
    assert comparison.recipe.model.name == "tiny"
    assert links(compare(described(call, "{matcher: semantic}"), model=call / "tiny")) == WANTED
    back = compare(described(call, "{matcher: semantic, model: tiny}"), matcher="lexical")
    assert (links(back), back.recipe) == (set(), Recipe())


def test_the_record_tells_the_model_and_its_digest(call: Path) -> None:
    texts = [render(compare(described(call, "{matcher: semantic, model: tiny}")), Layout()) for _ in range(2)]
    assert texts[0] == texts[1]
    recipe = json.loads(texts[0])["comparison"]["recipe"]
    assert (recipe["matcher"], recipe["model"]["name"], len(recipe["model"]["sha256"])) == ("semantic", "tiny", 64)
    assert str(call) not in json.dumps(json.loads(texts[0])["comparison"])


def test_an_encoder_that_was_not_learned_with_makes_nothing_sure(call: Path, sample: str) -> None:
    lexical, semantic = compare(sample), compare(sample, matcher="semantic", model=call / "tiny")
    sure_links = [
        {(row.a, row.b) for row in comparison.rows if row.kind.is_match and row.certainty is Certainty.SURE}
        for comparison in (lexical, semantic)
    ]
    assert sure_links[1] <= sure_links[0]
    assert any("makes nothing sure" in note for note in semantic.notes)
    unknown = compare(A, B, matcher="semantic", model=call / "tiny")
    assert {row.certainty for row in unknown.rows if row.kind.is_match} == {Certainty.CHECK}


def test_swapping_the_sides_mirrors(call: Path) -> None:
    one = compare(A, B, languages=("en", "fr"), matcher="semantic", model=call / "tiny")
    other = compare(B, A, languages=("fr", "en"), matcher="semantic", model=call / "tiny")
    turned = {
        (tuple(f"A{s[1:]}" for s in r.b), tuple(f"B{s[1:]}" for s in r.a), r.kind.value, r.score) for r in other.rows
    }
    swap = {"only_a": "only_b", "only_b": "only_a"}
    assert {(r.a, r.b, swap.get(r.kind.value, r.kind.value), r.score) for r in one.rows} == turned


def test_empty_texts_and_long_ones_are_compared(call: Path) -> None:
    assert compare("", "One.", matcher="semantic", model=call / "tiny").rows
    # Beyond all pairs: the encoder helps to choose which pairs are looked at.
    filler = " ".join(f"Item {n} was the number {n}." for n in range(560))
    comparison = compare(
        f"{A} {filler}", f"{filler} {B}", languages=("en", "en"), matcher="semantic", model=call / "tiny"
    )
    last = len(comparison.b.sentences)
    near = {row.a[0]: row.nearest or row.b[0] for row in comparison.rows if row.a in (("A1",), ("A2",))}
    assert near == {"A1": f"B{last - 2}", "A2": f"B{last - 1}"}


@pytest.mark.parametrize(
    ("align", "message"),
    [
        ("{model: tiny}", r"call\.yaml:4:16: a model serves the semantic matcher alone; write `matcher: semantic`"),
        ("{matcher: semantic, model: nowhere}", r"call\.yaml:4:35: the model 'nowhere': there is no such folder"),
        ("{matcher: semantic, model: a.txt}", "this is a file; a model is a folder"),
        ("{matcher: semantic, model: .}", r"no model of model2vec is in this folder"),
        ("{matcher: semantic, model: ../elsewhere}", "lies outside the folder of this file.*or name it with --model"),
        ("{matcher: semantic, model: [tiny]}", "model must be a text"),
        ("{matcher: semantic, model: 3}", "model must be a text"),
        ("{matcher: semantic, model: 'hub:tiny'}", "a model of the hub is named hub:OWNER/NAME"),
        ("{matcher: semantik, model: tiny}", "did you mean 'semantic'"),
        ("{matcher: semantic, modell: tiny}", "did you mean 'model'"),
        ("{weights: nowhere.json}", "the weights 'nowhere.json': no such file"),
    ],
)
def test_what_is_wrong_in_the_file_is_told_with_its_place(call: Path, align: str, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        compare(described(call, align))


def test_what_does_not_fit_together_is_told(call: Path) -> None:
    with pytest.raises(UsageError, match="the semantic matcher needs a model"):
        compare(A, B, matcher="semantic")
    with pytest.raises(UsageError, match="the semantic matcher needs a model"):
        compare(described(call, "{matcher: semantic}"))
    with pytest.raises(UsageError, match="add --matcher semantic"):
        compare(A, B, model=call / "tiny")
    with pytest.raises(UsageError, match="no matcher 'semantik'; known are lexical and semantic"):
        compare(A, B, matcher="semantik")


def test_weights_are_learned_for_an_encoder_and_serve_it_alone(calls: Path, call: Path, tmp_path: Path) -> None:
    wishes = Wishes(matcher="semantic", model=str(call / "tiny"))
    learned = fitted(str(calls), wishes=wishes)
    assert learned.model is not None
    assert "meaning" in learned.models.first.coefficients
    path = tmp_path / "mine.json"
    path.write_text(weights_text(learned), encoding="utf-8")
    assert read_weights(str(path))[0] == learned
    comparison = compare(A, B, matcher="semantic", model=call / "tiny", weights=path)
    assert comparison.recipe.weights is not None
    assert comparison.recipe.weights.name == "mine.json"
    assert any("its weight was learned" in note for note in comparison.notes)
    assert "weights of your own" in evaluation_table(
        str(calls),
        every_language=False,
        cross_validate=False,
        baselines=False,
        wishes=replace(wishes, weights=str(path)),
    )
    with pytest.raises(InputError, match=r"learned with the model tiny .* name it with --matcher semantic --model"):
        compare(A, B, weights=path)
    other = write_encoder(tmp_path / "other", seed=5)
    with pytest.raises(InputError, match=r"learned with the model tiny .*, and this is other"):
        compare(A, B, matcher="semantic", model=other, weights=path)


def test_the_last_step_is_the_encoder(calls: Path, call: Path) -> None:
    wishes = Wishes(matcher="semantic", model=str(call / "tiny"))
    assert steps_table(str(calls), wishes=wishes).splitlines()[-1].startswith("+ the sentence encoder")


def test_weights_of_ones_own_serve_the_lexical_matcher_too(tmp_path: Path) -> None:
    own = replace(shipped_weights(), link_from=1.0, made="by hand")
    (tmp_path / "own.json").write_text(weights_text(own), encoding="utf-8")
    one, other = "The leaders discussed the war in Syria.", "The war in Syria was discussed by the leaders."
    assert links(compare(one, other))
    strict = compare(one, other, weights=tmp_path / "own.json")
    assert links(strict) == set()
    assert strict.recipe.weights is not None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", r"own\.json:1:2: this is no JSON"),
        ("[]", "a part of them is of another form"),
        ("3", "a part of them is of another form"),
        ("{}", "'link_from' is missing"),
        ('{"link_from": "high"}', "another form"),
        ("[" * 100_000, "another form"),
        ("\0", "NUL"),
    ],
)
def test_what_is_no_file_of_weights_is_told(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "own.json").write_text(text, encoding="utf-8")
    with pytest.raises(ReadcompareError, match=message):
        compare("One.", "Two.", weights=tmp_path / "own.json")


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("link_from", 1.5, "must be from 0 to 1"),
        ("link_from", float("nan"), "must be from 0 to 1"),
        ("models", {"first": 3}, "another form"),
        ("model", "e5", "another form"),
        ("model", {"name": "e5"}, "'sha256' is missing"),
    ],
)
def test_weights_that_nothing_can_be_computed_with_are_told(
    tmp_path: Path, key: str, value: object, message: str
) -> None:
    record = json.loads(weights_text(shipped_weights()))
    record[key] = value
    (tmp_path / "own.json").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(ConfigurationError, match=message):
        compare("One.", "Two.", weights=tmp_path / "own.json")


@pytest.mark.parametrize(
    ("model", "signal", "value"),
    [
        ("first", "meaning", 1.0),
        ("first", "luck", 1.0),
        ("first", "concepts", float("inf")),
        ("link", "meaning", 1.0),
    ],
)
def test_a_signal_that_is_not_known_or_no_number_is_told(tmp_path: Path, model: str, signal: str, value: float) -> None:
    record = json.loads(weights_text(shipped_weights()))
    record["models"][model]["coefficients"][signal] = value
    if model == "link":
        record["model"] = {"name": "an encoder", "sha256": "0" * 64}
    (tmp_path / "own.json").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"is not known here|is no number"):
        compare("One.", "Two.", weights=tmp_path / "own.json")
