"""The table of several accounts: small texts, and what stands beside what."""

from __future__ import annotations

import pytest

from readcompare import Synopsis, compare
from readcompare.model.synopsis import Standing
from readcompare.views.several_outline import several_outline

MET = "Chancellor Merkel spoke with President Putin by telephone."
TROOPS = "The Chancellor demanded that the troops leave Ukraine."
GRAIN = "Both sides agreed to hold talks on grain exports in October."
PRISONERS = "Prisoners of war will be exchanged before Christmas."
GAS = "President Putin promised further deliveries of natural gas."


def table(*texts: tuple[str, ...], pivot: str = "A") -> dict[str, tuple[Standing, str, list[str]]]:
    """For each row the standing, the label, and the cells."""
    found = compare([" ".join(text) for text in texts], pivot=pivot, languages=["en"] * len(texts))
    assert isinstance(found, Synopsis)
    return {
        " ".join(row.own): (row.standing, row.label, [_told(cell.sentences, cell.absent) for cell in row.cells])
        for row in several_outline(found).rows
    }


def _told(sentences: tuple[object, ...], absent: str) -> str:
    return " ".join(str(getattr(one, "id", one)) for one in sentences) or absent.removesuffix("?")


def test_who_has_what_is_told_for_each_sentence_of_the_pivot_and_then_for_the_rest() -> None:
    rows = table((MET, TROOPS, GRAIN), (MET, GRAIN, PRISONERS), (MET, TROOPS, PRISONERS, GAS))
    assert rows == {
        "A1": (Standing.ALL, "in A, B and C", ["A1", "B1", "C1"]),
        "A2": (Standing.SOME, "in A and C, not said in B", ["A2", "not said", "C2"]),
        "A3": (Standing.SOME, "in A and B, no counterpart found in C", ["A3", "B2", "no counterpart found"]),
        "B3 C3": (Standing.SHARED, "in B and C, no counterpart found in A", ["no counterpart found", "B3", "C3"]),
        "C4": (
            Standing.ONE,
            "in C, not said in B, no counterpart found in A",
            ["no counterpart found", "not said", "C4"],
        ),
    }


def test_around_another_pivot_the_same_is_told_from_its_side() -> None:
    rows = table((MET, TROOPS, GRAIN), (MET, GRAIN, PRISONERS), (MET, TROOPS, PRISONERS, GAS), pivot="C")
    assert list(rows) == ["C1", "C2", "C3", "C4", "A3 B2"]
    assert rows["C4"][:2] == (Standing.PIVOT, "in C, not said in B, no counterpart found in A")
    assert rows["A3 B2"][:2] == (Standing.SHARED, "in A and B, no counterpart found in C")


def test_what_a_side_has_beside_a_sentence_that_the_pivot_answers_is_told_with_it() -> None:
    """B2 answers A2 and C2, but A2 and C2 do not answer each other: C2 is not in A, and stands beside B2."""
    ask = "The Chancellor called for a ceasefire and for talks on grain exports."
    rows = table(
        (MET, "The Chancellor called for a ceasefire."), (MET, ask), (MET, "They held talks on grain exports.")
    )
    assert rows["A2"] == (Standing.SOME, "in A and B, no counterpart found in C", ["A2", "B2", "no counterpart found"])
    assert rows["C2"] == (
        Standing.SHARED,
        "in B and C, no counterpart found in A",
        ["no counterpart found", "B2", "C2"],
    )


def test_an_excerpt_is_said_to_be_one(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("call")
    sides = []
    for name, text in (("berlin", f"{MET} {GAS}"), ("paris", MET), ("moscow", MET)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        more = ", complete: false" if name == "paris" else ""
        sides.append(f"  - {{id: {name}, file: {name}.txt, language: en{more}}}\n")
    (folder / "call.yaml").write_text("sides:\n" + "".join(sides), encoding="utf-8")
    found = compare(folder / "call.yaml")
    assert isinstance(found, Synopsis)
    told = several_outline(found)
    assert told.rows[1].label == "in A, not said in C, not in the excerpt of B at hand"
    assert [cell.absent.removesuffix("?") for cell in told.rows[1].cells] == [
        "", "not in the excerpt at hand", "not said",
    ]  # fmt: skip
    assert "B: an excerpt, so nothing is said to be missing from the whole text" in told.notes
