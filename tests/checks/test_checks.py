"""Every check has examples that fire and examples that stay silent, in `tests/checks/<check>.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

import readcompare.engine.checks
from readcompare.engine.hand import anchor
from readcompare.intake import Inputs, make_readout
from readcompare.model.alignment import RowKind
from readcompare.model.annotations import Annotations, Judgement, Verdict
from readcompare.model.call import Call
from readcompare.model.comparison import Comparison
from readcompare.model.recipe import Recipe
from readcompare.model.text import Readout, Wording
from readcompare.runner import run, run_prepared

EXAMPLES = Path(__file__).parent
CHECKS = sorted(
    path.stem
    for path in Path(readcompare.engine.checks.__file__).parent.glob("*.py")
    if path.stem not in ("__init__", "interface")
)


def examples(kind: str) -> list[Any]:
    return [
        pytest.param(path.stem, example, id=f"{path.stem}-{number}")
        for path in sorted(EXAMPLES.glob("*.yaml"))
        for number, example in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))[kind], start=1)
    ]


def read(side: str, example: dict[str, Any]) -> Readout:
    language, text = example[side]
    text = "\n\n".join(text) if isinstance(text, list) else text
    readout, _ = make_readout(text, side_id=f"side-{side}", name=example.get(f"name_{side}", side), language=language)
    wording = Wording(example["wording"]) if "wording" in example else None
    return replace(readout, complete=example.get(f"complete_{side}", True), wording=wording)


def comparison(example: dict[str, Any]) -> Comparison:
    """The comparison of both texts; `link` gives the kind of the row in which their first sentences are put by hand."""
    a, b = read("a", example), read("b", example)
    call = Call(title="example", date="2024-01-15", participants=tuple(example.get("participants", ())))
    inputs = Inputs(a, b, call, Recipe(), ())
    if "link" in example:
        prepared = run_prepared(inputs)
        first, second = (anchor(*side, 0) for side in zip(prepared.documents, prepared.records, strict=True))
        linked = Judgement(verdict=Verdict.LINKED, a=(first,), b=(second,), kind=RowKind(example["link"]))
        inputs = replace(inputs, annotations=Annotations((linked,)))
    return run(inputs)


def test_every_check_has_examples_of_both_kinds_in_all_languages() -> None:
    assert sorted(path.stem for path in EXAMPLES.glob("*.yaml")) == CHECKS
    for name in CHECKS:
        given = yaml.safe_load((EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8"))
        assert len(given["silent"]) >= 2, name
        languages = {example[side][0] for example in given["fires"] for side in ("a", "b")}
        assert languages >= {"de", "en", "ru"}, name


@pytest.mark.parametrize(("check", "example"), examples("fires"))
def test_a_check_fires(check: str, example: dict[str, Any]) -> None:
    found = [finding for finding in comparison(example).findings if finding.kind == check]
    assert found
    assert any(example.get("says", "") in finding.summary for finding in found), [one.summary for one in found]
    assert all(finding.evidence for finding in found)
    assert len(found) == example.get("times", len(found))


@pytest.mark.parametrize(("check", "example"), examples("silent"))
def test_a_check_stays_silent(check: str, example: dict[str, Any]) -> None:
    found = [finding for finding in comparison(example).findings if finding.kind == check]
    assert not found, [one.summary for one in found]


@pytest.mark.parametrize(("check", "example"), examples("fires"))
def test_swapped_sides_mirror_the_findings(check: str, example: dict[str, Any]) -> None:
    swapped = dict(example)
    for key in ("", "name_", "complete_"):
        for one, other in (("a", "b"), ("b", "a")):
            swapped.pop(f"{key}{one}", None)
            if f"{key}{other}" in example:
                swapped[f"{key}{one}"] = example[f"{key}{other}"]
    letters = {"A": "B", "B": "A"}
    there = [one for one in comparison(example).findings if one.kind == check]
    here = [one for one in comparison(swapped).findings if one.kind == check]
    places = [sorted((place.sentence, place.span) for place in one.evidence) for one in there]
    mirrored = [
        sorted((letters[place.sentence[0]] + place.sentence[1:], place.span) for place in one.evidence) for one in here
    ]
    assert sorted(places) == sorted(mirrored)
    assert sorted(one.severity for one in there) == sorted(one.severity for one in here)
