"""The last readout of a side: what is new, what is kept, which sentences are phrases of the house."""

from __future__ import annotations

from pathlib import Path

import pytest

from readcompare import compare
from readcompare.errors import ConfigurationError
from readcompare.model.comparison import Comparison
from readcompare.model.findings import FindingKind
from readcompare.views.glance import facts

FILE = """
title: A call
participants: [Olaf Scholz, Vladimir Putin]
sides:
  - {id: germany, name: Germany, texts: {de: germany.txt}}
  - {id: kremlin, name: Kremlin, texts: {ru: now.txt}, previous: before.txt}
"""
TEXTS = {
    "germany.txt": "Bundeskanzler Scholz telefonierte mit Präsident Putin. Thema war die Lage in Syrien.",
    "before.txt": "Владимир Путин провёл телефонный разговор с Олафом Шольцем. "
    "Россия остаётся надёжным поставщиком энергоресурсов и выполняет все контракты. "
    "Обсуждён ход обмена военнопленными.",
    "now.txt": "Владимир Путин провёл телефонный разговор с Олафом Шольцем. "
    "Россия остаётся надёжным поставщиком энергоресурсов и выполняет все свои контракты. "
    "Владимир Путин потребовал снять санкции с российских банков.",
}


@pytest.fixture
def call(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "call.yaml").write_text(FILE, encoding="utf-8")
    return tmp_path / "call.yaml"


def omission(comparison: Comparison, sentence: str) -> float:
    return next(
        finding.severity
        for finding in comparison.findings
        if finding.kind is FindingKind.OMISSION and finding.evidence[0].sentence == sentence
    )


def test_new_kept_and_dropped_sentences_are_told(call: Path) -> None:
    none, history = compare(call).histories
    assert none is None
    assert history is not None
    assert (history.new, history.stock) == (("B3",), ("B1", "B2"))
    assert history.dropped == ("Обсуждён ход обмена военнопленными.",)
    told = {fact.question: fact.b for fact in facts(compare(call))}
    assert told["New against it"] == "B3"
    assert told["Dropped since"] == "Обсуждён ход обмена военнопленными."


def test_a_stock_phrase_is_less_news_than_before(call: Path) -> None:
    with_last = compare(call)
    call.write_text(FILE.replace(", previous: before.txt", ""), encoding="utf-8")
    without = compare(call)
    assert without.histories == (None, None)
    assert omission(with_last, "B2") == pytest.approx(omission(without, "B2") / 2, abs=1e-4)
    assert omission(with_last, "B3") == omission(without, "B3")


def test_a_last_readout_that_is_not_there_is_an_error_with_its_place(call: Path) -> None:
    call.write_text(FILE.replace("before.txt", "gone.txt"), encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"gone\.txt"):
        compare(call)
