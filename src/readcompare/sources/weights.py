"""The weights: a readable file in the package, and files of the user's own."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import json as own_json
from msgspec import to_builtins

from readcompare.errors import ConfigurationError, Problem
from readcompare.model.recipe import OwnFile
from readcompare.model.weights import Logistic, Models, Weights
from readcompare.sources.text import decode, read_bytes

_FILE = Path(__file__).resolve().parent.parent / "engine" / "weights.json"
_NEWSWORTHINESS = _FILE.with_name("newsworthiness.json")
_NUMBERS = ("link_from", "competing_from", "sure_link", "sure_one_sided")
_MODELS = ("first", "second", "competing", "link", "alone")
_LATER = ("link", "alone")
_MEANING = "meaning"
"""The signal that only weights for a sentence encoder know."""
_MOST_BYTES = 1_000_000


@cache
def shipped_weights() -> Weights:
    """The weights that the package brings along."""
    return weights_of(own_json.decode(_FILE.read_bytes()))


@cache
def shipped_newsworthiness() -> Logistic:
    """What makes a one-sided sentence worth reporting, as the package brings it along."""
    return _logistic(own_json.decode(_NEWSWORTHINESS.read_bytes()))


def newsworthiness_text(model: Logistic, made: str) -> str:
    """The weights of newsworthiness as the text of a file; `made` says how they were learned."""
    import json  # the shipped weights are read without it

    return json.dumps({**to_builtins(model), "made": made}, indent=2, ensure_ascii=False) + "\n"


def read_weights(path: str) -> tuple[Weights, OwnFile]:
    """Weights that `readcompare evaluate DIR --fit FILE` wrote, and the mark by which the file is known again.

    Raises InputError when the file cannot be read, ConfigurationError when it holds no weights of this program.
    """
    import json  # the shipped weights are read without it

    data = read_bytes(path, limit=_MOST_BYTES)
    try:
        weights = weights_of(json.loads(decode(data, path)))
    except json.JSONDecodeError as error:
        problem = Problem(message=f"this is no JSON: {error.msg}", path=path, line=error.lineno, column=error.colno)
        raise ConfigurationError(problem) from None
    except KeyError as error:
        raise _no_weights(path, f"{error} is missing") from None
    except (AttributeError, OverflowError, RecursionError, TypeError, ValueError):
        raise _no_weights(path, "a part of them is of another form") from None
    trouble = _trouble(weights)
    if trouble:
        raise _no_weights(path, trouble)
    return weights, OwnFile(name=Path(path).name, sha256=hashlib.sha256(data).hexdigest())


def weights_of(record: Mapping[str, Any]) -> Weights:
    """Weights from their record; KeyError when a number is missing, TypeError or ValueError for what is none."""
    numbers = {name: float(record[name]) for name in _NUMBERS}
    models = {name: _logistic(record["models"][name]) for name in _MODELS}
    model = record.get("model")
    mark = OwnFile(name=str(model["name"]), sha256=str(model["sha256"])) if model else None
    return Weights(models=Models(**models), made=str(record["made"]), model=mark, **numbers)


def weights_text(weights: Weights) -> str:
    """The weights as the text of a file, every number on a line of its own."""
    import json  # the shipped weights are read without it

    models = to_builtins(weights.models)
    record = {"models": models, **{name: getattr(weights, name) for name in (*_NUMBERS, "made")}}
    if weights.model:
        record["model"] = {"name": weights.model.name, "sha256": weights.model.sha256}
    return json.dumps(record, indent=2, ensure_ascii=False) + "\n"


def _logistic(record: Mapping[str, Any]) -> Logistic:
    return Logistic(
        float(record["intercept"]), {str(name): float(value) for name, value in record["coefficients"].items()}
    )


def _trouble(weights: Weights) -> str | None:
    """Say what the engine could not compute with."""
    shares = [weights.link_from, weights.competing_from, weights.sure_link, weights.sure_one_sided]
    if not all(0 <= share <= 1 for share in shares):
        return f"{', '.join(_NUMBERS)} must be from 0 to 1"
    shipped = shipped_weights().models
    for name in _MODELS:
        model, known = getattr(weights.models, name), {*getattr(shipped, name).coefficients}
        if weights.model and name not in _LATER:  # which see what the others made of it
            known.add(_MEANING)
        unknown = sorted(model.coefficients.keys() - known)
        if unknown:
            return f"the signal {unknown[0]!r} is not known here"
        if not all(math.isfinite(number) for number in (model.intercept, *model.coefficients.values())):
            return f"a coefficient of the model {name!r} is no number"
    return None


def _no_weights(path: str, what: str) -> ConfigurationError:
    message = f"these are no weights of this version: {what}; make them with readcompare evaluate DIR --fit FILE"
    return ConfigurationError(Problem(message=message, path=path))
