"""The command that scores the alignment on annotated calls."""

from __future__ import annotations

from readcompare.cli.arguments import matcher_arguments
from readcompare.cli.output import OK, write

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def evaluate_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `evaluate` takes."""
    command.add_argument("folder", metavar="DIR", help="folder of annotated calls: one folder each, with a gold.yaml")
    command.add_argument(
        "--langs", choices=["native", "all"], default="native", help="language versions: the native ones, or every pair"
    )
    command.add_argument("--cv", action="store_true", help="leave one call out: learn the weights from the other calls")
    command.add_argument(
        "--more", metavar="DIR", action="append", default=[], help="learn from the annotated calls of DIR too"
    )
    matcher_arguments(command)
    command.add_argument("--fit", metavar="FILE", help="learn the weights from these calls and write them to FILE")
    command.add_argument(
        "--fit-newsworthiness",
        metavar="FILE",
        help="learn from these calls which omissions are told first and write the weights to FILE",
    )
    command.add_argument("--steps", action="store_true", help="print instead what each kind of signal adds")
    command.add_argument("--findings", action="store_true", help="print instead how the findings and acts do")
    command.add_argument("--no-baselines", action="store_true", help="leave out the plain measures beside the aligner")


def evaluate(options: argparse.Namespace) -> int:
    """Print the figures, or learn and write the weights."""
    from readcompare.errors import Problem, UsageError
    from readcompare.evaluation.table import evaluation_table, findings_evaluation, fitted, steps_table
    from readcompare.intake import Wishes

    if options.weights and (options.fit or options.steps or options.cv):
        raise UsageError(Problem(message="--fit, --cv and --steps learn weights of their own; leave out --weights"))
    # Calls are scored by what the user asks for, whatever matcher their files name.
    wishes = Wishes(matcher=options.matcher or "lexical", model=options.model, weights=options.weights)
    if options.fit:
        from readcompare.sources.weights import weights_text

        write(weights_text(fitted(options.folder, options.more, wishes)), options.fit)
        return OK
    if options.fit_newsworthiness:
        from readcompare.evaluation.table import newsworthiness_fitted
        from readcompare.sources.weights import newsworthiness_text

        learned = newsworthiness_fitted(options.folder, options.more)
        write(newsworthiness_text(*learned), options.fit_newsworthiness)
        return OK
    if options.findings:
        table = findings_evaluation(
            options.folder,
            every_language=options.langs == "all",
            cross_validate=options.cv,
            more=options.more,
            wishes=wishes,
        )
        write(table, None)
        return OK
    if options.steps:
        write(steps_table(options.folder, options.more, wishes), None)
        return OK
    table = evaluation_table(
        options.folder,
        every_language=options.langs == "all",
        cross_validate=options.cv,
        baselines=not options.no_baselines,
        more=options.more,
        wishes=wishes,
    )
    write(table, None)
    return OK
