"""readcompare: read two official accounts of the same conversation against each other.

>>> from readcompare import compare
>>> comparison = compare("readouts/2021-11-10-de-ru/comparison.yaml")
"""

from __future__ import annotations

from readcompare.version import __version__

# `typing` costs a third of the time that --help may take, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from readcompare.api import compare, quotes
    from readcompare.model.comparison import Comparison
    from readcompare.model.synopsis import Synopsis

__all__ = ["Comparison", "Synopsis", "__version__", "compare", "quotes"]


def __getattr__(name: str) -> object:
    # The face is lazy: `readcompare --help` must not pay for the engine.
    if name in ("compare", "quotes"):
        from readcompare import api

        return getattr(api, name)
    if name == "Comparison":
        from readcompare.model.comparison import Comparison

        return Comparison
    if name == "Synopsis":
        from readcompare.model.synopsis import Synopsis

        return Synopsis
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
