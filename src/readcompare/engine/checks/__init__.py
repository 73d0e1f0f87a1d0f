"""Checks: each asks one question of the pairing and answers with findings; they cannot see one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from readcompare.engine.checks import initiator, omission
from readcompare.engine.checks.interface import Pairing
from readcompare.model.findings import Finding

CHECKS: tuple[Callable[[Pairing], Iterable[Finding]], ...] = (omission.check, initiator.check)
"""All checks, in the order in which they run."""

__all__ = ["CHECKS", "Pairing"]
