"""Checks: each asks one question of the pairing and answers with findings; they cannot see one another."""

from __future__ import annotations

from readcompare.engine.checks import (
    agency,
    agreement_claim,
    contradiction,
    evaluative,
    force,
    framing,
    hedge,
    initiator,
    intensifier,
    missing_phrase,
    omission,
    order,
    quotation,
    space,
    term,
    topic,
)
from readcompare.engine.checks.interface import Check, Pairing

CHECKS: tuple[Check, ...] = (
    agreement_claim.check,
    omission.check,
    missing_phrase.check,
    contradiction.check,
    initiator.check,
    force.check,
    agency.check,
    framing.check,
    term.check,
    evaluative.check,
    hedge.check,
    intensifier.check,
    quotation.check,
    topic.check,
    order.check,
    space.check,
)
"""All checks, in the order in which they run."""

__all__ = ["CHECKS", "Check", "Pairing"]
