"""The learned weights: a readable file in the package, and anybody's file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from readcompare.model.weights import Logistic, Models, Weights

_FILE = Path(__file__).resolve().parent.parent / "engine" / "weights.json"


@cache
def shipped_weights() -> Weights:
    """The weights that the package brings along."""
    return weights_of(json.loads(_FILE.read_text(encoding="utf-8")))


def weights_of(record: Mapping[str, Any]) -> Weights:
    """Weights from their record; KeyError when a number is missing."""
    numbers = {name: float(record[name]) for name in ("link_from", "competing_from", "sure_link", "sure_one_sided")}
    models = {name: _logistic(record["models"][name]) for name in ("first", "link", "competing")}
    return Weights(models=Models(**models), made=str(record["made"]), **numbers)


def weights_text(weights: Weights) -> str:
    """The weights as the text of a file, every number on a line of its own."""
    return json.dumps(asdict(weights), indent=2, ensure_ascii=False) + "\n"


def _logistic(record: Mapping[str, Any]) -> Logistic:
    return Logistic(
        float(record["intercept"]), {str(name): float(value) for name, value in record["coefficients"].items()}
    )
